"""TRANSACTION_REFUND_REQUESTED: staff want money of a transaction back, and Saleor waits.

The answer is what ``TransactionBaseSchema`` of Saleor reads; 3.20 wants a ``pspReference`` even
where nothing was refunded.
"""

from datetime import datetime
from decimal import Decimal

import msgspec

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.saleor.shapes import Code, Id, Instant, Reference, Shape
from saleor_invoices.saleor.transactions import LONGEST_MESSAGE

EVENT = "transaction_refund_requested"


class _Event(Shape):
    id: Id
    type: str | None
    created_at: Instant


class _Transaction(Shape):
    psp_reference: Id
    order: Reference | None
    events: list[_Event]


class _Action(Shape):
    amount: Decimal
    currency: Code


class _Grant(Shape):
    reason: str | None  # Saleor sends a grant without anything where none was made


class _Asked(Shape):
    transaction: _Transaction
    action: _Action
    granted_refund: _Grant | None


class RefundAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What staff want back. ``request_id`` is the event in Saleor that wrote the wish down."""

    payment_reference: str  # the transaction's pspReference
    order_id: str
    request_id: str
    amount: Decimal
    currency: str
    reason: str = ""


def refund_asked(body: bytes) -> RefundAsked:
    """Read a request; raises ``InvalidInput`` PAYLOAD_INVALID for anything else."""
    try:
        asked = msgspec.json.decode(body, type=_Asked, strict=False)
    except (msgspec.DecodeError, RecursionError) as error:
        raise _invalid() from error
    requests = [event for event in asked.transaction.events if event.type == "REFUND_REQUEST"]
    if not requests or asked.transaction.order is None:
        raise _invalid()
    newest = max(requests, key=_age)
    return RefundAsked(
        payment_reference=asked.transaction.psp_reference,
        order_id=asked.transaction.order.id,
        request_id=newest.id,
        amount=asked.action.amount,
        currency=asked.action.currency,
        reason=(asked.granted_refund and asked.granted_refund.reason) or "",
    )


def refund_answer(
    *, reference: str, amount: Decimal, is_done: bool, refusal: str = ""
) -> dict[str, str]:
    """What Saleor is told: done, refused (and why), or with neither that a report will follow."""
    answer = {"pspReference": reference, "amount": str(amount)}
    if refusal:
        return answer | {"result": "REFUND_FAILURE", "message": refusal[:LONGEST_MESSAGE]}
    return answer | {"result": "REFUND_SUCCESS"} if is_done else {"pspReference": reference}


def _age(event: _Event) -> tuple[datetime, int, str]:
    return event.created_at, len(event.id), event.id


def _invalid() -> InvalidInput:
    return InvalidInput("This is no request for a refund.", code="PAYLOAD_INVALID")
