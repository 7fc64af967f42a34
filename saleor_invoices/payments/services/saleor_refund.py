"""A refund that staff ask for in Saleor, of a payment that came through us.

Saleor waits for the answer, and writes the refund down with what it was granted for when it has
it. Only then is it booked, by the provider's own event, or by the sweep where none arrives: a
credit note that followed earlier would not know what the money was for.

Saleor 3.22 asks again after a 5xx, but with an empty body: so everything is an answer.
"""

from datetime import timedelta
from typing import Any

from django.db.models import Sum
from django.utils import timezone

from saleor_invoices import logs
from saleor_invoices.domain.errors import AppError, Conflict, Unreachable
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Movement, SalesDocument
from saleor_invoices.invoices.services.movement_record import SALEOR, STRIPE
from saleor_invoices.invoices.services.payment_refund import LONGEST_REASON, Refund
from saleor_invoices.payments.models import CustomerPayment, PaymentProvider, ProviderRefundRequest
from saleor_invoices.payments.port import ProviderRefund, RefundState
from saleor_invoices.payments.services.money_back import refund_take
from saleor_invoices.payments.services.refund_request import refund_ask
from saleor_invoices.saleor.refund_asked import RefundAsked, refund_answer

WRITING = timedelta(seconds=8)
"""Longer than the provider, our answer and Saleor's own rows take."""
UNSURE = (
    "Stripe can't be reached just now. If it made the refund all the same, this shows here within"
    " minutes: look again before you ask once more."
)

log = logs.get(__name__)
State = ProviderRefundRequest.State


def saleor_refund(*, installation_id: int, asked: RefundAsked) -> dict[str, Any]:
    """Have the provider give the money back, once for a request; returns the answer for Saleor.

    What can't be given back is an answer too.
    """
    try:
        refund = _refund(installation_id, asked)
        request, found = refund_ask(refund=refund, actor=SALEOR)
    except AppError as error:
        log.warning("refund.refused", code=error.code, payment=asked.payment_reference)
        return _refusal(asked, _words(error))
    if found is not None:
        _keep(request, found)
    if request.state == State.REFUSED:
        return _refusal(asked, request.message or "The refund failed.")
    is_done = request.state == State.DONE or (
        found is not None and found.state is RefundState.SUCCEEDED
    )
    return refund_answer(reference=request.provider_id, amount=asked.amount, is_done=is_done)


def refuse_unwritten(*, payment: CustomerPayment, refund_id: str) -> None:
    """See that Saleor has had the time to write down a refund that it asked for.

    Raises ``Unreachable`` REFUND_NOT_WRITTEN, so that the provider's event is worked off later.
    """
    fresh = ProviderRefundRequest.objects.filter(
        payment=payment,
        provider_id__in=("", refund_id),
        requested_by=SALEOR,
        state=State.OPEN,
        created_at__gt=timezone.now() - WRITING,
    )
    if fresh.exists():
        raise Unreachable("Saleor is still writing this refund.", code="REFUND_NOT_WRITTEN")


def _refund(installation_id: int, asked: RefundAsked) -> Refund:
    payment = CustomerPayment.objects.filter(
        installation_id=installation_id,
        provider=PaymentProvider.STRIPE,
        provider_id=asked.payment_reference,
        currency=asked.currency,
    ).first()
    movement = _charge(payment, asked.order_id) if payment else None
    if payment is None or movement is None:
        raise Conflict("This payment did not come through this app.", code="NOT_REFUNDABLE")
    key = f"{SALEOR}:{asked.request_id}"
    known = payment.refund_requests.filter(key=key).select_related("document").first()
    return Refund(
        movement=movement,
        document=known.document if known else _document(payment, movement),
        amount=asked.amount,
        key=key,
        reason=asked.reason[:LONGEST_REASON],
    )


def _charge(payment: CustomerPayment, order_id: str) -> Movement | None:
    return (
        Movement.objects.select_related("order")
        .filter(
            installation_id=payment.installation_id,
            kind=MovementKind.CHARGE,
            source=STRIPE,
            payment_id=str(payment.pk),
            order__order_id=order_id,
        )
        .order_by("pk")
        .first()
    )


def _document(payment: CustomerPayment, movement: Movement) -> SalesDocument:
    """The invoice that the payment counts for most; else the one that it was made for."""
    held = movement.allocations.order_by().values("document").annotate(total=Sum("amount_minor"))
    most = held.order_by("-total", "document").values_list("document", flat=True).first()
    documents = SalesDocument.objects.select_related("installation", "order")
    if most is not None:
        return documents.get(pk=most)
    return documents.filter(payment_parts__payment=payment).order_by("payment_parts__pk")[0]


def _keep(request: ProviderRefundRequest, found: ProviderRefund) -> None:
    if found.state is RefundState.FAILED:
        refund_take(payment=request.payment, found=found)
        request.refresh_from_db()
        return
    request.provider_id = found.id  # open until it is booked
    request.save(update_fields=["provider_id"])


def _refusal(asked: RefundAsked, words: str) -> dict[str, Any]:
    return refund_answer(
        reference=asked.request_id, amount=asked.amount, is_done=False, refusal=words
    )


def _words(error: AppError) -> str:
    if not error.permanent:
        return UNSURE
    left = error.params.get("left")
    return error.message if left is None else f"No more than {left} of this payment can go back."
