"""INVOICE_SENT: Saleor told the customer about an invoice."""

from saleor_invoices.inbox.registry import Inbound
from saleor_invoices.invoices.services.event_answer import invoice_sent_answer


def handle(inbound: Inbound) -> None:
    """Take in the delivery; repeating it changes nothing."""
    invoice_sent_answer(inbound)
