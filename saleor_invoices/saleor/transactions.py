"""Telling a Saleor of money that came through us: a transaction of ours, then its events.

A transaction is made without amounts and its events are reported: an event of the same type and
reference that is reported again changes nothing, while making a transaction twice makes two.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

import msgspec

from saleor_invoices.domain.errors import NotFound, Refused, Unreachable
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.shapes import Id, Shape

LONGEST_MESSAGE = 512


class EventType(StrEnum):
    """Saleor's ``TransactionEventTypeEnum``, as far as we report."""

    CHARGE_SUCCESS = "CHARGE_SUCCESS"
    CHARGE_BACK = "CHARGE_BACK"
    REFUND_SUCCESS = "REFUND_SUCCESS"
    REFUND_REVERSE = "REFUND_REVERSE"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyEvent:
    """What happened to a transaction's money. ``reference`` is the provider's id of this event."""

    type: EventType
    amount: Decimal
    reference: str
    at: datetime
    message: str = ""
    is_refundable: bool = False  # whether staff may ask in Saleor for (more of) it


class _Transaction(Shape):
    id: Id
    psp_reference: str


class _Order(Shape):
    id: Id
    transactions: list[_Transaction]


class _Answer(Shape):
    order: _Order | None


def transaction_find(client: SaleorClient, *, order_id: str, reference: str) -> str | None:
    """The id of the order's transaction with this pspReference, if there is one.

    Raises ``NotFound`` where Saleor has no such order.
    """
    data = client.execute("orderTransactions", {"id": order_id})
    try:
        order = msgspec.convert(data, _Answer, strict=False).order
    except (msgspec.ValidationError, ValueError) as error:
        raise Unreachable("Saleor's answer can't be read.", code="BAD_ANSWER") from error
    if order is None:
        raise NotFound(f"Saleor has no order {order_id}.", params={"order_id": order_id})
    found = (one.id for one in order.transactions if one.psp_reference == reference)
    return next(found, None)


def transaction_create(client: SaleorClient, *, order_id: str, name: str, reference: str) -> str:
    """Make a transaction without amounts; returns its id. Saleor does not mind twins: look first.

    It offers no action yet: there is nothing to give back before an event tells of money.
    """
    transaction = {"name": name, "pspReference": reference, "availableActions": []}
    data = client.execute("transactionCreate", {"id": order_id, "transaction": transaction})
    made = (data.get("transactionCreate") or {}).get("transaction") or {}
    if not isinstance(made.get("id"), str):
        raise Unreachable("Saleor's answer can't be read.", code="BAD_ANSWER")
    return str(made["id"])


def transaction_report(client: SaleorClient, *, transaction_id: str, event: MoneyEvent) -> None:
    """Report an event; one that was reported before changes nothing."""
    variables = {
        "id": transaction_id,
        "type": event.type,
        "amount": event.amount,
        "pspReference": event.reference,
        "time": event.at.isoformat(),
        "message": event.message[:LONGEST_MESSAGE],
        "availableActions": ["REFUND"] if event.is_refundable else [],
    }
    try:
        client.execute("transactionEventReport", variables)
    except Refused as error:
        if error.params.get("codes") != ["ALREADY_EXISTS"]:
            raise
