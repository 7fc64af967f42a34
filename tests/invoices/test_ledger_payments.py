"""Money is allocated within what moved, and payment states say what allocations say."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Allocation, Movement, PaymentState, SalesDocument
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices import books
from tests.invoices.tampering import alter, codes, faults, unguarded
from tests.plugins import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def invoice(seller: LegalEntity) -> SalesDocument:
    """An unpaid invoice over 158.40."""
    return books.invoice(seller)


def _paid(document: SalesDocument, amount: int = books.GROSS) -> Movement:
    moved = books.movement(document, amount)
    books.allocate(moved, document, amount)
    owed = books.GROSS - amount
    books.state(
        document,
        status="partially_paid" if owed else "paid",
        paid_minor=amount,
        balance_minor=owed,
        due_date=document.due_date if owed else None,
    )
    return moved


def test_paid_refunded_disputed_and_credited_invoices_hold(seller: LegalEntity) -> None:
    _paid(books.invoice(seller))
    _paid(books.invoice(seller), 5000)
    refunded = books.invoice(seller)
    _paid(refunded)
    books.allocate(books.movement(refunded, -5000, kind=MovementKind.REFUND), refunded, -5000)
    books.state(refunded, status="partially_refunded", paid_minor=10840, refunded_minor=5000)
    disputed = books.invoice(seller)
    _paid(disputed)
    back = books.movement(disputed, -books.GROSS, kind=MovementKind.CHARGEBACK)
    books.allocate(back, disputed, -books.GROSS)
    books.state(
        disputed,
        status="unpaid",
        disputed_minor=books.GROSS,
        balance_minor=books.GROSS,
        due_date=disputed.due_date,
    )
    credited = books.invoice(seller)
    books.credit_note(credited, lines=["2"])
    books.credited(credited, 1080)
    report = ledger_verify()
    assert (report.faults, report.movements) == ([], 7)


def test_a_cancelled_order_that_nobody_paid_holds(invoice: SalesDocument) -> None:
    assert invoice.order is not None
    invoice.order.status = "CANCELED"
    invoice.order.save()
    assert codes(ledger_verify()) == {"PAYMENT_STATE"}
    PaymentState.objects.update(status="cancelled")
    assert ledger_verify().ok


def test_money_allocated_elsewhere_and_taken_back_holds(seller: LegalEntity) -> None:
    first, second = books.invoice(seller), books.invoice(seller)
    moved = books.movement(first, books.GROSS)
    books.allocate(moved, first, books.GROSS)
    books.allocate(moved, first, -books.GROSS)
    books.allocate(moved, second, books.GROSS)
    books.state(second, status="paid", paid_minor=books.GROSS)
    assert ledger_verify().faults == []


def test_more_allocated_than_moved_is_found(invoice: SalesDocument) -> None:
    moved = books.movement(invoice, 5000)
    books.allocate(moved, invoice, books.GROSS)
    books.state(invoice, status="paid", paid_minor=books.GROSS)
    assert faults() == [("MOVEMENT_OVERALLOCATED", "", f"{moved.key}: {books.GROSS} of 5000")]


def test_money_turned_round_is_found(seller: LegalEntity, invoice: SalesDocument) -> None:
    moved, other = books.movement(invoice, 5000), books.invoice(seller)
    books.allocate(moved, invoice, 5000)
    books.allocate(moved, other, -3000)
    books.allocate(moved, invoice, 3000)
    assert ("ALLOCATION_SIGN", other.number, moved.key) in faults()
    assert "MOVEMENT_OVERALLOCATED" not in codes(ledger_verify())


def test_a_refund_that_pays_is_found(invoice: SalesDocument) -> None:
    moved = books.movement(invoice, -5000, kind=MovementKind.REFUND)
    books.allocate(moved, invoice, 5000)
    assert {"MOVEMENT_OVERALLOCATED", "ALLOCATION_SIGN"} <= codes(ledger_verify())


def test_money_of_another_currency_is_found(invoice: SalesDocument) -> None:
    moved = _paid(invoice)
    with unguarded():
        Movement.objects.update(currency="EUR")
    assert faults() == [("ALLOCATION_MISMATCH", invoice.number, moved.key)]


def test_money_of_another_store_is_found(invoice: SalesDocument) -> None:
    moved = _paid(invoice)
    elsewhere = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    with unguarded():
        Movement.objects.update(installation=elsewhere)
    assert faults() == [("ALLOCATION_MISMATCH", invoice.number, moved.key)]


def test_money_of_a_draft_is_found(invoice: SalesDocument) -> None:
    moved = _paid(invoice)
    alter(invoice, state="draft")
    assert ("ALLOCATION_MISMATCH", invoice.number, moved.key) in faults()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("status", "paid"),
        ("paid_minor", 1),
        ("refunded_minor", 1),
        ("credited_minor", 1),
        ("disputed_minor", 1),
        ("balance_minor", 0),
        ("due_date", None),
    ],
)
def test_a_state_that_allocations_do_not_say_is_found(
    invoice: SalesDocument, column: str, value: Any
) -> None:
    before = getattr(PaymentState.objects.get(), column)
    PaymentState.objects.update(**{column: value})
    assert faults() == [("PAYMENT_STATE", invoice.number, f"{column}: {value} != {before}")]


def test_an_invoice_without_a_state_is_found(invoice: SalesDocument) -> None:
    PaymentState.objects.all().delete()
    assert faults() == [("PAYMENT_STATE_MISSING", invoice.number, "")]


def test_a_payment_that_was_made_to_vanish_is_found(invoice: SalesDocument) -> None:
    _paid(invoice)
    with unguarded():
        Allocation.objects.all().delete()
    assert codes(ledger_verify()) == {"PAYMENT_STATE"}


def test_a_credit_note_that_was_not_applied_is_found(invoice: SalesDocument) -> None:
    note = books.credit_note(invoice, applied=False)
    detail = f"0 of {books.GROSS} by 0 movements"
    assert faults() == [("CREDIT_NOT_APPLIED", note.number, detail)]


def test_one_applied_twice_or_in_part_is_found(seller: LegalEntity, invoice: SalesDocument) -> None:
    note = books.credit_note(invoice, lines=["2"])
    books.apply(note)
    books.credited(invoice, 2160)
    assert faults() == [("CREDIT_NOT_APPLIED", note.number, "2160 of 1080 by 2 movements")]
    other = books.invoice(seller)
    half = books.credit_note(other, lines=["2"], applied=False)
    moved = books.movement(other, 1080, kind=MovementKind.CREDIT, credit_note=half)
    books.allocate(moved, other, 500)
    assert ("CREDIT_NOT_APPLIED", half.number, "500 of 1080 by 1 movements") in faults()


def test_a_credit_without_its_note_is_found(invoice: SalesDocument) -> None:
    moved = books.movement(invoice, 500, kind=MovementKind.CREDIT)
    assert faults() == [("MOVEMENT_CREDIT", "", f"{moved.key}: credit")]


def test_one_store_is_verified_without_the_others(
    invoice: SalesDocument, store: Installation
) -> None:
    elsewhere = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    theirs = books.invoice(factories.legal_entity(elsewhere))
    books.allocate(books.movement(theirs, 1), theirs, 2)
    assert ledger_verify(installation=store).ok
    assert ledger_verify(installation=store).movements == 0
    assert codes(ledger_verify(installation=elsewhere)) == {
        "MOVEMENT_OVERALLOCATED",
        "PAYMENT_STATE",
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    amount=st.integers(-10_000, 10_000),
    parts=st.lists(st.integers(-10_000, 10_000), max_size=4),
)
def test_what_is_allocated_lies_between_nothing_and_what_moved(
    invoice: SalesDocument, amount: int, parts: list[int]
) -> None:
    moved = books.movement(invoice, amount)
    for part in parts:
        books.allocate(moved, invoice, part)
    used = sum(parts)
    honest = 0 <= used <= amount or amount <= used <= 0
    found = ledger_verify().faults
    over = [fault for fault in found if fault.code == "MOVEMENT_OVERALLOCATED"]
    assert bool(over) is not honest
    with unguarded():
        Allocation.objects.all().delete()
        Movement.objects.all().delete()
