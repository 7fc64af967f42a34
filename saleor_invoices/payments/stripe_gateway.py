"""Stripe, by its own SDK: the only module that imports it.

Errors of the SDK become ours here; none of them carries a key, in words or in a log.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import httpx
import stripe
from django.conf import settings

from saleor_invoices.domain.errors import ExternalFailure, Refused
from saleor_invoices.payments.port import (
    KeyRefused,
    ProviderAccount,
    ProviderDown,
    ProviderSlow,
    RightMissing,
)

SECONDS = 5.0

T = TypeVar("T")


class StripeGateway:
    """Stripe with one secret or restricted key. Nothing is tried twice by itself."""

    def __init__(self, secret_key: str, *, seconds: float = SECONDS) -> None:
        self._client = stripe.StripeClient(
            secret_key,
            base_addresses={"api": settings.STRIPE_API_BASE},
            max_network_retries=0,
            http_client=stripe.HTTPXClient(timeout=seconds, allow_sync_methods=True),
        )

    def account(self) -> ProviderAccount:
        """See ``port.Provider``."""
        account, default = _asked(lambda: _account(self._client.v1.accounts.retrieve_current()))
        return replace(account, currencies=self._currencies(default))

    def _currencies(self, default: str) -> tuple[str, ...]:
        """Those of the balance, the account's own first; a restricted key may not see it."""
        try:
            held = _asked(lambda: _held(self._client.v1.balance.retrieve()))
        except RightMissing:
            held = []
        known = (currency.upper() for currency in (default, *held) if currency)
        return tuple(dict.fromkeys(known))


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
