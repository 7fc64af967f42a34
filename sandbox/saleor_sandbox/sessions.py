"""Payments that a storefront starts on an order: gateway, transaction, and what the app says.

Anyone who knows the order's id may, without a token. Saleor keeps a request that counts for
nothing until the payment app answered; the app's answer becomes an event of its own.
"""

from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .app_model import App
from .happenings import RefusedError
from .money import ZERO, quantize
from .order_model import Order
from .payment_apps import Answer, Session, Told, app_named, gateway_of
from .payment_model import TransactionEvent, TransactionItem
from .payments import announce_money, recalculate, standing
from .reports import (
    AUTHORIZED_TWICE,
    FIRST,
    MESSAGE_LENGTH,
    OTHER_AMOUNT,
    Report,
    authorized_twice,
    event_with,
    failure_note,
    limit_check,
    report_take,
    written,
)
from .state import State

REQUESTS = ("AUTHORIZATION_REQUEST", "CHARGE_REQUEST")
FINAL = {f"{action}_{step}" for action in ("CHARGE", "AUTHORIZATION") for step in
         ("FAILURE", "SUCCESS", "REQUEST")}  # fmt: skip
RESULTS = FINAL | {"CHARGE_ACTION_REQUIRED", "AUTHORIZATION_ACTION_REQUIRED", "CANCEL_SUCCESS"}
ENDED = {"CHARGE_SUCCESS", "CHARGE_FAILURE"}
NEEDS_REFERENCE = {*FIRST, "CANCEL_SUCCESS"}
NO_GATEWAY = "Active app with `HANDLE_PAYMENT` permissions or app webhook not found."

Result = tuple[TransactionItem, TransactionEvent, Any]


@dataclass(frozen=True)
class Wish:
    """What the storefront asks for."""

    gateway: str
    data: Any
    amount: Decimal | None
    action: str
    key: str


def amount_left(order: Order, wanted: Decimal | None) -> Decimal:
    """As asked, or the total less what its transactions hold or are about to."""
    if wanted is not None:
        return quantize(wanted, order.currency)
    held = sum(
        (
            max(item.of("authorized"), item.of("charged"))
            + item.of("authorize_pending")
            + item.of("charge_pending")
            for item in order.transactions
        ),
        ZERO,
    )
    return max(quantize(order.total.gross.amount - held, order.currency), ZERO)


def gateway_configs(
    *, state: State, order: Order, wanted: list[str] | None
) -> list[dict[str, Any]]:
    """`paymentGatewayInitialize`: each app's configuration, or why there is none."""
    limit_check(order)
    played = [app for app in state.apps if app.is_active and gateway_of(app)]
    names = wanted or [app.identifier for app in played]
    configs = []
    for name in dict.fromkeys(names):
        gateway = gateway_of(app_named(state, name))
        error = {"field": "id", "message": NO_GATEWAY, "code": "NOT_FOUND"}
        configs.append(
            {"id": name, "data": gateway.configuration(), "errors": []}
            if gateway
            else {"id": name, "data": None, "errors": [error]}
        )
    return configs


def session_begin(*, state: State, order: Order, wish: Wish, principal: Any) -> Result:
    """`transactionInitialize`; the same key on the same order is the same transaction."""
    limit_check(order)
    amount = amount_left(order, wish.amount)
    app = app_named(state, wish.gateway)
    if app is None:
        text = "App with provided identifier not found."
        raise RefusedError(text, "NOT_FOUND", "paymentGateway")
    item = item_with(state, order, app, wish.key)
    asked = request_with(item, wish, amount)
    session = Session(order, item, wish.action, amount, wish.data, state.settings.api_url, wish.key)
    return asked_app(state, app, session, asked, principal)


def item_with(state: State, order: Order, app: App, key: str) -> TransactionItem:
    same = [item for item in state.transactions() if item.idempotency_key == key]
    if found := next((item for item in same if item.order is order), None):
        return found
    if any(item.app_identifier == app.identifier for item in same):
        refuse_key()
    item = TransactionItem(order=order, owner=app, idempotency_key=key)
    order.transactions.append(item)
    return item


def request_with(item: TransactionItem, wish: Wish, amount: Decimal) -> TransactionEvent:
    kind = f"{wish.action}_REQUEST"
    for event in item.events:
        if event.idempotency_key != wish.key:
            continue
        if (event.type, event.amount.amount) != (kind, amount):
            refuse_key()
        return event
    event = written(item, Report(kind, "", amount), amount, counted=False)
    event.idempotency_key = wish.key
    return event


def refuse_key() -> None:
    text = "Different transaction with provided idempotency key already exists."
    raise RefusedError(text, "UNIQUE", "idempotencyKey")


def session_continue(*, state: State, item: TransactionItem, data: Any, principal: Any) -> Result:
    """`transactionProcess`; once it ended, the event that ended it is given again."""
    done = (e for e in item.events if e.type in FINAL and e.counted)
    if event := next(done, None):
        return item, event, None
    asked = next((e for e in item.events if e.type in REQUESTS and not e.counted), None)
    if asked is None:
        raise RefusedError("Missing call of `transactionInitialize` mutation.", "INVALID", "id")
    if not item.app_identifier:
        text = "Transaction doesn't have attached app that could process the request."
        raise RefusedError(text, "MISSING_PAYMENT_APP_RELATION", "id")
    app = app_named(state, item.app_identifier)
    if app is None:
        text = "Payment app attached to the transaction, doesn't exist."
        raise RefusedError(text, "MISSING_PAYMENT_APP", "id")
    action, amount = asked.type.removesuffix("_REQUEST"), asked.amount.amount
    session = Session(item.order, item, action, amount, data, state.settings.api_url)
    return asked_app(state, app, session, asked, principal)


def asked_app(
    state: State, app: App, session: Session, asked: TransactionEvent, principal: Any
) -> Result:
    """Call the app without the lock, as its answer may take long, then take what it says."""
    gateway, answer = gateway_of(app), None
    if gateway is not None:
        with state.unlocked():
            answer = gateway.initialize(session) if session.key else gateway.process(session)
    before = standing(session.order)
    event = answer_take(session, asked, answer, app)
    announce_money(state, session.order, before, principal)
    return session.item, event, answer.data if answer else None


def answer_take(
    session: Session, asked: TransactionEvent, answer: Answer | None, app: App
) -> TransactionEvent:
    item, amount = session.item, asked.amount.amount
    request = Report(asked.type, asked.psp_reference, amount)
    if answer is None:
        return failure_note(item, request, amount, "Failed to delivery request.")
    if wrong := malformed(answer):
        return failure_note(item, request, amount, wrong)
    report = reported(answer, asked, app)
    if answer.result in REQUESTS:
        event = upgraded(asked, report)
    else:
        found = event_of(item, report)
        if isinstance(found, str):
            return failure_note(item, request, amount, found)
        event, asked.psp_reference = found, found.psp_reference
    settle_item(item, event, answer)
    return event


def malformed(answer: Answer) -> str:
    if answer.result not in RESULTS:
        return f"Missing or invalid value for `result`: {answer.result}."
    if answer.result in NEEDS_REFERENCE and not answer.reference:
        return "Missing value for field: pspReference."
    return ""


def reported(answer: Answer, asked: TransactionEvent, app: App) -> Report:
    amount = asked.amount.amount if answer.amount is None else answer.amount
    return Report(
        answer.result, answer.reference, amount, answer.message, answer.url, answer.at,
        answer.actions, {"app": app},
    )  # fmt: skip


def upgraded(asked: TransactionEvent, report: Report) -> TransactionEvent:
    """The request itself, which from now on counts as under way."""
    asked.type, asked.psp_reference = report.kind, report.reference
    asked.amount = type(asked.amount)(report.amount or ZERO, asked.amount.currency)
    asked.message, asked.external_url = report.message[:MESSAGE_LENGTH], report.url
    asked.created_at, asked.app = report.at or asked.created_at, report.by["app"]
    asked.counted = True
    return asked


def event_of(item: TransactionItem, report: Report) -> TransactionEvent | str:
    """A new event, the same one again, or why Saleor takes neither."""
    amount = quantize(report.amount or ZERO, item.order.currency)
    known = event_with(item, report.kind, report.reference)
    if known is not None:
        return known if known.amount.amount == amount else OTHER_AMOUNT
    if authorized_twice(item, report.kind):
        return AUTHORIZED_TWICE
    return written(item, report, amount)


def settle_item(item: TransactionItem, event: TransactionEvent, answer: Answer) -> None:
    item.psp_reference = event.psp_reference or item.psp_reference
    if event.type in FIRST and answer.actions is not None:
        item.actions = answer.actions
    recalculate(item)


def told_take(*, state: State, app: App, told: Told) -> bool:
    """What the provider told the app, reported by it; whether it was of a transaction of ours."""
    known = (
        item
        for item in state.transactions()
        if item.app_identifier == app.identifier and item.psp_reference == told.transaction
    )
    item = next(known, None)
    if item is None:
        return False
    report = Report(
        told.result, told.reference, told.amount, told.message, told.url, told.at, told.actions,
        {"app": app},
    )  # fmt: skip
    # What contradicts an earlier report is noted as a failure, and answered as taken.
    with suppress(RefusedError):
        report_take(state=state, item=item, report=report, principal=app)
    return True


def charge_settle(*, state: State, order: Order, result: str, principal: Any) -> None:
    """The payment app tells how the oldest charge under way ended."""
    for item in order.transactions:
        ended = {e.psp_reference for e in item.events if e.type in ENDED}
        for event in item.events:
            under_way = event.type == "CHARGE_REQUEST" and event.counted
            if under_way and event.psp_reference not in ended:
                report = Report(result, event.psp_reference, event.amount.amount)
                report_take(state=state, item=item, report=report, principal=item.owner)
                return
    raise RefusedError("No charge is under way.", "NOT_FOUND")
