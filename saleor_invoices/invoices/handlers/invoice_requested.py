"""INVOICE_REQUESTED: Staff pressed Generate, or another app asked for an invoice."""

from saleor_invoices.inbox.registry import Inbound
from saleor_invoices.invoices.services.event_answer import invoice_requested_answer


def handle(inbound: Inbound) -> None:
    """Take in the delivery; repeating it changes nothing."""
    invoice_requested_answer(inbound)
