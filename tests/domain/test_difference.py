"""What an order has become since it was invoiced."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from saleor_invoices.domain.credit import CreditLine
from saleor_invoices.domain.difference import (
    Change,
    Difference,
    LineChange,
    difference,
    summary,
    to_json,
)
from saleor_invoices.domain.document import (
    Address,
    Contact,
    Delivery,
    Document,
    Note,
    Party,
    PaymentInstructions,
    Prepayment,
)
from saleor_invoices.domain.order_document import issued
from saleor_invoices.domain.portion import portion
from tests.domain.crediting import charge, credit, document, line
from tests.strategies import documents

TEE = line("25.18", "29.97", quantity=Decimal(3), name="Tee")
BOOK = line("10.00", "10.70", "7", place="2", name="Book")
POST = charge("5.00", "5.95")
INVOICE = document(TEE, BOOK, charges=(POST,))


def now(*lines: Any, **other: Any) -> Document:
    return document(*(lines or (TEE, BOOK)), **({"number": "", "charges": (POST,)} | other))


def found(after: Document, *credits_: Document) -> Difference:
    made = difference([INVOICE], after, credits=credits_)
    assert made is not None
    return made


@given(documents(numbered=False))
@settings(deadline=None)
def test_an_order_as_it_was_invoiced_does_not_differ(draft: Document) -> None:
    invoice = issued(draft, number="INV-1", issue_date=date(2026, 11, 22))
    assert difference([invoice], draft) is None


@pytest.mark.parametrize(
    "other",
    [
        {"payment_terms": "Paid.", "payment": PaymentInstructions(means_code="48")},
        {"due_date": date(2027, 1, 1), "notes": (Note(text="Thanks"),)},
        {"delivery": Delivery(supply_date=date(2026, 12, 1))},
        {"buyer": Party(name="Sample Buyer GmbH", contact=Contact(email="new@example.com"))},
        {"seller": Party(name="Renamed Shop GmbH"), "language": "de"},
        {"prepayments": (Prepayment(amount=Decimal(5), label="Card", kind="payment"),)},
    ],
)
def test_payment_dates_notes_and_settings_do_not_count(other: dict[str, Any]) -> None:
    before = replace(INVOICE, delivery=Delivery()) if "delivery" in other else INVOICE
    assert difference([before], now(**other)) is None


def test_a_translated_name_does_not_count() -> None:
    assert difference([INVOICE], now(replace(TEE, name="Hemd"), BOOK)) is None


def test_lines_are_added_removed_and_changed() -> None:
    two = line("16.79", "19.98", quantity=Decimal(2), name="Tee")
    cap = line("8.40", "10.00", place="3", name="Cap")
    made = found(now(two, cap))
    assert made.lines == (
        LineChange(
            source_id="order-line-1",
            name="Tee",
            change=Change.CHANGED,
            quantity_before=Decimal(3),
            quantity_now=Decimal(2),
            gross_before=Decimal("29.97"),
            gross_now=Decimal("19.98"),
        ),
        LineChange(
            source_id="order-line-2",
            name="Book",
            change=Change.REMOVED,
            quantity_before=Decimal(1),
            quantity_now=Decimal(0),
            gross_before=Decimal("10.70"),
            gross_now=Decimal(0),
        ),
        LineChange(
            source_id="order-line-3",
            name="Cap",
            change=Change.ADDED,
            quantity_before=Decimal(0),
            quantity_now=Decimal(1),
            gross_before=Decimal(0),
            gross_now=Decimal("10.00"),
        ),
    )
    assert (made.gross_before, made.gross_now) == (Decimal("46.62"), Decimal("35.93"))
    assert summary(made) == (
        "Its total is 35.93 EUR instead of 46.62; 1 line was added; 1 line was removed;"
        " 1 line was changed."
    )


def test_delivery_counts_as_a_line() -> None:
    made = found(now(charges=(charge("6.00", "7.14"),)))
    assert [(one.name, one.change, one.gross_now) for one in made.lines] == [
        ("Post", "changed", Decimal("7.14"))
    ]
    assert [one.change for one in found(now(charges=())).lines] == ["removed"]


def test_a_tax_that_fell_away_counts_although_the_price_stayed() -> None:
    exempt = line("29.97", "29.97", "0", quantity=Decimal(3), name="Tee")
    made = found(now(exempt, BOOK))
    assert made.gross_before == made.gross_now
    assert summary(made) == "Its tax is 1.65 EUR instead of 6.44; 1 line was changed."


@pytest.mark.parametrize(
    ("other", "field", "said"),
    [
        ({"buyer": Party(name="Other GmbH")}, "buyer_changed", "The buyer changed."),
        (
            {"buyer": Party(name="Sample Buyer GmbH", vat_id="DE136695976")},
            "buyer_changed",
            "The buyer changed.",
        ),
        (
            {"buyer": Party(name="Sample Buyer GmbH", address=Address(city="BERLIN"))},
            "billing_address_changed",
            "The billing address changed.",
        ),
        (
            {"delivery": Delivery(address=Address(city="BERLIN"))},
            "delivery_address_changed",
            "The delivery address changed.",
        ),
    ],
)
def test_parties_and_addresses_count(other: dict[str, Any], field: str, said: str) -> None:
    made = found(now(**other))
    fields = ("buyer_changed", "billing_address_changed", "delivery_address_changed")
    assert [name for name in fields if getattr(made, name)] == [field]
    assert summary(made) == said


def test_a_refund_and_its_credit_note_change_nothing() -> None:
    """Saleor's order stays as it was."""
    notes = [credit(INVOICE, lines=(CreditLine(line_id="1"),), charges=("1",))]
    notes.append(credit(INVOICE, *notes, amount=Decimal(2)))
    assert difference([INVOICE], now(), credits=notes) is None


def test_what_was_credited_by_hand_may_leave_the_order() -> None:
    book = credit(INVOICE, lines=(CreditLine(line_id="2"),))
    assert difference([INVOICE], now(TEE), credits=[book]) is None
    post = credit(INVOICE, charges=("1",))
    assert difference([INVOICE], now(charges=()), credits=[post]) is None
    piece = credit(INVOICE, lines=(CreditLine(line_id="1", quantity=Decimal(1)),))
    two = line("16.79", "19.98", quantity=Decimal(2), name="Tee")
    assert difference([INVOICE], now(two, BOOK), credits=[piece]) is None
    assert [one.name for one in found(now(two, BOOK), book).lines] == ["Tee"]


def test_portions_together_are_the_order() -> None:
    whole = now()
    first = portion(
        whole,
        quantities={"order-line-1": Decimal(1)},
        invoiced=[],
        with_charges=True,
        is_last=False,
    )
    rest = portion(
        whole,
        quantities={"order-line-1": Decimal(2), "order-line-2": Decimal(1)},
        invoiced=[first],
        with_charges=False,
        is_last=True,
    )
    assert difference([first, rest], whole) is None
    assert difference([first], whole) is not None


def test_a_difference_is_json() -> None:
    made = found(now(TEE, buyer=Party(name="Other GmbH")))
    told = json.loads(json.dumps(to_json(made)))
    assert told["gross_before"] == "46.62"
    assert told["gross_now"] == "35.92"
    assert told["buyer_changed"] is True
    assert told["lines"] == [
        {
            "source_id": "order-line-2",
            "name": "Book",
            "change": "removed",
            "quantity_before": "1",
            "quantity_now": "0",
            "gross_before": "10.70",
            "gross_now": "0",
        }
    ]
