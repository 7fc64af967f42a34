"""Tax, terms and numbers of an order's document."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.order import Shipping, TaxedAmount
from saleor_invoices.domain.order_document import Draft, document_from_order, issued
from tests.domain.builders import (
    BERLIN,
    SERVICES,
    VAT_IDS,
    ZERO_RATED,
    amount,
    line,
    order,
    profile,
    shipped,
    untaxed_line,
)
from tests.strategies import ON

POST = Shipping(price=amount("5.00", "5.95"), tax_rate=Decimal("0.19"), method_name="Post")
WARSAW = replace(BERLIN, country="PL", postal_code="00-001", city="WARSZAWA")


def draft(*lines: Any, seller: Any = None, **values: Any) -> Draft:
    return document_from_order(order(*lines, **values), seller or profile(), on=ON)


def codes(made: Draft) -> list[str]:
    return [finding.code for finding in made.findings]


@pytest.mark.parametrize(
    ("seller", "values", "category"),
    [
        (profile(), {"metadata": {"vat_id": VAT_IDS["PL"]}}, "K"),
        (profile(tax=SERVICES), {"metadata": {"vat_id": VAT_IDS["PL"]}}, "AE"),
        (profile(tax={"tax_class_categories": {"": VatCategory.ZERO}}), {}, "Z"),
        (profile("CH"), {}, "G"),
        (profile("US"), {}, "O"),
        (profile(), {"tax_exemption": True}, "E"),
    ],
)
def test_the_category_of_a_sale_to_poland(
    seller: Any, values: dict[str, Any], category: str
) -> None:
    values = {"billing_address": WARSAW, "shipping_address": WARSAW} | values
    made = draft(untaxed_line(), fulfillments=(shipped(),), seller=seller, **values)
    assert made.findings == ()
    assert made.document.vat_breakdown[0].tax.category == category


def test_what_is_not_shipped_is_a_service() -> None:
    values = {"billing_address": WARSAW, "metadata": {"vat_id": VAT_IDS["PL"]}}
    download = untaxed_line(is_shipping_required=False)
    made = draft(download, shipping_address=None, **values)
    assert made.document.vat_breakdown[0].tax.exemption_code == "VATEX-EU-AE"


def test_the_canary_islands_are_told_by_the_sellers_postal_code() -> None:
    seller = profile("ES")
    address = replace(seller.seller.address, postal_code="35001")
    canary = replace(seller, seller=replace(seller.seller, address=address, vat_id="ESA1"))
    document = draft(line("100", "107", "0.07"), seller=canary).document
    assert document.vat_breakdown[0].tax.category is VatCategory.CANARY_IGIC
    assert document.tax_name == "IGIC"


def test_an_intra_community_supply_without_a_delivery_date_is_told() -> None:
    values = {"billing_address": WARSAW, "metadata": {"vat_id": VAT_IDS["PL"]}}
    made = draft(untaxed_line(), **values, shipping_address=WARSAW)
    assert codes(made) == ["SUPPLY_DATE_UNKNOWN"]
    assert made.can_be_issued


def test_a_sale_across_a_border_needs_the_sellers_vat_id() -> None:
    seller = profile()
    without = replace(seller, seller=replace(seller.seller, vat_id=""))
    values = {"billing_address": WARSAW, "metadata": {"vat_id": VAT_IDS["PL"]}}
    made = draft(untaxed_line(), seller=without, **values)
    assert codes(made) == ["ZERO_RATE_UNEXPLAINED"]  # the goods stay in Berlin
    made = draft(untaxed_line(), seller=without, **values, shipping_address=WARSAW)
    assert "SELLER_VAT_ID_MISSING" in codes(made)
    assert not made.can_be_issued


def test_a_domestic_reverse_charge_needs_the_buyers_vat_id() -> None:
    scrap = profile(tax={"tax_class_categories": {"Scrap": VatCategory.REVERSE_CHARGE}})
    made = draft(untaxed_line(tax_class="Scrap"), seller=scrap)
    assert codes(made) == ["BUYER_VAT_ID_MISSING"]


def test_goods_and_services_abroad_are_told_not_to_mix_outside_the_scope() -> None:
    american = replace(BERLIN, country="US", postal_code="62701")
    made = draft(
        untaxed_line(),
        untaxed_line(is_shipping_required=False),
        billing_address=american,
        shipping_address=american,
    )
    assert codes(made) == ["OUTSIDE_SCOPE_MIXED"]
    assert [row.tax.category.value for row in made.document.vat_breakdown] == ["G", "O"]


def test_a_seller_without_tax_number_or_address_is_told() -> None:
    seller = profile()
    nameless = replace(seller, seller=replace(seller.seller, name="", vat_id=""))
    made = draft(line(), seller=nameless)
    assert codes(made) == ["SELLER_INCOMPLETE", "SELLER_TAX_ID_MISSING"]
    assert not made.can_be_issued


def test_zero_rated_at_home_is_the_sellers_setting() -> None:
    made = draft(untaxed_line(), seller=profile(tax=ZERO_RATED))
    assert made.findings == ()
    assert made.document.vat_breakdown[0].tax.category is VatCategory.ZERO


def test_rates_of_four_decimals_stay_exact() -> None:
    usd = line("70.00", "76.22", "0.0888")
    made = draft(usd, currency="USD", seller=profile("US"))
    (row,) = made.document.vat_breakdown
    assert (str(row.tax.rate), row.tax_amount) == ("8.88", Decimal("6.22"))
    assert made.document.tax_name == "Sales tax"


def test_the_number_comes_at_issue_with_date_and_remittance() -> None:
    document = draft(line()).document
    done = issued(document, number="INV-1", issue_date=date(2026, 11, 23))
    assert (done.number, done.issue_date) == ("INV-1", date(2026, 11, 23))
    assert done.payment is not None
    assert done.payment.remittance == "INV-1"
    assert done.due_date == date(2026, 12, 6)
    assert replace(done, number="", issue_date=None, payment=document.payment) == document


def test_a_due_date_is_never_before_the_issue_date() -> None:
    document = draft(line(), seller=profile(payment_terms_days=0)).document
    late = issued(document, number="INV-1", issue_date=date(2026, 12, 24))
    assert late.due_date == date(2026, 12, 24)
    chosen = issued(document, number="INV-1", issue_date=ON, due_date=date(2027, 1, 1))
    assert chosen.due_date == date(2027, 1, 1)


def test_a_document_is_numbered_once_and_never_without_a_number() -> None:
    document = draft(line()).document
    done = issued(document, number="INV-1", issue_date=ON)
    with pytest.raises(Conflict) as conflict:
        issued(done, number="INV-2", issue_date=ON)
    assert conflict.value.code == "ALREADY_ISSUED"
    with pytest.raises(InvalidInput):
        issued(document, number="", issue_date=ON)
    assert document.number == ""


def test_no_amount_of_an_order_is_changed_in_place() -> None:
    before = order(line(), shipping=POST)
    document_from_order(before, profile(), on=ON)
    assert before == order(line(), shipping=POST)
    assert before.total == TaxedAmount(net=Decimal("105.00"), gross=Decimal("124.95"))


@pytest.mark.parametrize(
    ("gross", "found"),
    [
        ("1190.99", []),
        ("1191.00", ["TAX_DIFFERS_FROM_RATE"]),
        ("1189.00", ["TAX_DIFFERS_FROM_RATE"]),
    ],
)
def test_tax_that_its_rate_does_not_explain_is_told_and_kept(gross: str, found: list[str]) -> None:
    made = draft(line("1000.00", gross))
    assert codes(made) == found
    assert made.can_be_issued
    assert made.document.totals.gross == Decimal(gross)
