"""ORDER_CONFIRMED: Staff or the channel's setting accepted the order."""

from saleor_invoices.inbox.registry import Inbound
from saleor_invoices.invoices.services.event_answer import order_event_answer


def handle(inbound: Inbound) -> None:
    """Take in the delivery; repeating it changes nothing."""
    order_event_answer(inbound)
