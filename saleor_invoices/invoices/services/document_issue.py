"""Issuing any kind of document: number, chain and snapshot in one transaction, or nothing."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain import chain, codec
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.columns import indexed_columns
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.numbering import NumberPattern
from saleor_invoices.domain.order_document import issued
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import OrderRecord, RenderJob, SalesDocument
from saleor_invoices.invoices.services import clock
from saleor_invoices.invoices.services.erased import refuse_erased
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.number_take import (
    TakenNumber,
    number_take,
    series_advance,
    series_lock,
)
from saleor_invoices.invoices.services.vat_shares import vat_shares_write
from saleor_invoices.stores.entity_numbering import entity_numbering
from saleor_invoices.stores.models import Installation, LegalEntity

RENDER_TASK = "saleor_invoices.invoices.tasks.document_render"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """Whose document it is, and what it hangs on."""

    installation: Installation
    legal_entity: LegalEntity
    order: OrderRecord | None = None
    preceding: SalesDocument | None = None


def document_issue(
    *,
    draft: Document,
    owner: Ownership,
    actor: str,
    row: SalesDocument | None = None,
    event: str = "issued",
    **history: object,
) -> SalesDocument:
    """Give the draft its number and date, freeze it, and have it rendered.

    Must run inside the transaction that holds the lock on what is being invoiced or credited.
    ``row`` is the draft's own row, where it has one. Raises ``CannotIssue`` NUMBER_TAKEN and
    ``InvalidInput`` for a number pattern that can't be used; then no number is taken.
    """
    with transaction.atomic():
        taken, on = _number(draft, owner.legal_entity)
        # The terms count from the issue date, which may be later than today (``number_take``).
        due = draft.due_date and draft.due_date + (taken.issue_date - on)
        final = issued(draft, number=taken.number, issue_date=taken.issue_date, due_date=due)
        document = _frozen(final, owner, taken, row)
        document.save(force_insert=row is None)
        vat_shares_write(document=document, final=final)
        series_advance(taken=taken, chain_hash=document.chain_hash)
        RenderJob.objects.create(document=document)
        history_append(document=document, event=event, actor=actor, number=taken.number, **history)
        background.enqueue(RENDER_TASK, str(document.pk))
    return document


def draft_save(*, draft: Document, owner: Ownership) -> SalesDocument:
    """Keep a draft that a person is to look at; it has no number, date or file."""
    document = SalesDocument(
        **indexed_columns(draft),
        installation=owner.installation,
        legal_entity=owner.legal_entity,
        order=owner.order,
        preceding=owner.preceding,
        state=DocumentState.DRAFT,
        snapshot=codec.encode(draft),
    )
    document.save(force_insert=True)
    return document


def decoded(document: SalesDocument) -> Document:
    """What the document says. Raises ``Conflict`` ERASED."""
    refuse_erased(document)
    return codec.decode(bytes(document.snapshot))


def _number(draft: Document, legal_entity: LegalEntity) -> tuple[TakenNumber, date]:
    series = series_lock(legal_entity=legal_entity, kind=draft.kind, test_mode=draft.test_mode)
    numbering = entity_numbering(legal_entity=legal_entity)
    pattern = NumberPattern.parse(numbering.patterns[DocumentKind(draft.kind)], numbering.reset)
    on = clock.today(legal_entity.timezone)
    return number_take(series=series, pattern=pattern, today=on), on


def _frozen(
    final: Document, owner: Ownership, taken: TakenNumber, row: SalesDocument | None
) -> SalesDocument:
    document = row or SalesDocument()
    snapshot, salt = codec.encode(final), chain.new_salt()
    digest = chain.digest(snapshot, salt)
    columns = {
        **indexed_columns(final),
        "installation": owner.installation,
        "legal_entity": owner.legal_entity,
        "order": owner.order,
        "preceding": owner.preceding,
        "series": taken.series,
        "state": DocumentState.ISSUED,
        "period": taken.period,
        "sequence": taken.sequence,
        "issued_at": timezone.now(),
        "snapshot": snapshot,
        "salt": salt,
        "digest": digest,
        "chain_position": taken.chain_position,
        "previous_hash": taken.previous_hash,
        "chain_hash": chain.link(taken.previous_hash, digest, taken.number, taken.chain_position),
    }
    for name, value in columns.items():
        setattr(document, name, value)
    return document
