"""Paying an order's invoice through the payment app of the merchant's own Saleor.

Saleor holds the payment; its order events bring the money into the ledger, as for any checkout.
Here is only what the customer's browser needs, kept on the payment.
"""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from saleor_invoices.domain.errors import Conflict
from saleor_invoices.domain.money import from_minor
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Allocation, Movement, OrderRecord, SalesDocument
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.payments.models import CustomerPayment, PaymentProvider
from saleor_invoices.saleor import payment_apps
from saleor_invoices.saleor.payment_apps import AppAnswer

State = CustomerPayment.State
FINAL = (State.SUCCEEDED, State.FAILED, State.CANCELED)
_STATES = {
    "CHARGE_SUCCESS": State.SUCCEEDED,
    "AUTHORIZATION_SUCCESS": State.PROCESSING,
    "CHARGE_REQUEST": State.PROCESSING,
    "AUTHORIZATION_REQUEST": State.PROCESSING,
    "CHARGE_FAILURE": State.FAILED,
    "AUTHORIZATION_FAILURE": State.FAILED,
    "CHARGE_ACTION_REQUIRED": State.OPEN,
    "AUTHORIZATION_ACTION_REQUIRED": State.OPEN,
}


def app_payment_open(*, payment: CustomerPayment, app: str) -> CustomerPayment:
    """Ask the payment app what the browser needs to begin; once, then it is kept."""
    if payment.app_session.get("gateway"):
        return payment
    data = payment_apps.gateway_initialize(
        saleor_client(payment.installation),
        order_id=_order_id(payment),
        gateway=app,
        amount=from_minor(payment.amount_minor, payment.currency),
    )
    session = {"gateway": app, "gatewayData": data}
    rows = CustomerPayment.objects.filter(pk=payment.pk, state=State.NEW)
    rows.update(state=State.OPEN, app_session=session)
    payment.refresh_from_db()
    return payment


def app_payment_process(*, payment: CustomerPayment, data: Any) -> CustomerPayment:  # noqa: ANN401
    """Begin the transaction with the page's data, or go on with it.

    Saleor's own idempotency key is made of the payment, so that beginning twice is once. Raises
    ``Conflict`` PAYMENT_NOT_OFFERED for a payment that is none of an app's, and what Saleor says.
    """
    if not payment.is_final and not payment.app_session.get("gateway"):
        raise Conflict("This payment is not with a payment app.", code="PAYMENT_NOT_OFFERED")
    if not _begun(payment):
        return payment
    session = dict(payment.app_session)
    client = saleor_client(payment.installation)
    if session.get("transactionId"):
        answer = payment_apps.transaction_process(
            client, transaction_id=session["transactionId"], data=data
        )
    else:
        answer = payment_apps.transaction_initialize(
            client,
            order_id=_order_id(payment),
            gateway=session["gateway"],
            amount=from_minor(payment.amount_minor, payment.currency),
            data=data,
            key=str(payment.pk),
        )
    return _kept(payment, session, answer)


def app_payment_settle(*, payment: CustomerPayment) -> None:
    """Take a begun payment for paid where the ledger has its money.

    Saleor's webhook may tell of it before its answer to the browser's call is here, or the answer
    may be lost.
    """
    if _charges(payment).exists():
        unsettled = CustomerPayment.objects.filter(pk=payment.pk).exclude(state__in=FINAL)
        unsettled.update(state=State.SUCCEEDED, settled_at=timezone.now())
        payment.refresh_from_db()


def app_payments_count(record: OrderRecord) -> None:
    """A listener: what was paid on an imported invoice's page counts for that invoice.

    Else it would be taken for money that its source told of before.
    """
    payments = CustomerPayment.objects.filter(
        parts__order=record,
        provider=PaymentProvider.SALEOR_APP,
        parts__document__source=SalesDocument.Source.IMPORTED,
        app_session__has_key="begun",
    ).distinct()
    for payment in payments.order_by("created_at"):
        document = payment.parts.values_list("document_id", flat=True)[0]
        by = f"payment:{payment.pk}"
        if Allocation.objects.filter(document=document, created_by=by).exists():
            continue
        for movement in _charges(payment).filter(allocations__isnull=True)[:1]:
            amount = movement.amount_minor
            Allocation.objects.create(
                movement=movement, document_id=document, amount_minor=amount, created_by=by
            )


def _charges(payment: CustomerPayment) -> QuerySet[Movement]:
    """The payment's money in the ledger. Without Saleor's answer nothing names the transaction:
    then it is the order's charge of this amount since the payment was opened.
    """
    rows = Movement.objects.filter(
        order__payment_parts__payment=payment,
        source="saleor",
        kind=MovementKind.CHARGE,
        amount_minor=payment.amount_minor,
        recorded_at__gte=payment.created_at,
    )
    transaction = payment.app_session.get("transactionId")
    return rows.filter(payment_id=transaction) if transaction else rows


def _begun(payment: CustomerPayment) -> bool:
    """Note that Saleor is asked from now on: it can't be taken back here any more.

    False for a payment that is over.
    """
    rows = CustomerPayment.objects.filter(pk=payment.pk).exclude(state__in=FINAL)
    found = bool(rows.update(app_session=payment.app_session | {"begun": True}))
    payment.refresh_from_db()
    return found


def _kept(payment: CustomerPayment, session: dict[str, Any], answer: AppAnswer) -> CustomerPayment:
    state = _STATES.get(answer.event, State.OPEN)
    values: dict[str, Any] = {
        "state": state,
        "app_session": session | {"transactionId": answer.transaction_id, "data": answer.data},
        "failure_code": "DECLINED" if state is State.FAILED else "",
        "failure_message": answer.message[:500] if state is State.FAILED else "",
    }
    if state in (State.SUCCEEDED, State.FAILED):
        values["settled_at"] = timezone.now()
    rows = CustomerPayment.objects.filter(pk=payment.pk)
    # Money that came stands above all: whoever took the payment for over could not know of it.
    final = (State.SUCCEEDED,) if state is State.SUCCEEDED else FINAL
    rows.exclude(state__in=final).update(**values)
    payment.refresh_from_db()
    return payment


def _order_id(payment: CustomerPayment) -> str:
    part = payment.parts.select_related("order").first()
    if part is None or part.order is None:
        raise Conflict("The invoice is of no order in Saleor.", code="PAYMENT_NOT_OFFERED")
    return part.order.order_id
