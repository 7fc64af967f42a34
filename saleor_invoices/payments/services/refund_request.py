"""Giving back what a customer paid through us: written down, then asked of the provider, once."""

from django.db import transaction
from django.db.models import Sum

from saleor_invoices.domain.errors import Conflict, InvalidInput, Refused
from saleor_invoices.domain.money import from_minor, quantize, to_minor
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Movement
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.movement_record import STRIPE
from saleor_invoices.invoices.services.order_issue import document_orders_lock
from saleor_invoices.invoices.services.payment_refund import LONGEST_REASON, Refund
from saleor_invoices.payments.models import CustomerPayment, ProviderRefundRequest
from saleor_invoices.payments.offers import gateway_of
from saleor_invoices.payments.port import ProviderRefund
from saleor_invoices.payments.selectors.refunds import payment_refundable
from saleor_invoices.payments.services.money_back import refund_take

State = ProviderRefundRequest.State


def provider_refund(*, refund: Refund, actor: str) -> ProviderRefundRequest:
    """Have the provider give money back, once for a key; returns how it stands.

    Raises ``Conflict`` NOT_REFUNDABLE, IDEMPOTENCY_KEY_REUSED; ``InvalidInput`` REFUND_INVALID;
    ``ExternalFailure`` while the provider can't be asked (again with the same key, it is).
    """
    held = refund.movement.allocations.filter(document=refund.document)
    if not held.aggregate(total=Sum("amount_minor"))["total"]:
        raise Conflict("This payment does not count for the document.", code="NOT_REFUNDABLE")
    request, found = refund_ask(refund=refund, actor=actor)
    if found is not None:
        refund_take(payment=request.payment, found=found)
        request.refresh_from_db()
    return request


def refund_ask(
    *, refund: Refund, actor: str
) -> tuple[ProviderRefundRequest, ProviderRefund | None]:
    """The same without booking: the request, and what the provider made if it was asked now."""
    payment = _payment(refund.movement)
    request = _written(refund, payment, actor)
    request.payment = payment
    if request.provider_id or request.state != State.OPEN:
        return request, None
    provider = gateway_of(payment)
    if provider is None:
        raise Conflict("The keys of this payment are gone.", code="NOT_REFUNDABLE")
    try:
        found = provider.refund_create(
            payment.provider_id,
            amount_minor=request.amount_minor,
            currency=payment.currency,
            reference=str(request.pk),
            key=f"refund-{request.pk}",
        )
    except Refused as error:
        refund_refuse(request=request, message=error.message)
        return request, None
    return request, found


def _payment(movement: Movement) -> CustomerPayment:
    rows = CustomerPayment.objects.select_related("installation", "legal_entity")
    found = rows.filter(
        installation_id=movement.installation_id, provider_id=movement.reference
    ).first()
    if found is None or movement.kind != MovementKind.CHARGE or movement.source != STRIPE:
        raise Conflict("This payment can't be given back here.", code="NOT_REFUNDABLE")
    return found


def _written(refund: Refund, payment: CustomerPayment, actor: str) -> ProviderRefundRequest:
    amount = _checked(refund)
    document, movement = refund.document, refund.movement
    with transaction.atomic():
        document_orders_lock(document)
        CustomerPayment.objects.select_for_update().only("pk").get(pk=payment.pk)
        known = ProviderRefundRequest.objects.filter(payment=payment, key=refund.key).first()
        if known is not None:
            return _repeated(known, refund, amount)
        left = payment_refundable([movement]).get(movement.pk, 0)
        if amount > left:
            raise _invalid("amount", left=str(from_minor(max(left, 0), movement.currency)))
        request = ProviderRefundRequest.objects.create(
            payment=payment,
            document=document,
            order=movement.order,
            key=refund.key,
            amount_minor=amount,
            reason=refund.reason,
            requested_by=actor,
        )
        history_append(
            document=document,
            event="refund_requested",
            actor=actor,
            amount_minor=amount,
            reference=movement.reference,
        )
    return request


def _checked(refund: Refund) -> int:
    currency, amount = refund.movement.currency, refund.amount
    if len(refund.reason) > LONGEST_REASON:
        raise _invalid("reason")
    if amount <= 0 or amount != quantize(amount, currency):
        raise _invalid("amount")
    return to_minor(amount, currency)


def _repeated(known: ProviderRefundRequest, refund: Refund, amount: int) -> ProviderRefundRequest:
    if (known.document_id, known.amount_minor) != (refund.document.pk, amount):
        raise Conflict(
            "This idempotency key was used for another refund.", code="IDEMPOTENCY_KEY_REUSED"
        )
    return known


def refund_refuse(*, request: ProviderRefundRequest, message: str) -> bool:
    """End a request that the provider does not carry out; False for one that it did meanwhile."""
    rows = ProviderRefundRequest.objects.filter(pk=request.pk, state=State.OPEN, provider_id="")
    with transaction.atomic():
        if not rows.update(state=State.REFUSED, message=message[:2000]):
            return False
        history_append(
            document=request.document,
            event="refund_refused",
            actor=STRIPE,
            amount_minor=request.amount_minor,
            reference=request.payment.provider_id,
        )
    request.refresh_from_db(fields=["state", "message"])
    return True


def _invalid(field: str, **more: object) -> InvalidInput:
    return InvalidInput(
        f"The refund's {field} can't be used.",
        code="REFUND_INVALID",
        params={"field": field, **more},
    )
