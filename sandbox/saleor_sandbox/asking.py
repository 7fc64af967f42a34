"""Webhooks that Saleor waits for: an installed app is asked, and its answer read as Saleor does."""

import json
import time
from decimal import Decimal, InvalidOperation
from types import SimpleNamespace
from typing import Any

from .app_model import App, Webhook
from .courier import FIRST_DELAY, RETRIES
from .events import Happening, payload
from .payment_apps import Refunded
from .state import State

REFUND = "TRANSACTION_REFUND_REQUESTED"
RESULTS = ("REFUND_SUCCESS", "REFUND_FAILURE")


def hook_of(owner: Any, event: str) -> Webhook | None:
    """The live webhook of a transaction's app for the event."""
    if not isinstance(owner, App) or not owner.is_active:
        return None
    if "HANDLE_PAYMENTS" not in owner.permissions:
        return None
    hooks = (hook for hook in owner.webhooks if hook.is_active and event in hook.sync_names)
    return next(hooks, None)


def refund_asked(
    *, state: State, hook: Webhook, amount: Decimal, event: dict[str, Any]
) -> Refunded:
    """What the app says; nothing, or nothing that can be read, is a failure in Saleor's words."""
    currency = event["transaction"].order.currency
    action = {"action_type": "REFUND", "amount": amount, "currency": currency}
    version = state.settings.saleor_version
    happening = Happening(REFUND, version, recipient=hook.app, action=action, **event)
    if happening.granted_refund is None:
        happening.granted_refund = SimpleNamespace(reason=None)  # as Saleor sends where none is
    body = json.dumps(payload(state, hook, happening)).encode("ascii")
    with state.unlocked():
        answer = _answer(state, hook, body)
    if answer is None:
        return Refunded("", "REFUND_FAILURE", "Failed to delivery request.")
    return _read(answer, amount)


def _answer(state: State, hook: Webhook, body: bytes) -> Any:
    """5xx is asked again, a time-out is not. As Saleor does it: again with nothing in it."""
    for failures in range(RETRIES + 1):
        code, content = state.courier.ask(REFUND, hook, b"" if failures else body)
        if code is None or code < 500:
            try:
                return json.loads(content)
            except ValueError:
                return None
        time.sleep(FIRST_DELAY * 2**failures * state.settings.retry_scale)
    return None


def _read(answer: Any, amount: Decimal) -> Refunded:
    reference = answer.get("pspReference") if isinstance(answer, dict) else None
    if not reference:
        return Refunded("", "REFUND_FAILURE", "Missing `pspReference` field in the response.")
    result = answer.get("result")
    if result is None:
        return Refunded(reference)
    try:
        told = Decimal(str(answer.get("amount")))
    except InvalidOperation:
        told = None
    if result not in RESULTS or told != amount:
        return Refunded(reference, "REFUND_FAILURE", "Incorrect value in the response.")
    return Refunded(reference, result, str(answer.get("message") or ""))
