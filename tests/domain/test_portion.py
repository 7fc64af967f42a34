"""An order in parts: together exactly the whole, whatever the split."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleor_invoices.domain.document import (
    CreditTransfer,
    Document,
    LineAdjustment,
    PaymentInstructions,
    Prepayment,
)
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.domain.portion import portion, rest_quantities
from saleor_invoices.domain.totals import check
from tests.domain.crediting import charge, document, invoices, line
from tests.strategies import documents

TEE = line("25.18", "29.97", quantity=Decimal(3), name="Tee")
BOOK = line("10.00", "10.70", "7", place="2", name="Book")
POST = charge("5.00", "5.95")
WHOLE = document(TEE, BOOK, charges=(POST,), number="")
WHOLES = st.one_of(
    documents(numbered=False), invoices(allowances=False).map(lambda one: replace(one, number=""))
)


def part(whole: Document, *before: Document, last: bool = False, **quantities: str) -> Document:
    """A portion by line numbers (``line_1="2"``); the first one has the charges."""
    wanted = {
        f"order-line-{name.removeprefix('line_')}": Decimal(quantity)
        for name, quantity in quantities.items()
    }
    return cut(whole, before, wanted, last=last)


def cut(
    whole: Document,
    before: tuple[Document, ...],
    quantities: dict[str, Decimal],
    *,
    last: bool,
) -> Document:
    made = portion(
        whole, quantities=quantities, invoiced=before, with_charges=not before, is_last=last
    )
    assert check(made) == []
    return made


@given(WHOLES, st.data())
@settings(deadline=None)
def test_all_portions_together_are_the_order(whole: Document, data: st.DataObject) -> None:
    parts: tuple[Document, ...] = ()
    while any((left := rest_quantities(whole, parts)).values()):
        wanted = left
        if len(parts) < 4:
            most = data.draw(st.lists(st.sampled_from((99, 2, 1, 0)), min_size=6, max_size=6))
            shares = dict(zip(left, map(Decimal, most), strict=False))
            wanted = {source: min(shares[source], left[source]) for source in left}
        wanted = wanted if any(wanted.values()) else left
        parts += (cut(whole, parts, wanted, last=wanted == left),)
    for name in ("net", "tax", "gross", "prepaid", "rounding", "payable"):
        assert sum(getattr(one.totals, name) for one in parts) == getattr(whole.totals, name)
    for source in whole.lines:
        pieces = [one for each in parts for one in each.lines if one.source_id == source.source_id]
        for name in ("quantity", "net_amount", "tax_amount", "gross_amount"):
            assert sum(getattr(one, name) for one in pieces) == getattr(source, name)
    for row in whole.vat_breakdown:
        rows = [
            one
            for each in parts
            for one in each.vat_breakdown
            if (one.tax.category, one.tax.rate) == (row.tax.category, row.tax.rate)
        ]
        assert sum(one.taxable_amount for one in rows) == row.taxable_amount
        assert sum(one.tax_amount for one in rows) == row.tax_amount
    assert all(one.totals.payable >= 0 for one in parts)


def test_a_portion_is_a_draft_of_its_lines_numbered_anew() -> None:
    first = part(WHOLE, line_2="1")
    assert [(one.id, one.source_id, one.name) for one in first.lines] == [
        ("1", "order-line-2", "Book")
    ]
    assert first.lines[0] == replace(BOOK, id="1")
    assert [one.gross_amount for one in first.charges] == [Decimal("5.95")]
    assert (first.number, first.order) == ("", WHOLE.order)
    rest = part(WHOLE, first, last=True, line_1="3")
    assert rest.charges == ()
    assert rest.totals.gross == Decimal("29.97")


def test_delivery_is_on_the_first_only() -> None:
    first = part(WHOLE, line_1="1")
    second = part(WHOLE, first, line_1="1")
    last = part(WHOLE, first, second, last=True, line_1="1", line_2="1")
    assert [len(one.charges) for one in (first, second, last)] == [1, 0, 0]


def test_a_piece_costs_what_one_costs() -> None:
    first = part(WHOLE, line_1="1")
    tee = first.lines[0]
    assert (tee.gross_amount, tee.unit_price_gross) == (Decimal("9.99"), Decimal("9.99"))


def test_a_whole_order_in_one_go_is_the_whole() -> None:
    assert part(WHOLE, last=True, line_1="3", line_2="1") == WHOLE


def test_rest_quantities_are_what_is_not_invoiced_and_never_below_zero() -> None:
    first = part(WHOLE, line_1="2")
    assert rest_quantities(WHOLE, [first]) == {"order-line-1": 1, "order-line-2": 1}
    less = document(replace(TEE, quantity=Decimal(1)), number="")
    assert rest_quantities(less, [first]) == {"order-line-1": 0}


def test_gift_cards_pay_the_first_portions_first() -> None:
    cards = (
        Prepayment(amount=Decimal("12.00"), label="OLD"),
        Prepayment(amount=Decimal("20.00"), label="NEW"),
    )
    whole = replace(
        document(TEE, BOOK, charges=(POST,), prepayments=cards, number=""),
        due_date=date(2026, 12, 1),
        payment_terms="Payable within 14 days.",
        payment=PaymentInstructions(
            means_code="58", credit_transfers=(CreditTransfer(account=""),)
        ),
    )
    first = part(whole, line_2="1")  # 16.65 with delivery
    assert [(one.label, one.amount) for one in first.prepayments] == [
        ("OLD", Decimal("12.00")),
        ("NEW", Decimal("4.65")),
    ]
    assert first.totals.payable == 0
    assert (first.due_date, first.payment_terms, first.payment) == (None, "", None)
    rest = part(whole, first, last=True, line_1="3")
    assert [(one.label, one.amount) for one in rest.prepayments] == [("NEW", Decimal("15.35"))]
    assert rest.totals.payable == whole.totals.payable == Decimal("14.62")
    assert rest.payment == whole.payment


def test_the_rounding_amount_is_on_the_last() -> None:
    whole = document(TEE, BOOK, number="", rounding=Decimal("-0.02"))
    first = part(whole, line_2="1")
    assert first.totals.rounding == 0
    assert part(whole, first, last=True, line_1="3").totals.rounding == Decimal("-0.02")


def test_a_discount_is_shown_in_pieces() -> None:
    discount = LineAdjustment(amount=Decimal("5.00"), base_amount=Decimal("30.18"), reason="Sale")
    whole = document(replace(TEE, allowances=(discount,)), number="")
    first = part(whole, line_1="1")
    rest = part(whole, first, last=True, line_1="2")
    shown = [one.lines[0].allowances[0] for one in (first, rest)]
    assert [one.amount for one in shown] == [Decimal("1.67"), Decimal("3.33")]
    for piece, allowance in zip((first, rest), shown, strict=True):
        assert allowance.base_amount == piece.lines[0].net_amount + allowance.amount


def refused(code: str, whole: Document, *before: Document, **wanted: Any) -> None:
    with pytest.raises(Conflict) as caught:
        part(whole, *before, **wanted)
    assert caught.value.code == code


def test_more_than_the_order_has_is_refused() -> None:
    refused("PORTION_EXCEEDS_ORDER", WHOLE, line_1="4")
    refused("PORTION_EXCEEDS_ORDER", WHOLE, line_9="1")
    refused("PORTION_EXCEEDS_ORDER", WHOLE, part(WHOLE, line_1="2"), line_1="2")


def test_a_portion_of_nothing_is_refused() -> None:
    refused("PORTION_EMPTY", WHOLE)
    refused("PORTION_EMPTY", WHOLE, line_1="0")


def test_what_was_invoiced_stands_and_the_rest_is_what_is_left() -> None:
    """The price fell to 27.00 after a first piece was invoiced at 9.99."""
    first = part(WHOLE, line_1="1")
    now = document(
        line("22.69", "27.00", quantity=Decimal(3), name="Tee"), BOOK, charges=(POST,), number=""
    )
    rest = part(now, first, last=True, line_1="2", line_2="1")
    assert rest.lines[0].gross_amount == Decimal("17.01")
    assert first.totals.gross + rest.totals.gross == now.totals.gross


def test_dearer_delivery_is_made_up_for_on_the_last() -> None:
    first = part(WHOLE, line_1="3")
    now = document(TEE, BOOK, charges=(charge("6.00", "7.14"),), number="")
    rest = part(now, first, last=True, line_2="1")
    assert [(one.id, one.amount, one.gross_amount) for one in rest.charges] == [
        ("1", Decimal("1.00"), Decimal("1.19"))
    ]


@pytest.mark.parametrize(
    "now",
    [
        document(line("5.00", "5.95", quantity=Decimal(3)), BOOK, charges=(POST,), number=""),
        document(replace(TEE, quantity=Decimal(1)), BOOK, charges=(POST,), number=""),
        document(BOOK, charges=(POST,), number=""),
        document(TEE, BOOK, charges=(charge("1.00", "1.19"),), number=""),
    ],
    ids=["cheaper", "fewer", "removed", "delivery cheaper"],
)
def test_less_than_was_invoiced_has_changed(now: Document) -> None:
    first = part(WHOLE, line_1="2")
    left = rest_quantities(now, [first])
    wanted = {f"line_{name[-1]}": str(value) for name, value in left.items()}
    refused("ORDER_CHANGED", now, first, last=True, **wanted)


def test_a_line_invoiced_whole_may_not_change_its_price() -> None:
    first = part(WHOLE, line_1="3")
    dearer = document(line("26.00", "30.94", quantity=Decimal(3)), BOOK, charges=(POST,), number="")
    refused("ORDER_CHANGED", dearer, first, last=True, line_2="1")
