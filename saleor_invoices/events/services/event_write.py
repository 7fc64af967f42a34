"""Writing a fact down, once, with a delivery for each endpoint that wants it.

This runs in the transaction that makes the fact (an outbox): either both are there or none.
"""

from collections.abc import Callable, Sequence

from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.events.models import Endpoint, EventDelivery, EventRecord, EventType
from saleor_invoices.events.payload import (
    Data,
    body_of,
    credit_note_data,
    invoice_data,
    standing_data,
)
from saleor_invoices.events.selectors import endpoints_wanting
from saleor_invoices.invoices.models import HistoryEntry, PaymentState, SalesDocument

SEND_TASK = "saleor_invoices.events.tasks.delivery_send"
_MONEY = ("status", "paid_minor", "refunded_minor", "credited_minor", "balance_minor")


def event_on_payment(
    document: SalesDocument, before: PaymentState | None, after: PaymentState
) -> None:
    """A new invoice, or one that stands otherwise than before; under the invoice's lock."""
    if document.kind != DocumentKind.INVOICE:
        return
    if before is None:
        key = str(document.pk)
        event_write(document, EventType.INVOICE_ISSUED, key, lambda: _issued(document, after))
    elif any(getattr(before, name) != getattr(after, name) for name in _MONEY):
        kind = EventType.INVOICE_PAYMENT_CHANGED
        # The same standing may come again: the change's own entry in the history names it.
        entries = HistoryEntry.objects.filter(document=document, event="payment_changed")
        key = f"{document.pk}:{entries.latest('pk').pk}"
        event_write(document, kind, key, lambda: _moved(document, before, after))


def event_on_credit(invoice: SalesDocument, note: SalesDocument) -> None:
    """A credit note: a fact of its own, and one of its invoice."""

    def credited() -> Data:
        state = PaymentState.objects.get(document=invoice)
        return {"invoice": invoice_data(invoice, state), "creditNote": shown()["creditNote"]}

    def shown() -> dict[str, object]:
        return {"creditNote": credit_note_data(note, invoice)}

    event_write(note, EventType.CREDIT_NOTE_ISSUED, str(note.pk), shown)
    event_write(invoice, EventType.INVOICE_CREDITED, str(note.pk), credited)


def event_write(
    document: SalesDocument, event_type: EventType, key: str, data: Callable[[], Data]
) -> EventRecord | None:
    """Keep the event if somebody wants it and it is not there yet; ``data`` is asked only then."""
    wanting = endpoints_wanting(
        installation_id=document.installation_id, event_type=event_type, channel=document.channel
    )
    if not wanting:
        return None
    record, made = EventRecord.objects.get_or_create(
        installation_id=document.installation_id,
        key=f"{event_type.value}:{key}",
        defaults={
            "document": document,
            "type": event_type,
            "body": body_of(event_type, data(), at=timezone.now()),
        },
    )
    if made:
        deliveries_plan(record, wanting)
    return record


def deliveries_plan(record: EventRecord, endpoints: Sequence[Endpoint]) -> list[EventDelivery]:
    """Have an event sent to endpoints as soon as it is committed."""
    rows = [
        EventDelivery(installation_id=record.installation_id, endpoint=endpoint, event=record)
        for endpoint in endpoints
    ]
    EventDelivery.objects.bulk_create(rows)
    for row in rows:
        background.enqueue(SEND_TASK, str(row.pk))
    return rows


def _issued(document: SalesDocument, state: PaymentState) -> Data:
    return {"invoice": invoice_data(document, state)}


def _moved(document: SalesDocument, before: PaymentState, after: PaymentState) -> Data:
    return {
        "invoice": invoice_data(document, after),
        "previous": standing_data(document, before),
    }
