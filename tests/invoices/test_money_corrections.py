"""Correcting and voiding while money moves: nothing doubled, nothing lost."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from saleor_invoices.domain.credit import CreditLine
from saleor_invoices.domain.document import ExchangeRate
from saleor_invoices.domain.errors import CannotIssue, Conflict
from saleor_invoices.domain.order import Shipping
from saleor_invoices.invoices.models import Problem, SalesDocument
from saleor_invoices.invoices.services import document_complete as completing
from saleor_invoices.invoices.services import invoice_correct as correcting
from saleor_invoices.invoices.services.credit_issue import (
    credit_draft_create,
    credit_draft_issue,
    credit_note_create,
    remaining_of,
)
from saleor_invoices.invoices.services.document_erase import document_erase
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.order_observe import Overtaken, order_invoice
from saleor_invoices.stores.models import Installation
from tests.domain import builders
from tests.invoices.conftest import Configure, Has
from tests.invoices.money import Life, credit, life, standing, two_rates
from tests.invoices.orders import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seller")]


class TestCorrectedAfterRefunds:
    def correct(self, found: Life, has: Has, *, minute: int = 60) -> SalesDocument:
        has(found.order)
        found.minute = minute
        former = found.documents("invoice")[-1]
        done = correcting.invoice_correct(invoice=former, reason="", actor="staff:1")
        return SalesDocument.objects.get(pk=done.invoice.pk)

    def test_the_refund_of_a_line_that_left_the_order_is_not_credited_twice(
        self, store: Installation, has: Has
    ) -> None:
        found = life(store).charge("184.40").tell()
        found.refund("53.50", {"lines": (("line-b", 1),)}).tell()
        found.order = replace(
            found.order, lines=two_rates()[:1], total=builders.amount("110.00", "130.90")
        )
        new = self.correct(found, has)
        assert found.credited() == [5350, 13090]
        assert standing(new) == ("paid", 13090, 0)
        assert ledger_verify().ok

    def test_an_overpayment_that_went_back_is_not_credited_on_the_new_invoice(
        self, store: Installation, has: Has
    ) -> None:
        found = life(store).charge("200.00").tell()
        found.refund("15.60").tell()
        new = self.correct(found, has)
        assert found.credited() == [18440]
        assert standing(new) == ("paid", 18440, 0)
        assert ledger_verify().ok

    def test_refunds_of_both_kinds_are_told_apart(self, store: Installation, has: Has) -> None:
        found = life(store).charge("200.00").tell()
        found.refund("15.60").tell()
        found.refund("20.00").tell()
        new = self.correct(found, has)
        assert found.credited() == [2000, 16440, 2000]
        assert standing(new)[1:] == (16440, 0)

    def test_what_was_refunded_and_paid_again_gets_a_new_invoice(
        self, store: Installation, has: Has
    ) -> None:
        found = life(store).charge("184.40").tell()
        found.refund("184.40").tell()
        found.charge("184.40").tell()
        new = self.correct(found, has)
        assert found.credited() == [18440]
        assert standing(new) == ("paid", 18440, 0)
        assert ledger_verify().ok

    def test_a_refund_that_failed_is_not_credited_on_the_new_invoice(
        self, store: Installation, has: Has
    ) -> None:
        found = life(store).charge("184.40").tell()
        found.refund("50.00").tell()
        found.fail("50.00").tell()
        new = self.correct(found, has)
        assert found.credited() == [5000, 13440]
        assert standing(new) == ("paid", 18440, 0)

    def test_a_draft_goes_over_to_the_new_invoice(
        self, store: Installation, has: Has, configure: Configure
    ) -> None:
        configure(credit_policy="draft")
        found = life(store).charge("184.40").tell()
        found.refund("50.00").tell()
        new = self.correct(found, has)
        (draft,) = SalesDocument.objects.filter(state="draft")
        assert (draft.preceding_id, draft.gross_minor) == (new.pk, 5000)
        problem = Problem.objects.get(code="CREDIT_NOTE_TO_REVIEW", resolved_at=None)
        assert problem.subject == f"document:{new.pk}"

    def test_twice_in_a_row(self, store: Installation, has: Has) -> None:
        found = life(store).charge("184.40").tell()
        found.refund("20.00").tell()
        self.correct(found, has)
        new = self.correct(found, has)
        assert found.credited() == [2000, 16440, 2000, 16440, 2000]
        assert standing(new)[1:] == (16440, 0)
        assert ledger_verify().ok

    def test_a_state_that_came_while_it_was_read_is_not_overwritten(
        self, store: Installation, has: Has
    ) -> None:
        found = life(store).charge("184.40").tell()
        has(found.order)
        found.refund("20.00").tell(minute=61)
        with pytest.raises(Overtaken):
            correcting.invoice_correct(invoice=found.invoice, reason="", actor="staff:1")
        assert found.credited() == [2000]

    def test_what_saleor_answers_is_taken_in(self, store: Installation, has: Has) -> None:
        found = life(store).charge("184.40").tell()
        found.refund("20.00")
        new = self.correct(found, has)
        assert (found.record.refunded_minor, found.credited()) == (2000, [18440, 2000])
        assert standing(new)[1:] == (16440, 0)


class TestVoided:
    def void(self, found: Life) -> None:
        invoice = found.documents("invoice")[-1]
        correcting.invoice_void(invoice=invoice, reason="", actor="staff:1")

    def test_an_older_state_is_not_invoiced_afterwards(self, store: Installation) -> None:
        found = life(store).charge("184.40").tell()
        self.void(found)
        with pytest.raises(Overtaken):
            order_invoice(installation=store, order=found.order, issued_at=at(0))
        assert len(found.documents("invoice")) == 1

    def test_nothing_is_invoiced_where_the_channel_is_switched_off(
        self, store: Installation, configure: Configure
    ) -> None:
        found = life(store).charge("184.40").tell()
        self.void(found)
        configure(enabled=False)
        with pytest.raises(CannotIssue) as caught:
            order_invoice(installation=store, order=found.order, issued_at=at(9))
        assert caught.value.code == "CHANNEL_DISABLED"

    def test_its_difference_is_of_no_interest_any_more(self, store: Installation) -> None:
        found = life(store).charge("184.40").tell()
        found.order = replace(
            found.order, billing_address=replace(builders.BERLIN, company_name="Other GmbH")
        )
        found.tell()
        self.void(found)
        assert not Problem.objects.filter(code="ORDER_CHANGED", resolved_at=None).exists()

    def test_refunds_while_there_was_no_invoice_are_credited_on_the_new_one(
        self, store: Installation
    ) -> None:
        found = life(store).charge("184.40").tell()
        self.void(found)
        found.refund("50.00").tell()
        assert found.credited() == [18440]
        order_invoice(installation=store, order=found.order, issued_at=at(9))
        assert found.credited() == [18440, 5000]
        assert standing(found.documents("invoice")[-1])[1:] == (13440, 0)
        assert ledger_verify().ok


class TestDraftsThatWait:
    def test_one_that_takes_more_of_a_line_than_is_left_is_refused(
        self, store: Installation
    ) -> None:
        invoice = life(store).charge("184.40").tell().invoice
        line = CreditLine(line_id="1", quantity=Decimal(1))
        draft = credit_draft_create(invoice=invoice, credit=credit(lines=(line,)))
        generous = credit("request:2", lines=(line,), amount=Decimal("90.00"))
        credit_note_create(invoice=invoice, credit=generous)
        self.refused(draft, store)

    def test_one_that_takes_delivery_a_second_time_is_refused(self, store: Installation) -> None:
        invoice = life(store).charge("184.40").tell().invoice
        (charge,) = decoded(invoice).charges
        draft = credit_draft_create(invoice=invoice, credit=credit(charges=(charge.id,)))
        credit_note_create(invoice=invoice, credit=credit("request:2", charges=(charge.id,)))
        self.refused(draft, store)

    def test_one_is_made_beside_the_others_that_wait(self, store: Installation) -> None:
        invoice = life(store).charge("184.40").tell().invoice
        drafts = [
            credit_draft_create(invoice=invoice, credit=credit(amount=Decimal(100))),
            credit_draft_create(invoice=invoice, credit=credit("request:2", everything=True)),
        ]
        assert [draft.gross_minor for draft in drafts] == [10000, 8440]
        for draft in reversed(drafts):
            draft.installation = store
            credit_draft_issue(draft=draft, actor="staff:1")
        assert remaining_of(invoice).is_empty
        assert ledger_verify().ok

    def refused(self, draft: SalesDocument, store: Installation) -> None:
        draft.installation = store
        with pytest.raises(Conflict) as caught:
            credit_draft_issue(draft=draft, actor="staff:1")
        assert caught.value.code == "CREDIT_EXCEEDS_INVOICE"
        assert ledger_verify().ok


class TestSecondCurrency:
    @pytest.fixture(autouse=True)
    def _zloty(self, configure: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
        rate = ExchangeRate(rate=Decimal("4.2519"), on=date(2026, 11, 20), source="NBP")
        monkeypatch.setattr(completing, "exchange_rate_for", lambda **_: rate)
        configure(accounting_currency="PLN")

    def told(self, document: SalesDocument) -> tuple[str, Decimal | None]:
        content = decoded(document)
        return content.vat_accounting_currency, content.totals.tax_in_accounting_currency

    def test_the_credit_notes_together_tell_what_the_invoice_told(
        self, store: Installation
    ) -> None:
        found = life(store).charge("184.40").tell()
        for _ in range(18):
            found.refund("10.00").tell()
        found.refund("4.40").tell()
        told = [self.told(note)[1] or Decimal(0) for note in found.credit_notes]
        assert sum(told) == self.told(found.invoice)[1]
        assert min(told) >= 0

    def test_it_stays_the_invoices_currency_whatever_the_settings_say_now(
        self, store: Installation, configure: Configure
    ) -> None:
        found = life(store).charge("184.40").tell()
        configure(accounting_currency="CZK")
        found.refund("184.40").tell()
        assert self.told(found.credit_notes[0]) == self.told(found.invoice)

    def test_a_credit_note_without_tax_tells_none(
        self, store: Installation, configure: Configure
    ) -> None:
        configure(zero_rate_category="E", zero_rate_reason="Art. 135")
        free = builders.untaxed_line("50.00", id="free", product_name="Stamp")
        found = life(
            store,
            lines=(*two_rates()[:1], free),
            shipping=Shipping(),
            total=builders.amount("150.00", "169.00"),
        )
        found.charge("169.00").tell()
        found.refund("50.00", {"lines": (("free", 1),)}).tell()
        assert self.told(found.credit_notes[0]) == ("", None)


def test_an_erased_invoice_does_not_stop_its_orders_events(store: Installation) -> None:
    found = life(store).charge("184.40").tell()
    invoice = found.invoice
    document_erase(document=invoice, reason="Law", actor="staff:1", today=date(2060, 1, 1))
    found.refund("5.00").tell()
    found.cancel().tell()
    assert found.record.refunded_minor == 500
    assert (standing(invoice)[1], found.credited()) == (17940, [])
