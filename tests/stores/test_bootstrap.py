"""First settings come from Saleor, once, and never over what the merchant set."""

from datetime import UTC, datetime
from typing import Any

import pytest

from saleor_invoices.domain.order import OrderAddress
from saleor_invoices.saleor.publishing import ShopDefaults
from saleor_invoices.stores.clocks import country_language, country_paper, country_timezone
from saleor_invoices.stores.models import (
    Installation,
    LegalEntity,
    SettingChange,
    SettingValue,
)
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.selectors import channel_profile, setting_resolve
from saleor_invoices.stores.services.installation_register import installation_register
from saleor_invoices.stores.services.settings_update import setting_inherit, setting_set
from saleor_invoices.stores.services.store_bootstrap import store_bootstrap
from tests.plugins import factories

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
GERMAN = OrderAddress(
    company_name="Sample Seller GmbH",
    street_address_1="Sample Street 1",
    city="BERLIN",
    postal_code="10115",
    country="DE",
    phone="+49301234567",
)


def _store(**columns: Any) -> Installation:
    return factories.installation(**{"registered_at": NOON, **columns})


def _shop(address: OrderAddress | None, version: str = "3.22.68") -> ShopDefaults:
    return ShopDefaults(name="Sample Shop", version=version, address=address, channels=())


def _not_before(store: Installation) -> tuple[Any, Level]:
    return setting_resolve(installation=store, channel="any", key="issue_not_before")


def test_a_first_seller_is_made_of_the_shops_address() -> None:
    store = _store()
    entity = store_bootstrap(installation=store, shop=_shop(GERMAN))
    assert entity is not None
    assert (entity.key, entity.name, entity.country) == ("default", "Sample Seller GmbH", "DE")
    assert entity.timezone == "Europe/Berlin"
    profile = channel_profile(installation=store, channel="any")
    seller = profile.document.seller
    assert (seller.name, seller.address.city, seller.address.postal_code) == (
        "Sample Seller GmbH", "BERLIN", "10115",
    )  # fmt: skip
    assert seller.vat_id == ""
    assert (profile.document.default_language, profile.paper) == ("de", "a4")
    assert Installation.objects.get().saleor_version == "3.22.68"
    assert store_bootstrap(installation=store, shop=_shop(GERMAN)) is None
    assert LegalEntity.objects.count() == 1


def test_the_history_says_that_saleor_told() -> None:
    store_bootstrap(installation=_store(), shop=_shop(GERMAN))
    assert set(SettingChange.objects.values_list("changed_by", flat=True)) == {"saleor"}
    keys = SettingChange.objects.values_list("level", "name", "key")
    assert {("seller", "default", "name"), ("legal_entity", "default", "default_language"),
            ("app", "", "issue_not_before")} <= set(keys)  # fmt: skip


def test_a_shop_where_letters_are_used_gets_that_paper() -> None:
    store = _store()
    address = OrderAddress(street_address_1="1 Sample Ave", city="NEW YORK", country="US")
    entity = store_bootstrap(installation=store, shop=_shop(address))
    assert entity is not None
    assert (entity.name, entity.timezone) == ("Sample Shop", "UTC")
    assert channel_profile(installation=store, channel="any").paper == "letter"


@pytest.mark.parametrize("address", [None, OrderAddress(city="BERLIN")])
def test_without_a_country_no_seller_is_made_up(address: OrderAddress | None) -> None:
    store = _store()
    assert store_bootstrap(installation=store, shop=_shop(address)) is None
    assert LegalEntity.objects.count() == 0
    assert SettingValue.objects.get().key == "issue_not_before"


def test_what_the_merchant_set_is_never_overwritten() -> None:
    store = _store()
    mine = factories.legal_entity(store, "mine")
    setting_set(
        installation=store, level=Level.APP, key="issue_not_before", value="2020-01-01",
        changed_by="staff:1",
    )  # fmt: skip
    assert store_bootstrap(installation=store, shop=_shop(GERMAN)) is None
    assert LegalEntity.objects.get() == mine
    assert _not_before(store) == ("2020-01-01", Level.APP)


@pytest.mark.parametrize(
    ("instant", "country", "day"),
    [
        ("2026-11-22T12:00+00:00", "DE", "2026-11-22"),
        ("2026-11-22T23:30+00:00", "DE", "2026-11-23"),  # past midnight in Berlin
        ("2026-11-22T16:00+00:00", "JP", "2026-11-23"),
        ("2026-11-22T11:59+00:00", "", "2026-11-21"),  # where on earth is not known
        ("2026-11-22T12:00+00:00", "", "2026-11-22"),
    ],
)
def test_old_orders_wait_for_a_request_from_the_sellers_day_of_installation_on(
    instant: str, country: str, day: str
) -> None:
    store = _store(registered_at=datetime.fromisoformat(instant))
    address = OrderAddress(city="X", country=country) if country else None
    store_bootstrap(installation=store, shop=_shop(address))
    assert _not_before(store) == (day, Level.APP)


def test_a_day_that_was_taken_away_does_not_come_back() -> None:
    store = _store()
    store_bootstrap(installation=store, shop=_shop(GERMAN))
    setting_inherit(
        installation=store, level=Level.APP, key="issue_not_before", changed_by="staff:1"
    )
    store_bootstrap(installation=store, shop=_shop(GERMAN))
    assert _not_before(store) == ("", Level.DEFAULT)


def test_a_reinstallation_keeps_the_day_of_the_first_one() -> None:
    store = _store()
    store_bootstrap(installation=store, shop=_shop(GERMAN))
    again = installation_register(
        api_url=store.saleor_api_url, token="new", app_id="QXBwOjI=", jwks={}
    )
    assert (again.pk, again.app_version) == (store.pk, "")
    store_bootstrap(installation=again, shop=_shop(GERMAN))
    assert _not_before(again) == ("2026-11-22", Level.APP)


def test_a_store_that_an_earlier_version_looked_after_gets_no_day() -> None:
    store = _store(app_version="0.1.0")
    store_bootstrap(installation=store, shop=_shop(GERMAN))
    assert _not_before(store) == ("", Level.DEFAULT)


@pytest.mark.parametrize(
    ("country", "zone", "language", "paper"),
    [
        ("PL", "Europe/Warsaw", "pl", "a4"),
        ("DE", "Europe/Berlin", "de", "a4"),
        ("JP", "Asia/Tokyo", "ja", "a4"),
        ("NL", "Europe/Amsterdam", "nl", "a4"),
        ("SA", "Asia/Riyadh", "ar", "a4"),
        ("CH", "Europe/Zurich", "", "a4"),  # four languages: which one is a guess
        ("IL", "Asia/Jerusalem", "", "a4"),
        ("TW", "Asia/Taipei", "", "a4"),  # Chinese of another script than ours
        ("PT", "UTC", "", "a4"),  # a language that documents do not speak, and two clocks
        ("US", "UTC", "en", "letter"),
        ("MX", "UTC", "es", "letter"),
        ("ES", "UTC", "es", "a4"),
        ("?", "UTC", "", "a4"),
    ],
)
def test_what_a_country_tells(country: str, zone: str, language: str, paper: str) -> None:
    assert country_timezone(country) == zone
    assert country_language(country) == language
    assert country_paper(country) == paper
