"""Orders that change: after confirmation only the parties and the words, before that the lines."""

from dataclasses import replace
from typing import Any

from . import catalog
from .events import fire
from .happenings import RefusedError, fire_all, note
from .model import Address, Fulfillment, OrderLine
from .order_model import Order
from .pricing import figures, price_recipe
from .state import State

EDITABLE = ("DRAFT", "UNCONFIRMED")
ADDRESS_FIELDS = (
    "first_name", "last_name", "company_name", "street_address_1", "street_address_2", "city",
    "city_area", "postal_code", "country_area", "phone",
)  # fmt: skip


def order_update(*, state: State, order: Order, changes: dict[str, Any], principal: Any) -> None:
    """`orderUpdate`: addresses, e-mail, reference, language, metadata, in any state but a draft.

    Amounts stay as they are, unless the order is still unconfirmed.
    """
    plain = {key: value for key, value in changes.items() if key == "external_reference"}
    for key in ("billing_address", "shipping_address"):
        if changes.get(key):
            plain[key] = changed_address(getattr(order, key), changes[key])
    if changes.get("language_code"):
        plain["language_code_enum"] = changes["language_code"]
    if changes.get("user_email"):
        plain["user_email"] = changes["user_email"]
        plain["user"] = state.user_by_email(changes["user_email"])
    for key, value in plain.items():
        setattr(order, key, value)
    if "billing_address" in plain or "shipping_address" in plain:
        note(order, "UPDATED_ADDRESS", principal)
    metadata = changes.get("metadata") or {}
    order.meta |= metadata
    order.private_meta |= changes.get("private_metadata") or {}
    if plain or metadata:
        order.touch()
        fire_all(state, ["ORDER_UPDATED"], order, principal)
    if metadata:
        fire(state, "ORDER_METADATA_UPDATED", principal=principal, order=order)


def changed_address(address: Address | None, given: dict[str, Any]) -> Address:
    """A row of its own, as the same address may serve for billing and for delivery."""
    kept = {key: getattr(address, key) for key in ADDRESS_FIELDS} if address else {}
    new = Address(**{**kept, **{key: given[key] for key in ADDRESS_FIELDS if key in given}})
    new.city = new.city.upper()
    if address:
        new.country_code, new.country_name = address.country_code, address.country_name
        new.meta = dict(address.meta)
    if given.get("country"):
        names = {row[7]: row[8] for row in catalog.ADDRESSES.values()}
        new.country_code = given["country"]
        new.country_name = names.get(given["country"], given["country"])
    new.meta |= given.get("metadata") or {}
    return new


def line_update(
    *, state: State, order: Order, line: OrderLine, quantity: int, principal: Any
) -> None:
    """`orderLineUpdate`, which Saleor refuses once the order is confirmed."""
    check_editable(order)
    if quantity <= 0:
        raise RefusedError("Ensure this value is greater than 0.", "ZERO_QUANTITY", "quantity")
    place = order.lines.index(line)
    order.items[place] = replace(order.items[place], quantity=quantity)
    reprice(order)
    fire_all(state, ["ORDER_UPDATED"], order, principal)


def line_delete(*, state: State, order: Order, line: OrderLine, principal: Any) -> None:
    check_editable(order)
    place = order.lines.index(line)
    del order.items[place], order.lines[place]
    note(order, "REMOVED_PRODUCTS", principal)
    reprice(order)
    fire_all(state, ["ORDER_UPDATED"], order, principal)


def check_editable(order: Order) -> None:
    if order.status not in EDITABLE:
        raise RefusedError("Only draft and unconfirmed orders can be edited.", "NOT_EDITABLE", "id")


def reprice(order: Order) -> None:
    """New figures; the lines stay the same rows."""
    priced = price_recipe(catalog.KINDS[order.kind], order.items, order.channel)
    for old, new in zip(order.lines, priced.lines, strict=True):
        new.pk, new.variant, new.meta = old.pk, old.variant, old.meta
        new.quantity_fulfilled = old.quantity_fulfilled
    for name, value in figures(priced).items():
        setattr(order, name, value)
    order.touch()


def fulfillment_cancel(*, state: State, order: Order, parcel: Fulfillment, principal: Any) -> None:
    """`orderFulfillmentCancel`: what was in the parcel can be sent again."""
    if parcel.status not in ("FULFILLED", "WAITING_FOR_APPROVAL"):
        raise RefusedError(
            "This fulfillment can't be canceled", "CANNOT_CANCEL_FULFILLMENT", "fulfillment"
        )
    parcel.status = "CANCELED"
    for row in parcel.lines:
        row.order_line.quantity_fulfilled -= row.quantity
    sent = any(line.quantity_fulfilled for line in order.lines)
    order.status = "PARTIALLY_FULFILLED" if sent else "UNFULFILLED"
    note(order, "FULFILLMENT_CANCELED", principal)
    fire_all(state, ["ORDER_UPDATED"], order, principal)
