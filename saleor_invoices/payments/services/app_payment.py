"""Paying an order's invoice through the payment app of the merchant's own Saleor.

Saleor holds the payment; its order events bring the money into the ledger, as for any checkout.
Here is only what the customer's browser needs, kept on the payment.
"""

from typing import Any

from django.utils import timezone

from saleor_invoices.domain.errors import Conflict
from saleor_invoices.domain.money import from_minor
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.payments.models import CustomerPayment
from saleor_invoices.saleor import payment_apps
from saleor_invoices.saleor.payment_apps import AppAnswer

State = CustomerPayment.State
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
    session = dict(payment.app_session)
    if payment.is_final:
        return payment
    if not session.get("gateway"):
        raise Conflict("This payment is not with a payment app.", code="PAYMENT_NOT_OFFERED")
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
    rows.exclude(state__in=(State.SUCCEEDED, State.FAILED, State.CANCELED)).update(**values)
    payment.refresh_from_db()
    return payment


def _order_id(payment: CustomerPayment) -> str:
    part = payment.parts.select_related("order").first()
    if part is None or part.order is None:
        raise Conflict("The invoice is of no order in Saleor.", code="PAYMENT_NOT_OFFERED")
    return part.order.order_id
