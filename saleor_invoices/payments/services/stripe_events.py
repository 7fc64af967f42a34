"""Stripe's envelope, and whose payment an event is about."""

import uuid
from collections.abc import Mapping
from typing import Any

import msgspec

from saleor_invoices.domain.errors import InvalidInput, Unreachable
from saleor_invoices.inbox.registry import Inbound
from saleor_invoices.payments.models import CustomerPayment
from saleor_invoices.payments.stripe_shapes import REFERENCE


class Data(msgspec.Struct):
    """The envelope's content."""

    object: dict[str, Any]


class Event(msgspec.Struct):
    """Stripe's Event, as far as it is read."""

    id: str
    type: str
    data: Data


def event_parse(body: bytes) -> Event:
    """Raises ``InvalidInput`` BODY_NOT_JSON for what is no event."""
    try:
        return msgspec.json.decode(body, type=Event)
    except (msgspec.DecodeError, RecursionError) as error:
        raise InvalidInput("The body is no event of Stripe.", code="BODY_NOT_JSON") from error


def object_of(inbound: Inbound) -> dict[str, Any]:
    """What the event is about."""
    return event_parse(inbound.body).data.object


def payment_named(installation_id: int, found: Mapping[str, Any]) -> CustomerPayment | None:
    """The payment of ours that a PaymentIntent, a Refund or a Dispute is about, if it is ours.

    By the provider's id, or by our own in its metadata: an event may come before the answer of the
    call that made it was kept.
    """
    rows = CustomerPayment.objects.select_related("installation", "legal_entity")
    rows = rows.filter(installation_id=installation_id)
    is_intent = found.get("object") == "payment_intent"
    intent = found.get("id") if is_intent else found.get("payment_intent")
    known = isinstance(intent, str) and intent
    payment = rows.filter(provider_id=intent).first() if known else None
    if payment is not None or not is_intent:
        return payment
    own = _uuid((found.get("metadata") or {}).get(REFERENCE))
    return rows.filter(pk=own).first() if own else None


def payment_told(inbound: Inbound) -> CustomerPayment:
    """The same, which must be there: the door keeps nothing else. Raises ``Unreachable``."""
    payment = payment_named(inbound.installation.pk, object_of(inbound))
    if payment is None:
        raise Unreachable("The payment of this event is not known yet.", code="PAYMENT_UNKNOWN")
    return payment


def _uuid(text: object) -> uuid.UUID | None:
    try:
        return uuid.UUID(text) if isinstance(text, str) else None
    except ValueError:
        return None
