"""What amounts Stripe takes: in which unit, in which steps, and how little.

Amounts are in the currency's smallest unit as ``domain.money`` has it; Stripe counts some
currencies otherwise (docs.stripe.com/currencies: zero-decimal, three-decimal and special cases).
"""

from saleor_invoices.domain.money import exponent

_TWO_DECIMALS = frozenset({"ISK", "UGX"})
"""Without decimals in life, with two at Stripe, which must be zeros."""
_NO_DECIMALS = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV"}
    | {"XAF", "XOF", "XPF"}
)
_THREE_DECIMALS = frozenset({"BHD", "JOD", "KWD", "OMR", "TND"})
"""The last of the three must be zero."""
# In the smallest unit at Stripe, for accounts that settle in the same currency.
_MINIMUMS = {
    "AED": 200, "AUD": 50, "BGN": 100, "BRL": 50, "CAD": 50, "CHF": 50, "CZK": 1500, "DKK": 250,
    "EUR": 50, "GBP": 30, "HKD": 400, "HUF": 17500, "INR": 50, "JPY": 50, "MXN": 1000, "MYR": 200,
    "NOK": 300, "NZD": 50, "PLN": 200, "RON": 200, "SEK": 300, "SGD": 50, "THB": 1000, "USD": 50,
}  # fmt: skip


def _decimals(currency: str) -> int:
    if currency in _NO_DECIMALS:
        return 0
    return 3 if currency in _THREE_DECIMALS else 2


def to_stripe(amount_minor: int, currency: str) -> int:
    """Our smallest units as Stripe's. Exact for multiples of ``step_minor``."""
    shift = _decimals(currency) - exponent(currency)
    return amount_minor * int(10**shift) if shift >= 0 else amount_minor // int(10**-shift)


def from_stripe(amount: int, currency: str) -> int:
    """Stripe's smallest units as ours."""
    shift = exponent(currency) - _decimals(currency)
    return amount * int(10**shift) if shift >= 0 else amount // int(10**-shift)


def step_minor(currency: str) -> int:
    """What every amount must be a multiple of, in our smallest units."""
    if currency in _THREE_DECIMALS:
        return int(10 ** max(exponent(currency) - 2, 0))
    decimals = 0 if currency in _TWO_DECIMALS else _decimals(currency)
    return int(10 ** max(exponent(currency) - decimals, 0))


def minimum_minor(currency: str) -> int:
    """The least amount, in our smallest units; one step where Stripe names none."""
    least = from_stripe(_MINIMUMS.get(currency, 0), currency)
    return max(least, step_minor(currency))
