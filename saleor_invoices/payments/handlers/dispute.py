"""A bank took money back, or gave it again."""

from saleor_invoices.inbox.registry import Inbound
from saleor_invoices.payments.services.money_back import dispute_take
from saleor_invoices.payments.services.payment_ready import refuse_unbooked
from saleor_invoices.payments.services.stripe_events import object_of, payment_told
from saleor_invoices.payments.stripe_shapes import dispute_of

WITHDRAWN = "charge.dispute.funds_withdrawn"


def handle(inbound: Inbound) -> None:
    """Book the dispute's money; repeating it changes nothing."""
    payment = payment_told(inbound)
    refuse_unbooked(payment)
    found = dispute_of(object_of(inbound))
    dispute_take(payment=payment, found=found, withdrawn=inbound.event == WITHDRAWN)
