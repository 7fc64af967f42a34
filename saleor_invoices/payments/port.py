"""What the rest of the app sees of a payment provider."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from saleor_invoices.domain.errors import Refused, Unreachable


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderAccount:
    """Who is behind the keys, as the provider says."""

    id: str
    name: str
    country: str  # ISO 3166-1 alpha-2, or empty
    currencies: tuple[str, ...]  # ISO 4217, of what it is paid out in


class KeyRefused(Refused):
    """The provider does not know the key."""

    code = "PAYMENT_KEY_REFUSED"


class RightMissing(Refused):
    """The key is right, and may not do this."""

    code = "PAYMENT_KEY_RIGHT_MISSING"


class ProviderDown(Unreachable):
    """The provider can't be reached, or has a fault of its own."""

    code = "PAYMENT_PROVIDER_DOWN"


class ProviderSlow(Unreachable):
    """The provider did not answer in time."""

    code = "PAYMENT_PROVIDER_SLOW"


class ProviderState(StrEnum):
    """How far a payment is at the provider."""

    OPEN = "open"  # the customer has not paid, or may try again
    PROCESSING = "processing"  # the bank has it; it may still fail
    SUCCEEDED = "succeeded"
    CANCELED = "canceled"  # for good


class RefundState(StrEnum):
    """How far a refund is at the provider."""

    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"  # also after it had succeeded: the money is back with the shop


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentOrder:
    """What a customer is to pay. ``amount_minor`` is in the currency's smallest unit.

    ``reference`` is our payment's id: it comes back with everything that is told of the payment.
    """

    reference: str
    amount_minor: int
    currency: str
    description: str
    email: str = ""
    customer: str = ""  # the provider's id of the payer, if they have one
    save_method: bool = False
    saved_method: str = ""  # the provider's id of a method that was saved before


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderPayment:
    """A payment as the provider has it."""

    id: str
    state: ProviderState
    amount_minor: int
    received_minor: int
    currency: str
    reference: str = ""  # as in ``PaymentOrder``
    secret: str = ""  # lets the customer's browser confirm it
    method: str = ""  # how it was paid, in words: "visa 4242"
    failure_code: str = ""  # the provider's, of the last attempt
    failure_message: str = ""  # for the customer, in the provider's words
    is_test: bool = False
    at: datetime | None = None  # when it was made


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderRefund:
    """Money that went back, or is on its way."""

    id: str
    payment_id: str
    state: RefundState
    amount_minor: int
    currency: str
    reference: str = ""  # of our request, if it was ours
    message: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderDispute:
    """Money that the payer's bank took back, or gave again."""

    id: str
    payment_id: str
    amount_minor: int
    currency: str
    reason: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedMethod:
    """A method that a customer keeps with the provider."""

    id: str
    brand: str
    last4: str
    exp_month: int | None = None
    exp_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderEndpoint:
    """Where the provider tells of what happened; the secret is told once, when it is made."""

    id: str
    secret: str


class Provider(Protocol):
    """A provider, with the keys of one legal entity.

    Every verb raises the errors above, and ``Refused`` for anything else that the provider refuses.
    ``key`` makes a verb repeatable: the same key again does nothing twice.
    """

    def account(self) -> ProviderAccount:
        """Whose keys these are."""
        ...

    def payment_create(self, order: PaymentOrder, *, key: str) -> ProviderPayment:
        """Ask for money; the customer's browser confirms it."""
        ...

    def payment_read(self, payment_id: str) -> ProviderPayment:
        """How a payment stands."""
        ...

    def payment_cancel(self, payment_id: str) -> ProviderPayment:
        """Take an unpaid payment back; what is paid or under way stays, and is returned so."""
        ...

    def payments_since(self, since: datetime) -> Iterator[ProviderPayment]:
        """Those made since then, the newest first."""
        ...

    def refund_create(
        self, payment_id: str, *, amount_minor: int, currency: str, reference: str, key: str
    ) -> ProviderRefund:
        """Give money back by the way it came."""
        ...

    def refunds_since(self, since: datetime) -> Iterator[ProviderRefund]:
        """Those made since then, the newest first."""
        ...

    def customer_create(self, *, email: str, reference: str, key: str) -> str:
        """An id under which a customer's methods can be kept."""
        ...

    def methods_of(self, customer: str) -> tuple[SavedMethod, ...]:
        """What the customer has kept."""
        ...

    def method_forget(self, method: str) -> None:
        """Keep a method no longer."""
        ...

    def endpoint_create(self, *, url: str, events: Sequence[str], key: str) -> ProviderEndpoint:
        """Have the events told to an address."""
        ...

    def endpoint_delete(self, endpoint_id: str) -> None:
        """Have nothing told there any more; one that is gone is fine."""
        ...
