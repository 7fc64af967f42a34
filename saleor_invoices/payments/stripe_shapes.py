"""Stripe's objects in the port's words.

They come from answers and from events alike, as plain JSON. What is missing or of another type is
a ``ProviderDown`` BAD_ANSWER: it may heal, and nothing is believed of it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.payments.port import (
    ProviderDispute,
    ProviderDown,
    ProviderPayment,
    ProviderRefund,
    ProviderState,
    RefundState,
    SavedMethod,
)
from saleor_invoices.payments.stripe_amounts import from_stripe

REFERENCE = "invoice_payment"
"""Key of the metadata that names our payment or refund."""

Json = Mapping[str, Any]

_STATES = {
    "requires_payment_method": ProviderState.OPEN,
    "requires_confirmation": ProviderState.OPEN,
    "requires_action": ProviderState.OPEN,
    "processing": ProviderState.PROCESSING,
    "requires_capture": ProviderState.PROCESSING,
    "succeeded": ProviderState.SUCCEEDED,
    "canceled": ProviderState.CANCELED,
}
_REFUNDS = {
    "pending": RefundState.PENDING,
    "requires_action": RefundState.PENDING,
    "succeeded": RefundState.SUCCEEDED,
    "failed": RefundState.FAILED,
    "canceled": RefundState.FAILED,
}


def payment_of(found: Json) -> ProviderPayment:
    """A PaymentIntent; with ``latest_charge`` expanded it tells how it was paid."""
    try:
        currency = str(found["currency"]).upper()
        error = found.get("last_payment_error") or {}
        return ProviderPayment(
            id=str(found["id"]),
            state=_STATES[found["status"]],
            amount_minor=from_stripe(int(found["amount"]), currency),
            received_minor=from_stripe(int(found.get("amount_received") or 0), currency),
            currency=currency,
            reference=_reference(found),
            secret=str(found.get("client_secret") or ""),
            method=_method(found.get("latest_charge")),
            failure_code=str(error.get("decline_code") or error.get("code") or ""),
            failure_message=str(error.get("message") or ""),
            is_test=not found.get("livemode", False),
            at=_instant(found.get("created")),
        )
    except (AttributeError, InvalidInput, KeyError, TypeError, ValueError) as error:
        raise _unreadable() from error


def refund_of(found: Json) -> ProviderRefund:
    """A Refund."""
    try:
        currency = str(found["currency"]).upper()
        return ProviderRefund(
            id=str(found["id"]),
            payment_id=_id(found.get("payment_intent")),
            state=_REFUNDS[found.get("status") or "pending"],
            amount_minor=from_stripe(int(found["amount"]), currency),
            currency=currency,
            reference=_reference(found),
            message=str(found.get("failure_reason") or ""),
            at=_instant(found.get("created")),
        )
    except (AttributeError, InvalidInput, KeyError, TypeError, ValueError) as error:
        raise _unreadable() from error


def dispute_of(found: Json) -> ProviderDispute:
    """A Dispute."""
    try:
        currency = str(found["currency"]).upper()
        return ProviderDispute(
            id=str(found["id"]),
            payment_id=_id(found.get("payment_intent")),
            amount_minor=from_stripe(int(found["amount"]), currency),
            currency=currency,
            reason=str(found.get("reason") or ""),
            at=_instant(found.get("created")),
        )
    except (AttributeError, InvalidInput, KeyError, TypeError, ValueError) as error:
        raise _unreadable() from error


def saved_method_of(found: Json) -> SavedMethod:
    """A PaymentMethod, with what people know it by."""
    kind = str(found.get("type") or "")
    detail = found.get(kind) or {}
    return SavedMethod(
        id=str(found["id"]),
        brand=str(detail.get("brand") or kind),
        last4=str(detail.get("last4") or ""),
        exp_month=detail.get("exp_month"),
        exp_year=detail.get("exp_year"),
    )


def _reference(found: Json) -> str:
    return str((found.get("metadata") or {}).get(REFERENCE) or "")


def _method(charge: object) -> str:
    """How it was paid, in words: "visa 4242"; empty where the charge was not told."""
    if not isinstance(charge, Mapping):
        return ""
    details = charge.get("payment_method_details") or {}
    kind = str(details.get("type") or "")
    own = details.get(kind) or {}
    return " ".join(filter(None, (str(own.get("brand") or kind), str(own.get("last4") or ""))))


def _id(value: object) -> str:
    """Of an object that may be expanded."""
    return str(value.get("id") or "") if isinstance(value, Mapping) else str(value or "")


def _instant(seconds: object) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int) else None


def _unreadable() -> ProviderDown:
    return ProviderDown("Stripe's answer can't be read.", code="BAD_ANSWER")
