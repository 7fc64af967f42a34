"""What Stripe tells, by the kind of object; ``webhooks/stripe`` has an example of each event."""

from saleor_invoices.inbox import registry
from saleor_invoices.invoices.services.movement_record import STRIPE
from saleor_invoices.payments.handlers import dispute, payment_intent, refund

HANDLERS = {
    "payment_intent.succeeded": payment_intent.handle,
    "payment_intent.processing": payment_intent.handle,
    "payment_intent.payment_failed": payment_intent.handle,
    "payment_intent.canceled": payment_intent.handle,
    "refund.created": refund.handle,
    "refund.updated": refund.handle,
    "refund.failed": refund.handle,
    "charge.dispute.funds_withdrawn": dispute.handle,
    "charge.dispute.funds_reinstated": dispute.handle,
}


def register_all() -> None:
    """Tell the inbox who handles what."""
    for event, handler in HANDLERS.items():
        registry.register(event, handler, source=STRIPE)
