"""Sharing out whole units without losing one. See ``docs/algorithms/credit.md`` for the proofs.

Amounts are integers in the currency's smallest unit and not below zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Minor:
    """A taxed amount in smallest units."""

    net: int = 0
    tax: int = 0

    @property
    def gross(self) -> int:
        """Net and tax."""
        return self.net + self.tax

    def __add__(self, other: "Minor") -> "Minor":
        return Minor(self.net + other.net, self.tax + other.tax)

    def __sub__(self, other: "Minor") -> "Minor":
        return Minor(self.net - other.net, self.tax - other.tax)

    def fits(self, other: "Minor") -> bool:
        """Whether neither net nor tax is more than the other's."""
        return self.net <= other.net and self.tax <= other.tax

    def floored(self) -> "Minor":
        """The same with nothing below zero."""
        return Minor(max(self.net, 0), max(self.tax, 0))


NOTHING = Minor()


def half_up(share: Fraction) -> int:
    """The nearest whole unit, halves up."""
    return floor(share + HALF)


def rounded(shares: Sequence[Fraction]) -> list[int]:
    """Each share rounded down or up, so that together they make their sum, rounded half up.

    By largest remainder; of equal remainders the first come first. A whole share stays as it is.
    """
    parts = [floor(share) for share in shares]
    missing = half_up(sum(shares, Fraction(0))) - sum(parts)
    by_remainder = sorted(range(len(parts)), key=lambda index: parts[index] - shares[index])
    for index in by_remainder[:missing]:
        parts[index] += 1
    return parts


def filled(bases: Sequence[Fraction], caps: Sequence[int], total: int) -> list[int]:
    """Share ``total`` out like ``bases``, where 0 <= base <= cap and total <= the sum of caps.

    Less than the bases' sum lowers each in proportion; more fills each towards its cap in
    proportion to the room that it has. No part is below zero or above its cap.
    """
    base, room = sum(bases, Fraction(0)), sum(caps) - sum(bases, Fraction(0))
    if total == base:
        return rounded(bases)
    if total < base:
        return rounded([share * total / base for share in bases])
    growth = (total - base) / room
    return rounded([share + (cap - share) * growth for share, cap in zip(bases, caps, strict=True)])


def cumulative(whole: Minor, part: Decimal, of: Decimal) -> Minor:
    """What the first ``part`` of a quantity is worth, where ``of`` of it is worth ``whole``.

    Gross goes by the quantity and tax by the gross, each rounded half up. So neither net nor tax
    falls while ``part`` grows, and the differences between any steps make the whole exactly.
    """
    if part >= of:
        return whole
    if part <= 0 or whole.gross == 0:
        return NOTHING
    gross = half_up(Fraction(whole.gross) * Fraction(part) / Fraction(of))
    tax = half_up(Fraction(whole.tax * gross, whole.gross))
    return Minor(gross - tax, tax)
