"""What must be in the ledger before something else can be."""

from saleor_invoices.domain.errors import Unreachable
from saleor_invoices.payments.models import CustomerPayment
from saleor_invoices.payments.services.payment_watch import payment_refresh


def refuse_unbooked(payment: CustomerPayment) -> None:
    """See that the payment itself is booked: what went back may be told before what came.

    Raises ``Unreachable`` PAYMENT_NOT_BOOKED, so that the event is worked off later.
    """
    if payment.state != CustomerPayment.State.SUCCEEDED:
        payment.checked_at = None
        payment_refresh(payment=payment)
    if payment.state != CustomerPayment.State.SUCCEEDED:
        raise Unreachable("The payment is not booked yet.", code="PAYMENT_NOT_BOOKED")
