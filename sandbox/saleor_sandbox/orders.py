"""What happens to orders, and which events live Saleor was seen to fire for it."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from . import catalog
from .happenings import RefusedError, fire_all, note
from .model import (
    Fulfillment,
    FulfillmentLine,
    GiftCard,
    GiftCardEvent,
    Invoice,
    Voucher,
    new_uuid,
    next_pk,
    now,
    to_global_id,
)
from .order_model import Order
from .payments import charge
from .pricing import figures, price_recipe
from .state import State


def order_place(
    *,
    state: State,
    kind: str,
    email: str | None = None,
    paid: bool = False,
    age: timedelta = timedelta(0),
    principal: Any = None,
) -> Order:
    """Place a sample order, `age` ago, and fire what a checkout or a completed draft fires."""
    recipe = catalog.KINDS.get(kind)
    if recipe is None:
        raise RefusedError(f"There is no kind {kind!r}; see /control/kinds.", "NOT_FOUND", "kind")
    order = build(state, kind, recipe, email)
    order.created -= age
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


def build(state: State, kind: str, recipe: catalog.Kind, email: str | None) -> Order:
    channel = state.channels[recipe.channel]
    priced = price_recipe(recipe, list(recipe.items), channel)
    user = None if recipe.guest else state.user_by_email(email or "customer@example.com")
    reduction = recipe.reduction
    order = Order(
        number=str(next(state.numbers)),
        kind=kind,
        channel=channel,
        **figures(priced),
        items=list(recipe.items),
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


def order_confirm(*, state: State, order: Order, principal: Any) -> None:
    if order.status != "UNCONFIRMED":
        raise RefusedError("Only an unconfirmed order can be confirmed.", "INVALID", "id")
    order.status = "UNFULFILLED"
    note(order, "CONFIRMED", principal)
    fire_all(state, ["ORDER_CONFIRMED"], order, principal)


def order_cancel(*, state: State, order: Order, principal: Any) -> None:
    live = [
        each for each in order.fulfillments if each.status in ("FULFILLED", "WAITING_FOR_APPROVAL")
    ]
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


def invoice_check(order: Order) -> None:
    if order.status in ("DRAFT", "UNCONFIRMED", "EXPIRED"):
        raise RefusedError("No invoice for an order in this state.", "INVALID_STATUS", "orderId")
    if order.billing_address is None:
        raise RefusedError("The order has no billing address.", "NOT_READY", "orderId")


def invoice_add(order: Order, number: str | None, url: str | None, status: str) -> Invoice:
    invoice = Invoice(order=order, number=number, external_url=url, status=status)
    order.invoices.append(invoice)
    return invoice
