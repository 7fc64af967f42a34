"""Giving money back by the way it came: written down, asked of Saleor once, followed to its end.

Saleor knows no idempotency key here. So what it knew of refunds is written down before it is
asked; after a crash, or an answer that was lost, a refund of the same amount that is new since then
is ours, and only where there is none is it asked again. The ledger changes when Saleor tells of
the refund, like of any other, and the credit note follows from that.
"""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain.errors import (
    AppError,
    Conflict,
    InvalidInput,
    NotFound,
    Refused,
    Unreachable,
)
from saleor_invoices.domain.money import from_minor, quantize, to_minor
from saleor_invoices.invoices.models import Movement, OrderRecord, RefundRequest, SalesDocument
from saleor_invoices.invoices.selectors.refunds import refundable_minor
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.order_issue import order_lock
from saleor_invoices.invoices.services.problem import (
    document_subject,
    problem_open,
    problem_resolve,
)
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor import refunds
from saleor_invoices.saleor.client import NotSent, SaleorClient
from saleor_invoices.saleor.refunds import PaymentRefunds, RefundEvent, Step
from saleor_invoices.stores.models import Installation

FOLLOW_TASK = "saleor_invoices.invoices.tasks.refund_follow"
LEASE = timedelta(seconds=90)
"""Longer than a look, a request and another look may take."""
SETTLING = timedelta(minutes=5)
"""After which a request that Saleor shows nothing of was never made."""
LONGEST_REASON = 300
FAILED = "REFUND_REFUSED"

State = RefundRequest.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """What a person wants back; the same ``key`` again is the same wish."""

    movement: Movement
    document: SalesDocument
    amount: Decimal
    key: str
    reason: str = ""


class _Overtaken(Exception):
    """Another worker has the request by now."""


def payment_refund(*, refund: Refund, actor: str) -> RefundRequest:
    """Ask Saleor to give money back, once for a key; returns how it stands.

    Raises ``Conflict`` NOT_REFUNDABLE for what did not come through Saleor and for a payment that
    does not count for the document, IDEMPOTENCY_KEY_REUSED; ``InvalidInput`` REFUND_INVALID;
    ``Unreachable`` while Saleor could not be asked (again with the same key, it is).
    """
    request = _written(refund, actor)
    return refund_advance(request=request)


def refund_advance(*, request: RefundRequest) -> RefundRequest:
    """Take an open request as far as it goes now; may run twice and at the same time."""
    if not _claimed(request):
        return request
    try:
        client = saleor_client(request.installation)
        payment = _payment(client, request)
        if _is_unasked(request, payment):
            _ask(client, request, payment)
            payment = _payment(client, request)
        _follow(request, payment)
    except _Overtaken:
        return request
    except NotSent:
        request.asked_at = None  # nobody was asked
        _release(request)
        raise
    except (Refused, NotFound) as error:
        _refused(request, error)
    except Unreachable as error:
        _release(request)
        if request.asked_at is None:
            raise
        request.message = error.message
    except BaseException:
        _release(request)
        raise
    return request


def _refused(request: RefundRequest, error: AppError) -> None:
    if request.asked_at is None or isinstance(error, NotFound):
        _settle(request, State.REFUSED, error.message)
        return
    # Saleor only does not let us look: what it was asked for, it may be doing.
    _release(request)
    request.message = error.message


def refunds_follow(*, record: OrderRecord) -> None:
    """The order's money has changed: see what became of its open requests, after the commit."""
    for pk in record.refund_requests.filter(state=State.OPEN).values_list("pk", flat=True):
        background.enqueue(FOLLOW_TASK, pk)


def refunds_open() -> list[int]:
    """Open requests that nobody is at, for the sweep."""
    now = timezone.now()
    free = Q(lease_until__isnull=True) | Q(lease_until__lte=now)
    rows = RefundRequest.objects.filter(
        free,
        state=State.OPEN,
        created_at__lte=now - LEASE,
        installation__state=Installation.State.ACTIVE,
    )
    return list(rows.order_by("pk").values_list("pk", flat=True)[:500])


def _written(refund: Refund, actor: str) -> RefundRequest:
    document, movement = refund.document, refund.movement
    amount = _checked(refund)
    if movement.order is None or not movement.allocations.filter(document=document).exists():
        raise _not_refundable()
    with transaction.atomic():
        movement.order.installation = document.installation
        order_lock(movement.order)  # two requests at once must not both see the same money
        known = RefundRequest.objects.filter(
            installation=document.installation, key=refund.key
        ).first()
        if known is not None:
            return _repeated(known, refund, amount)
        left = refundable_minor([movement]).get(movement.pk)
        if left is None:
            raise _not_refundable()
        if amount > left:
            raise _invalid("amount", left=str(from_minor(left, movement.currency)))
        request = RefundRequest.objects.create(
            installation=document.installation,
            document=document,
            order=movement.order,
            movement=movement,
            payment_id=movement.payment_id,
            key=refund.key,
            amount_minor=amount,
            currency=movement.currency,
            reason=refund.reason,
            requested_by=actor,
        )
        _note(request, "refund_requested", actor=actor)
    return request


def _checked(refund: Refund) -> int:
    currency, amount = refund.movement.currency, refund.amount
    if len(refund.reason) > LONGEST_REASON:
        raise _invalid("reason")
    if amount <= 0 or amount != quantize(amount, currency):
        raise _invalid("amount")
    return to_minor(amount, currency)


def _repeated(known: RefundRequest, refund: Refund, amount: int) -> RefundRequest:
    same = (known.movement_id, known.document_id, known.amount_minor)
    if same != (refund.movement.pk, refund.document.pk, amount):
        raise Conflict(
            "This idempotency key was used for another refund.", code="IDEMPOTENCY_KEY_REUSED"
        )
    known.installation = refund.document.installation
    return known


def _claimed(request: RefundRequest) -> bool:
    """Whether this is ours to work on; the row is read anew in any case."""
    now = timezone.now()
    free = Q(lease_until__isnull=True) | Q(lease_until__lte=now)
    rows = RefundRequest.objects.filter(free, pk=request.pk, state=State.OPEN)
    taken = rows.update(lease_until=now + LEASE) == 1
    installation = request.installation
    request.refresh_from_db()
    request.installation = installation
    return taken


def _payment(client: SaleorClient, request: RefundRequest) -> PaymentRefunds:
    found = refunds.order_refunds(client, order_id=request.order.order_id)
    if request.payment_id not in found:
        raise NotFound("Saleor does not know this payment any more.")
    return found[request.payment_id]


def _is_unasked(request: RefundRequest, payment: PaymentRefunds) -> bool:
    if request.asked_at is None:
        return True
    return _ours(request, payment) is None and timezone.now() > request.asked_at + SETTLING


def _ask(client: SaleorClient, request: RefundRequest, payment: PaymentRefunds) -> None:
    request.asked_at = None  # what was asked before came to nothing
    amount = from_minor(request.amount_minor, request.currency)
    if amount > payment.available:
        raise Refused(
            f"Only {payment.available} {request.currency} can go back through this payment.",
            code="REFUND_TOO_LARGE",
        )
    _note_asking(request, payment)  # committed before Saleor hears of it
    try:
        refunds.refund_ask(client, order_id=request.order.order_id, payment=payment, amount=amount)
    except Refused:
        request.asked_at = None
        raise


def _note_asking(request: RefundRequest, payment: PaymentRefunds) -> None:
    known, now = [event.id for event in payment.events], timezone.now()
    if not _held(request).update(known_events=known, asked_at=now):
        raise _Overtaken
    request.known_events, request.asked_at = known, now


def _held(request: RefundRequest) -> QuerySet[RefundRequest]:
    """The request, while nobody else has taken it over: we may have been stopped for long."""
    return RefundRequest.objects.filter(
        pk=request.pk, state=State.OPEN, lease_until=request.lease_until
    )


def _follow(request: RefundRequest, payment: PaymentRefunds) -> None:
    event = _ours(request, payment)
    if event is None:
        _release(request)
        return
    if not request.event_id:
        request.event_id = event.id
        request.save(update_fields=["event_id"])
    end = _end(event, payment)
    if end is None:
        _release(request)
    elif end.step is Step.DONE:
        request.told_at = end.at
        _settle(request, State.DONE, end.message)
    else:
        _settle(request, State.REFUSED, end.message or "The refund failed.")


def _ours(request: RefundRequest, payment: PaymentRefunds) -> RefundEvent | None:
    """The event that our request led to: new since then, of the amount, and nobody else's."""
    taken = set(
        RefundRequest.objects.filter(installation=request.installation, payment_id=payment.id)
        .exclude(pk=request.pk)
        .values_list("event_id", flat=True)
    )
    for event in payment.events:
        if event.id == request.event_id:
            return event
    wanted = from_minor(request.amount_minor, request.currency)
    new = (
        event
        for event in payment.events
        if event.id not in request.known_events
        and event.id not in taken
        and (payment.is_legacy or event.step is Step.ASKED)
        and event.amount == wanted
    )
    return next(new, None)


def _end(event: RefundEvent, payment: PaymentRefunds) -> RefundEvent | None:
    if event.step is not Step.ASKED:
        return event
    ends = (
        other
        for other in payment.events
        if other.step is not Step.ASKED
        and other.reference == event.reference
        and other.at >= event.at
    )
    return max(ends, key=lambda other: (other.at, other.id), default=None)


def _settle(request: RefundRequest, state: State, message: str) -> None:
    with transaction.atomic():
        rows = RefundRequest.objects.filter(pk=request.pk, state=State.OPEN)
        settled = {"state": state, "message": message[:2000], "settled_at": timezone.now()}
        told = {"event_id": request.event_id, "told_at": request.told_at}
        if not rows.update(**settled, **told, lease_until=None):
            return
        event = "refund_done" if state is State.DONE else "refund_refused"
        _note(request, event, actor="saleor")
        if state is State.REFUSED:
            _tell(request, message)
        else:
            refusals_forget(document=request.document)
    request.refresh_from_db()


def refusals_forget(*, document: SalesDocument) -> None:
    """Nothing is to be done about refunds that were refused any more."""
    subject = document_subject(document.pk)
    problem_resolve(installation=document.installation, subject=subject, codes=(FAILED,))


def _release(request: RefundRequest) -> None:
    _held(request).update(lease_until=None, asked_at=request.asked_at)
    request.lease_until = None


def _note(request: RefundRequest, event: str, *, actor: str) -> None:
    # Words stay with the request, where erasure finds them: see ``refunds_worded``.
    history_append(
        document=request.document,
        event=event,
        actor=actor,
        amount_minor=request.amount_minor,
        reference=request.movement.reference,
        refund=request.pk,
    )


def _tell(request: RefundRequest, message: str) -> None:
    amount = f"{from_minor(request.amount_minor, request.currency)} {request.currency}"
    problem_open(
        installation=request.installation,
        subject=document_subject(request.document_id),
        code=FAILED,
        message=f"{amount} of {request.document.number} were not given back: {message}",
        remedy="Refund it where it was paid, or remove the cause and refund it again here; Retry"
        " takes this note away.",
        params={"document_id": str(request.document_id)},
    )


def _not_refundable() -> Conflict:
    return Conflict(
        "This payment can't be given back through Saleor; record the refund by hand.",
        code="NOT_REFUNDABLE",
    )


def _invalid(field: str, **more: object) -> AppError:
    return InvalidInput(
        f"The refund's {field} can't be used.",
        code="REFUND_INVALID",
        params={"field": field, **more},
    )
