"""Crediting and correcting invoices."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from saleor_invoices.domain.credit import CreditLine
from saleor_invoices.domain.errors import AppError, Conflict
from saleor_invoices.domain.order import Order
from saleor_invoices.invoices.models import Problem, SalesDocument
from saleor_invoices.invoices.services import invoice_correct as correcting
from saleor_invoices.invoices.services.credit_issue import (
    credit_note_create,
    remaining_of,
)
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.order_observe import Overtaken, order_invoice
from saleor_invoices.invoices.services.order_pending import Reading
from saleor_invoices.stores.models import Installation
from tests.domain import builders
from tests.invoices.money import credit, life, two_rates
from tests.invoices.orders import at
from tests.invoices.test_issue_concurrently import together

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seller")]
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class TestCrediting:
    def test_by_line_and_then_the_rest(self, store: Installation) -> None:
        invoice = life(store).charge("184.40").tell().invoice
        first = credit_note_create(
            invoice=invoice,
            credit=credit(lines=(CreditLine(line_id="1", quantity=Decimal(1)),)),
        )
        again = credit_note_create(
            invoice=invoice,
            credit=credit(lines=(CreditLine(line_id="1", quantity=Decimal(1)),)),
        )
        rest = credit_note_create(invoice=invoice, credit=credit("request:2", everything=True))
        assert first.pk == again.pk
        assert (first.gross_minor, rest.gross_minor) == (5950, 12490)
        assert remaining_of(invoice).is_empty
        with pytest.raises(Conflict) as caught:
            credit_note_create(invoice=invoice, credit=credit("request:3", amount=Decimal("0.01")))
        assert caught.value.code == "CREDIT_NOTHING_LEFT"
        assert ledger_verify().ok

    def test_more_than_is_left_is_refused_and_takes_no_number(self, store: Installation) -> None:
        invoice = life(store).charge("184.40").tell().invoice
        with pytest.raises(Conflict) as caught:
            credit_note_create(invoice=invoice, credit=credit(amount=Decimal("184.41")))
        assert caught.value.code == "CREDIT_EXCEEDS_INVOICE"
        assert not SalesDocument.objects.filter(kind="credit_note").exists()
        note = credit_note_create(invoice=invoice, credit=credit(amount=Decimal("184.40")))
        assert note.sequence == 1

    def test_a_credit_note_on_a_credit_note_is_refused(self, store: Installation) -> None:
        invoice = life(store).charge("184.40").tell().invoice
        note = credit_note_create(invoice=invoice, credit=credit(amount=Decimal(10)))
        note.installation = store
        with pytest.raises(Conflict) as caught:
            credit_note_create(invoice=note, credit=credit(amount=Decimal(1)))
        assert caught.value.code == "CREDIT_ON_CREDIT_NOTE"

    def test_a_credit_by_hand_and_its_refund_are_one_credit_note(self, store: Installation) -> None:
        found = life(store).charge("184.40").tell()
        credit_note_create(invoice=found.invoice, credit=credit(amount=Decimal("59.50")))
        found.refund("59.50").tell()
        assert found.credited() == [5950]
        assert found.invoice.payment.balance_minor == 0

    @pytest.mark.django_db(transaction=True)
    def test_two_at_once_never_take_more_than_there_is(self, store: Installation) -> None:
        invoice = life(store).charge("184.40").tell().invoice

        def take(number: int) -> object:
            try:
                asked = credit(f"request:{number}", amount=Decimal("100.00"))
                return credit_note_create(invoice=invoice, credit=asked)
            except AppError as error:
                return error.code

        done = together([lambda n=n: take(n) for n in range(3)])  # type: ignore[misc]
        assert sorted(str(one) for one in done if isinstance(one, str)) == [
            "CREDIT_EXCEEDS_INVOICE",
            "CREDIT_EXCEEDS_INVOICE",
        ]
        assert ledger_verify().ok


class TestCorrecting:
    def test_a_changed_order_is_told_credited_and_invoiced_anew(
        self, store: Installation, saleor_has: dict[str, Order]
    ) -> None:
        found = life(store).charge("184.40").tell()
        former = found.invoice
        found.minute += 1
        found.order = replace(
            found.order,
            lines=two_rates()[:1],
            total=builders.amount("110.00", "130.90"),
            billing_address=replace(builders.BERLIN, company_name="Renamed Buyer GmbH"),
        )
        found.tell()
        problem = Problem.objects.get(code="ORDER_CHANGED")
        assert "130.90" in problem.message
        assert found.record.difference is not None

        saleor_has[found.order.id] = found.order
        done = correcting.invoice_correct(invoice=former, reason="", actor="staff:1")
        assert done.credit_note is not None
        assert (done.credit_note.gross_minor, done.invoice.gross_minor) == (18440, 13090)
        assert done.invoice.preceding_id == former.pk
        assert decoded(done.invoice).buyer.name == "Renamed Buyer GmbH"
        assert found.record.difference is None
        problem.refresh_from_db()
        assert problem.resolved_at is not None
        former.payment.refresh_from_db()
        assert (former.payment.paid_minor, former.payment.balance_minor) == (0, 0)
        new = SalesDocument.objects.get(pk=done.invoice.pk)
        assert new.payment.status == "overpaid"
        # What was paid too much goes back without another credit note.
        found.refund("53.50").tell()
        assert found.credited() == [18440]
        assert ledger_verify().ok

    def test_a_refund_before_the_correction_is_credited_on_the_new_invoice(
        self, store: Installation, saleor_has: dict[str, Order]
    ) -> None:
        found = life(store).charge("184.40").tell()
        former = found.invoice
        found.refund("20.00").tell()
        saleor_has[found.order.id] = found.order
        done = correcting.invoice_correct(invoice=former, reason="Name", actor="staff:1")
        new = SalesDocument.objects.get(pk=done.invoice.pk)
        assert [note.gross_minor for note in new.following.all()] == [2000]
        assert (new.payment.balance_minor, new.payment.credited_minor) == (0, 2000)
        assert ledger_verify().ok

    @pytest.mark.parametrize("overtaken", [1, 4, 5])
    def test_an_order_that_changes_while_it_is_read_is_read_again(
        self, store: Installation, monkeypatch: pytest.MonkeyPatch, overtaken: int
    ) -> None:
        """A webhook comes in between so many times; each try is undone as a whole."""
        found = life(store).charge("184.40").tell()
        former, reads = found.invoice, 0

        def order_read(*, installation: Installation, order_id: str) -> Reading:
            nonlocal reads
            reads += 1
            reading = Reading(order=found.order, as_of=at(found.minute))
            if reads <= overtaken:
                found.minute += 1
                found.tell()
            return reading

        monkeypatch.setattr(correcting, "order_read", order_read)
        if overtaken == correcting.TRIES:
            with pytest.raises(Overtaken):
                correcting.invoice_correct(invoice=former, reason="", actor="staff:1")
            assert (found.credit_notes, found.invoice) == ([], former)
        else:
            done = correcting.invoice_correct(invoice=former, reason="", actor="staff:1")
            assert found.documents("invoice") == [former, done.invoice]
            assert found.credited() == [18440]
        assert reads == min(overtaken + 1, correcting.TRIES)
        assert ledger_verify().ok

    def test_what_cannot_be_invoiced_anew_is_not_credited(
        self, store: Installation, saleor_has: dict[str, Order]
    ) -> None:
        found = life(store).charge("184.40").tell()
        saleor_has[found.order.id] = replace(found.order, total=builders.amount("1.00", "2.00"))
        with pytest.raises(AppError):
            correcting.invoice_correct(invoice=found.invoice, reason="", actor="staff:1")
        assert found.credit_notes == []

    def test_voiding_lets_the_order_be_invoiced_again_on_request_only(
        self, store: Installation
    ) -> None:
        found = life(store).charge("184.40").tell()
        note = correcting.invoice_void(invoice=found.invoice, reason="Typo", actor="staff:1")
        assert note.gross_minor == 18440
        found.tell()
        assert len(found.documents("invoice")) == 1
        again = order_invoice(installation=store, order=found.order, issued_at=at(99))
        assert again.preceding_id is None
        assert len(found.documents("invoice")) == 2
        assert SalesDocument.objects.get(pk=again.pk).payment.status == "paid"
        assert ledger_verify().ok

    def test_what_the_buyer_has_is_not_voided(self, store: Installation) -> None:
        found = life(store).charge("184.40").tell()
        history_append(document=found.invoice, event="mail_sent")
        with pytest.raises(Conflict) as caught:
            correcting.invoice_void(invoice=found.invoice, reason="", actor="staff:1")
        assert caught.value.code == "ALREADY_SENT"
