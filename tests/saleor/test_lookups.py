"""Looking things up: typed rows from Saleor's answers, soon or not at all."""

from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.domain.errors import Refused, Throttled, Unreachable
from saleor_invoices.saleor import lookups
from saleor_invoices.saleor.client import SaleorClient
from tests.saleor.fake_saleor import TOKEN, Reply, Script, data, denied, served
from tests.saleor.signing import API_URL

ADDRESS: dict[str, Any] = {
    "firstName": "Accounts", "lastName": "Payable", "companyName": "Sample Buyer GmbH",
    "streetAddress1": "Musterstraße 5", "streetAddress2": "", "city": "HAMBURG", "cityArea": "",
    "postalCode": "20095", "country": {"code": "DE"}, "countryArea": "", "phone": None,
    "metadata": [{"key": "vat_id", "value": "DE136695976"}],
}  # fmt: skip
ORDER: dict[str, Any] = {
    "id": "T3JkZXI6MQ==", "number": "21", "created": "2026-03-02T10:00:00+00:00",
    "status": "UNFULFILLED", "channel": {"slug": "eur"}, "userEmail": None,
    "total": {"gross": {"amount": 0.1, "currency": "EUR"}}, "billingAddress": ADDRESS,
}  # fmt: skip
CUSTOMER: dict[str, Any] = {
    "id": "VXNlcjo3", "email": "buyer@example.com", "firstName": "Sample", "lastName": "",
    "metadata": [], "defaultBillingAddress": None,
}  # fmt: skip
VARIANT: dict[str, Any] = {
    "id": "UHJvZHVjdFZhcmlhbnQ6MQ==", "name": "White", "sku": None,
    "product": {"name": "Desk Lamp", "taxClass": None}, "pricing": {"price": None},
}  # fmt: skip
CHANNEL: dict[str, Any] = {
    "slug": "eur", "name": "Channel-EUR", "isActive": True, "currencyCode": "EUR",
    "defaultCountry": {"code": "DE"}, "taxConfiguration": {"pricesEnteredWithTax": True},
}  # fmt: skip


def over(script: Script) -> SaleorClient:
    return SaleorClient(api_url=API_URL, token=TOKEN, transport=script.transport)


def listed(key: str, *nodes: dict[str, Any], **more: Any) -> Reply:
    return data(**{key: {"edges": [{"node": node} for node in nodes]}}, **more)


def test_orders_are_read_exactly() -> None:
    script = Script(orderLookup=listed("orders", ORDER, {**ORDER, "billingAddress": None}))
    found, bare = lookups.orders_find(over(script), search="", first=10)
    assert (found.total, found.currency) == (Decimal("0.1"), "EUR")
    assert (found.customer_name, found.customer_email) == ("Sample Buyer GmbH", "")
    assert bare.customer_name == ""
    assert script.calls[0].variables == {"search": None, "first": 10}


def test_a_search_goes_to_saleor() -> None:
    script = Script(customerLookup=listed("customers", CUSTOMER))
    (found,) = lookups.customers_find(over(script), search="sample", first=5)
    assert (found.name, found.address) == ("Sample", None)
    assert script.calls[0].variables == {"search": "sample", "first": 5}


def test_a_customer_has_the_address_that_is_kept() -> None:
    kept = {**CUSTOMER, "defaultBillingAddress": ADDRESS}
    script = Script(customerLookup=listed("customers", kept))
    (found,) = lookups.customers_find(over(script), search="", first=5)
    assert found.address is not None
    assert found.address.company_name == "Sample Buyer GmbH"
    assert found.address.metadata == {"vat_id": "DE136695976"}


def test_a_variant_has_the_price_and_the_rate_of_its_channel() -> None:
    priced = {
        **VARIANT,
        "product": {
            "name": "Desk Lamp",
            "taxClass": {
                "countries": [
                    {"country": {"code": "FR"}, "rate": 20},
                    {"country": {"code": "DE"}, "rate": 19.0},
                ]
            },
        },
        "pricing": {
            "price": {
                "net": {"amount": 41.97, "currency": "EUR"},
                "gross": {"amount": 49.95, "currency": "EUR"},
            }
        },
    }
    script = Script(variantLookup=listed("productVariants", priced, VARIANT, channel=CHANNEL))
    found, bare = lookups.variants_find(over(script), search="", channel="eur", first=5)
    assert (found.name, found.net, found.gross) == (
        "Desk Lamp (White)", Decimal("41.97"), Decimal("49.95")
    )  # fmt: skip
    assert (found.tax_rate, found.is_entered_gross) == (Decimal(19), True)
    assert (bare.net, bare.gross, bare.tax_rate, bare.sku) == (None, None, None, "")


def test_an_unnamed_variant_is_called_like_its_product() -> None:
    unnamed = {**VARIANT, "name": VARIANT["id"]}
    script = Script(variantLookup=listed("productVariants", unnamed, channel=None))
    (found,) = lookups.variants_find(over(script), search="", channel="moon", first=5)
    assert (found.name, found.is_entered_gross) == ("Desk Lamp", False)


def test_channels_come_by_name() -> None:
    other = {**CHANNEL, "slug": "a", "name": "alpha"}
    script = Script(channelLookup=data(channels=[CHANNEL, other]))
    found = lookups.channels_find(over(script))
    assert [channel.slug for channel in found] == ["a", "eur"]
    assert found[1].prices_include_tax


def test_what_saleor_does_not_allow_has_a_code_of_its_own() -> None:
    script = Script(customerLookup=denied(), appAlive=data(app={"id": "1"}))
    with pytest.raises(Refused) as error:
        lookups.customers_find(over(script), search="", first=5)
    assert error.value.code == "LOOKUP_NOT_ALLOWED"
    assert "by hand" in error.value.message


@pytest.mark.parametrize(
    "node",
    [
        {**ORDER, "total": None},
        {**ORDER, "number": "21\0"},
        {**ORDER, "total": {"gross": {"amount": 1e300, "currency": "EUR"}}},
        {**ORDER, "billingAddress": {"firstName": "Sample"}},
    ],
)
def test_an_answer_of_another_shape_is_no_crash(node: dict[str, Any]) -> None:
    with pytest.raises(Unreachable) as error:
        lookups.orders_find(over(Script(orderLookup=listed("orders", node))), search="", first=1)
    assert error.value.code == "BAD_ANSWER"


def test_saleors_pause_is_told() -> None:
    with pytest.raises(Throttled):
        lookups.channels_find(over(Script(channelLookup=Reply({}, status=429))))


def test_nobody_waits_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookups, "PATIENCE", 0.2)
    script = Script(channelLookup=Reply({}, delay=1.0))
    with served(script) as url, pytest.raises(Unreachable) as error:
        lookups.channels_find(SaleorClient(api_url=url, token=TOKEN))
    assert "in time" in error.value.message
