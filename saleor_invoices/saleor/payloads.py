"""A delivery's body into domain words.

The body is the content of ``event``, without a wrapper. It may be ``{"errors": [...]}`` alone,
carry ``order: null``, or have been made by the subscription of an older version of this app: its
shape is not to be trusted. An order that can't be read whole is left out, and ``order_id`` tells
the handler which one to fetch.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.order import Order, SaleorInvoice
from saleor_invoices.saleor import wire
from saleor_invoices.saleor.orders import parse_invoice, parse_order

__all__ = ["Event", "parse_event", "parse_order"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a delivery says. ``errors`` tell, in words, why a part is missing."""

    issued_at: datetime | None = None
    version: str = ""  # Saleor's
    order: Order | None = None
    order_id: str = ""  # set even where ``order`` could not be read, if the payload has it
    order_number: str = ""
    invoice: SaleorInvoice | None = None
    errors: tuple[str, ...] = ()


def parse_event(body: bytes) -> Event:
    """Read a delivery of any event that the app subscribes to.

    Raises ``InvalidInput`` with the code PAYLOAD_INVALID when it is no JSON object at all.
    """
    data = _object(body)
    errors = _graphql_errors(data)
    invoice, invoice_errors = _invoice(data.get("invoice"))
    # A field error may have turned any nullable field into null: such an order is not whole.
    order, order_errors = (None, ()) if errors else _order(data.get("order"))
    return Event(
        issued_at=_instant(data.get("issuedAt")),
        version=_text(data.get("version")),
        order=order,
        order_id=_member(data.get("order"), "id"),
        order_number=_member(data.get("order"), "number"),
        invoice=invoice,
        errors=(*errors, *order_errors, *invoice_errors),
    )


def _object(body: bytes) -> dict[str, Any]:
    try:
        data = wire.decode(body)
    except ValueError as error:
        raise InvalidInput("The delivery's body is not JSON.", code="PAYLOAD_INVALID") from error
    if not isinstance(data, dict):
        raise InvalidInput("The delivery's body is no JSON object.", code="PAYLOAD_INVALID")
    return data


def _graphql_errors(data: dict[str, Any]) -> tuple[str, ...]:
    errors = data.get("errors")
    if not isinstance(errors, list):
        return ()
    return tuple(_member(error, "message")[:500] or "an error without words" for error in errors)


def _order(data: object) -> tuple[Order | None, tuple[str, ...]]:
    if not isinstance(data, dict) or "lines" not in data:
        return None, ()  # none, or only a reference
    try:
        return parse_order(data), ()
    except InvalidInput as error:
        return None, (error.message,)


def _invoice(data: object) -> tuple[SaleorInvoice | None, tuple[str, ...]]:
    if not isinstance(data, dict):
        return None, ()
    try:
        return parse_invoice(data), ()
    except InvalidInput as error:
        return None, (error.message,)


def _instant(value: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(_text(value))
        # Without an offset it is no instant; at the calendar's ends none can be counted with.
        return found.astimezone(UTC) if found.tzinfo and 1970 <= found.year < 9999 else None
    except (ValueError, OverflowError):
        return None


def _member(value: object, name: str) -> str:
    return _text(value.get(name)) if isinstance(value, dict) else ""


def _text(value: object) -> str:
    return value if isinstance(value, str) and "\x00" not in value else ""
