"""From order to document: the amounts, and what stops an issue."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain import findings
from saleor_invoices.domain.codes import DocumentKind, VatCategory
from saleor_invoices.domain.document import LineAdjustment, Prepayment
from saleor_invoices.domain.errors import CannotIssue
from saleor_invoices.domain.money import unit
from saleor_invoices.domain.order import GiftCard, Order, OrderDiscount, Shipping
from saleor_invoices.domain.order_document import Draft, document_from_order
from tests.domain.builders import (
    amount,
    line,
    order,
    profile,
    untaxed_line,
)
from tests.strategies import ON, PROFILE, orders

POST = Shipping(price=amount("5.00", "5.95"), tax_rate=Decimal("0.19"), method_name="Post")


def draft(*lines: Any, seller: Any = None, **values: Any) -> Draft:
    return document_from_order(order(*lines, **values), seller or profile(), on=ON)


def codes(made: Draft) -> list[str]:
    return [finding.code for finding in made.findings]


def card(used: str | None = None, initial: str | None = "50.00") -> GiftCard:
    return GiftCard(
        id="R2lmdENhcmQ6MQ==",
        last_characters="AB12",
        currency="EUR",
        initial_balance=None if initial is None else Decimal(initial),
        used=None if used is None else Decimal(used),
    )


def test_an_order_becomes_an_invoice_that_can_be_issued() -> None:
    made = draft(line(), shipping=POST)
    document = made.document
    assert made.findings == ()
    assert made.can_be_issued
    assert document.kind is DocumentKind.INVOICE
    assert (document.number, document.issue_date) == ("", None)
    assert document.totals.line_net == Decimal("100.00")
    assert document.totals.charges == Decimal("5.00")
    assert document.totals.gross == document.totals.payable == Decimal("124.95")
    assert document.order is not None
    assert (document.order.number, document.order.customer_email) == ("1001", "buyer@example.com")


@given(orders())
def test_the_amount_due_is_the_orders_total_to_the_smallest_unit(given_order: Order) -> None:
    made = document_from_order(given_order, PROFILE, on=ON)
    totals = made.document.totals
    assert made.can_be_issued, made.findings
    assert totals.payable == given_order.total.gross
    assert totals.gross - totals.prepaid + totals.rounding == totals.payable
    assert totals.rounding == 0
    assert totals.prepaid == sum((each.used or 0) for each in given_order.gift_cards)


@given(orders())
def test_line_amounts_are_saleors_and_never_recomputed(given_order: Order) -> None:
    lines = document_from_order(given_order, PROFILE, on=ON).document.lines
    assert [(each.net_amount, each.gross_amount) for each in lines] == [
        (each.total.net, each.total.gross) for each in given_order.lines
    ]
    for made in lines:
        for allowance in made.allowances:
            assert allowance.base_amount is not None
            assert allowance.base_amount - allowance.amount == made.net_amount
            assert allowance.amount > 0


@given(orders(gift_cards=False), st.integers(-12, 12))
def test_a_difference_is_rounding_up_to_a_unit_a_line_and_blocks_beyond(
    given_order: Order, units: int
) -> None:
    difference = unit(given_order.currency) * units
    total = replace(given_order.total, gross=given_order.total.gross + difference)
    made = document_from_order(replace(given_order, total=total), PROFILE, on=ON)
    charged = len(made.document.lines) + len(made.document.charges)
    assert made.can_be_issued == (abs(units) <= charged)
    if made.can_be_issued:
        assert made.document.totals.rounding == difference
        assert ("ROUNDING_DIFFERENCE" in codes(made)) == bool(units)


@given(orders(), st.integers(7, 10**6))
def test_gift_cards_that_saleor_does_not_tell_about_are_inferred(
    given_order: Order, spare: int
) -> None:
    cards = tuple(replace(each, used=None) for each in given_order.gift_cards)
    made = document_from_order(replace(given_order, gift_cards=cards), PROFILE, on=ON)
    assert made.can_be_issued, made.findings
    assert made.document.totals.rounding == 0
    assert made.document.totals.payable == given_order.total.gross
    assert codes(made) == (["GIFT_CARD_INFERRED"] if cards else [])


def test_a_gift_card_is_a_prepaid_amount_and_lowers_no_line() -> None:
    made = draft(line(), gift_cards=(card("30.00"),), total=amount("74.79", "89.00"))
    totals = made.document.totals
    assert made.findings == ()
    assert made.document.prepayments == (Prepayment(amount=Decimal("30.00"), label="AB12"),)
    assert (totals.gross, totals.prepaid, totals.payable, totals.rounding) == (
        Decimal("119.00"),
        Decimal("30.00"),
        Decimal("89.00"),
        Decimal(0),
    )


def test_gift_cards_that_pay_all_leave_nothing_due() -> None:
    made = draft(line(), gift_cards=(card("119.00"),), total=amount("0", "0"))
    assert made.findings == ()
    assert made.document.totals.payable == 0
    assert (made.document.due_date, made.document.payment) == (None, None)
    assert made.document.payment_terms == "Paid."


def test_a_gift_card_charged_as_a_transaction_is_a_payment_and_not_prepaid() -> None:
    made = draft(line(), gift_cards=(card("30.00"),))
    assert made.findings == ()
    assert made.document.prepayments == ()
    assert made.document.totals.payable == Decimal("119.00")


def test_an_inferred_gift_card_is_told_to_the_merchant() -> None:
    made = draft(line(), gift_cards=(card(),), total=amount("74.79", "89.00"))
    (finding,) = made.findings
    assert (finding.code, finding.is_blocking) == ("GIFT_CARD_INFERRED", False)
    assert finding.params["amount"] == "30.00"
    assert made.document.prepayments == (Prepayment(amount=Decimal("30.00"), label="AB12"),)


def test_two_unknown_gift_cards_share_the_difference_by_what_they_held() -> None:
    cards = (card(initial="20.00"), replace(card(initial="20.00"), last_characters="CD34"))
    made = draft(line(), gift_cards=cards, total=amount("74.79", "89.00"))
    assert [(each.amount, each.label) for each in made.document.prepayments] == [
        (Decimal("20.00"), "AB12"),
        (Decimal("10.00"), "CD34"),
    ]


def test_a_known_and_an_unknown_gift_card_add_up() -> None:
    cards = (card("10.00"), replace(card(initial="50.00"), last_characters="CD34"))
    made = draft(line(), gift_cards=cards, total=amount("74.79", "89.00"))
    assert [each.amount for each in made.document.prepayments] == [
        Decimal("10.00"),
        Decimal("20.00"),
    ]
    assert codes(made) == ["GIFT_CARD_INFERRED"]


@pytest.mark.parametrize("initial", ["20.00", None])
def test_gift_cards_are_never_taken_to_pay_more_than_they_held(initial: str | None) -> None:
    made = draft(line(), gift_cards=(card(initial=initial),), total=amount("74.79", "89.00"))
    assert not made.can_be_issued
    assert "TOTALS_DIFFER" in codes(made)


def test_without_gift_cards_a_lower_total_is_never_explained_by_them() -> None:
    made = draft(line(), total=amount("74.79", "89.00"))
    assert codes(made) == ["TOTALS_DIFFER", "TOTALS_DIFFER"]
    assert made.document.prepayments == ()


def test_a_difference_is_named_with_sum_and_amount_and_refuses_the_issue() -> None:
    made = draft(line(), total=amount("100.00", "120.00"))
    (finding,) = made.findings
    assert finding.params == {
        "order": "1001",
        "sum": "gross",
        "stated": "120.00",
        "computed": "119.00",
        "difference": "1.00",
        "currency": "EUR",
    }
    with pytest.raises(CannotIssue) as refusal:
        findings.refuse_blocking(made.findings)
    assert refusal.value.code == "TOTALS_DIFFER"
    assert "gross total of order 1001 is 120.00 EUR" in refusal.value.message


def test_a_net_total_that_differs_blocks_too() -> None:
    made = draft(line(), total=amount("99.00", "119.00"))
    (finding,) = made.findings
    assert (finding.code, finding.params["sum"]) == ("TOTALS_DIFFER", "net")
    assert finding.params["difference"] == "-1.00"


def test_an_order_discount_is_told_and_never_taken_off_again() -> None:
    discount = OrderDiscount(type="VOUCHER", total=Decimal("11.90"), name="ORDER10")
    made = draft(line("90.00", "107.10"), discounts=(discount,))
    assert made.document.totals.payable == Decimal("107.10")
    assert made.document.allowances == ()
    assert [note.text for note in made.document.notes] == [
        "Already deducted from the amounts above: ORDER10, €11.90."
    ]


def test_a_discount_of_a_line_is_shown_and_leaves_saleors_net_amount() -> None:
    discounted = line(
        "9.23",
        "9.69",
        "0.05",
        quantity=3,
        undiscounted_total=amount("17.11", "17.97"),
        unit_discount_reason="Promotion: UHJvbW90aW9uOjI3YmQ3OWNm",
    )
    (made,) = draft(discounted).document.lines
    assert made.allowances == (
        LineAdjustment(
            amount=Decimal("7.88"),
            base_amount=Decimal("17.11"),
            reason="Discount",
            reason_code="95",
        ),
    )
    assert made.net_amount == Decimal("9.23")
    assert made.unit_price_net == Decimal("3.076667")
    assert str(made.unit_price_gross) == "3.23"


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Entire order voucher code: ORDER10", "Entire order voucher code: ORDER10"),
        (
            "Entire order voucher code: ORDER10 & Promotion: UHJvbW90aW9uOjI=",
            "Entire order voucher code: ORDER10",
        ),
        ("Sale: U2FsZTox", "Rabatt"),
        ("Damaged box", "Damaged box"),
        ("", "Rabatt"),
    ],
)
def test_a_discounts_reason_bears_no_internal_id(reason: str, told: str) -> None:
    discounted = line(undiscounted_total=amount("200", "238"), unit_discount_reason=reason)
    (made,) = draft(discounted, language="DE").document.lines
    assert made.allowances[0].reason == told


def test_a_price_that_does_not_divide_keeps_six_decimals() -> None:
    (made,) = draft(line("131.71", "162.00", "0.23", quantity=2)).document.lines
    assert (str(made.unit_price_net), str(made.unit_price_gross)) == ("65.855", "81.00")


def test_shipping_is_a_charge_with_its_own_rate() -> None:
    (charge,) = draft(line(), shipping=POST).document.charges
    assert (charge.amount, charge.gross_amount, charge.reason, charge.reason_code) == (
        Decimal("5.00"),
        Decimal("5.95"),
        "Post",
        "FC",
    )
    assert (charge.tax.category, charge.tax.rate) == (VatCategory.STANDARD, Decimal(19))


def test_free_shipping_is_no_charge() -> None:
    free = replace(POST, price=amount("0", "0"), undiscounted=Decimal("5.95"))
    made = draft(line(), shipping=free)
    assert made.document.charges == ()
    assert made.findings == ()


@pytest.mark.parametrize(
    ("given_names", "name", "description"),
    [
        ({"variant_name": "M"}, "Monospace Tee", "M"),
        ({"variant_name": "UHJvZHVjdFZhcmlhbnQ6Mzg0"}, "Monospace Tee", ""),
        ({"variant_name": "x1", "variant_id": "x1"}, "Monospace Tee", ""),
        ({"variant_name": "Monospace Tee"}, "Monospace Tee", ""),
        ({"variant_name": ""}, "Monospace Tee", ""),
        (
            {"translated_product_name": "Koszulka", "translated_variant_name": "Średni"},
            "Koszulka",
            "Średni",
        ),
        (
            {"variant_name": "M / Red", "attributes": (("Size", "M"), ("Colour", "red"))},
            "Monospace Tee",
            "M / Red",
        ),
        (
            {"variant_name": "M", "attributes": (("Colour", "Red"),)},
            "Monospace Tee",
            "M, Colour: Red",
        ),
        ({"product_name": "", "sku": "TEE-1"}, "TEE-1", ""),
    ],
)
def test_a_line_is_named_for_people(
    given_names: dict[str, Any], name: str, description: str
) -> None:
    (made,) = draft(line(**given_names)).document.lines
    assert (made.name, made.description) == (name, description)


def test_a_line_without_sku_has_no_item_id() -> None:
    (made,) = draft(line(sku="")).document.lines
    assert made.seller_item_id == ""


def test_a_gift_stays_on_the_document_and_blocks_nothing() -> None:
    gift = line("0.00", "0.00", "0", is_gift=True, product_name="Sticker")
    made = draft(line(), gift)
    assert made.findings == ()
    assert [each.name for each in made.document.lines] == ["Monospace Tee", "Sticker"]
    assert made.document.lines[1].gross_amount == 0


def test_an_order_given_away_whole_is_issued_with_nothing_due() -> None:
    made = draft(line("0.00", "0.00", "0"))
    assert made.findings == ()
    assert made.document.totals.payable == 0
    assert (made.document.due_date, made.document.payment_terms) == (None, "")


@pytest.mark.parametrize(
    ("currency", "net", "gross", "payable"),
    [("JPY", "1000", "1100", "1100"), ("KWD", "13.423", "14.094", "14.094")],
)
def test_currencies_keep_their_own_decimals(
    currency: str, net: str, gross: str, payable: str
) -> None:
    made = draft(line(net, gross, "0.1"), currency=currency)
    assert made.findings == ()
    assert str(made.document.totals.payable) == payable


def test_a_fraction_of_the_smallest_unit_becomes_rounding_and_is_not_lost() -> None:
    made = draft(line("10.004", "11.904"), line("10.004", "11.904"), line("10.004", "11.904"))
    assert [each.net_amount for each in made.document.lines] == [Decimal("10.00")] * 3
    assert made.document.totals.rounding == Decimal("0.01")
    assert "ROUNDING_DIFFERENCE" in codes(made)
    assert made.can_be_issued


def test_an_unknown_currency_is_refused() -> None:
    with pytest.raises(CannotIssue) as refusal:
        draft(line(), currency="XYZ")
    assert refusal.value.code == "UNKNOWN_CURRENCY"


def test_an_order_without_lines_blocks() -> None:
    empty = replace(order(line()), lines=(), total=amount("0", "0"))
    made = document_from_order(empty, profile(), on=ON)
    assert codes(made) == ["ORDER_EMPTY"]
    assert not made.can_be_issued


def test_a_quantity_of_nothing_with_an_amount_blocks() -> None:
    assert codes(draft(line(quantity=0))) == ["LINE_QUANTITY_INVALID"]
    assert codes(draft(line(), line("0", "0", quantity=0))) == []


def test_an_unexplained_zero_blocks_and_names_each_amount() -> None:
    untaxed_post = replace(POST, price=amount("5"), tax_rate=Decimal(0))
    made = draft(untaxed_line(), line(), shipping=untaxed_post)
    assert codes(made) == ["ZERO_RATE_UNEXPLAINED", "ZERO_RATE_UNEXPLAINED"]
    assert made.findings[0].message.startswith("Line 1 (Monospace Tee)")
    assert made.findings[1].message.startswith("Shipping (Post)")
