"""What an event says: ids, numbers, dates, amounts and states; no names and no addresses."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.ids import global_id
from saleor_invoices.domain.money import from_minor
from saleor_invoices.domain.states import PaymentStatus
from saleor_invoices.events.models import EventType
from saleor_invoices.invoices.models import OrderCoverage, PaymentState, SalesDocument

Data = Mapping[str, object]
_TYPES = {DocumentKind.CREDIT_NOTE: "CreditNote"}


def body_of(event_type: EventType, data: Data, *, at: datetime) -> str:
    """The whole body; the same text is signed and sent at each attempt."""
    content = {"type": event_type.value, "timestamp": _instant(at), "data": data}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def invoice_data(document: SalesDocument, state: PaymentState) -> dict[str, object]:
    """An invoice as it stands."""
    money = {
        "paymentStatus": PaymentStatus(state.status).name,
        "paid": _text(state.paid_minor, document),
        "refunded": _text(state.refunded_minor, document),
        "credited": _text(state.credited_minor, document),
        "balance": _text(state.balance_minor, document),
    }
    return {**_document(document), "dueDate": _day(document.due_date), **money}


def credit_note_data(note: SalesDocument, invoice: SalesDocument) -> dict[str, object]:
    """A credit note, with the invoice that it corrects."""
    of = {"id": global_id("SalesInvoice", invoice.pk), "number": invoice.number}
    return {**_document(note), "orders": _orders(note) or _orders(invoice), "invoice": of}


def standing_data(document: SalesDocument, state: PaymentState) -> dict[str, str]:
    """How an invoice stood."""
    return {
        "paymentStatus": PaymentStatus(state.status).name,
        "balance": _text(state.balance_minor, document),
    }


def _document(document: SalesDocument) -> dict[str, object]:
    kind = DocumentKind(document.kind)
    return {
        "id": global_id(_TYPES.get(kind, "SalesInvoice"), document.pk),
        "kind": kind.name,
        "number": document.number,
        "issueDate": _day(document.issue_date),
        "currency": document.currency,
        "net": _text(document.net_minor, document),
        "tax": _text(document.tax_minor, document),
        "gross": _text(document.gross_minor, document),
        "orders": _orders(document),
        "customerId": document.customer_id or None,
        "channel": document.channel or None,
        "testMode": document.test_mode,
        "saleorApiUrl": document.installation.saleor_api_url,
    }


def _orders(document: SalesDocument) -> list[dict[str, str]]:
    """The order, or those of a collective invoice."""
    covered = OrderCoverage.objects.filter(document=document).select_related("order")
    found = {row.order.order_id: row.order.number for row in covered.order_by("order_id")}
    if document.order is not None:
        found = {document.order.order_id: document.order.number}
    return [{"id": identity, "number": number} for identity, number in found.items()]


def _text(minor: int, document: SalesDocument) -> str:
    amount: Decimal = from_minor(minor, document.currency)
    return f"{amount:f}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
