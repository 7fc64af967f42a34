"""Saleor's Stripe app: a PaymentIntent per transaction, and what became of it.

It speaks to whatever answers Stripe's API at `url`. With `"webhooks": true` it registers an
endpoint there, and reports to Saleor what Stripe tells it, also when the customer closed the tab.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx

from .happenings import RefusedError
from .money import exponent
from .payment_apps import Answer, Refunded, Session, Told
from .payment_model import TransactionItem

METHODS = {
    "card", "klarna", "google_pay", "apple_pay", "paypal", "us_bank_account", "sepa_debit", "link",
    "ideal",
}  # fmt: skip
WAITING = {
    "requires_payment_method": "Payment intent requires payment method",
    "requires_confirmation": "Payment intent requires confirmation",
    "requires_action": "Payment intent requires action",
    "canceled": "Payment intent was canceled",
}
REFUNDS = {
    "succeeded": ("REFUND_SUCCESS", "Refund was successful"),
    "pending": ("REFUND_REQUEST", "Refund is processing"),
    "requires_action": ("REFUND_REQUEST", "Refund is processing"),
    "failed": ("REFUND_FAILURE", "Refund failed"),
    "canceled": ("REFUND_FAILURE", "Refund failed"),
}
LISTENS = (
    "payment_intent.succeeded",
    "payment_intent.processing",
    "payment_intent.requires_action",
    "payment_intent.amount_capturable_updated",
    "payment_intent.payment_failed",
    "payment_intent.canceled",
    "charge.refund.updated",
)
TROUBLE = "There is a problem with the request to Stripe API"
TIMEOUT = httpx.Timeout(18.0, connect=2.0)


class StripeError(Exception):
    """What Stripe said, or that it said nothing, in the app's public words."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Outcome:
    result: str
    message: str
    actions: list[str]


class StripeApp:
    name = "Stripe"

    def __init__(self, given: dict[str, Any], public_url: str) -> None:
        if missing := [key for key in ("url", "key", "publishable_key") if not given.get(key)]:
            raise RefusedError(f"payment_app lacks {', '.join(missing)}.", "INVALID", "payment_app")
        self.identifier = str(given.get("identifier") or "saleor.app.payment.stripe")
        self.publishable_key = str(given["publishable_key"])
        self.secret = ""
        self.http = httpx.Client(
            base_url=str(given["url"]).rstrip("/"),
            headers={"Authorization": f"Bearer {given['key']}"},
            timeout=TIMEOUT,
            trust_env=False,
        )
        if given.get("webhooks"):
            self._register(f"{public_url}/payment-app/stripe/")

    def _register(self, address: str) -> None:
        form = {"url": address, "enabled_events[]": list(LISTENS)}
        try:
            self.secret = str(self._call("POST", "/v1/webhook_endpoints", form)["secret"])
        except (StripeError, KeyError) as error:
            raise RefusedError(f"No webhook endpoint: {error}", "INVALID", "payment_app") from error

    def configuration(self) -> Any:
        return {"stripePublishableKey": self.publishable_key}

    def initialize(self, session: Session) -> Answer:
        refusal = refused(session.data)
        if refusal:
            return failed(session.action, *refusal)
        try:
            intent = self._call("POST", "/v1/payment_intents", intent_form(session), session.key)
        except StripeError as error:
            return failed(session.action, error.code, str(error))
        return Answer(
            f"{session.action}_ACTION_REQUIRED",
            intent["id"],
            money_of(intent),
            WAITING.get(intent["status"], ""),
            page_of(intent["id"]),
            ["CANCEL"],
            {"paymentIntent": {"stripeClientSecret": intent["client_secret"]}},
        )

    def process(self, session: Session) -> Answer:
        reference = session.item.psp_reference
        path = f"/v1/payment_intents/{reference}"
        try:
            intent = self._call("GET", path, {"expand[]": "payment_method"})
        except StripeError as error:
            return failed(session.action, error.code, str(error), reference)
        outcome = outcome_of(intent["status"], session.action)
        canceled = intent.get("canceled_at") if intent["status"] == "canceled" else None
        return Answer(
            outcome.result,
            intent["id"],
            money_of(intent),
            outcome.message,
            page_of(intent["id"]),
            outcome.actions,
            at=moment(canceled) if canceled else None,
        )

    def refund(self, item: TransactionItem, amount: Decimal, reference: str) -> Refunded:
        """A refund at Stripe; how it ended is reported under its id."""
        currency = item.order.currency
        form = {
            "payment_intent": item.psp_reference,
            "amount": str(minor(amount, currency)),
            **metadata(item),
        }
        try:
            refund = self._call("POST", "/v1/refunds", form, reference)
        except StripeError as error:
            return Refunded(item.psp_reference, "REFUND_FAILURE", str(error))
        result, message = REFUNDS[refund.get("status") or "pending"]
        return Refunded(refund["id"], None if result == "REFUND_REQUEST" else result, message)

    def event(self, body: bytes, signature: str) -> Told | None:
        if not self.secret or not signed(body, signature, self.secret):
            raise RefusedError("The signature does not hold.", "INVALID")
        event = json.loads(body)
        shown = event["data"]["object"]
        if event["type"] not in LISTENS or not saleors(shown):
            return None
        if shown["object"] == "refund":
            result, message = REFUNDS[shown["status"]]
            intent, actions = shown["payment_intent"], ["REFUND"]
            amount = major(shown["amount"], shown["currency"])
        else:
            outcome = told_outcome(event["type"], shown)
            result, message, actions = outcome.result, outcome.message, outcome.actions
            intent, amount = shown["id"], money_of(shown)
        at = moment(event["created"])
        return Told(intent, result, shown["id"], amount, message, page_of(shown["id"]), actions, at)

    def _call(self, method: str, path: str, form: dict[str, Any], key: str = "") -> dict[str, Any]:
        sent = {"params" if method == "GET" else "data": form}
        try:
            answer = self.http.request(
                method, path, headers={"Idempotency-Key": key} if key else {}, **sent
            )
            told = answer.json()
        except (httpx.HTTPError, ValueError) as error:
            raise StripeError("StripeApiError", TROUBLE) from error
        if answer.is_success and isinstance(told, dict):
            return told
        wrong = told.get("error") if isinstance(told, dict) else None
        if isinstance(wrong, dict) and wrong.get("type") == "card_error":
            raise StripeError("StripeCardError", str(wrong.get("message") or TROUBLE))
        raise StripeError("StripeApiError", TROUBLE)


def refused(data: Any) -> tuple[str, str] | None:
    """Only `{"paymentIntent": {"paymentMethod": "card"}}` is taken, and nothing beside it."""
    intent = data.get("paymentIntent") if isinstance(data, dict) else None
    method = intent.get("paymentMethod") if isinstance(intent, dict) else None
    if isinstance(intent, dict) and method not in METHODS:
        text = f'Payment method "{method or "unknown"}" is not supported.'
        return "UnsupportedPaymentMethodError", text
    if not isinstance(intent, dict) or len(data) > 1 or len(intent) > 1:
        return "ParseError", "Provided data is invalid."
    return None


def failed(action: str, code: str, message: str, reference: str = "") -> Answer:
    told = {"paymentIntent": {"errors": [{"code": code, "message": message}]}}
    actions = ["CHARGE"] if action == "CHARGE" else ["CANCEL"]
    return Answer(f"{action}_FAILURE", reference, None, message, actions=actions, data=told)


def intent_form(session: Session) -> dict[str, Any]:
    form = {
        "amount": str(minor(session.amount, session.order.currency)),
        "currency": session.order.currency.lower(),
        "automatic_payment_methods[enabled]": "true",
        **metadata(session.item),
        "metadata[saleor_api_url]": session.api_url,
    }
    if session.action == "AUTHORIZATION":
        form["payment_method_options[card][capture_method]"] = "manual"
    return form


def metadata(item: TransactionItem) -> dict[str, str]:
    return {
        "metadata[saleor_source_id]": item.order.id,
        "metadata[saleor_source_type]": "Order",
        "metadata[saleor_transaction_id]": item.id,
        "metadata[saleor_app_id]": item.owner.id,
    }


def saleors(shown: dict[str, Any]) -> bool:
    return bool((shown.get("metadata") or {}).get("saleor_transaction_id"))


def outcome_of(status: str, action: str) -> Outcome:
    if status == "succeeded":
        return Outcome("CHARGE_SUCCESS", "Payment intent has been successful", ["REFUND"])
    if status == "requires_capture":
        words = "Payment intent has been successful"
        return Outcome("AUTHORIZATION_SUCCESS", words, ["CHARGE", "CANCEL"])
    if status == "processing":
        return Outcome(f"{action}_REQUEST", "Payment intent is processing", [])
    return Outcome(f"{action}_ACTION_REQUIRED", WAITING[status], ["CANCEL"])


def told_outcome(kind: str, intent: dict[str, Any]) -> Outcome:
    action = "AUTHORIZATION" if intent.get("capture_method") == "manual" else "CHARGE"
    if kind == "payment_intent.payment_failed":
        return Outcome(f"{action}_FAILURE", "Payment intent failed", ["CHARGE"])
    if kind == "payment_intent.canceled":
        return Outcome("CANCEL_SUCCESS", "Payment intent was cancelled", [])
    return outcome_of(intent["status"], action)


def money_of(intent: dict[str, Any]) -> Decimal:
    """What was received once it succeeded, before that what is asked for."""
    name = {"succeeded": "amount_received", "requires_capture": "amount_capturable"}
    value = intent.get(name.get(intent["status"], "amount"))
    return major(intent["amount"] if value is None else value, intent["currency"])


def minor(amount: Decimal, currency: str) -> int:
    return int(amount.scaleb(exponent(currency.upper())))


def major(amount: int, currency: str) -> Decimal:
    return Decimal(amount).scaleb(-exponent(currency.upper()))


def moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def page_of(reference: str) -> str:
    folder = "refunds" if reference.startswith("re_") else "payments"
    return f"https://dashboard.stripe.com/test/{folder}/{reference}"


def signed(body: bytes, header: str, secret: str) -> bool:
    """Stripe-Signature: `t=seconds,v1=hex HMAC-SHA256 of "t.body"`."""
    parts = [part.partition("=") for part in header.split(",")]
    time = next((value for name, _, value in parts if name.strip() == "t"), "")
    right = hmac.new(secret.encode(), f"{time}.".encode() + body, hashlib.sha256).hexdigest()
    return any(name.strip() == "v1" and hmac.compare_digest(v, right) for name, _, v in parts)
