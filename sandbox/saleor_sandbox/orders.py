"""What happens to orders, and which events live Saleor was seen to fire for it."""

from decimal import Decimal
from typing import Any

from . import catalog
from .events import fire
from .model import (
    Fulfillment,
    FulfillmentLine,
    GiftCard,
    GiftCardEvent,
    Invoice,
    OrderEvent,
    Voucher,
    new_uuid,
    next_pk,
    now,
    to_global_id,
)
from .order_model import Order
from .payment_model import (
    OrderGrantedRefund,
    Payment,
    Transaction,
    TransactionEvent,
    TransactionItem,
)
from .pricing import Priced, price
from .state import State


class RefusedError(Exception):
    """A refusal with the error code and the input field that Saleor would name."""

    def __init__(self, message: str, code: str, field: str | None = None) -> None:
        super().__init__(message)
        self.code, self.field = code, field


def order_place(
    *, state: State, kind: str, email: str | None = None, paid: bool = False, principal: Any = None
) -> Order:
    """Place a sample order and fire what a checkout or a completed draft fires."""
    recipe = catalog.KINDS.get(kind)
    if recipe is None:
        raise RefusedError(f"There is no kind {kind!r}; see /control/kinds.", "NOT_FOUND", "kind")
    order = build(state, kind, recipe, email)
    state.orders.append(order)
    note(order, "PLACED" if order.origin == "CHECKOUT" else "PLACED_FROM_DRAFT", principal)
    zero = order.total.gross.amount == 0
    if paid and not zero:
        charge(order, order.total.gross.amount, f"psp-checkout-{next_pk('psp')}", None)
    announce(state, order, paid=paid and not zero, principal=principal or order.user)
    return order


def announce(state: State, order: Order, *, paid: bool, principal: Any) -> None:
    names = ["ORDER_CREATED"]
    if paid:
        names += ["ORDER_PAID", "ORDER_FULLY_PAID", "ORDER_UPDATED"]
    if order.status != "UNCONFIRMED":
        names.append("ORDER_CONFIRMED")
    fire_all(state, names, order, principal)


def fire_all(state: State, names: list[str], order: Order, principal: Any) -> None:
    for name in names:
        fire(state, name, principal=principal, order=order)


def build(state: State, kind: str, recipe: catalog.Kind, email: str | None) -> Order:
    channel = state.channels[recipe.channel]
    priced = price(
        list(recipe.items),
        channel,
        shipping=Decimal(recipe.shipping),
        shipping_rate=Decimal(recipe.shipping_rate),
        reduction=recipe.reduction,
        gift=Decimal(recipe.gift_card),
        origin=recipe.origin,
    )
    user = None if recipe.guest else state.user_by_email(email or "customer@example.com")
    reduction = recipe.reduction
    order = Order(
        number=str(next(state.numbers)),
        kind=kind,
        channel=channel,
        **figures(priced),
        exact_shipping_rate=Decimal(recipe.shipping_rate),
        billing_address=catalog.address(recipe.billing or recipe.address),
        shipping_address=catalog.address(recipe.address),
        shipping_method=state.shipping_method(channel, Decimal(recipe.shipping)),
        status="UNCONFIRMED" if recipe.unconfirmed else "UNFULFILLED",
        origin=recipe.origin,
        user=user,
        user_email=email or (user.email if user else "guest@example.com"),
        language_code_enum=recipe.language,
        tax_exemption=recipe.exempt,
        voucher=voucher_of(reduction),
        customer_note=recipe.note,
        meta=dict(recipe.metadata),
        checkout_id=to_global_id("Checkout", new_uuid()) if recipe.origin == "CHECKOUT" else None,
    )
    if Decimal(recipe.gift_card):
        use_gift_card(order, Decimal(recipe.gift_card))
    return order


def figures(priced: Priced) -> dict[str, Any]:
    return {
        "lines": priced.lines,
        "discounts": priced.discounts,
        "total": priced.total,
        "subtotal": priced.subtotal,
        "undiscounted_total": priced.undiscounted_total,
        "shipping_price": priced.shipping,
        "undiscounted_shipping_price": priced.undiscounted_shipping,
    }


def voucher_of(reduction: Any) -> Voucher | None:
    if reduction is None or reduction.type != "VOUCHER":
        return None
    return Voucher(
        name=f"Sample voucher {reduction.percent}%", code=reduction.code, type=reduction.covers
    )


def use_gift_card(order: Order, used: Decimal) -> None:
    start, left = order.money(used + 20), order.money(Decimal(20))
    number = next_pk("GiftCardCode")
    card = GiftCard(
        code=f"GIFT-0000-{number:04d}",
        initial_balance=start,
        current_balance=left,
        last_used_on=now(),
    )
    card.events.append(
        GiftCardEvent(
            type="USED_IN_ORDER",
            order_id=order.id,
            order_number=order.number,
            initial=start,
            current=left,
            old_current=start,
        )
    )
    order.gift_cards.append(card)


def note(order: Order, kind: str, principal: Any, **details: Any) -> None:
    by = "app" if type(principal).__name__ == "App" else "user"
    order.events.append(OrderEvent(type=kind, **{by: principal}, **details))
    order.touch()


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
) -> TransactionEvent:
    """Write an event and move the transaction's amounts as its type says."""
    event = TransactionEvent(
        type=kind,
        amount=item.order.money(amount),
        psp_reference=reference,
        message=message,
        external_url=url,
    )
    item.events.append(event)
    for name, sign in MOVES.get(kind, ()):
        item.amounts[name] = item.of(name) + sign * event.amount.amount
    item.modified_at = now()
    item.order.touch()
    return event


MOVES = {
    "AUTHORIZATION_SUCCESS": (("authorized", 1),),
    "AUTHORIZATION_REQUEST": (("authorize_pending", 1),),
    "CHARGE_SUCCESS": (("charged", 1),),
    "CHARGE_REQUEST": (("charge_pending", 1),),
    "CHARGE_BACK": (("charged", -1),),
    "REFUND_SUCCESS": (("refunded", 1), ("charged", -1)),
    "REFUND_REVERSE": (("refunded", -1), ("charged", 1)),
    "REFUND_REQUEST": (("refund_pending", 1),),
    "CANCEL_SUCCESS": (("canceled", 1),),
    "CANCEL_REQUEST": (("cancel_pending", 1),),
}


def money_events(order: Order, before: Decimal, refunded_before: Decimal) -> list[str]:
    """What fires after amounts moved: PAID may be partial; FULLY_PAID only on becoming covered."""
    names: list[str] = []
    total = order.total.gross.amount
    if order.charged > before:
        names.append("ORDER_PAID")
        if before < total <= order.charged:
            names.append("ORDER_FULLY_PAID")
    if order.refunded > refunded_before:
        names.append("ORDER_REFUNDED")
        if order.charged <= 0:
            names.append("ORDER_FULLY_REFUNDED")
    return [*names, "ORDER_UPDATED"] if names else names


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
    before, taken = order.charged, min(amount or left, left)
    if legacy:
        capture(order, taken)
    else:
        charge(order, taken, f"psp-{next_pk('psp')}", principal)
    fire_all(state, money_events(order, before, order.refunded), order, principal)


def capture(order: Order, amount: Decimal) -> None:
    payment = Payment(order=order, total=order.total.gross, psp_reference=f"dummy-{next_pk('psp')}")
    step(payment, "CAPTURE", amount)
    order.payments.append(payment)


def step(payment: Payment, kind: str, amount: Decimal) -> None:
    money = payment.order.money(amount)
    payment.transactions.append(Transaction(payment=payment, kind=kind, amount=money))
    payment.order.touch()


def order_mark_as_paid(*, state: State, order: Order, reference: str, principal: Any) -> None:
    """Fires FULLY_PAID and UPDATED, and no PAID."""
    if order.total.gross.amount > 0 and order.charged:
        raise RefusedError("The order has a payment already.", "PAYMENT_ERROR")
    charge(order, order.total.gross.amount, reference, principal, "Mark-as-paid transaction")
    note(order, "ORDER_MARKED_AS_PAID", principal)
    fire_all(state, ["ORDER_FULLY_PAID", "ORDER_UPDATED"], order, principal)


def order_refund(*, state: State, order: Order, amount: Decimal | None, principal: Any) -> None:
    item = next((each for each in order.transactions if each.of("charged") > 0), None)
    payment = next((each for each in order.payments if each.captured > 0), None)
    charged, refunded = order.charged, order.refunded
    if item is not None:
        back = min(amount or item.of("charged"), item.of("charged"))
        record(item, "REFUND_SUCCESS", back, f"{item.psp_reference}-r{len(item.events)}", "Refund")
    elif payment is not None:
        step(payment, "REFUND", min(amount or payment.captured, payment.captured))
    else:
        raise RefusedError("There is nothing to refund.", "CANNOT_REFUND")
    fire_all(state, money_events(order, charged, refunded), order, principal)


def order_confirm(*, state: State, order: Order, principal: Any) -> None:
    if order.status != "UNCONFIRMED":
        raise RefusedError("Only an unconfirmed order can be confirmed.", "INVALID", "id")
    order.status = "UNFULFILLED"
    note(order, "CONFIRMED", principal)
    fire_all(state, ["ORDER_CONFIRMED"], order, principal)


def order_cancel(*, state: State, order: Order, principal: Any) -> None:
    live = [each for each in order.fulfillments if each.status == "FULFILLED"]
    if live or order.status in ("CANCELED", "DRAFT", "EXPIRED"):
        raise RefusedError("This order can't be canceled.", "CANNOT_CANCEL_ORDER", "order")
    order.status = "CANCELED"
    note(order, "CANCELED", principal)
    fire_all(state, ["ORDER_CANCELLED", "ORDER_UPDATED"], order, principal)


def order_fulfill(
    *, state: State, order: Order, wanted: dict[str, int] | None, principal: Any, tracking: str = ""
) -> Fulfillment:
    """Fulfil quantities by line, by default all that is left; the last also fires FULFILLED."""
    if order.status not in ("UNFULFILLED", "PARTIALLY_FULFILLED"):
        raise RefusedError("The order can't be fulfilled in this state.", "INVALID", "order")
    if wanted is None:
        wanted = {line.id: line.quantity_to_fulfill for line in order.lines}
    rows = [(line, wanted.get(line.id, 0)) for line in order.lines]
    if any(quantity > line.quantity_to_fulfill for line, quantity in rows):
        raise RefusedError("More than the line has left.", "FULFILL_ORDER_LINE", "order_line_id")
    fulfillment = Fulfillment(
        fulfillment_order=len(order.fulfillments) + 1,
        lines=[FulfillmentLine(quantity=q, order_line=line) for line, q in rows if q > 0],
        warehouse=state.warehouse,
        tracking_number=tracking,
    )
    if not fulfillment.lines:
        raise RefusedError("Total quantity must be larger than 0.", "ZERO_QUANTITY", "lines")
    for line, quantity in rows:
        line.quantity_fulfilled += quantity
    order.fulfillments.append(fulfillment)
    done = all(line.quantity_to_fulfill == 0 for line in order.lines)
    order.status = "FULFILLED" if done else "PARTIALLY_FULFILLED"
    note(order, "FULFILLMENT_FULFILLED_ITEMS", principal)
    fire_all(state, ["ORDER_UPDATED"] + ["ORDER_FULFILLED"] * done, order, principal)
    return fulfillment


def refund_grant(*, order: Order, amount: Decimal, reason: str, by: Any, **more: Any):
    if amount + order.granted > order.total.gross.amount or amount <= 0:
        raise RefusedError(
            "The amount is above what can be granted.", "AMOUNT_GREATER_THAN_AVAILABLE", "amount"
        )
    who = {"app" if type(by).__name__ == "App" else "user": by}
    grant = OrderGrantedRefund(amount=order.money(amount), reason=reason, **who, **more)
    order.granted_refunds.append(grant)
    order.touch()
    return grant


def invoice_check(order: Order) -> None:
    if order.status in ("DRAFT", "UNCONFIRMED", "EXPIRED"):
        raise RefusedError("No invoice for an order in this state.", "INVALID_STATUS", "orderId")
    if order.billing_address is None:
        raise RefusedError("The order has no billing address.", "NOT_READY", "orderId")


def invoice_add(order: Order, number: str | None, url: str | None, status: str) -> Invoice:
    invoice = Invoice(order=order, number=number, external_url=url, status=status)
    order.invoices.append(invoice)
    return invoice
