"""Who handles what arrives. Features register here; the inbox knows none of them.

Register in ``AppConfig.ready``. One handler an event: an order of two handlers that matters would
have to be said somewhere, so a feature that needs two steps calls them itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from saleor_invoices.stores.models import Installation


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbound:
    """One delivery, opened for a handler. ``body`` holds the verified bytes as received."""

    delivery_id: int
    installation: Installation
    source: str  # "saleor" or "stripe"
    event: str  # in lower case, as in the header: "order_fully_paid"
    body: bytes
    received_at: datetime
    attempt: int  # 1 at the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why the inbox gave up on a delivery, in words for the merchant."""

    code: str
    message: str


Handler = Callable[[Inbound], None]
"""Works a delivery off. May be called again for the same delivery, so it must be repeatable."""

FailureCallback = Callable[[Inbound, Failure], None]
RecoveryCallback = Callable[[Inbound], None]

_handlers: dict[tuple[str, str], Handler] = {}
_failure_callbacks: list[FailureCallback] = []
_recovery_callbacks: list[RecoveryCallback] = []


def register(event: str, handler: Handler, *, source: str = "saleor") -> None:
    """Let ``handler`` work off all deliveries of ``event``; a second one is a mistake."""
    known = _handlers.setdefault((source, event), handler)
    if known is not handler:
        raise ValueError(f"{source} event {event} already has a handler")


def on_failure(callback: FailureCallback) -> None:
    """Call back when the inbox gives up on a delivery, in the transaction that says so."""
    if callback not in _failure_callbacks:
        _failure_callbacks.append(callback)


def on_recovery(callback: RecoveryCallback) -> None:
    """Call back when a delivery that had failed before is done, in the same transaction."""
    if callback not in _recovery_callbacks:
        _recovery_callbacks.append(callback)


def handler_for(source: str, event: str) -> Handler | None:
    """The handler of an event, if there is one."""
    return _handlers.get((source, event))


def events(source: str = "saleor") -> frozenset[str]:
    """All events with a handler."""
    return frozenset(event for known, event in _handlers if known == source)


def report_failure(inbound: Inbound, failure: Failure) -> None:
    """Tell everyone who asked that the inbox gave up."""
    for callback in _failure_callbacks:
        callback(inbound, failure)


def report_recovery(inbound: Inbound) -> None:
    """Tell everyone who asked that a delivery healed."""
    for callback in _recovery_callbacks:
        callback(inbound)
