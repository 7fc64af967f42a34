"""Secrets at rest and API keys: what is stored opens nothing by itself."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.errors import InvalidInput, Unverified
from saleor_invoices.stores import crypto
from saleor_invoices.stores.models import ApiKey, Installation
from saleor_invoices.stores.scopes import Scope
from saleor_invoices.stores.services import secrets_rotate
from saleor_invoices.stores.services.api_key import (
    api_key_create,
    api_key_revoke,
    api_key_verify,
)
from tests.plugins import factories

pytestmark = pytest.mark.django_db
OLD, NEW = "old-" + "0" * 32, "new-" + "1" * 32


@pytest.fixture
def store(db: None) -> Installation:
    """A store."""
    return factories.installation()


def _raw_tokens() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT token FROM stores_installation ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_secret_comes_back_and_looks_different_each_time(secret: str) -> None:
    first, second = crypto.encrypt(secret), crypto.encrypt(secret)
    assert crypto.decrypt(first) == crypto.decrypt(second) == secret
    assert first != second


def test_rotation_moves_every_secret_to_the_new_key(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secrets_rotate, "BATCH", 2)
    settings.SECRET_KEYS = [OLD]
    for n in range(5):
        factories.installation(f"https://shop{n}.example.com/graphql/", token=f"token {n}")
    before = _raw_tokens()

    settings.SECRET_KEYS = [NEW, OLD]
    out = StringIO()
    call_command("rotate_secrets", stdout=out)
    assert "stores.Installation.token: 5\n" in out.getvalue()
    assert "invoices.DownloadLink.token: 0\n" in out.getvalue()

    settings.SECRET_KEYS = [NEW]
    tokens = Installation.objects.order_by("pk").values_list("token", flat=True)
    assert list(tokens) == [f"token {n}" for n in range(5)]
    assert set(before).isdisjoint(_raw_tokens())


def test_a_rotation_without_the_old_key_changes_nothing(settings: Any) -> None:
    settings.SECRET_KEYS = [OLD]
    factories.installation(token="token")
    before = _raw_tokens()
    settings.SECRET_KEYS = [NEW]
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("rotate_secrets", stdout=StringIO())
    assert _raw_tokens() == before
    with pytest.raises(Unverified) as refused:
        Installation.objects.get()
    assert refused.value.code == "SECRET_KEY_MISSING"


def test_a_key_is_shown_once_and_kept_as_a_hash(store: Installation) -> None:
    key, token = api_key_create(installation=store, name=" ERP ", scopes=["documents:read"])
    assert token.startswith("sin_")
    assert len(token) == 47
    assert (key.name, key.prefix, key.scopes) == ("ERP", token[:12], ["documents:read"])
    stored = str(list(ApiKey.objects.values()))
    assert token not in stored
    assert token[13:] not in stored


def test_a_key_is_verified_with_its_store_in_one_query(
    store: Installation, django_assert_num_queries: Any
) -> None:
    key, token = api_key_create(installation=store, name="ERP", scopes=list(Scope))
    api_key_verify(token)
    with django_assert_num_queries(1):
        found = api_key_verify(token)
        assert found is not None
        assert (found, found.installation) == (key, store)
    assert found.scopes == sorted(scope.value for scope in Scope)


@pytest.mark.parametrize("token", ["", "sin_", "sin_" + "A" * 43, "token", "sin_" + "A" * 200])
def test_another_token_is_nobodys(store: Installation, token: str) -> None:
    api_key_create(installation=store, name="ERP", scopes=["documents:read"])
    assert api_key_verify(token) is None
    assert ApiKey.objects.get().last_used_at is None


def test_a_revoked_key_opens_nothing(store: Installation) -> None:
    key, token = api_key_create(installation=store, name="ERP", scopes=["documents:read"])
    assert api_key_revoke(key=key) is True
    assert api_key_revoke(key=key) is False
    assert api_key_verify(token) is None


def test_use_is_noted_at_most_once_a_minute(store: Installation) -> None:
    _, token = api_key_create(installation=store, name="ERP", scopes=["documents:read"])
    times = []
    for _ in range(2):
        api_key_verify(token)
        times.append(ApiKey.objects.get().last_used_at)
    assert times[0] is not None
    assert times[0] == times[1]
    ApiKey.objects.update(last_used_at=timezone.now() - timedelta(seconds=61))
    api_key_verify(token)
    noted = ApiKey.objects.get().last_used_at
    assert noted is not None
    assert noted >= times[0]


@pytest.mark.parametrize(
    ("name", "scopes", "code"),
    [
        ("", ["documents:read"], "API_KEY_NAME"),
        ("x" * 121, ["documents:read"], "API_KEY_NAME"),
        ("ERP", [], "API_KEY_SCOPE"),
        ("ERP", ["documents:read", "everything"], "API_KEY_SCOPE"),
    ],
)
def test_a_bad_key_is_refused(store: Installation, name: str, scopes: list[str], code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        api_key_create(installation=store, name=name, scopes=scopes)
    assert refused.value.code == code
    assert ApiKey.objects.count() == 0


def test_the_command_prints_a_key_that_works(store: Installation) -> None:
    out, err = StringIO(), StringIO()
    arguments = [store.saleor_api_url, "ERP", "--scope", "documents:read"]
    call_command("create_api_key", *arguments, stdout=out, stderr=err)
    found = api_key_verify(out.getvalue().strip())
    assert found is not None
    assert (found.installation, found.scopes) == (store, ["documents:read"])
    assert out.getvalue().strip() not in err.getvalue()
    with pytest.raises(CommandError, match="not installed at"):
        call_command(
            "create_api_key", "https://no.example.com/", "ERP", "--scope", "documents:read"
        )
