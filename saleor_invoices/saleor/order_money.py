"""What Saleor tells of an order's money: what came in, what went back, and what for.

Two models live side by side. A transaction has events, and amounts that Saleor reckons from them;
a payment of the older kind has transactions of its own. Only what moved money becomes an event
here: requests, failures, authorisations and notes do not.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal

from saleor_invoices.domain import order as domain
from saleor_invoices.domain.order import ZERO, MoneyMove, PaymentEvent
from saleor_invoices.saleor import shapes
from saleor_invoices.saleor.numbers import number, whole

_MOVES = {
    "CHARGE_SUCCESS": MoneyMove.CHARGE,
    "REFUND_SUCCESS": MoneyMove.REFUND,
    "CHARGE_BACK": MoneyMove.CHARGEBACK,
    "REFUND_REVERSE": MoneyMove.REFUND_REVERSED,
}
_OLDER_MOVES = {
    "CAPTURE": MoneyMove.CHARGE,
    "EXTERNAL": MoneyMove.CHARGE,  # an order that staff marked as paid
    "REFUND": MoneyMove.REFUND,
}
_FAILURES = {"CHARGE_SUCCESS": "CHARGE_FAILURE", "REFUND_SUCCESS": "REFUND_FAILURE"}
_REFUNDED = "REFUND_SUCCESS"


def charge(order: shapes.Order) -> domain.ChargeState:
    """The order's own figures; what a refund is only asked for is still held."""
    return domain.ChargeState(
        charged=number(order.total_charged.amount) + number(order.total_refund_pending.amount),
        refunded=number(order.total_refunded.amount),
        charge_pending=number(order.total_charge_pending.amount),
        granted_refund=number(order.total_granted_refund.amount),
        balance=number(order.total_balance.amount),
        is_paid=order.is_paid,
        status=order.charge_status,
    )


def payments(order: shapes.Order) -> tuple[domain.OrderPayment, ...]:
    """Transactions first, then those payments of the older kind through which money moved."""
    older = (_payment(payment) for payment in order.payments)
    return (
        *(_transaction(item) for item in order.transactions),
        *(payment for payment in older if payment.charged or payment.refunded),
    )


def granted_refund(refund: shapes.GrantedRefund) -> domain.GrantedRefund:
    """A granted refund, and by which events it was paid back."""
    paid = [event for event in refund.transaction_events or () if event.type == _REFUNDED]
    return domain.GrantedRefund(
        id=refund.id,
        amount=number(refund.amount.amount),
        status=refund.status,
        reason=refund.reason or "",
        created=refund.created_at,
        lines=_lines(refund.lines),
        includes_shipping=refund.shipping_costs_included,
        payment_id=refund.transaction.id if refund.transaction else "",
        event_ids=tuple(event.id for event in paid),
        references=tuple(event.psp_reference for event in paid if event.psp_reference),
    )


def fulfillment(parcel: shapes.Fulfillment) -> domain.Fulfillment:
    """A parcel, or what Saleor calls one when it was refunded through the older payments."""
    return domain.Fulfillment(
        id=parcel.id,
        status=parcel.status,
        created=parcel.created,
        tracking_number=parcel.tracking_number,
        lines=_lines(parcel.lines),
        refunded_total=_optional(parcel.total_refunded_amount),
        refunded_shipping=_optional(parcel.shipping_refunded_amount),
    )


def _transaction(item: shapes.TransactionItem) -> domain.OrderPayment:
    events = tuple(sorted(_moved(item.events), key=_at))
    charged_at = max((e.at for e in events if e.move is MoneyMove.CHARGE), default=None)
    # Saleor takes a refund off when it is asked for: until it went back, the shop holds it.
    charged = number(item.charged_amount.amount) + number(item.refund_pending_amount.amount)
    return domain.OrderPayment(
        id=item.id,
        name=item.name,
        reference=item.psp_reference,
        charged=charged,
        refunded=number(item.refunded_amount.amount),
        # A transaction that was created with an amount may have no event for it.
        charged_at=charged_at or (item.created_at if charged else None),
        events=events,
    )


def _moved(events: Iterable[shapes.TransactionEvent]) -> Iterator[PaymentEvent]:
    known = list(events)
    for event in known:
        move, amount = _MOVES.get(event.type or ""), number(event.amount.amount)
        if amount < 0:
            # Saleor's own adjustment, to a lower amount. Of a charge it only says that less is
            # held, which the refund beside it tells as well.
            move = MoneyMove.REFUND_REVERSED if move is MoneyMove.REFUND else None
        if move and amount and not _failed_later(event, known):
            yield PaymentEvent(
                id=event.id,
                move=move,
                amount=abs(amount),
                at=event.created_at,
                reference=event.psp_reference,
            )


def _failed_later(
    event: shapes.TransactionEvent, events: Iterable[shapes.TransactionEvent]
) -> bool:
    """Whether a failure with the same reference came after it, which makes it void in Saleor."""
    failure = _FAILURES.get(event.type or "")
    return bool(event.psp_reference) and any(
        other.type == failure
        and other.psp_reference == event.psp_reference
        and other.created_at >= event.created_at
        for other in events
    )


def _payment(payment: shapes.Payment) -> domain.OrderPayment:
    events = tuple(sorted(_moved_before(payment.transactions or ()), key=_at))
    charged = number(payment.captured_amount.amount) if payment.captured_amount else ZERO
    charged_at = max((e.at for e in events if e.move is MoneyMove.CHARGE), default=None)
    return domain.OrderPayment(
        id=payment.id,
        name=payment.gateway,
        reference=payment.psp_reference or "",
        charged=charged,
        refunded=sum((e.amount for e in events if e.move is MoneyMove.REFUND), ZERO),
        charged_at=charged_at or (payment.created if charged else None),
        events=events,
        is_legacy=True,
    )


def _moved_before(transactions: Iterable[shapes.PaymentTransaction]) -> Iterator[PaymentEvent]:
    for one in transactions:
        move = _OLDER_MOVES.get(one.kind) if one.is_success else None
        amount = number(one.amount.amount) if one.amount else ZERO
        if move and amount > 0:
            yield PaymentEvent(
                id=one.id, move=move, amount=amount, at=one.created, reference=one.token
            )


def _at(event: PaymentEvent) -> tuple[datetime, str]:
    return event.at, event.id


def _lines(lines: Iterable[shapes.LineQuantity] | None) -> tuple[tuple[str, int], ...]:
    return tuple((one.order_line.id, whole(one.quantity)) for one in lines or () if one.order_line)


def _optional(amount: shapes.Amount | None) -> Decimal | None:
    return number(amount.amount) if amount else None
