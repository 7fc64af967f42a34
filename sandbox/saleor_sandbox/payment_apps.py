"""The words between Saleor and a payment app: what one asks and the other answers.

An app that the sandbox plays has no webhooks: Saleor's synchronous calls reach its `gateway` as
function calls, outside the sandbox's lock, as other requests go on meanwhile.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

from .app_model import App
from .order_model import Order
from .payment_model import TransactionItem
from .state import State


@dataclass(frozen=True)
class Session:
    """What Saleor tells a payment app with an initialize or process session."""

    order: Order
    item: TransactionItem
    action: str  # CHARGE or AUTHORIZATION
    amount: Decimal
    data: Any
    api_url: str
    key: str = ""  # the idempotency key, of an initialize session only


@dataclass(frozen=True)
class Answer:
    """What the app answers, in the fields of Saleor's synchronous webhooks."""

    result: str
    reference: str = ""
    amount: Decimal | None = None
    message: str = ""
    url: str = ""
    actions: list[str] | None = None
    data: Any = None
    at: Any = None


@dataclass(frozen=True)
class Refunded:
    reference: str
    result: str | None = None  # None: the app will tell later
    message: str = ""


class Gateway(Protocol):
    """A payment app: how it answers each of Saleor's calls."""

    identifier: str
    name: str

    def configuration(self) -> Any: ...

    def initialize(self, session: Session) -> Answer: ...

    def process(self, session: Session) -> Answer: ...

    def refund(self, item: TransactionItem, amount: Decimal, reference: str) -> Refunded: ...

    def event(self, body: bytes, signature: str) -> "Told | None": ...


@dataclass(frozen=True)
class Told:
    """What the provider told the app afterwards, which the app reports to Saleor."""

    transaction: str  # the pspReference that the app knows the transaction by
    result: str
    reference: str
    amount: Decimal
    message: str = ""
    url: str = ""
    actions: list[str] = field(default_factory=list)
    at: Any = None


def app_named(state: State, identifier: str) -> App | None:
    rows = (app for app in state.apps if app.identifier == identifier and app.is_active)
    return next(rows, None)


def gateway_of(app: App | None) -> Gateway | None:
    found: Gateway | None = app.gateway if app and "HANDLE_PAYMENTS" in app.permissions else None
    return found
