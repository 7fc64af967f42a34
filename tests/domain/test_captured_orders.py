"""Orders as a real Saleor sent them become documents that add up."""

import base64
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from saleor_invoices.domain.order import Order
from saleor_invoices.domain.order_document import Draft, document_from_order
from saleor_invoices.saleor.orders import parse_order
from tests.domain.builders import profile

pytestmark = pytest.mark.shared


def captured(shared: Path, name: str) -> Order:
    """The order of a capture, with what its own, older selection did not ask for."""
    capture = json.loads((shared / "captures" / f"{name}.json").read_text())
    body = json.loads(base64.b64decode(capture["body_base64"]), parse_float=Decimal)
    data: dict[str, Any] = body["order"]
    if data["user"]:
        data["user"].setdefault("metadata", [])
    for discount in data["discounts"]:
        discount.setdefault("amount", discount["total"])
    data.setdefault("events", [])
    for line in data["lines"]:
        line["variant"].setdefault("attributes", [])
    for parcel in data["fulfillments"]:
        parcel.setdefault("totalRefundedAmount", None)
        parcel.setdefault("shippingRefundedAmount", None)
    return parse_order(data)


def document(shared: Path, name: str, country: str = "PL") -> Draft:
    return document_from_order(captured(shared, name), profile(country), on=date(2026, 11, 22))


def test_two_rates_and_a_discount_in_zloty(saleor_shared: Path) -> None:
    made = document(saleor_shared, "order_pln_two_rates_discount--order_created")
    assert made.findings == ()
    assert made.document.totals.payable == Decimal("211.17")
    assert made.document.totals.net == Decimal("173.04")
    assert [
        (row.tax.rate, row.taxable_amount, row.tax_amount) for row in made.document.vat_breakdown
    ] == [
        (Decimal(23), Decimal("163.81"), Decimal("37.67")),
        (Decimal(5), Decimal("9.23"), Decimal("0.46")),
    ]
    assert made.document.buyer.vat_id == "PL1234563218"
    assert [(line.name, line.description) for line in made.document.lines] == [
        ("Monospace Tee", "S"),
        ("Apple Juice", ""),
    ]
    assert made.document.lines[1].seller_item_id == ""
    assert made.document.language == "pl"


def test_sales_tax_of_four_decimals_in_dollars(saleor_shared: Path) -> None:
    made = document(saleor_shared, "order_created_usd--order_created", "US")
    assert made.findings == ()
    assert made.document.tax_name == "Sales tax"
    (row,) = made.document.vat_breakdown
    assert (row.tax.rate, row.taxable_amount, row.tax_amount) == (
        Decimal("8.88"),
        Decimal("70.00"),
        Decimal("6.22"),
    )
    assert made.document.charges == ()


@pytest.mark.parametrize(
    ("name", "payable", "terms"),
    [
        ("checkout_by_customer--order_fully_paid", "131.33", "paid"),
        ("charge_partial--order_paid", "131.33", "open"),
        ("refund_partial--order_refunded", "131.33", "paid"),
        ("cancelled--order_cancelled", "133.87", "open"),
        ("fulfilled--order_fulfilled", "211.17", "paid"),
        ("invoice_requested--invoice_requested", "211.17", "paid"),
    ],
)
def test_every_captured_order_adds_up(
    saleor_shared: Path, name: str, payable: str, terms: str
) -> None:
    made = document(saleor_shared, name)
    assert made.findings == ()
    assert made.document.totals.payable == Decimal(payable)
    assert made.document.totals.rounding == 0
    assert (made.document.due_date is None) == (terms == "paid")


def test_a_captured_parcel_is_the_supply(saleor_shared: Path) -> None:
    delivery = document(saleor_shared, "fulfilled--order_fulfilled").document.delivery
    assert delivery is not None
    assert (delivery.supply_date, delivery.supply_date_kind) == (date(2026, 11, 22), "delivery")
