"""Money that comes in, by transactions or by payments of the older kind, and what it fires."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .amounts import amounts_of
from .happenings import RefusedError, fire_all, note
from .model import next_pk, now
from .order_model import Order
from .payment_model import Payment, Transaction, TransactionEvent, TransactionItem
from .state import State


@dataclass(frozen=True)
class Standing:
    """An order's money at one moment, to compare with a later one."""

    charged: Decimal
    refunded: Decimal
    authorized: Decimal


def standing(order: Order) -> Standing:
    return Standing(order.charged, order.refunded, order.transacted("authorized"))


def money_events(order: Order, before: Standing) -> list[str]:
    """What fires after amounts moved: PAID may be partial; FULLY_PAID when the order is covered.

    Money beyond that fires FULLY_PAID once more.
    A dispute, and a refund that is only asked for, lower what is charged: that updates the order.
    A refund that failed later raises it again, which Saleor takes for a payment.
    """
    after, total = standing(order), order.total.gross.amount
    if after == before:
        return []
    names: list[str] = []
    if after.charged > before.charged:
        names.append("ORDER_PAID")
        if order.charge_status in ("FULL", "OVERCHARGED"):
            names.append("ORDER_FULLY_PAID")
    if after.refunded > before.refunded:
        names.append("ORDER_REFUNDED")
    names.append("ORDER_UPDATED")
    if after.refunded > before.refunded and after.refunded >= total:
        names.append("ORDER_FULLY_REFUNDED")
    return names


def announce_money(state: State, order: Order, before: Standing, principal: Any) -> None:
    fire_all(state, money_events(order, before), order, principal)


def charge(order: Order, amount: Decimal, reference: str, owner: Any, name: str = "Card"):
    item = TransactionItem(
        order=order, name=name, psp_reference=reference, actions=["REFUND"], owner=owner
    )
    order.transactions.append(item)
    record(item, "CHARGE_SUCCESS", amount, "", "Manual adjustment of the transaction.")
    return item


def record(
    item: TransactionItem,
    kind: str,
    amount: Decimal,
    reference: str,
    message: str,
    *,
    url: str = "",
    at: Any = None,
    **more: Any,
) -> TransactionEvent:
    """Write an event and reckon the transaction's amounts anew."""
    event = TransactionEvent(
        type=kind,
        amount=item.order.money(amount),
        psp_reference=reference,
        message=message,
        external_url=url,
        **more,
    )
    event.created_at = at or event.created_at
    item.events.append(event)
    recalculate(item)
    return event


def recalculate(item: TransactionItem) -> None:
    item.amounts = amounts_of(item.events)
    item.modified_at = now()
    item.order.touch()


def order_pay(
    *,
    state: State,
    order: Order,
    amount: Decimal | None,
    principal: Any = None,
    legacy: bool = False,
) -> None:
    """Charge by card: the rest by default. A zero total is marked paid by hand instead."""
    left = order.total.gross.amount - order.charged
    if order.total.gross.amount == 0:
        order_mark_as_paid(state=state, order=order, reference="", principal=principal)
        return
    if left <= 0:
        raise RefusedError("The order is already paid.", "PAYMENT_ERROR")
    before, taken = standing(order), min(amount or left, left)
    if legacy:
        capture(order, taken)
    else:
        charge(order, taken, f"psp-{next_pk('psp')}", principal)
    announce_money(state, order, before, principal)


def capture(order: Order, amount: Decimal) -> None:
    payment = Payment(order=order, total=order.total.gross, psp_reference=f"dummy-{next_pk('psp')}")
    step(payment, "CAPTURE", amount)
    order.payments.append(payment)


def step(payment: Payment, kind: str, amount: Decimal) -> None:
    money = payment.order.money(amount)
    token = f"{payment.psp_reference}-{len(payment.transactions) + 1}"
    payment.transactions.append(Transaction(payment=payment, kind=kind, amount=money, token=token))
    payment.is_active = payment.captured > 0
    payment.order.touch()


def order_mark_as_paid(*, state: State, order: Order, reference: str, principal: Any) -> None:
    """Fires FULLY_PAID and UPDATED, and no PAID."""
    if order.total.gross.amount > 0 and order.charged:
        raise RefusedError("The order has a payment already.", "PAYMENT_ERROR")
    charge(order, order.total.gross.amount, reference, principal, "Mark-as-paid transaction")
    note(order, "ORDER_MARKED_AS_PAID", principal)
    fire_all(state, ["ORDER_FULLY_PAID", "ORDER_UPDATED"], order, principal)
