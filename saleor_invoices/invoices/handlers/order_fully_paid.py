"""ORDER_FULLY_PAID: The order is fully charged, or was marked as paid."""

from saleor_invoices.inbox.registry import Inbound
from saleor_invoices.invoices.services.event_answer import order_event_answer


def handle(inbound: Inbound) -> None:
    """Take in the delivery; repeating it changes nothing."""
    order_event_answer(inbound)
