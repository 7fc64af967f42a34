"""Credit notes: what an invoice said, taken back in whole or in part, never more than is left."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone

from saleor_invoices.domain import findings, totals
from saleor_invoices.domain.credit import CreditRequest, Remaining, credit_document, remaining
from saleor_invoices.domain.credit_left import exceeds
from saleor_invoices.domain.credit_wording import credit_wording
from saleor_invoices.domain.document import Document, Prepayment, Tax
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.domain.order_document import Draft
from saleor_invoices.domain.profile import NotifyPolicy
from saleor_invoices.domain.states import DocumentState, MovementKind
from saleor_invoices.invoices.models import (
    Allocation,
    CreditDecision,
    Movement,
    SalesDocument,
)
from saleor_invoices.invoices.services import clock, listeners
from saleor_invoices.invoices.services.document_complete import Rules, document_complete
from saleor_invoices.invoices.services.document_issue import (
    Ownership,
    decoded,
    document_issue,
    draft_save,
)
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.payment_follow import payment_follow
from saleor_invoices.invoices.services.problem import document_subject, problem_resolve
from saleor_invoices.invoices.services.publication_request import publication_request
from saleor_invoices.stores.selectors import channel_profile

CREDIT_NOTE = "credit_note"
REVIEW = "CREDIT_NOTE_TO_REVIEW"
Outcome = CreditDecision.Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A reason to credit an invoice, with what is to be credited. ``cause`` makes it once."""

    cause: str
    request: CreditRequest
    actor: str = "app"
    refunded_how: str = ""  # when and how the money went back, in the document's language


def credit_note_create(*, invoice: SalesDocument, credit: Credit) -> SalesDocument:
    """Issue the credit note that ``credit`` asks for; the same cause again returns the first one.

    Raises ``Conflict`` or ``InvalidInput`` (see ``domain.credit``), having changed nothing, for
    more than is left, a credit note on a credit note, and a document that is not issued.
    """
    with transaction.atomic():
        locked = invoice_lock(invoice)
        known = locked.credit_decisions.filter(cause=credit.cause).first()
        if known is not None and known.document is not None:
            return known.document
        return _issue(locked, credit_draft(invoice=locked, credit=credit), credit)


def credit_draft_create(*, invoice: SalesDocument, credit: Credit) -> SalesDocument:
    """Prepare the credit note for a person to look at; nothing is issued yet.

    What other drafts of the invoice take back is not offered to this one.
    """
    with transaction.atomic():
        locked = invoice_lock(invoice)
        known = locked.credit_decisions.filter(cause=credit.cause).first()
        if known is not None and known.document is not None:
            return known.document
        earlier = [*credit_notes_of(locked), *credit_drafts_of(locked)]
        draft = credit_draft(invoice=locked, credit=credit, earlier=earlier)
        row = draft_save(draft=draft.document, owner=_owner(locked))
        _decide(locked, credit.cause, Outcome.DRAFT, row)
        history_append(
            document=locked, event="credit_drafted", actor=credit.actor, draft=str(row.pk)
        )
        return row


def credit_draft_issue(*, draft: SalesDocument, actor: str) -> SalesDocument:
    """Issue a prepared credit note.

    Raises ``Conflict`` CREDIT_EXCEEDS_INVOICE when too little is left meanwhile, NOT_A_DRAFT, and
    ``CannotIssue`` for a blocking finding.
    """
    with transaction.atomic():
        invoice, row = _draft_lock(draft)
        if row is not None and row.state != DocumentState.DRAFT:
            return row
        if row is None or invoice is None or row.kind != CREDIT_NOTE:
            raise Conflict("Only a credit note's draft is issued this way.", code="NOT_A_DRAFT")
        _refuse_excess(invoice, decoded(row))
        final = _completed(invoice, decoded(row), credit_notes_of(invoice))
        findings.refuse_blocking(final.findings)
        issued = document_issue(draft=final.document, owner=_owner(invoice), actor=actor, row=row)
        invoice.credit_decisions.filter(document=issued).update(
            outcome=Outcome.ISSUED, decided_at=timezone.now()
        )
        _settle(invoice, issued, actor)
        review_done(invoice)
        return issued


def credit_draft_discard(*, draft: SalesDocument, actor: str) -> None:
    """Throw a prepared credit note away; its cause is not asked about again."""
    with transaction.atomic():
        invoice, row = _draft_lock(draft)
        if row is None:
            return
        if row.state != DocumentState.DRAFT:
            raise Conflict("An issued document can't be thrown away.", code="ALREADY_ISSUED")
        CreditDecision.objects.filter(document=row).update(
            outcome=Outcome.DISCARDED, document=None, decided_at=timezone.now()
        )
        row.delete()
        if invoice is not None:
            history_append(document=invoice, event="credit_discarded", actor=actor)
            review_done(invoice)


def credit_draft(
    *, invoice: SalesDocument, credit: Credit, earlier: list[Document] | None = None
) -> Draft:
    """The credit note as it would be issued now, with its findings; nothing is kept.

    ``earlier`` is what was credited before; None: by the issued credit notes.
    """
    content = decoded(invoice)
    earlier = credit_notes_of(invoice) if earlier is None else earlier
    document = credit_document(content, earlier, credit.request, spread_name=spread_name(content))
    document = replace(document, prepayments=_labelled(document, credit.refunded_how))
    return _completed(invoice, document, earlier)


def _labelled(document: Document, how: str) -> tuple[Prepayment, ...]:
    return tuple(
        replace(part, label=how) if part.kind == "refund" else part for part in document.prepayments
    )


def credit_notes_of(invoice: SalesDocument) -> list[Document]:
    """What the invoice's issued credit notes say, in order of issue."""
    rows = invoice.following.filter(kind=CREDIT_NOTE, state=DocumentState.ISSUED)
    return [decoded(row) for row in rows.order_by("issued_at", "sequence")]


def credit_drafts_of(invoice: SalesDocument) -> list[Document]:
    """What its credit notes say that wait for a person."""
    rows = invoice.following.filter(kind=CREDIT_NOTE, state=DocumentState.DRAFT)
    return [decoded(row) for row in rows.order_by("created_at", "pk")]


def remaining_of(invoice: SalesDocument) -> Remaining:
    """What of the invoice is not credited yet."""
    return remaining(decoded(invoice), credit_notes_of(invoice))


def is_creditable(row: SalesDocument) -> bool:
    """Whether the row is an issued invoice whose content is still there."""
    return row.kind == "invoice" and row.state == DocumentState.ISSUED and row.erased_at is None


def invoice_lock(invoice: SalesDocument) -> SalesDocument:
    """Lock the invoice's row, so that two credits see each other.

    Raises ``Conflict`` CREDIT_ON_CREDIT_NOTE, NOT_ISSUED, ERASED.
    """
    row = SalesDocument.objects.select_for_update(no_key=True).get(pk=invoice.pk)
    row.installation = invoice.installation
    creditable_check(row)
    return row


def creditable_check(row: SalesDocument) -> None:
    """Raise ``Conflict`` CREDIT_ON_CREDIT_NOTE, NOT_ISSUED, ERASED for what can't be credited."""
    if row.kind != "invoice":
        raise Conflict("Only an invoice can be credited.", code="CREDIT_ON_CREDIT_NOTE")
    if row.state != DocumentState.ISSUED:
        raise Conflict("A draft is changed, not credited.", code="NOT_ISSUED")
    if row.erased_at is not None:
        raise Conflict("The document's content was erased.", code="ERASED")


def spread_name(content: Document) -> Callable[[Tax], str]:
    """How a line is named that takes back a part of one VAT rate, in the document's language."""
    words = credit_wording(content.language)
    return lambda tax: words.part_of_rate.format(
        number=content.number, rate=words.percent(tax.rate)
    )


def credit_decide(*, invoice: SalesDocument, cause: str, outcome: Outcome) -> None:
    """Write down that a cause gets no credit note, and why."""
    _decide(invoice, cause, outcome, None)


def review_done(invoice: SalesDocument) -> None:
    """Close the problem that asks for a look once no draft waits any more."""
    if not invoice.following.filter(state=DocumentState.DRAFT).exists():
        problem_resolve(
            installation=invoice.installation,
            subject=document_subject(invoice.pk),
            codes=(REVIEW,),
        )


def _draft_lock(draft: SalesDocument) -> tuple[SalesDocument | None, SalesDocument | None]:
    """The invoice and then the draft, locked; None for a draft that is gone."""
    rows = SalesDocument.objects.select_for_update(no_key=True)
    former = draft.preceding_id  # invoices first, as everywhere
    invoice = rows.filter(pk=former).first() if former else None
    row = rows.filter(pk=draft.pk).first()
    for one in (invoice, row):
        if one is not None:
            one.installation = draft.installation
    return invoice, row


def _completed(invoice: SalesDocument, document: Document, earlier: list[Document]) -> Draft:
    rules = Rules(
        installation=invoice.installation,
        profile=channel_profile(installation=invoice.installation, channel=invoice.channel),
        on=clock.today(invoice.legal_entity.timezone),
        invoice=decoded(invoice),
        earlier=earlier,
    )
    draft = Draft(document=document, findings=tuple(totals.check(document)))
    return document_complete(draft=draft, rules=rules)


def _issue(invoice: SalesDocument, draft: Draft, credit: Credit) -> SalesDocument:
    findings.refuse_blocking(draft.findings)
    note = document_issue(
        draft=draft.document,
        owner=_owner(invoice),
        actor=credit.actor,
        invoice=invoice.number,
        cause=credit.cause.partition(":")[0],
    )
    _decide(invoice, credit.cause, Outcome.ISSUED, note)
    _settle(invoice, note, credit.actor)
    return note


def _settle(invoice: SalesDocument, note: SalesDocument, actor: str) -> None:
    """The credit note counts against its invoice, and Saleor's order shows it."""
    movement = Movement.objects.create(
        installation_id=note.installation_id,
        order_id=invoice.order_id,
        kind=MovementKind.CREDIT,
        amount_minor=note.collectable_minor,
        currency=note.currency,
        key=f"credit:{note.pk}",
        source=CREDIT_NOTE,
        reference=note.number,
        occurred_at=note.issued_at or timezone.now(),
        recorded_by=actor,
        credit_note=note,
    )
    Allocation.objects.create(
        movement=movement, document=invoice, amount_minor=note.collectable_minor, created_by=actor
    )
    payment_follow(document=invoice, actor=actor)
    history_append(
        document=invoice,
        event="credited",
        actor=actor,
        number=note.number,
        amount_minor=note.collectable_minor,
    )
    listeners.credited(invoice, note)
    if note.order_id is not None:
        profile = channel_profile(installation=note.installation, channel=note.channel)
        notify = profile.notify_policy is NotifyPolicy.ON_ISSUE
        publication_request(document=note, saleor_invoice_id=None, notify=notify)


def _decide(
    invoice: SalesDocument, cause: str, outcome: Outcome, document: SalesDocument | None
) -> None:
    CreditDecision.objects.update_or_create(
        invoice=invoice, cause=cause, defaults={"outcome": outcome, "document": document}
    )


def _owner(invoice: SalesDocument) -> Ownership:
    return Ownership(
        installation=invoice.installation,
        legal_entity=invoice.legal_entity,
        order=invoice.order,
        preceding=invoice,
    )


def _refuse_excess(invoice: SalesDocument, content: Document) -> None:
    """A draft was right when it was made; other credit notes may have come since."""
    if exceeds(decoded(invoice), credit_notes_of(invoice), content):
        raise Conflict(
            "Less is left of the invoice than this credit note takes back.",
            code="CREDIT_EXCEEDS_INVOICE",
            params={
                "left": str(remaining_of(invoice).gross),
                "wanted": str(content.totals.gross),
            },
        )
