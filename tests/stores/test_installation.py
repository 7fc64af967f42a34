"""A store's life: installed, installed again, removed, switched on again."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from saleor_invoices.domain.errors import InvalidInput, NotFound, Unreachable
from saleor_invoices.saleor.stored_keys import installation_keys_refresh
from saleor_invoices.stores.addresses import normalise_api_url
from saleor_invoices.stores.models import Installation, LegalEntity, SettingValue
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.selectors import (
    installation_active_by_api_url,
    installation_by_api_url,
    installation_chosen,
    setting_resolve,
)
from saleor_invoices.stores.services.installation_disconnect import installation_disconnect
from saleor_invoices.stores.services.installation_keys import installation_keys_claim
from saleor_invoices.stores.services.installation_reconnect import installation_reconnect
from saleor_invoices.stores.services.installation_register import installation_register
from tests.plugins import factories
from tests.plugins.factories import public_jwks
from tests.plugins.fake_saleor import FakeSaleor, fake_saleor

__all__ = ["fake_saleor"]
pytestmark = pytest.mark.django_db
URL = "https://shop.example.com/graphql/"


def _register(**changes: Any) -> Installation:
    values: dict[str, Any] = {
        "api_url": URL,
        "token": "first-token",
        "app_id": "QXBwOjE=",
        "jwks": public_jwks(),
        "saleor_version": "3.22.67",
    }
    return installation_register(**{**values, **changes})


def test_a_first_installation_is_kept_with_an_encrypted_token(
    django_assert_num_queries: Any,
) -> None:
    store = Installation.objects.get(pk=_register().pk)
    assert (store.token, store.app_id, store.jwks) == ("first-token", "QXBwOjE=", public_jwks())
    assert (store.state, store.saleor_version, store.app_version) == ("active", "3.22.67", "")
    raw = Installation.objects.raw("SELECT id, token AS state_reason FROM stores_installation")[0]
    assert "first-token" not in raw.state_reason
    assert raw.state_reason.startswith("gAAAA")  # Fernet


def test_a_reinstallation_gets_the_new_token_and_keeps_everything_else() -> None:
    store = _register()
    entity = factories.legal_entity(store)
    SettingValue.objects.create(installation=store, key="paper", value="letter")
    installation_disconnect(installation=store, reason="Removed.")
    Installation.objects.update(app_version="0.1.0")

    again = _register(
        api_url="https://SHOP.example.com:443/graphql/",
        token="second-token",
        app_id="QXBwOjI=",
        jwks=public_jwks("new"),
    )
    assert again.pk == store.pk
    assert again.uuid == store.uuid
    fresh = Installation.objects.get()
    assert (fresh.token, fresh.app_id, fresh.jwks) == (
        "second-token",
        "QXBwOjI=",
        public_jwks("new"),
    )
    assert (fresh.state, fresh.state_reason, fresh.disconnected_at) == ("active", "", None)
    assert fresh.app_version == ""  # the new app's webhooks are compared again
    assert LegalEntity.objects.get() == entity
    assert setting_resolve(installation=fresh, channel="", key="paper") == ("letter", Level.APP)


def test_a_dead_token_of_before_a_reinstallation_does_not_stop_the_store() -> None:
    old = _register()
    _register(token="second-token", app_id="QXBwOjI=")
    assert installation_disconnect(installation=old, reason="Dead.") is False
    assert Installation.objects.get().state == "active"


def test_a_store_is_disconnected_and_reconnected_once() -> None:
    store = _register()
    assert installation_reconnect(installation=store) is False
    assert installation_disconnect(installation=store, reason="x" * 600) is True
    assert installation_disconnect(installation=store, reason="Again.") is False
    assert installation_active_by_api_url(URL) is None
    found = installation_by_api_url(URL)
    assert found is not None
    assert (found.state, found.state_reason) == ("disconnected", "x" * 500)
    assert installation_reconnect(installation=store) is True
    assert installation_active_by_api_url(URL) == store


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (" https://Shop.Example.com/graphql/ ", URL),
        ("HTTPS://shop.example.com:443/graphql/", URL),
        ("http://shop.example.com:80/graphql/", "http://shop.example.com/graphql/"),
        ("http://127.0.0.1:8000/graphql/", "http://127.0.0.1:8000/graphql/"),
        ("http://[::1]:8000/graphql/", "http://[::1]:8000/graphql/"),
        ("https://shop.example.com/Graphql", "https://shop.example.com/Graphql"),
        ("https://shop.example.com:x/", "https://shop.example.com:x/"),
        ("https://user@shop.example.com/", "https://user@shop.example.com/"),
        ("", ""),
        ("no url", "no url"),
    ],
)
def test_an_address_has_one_spelling(given: str, expected: str) -> None:
    assert normalise_api_url(given) == expected
    assert normalise_api_url(expected) == expected


def test_the_only_store_needs_no_name() -> None:
    with pytest.raises(NotFound):
        installation_chosen()
    store = _register()
    assert installation_chosen() == installation_chosen(URL) == store
    _register(api_url="https://other.example.com/graphql/")
    with pytest.raises(InvalidInput):
        installation_chosen()


def test_keys_are_fetched_at_most_once_in_thirty_seconds(fake_saleor: FakeSaleor) -> None:
    store = factories.installation(fake_saleor.api_url, jwks={})
    fake_saleor.kids = ("rotated",)
    assert installation_keys_refresh(installation=store).jwks == public_jwks("rotated")
    assert Installation.objects.get().jwks == public_jwks("rotated")
    # whoever still holds the old keys gets those of the database, without a question
    assert installation_keys_refresh(installation=store).jwks == public_jwks("rotated")
    assert fake_saleor.asked == ["/.well-known/jwks.json"]
    with pytest.raises(Unreachable) as resting:
        installation_keys_refresh(installation=Installation.objects.get())
    assert resting.value.code == "JWKS_RESTING"
    assert fake_saleor.asked == ["/.well-known/jwks.json"]


def test_keys_that_can_not_be_had_change_nothing(fake_saleor: FakeSaleor) -> None:
    store = factories.installation(fake_saleor.api_url)
    fake_saleor.keys_are_down = True
    with pytest.raises(Unreachable) as failed:
        installation_keys_refresh(installation=store)
    assert failed.value.code == "JWKS_NOT_AVAILABLE"
    fresh = Installation.objects.get()
    assert (fresh.jwks, fresh.jwks_fetched_at) == (public_jwks(), None)


def test_the_right_to_fetch_comes_back_after_thirty_seconds() -> None:
    store = _register()  # its keys were fetched just now
    assert installation_keys_claim(installation_id=store.pk) is False
    Installation.objects.update(jwks_tried_at=timezone.now() - timedelta(seconds=30))
    assert installation_keys_claim(installation_id=store.pk) is True
    assert installation_keys_claim(installation_id=store.pk) is False


def test_stores_are_listed() -> None:
    out = StringIO()
    call_command("list_stores", stdout=out)
    assert "not installed in any Saleor" in out.getvalue()
    store = _register()
    factories.legal_entity(store, "main")
    installation_disconnect(installation=store, reason="Removed there.")
    call_command("list_stores", stdout=out)
    assert f"{URL}  Saleor 3.22.67  disconnected: Removed there." in out.getvalue()
    assert "main: Sample Shop Sp. z o.o., PL" in out.getvalue()
    assert Installation.objects.get().registered_at > datetime(2026, 1, 1, tzinfo=UTC)
