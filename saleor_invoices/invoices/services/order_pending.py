"""Working on an order again from Saleor's own answer: fall-back, retry, late requests."""

from django.utils import timezone

from saleor_invoices.domain.order import Order
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.order_observe import order_invoice, order_observe
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor import publishing
from saleor_invoices.stores.models import Installation


def order_read(*, installation: Installation, order_id: str) -> Order:
    """Ask Saleor for the order as it is now."""
    return publishing.order_fetch(
        saleor_client(installation),
        order_id=order_id,
        saleor_version=installation.saleor_version,
    )


def order_retry(*, installation: Installation, order_id: str, actor: str) -> SalesDocument | None:
    """Try an order again after the merchant repaired what stopped it.

    Requests that were left unanswered meanwhile (Saleor keeps them PENDING) are answered; without
    any, the channel's policy decides as if the order had just been heard of.
    """
    asked_at = timezone.now()
    order = order_read(installation=installation, order_id=order_id)
    pending = [invoice.id for invoice in order.invoices if invoice.status == "PENDING"]
    document = order_observe(installation=installation, order=order, issued_at=asked_at)
    for invoice_id in pending:
        document = order_invoice(
            installation=installation,
            order=order,
            issued_at=asked_at,
            saleor_invoice_id=invoice_id,
            actor=actor,
        )
    return document
