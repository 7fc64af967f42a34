"""Small whole orders and profiles for tests; every value can be replaced."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Address, CreditTransfer, Party
from saleor_invoices.domain.order import (
    Customer,
    Fulfillment,
    Order,
    OrderAddress,
    OrderLine,
    Shipping,
    TaxedAmount,
)
from saleor_invoices.domain.profile import DocumentProfile, SupplyKind, TaxProfile

CREATED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
SHIPPED = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)

BERLIN = OrderAddress(
    company_name="Sample Buyer GmbH",
    street_address_1="Musterstraße 1",
    city="BERLIN",
    postal_code="10115",
    country="DE",
)
VAT_IDS = {"DE": "DE136695976", "PL": "PL1234563218", "AT": "ATU13585627", "XI": "XI980780684"}


def amount(net: str, gross: str | None = None) -> TaxedAmount:
    return TaxedAmount(net=Decimal(net), gross=Decimal(net if gross is None else gross))


def line(net: str = "100.00", gross: str = "119.00", rate: str = "0.19", **other: Any) -> OrderLine:
    values: dict[str, Any] = {
        "id": "T3JkZXJMaW5lOjE=",
        "product_name": "Monospace Tee",
        "quantity": 1,
        "unit_price": amount(net, gross),
        "total": amount(net, gross),
        "tax_rate": Decimal(rate),
        "sku": "TEE-1",
    }
    return OrderLine(**(values | other))


def untaxed_line(net: str = "100.00", **other: Any) -> OrderLine:
    return line(net, net, "0", **other)


def order(*lines: OrderLine, **other: Any) -> Order:
    """An order whose total is the sum of its lines and shipping, unless given."""
    lines = lines or (line(),)
    shipping: Shipping = other.get("shipping", Shipping())
    net = sum((each.total.net for each in lines), shipping.price.net)
    gross = sum((each.total.gross for each in lines), shipping.price.gross)
    values: dict[str, Any] = {
        "id": "T3JkZXI6MQ==",
        "number": "1001",
        "created": CREATED,
        "status": "UNFULFILLED",
        "channel": "default-channel",
        "currency": "EUR",
        "lines": lines,
        "total": TaxedAmount(net=net, gross=gross),
        "language": "EN",
        "billing_address": BERLIN,
        "shipping_address": BERLIN,
        "customer": Customer(id="VXNlcjox", email="buyer@example.com"),
        "email": "buyer@example.com",
    }
    return Order(**(values | other))


def shipped(status: str = "FULFILLED", at: datetime = SHIPPED) -> Fulfillment:
    return Fulfillment(id="RnVsZmlsbG1lbnQ6MQ==", status=status, created=at)


def profile(
    country: str = "DE", *, tax: Mapping[str, Any] | None = None, **other: Any
) -> DocumentProfile:
    """A registered seller of goods in the country, with one bank account."""
    values: dict[str, Any] = {
        "seller": Party(
            name="Sample Shop GmbH",
            vat_id=VAT_IDS.get(country, ""),
            tax_registration="" if country in VAT_IDS else "12345",
            address=Address(street="Shop Street 1", city="Town", country=country),
        ),
        "tax": TaxProfile(country=country, **(tax or {})),
        "timezone": "Europe/Berlin",
        "bank_accounts": (CreditTransfer(account="DE89370400440532013000"),),
    }
    return DocumentProfile(**(values | other))


SERVICES = {"supply_kind": SupplyKind.SERVICES}
ZERO_RATED = {"zero_rate_category": VatCategory.ZERO}
