"""The arithmetic of a document that is written by hand. See ``docs/algorithms/drafts.md``.

There is no shop whose amounts could be taken: EN 16931 says how they are made. A line's amount is
quantity times price less its discount, rounded half up (BT-131); the tax is worked out on the sum
of each category and rate (BR-CO-17), and shared out over what makes the sum, so that every line
and the total agree to the smallest unit. With prices that include tax it is the gross amounts that
are exact, and the tax is taken out of their sum.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.draft_form import FormLine
from saleor_invoices.domain.money import ZERO, exponent, from_minor, quantize, to_minor
from saleor_invoices.domain.shares import half_up

LARGEST = Decimal(10) ** 12
"""No amount of a line is beyond: 500 of them still fit into 64 bits in any currency."""
EXACT = Context(prec=80)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePrice:
    """What a line costs, in the form's kind of price: with tax or without."""

    base: Decimal  # quantity times price
    discount: Decimal

    @property
    def total(self) -> Decimal:
        """After the discount."""
        return self.base - self.discount


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxable:
    """An amount with its category and rate; an allowance is below zero."""

    amount: Decimal
    category: VatCategory
    rate: Decimal  # percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxed:
    """The same with its tax."""

    net: Decimal
    tax: Decimal

    @property
    def gross(self) -> Decimal:
        """Both."""
        return self.net + self.tax


def line_price(line: FormLine, currency: str) -> LinePrice:
    """Price and discount of a line, each in whole smallest units."""
    base = quantize(EXACT.multiply(line.quantity, line.unit_price), currency)
    discount = ZERO
    if line.discount_percent is not None:
        exact = EXACT.multiply(base, EXACT.divide(line.discount_percent, _HUNDRED))
        discount = quantize(exact, currency)
    elif line.discount_amount is not None:
        discount = quantize(line.discount_amount, currency)
    return LinePrice(base=base, discount=discount)


def without_tax(gross: Decimal, rate: Decimal, currency: str) -> Decimal:
    """The net amount inside a gross one."""
    share = Fraction(gross) * 100 / (100 + Fraction(rate))
    return from_minor(half_up(share * 10 ** exponent(currency)), currency)


def taxes(
    parts: Sequence[Taxable], *, currency: str, amounts_include_tax: bool
) -> tuple[Taxed, ...]:
    """Each part with its tax, which together make that of each category and rate."""
    groups: dict[tuple[VatCategory, Decimal], list[int]] = {}
    for place, part in enumerate(parts):
        groups.setdefault((part.category, part.rate), []).append(place)
    found: dict[int, Taxed] = {}
    for (_, rate), places in groups.items():
        minor = [to_minor(parts[place].amount, currency) for place in places]
        shared = _shared(minor, _factor(rate, amounts_include_tax=amounts_include_tax))
        for place, amount, tax in zip(places, minor, shared, strict=True):
            net = amount - tax if amounts_include_tax else amount
            found[place] = Taxed(net=from_minor(net, currency), tax=from_minor(tax, currency))
    return tuple(found[place] for place in range(len(parts)))


def _factor(rate: Decimal, *, amounts_include_tax: bool) -> Fraction:
    percent = Fraction(rate)
    return percent / (100 + percent) if amounts_include_tax else percent / 100


def _shared(amounts: Sequence[int], factor: Fraction) -> list[int]:
    """The tax of the sum, shared out by largest remainder; allowances are below zero."""
    exact = [amount * factor for amount in amounts]
    whole = sum(exact, Fraction(0))
    # Half away from zero, as everywhere: a sum may be below zero where allowances outweigh it.
    wanted = half_up(whole) if whole >= 0 else -half_up(-whole)
    parts = [share.numerator // share.denominator for share in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])
    for place in by_remainder[: wanted - sum(parts)]:
        parts[place] += 1
    return parts
