"""What the app does about each kind of Saleor event; the handlers only name the kind."""

from datetime import datetime

from django.db.models import QuerySet

from saleor_invoices.domain.errors import CannotIssue, InvalidInput
from saleor_invoices.domain.order import Order
from saleor_invoices.inbox.registry import Inbound
from saleor_invoices.invoices.models import OrderRecord, Publication
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.order_observe import order_invoice, order_observe
from saleor_invoices.invoices.services.order_pending import order_read
from saleor_invoices.invoices.services.publication_publish import publication_withdraw
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor import publishing
from saleor_invoices.saleor.payloads import Event, parse_event


def order_event_answer(inbound: Inbound) -> None:
    """An order changed: take its state in, and issue by policy."""
    event = parse_event(inbound.body)
    order_observe(
        installation=inbound.installation,
        order=_order(inbound, event),
        issued_at=event.issued_at or inbound.received_at,
    )


def invoice_requested_answer(inbound: Inbound) -> None:
    """Staff asked for an invoice: issue once, and answer that very request."""
    event = parse_event(inbound.body)
    invoice_id = _invoice_id(event)
    issued_at = event.issued_at or inbound.received_at
    try:
        order_invoice(
            installation=inbound.installation,
            order=_newest(inbound, _order(inbound, event), issued_at),
            issued_at=issued_at,
            saleor_invoice_id=invoice_id,
        )
    except CannotIssue:
        return  # the merchant has the problem before them; retrying would not help


def invoice_deleted_answer(inbound: Inbound) -> None:
    """Staff want an invoice out of Saleor: Saleor waits for our ``invoiceDelete``."""
    invoice_id = _invoice_id(parse_event(inbound.body))
    for publication in _publications(inbound, invoice_id).exclude(state="withdrawn"):
        publication_withdraw(publication=publication)
    publishing.invoice_delete(saleor_client(inbound.installation), invoice_id=invoice_id)


def invoice_sent_answer(inbound: Inbound) -> None:
    """Saleor told the customer about an invoice: write it down."""
    invoice_id = _invoice_id(parse_event(inbound.body))
    for publication in _publications(inbound, invoice_id).select_related("document"):
        history_append(document=publication.document, event="sent_by_saleor", actor="saleor")


def _order(inbound: Inbound, event: Event) -> Order:
    if event.order is not None:
        return event.order
    if not event.order_id:
        raise InvalidInput(
            "Saleor sent an event without a readable order: " + "; ".join(event.errors),
            code="PAYLOAD_UNUSABLE",
        )
    return order_read(installation=inbound.installation, order_id=event.order_id)


def _newest(inbound: Inbound, order: Order, issued_at: datetime) -> Order:
    # A request that was overtaken by a change must not freeze the order's former state.
    overtaken = OrderRecord.objects.filter(
        installation=inbound.installation, order_id=order.id, seen_issued_at__gt=issued_at
    )
    if overtaken.exclude(coverage__isnull=False).exists():
        return order_read(installation=inbound.installation, order_id=order.id)
    return order


def _invoice_id(event: Event) -> str:
    if event.invoice is None:
        raise InvalidInput(
            "Saleor sent an invoice event without the invoice: " + "; ".join(event.errors),
            code="PAYLOAD_UNUSABLE",
        )
    return event.invoice.id


def _publications(inbound: Inbound, invoice_id: str) -> QuerySet[Publication]:
    return Publication.objects.filter(
        document__installation=inbound.installation, saleor_invoice_id=invoice_id
    )
