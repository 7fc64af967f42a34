"""Credit notes that follow from Saleor: refunds, granted refunds and cancellations.

Decided by what was refunded, not by an event's name or a status: the same facts give the same
documents, however often and in whatever order Saleor tells them. docs/algorithms/credit.md has the
whole story.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from saleor_invoices.domain.credit import CreditRequest
from saleor_invoices.domain.credit_wording import credit_wording
from saleor_invoices.domain.dates import local_date
from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.money import from_minor
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.profile import CreditPolicy
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.domain.wording import wording
from saleor_invoices.invoices.models import CreditDecision, Movement, OrderRecord, SalesDocument
from saleor_invoices.invoices.services.credit_content import Content, content_of
from saleor_invoices.invoices.services.credit_issue import (
    REVIEW,
    Credit,
    credit_decide,
    credit_draft_create,
    credit_note_create,
)
from saleor_invoices.invoices.services.credit_request import cancel_request, refund_requests
from saleor_invoices.invoices.services.credit_share import Share, owed_minor, share_of
from saleor_invoices.invoices.services.ledger_allocate import ledger_allocate, unallocated
from saleor_invoices.invoices.services.movement_record import PROVIDERS
from saleor_invoices.invoices.services.problem import (
    document_subject,
    problem_open,
    problem_resolve,
)
from saleor_invoices.stores.profile import ChannelProfile

FAILED, REVERSED = "CREDIT_NOTE_FAILED", "REFUND_REVERSED"
_CANCELED = "CANCELED"
Outcome = CreditDecision.Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    record: OrderRecord
    order: Order
    profile: ChannelProfile
    invoices: list[SalesDocument]
    standing: list[SalesDocument]
    is_covered: bool
    refunds: list[Movement]

    def allocate(self, before: Movement | None = None) -> None:
        ledger_allocate(
            record=self.record, invoices=self.invoices, is_covered=self.is_covered, before=before
        )

    def share(self, invoice: SalesDocument) -> Share:
        # A draft counts where drafts are how credit notes are made; beside automatic ones, it is
        # some person's plan.
        with_drafts = self.profile.credit_policy is CreditPolicy.DRAFT
        return share_of(
            invoice=invoice, record=self.record, order=self.order, with_drafts=with_drafts
        )


def credits_follow(
    *,
    record: OrderRecord,
    order: Order,
    profile: ChannelProfile,
    invoices: list[SalesDocument],
    standing: list[SalesDocument],
    is_covered: bool,
) -> None:
    """Make every credit note that the order's refunds and its cancellation ask for, once.

    ``standing`` are those ``invoices`` that were neither replaced nor voided. Must run under the
    lock of the order's row, after its movements were recorded and what came in was allocated. What
    can't be credited becomes a problem of the invoice; the rest goes on. A refund that a person
    recorded is left to that person.
    """
    if not standing:
        return
    rows = record.movements.filter(kind=MovementKind.REFUND, source__in=PROVIDERS)
    work = _Work(
        record=record,
        order=order,
        profile=profile,
        invoices=invoices,
        standing=standing,
        is_covered=is_covered,
        refunds=list(rows.order_by("occurred_at", "pk")),
    )
    for _, movement in sorted(_causes(work), key=lambda cause: cause[0]):
        if movement is None:
            _cancellation(work)
        else:
            _refund(work, movement)
    _tell_reversed(work)


def _causes(work: _Work) -> Iterator[tuple[tuple[datetime, int], Movement | None]]:
    """Each refund, and the cancellation (None), with when it was; of two at once, it comes last."""
    for movement in work.refunds:
        if movement.amount_minor < 0:
            yield (movement.occurred_at, 0), movement
    if work.order.status == _CANCELED:
        last = max((row.occurred_at for row in work.refunds), default=work.order.created)
        yield (work.order.cancelled_at or last, 1), None


def _cancellation(work: _Work) -> None:
    cause = f"cancel:{work.order.id}"
    for invoice in work.standing:
        if _is_decided(invoice, cause):
            continue
        words = credit_wording(invoice.language)
        request = cancel_request(share=work.share(invoice), reason=words.cancelled)
        if request is None:
            credit_decide(invoice=invoice, cause=cause, outcome=Outcome.ABSORBED)
        else:
            _credit(work, invoice, cause, request)


def _refund(work: _Work, movement: Movement) -> None:
    cause = f"refund:{movement.key}"
    if all(_is_decided(invoice, cause) for invoice in work.standing):
        return
    work.allocate(before=movement)  # all that was earlier lies where it belongs
    content = content_of(work.order, movement, work.refunds)
    shares = [work.share(invoice) for invoice in work.standing]
    requests = refund_requests(
        shares=[share for share in shares if not _is_decided(share.invoice, cause)],
        content=content,
        left=_to_credit(work, movement, content, shares),
        credited=[row for share in shares for row in _made(share.invoice, cause)],
        is_covered=work.is_covered,
    )
    for invoice, request in requests:
        if request is None:
            credit_decide(invoice=invoice, cause=cause, outcome=Outcome.ABSORBED)
        else:
            _credit(work, invoice, cause, request, movement)


def _to_credit(
    work: _Work, movement: Movement, content: Content | None, shares: list[Share]
) -> Decimal:
    """How much of a refund still needs a credit note; below zero: none.

    What the shop owed the buyer already is paid out by it. While a part of the order is not
    invoiced, money without lines is taken to be that part's.
    """
    pending = [row for row in work.refunds if row.pk == movement.pk or _is_pending(work, row)]
    pks = {row.pk for row in pending}
    spare = sum(rest for row, rest in unallocated(work.record) if row.pk not in pks)
    owed = owed_minor(
        shares=shares,
        pending=pending,
        of_lines=content is not None,
        spare=0 if work.is_covered else spare,
    )
    failed = sum(row.amount_minor for row in work.refunds if _failed_of(row, movement))
    made = (row for share in shares for row in _made(share.invoice, f"refund:{movement.key}"))
    credited = sum(row.gross_minor for row in made)
    amount = max(-movement.amount_minor - failed - owed, 0) - credited
    return from_minor(amount, work.order.currency)


def _failed_of(row: Movement, movement: Movement) -> bool:
    """Whether the row says that the refund failed."""
    same = row.payment_id == movement.payment_id and row.reference == movement.reference
    return same and bool(row.reference) and row.amount_minor > 0


def _is_pending(work: _Work, movement: Movement) -> bool:
    cause = f"refund:{movement.key}"
    return movement.amount_minor < 0 and not all(
        _is_decided(invoice, cause) for invoice in work.standing
    )


def _credit(
    work: _Work,
    invoice: SalesDocument,
    cause: str,
    request: CreditRequest,
    movement: Movement | None = None,
) -> None:
    policy = work.profile.credit_policy
    if policy is CreditPolicy.OFF:
        credit_decide(invoice=invoice, cause=cause, outcome=Outcome.OFF)
        return
    how = _refunded_how(invoice, movement) if movement else ""
    credit = Credit(cause=cause, request=request, actor="saleor", refunded_how=how)
    make = credit_note_create if policy is CreditPolicy.AUTOMATIC else credit_draft_create
    try:
        with transaction.atomic():
            made = make(invoice=invoice, credit=credit)
    except AppError as error:
        _tell_failed(invoice, error)
        return
    with suppress(AppError):
        problem_resolve(
            installation=invoice.installation,
            subject=document_subject(invoice.pk),
            codes=(FAILED,),
        )
    if policy is CreditPolicy.DRAFT:
        _ask_for_review(invoice, made)


def _refunded_how(invoice: SalesDocument, movement: Movement) -> str:
    day = local_date(movement.occurred_at, invoice.legal_entity.timezone)
    return wording(invoice.language).paid(day, movement.method)


def _is_decided(invoice: SalesDocument, cause: str) -> bool:
    return invoice.credit_decisions.filter(cause=cause).exists()


def _made(invoice: SalesDocument, cause: str) -> list[SalesDocument]:
    """The credit note, or its draft, that a cause has led to."""
    return list(SalesDocument.objects.filter(decided_by__invoice=invoice, decided_by__cause=cause))


def _tell_failed(invoice: SalesDocument, error: AppError) -> None:
    problem_open(
        installation=invoice.installation,
        subject=document_subject(invoice.pk),
        code=FAILED,
        message=f"{invoice.number} could not be credited: {error.message}",
        remedy=str(error.params.get("remedy", "Make the credit note by hand.")),
        params={"document_id": str(invoice.pk), "cause": error.code},
    )


def _ask_for_review(invoice: SalesDocument, draft: SalesDocument) -> None:
    problem_open(
        installation=invoice.installation,
        subject=document_subject(invoice.pk),
        code=REVIEW,
        message=f"A credit note of {invoice.number} waits to be looked at.",
        remedy="Open the draft, then issue it or throw it away.",
        params={"document_id": str(invoice.pk), "draft_id": str(draft.pk)},
    )


def _tell_reversed(work: _Work) -> None:
    """A refund that failed after it was credited leaves the buyer's money with the shop."""
    failed = [row for row in work.refunds if row.amount_minor > 0]
    known = CreditDecision.objects.filter(cause__in=[f"refund:{row.key}" for row in failed])
    told = set(known.values_list("cause", flat=True))
    new = [row for row in failed if f"refund:{row.key}" not in told]
    causes = [f"refund:{row.key}" for row in work.refunds if row.amount_minor < 0]
    credited = CreditDecision.objects.filter(
        invoice__in=work.standing, cause__in=causes, document__applications__isnull=False
    ).first()
    if not new or credited is None:
        return
    work.allocate()
    shares = [work.share(invoice) for invoice in work.standing]
    # Nothing is owed where Saleor only told the same refund twice, and now tells it once.
    is_owed = owed_minor(shares=shares, pending=[], of_lines=False) > 0
    outcome = Outcome.OFF if is_owed else Outcome.ABSORBED
    for row in new:
        credit_decide(invoice=credited.invoice, cause=f"refund:{row.key}", outcome=outcome)
    if is_owed:
        _reversed(work, credited.invoice, new[-1])


def _reversed(work: _Work, invoice: SalesDocument, movement: Movement) -> None:
    problem_open(
        installation=work.record.installation,
        subject=document_subject(invoice.pk),
        code=REVERSED,
        message=f"A refund of order {work.order.number} failed after it was credited.",
        remedy="Refund the money again, or issue a new invoice for what was credited.",
        params={"document_id": str(invoice.pk), "reference": movement.reference},
    )
