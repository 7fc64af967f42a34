"""Look-ups in Saleor over the API: who may, what comes, and what a refusal says."""

from collections.abc import Iterator
from typing import Any

import pytest

from saleor_invoices.invoices.services.saleor_look_up import channels_forget
from tests.api.conftest import Ask, bearer
from tests.api.counter import REFUSED, Counter, code, identity, refusal
from tests.plugins import factories
from tests.saleor.fake_saleor import Reply, data, denied
from tests.saleor.test_lookups import ADDRESS, CHANNEL, CUSTOMER, ORDER, VARIANT, listed

ORDERS = """query ($search: String! = "", $first: Int! = 10) {
  saleorOrders(search: $search, first: $first) {
    id number created status channel customerName customerEmail
    total { amount currency } invoice { id number } } }"""
CUSTOMERS = """{ saleorCustomers(search: "s") {
  id email name companyName vatId address { street city country } } }"""
PRODUCTS = """{ saleorProducts(channel: "eur") { variantId name sku taxRate
  price { amount currency } netPrice { amount } grossPrice { amount } } }"""
CHANNELS = "{ saleorChannels { slug name currency isActive country pricesIncludeTax } }"
ALL = {"orders": ORDERS, "customers": CUSTOMERS, "products": PRODUCTS, "channels": CHANNELS}
NOT_ALLOWED = {**REFUSED, "erp": "PERMISSION_DENIED", "teller": "PERMISSION_DENIED"}


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    channels_forget()
    yield
    channels_forget()


@pytest.mark.parametrize("who", NOT_ALLOWED)
@pytest.mark.parametrize("what", ALL)
def test_only_staff_who_work_with_orders_look_things_up(
    ask: Ask, counter: Counter, who: str, what: str
) -> None:
    asked = len(counter.shop.calls)
    assert code(ask(ALL[what], counter.people[who])) == NOT_ALLOWED[who]
    assert len(counter.shop.calls) == asked


def test_orders_come_with_their_invoices(ask: Ask, counter: Counter) -> None:
    row = counter.invoice(1001)
    mine = {**ORDER, "id": "order-1001"}
    counter.shop.faults["orderLookup"] = [listed("orders", mine, ORDER)]
    found, bare = ask(ORDERS, counter.people["alice"], search=" 21 ")["data"]["saleorOrders"]
    assert found["invoice"] == {"id": identity(row), "number": row.number}
    assert bare == {
        "id": ORDER["id"],
        "number": "21",
        "created": "2026-03-02T10:00:00+00:00",
        "status": "UNFULFILLED",
        "channel": "eur",
        "customerName": "Sample Buyer GmbH",
        "customerEmail": "",
        "total": {"amount": "0.1", "currency": "EUR"},
        "invoice": None,
    }
    assert counter.shop.variables("orderLookup") == [{"search": "21", "first": 10}]


def test_another_stores_staff_ask_their_own_saleor(ask: Ask, counter: Counter) -> None:
    counter.invoice(1001)
    mine = {**ORDER, "id": "order-1001"}
    counter.other_shop.faults["orderLookup"] = [listed("orders", mine)]
    (found,) = ask(ORDERS, counter.people["stella"])["data"]["saleorOrders"]
    assert found["invoice"] is None
    assert "orderLookup" not in counter.shop.operations


def test_a_customers_vat_id_comes_from_the_metadata(ask: Ask, counter: Counter) -> None:
    kept = {**CUSTOMER, "defaultBillingAddress": ADDRESS}
    counter.shop.faults["customerLookup"] = [listed("customers", kept, CUSTOMER)]
    found, bare = ask(CUSTOMERS, counter.people["alice"])["data"]["saleorCustomers"]
    assert found == {
        "id": "VXNlcjo3",
        "email": "buyer@example.com",
        "name": "Sample",
        "companyName": "Sample Buyer GmbH",
        "vatId": "DE136695976",
        "address": {"street": "Musterstraße 5", "city": "HAMBURG", "country": "DE"},
    }
    assert (bare["address"], bare["vatId"], bare["companyName"]) == (None, "", "")


def test_products_have_the_price_as_it_is_entered(ask: Ask, counter: Counter) -> None:
    price = {
        "net": {"amount": 41.97, "currency": "EUR"},
        "gross": {"amount": 49.95, "currency": "EUR"},
    }
    priced = {**VARIANT, "pricing": {"price": price}}
    answer = listed("productVariants", priced, VARIANT, channel=CHANNEL)
    counter.shop.faults["variantLookup"] = [answer]
    found, bare = ask(PRODUCTS, counter.people["alice"])["data"]["saleorProducts"]
    assert found == {
        "variantId": VARIANT["id"],
        "name": "Desk Lamp (White)",
        "sku": "",
        "taxRate": None,
        "price": {"amount": "49.95", "currency": "EUR"},
        "netPrice": {"amount": "41.97"},
        "grossPrice": {"amount": "49.95"},
    }
    assert bare["price"] is None


def test_channels_are_asked_for_once_a_minute(
    ask: Ask, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.shop.faults["channelLookup"] = [data(channels=[CHANNEL]), data(channels=[])]
    expected = {
        "slug": "eur",
        "name": "Channel-EUR",
        "currency": "EUR",
        "isActive": True,
        "country": "DE",
        "pricesIncludeTax": True,
    }
    for _ in range(2):
        assert ask(CHANNELS, counter.people["alice"])["data"]["saleorChannels"] == [expected]
    counter.other_shop.faults["channelLookup"] = [data(channels=[])]
    assert ask(CHANNELS, counter.people["stella"])["data"]["saleorChannels"] == []
    monkeypatch.setattr("saleor_invoices.invoices.services.saleor_look_up.KEPT_SECONDS", 0.0)
    assert ask(CHANNELS, counter.people["alice"])["data"]["saleorChannels"] == []


@pytest.mark.parametrize("what", ALL)
def test_what_saleor_refuses_is_told(ask: Ask, counter: Counter, what: str) -> None:
    names = ("orderLookup", "customerLookup", "variantLookup", "channelLookup")
    counter.shop.faults.update({name: [denied()] for name in names})
    assert code(ask(ALL[what], counter.people["alice"])) == "LOOKUP_NOT_ALLOWED"


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Reply({}, status=429, headers={"Retry-After": "7"}), "THROTTLED"),
        (denied(), "DISCONNECTED"),
    ],
)
def test_what_failed_has_a_code(ask: Ask, counter: Counter, fault: Reply, expected: str) -> None:
    counter.shop.faults["channelLookup"] = [fault]
    counter.shop.is_removed = expected == "DISCONNECTED"
    found, params = refusal(ask(CHANNELS, counter.people["alice"]))
    assert found == expected
    assert params.get("retry_after") == (7 if expected == "THROTTLED" else None)


@pytest.mark.parametrize("wanted", [{"first": 0}, {"first": 51}, {"search": "x" * 201}])
def test_what_can_not_be_asked_is_not(ask: Ask, counter: Counter, wanted: dict[str, Any]) -> None:
    assert code(ask(ORDERS, counter.people["alice"], **wanted)) == "LOOKUP_INVALID"
    assert "orderLookup" not in counter.shop.operations


def test_who_sets_up_sees_the_channels_and_no_orders(ask: Ask, counter: Counter) -> None:
    counter.shop.faults["channelLookup"] = [data(channels=[CHANNEL])]
    headers = bearer(
        factories.staff_token(counter.store, rights=["MANAGE_SETTINGS"]), counter.store
    )
    assert [one["slug"] for one in ask(CHANNELS, headers)["data"]["saleorChannels"]] == ["eur"]
    assert code(ask(ORDERS, headers)) == "PERMISSION_DENIED"
