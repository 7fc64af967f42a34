"""Asking Saleor to give money back, and reading what became of it.

A transaction's refund is asked of its payment app, which answers when it can: first there is an
event REFUND_REQUEST, later one that says how it ended, with the same reference. A payment of the
older kind is refunded while Saleor answers, and leaves a transaction of kind REFUND.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

import msgspec

from saleor_invoices.domain.errors import NotFound, Unreachable
from saleor_invoices.domain.order import ZERO
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.numbers import number
from saleor_invoices.saleor.shapes import Amount, Id, Instant, Shape


class Step(StrEnum):
    """What an event says of a refund."""

    ASKED = "asked"
    DONE = "done"
    FAILED = "failed"


_STEPS = {
    "REFUND_REQUEST": Step.ASKED,
    "REFUND_SUCCESS": Step.DONE,
    "REFUND_FAILURE": Step.FAILED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundEvent:
    """One step of a refund; of the older kind the only one."""

    id: str
    step: Step
    amount: Decimal
    at: datetime
    reference: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRefunds:
    """A transaction or payment: what can go back through it now, and what was told of refunds."""

    id: str
    available: Decimal
    is_legacy: bool
    events: tuple[RefundEvent, ...]  # oldest first


class _Event(Shape):
    id: Id
    type: str | None
    psp_reference: str
    message: str
    created_at: Instant
    amount: Amount


class _Transaction(Shape):
    id: Id
    charged_amount: Amount
    events: list[_Event]


class _Step(Shape):
    id: Id
    kind: str
    is_success: bool
    error: str | None
    created: Instant
    amount: Amount | None


class _Payment(Shape):
    id: Id
    is_active: bool
    captured_amount: Amount | None
    transactions: list[_Step] | None


class _Order(Shape):
    id: Id
    transactions: list[_Transaction]
    payments: list[_Payment]


class _Answer(Shape):
    order: _Order | None


def order_refunds(client: SaleorClient, *, order_id: str) -> dict[str, PaymentRefunds]:
    """Each way by which the order's money came, by its id.

    Raises ``NotFound`` where Saleor has no such order, and what ``SaleorClient.execute`` raises.
    """
    data = client.execute("orderRefunds", {"id": order_id})
    try:
        order = msgspec.convert(data, _Answer, strict=False).order
        if order is None:
            raise NotFound(f"Saleor has no order {order_id}.", params={"order_id": order_id})
        found = [*map(_transaction, order.transactions), *_payments(order.payments)]
    except (msgspec.ValidationError, ValueError) as error:
        raise Unreachable("Saleor's answer can't be read.", code="BAD_ANSWER") from error
    return {payment.id: payment for payment in found}


def refund_ask(
    client: SaleorClient, *, order_id: str, payment: PaymentRefunds, amount: Decimal
) -> None:
    """Have money given back. Saleor does not mind twins: look first, and ask once.

    Raises ``Refused`` with Saleor's own words, and what ``SaleorClient.execute`` raises; after
    ``NotSent`` nobody was asked, after any other ``Unreachable`` that is not known.
    """
    if payment.is_legacy:
        client.execute("orderRefund", {"id": order_id, "amount": amount})
    else:
        client.execute("transactionRequestAction", {"id": payment.id, "amount": amount})


def _transaction(item: _Transaction) -> PaymentRefunds:
    events = [
        RefundEvent(
            id=event.id,
            step=_STEPS[event.type],
            amount=number(event.amount.amount),
            at=event.created_at,
            reference=event.psp_reference,
            message=event.message,
        )
        for event in item.events
        if event.type in _STEPS
    ]
    return PaymentRefunds(
        id=item.id,
        available=number(item.charged_amount.amount),
        is_legacy=False,
        events=_ordered(events),
    )


def _payments(payments: list[_Payment]) -> Iterable[PaymentRefunds]:
    """Those of the older kind. ``orderRefund`` takes the newest one: no other can be refunded."""
    for payment in payments:
        is_last = payment is payments[-1] and payment.is_active
        captured = payment.captured_amount
        yield PaymentRefunds(
            id=payment.id,
            available=number(captured.amount) if captured and is_last else ZERO,
            is_legacy=True,
            events=_ordered(
                RefundEvent(
                    id=step.id,
                    step=Step.DONE if step.is_success else Step.FAILED,
                    amount=number(step.amount.amount) if step.amount else ZERO,
                    at=step.created,
                    message=step.error or "",
                )
                for step in payment.transactions or ()
                if step.kind == "REFUND"
            ),
        )


def _ordered(events: Iterable[RefundEvent]) -> tuple[RefundEvent, ...]:
    return tuple(sorted(events, key=lambda event: (event.at, event.id)))
