"""INVOICE_DELETED: Staff asked to delete an invoice; Saleor waits until the app does."""

from saleor_invoices.inbox.registry import Inbound
from saleor_invoices.invoices.services.event_answer import invoice_deleted_answer


def handle(inbound: Inbound) -> None:
    """Take in the delivery; repeating it changes nothing."""
    invoice_deleted_answer(inbound)
