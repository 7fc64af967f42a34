"""Credit notes that follow from Saleor: refunds, granted refunds and cancellations.

Decided by what was refunded, not by an event's name or a status: the same facts give the same
documents, however often and in whatever order Saleor tells them. docs/algorithms/credit.md has the
whole story.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from saleor_invoices.domain.credit import CreditLine, CreditRequest, Remaining
from saleor_invoices.domain.credit_wording import credit_wording
from saleor_invoices.domain.dates import local_date
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.money import ZERO, from_minor
from saleor_invoices.domain.order import Fulfillment, GrantedRefund, Order
from saleor_invoices.domain.order_lines import SHIPPING
from saleor_invoices.domain.profile import CreditPolicy
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.domain.wording import wording
from saleor_invoices.invoices.models import (
    Allocation,
    CreditDecision,
    Movement,
    OrderRecord,
    SalesDocument,
)
from saleor_invoices.invoices.services.credit_issue import (
    REVIEW,
    Credit,
    credit_decide,
    credit_draft_create,
    credit_note_create,
    remaining_of,
)
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.invoices.services.payment_follow import standing_of
from saleor_invoices.invoices.services.problem import (
    document_subject,
    problem_open,
    problem_resolve,
)
from saleor_invoices.stores.profile import ChannelProfile

FAILED, REVERSED = "CREDIT_NOTE_FAILED", "REFUND_REVERSED"
_REFUNDED_PARCELS = frozenset({"REFUNDED", "REFUNDED_AND_RETURNED"})
_CANCELED = "CANCELED"
Outcome = CreditDecision.Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a refund was for: quantities by order line, and whether delivery was given back."""

    lines: Mapping[str, Decimal]
    shipping: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    record: OrderRecord
    order: Order
    profile: ChannelProfile
    invoices: list[SalesDocument]
    is_covered: bool
    refunds: list[Movement]


def credits_follow(
    *,
    record: OrderRecord,
    order: Order,
    profile: ChannelProfile,
    invoices: list[SalesDocument],
    is_covered: bool,
) -> None:
    """Make every credit note that the order's refunds and its cancellation ask for, once.

    Must run under the lock of the order's row, after its movements were recorded and what came in
    was allocated. What can't be credited becomes a problem of the invoice; the rest goes on.
    """
    if not invoices:
        return
    rows = record.movements.filter(kind=MovementKind.REFUND).order_by("occurred_at", "pk")
    work = _Work(
        record=record,
        order=order,
        profile=profile,
        invoices=invoices,
        is_covered=is_covered,
        refunds=list(rows),
    )
    for _, movement in sorted(_causes(work), key=lambda cause: cause[0]):
        if movement is None:
            _cancellation(work)
        else:
            _refund(work, movement)


def _causes(work: _Work) -> Iterator[tuple[tuple[datetime, int], Movement | None]]:
    """Each refund, and the cancellation (None), with when it was; of two at once, it comes last."""
    for movement in work.refunds:
        yield (movement.occurred_at, 0), movement
    if work.order.status == _CANCELED:
        last = max((row.occurred_at for row in work.refunds), default=work.order.created)
        yield (work.order.cancelled_at or last, 1), None


def _cancellation(work: _Work) -> None:
    cause = f"cancel:{work.order.id}"
    for invoice in work.invoices:
        if _is_decided(invoice, cause):
            continue
        request = _cancelled_part(work, invoice)
        if request is None:
            credit_decide(invoice=invoice, cause=cause, outcome=Outcome.ABSORBED)
        else:
            _credit(work, invoice, cause, request)


def _cancelled_part(work: _Work, invoice: SalesDocument) -> CreditRequest | None:
    """All that is left of the invoice; of a collective one, what is the order's."""
    left, reason = remaining_of(invoice), credit_wording(invoice.language).cancelled
    if left.is_empty:
        return None
    if invoice.order_id == work.record.pk:
        return CreditRequest(everything=True, reason=reason)
    own = {line.id: ZERO + line.quantity for line in work.order.lines}
    content = Content(lines=own, shipping=True)
    lines, charges = _lines(decoded(invoice), content, _quantities(left), order=work.order.id)
    if not lines and not charges:
        return None
    return CreditRequest(lines=lines, charges=charges, reason=reason)


def _refund(work: _Work, movement: Movement) -> None:
    cause = f"refund:{movement.key}"
    if movement.amount_minor >= 0:
        _tell_reversed(work, movement)
        return
    if all(_is_decided(invoice, cause) for invoice in work.invoices):
        return
    content = content_of(work.order, movement)
    left = _to_credit(work, movement, content)
    for invoice in work.invoices:
        if _is_decided(invoice, cause):
            left -= _credited_for(invoice, cause)
            continue
        request = _request(invoice, content, left, movement)
        if request is None:
            credit_decide(invoice=invoice, cause=cause, outcome=Outcome.ABSORBED)
            continue
        _credit(work, invoice, cause, request, movement)
        left -= _credited_for(invoice, cause)


def _to_credit(work: _Work, movement: Movement, content: Content | None) -> Decimal:
    """How much of a refund still needs a credit note.

    What the shop owed the buyer already (an overpayment, a credit note that was not paid out yet)
    is paid out by it. While a part of the order is not invoiced, money without lines is taken to
    be that part's.
    """
    currency = work.order.currency
    amount = from_minor(-movement.amount_minor, currency)
    if content is not None and not work.is_covered:
        return amount
    earlier = _refunded_before(work, movement)
    standings = [standing_of(invoice) for invoice in work.invoices]
    received = sum((one.charged for one in standings), ZERO)
    if not work.is_covered:
        received = max(received, from_minor(work.record.charged_minor, currency))
    claims = sum((one.collectable - one.credited for one in standings), ZERO)
    owed = max(received - earlier - claims, ZERO)
    return max(amount - owed, ZERO)


def _refunded_before(work: _Work, movement: Movement) -> Decimal:
    """What went back by other refunds that were decided on."""
    causes = CreditDecision.objects.filter(invoice__in=work.invoices, cause__startswith="refund:")
    decided = set(causes.values_list("cause", flat=True))
    before = (
        row
        for row in work.refunds
        if row.pk != movement.pk and (f"refund:{row.key}" in decided or row.amount_minor > 0)
    )
    minor = sum(row.amount_minor for row in before) + _refunded_elsewhere(work)
    return from_minor(-minor, work.order.currency)


def _refunded_elsewhere(work: _Work) -> int:
    """What a collective invoice paid back for its other orders."""
    others = Allocation.objects.filter(
        document__in=work.invoices, movement__kind=MovementKind.REFUND
    ).exclude(movement__order=work.record)
    return sum(others.values_list("amount_minor", flat=True))


def _request(
    invoice: SalesDocument, content: Content | None, left: Decimal, movement: Movement
) -> CreditRequest | None:
    rest = remaining_of(invoice)
    amount = min(left, rest.gross)
    if amount <= 0:
        return None
    words = credit_wording(invoice.language)
    reason = (content.reason if content else "") or words.refunded
    plain = CreditRequest(amount=amount, reason=reason, refunded=amount)
    if content is None:
        return replace(plain, amount=None, everything=True) if amount == rest.gross else plain
    lines, charges = _lines(decoded(invoice), content, _quantities(rest))
    if not lines and not charges:
        return plain if not content.lines and not content.shipping else None
    return replace(plain, lines=lines, charges=charges)


def _lines(
    invoice: Document, content: Content, left: Mapping[str, Decimal], *, order: str = ""
) -> tuple[tuple[CreditLine, ...], tuple[str, ...]]:
    lines = tuple(
        CreditLine(line_id=line.id, quantity=quantity)
        for line in invoice.lines
        if (quantity := min(content.lines.get(line.source_id, ZERO), left.get(line.id, ZERO))) > 0
    )
    charges = tuple(
        charge.id
        for charge in invoice.charges
        if content.shipping and charge.source_id.startswith(f"{SHIPPING}{order}")
    )
    return lines, charges


def _quantities(left: Remaining) -> dict[str, Decimal]:
    return {one.line.id: one.quantity for one in left.lines}


def content_of(order: Order, movement: Movement) -> Content | None:
    """What a refund was for, by the grant or the refunded parcel that it pays; None: unknown."""
    grant = next((one for one in order.granted_refunds if _pays(movement, one)), None)
    if grant is not None and (grant.lines or grant.includes_shipping):
        quantities = {line: Decimal(quantity) for line, quantity in grant.lines}
        return Content(lines=quantities, shipping=grant.includes_shipping, reason=grant.reason)
    parcel = _refunded_parcel(order, movement)
    if parcel is None:
        return None
    quantities = {line: Decimal(quantity) for line, quantity in parcel.lines}
    return Content(lines=quantities, shipping=bool(parcel.refunded_shipping))


def _pays(movement: Movement, grant: GrantedRefund) -> bool:
    event = movement.key.rpartition(":")[2]
    if event in grant.event_ids:
        return True
    same = movement.reference != "" and movement.reference in grant.references
    return same and movement.payment_id == grant.payment_id


def _refunded_parcel(order: Order, movement: Movement) -> Fulfillment | None:
    """The older way: staff refund products of a parcel, which then says how much it gave back."""
    amount = from_minor(-movement.amount_minor, order.currency)
    fitting = [
        parcel
        for parcel in order.fulfillments
        if parcel.status in _REFUNDED_PARCELS and parcel.refunded_total == amount
    ]
    return fitting[0] if len(fitting) == 1 and fitting[0].lines else None


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
        _failed(invoice, error)
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


def _credited_for(invoice: SalesDocument, cause: str) -> Decimal:
    made = invoice.credit_decisions.filter(cause=cause, document__isnull=False)
    minor = made.values_list("document__gross_minor", flat=True).first() or 0
    return from_minor(minor, invoice.currency)


def _failed(invoice: SalesDocument, error: AppError) -> None:
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


def _tell_reversed(work: _Work, movement: Movement) -> None:
    credited = CreditDecision.objects.filter(
        invoice__in=work.invoices,
        cause__startswith="refund:",
        document__applications__isnull=False,
    ).first()
    if credited is None or CreditDecision.objects.filter(cause=f"refund:{movement.key}").exists():
        return
    credit_decide(invoice=credited.invoice, cause=f"refund:{movement.key}", outcome=Outcome.OFF)
    problem_open(
        installation=work.record.installation,
        subject=document_subject(credited.invoice_id),
        code=REVERSED,
        message=f"A refund of order {work.order.number} failed after it was credited.",
        remedy="Refund the money again, or issue a new invoice for what was credited.",
        params={"document_id": str(credited.invoice_id), "reference": movement.reference},
    )
