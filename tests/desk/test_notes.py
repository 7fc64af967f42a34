"""Notes on drafts: they go with the draft, and keep nobody from throwing it away."""

from decimal import Decimal

from saleor_invoices.desk.models import StaffNote
from saleor_invoices.desk.services.note import note_add, note_delete, note_update
from saleor_invoices.domain.credit import CreditRequest
from saleor_invoices.invoices.models import HistoryEntry, SalesDocument
from saleor_invoices.invoices.services.credit_issue import (
    Credit,
    credit_draft_create,
    credit_draft_discard,
)
from saleor_invoices.invoices.services.draft_issue import written_issue
from saleor_invoices.invoices.services.draft_write import draft_create, draft_discard
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.desk import jobs
from tests.domain.forms import form, row

ALICE = "staff:alice"


def written(store: Installation) -> SalesDocument:
    """A draft by hand."""
    return draft_create(installation=store, form=form(row()), key="k", actor=ALICE).row


def noted(document: SalesDocument) -> StaffNote:
    """A note that was changed since, and one that was deleted."""
    away = note_add(document=document, text="Wrong", pinned=False, author=ALICE)
    note_delete(note=away, editor=ALICE)
    note = note_add(document=document, text="Ask them", pinned=True, author=ALICE)
    return note_update(note=note, text="Asked them", pinned=None, editor=ALICE)


def test_a_draft_with_notes_can_be_thrown_away(store: Installation, entity: LegalEntity) -> None:
    draft = written(store)
    noted(draft)
    draft_discard(draft=draft)
    assert not SalesDocument.objects.exists()
    assert not StaffNote.objects.exists()


def test_so_can_a_credit_note_that_was_prepared(entity: LegalEntity) -> None:
    invoice = jobs.invoice(entity, "INV-1")
    request = CreditRequest(amount=Decimal("10.00"), reason="Late")
    credit = Credit(cause="request:1", request=request, actor=ALICE)
    draft = credit_draft_create(invoice=invoice, credit=credit)
    noted(draft)
    credit_draft_discard(draft=draft, actor=ALICE)
    assert list(SalesDocument.objects.values_list("pk", flat=True)) == [invoice.pk]


def test_notes_of_a_draft_stay_when_it_is_issued(store: Installation, entity: LegalEntity) -> None:
    draft = written(store)
    noted(draft)
    issued = written_issue(draft=draft, actor=ALICE)
    note_add(document=draft, text="Sent", pinned=False, author=ALICE)  # read while it was a draft
    assert StaffNote.objects.filter(document=issued).count() == 2
    told = HistoryEntry.objects.filter(document=issued, event__startswith="note")
    assert [entry.event for entry in told] == ["note_added"]
