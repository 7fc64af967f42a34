"""What the app does about each kind of Saleor event; the handlers only name the kind."""

from contextlib import suppress

from django.db.models import QuerySet

from saleor_invoices.domain.errors import CannotIssue, InvalidInput
from saleor_invoices.domain.order import Order
from saleor_invoices.inbox.registry import Inbound
from saleor_invoices.invoices.models import Publication
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.order_observe import (
    Overtaken,
    order_invoice,
    order_observe,
)
from saleor_invoices.invoices.services.order_pending import order_invoice_now, order_read
from saleor_invoices.invoices.services.publication_publish import publication_withdraw
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor import publishing
from saleor_invoices.saleor.payloads import Event, parse_event

SENT = "sent_by_saleor"


def order_event_answer(inbound: Inbound) -> None:
    """An order changed: take its state in, and issue by policy."""
    event = parse_event(inbound.body)
    order, issued_at = event.order, event.issued_at or inbound.received_at
    if order is None:
        found = order_read(installation=inbound.installation, order_id=_order_id(event))
        order, issued_at = found.order, max(found.as_of, issued_at)
    order_observe(installation=inbound.installation, order=order, issued_at=issued_at)


def invoice_requested_answer(inbound: Inbound) -> None:
    """Staff asked for an invoice: issue once, and answer that very request."""
    event = parse_event(inbound.body)
    invoice_id = _invoice_id(event)
    # The merchant has the problem before them; trying again would not help.
    with suppress(CannotIssue):
        if event.order is None or not _requested(inbound, event, event.order, invoice_id):
            order_invoice_now(
                installation=inbound.installation,
                order_id=_order_id(event),
                saleor_invoice_id=invoice_id,
            )


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
        document, delivery_id = publication.document, inbound.delivery_id
        known = document.history.filter(event=SENT, params__delivery=delivery_id)
        if not known.exists():  # the delivery may be worked off twice
            history_append(document=document, event=SENT, actor="saleor", delivery=delivery_id)


def _requested(inbound: Inbound, event: Event, order: Order, invoice_id: str) -> bool:
    """Answer with the order as the event tells it; False when that was overtaken."""
    try:
        order_invoice(
            installation=inbound.installation,
            order=order,
            issued_at=event.issued_at or inbound.received_at,
            saleor_invoice_id=invoice_id,
        )
    except Overtaken:  # must not freeze the order's former state
        return False
    return True


def _order_id(event: Event) -> str:
    if not event.order_id:
        raise InvalidInput(
            "Saleor sent an event without a readable order: " + "; ".join(event.errors),
            code="PAYLOAD_UNUSABLE",
        )
    return event.order_id


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
