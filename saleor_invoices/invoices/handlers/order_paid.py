"""ORDER_PAID: A charge increased; the order may be paid in part only."""

from saleor_invoices.inbox.registry import Inbound
from saleor_invoices.invoices.services.event_answer import order_event_answer


def handle(inbound: Inbound) -> None:
    """Take in the delivery; repeating it changes nothing."""
    order_event_answer(inbound)
