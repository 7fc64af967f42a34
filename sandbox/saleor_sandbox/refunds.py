"""Money that goes back: granted refunds and the requests for them, the older kind, disputes.

A grant says what for and moves nothing, and fires nothing. The request for it goes to the payment
app of the transaction; the sandbox plays that app, as `refunds` in its configuration says: at once
(the default), "later" (until the step settle_refund) or "fail".
"""

from decimal import Decimal
from typing import Any

from .asking import REFUND, hook_of, refund_asked
from .happenings import RefusedError, note
from .model import Fulfillment, FulfillmentLine, OrderLine
from .money import ZERO
from .order_model import Order
from .payment_model import (
    OrderGrantedRefund,
    OrderGrantedRefundLine,
    Payment,
    TransactionEvent,
    TransactionItem,
)
from .payments import announce_money, record, standing, step
from .state import State

Lines = list[tuple[OrderLine, int]]
OUTCOMES = {"success": "REFUND_SUCCESS", "failure": "REFUND_FAILURE"}


def order_refund(*, state: State, order: Order, amount: Decimal | None, principal: Any) -> None:
    """Give money back without saying what for, by whichever way it came."""
    item = next((each for each in order.transactions if each.of("charged") > 0), None)
    if item is None:
        captured = order.payments[-1].captured if order.payments else ZERO
        payment_refund(state=state, order=order, amount=amount or captured, principal=principal)
        return
    before = standing(order)
    back = min(amount or item.of("charged"), item.of("charged"))
    if hook_of(item.owner, REFUND):
        refund_request(state=state, item=item, amount=back, principal=principal)
        return
    record(item, "REFUND_SUCCESS", back, next_reference(item), "Refund")
    announce_money(state, order, before, principal)


def next_reference(item: TransactionItem) -> str:
    return f"{item.psp_reference}-r{len(item.events)}"


def refundable_payment(order: Order) -> Payment:
    payment = order.payments[-1] if order.payments else None
    if payment is None or not payment.is_active or payment.captured <= 0:
        raise RefusedError("There is nothing to refund.", "CANNOT_REFUND", "payment")
    return payment


def payment_refund(*, state: State, order: Order, amount: Decimal, principal: Any) -> Fulfillment:
    """`orderRefund`: leaves a fulfilment without lines that only tells the amount."""
    payment, before = refundable_payment(order), standing(order)
    if amount <= 0:
        raise RefusedError("Amount should be a positive number.", "ZERO_QUANTITY", "amount")
    if amount > payment.captured:
        raise RefusedError("Cannot refund more than captured.", "PAYMENT_ERROR")
    step(payment, "REFUND", amount)
    note(order, "PAYMENT_REFUNDED", principal)
    parcel = refunded_parcel(state, order, [], order.money(amount), None)
    announce_money(state, order, before, principal)
    return parcel


def products_refund(
    *,
    state: State,
    order: Order,
    lines: Lines,
    amount: Decimal | None,
    shipping: bool,
    principal: Any,
) -> Fulfillment:
    """`orderFulfillmentRefundProducts`: a fulfilment of status REFUNDED with lines and amounts."""
    payment, before = refundable_payment(order), standing(order)
    if amount is not None and amount > payment.captured:
        raise RefusedError("More than was captured.", "CANNOT_REFUND", "amountToRefund")
    for line, quantity in lines:
        if not 0 < quantity <= line.quantity:
            raise RefusedError("More than the line has.", "INVALID", "orderLineId")
    # As Saleor reckons: the rounded unit price times the quantity, and not a share of the line.
    total = worth_of(order, lines, shipping=shipping) if amount is None else amount
    total = min(total, payment.captured)
    if total:
        step(payment, "REFUND", total)
        note(order, "PAYMENT_REFUNDED", principal)
    part = order.shipping_price.gross if shipping and amount is None else None
    parcel = refunded_parcel(state, order, lines, order.money(total), part)
    note(order, "FULFILLMENT_REFUNDED", principal)
    announce_money(state, order, before, principal)
    return parcel


def worth_of(order: Order, lines: Lines, *, shipping: bool) -> Decimal:
    worth = sum((line.unit_price.gross.amount * quantity for line, quantity in lines), ZERO)
    return worth + (order.shipping_price.gross.amount if shipping else ZERO)


def refunded_parcel(state: State, order: Order, lines: Lines, total: Any, shipping: Any):
    for line, quantity in lines:
        line.quantity_fulfilled += min(quantity, line.quantity_to_fulfill)
    parcel = Fulfillment(
        fulfillment_order=len(order.fulfillments) + 1,
        lines=[FulfillmentLine(quantity=q, order_line=line) for line, q in lines],
        warehouse=state.warehouse,
        status="REFUNDED",
        total_refunded_amount=total,
        shipping_refunded_amount=shipping,
    )
    order.fulfillments.append(parcel)
    return parcel


def refund_grant(
    *,
    order: Order,
    lines: list[OrderGrantedRefundLine],
    shipping: bool,
    amount: Decimal | None,
    reason: str,
    item: TransactionItem | None,
    by: Any,
) -> OrderGrantedRefund:
    """`orderGrantRefundCreate`: by lines, shipping or amount; no event tells of it."""
    if amount is None and not lines and not shipping:
        raise RefusedError("Give an amount, lines or the shipping.", "REQUIRED", "amount")
    check_grant(order, lines, shipping=shipping)
    most = item.of("charged") if item else None
    if amount is None:
        rows = [(row.order_line, row.quantity) for row in lines]
        worth = worth_of(order, rows, shipping=shipping)
        amount = worth if most is None else min(worth, most)
    elif most is not None and amount > most:
        raise RefusedError(
            "More than the transaction holds.", "AMOUNT_GREATER_THAN_AVAILABLE", "amount"
        )
    who = {"app" if type(by).__name__ == "App" else "user": by}
    grant = OrderGrantedRefund(
        amount=order.money(amount),
        reason=reason,
        shipping_costs_included=shipping,
        lines=lines,
        transaction=item,
        **who,
    )
    order.granted_refunds.append(grant)
    order.touch()
    return grant


def check_grant(order: Order, lines: list[OrderGrantedRefundLine], *, shipping: bool) -> None:
    if shipping and any(grant.shipping_costs_included for grant in order.granted_refunds):
        raise RefusedError(
            "Shipping costs have already been granted.",
            "SHIPPING_COSTS_ALREADY_GRANTED",
            "grantRefundForShipping",
        )
    granted = [row for grant in order.granted_refunds for row in grant.lines]
    for row in lines:
        earlier = sum(each.quantity for each in granted if each.order_line is row.order_line)
        if not 0 < row.quantity <= row.order_line.quantity - earlier:
            raise RefusedError("Provided input for lines is invalid.", "INVALID", "lines")


def grant_request(
    *, state: State, order: Order, grant: OrderGrantedRefund, item: Any, principal: Any
) -> TransactionItem:
    """`transactionRequestRefundForGrantedRefund`: asks the payment app to pay the grant back."""
    if grant.transaction is not None:
        refuse_settled(grant)
        if grant.transaction.of("charged") < grant.amount.amount:
            raise RefusedError(
                "The grant is above what the transaction holds.",
                "AMOUNT_GREATER_THAN_AVAILABLE",
                "grantedRefundId",
            )
    grant.transaction = grant.transaction or item
    if grant.transaction is None or grant.transaction.order is not order:
        raise RefusedError("The grant belongs to another order.", "INVALID", "id")
    amount = min(grant.amount.amount, grant.transaction.of("charged"))
    refund_request(
        state=state, item=grant.transaction, amount=amount, grant=grant, principal=principal
    )
    return grant.transaction


def refuse_settled(grant: OrderGrantedRefund) -> None:
    codes = {"PENDING": "REFUND_IS_PENDING", "SUCCESS": "REFUND_ALREADY_PROCESSED"}
    if grant.status in codes:
        raise RefusedError(
            "The refund was asked for already.", codes[grant.status], "grantedRefundId"
        )


def refund_request(
    *,
    state: State,
    item: TransactionItem,
    amount: Decimal,
    principal: Any,
    grant: OrderGrantedRefund | None = None,
) -> None:
    """Ask the payment app; what it answers at once is recorded, as by a synchronous webhook."""
    before, reference = standing(item.order), next_reference(item)
    how, gateway = state.config.get("refunds"), getattr(item.owner, "gateway", None)
    hook = hook_of(item.owner, REFUND)
    is_asked = hook is not None or (how is None and gateway is not None)
    asked = record(item, "REFUND_REQUEST", amount, "" if is_asked else reference, "")
    relate(grant, asked)
    note(item.order, "TRANSACTION_REFUND_REQUESTED", principal)
    if is_asked:
        if hook is not None:
            event = {"transaction": item, "granted_refund": grant, "issuing_principal": principal}
            told = refund_asked(state=state, hook=hook, amount=amount, event=event)
        else:
            with state.unlocked():
                told = gateway.refund(item, amount, reference)
        asked.psp_reference = told.reference
        if told.result:
            refund_settle(item, asked, told.result, told.message)
    elif how != "later":
        refund_settle(item, asked, OUTCOMES["failure" if how == "fail" else "success"])
    announce_money(state, item.order, before, principal)


def refund_settle(
    item: TransactionItem, asked: TransactionEvent, kind: str, message: str = ""
) -> None:
    settled = (e for e in item.events if (e.type, e.psp_reference) == (kind, asked.psp_reference))
    if not asked.psp_reference or next(settled, None) is None:  # it may be reported already
        done = record(item, kind, asked.amount.amount, asked.psp_reference, message)
        relate(asked.grant, done)


def relate(grant: OrderGrantedRefund | None, event: TransactionEvent) -> None:
    """Tie an event to the grant that it is for; the newest event is the grant's status."""
    states = {"REFUND_REQUEST": "PENDING", "REFUND_SUCCESS": "SUCCESS", "REFUND_FAILURE": "FAILURE"}
    if grant is not None:
        event.grant = grant
        grant.transaction_events.append(event)
        grant.status = states.get(event.type, "NONE")


def asked_with(item: TransactionItem, reference: str) -> TransactionEvent | None:
    """The request that a report with this reference answers."""
    asked = (e for e in item.events if e.type == "REFUND_REQUEST" and e.psp_reference == reference)
    return next(asked, None)


def pending_settle(*, state: State, order: Order, result: str, principal: Any) -> None:
    """The payment app tells how the oldest refund under way ended."""
    for item in order.transactions:
        settled = {e.psp_reference for e in item.events if e.type in OUTCOMES.values()}
        for asked in item.events:
            if asked.type == "REFUND_REQUEST" and asked.psp_reference not in settled:
                before = standing(order)
                refund_settle(item, asked, OUTCOMES[result])
                announce_money(state, order, before, principal)
                return
    raise RefusedError("No refund is under way.", "NOT_FOUND")


def money_back(
    *, state: State, order: Order, kind: str, amount: Decimal | None, principal: Any
) -> None:
    """A dispute (CHARGE_BACK), or a refund that came back (REFUND_REVERSE)."""
    held = "charged" if kind == "CHARGE_BACK" else "refunded"
    item = next((each for each in order.transactions if each.of(held) > 0), None)
    if item is None:
        raise RefusedError(f"Nothing is {held}.", "INVALID")
    before, moved = standing(order), min(amount or item.of(held), item.of(held))
    reference = f"{item.psp_reference}-b{len(item.events)}"
    record(item, kind, moved, reference, "")
    announce_money(state, order, before, principal)
