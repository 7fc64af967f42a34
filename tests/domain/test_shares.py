from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.shares import NOTHING, Minor, cumulative, filled, half_up, rounded

SHARES = st.lists(st.fractions(0, 1000, max_denominator=60), max_size=8)
BOUNDED = st.lists(
    st.integers(0, 50).flatmap(
        lambda cap: st.tuples(st.fractions(0, cap, max_denominator=20), st.just(cap))
    ),
    min_size=1,
    max_size=6,
)


@given(SHARES)
def test_parts_are_their_shares_rounded_and_make_the_rounded_sum(shares: list[Fraction]) -> None:
    parts = rounded(shares)
    assert sum(parts) == half_up(sum(shares, Fraction(0)))
    for part, share in zip(parts, shares, strict=True):
        assert floor(share) <= part <= ceil(share)


def test_the_largest_remainders_get_what_is_missing_and_the_first_of_equal_ones() -> None:
    assert rounded([Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)]) == [1, 0, 0]
    assert rounded([Fraction(13, 10), Fraction(26, 10), Fraction(11, 10)]) == [1, 3, 1]
    assert rounded([]) == []


@given(BOUNDED, st.integers(0, 300))
def test_filling_stays_between_nothing_and_each_cap(
    bounded: list[tuple[Fraction, int]], wanted: int
) -> None:
    bases, caps = [base for base, _ in bounded], [cap for _, cap in bounded]
    total = min(wanted, sum(caps))
    parts = filled(bases, caps, total)
    assert sum(parts) == total
    for part, base, cap in zip(parts, bases, caps, strict=True):
        assert 0 <= part <= cap
        if total <= sum(bases):
            assert part <= ceil(base)
        if total >= sum(bases):
            assert part >= floor(base)


def test_whole_bases_that_make_the_total_stay_as_they_are() -> None:
    assert filled([Fraction(7), Fraction(3)], [10, 10], 10) == [7, 3]


@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.lists(st.decimals(0, 50, places=1), min_size=1, max_size=10),
)
def test_steps_never_fall_and_make_the_whole(net: int, tax: int, steps: list[Decimal]) -> None:
    whole, of = Minor(net, tax), sum(steps, Decimal(0))
    before, done = NOTHING, Decimal(0)
    for step in steps:
        done += step
        now = cumulative(whole, done, of) if of else whole
        assert before.net <= now.net
        assert before.tax <= now.tax
        before = now
    assert before == whole


@pytest.mark.parametrize(
    ("part", "net", "tax"), [("0", 0, 0), ("1", 839, 160), ("2", 1679, 319), ("5", 1679, 319)]
)
def test_gross_goes_by_quantity_and_tax_by_gross(part: str, net: int, tax: int) -> None:
    """9.99 twice is 9.99 and 9.99, although half the net and half the tax both round up."""
    assert cumulative(Minor(1679, 319), Decimal(part), Decimal(2)) == Minor(net, tax)
