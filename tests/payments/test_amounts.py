"""Amounts as Stripe counts them: exactly, in its steps, and not below its minimum."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.payments.stripe_amounts import (
    from_stripe,
    minimum_minor,
    step_minor,
    to_stripe,
)

CURRENCIES = ("EUR", "USD", "PLN", "JPY", "KWD", "TND", "ISK", "UGX", "HUF", "RSD", "KRW", "CLP")


@pytest.mark.parametrize(
    ("currency", "minor", "stripe"),
    [
        ("EUR", 1234, 1234),
        ("JPY", 1234, 1234),
        ("KWD", 1230, 1230),
        ("ISK", 1234, 123400),
        ("UGX", 1234, 123400),
        ("RSD", 1234, 123400),
    ],
)
def test_units(currency: str, minor: int, stripe: int) -> None:
    assert to_stripe(minor, currency) == stripe
    assert from_stripe(stripe, currency) == minor


@given(st.sampled_from(CURRENCIES), st.integers(min_value=0, max_value=10**12))
def test_there_and_back(currency: str, count: int) -> None:
    minor = count * step_minor(currency)
    assert from_stripe(to_stripe(minor, currency), currency) == minor


def test_steps_and_minimums() -> None:
    steps = {currency: step_minor(currency) for currency in ("EUR", "JPY", "KWD", "TND", "ISK")}
    assert steps == {"EUR": 1, "JPY": 1, "KWD": 10, "TND": 10, "ISK": 1}
    least = {name: minimum_minor(name) for name in ("EUR", "GBP", "JPY", "HUF", "KWD", "PLN")}
    assert least == {"EUR": 50, "GBP": 30, "JPY": 50, "HUF": 17500, "KWD": 10, "PLN": 200}
    assert all(minimum_minor(name) % step_minor(name) == 0 for name in CURRENCIES)
