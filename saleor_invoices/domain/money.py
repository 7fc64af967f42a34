"""Amounts and the smallest unit of their currency.

An amount is a ``Decimal`` in the currency's major unit ("12.34" euro); a minor amount is an
``int`` in its smallest unit (1234 cent). The number of decimals is CLDR's, through Babel,
because that is the table Saleor rounds by: it differs from ISO 4217 for a few currencies of high
inflation (RSD has 0, not 2), and a document must show what the shop charged.
"""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

from babel.core import get_global
from babel.numbers import list_currencies

from saleor_invoices.domain.errors import InvalidInput

ZERO = Decimal(0)
_DIGITS = 18
_EXACT = Context(prec=1_000)  # the usual 28 digits round a longer amount without a word


@cache
def exponent(currency: str) -> int:
    """How many decimals the currency has: 0 (JPY), 2 (EUR), 3 (KWD).

    Raises ``InvalidInput`` UNKNOWN_CURRENCY for anything that is no currency code.
    """
    if currency not in _currencies():
        raise InvalidInput(
            f"{currency!r} is not a known currency.",
            code="UNKNOWN_CURRENCY",
            params={"field": "currency", "currency": currency},
        )
    fractions = get_global("currency_fractions")
    return int(fractions.get(currency, fractions["DEFAULT"])[0])


def unit(currency: str) -> Decimal:
    """The smallest amount of the currency, e.g. ``Decimal("0.01")``."""
    return Decimal(1).scaleb(-exponent(currency))


def quantize(amount: Decimal, currency: str) -> Decimal:
    """The amount in whole smallest units, halves away from zero, as Saleor rounds."""
    _refuse_not_a_number(amount)
    rounded = amount.quantize(unit(currency), rounding=ROUND_HALF_UP)
    return rounded or abs(rounded)  # no negative zero on paper


def quantizer(currency: str) -> Callable[[Decimal], Decimal]:
    """``quantize`` for one currency, prepared once for many amounts.

    Raises ``InvalidInput`` UNKNOWN_CURRENCY at once; the function it returns raises
    ``decimal.InvalidOperation`` for what is no number, or has more than 28 digits.
    """
    step = unit(currency)

    def rounded(amount: Decimal) -> Decimal:
        result = amount.quantize(step, rounding=ROUND_HALF_UP)
        return result or abs(result)

    return rounded


def to_minor(amount: Decimal, currency: str) -> int:
    """The amount in smallest units.

    Raises ``InvalidInput`` INEXACT_AMOUNT when that loses, AMOUNT_TOO_LARGE when it needs more
    than 64 bits, which is what databases sum with.
    """
    _refuse_not_a_number(amount)
    if amount.adjusted() > _DIGITS or not -(2**63) <= amount * 10 ** exponent(currency) < 2**63:
        raise InvalidInput(
            f"An amount in {currency} is too large.",
            code="AMOUNT_TOO_LARGE",
            params={"field": "amount", "currency": currency},
        )
    minor = _EXACT.scaleb(amount, exponent(currency))
    if minor != minor.to_integral_value():
        raise InvalidInput(
            f"{amount} has more decimals than {currency} knows.",
            code="INEXACT_AMOUNT",
            params={"field": "amount", "amount": str(amount), "currency": currency},
        )
    return int(minor)


def from_minor(minor: int, currency: str) -> Decimal:
    """The amount that ``to_minor`` was given, with the currency's number of decimals."""
    return Decimal(minor).scaleb(-exponent(currency))


def _refuse_not_a_number(amount: Decimal) -> None:
    if not amount.is_finite():
        raise InvalidInput("An amount must be a number.", code="INEXACT_AMOUNT")


@cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies())
