"""What can be done to an order through the control API, as staff, a customer or a payment app."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from . import edits, orders, payments, refunds, sessions
from .happenings import RefusedError
from .model import OrderLine
from .order_model import Order
from .payment_model import OrderGrantedRefundLine
from .state import State

Step = Callable[..., None]


def amount_of(given: dict[str, Any]) -> Decimal | None:
    if given.get("amount") is None:
        return None
    try:
        return Decimal(str(given["amount"]))
    except InvalidOperation as error:
        raise RefusedError(f"{given['amount']!r} is no amount.", "INVALID", "amount") from error


def lines_of(order: Order, given: dict[str, Any]) -> list[tuple[OrderLine, int]]:
    """`lines` as {place or global id: quantity}; places count from 0."""
    wanted = given.get("lines") or {}
    places = {str(place): line for place, line in enumerate(order.lines)}
    rows = places | {line.id: line for line in order.lines}
    if unknown := [key for key in wanted if str(key) not in rows]:
        raise RefusedError(f"The order has no line {unknown[0]}.", "NOT_FOUND", "lines")
    return [(rows[str(key)], int(quantity)) for key, quantity in wanted.items()]


def confirm(given: dict[str, Any], **common: Any) -> None:
    orders.order_confirm(**common)


def pay(given: dict[str, Any], **common: Any) -> None:
    payments.order_pay(amount=amount_of(given), legacy=bool(given.get("legacy")), **common)


def pay_partial(given: dict[str, Any], order: Order, **common: Any) -> None:
    half = order.money(order.total.gross.amount / 2).amount
    legacy = bool(given.get("legacy"))
    payments.order_pay(order=order, amount=amount_of(given) or half, legacy=legacy, **common)


def fulfill(given: dict[str, Any], **common: Any) -> None:
    tracking = str(given.get("tracking") or "")
    orders.order_fulfill(wanted=None, tracking=tracking, **common)


def fulfill_part(given: dict[str, Any], order: Order, **common: Any) -> None:
    wanted = {line.id: quantity for line, quantity in lines_of(order, given)} or one_unit(order)
    tracking = str(given.get("tracking") or "")
    orders.order_fulfill(order=order, wanted=wanted, tracking=tracking, **common)


def one_unit(order: Order) -> dict[str, int]:
    line = next((each for each in order.lines if each.quantity_to_fulfill), None)
    return {line.id: 1} if line else {}


def cancel(given: dict[str, Any], **common: Any) -> None:
    orders.order_cancel(**common)


def cancel_fulfillment(given: dict[str, Any], order: Order, **common: Any) -> None:
    """The newest parcel, or the one whose place (from 0) is given."""
    place = int(given.get("parcel", -1))
    if not -len(order.fulfillments) <= place < len(order.fulfillments):
        raise RefusedError("There is no such parcel.", "NOT_FOUND", "parcel")
    edits.fulfillment_cancel(order=order, parcel=order.fulfillments[place], **common)


def refund(given: dict[str, Any], **common: Any) -> None:
    refunds.order_refund(amount=amount_of(given), **common)


def grant(given: dict[str, Any], order: Order, state: State, principal: Any) -> None:
    rows = [
        OrderGrantedRefundLine(quantity=quantity, order_line=line)
        for line, quantity in lines_of(order, given)
    ]
    refunds.refund_grant(
        order=order,
        lines=rows,
        shipping=bool(given.get("shipping")),
        amount=amount_of(given),
        reason=str(given.get("reason") or ""),
        item=order.transactions[0] if order.transactions else None,
        by=principal,
    )


def pay_grant(given: dict[str, Any], order: Order, **common: Any) -> None:
    """Ask for the newest grant."""
    if not order.granted_refunds:
        raise RefusedError("No refund is granted.", "NOT_FOUND")
    item = order.transactions[0] if order.transactions else None
    newest = order.granted_refunds[-1]
    refunds.grant_request(order=order, grant=newest, item=item, **common)


def refund_grant(given: dict[str, Any], **common: Any) -> None:
    """Grant it and ask for it in one go."""
    grant(given, **common)
    pay_grant(given, **common)


def refund_shipping(given: dict[str, Any], **common: Any) -> None:
    refund_grant({"shipping": True, "reason": given.get("reason")}, **common)


def refund_lines(given: dict[str, Any], **common: Any) -> None:
    """By default one piece of the first line."""
    refund_grant({**given, "lines": given.get("lines") or {"0": 1}}, **common)


def refund_products(given: dict[str, Any], order: Order, **common: Any) -> None:
    lines = lines_of(order, given) or [(order.lines[0], 1)]
    shipping, amount = bool(given.get("shipping")), amount_of(given)
    refunds.products_refund(order=order, lines=lines, shipping=shipping, amount=amount, **common)


def settle_refund(given: dict[str, Any], **common: Any) -> None:
    result = str(given.get("result", "success"))
    if result not in refunds.OUTCOMES:
        raise RefusedError("result is success or failure.", "INVALID", "result")
    refunds.pending_settle(result=result, **common)


def settle_charge(given: dict[str, Any], **common: Any) -> None:
    result = str(given.get("result", "success"))
    if result not in ("success", "failure"):
        raise RefusedError("result is success or failure.", "INVALID", "result")
    sessions.charge_settle(result=f"CHARGE_{result.upper()}", **common)


def chargeback(given: dict[str, Any], **common: Any) -> None:
    refunds.money_back(kind="CHARGE_BACK", amount=amount_of(given), **common)


def reverse_refund(given: dict[str, Any], **common: Any) -> None:
    refunds.money_back(kind="REFUND_REVERSE", amount=amount_of(given), **common)


MOVED = {
    "company_name": "Sample Buyer Holding GmbH",
    "street_address_1": "Neue Straße 8",
    "postal_code": "20097",
}


def change(given: dict[str, Any], **common: Any) -> None:
    """What `orderUpdate` may change; by default the buyer's company and street."""
    names = {"billing": "billing_address", "shipping": "shipping_address", "email": "user_email",
             "language": "language_code", "metadata": "metadata",
             "external_reference": "external_reference"}  # fmt: skip
    if unknown := set(given) - set(names):
        raise RefusedError(f"Unknown: {sorted(unknown)}.", "INVALID")
    changes = {names[key]: value for key, value in (given or {"billing": MOVED}).items()}
    edits.order_update(changes=changes, **common)


def change_line(given: dict[str, Any], order: Order, **common: Any) -> None:
    """Another quantity of a line, or none: only while the order is unconfirmed."""
    for line, quantity in lines_of(order, given):
        if quantity:
            edits.line_update(order=order, line=line, quantity=quantity, **common)
        else:
            edits.line_delete(order=order, line=line, **common)


STEPS: dict[str, Step] = {
    step.__name__: step
    for step in (
        confirm, pay, pay_partial, fulfill, fulfill_part, cancel, cancel_fulfillment, change,
        change_line, refund, grant, pay_grant, refund_grant, refund_shipping, refund_lines,
        refund_products, settle_refund, settle_charge, chargeback, reverse_refund,
    )
}  # fmt: skip
