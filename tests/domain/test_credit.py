"""Credit notes by example: what each way of crediting says, and what is refused."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleor_invoices.domain import totals
from saleor_invoices.domain.codes import DocumentKind, SupplyDateKind
from saleor_invoices.domain.credit import CreditLine, CreditRequest, credit_document, remaining
from saleor_invoices.domain.document import (
    Delivery,
    Document,
    DocumentAdjustment,
    EInvoiceChoice,
    LineAdjustment,
    Note,
    PaymentInstructions,
    Prepayment,
)
from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.money import ZERO
from tests.domain.crediting import (
    charge,
    credit,
    document,
    invoices,
    line,
    refuse_too_little,
    tax,
)
from tests.strategies import documents

TEE = line("25.18", "29.97", quantity=Decimal(3), name="Tee")
BOOK = line("10.00", "10.70", "7", place="2", name="Book")
POST = charge("5.00", "5.95")
INVOICE = document(TEE, BOOK, charges=(POST,), issue_date=date(2026, 11, 1))


def parts(note: Document) -> list[tuple[str, str, str, str]]:
    return [
        (one.preceding_id, str(one.quantity), str(one.net_amount), str(one.tax_amount))
        for one in note.lines
    ]


def of(line_id: str, quantity: str | None = None) -> CreditLine:
    return CreditLine(line_id=line_id, quantity=Decimal(quantity) if quantity else None)


def refused(code: str, invoice: Document = INVOICE, *before: Document, **request: Any) -> AppError:
    with pytest.raises(AppError) as caught:
        credit_document(invoice, before, CreditRequest(**request), spread_name=str)
    assert caught.value.code == code
    return caught.value


def test_a_credit_note_is_a_draft_that_names_its_invoice() -> None:
    issued = replace(
        INVOICE,
        test_mode=True,
        language="de",
        due_date=date(2026, 11, 15),
        payment_terms="Payable within 14 days.",
        payment=PaymentInstructions(means_code="58"),
        einvoice=EInvoiceChoice(profile="en16931", syntax="cii"),
    )
    note = credit(issued, everything=True, reason="Returned")
    assert (note.kind, note.number, note.issue_date) == (DocumentKind.CREDIT_NOTE, "", None)
    (preceding,) = note.preceding_invoices
    assert (preceding.number, preceding.issue_date) == ("INV-1", date(2026, 11, 1))
    assert (note.due_date, note.payment_terms, note.payment) == (None, "", None)
    assert (note.einvoice, note.reason) == (None, "Returned")
    for field in ("seller", "buyer", "order", "language", "test_mode", "presentation", "tax_name"):
        assert getattr(note, field) == getattr(issued, field)


def test_a_piece_of_a_line_costs_what_one_costs() -> None:
    first = credit(INVOICE, lines=(of("1", "1"),))
    assert parts(first) == [("1", "1", "8.39", "1.60")]
    assert first.totals.payable == Decimal("9.99")
    assert first.lines[0].source_id == TEE.source_id
    assert first.charges == ()
    rest = credit(INVOICE, first, lines=(of("1"), of("2")), charges=("1",))
    assert parts(rest) == [("1", "2", "16.79", "3.19"), ("2", "1", "10.00", "0.70")]
    assert [(one.preceding_id, one.gross_amount) for one in rest.charges] == [
        ("1", Decimal("5.95"))
    ]
    refuse_too_little(INVOICE, [first, rest])


def test_a_line_named_twice_is_both_quantities() -> None:
    note = credit(INVOICE, lines=(of("1", "1"), of("1", "1")))
    assert note.lines[0].quantity == 2
    whole = credit(INVOICE, lines=(of("1", "1"), of("1"), of("1", "1")))
    assert whole.lines[0].quantity == 3


def test_an_amount_alone_is_a_line_for_each_rate() -> None:
    note = credit(INVOICE, amount=Decimal("20.00"))
    assert [(one.name, one.gross_amount) for one in note.lines] == [
        ("Part at 19", Decimal("15.41")),  # of 35.92 in 46.62
        ("Part at 7", Decimal("4.59")),
    ]
    assert [(one.preceding_id, one.source_id) for one in note.lines] == [("", ""), ("", "")]
    assert [(row.taxable_amount, row.tax_amount) for row in note.vat_breakdown] == [
        (Decimal("12.95"), Decimal("2.46")),
        (Decimal("4.29"), Decimal("0.30")),
    ]


def test_many_small_amounts_take_tax_as_one_would() -> None:
    invoice = document(line("84.03", "100.00"))
    notes: list[Document] = []
    for _ in range(100):
        notes.append(credit(invoice, *notes, amount=Decimal("0.01")))
    assert sum(note.totals.tax for note in notes) == Decimal("0.16")


def test_less_than_the_lines_lowers_them_in_proportion() -> None:
    """A grant of lines and shipping, of which a fee was kept: 29.97 + 5.95 became 30.00."""
    note = credit(INVOICE, lines=(of("1"),), charges=("1",), amount=Decimal("30.00"))
    assert parts(note) == [("1", "3", "21.03", "4.00")]
    assert [(one.amount, one.gross_amount) for one in note.charges] == [
        (Decimal("4.18"), Decimal("4.97"))
    ]
    assert note.totals.gross == Decimal("30.00")
    left = remaining(INVOICE, [note])
    assert [(one.line.id, one.quantity) for one in left.lines] == [("2", Decimal(1))]
    assert [one.gross for one in left.charges] == [Decimal("0.98")]
    assert left.gross == Decimal("16.62")
    rest = credit(INVOICE, note, everything=True)
    # What was kept back of the tees has no quantity any more: it is the rate's.
    assert [one.name for one in rest.lines] == ["Book", "Part at 19"]
    refuse_too_little(INVOICE, [note, rest])


def test_more_than_the_pieces_is_taken_from_the_same_lines_first() -> None:
    note = credit(INVOICE, lines=(of("1", "1"),), amount=Decimal("15.00"))
    assert [(one.quantity, one.gross_amount) for one in note.lines] == [
        (Decimal(1), Decimal("15.00"))
    ]
    over = credit(INVOICE, lines=(of("1"),), amount=Decimal("35.00"))
    assert over.lines[0].gross_amount == Decimal("29.97")
    assert [one.name for one in over.lines[1:]] == ["Part at 19", "Part at 7"]
    assert over.totals.gross == Decimal("35.00")


def test_what_is_used_up_is_left_out_where_an_amount_says_how_much() -> None:
    first = credit(INVOICE, lines=(of("2"),), charges=("1",))
    again = credit(INVOICE, first, lines=(of("1", "1"),), charges=("1",), amount=Decimal("9.99"))
    assert parts(again) == [("1", "1", "8.39", "1.60")]
    assert again.charges == ()


def test_charges_alone_become_lines() -> None:
    """BR-16 wants a line; and what was credited so is not credited again."""
    note = credit(INVOICE, charges=("1",))
    assert [(one.name, one.source_id) for one in note.lines] == [("Post", "shipping:1")]
    assert note.charges == ()
    assert remaining(INVOICE, [note]).charges == ()
    refused("CREDIT_NOTHING_LEFT", INVOICE, note, charges=("1",))


def test_a_charge_of_the_first_documents_has_its_place_as_id() -> None:
    old = replace(POST, id="", source_id="")
    invoice = document(TEE, charges=(old,))
    assert [one.charge.id for one in remaining(invoice, []).charges] == ["1"]
    part = credit(invoice, charges=("1",), amount=Decimal("2.00"))
    assert [one.gross for one in remaining(invoice, [part]).charges] == [Decimal("3.95")]
    rest = credit(invoice, part, lines=(of("1"),), charges=("1",))
    refuse_too_little(invoice, [part, rest])


def test_what_was_spread_made_every_line_of_the_rate_cheaper() -> None:
    invoice = document(line("50.00", "59.50"), line("150.00", "178.50", place="2"))
    tenth = credit(invoice, amount=Decimal("23.80"))
    left = remaining(invoice, [tenth])
    assert [(one.quantity, one.gross) for one in left.lines] == [
        (Decimal(1), Decimal("53.55")),
        (Decimal(1), Decimal("160.65")),
    ]
    note = credit(invoice, tenth, lines=(of("1"),))
    assert note.totals.gross == Decimal("53.55")
    refuse_too_little(invoice, [tenth, note, credit(invoice, tenth, note, everything=True)])


def test_a_piece_of_a_cheaper_line_is_cheaper_too() -> None:
    invoice = document(line("300.00", "357.00", quantity=Decimal(3)))
    tenth = credit(invoice, amount=Decimal("35.70"))
    piece = credit(invoice, tenth, lines=(of("1", "1"),))
    assert parts(piece) == [("1", "1", "90.00", "17.10")]
    rest = credit(invoice, tenth, piece, lines=(of("1", "2"),))
    assert parts(rest) == [("1", "2", "180.00", "34.20")]
    refuse_too_little(invoice, [tenth, piece, rest])


@given(st.one_of(invoices(), documents(numbered=True)))
@settings(deadline=None)
def test_the_first_credit_note_of_everything_mirrors_the_invoice(invoice: Document) -> None:
    note = credit(invoice, everything=True)
    assert note.totals == replace(invoice.totals, tax_in_accounting_currency=None)
    assert note.vat_breakdown == invoice.vat_breakdown
    assert [one.preceding_id for one in note.lines] == [one.id for one in invoice.lines]
    assert [replace(one, preceding_id="") for one in note.lines] == list(invoice.lines)
    assert {one.kind for one in note.prepayments} <= {"mirror"}
    refuse_too_little(invoice, [note])


def test_the_mirror_has_the_gift_cards_and_the_rounding_but_no_payment() -> None:
    cards = (
        Prepayment(amount=Decimal("20.00"), label="CARD"),
        Prepayment(amount=Decimal("10.00"), label="Visa", kind="payment"),
    )
    invoice = document(TEE, prepayments=cards, rounding=Decimal("0.03"))
    assert invoice.totals.payable == Decimal("0.00")
    note = credit(invoice, everything=True, refunded=Decimal("10.00"))
    assert [(one.kind, one.amount, one.label) for one in note.prepayments] == [
        ("mirror", Decimal("20.00"), "CARD"),
        ("refund", Decimal("10.00"), ""),
    ]
    assert (note.totals.rounding, note.totals.payable) == (Decimal("0.03"), Decimal("0.00"))


def test_an_invoice_that_a_gift_card_paid_whole_is_mirrored() -> None:
    card = Prepayment(amount=Decimal("29.97"), label="CARD")
    note = credit(document(TEE, prepayments=(card,)), everything=True, refunded=Decimal(5))
    assert (note.totals.gross, note.totals.payable) == (Decimal("29.97"), Decimal("0.00"))
    assert [one.kind for one in note.prepayments] == ["mirror"]  # no money can have gone back


def test_only_one_go_mirrors() -> None:
    card = Prepayment(amount=Decimal("20.00"), label="CARD")
    invoice = document(TEE, prepayments=(card,), rounding=Decimal("0.02"))
    first = credit(invoice, lines=(of("1", "1"),))
    rest = credit(invoice, first, everything=True)
    assert (rest.totals.prepaid, rest.totals.rounding) == (ZERO, ZERO)


def test_what_went_back_already_is_not_due() -> None:
    note = credit(INVOICE, amount=Decimal("10.00"), refunded=Decimal("4.00"))
    assert (note.totals.prepaid, note.totals.payable) == (Decimal(4), Decimal(6))
    assert note.prepayments == (Prepayment(amount=Decimal(4), label="", kind="refund"),)
    more = credit(INVOICE, amount=Decimal("10.00"), refunded=Decimal("40.00"))
    assert (more.totals.prepaid, more.totals.payable) == (Decimal(10), Decimal(0))


def test_an_invoice_without_a_price_can_be_taken_back_once() -> None:
    invoice = document(line("0.00", "0.00", "0"), line("0.00", "0.00", "0", place="2"))
    assert not remaining(invoice, []).is_empty
    note = credit(invoice, everything=True)
    assert [one.preceding_id for one in note.lines] == ["1", "2"]
    assert remaining(invoice, [note]).is_empty
    refused("CREDIT_NOTHING_LEFT", invoice, note, everything=True)


def test_a_free_line_goes_along_but_is_no_credit_note_of_its_own() -> None:
    invoice = document(TEE, line("0.00", "0.00", place="2", name="Gift"))
    refused("CREDIT_NOTHING_LEFT", invoice, lines=(of("2"),))
    first = credit(invoice, lines=(of("1", "1"),))
    rest = credit(invoice, first, everything=True)
    assert [one.name for one in rest.lines] == ["Tee", "Gift"]


def test_a_documents_allowance_makes_its_lines_cheaper() -> None:
    less = DocumentAdjustment(
        amount=Decimal("20.00"), gross_amount=Decimal("23.80"), tax=tax("19"), reason="Loyalty"
    )
    invoice = document(
        line("100.00", "119.00"), line("100.00", "119.00", place="2"), allowances=(less,)
    )
    first = credit(invoice, lines=(of("1"),))
    assert first.totals.gross == Decimal("107.10")
    refuse_too_little(invoice, [first, credit(invoice, first, lines=(of("2"),))])
    assert credit(invoice, everything=True).allowances[0].amount == Decimal("20.00")


def test_discounts_are_told_of_whole_lines_only() -> None:
    discount = LineAdjustment(amount=Decimal("5.00"), base_amount=Decimal("30.18"))
    invoice = document(replace(TEE, allowances=(discount,)), BOOK)
    assert credit(invoice, lines=(of("1"),)).lines[0].allowances == (discount,)
    assert credit(invoice, lines=(of("1", "1"),)).lines[0].allowances == ()


def test_notes_are_the_mirrors_only_and_a_supply_is_no_more_expected() -> None:
    expected = Delivery(supply_date_kind=SupplyDateKind.EXPECTED, supply_wording="It follows.")
    invoice = replace(INVOICE, notes=(Note(text="Loyalty"),), delivery=expected)
    assert credit(invoice, everything=True).notes == (Note(text="Loyalty"),)
    part = credit(invoice, amount=Decimal(1))
    assert part.notes == ()
    assert part.delivery == Delivery()
    sent = Delivery(supply_date=date(2026, 11, 2), recipient="Sample Buyer")
    assert credit(replace(INVOICE, delivery=sent), amount=Decimal(1)).delivery == sent


@pytest.mark.parametrize("kind", [DocumentKind.CREDIT_NOTE, DocumentKind.PROFORMA])
def test_only_an_invoice_is_credited(kind: DocumentKind) -> None:
    refused("CREDIT_ON_CREDIT_NOTE", replace(INVOICE, kind=kind), everything=True)


def test_a_draft_is_not_credited() -> None:
    refused("NOT_ISSUED", replace(INVOICE, number=""), everything=True)


@pytest.mark.parametrize(
    "request_",
    [
        {},
        {"everything": True, "amount": Decimal(1)},
        {"everything": True, "lines": (of("1"),)},
        {"everything": True, "charges": ("1",)},
    ],
)
def test_a_request_is_for_parts_or_for_everything(request_: dict[str, Any]) -> None:
    refused("CREDIT_REQUEST_INVALID", **request_)


@pytest.mark.parametrize("amount", ["0", "-1", "0.001", "NaN", "Infinity"])
def test_what_is_no_amount_is_refused(amount: str) -> None:
    refused("CREDIT_AMOUNT_INVALID", amount=Decimal(amount))
    if amount != "0":
        error = refused("CREDIT_AMOUNT_INVALID", everything=True, refunded=Decimal(amount))
        assert error.params["field"] == "refunded"


@pytest.mark.parametrize("quantity", ["0", "-1", "NaN", "Infinity"])
def test_what_is_no_quantity_is_refused(quantity: str) -> None:
    refused("CREDIT_QUANTITY_INVALID", lines=(of("1", quantity),))


def test_unknown_lines_and_charges_are_refused() -> None:
    assert refused("CREDIT_LINE_UNKNOWN", lines=(of("9"),)).params["line"] == "9"
    assert refused("CREDIT_LINE_UNKNOWN", charges=("9",)).params["charge"] == "9"


def test_more_than_is_left_is_refused() -> None:
    error = refused("CREDIT_EXCEEDS_INVOICE", amount=Decimal("46.63"))
    assert error.params == {"left": "46.62", "wanted": "46.63"}
    first = credit(INVOICE, lines=(of("1", "2"),))
    error = refused("CREDIT_EXCEEDS_INVOICE", INVOICE, first, lines=(of("1", "2"),))
    assert error.params == {"left": "1", "wanted": "2", "line": "1"}


def test_nothing_is_credited_twice() -> None:
    whole = credit(INVOICE, everything=True)
    assert remaining(INVOICE, [whole]).is_empty
    for request in ({"everything": True}, {"amount": Decimal(1)}, {"lines": (of("1"),)}):
        refused("CREDIT_NOTHING_LEFT", INVOICE, whole, **request)
    line_gone = credit(INVOICE, lines=(of("2"),))
    refused("CREDIT_EXCEEDS_INVOICE", INVOICE, line_gone, lines=(of("2", "1"),))


def test_a_line_whose_rate_was_used_up_has_nothing_left() -> None:
    invoice = document(TEE, BOOK)
    others = credit(invoice, lines=(of("1", "1"),), amount=Decimal("29.97"))
    assert [one.line.id for one in remaining(invoice, [others]).lines] == ["2"]
    refused("CREDIT_NOTHING_LEFT", invoice, others, lines=(of("1", "1"),))


def test_what_is_left_of_an_untouched_invoice_is_the_invoice() -> None:
    left = remaining(INVOICE, [])
    assert [(one.quantity, one.net, one.tax, one.gross) for one in left.lines] == [
        (one.quantity, one.net_amount, one.tax_amount, one.gross_amount) for one in INVOICE.lines
    ]
    assert [(one.charge.id, one.gross) for one in left.charges] == [("1", Decimal("5.95"))]
    assert [(one.rate, one.net, one.tax) for one in left.rates.values()] == [
        (row.tax, row.taxable_amount, row.tax_amount) for row in INVOICE.vat_breakdown
    ]
    assert (
        left.gross
        == INVOICE.totals.gross
        == totals.document_totals(INVOICE.lines, charges=INVOICE.charges).gross
    )
