"""Stripe, by its own SDK: the only module that imports it.

Errors of the SDK become ours here; none of them carries a key, in words or in a log.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar

import httpx
import stripe
from django.conf import settings

from saleor_invoices.domain.errors import ExternalFailure, Refused, Unverified
from saleor_invoices.payments.port import (
    KeyRefused,
    PaymentOrder,
    ProviderAccount,
    ProviderDown,
    ProviderEndpoint,
    ProviderPayment,
    ProviderRefund,
    ProviderSlow,
    RightMissing,
    SavedMethod,
)
from saleor_invoices.payments.stripe_amounts import to_stripe
from saleor_invoices.payments.stripe_shapes import (
    REFERENCE,
    payment_of,
    refund_of,
    saved_method_of,
)

SECONDS = 5.0
TOLERANCE_SECONDS = 300
"""How old a signature may be: an event that is sent again is signed again."""
PAGE = 100

T = TypeVar("T")


class StripeGateway:
    """Stripe with one secret or restricted key. Nothing is tried twice by itself."""

    def __init__(self, secret_key: str, *, seconds: float = SECONDS) -> None:
        self._client = _client(secret_key, settings.STRIPE_API_BASE, seconds)

    def account(self) -> ProviderAccount:
        """See ``port.Provider``."""
        account, default = _asked(lambda: _account(self._client.v1.accounts.retrieve_current()))
        return replace(account, currencies=self._currencies(default))

    def payment_create(self, order: PaymentOrder, *, key: str) -> ProviderPayment:
        """See ``port.Provider``."""
        params: Any = {
            "amount": to_stripe(order.amount_minor, order.currency),
            "currency": order.currency.lower(),
            "automatic_payment_methods": {"enabled": True},
            "description": order.description[:500],
            "metadata": {REFERENCE: order.reference},
        }
        if order.customer:
            params["customer"] = order.customer
        if order.save_method and order.customer:
            params["setup_future_usage"] = "on_session"
        if order.saved_method:
            params["payment_method"] = order.saved_method
        made = _asked(
            lambda: self._client.v1.payment_intents.create(params, {"idempotency_key": key})
        )
        return payment_of(made.to_dict())

    def payment_read(self, payment_id: str) -> ProviderPayment:
        """See ``port.Provider``."""
        found = _asked(
            lambda: self._client.v1.payment_intents.retrieve(
                payment_id, {"expand": ["latest_charge"]}
            )
        )
        return payment_of(found.to_dict())

    def payment_cancel(self, payment_id: str) -> ProviderPayment:
        """See ``port.Provider``."""
        try:
            found = _asked(lambda: self._client.v1.payment_intents.cancel(payment_id))
        except Refused as error:
            if isinstance(error, KeyRefused | RightMissing):
                raise
            return self.payment_read(payment_id)  # paid, under way, or cancelled before
        return payment_of(found.to_dict())

    def payments_since(self, since: datetime) -> Iterator[ProviderPayment]:
        """See ``port.Provider``."""
        wanted: Any = {"created": {"gte": int(since.timestamp())}, "limit": PAGE}
        first = _asked(lambda: self._client.v1.payment_intents.list(wanted))
        for found in _walked(first.auto_paging_iter()):
            yield payment_of(found.to_dict())

    def refund_create(
        self, payment_id: str, *, amount_minor: int, currency: str, reference: str, key: str
    ) -> ProviderRefund:
        """See ``port.Provider``."""
        made = _asked(
            lambda: self._client.v1.refunds.create(
                {
                    "payment_intent": payment_id,
                    "amount": to_stripe(amount_minor, currency),
                    "metadata": {REFERENCE: reference},
                },
                {"idempotency_key": key},
            )
        )
        return refund_of(made.to_dict())

    def refunds_since(self, since: datetime) -> Iterator[ProviderRefund]:
        """See ``port.Provider``."""
        wanted: Any = {"created": {"gte": int(since.timestamp())}, "limit": PAGE}
        first = _asked(lambda: self._client.v1.refunds.list(wanted))
        for found in _walked(first.auto_paging_iter()):
            yield refund_of(found.to_dict())

    def customer_create(self, *, email: str, reference: str, key: str) -> str:
        """See ``port.Provider``."""
        params: Any = {"metadata": {"saleor_user": reference}}
        if email:
            params["email"] = email
        made = _asked(lambda: self._client.v1.customers.create(params, {"idempotency_key": key}))
        return str(made.id)

    def methods_of(self, customer: str) -> tuple[SavedMethod, ...]:
        """See ``port.Provider``."""
        found = _asked(
            lambda: self._client.v1.payment_methods.list({"customer": customer, "limit": PAGE})
        )
        return tuple(saved_method_of(one.to_dict()) for one in found.data)

    def method_forget(self, method: str) -> None:
        """See ``port.Provider``."""
        _asked(lambda: self._client.v1.payment_methods.detach(method))

    def endpoint_create(self, *, url: str, events: Sequence[str], key: str) -> ProviderEndpoint:
        """See ``port.Provider``."""
        params: Any = {
            "url": url,
            "enabled_events": list(events),
            "api_version": stripe.api_version,  # of the shapes that we read
            "description": "Saleor Invoices",
        }
        made = _asked(
            lambda: self._client.v1.webhook_endpoints.create(params, {"idempotency_key": key})
        )
        return ProviderEndpoint(id=made.id, secret=made.secret or "")

    def endpoint_delete(self, endpoint_id: str) -> None:
        """See ``port.Provider``."""
        try:
            _asked(lambda: self._client.v1.webhook_endpoints.delete(endpoint_id))
        except Refused as error:
            if error.params.get("codes") != ["resource_missing"]:
                raise

    def _currencies(self, default: str) -> tuple[str, ...]:
        """Those of the balance, the account's own first; a restricted key may not see it."""
        try:
            held = _asked(lambda: _held(self._client.v1.balance.retrieve()))
        except RightMissing:
            held = []
        known = (currency.upper() for currency in (default, *held) if currency)
        return tuple(dict.fromkeys(known))


@lru_cache(maxsize=64)
def _client(secret_key: str, address: str, seconds: float) -> stripe.StripeClient:
    """One for all who ask with the same key: its connections are kept open."""
    return stripe.StripeClient(
        secret_key,
        base_addresses={"api": address},
        max_network_retries=0,
        http_client=stripe.HTTPXClient(timeout=seconds, allow_sync_methods=True),
    )


def signature_verify(body: bytes, header: str, secret: str) -> None:
    """Check ``Stripe-Signature`` on the bytes as received. Raises ``Unverified``."""
    try:
        text = body.decode()
        stripe.WebhookSignature.verify_header(text, header, secret, TOLERANCE_SECONDS)
    except (UnicodeDecodeError, ValueError, stripe.SignatureVerificationError):
        raise Unverified("The signature does not hold.", code="SIGNATURE_INVALID") from None


def _walked(pages: Iterator[T]) -> Iterator[T]:
    """The items of all pages; a page that can't be had is an error of ours."""
    while True:
        try:
            item = _asked(lambda: next(pages))
        except StopIteration:
            return
        yield item


def _account(found: stripe.Account) -> tuple[ProviderAccount, str]:
    """The account without its currencies, and its own currency."""
    country, currency = found.country or "", found.default_currency or ""
    account = ProviderAccount(id=found.id, name=_name(found), country=country, currencies=())
    return account, currency


def _held(balance: stripe.Balance) -> list[str]:
    return sorted(amount.currency for amount in balance.available)


def _asked(call: Callable[[], T]) -> T:
    try:
        return call()
    except stripe.StripeError as error:
        raise _failure(error) from None  # its words, headers and request may hold the key
    except (AttributeError, KeyError, TypeError, ValueError):
        raise ProviderDown("Stripe's answer can't be read.", code="BAD_ANSWER") from None


def _failure(error: stripe.StripeError) -> ExternalFailure:
    if isinstance(error, stripe.AuthenticationError):
        return KeyRefused("Stripe does not know this key, or it was revoked.")
    if isinstance(error, stripe.PermissionError):
        return RightMissing("This restricted key lacks a right that is needed in Stripe.")
    return _outage(error) or Refused(
        "Stripe refused the request.", params={"codes": [error.code or ""]}
    )


def _outage(error: stripe.StripeError) -> ExternalFailure | None:
    status = error.http_status or 0
    if isinstance(error, stripe.APIConnectionError):
        if isinstance(error.__context__, httpx.TimeoutException):
            return ProviderSlow("Stripe did not answer in time.")
        return ProviderDown("Stripe can't be reached.")
    if isinstance(error, stripe.RateLimitError) or status == 429:
        return ProviderDown("Stripe asks for a pause.")
    if isinstance(error, stripe.APIError) or status >= 500:
        return ProviderDown("Stripe has a fault of its own now.")
    return None


def _name(account: stripe.Account) -> str:
    """As people know it: the business's name, else that of the dashboard."""
    profile = account.business_profile
    named = profile.name if profile else None
    dashboard = account.settings.dashboard if account.settings else None
    return named or (dashboard.display_name if dashboard else None) or ""
