"""Money went back to a customer, by us or by somebody in Stripe's dashboard."""

from saleor_invoices.inbox.registry import Inbound
from saleor_invoices.payments.services.money_back import refund_take
from saleor_invoices.payments.services.payment_ready import refuse_unbooked
from saleor_invoices.payments.services.saleor_refund import refuse_unwritten
from saleor_invoices.payments.services.stripe_events import object_of, payment_told
from saleor_invoices.payments.stripe_shapes import refund_of


def handle(inbound: Inbound) -> None:
    """Book the refund; repeating it changes nothing."""
    payment = payment_told(inbound)
    found = refund_of(object_of(inbound))
    refuse_unbooked(payment)
    refuse_unwritten(payment=payment, refund_id=found.id)
    refund_take(payment=payment, found=found)
