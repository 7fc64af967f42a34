"""The control API: what a test or the demo does that no shop's API offers."""

from datetime import timedelta
from typing import Any

from . import catalog, orders
from .happenings import RefusedError
from .keys import app_claims, user_claims
from .order_model import Order
from .payment_apps import gateway_of
from .payment_model import TransactionItem
from .payment_setup import app_configure
from .sessions import told_take
from .state import Faults, State
from .steps import STEPS


def money(value: Any) -> dict[str, Any]:
    return {"amount": str(value.amount), "currency": value.currency}


def taxed(value: Any) -> dict[str, Any]:
    return {"net": str(value.net.amount), "gross": str(value.gross.amount)}


def line_row(line: Any) -> dict[str, Any]:
    return {
        "id": line.id,
        "name": line.product_name,
        "quantity": line.quantity,
        "rate": str(line.exact_rate),
        "unit": taxed(line.unit_price),
        "total": taxed(line.total_price),
    }


def order_row(order: Order) -> dict[str, Any]:
    """Amounts are strings here, exact; GraphQL gives floats as Saleor does."""
    return {
        "id": order.id,
        "number": order.number,
        "kind": order.kind,
        "status": order.status,
        "charge_status": order.charge_status,
        "channel": order.channel.slug,
        "currency": order.currency,
        "user": order.user.email if order.user else None,
        "total": taxed(order.total),
        "subtotal": taxed(order.subtotal),
        "shipping": taxed(order.shipping_price),
        "charged": str(order.charged),
        "refunded": str(order.refunded),
        "granted": str(order.granted),
        "gift_cards": [
            str(card.initial_balance.amount - card.current_balance.amount)
            for card in order.gift_cards
        ],
        "lines": [line_row(line) for line in order.lines],
        "transactions": [transaction_row(item) for item in order.transactions],
        "invoices": [invoice_row(invoice) for invoice in order.invoices],
    }


def transaction_row(item: TransactionItem) -> dict[str, Any]:
    """Amounts by kind, and the events from the oldest on."""
    return {
        "id": item.id,
        "name": item.name,
        "psp_reference": item.psp_reference,
        "app": item.app_identifier,
        "amounts": {kind: str(amount) for kind, amount in item.amounts.items() if amount},
        "events": [
            {
                "type": event.type,
                "psp_reference": event.psp_reference,
                "amount": str(event.amount.amount),
                "message": event.message,
                "counted": event.counted,
            }
            for event in item.events
        ],
    }


def invoice_row(invoice: Any) -> dict[str, Any]:
    return {
        "id": invoice.id,
        "number": invoice.number,
        "url": invoice.url,
        "status": invoice.status,
        "metadata": dict(invoice.meta),
    }


def snapshot(state: State) -> dict[str, Any]:
    return {
        "version": state.settings.saleor_version,
        "api_url": state.settings.api_url,
        "config": state.config,
        "apps": [
            {
                "id": app.id,
                "identifier": app.identifier,
                "version": app.version,
                "active": app.is_active,
                "webhooks": len(app.webhooks),
                "problems": [{"key": p.key, "message": p.message} for p in app.problem_rows],
            }
            for app in state.apps
        ],
        "installations": [
            {"id": row.id, "name": row.app_name, "status": row.status, "message": row.message}
            for row in state.installations
        ],
        "orders": [order_row(order) for order in state.orders],
        "pending": state.courier.pending(),
        "held": len(state.courier.held),
    }


def kinds() -> dict[str, Any]:
    return {
        name: {
            "channel": catalog.CHANNELS[kind.channel][0],
            "currency": catalog.CHANNELS[kind.channel][2],
            "country": catalog.ADDRESSES[kind.address][7],
            "lines": len(kind.items),
            "guest": kind.guest,
            "unconfirmed": kind.unconfirmed,
        }
        for name, kind in catalog.KINDS.items()
    }


def place(state: State, given: dict[str, Any]) -> dict[str, Any]:
    count = int(given.get("count", 1))
    if not 1 <= count <= 10_000:
        raise RefusedError("count is between 1 and 10000.", "INVALID", "count")
    placed = [
        orders.order_place(
            state=state,
            kind=given.get("kind", "usd_net"),
            email=given.get("customer"),
            paid=bool(given.get("paid")),
            age=timedelta(days=float(given.get("days_ago", 0))),
        )
        for _ in range(count)
    ]
    return {"orders": [order_row(order) for order in placed]}


def advance(state: State, order_id: str, step: str, given: dict[str, Any]) -> dict[str, Any]:
    """Move an order one step on, as staff or a customer's payment would."""
    order = state.find(order_id, "Order")
    if order is None or step not in STEPS:
        raise RefusedError(f"There is no order {order_id} or no step {step!r}.", "NOT_FOUND")
    staff = state.user_by_email("admin@example.com")
    STEPS[step](given, state=state, order=order, principal=staff)
    return {"order": order_row(order)}


def set_mode(state: State, given: dict[str, Any]) -> dict[str, Any]:
    """Webhook modes and faults in one place; only what is named changes."""
    mode, faults = state.courier.mode, state.faults
    for target in (mode, faults):
        for name in vars(target):
            if name in given:
                setattr(target, name, type(getattr(target, name))(given[name]))
    known = {*vars(mode), *vars(faults)}
    if unknown := set(given) - known:
        raise RefusedError(f"Unknown: {sorted(unknown)}; known: {sorted(known)}.", "INVALID")
    return {**vars(mode), **vars(faults)}


def configure(state: State, given: dict[str, Any]) -> dict[str, Any]:
    """Only what is named changes; a payment app that can't be set up changes nothing."""
    if "payment_app" in given:
        app_configure(state, given["payment_app"])
    state.config.update(given)
    for name in ("token_lifetime", "app_token_lifetime"):
        if name in given:
            setattr(state.settings, name, float(given[name]))
    return state.config


def payment_event(state: State, body: bytes, signature: str) -> dict[str, Any]:
    """What the provider tells the payment app that is played here."""
    for app in state.apps:
        gateway = gateway_of(app)
        if gateway is not None:
            told = gateway.event(body, signature)
            return {"taken": told is not None and told_take(state=state, app=app, told=told)}
    raise RefusedError("No payment app is played.", "NOT_FOUND")


def reset(state: State) -> dict[str, Any]:
    """Forget apps, orders, deliveries and modes; the key and the accounts stay."""
    state.apps.clear()
    state.installations.clear()
    state.orders.clear()
    state.config.clear()
    state.faults = Faults()
    state.courier.clear()
    state.shop.meta.clear()
    return {"reset": True}


def mint(state: State, given: dict[str, Any]) -> dict[str, str]:
    """A token of any type and lifetime, for negative tests: refresh, expired, foreign app."""
    user = state.user_by_email(given.get("email", "customer@example.com"))
    if user is None:
        raise RefusedError("There is no such account.", "NOT_FOUND", "email")
    issuer = given.get("iss", state.settings.api_url)
    lifetime = float(given.get("lifetime", state.settings.token_lifetime))
    app = next((a for a in state.apps if a.identifier == given.get("app")), None)
    if app:
        claims = app_claims(user, app, issuer, lifetime)
    else:
        claims = user_claims(user, issuer, given.get("type", "access"), lifetime)
    return {"token": state.keys.sign_token(claims | given.get("claims", {}))}
