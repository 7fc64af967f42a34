"""How long documents must be kept: by country, day of issue, and what the merchant asks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.retention import (
    DEFAULT,
    RULES,
    last_erasable_day,
    retained_until,
    retention_rule,
)

countries = st.sampled_from([*RULES, "US", ""])
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
overrides = st.integers(0, 40)


@pytest.mark.parametrize(
    ("country", "issued", "until"),
    [
        ("DE", date(2026, 1, 1), date(2034, 12, 31)),
        ("DE", date(2026, 12, 31), date(2034, 12, 31)),
        ("DE", date(2017, 5, 4), date(2025, 12, 31)),  # eight years also for older documents
        ("FR", date(2026, 6, 1), date(2036, 12, 31)),
        ("BE", date(2022, 12, 31), date(2029, 12, 31)),
        ("BE", date(2023, 1, 1), date(2033, 12, 31)),
        ("PL", date(2026, 12, 31), date(2032, 12, 31)),  # the tax falls due in 2027
        ("IT", date(2026, 6, 1), date(2036, 12, 31)),
        ("ES", date(2026, 6, 1), date(2032, 12, 31)),
        ("NL", date(2026, 6, 1), date(2033, 12, 31)),
        ("AT", date(2026, 6, 1), date(2033, 12, 31)),
        ("HR", date(2026, 6, 1), date(2037, 12, 31)),
        (" de ", date(2026, 6, 1), date(2034, 12, 31)),
        ("US", date(2026, 6, 1), date(2036, 12, 31)),
        ("", date(2026, 6, 1), date(2036, 12, 31)),
    ],
)
def test_it_is_counted_from_the_end_of_a_year(country: str, issued: date, until: date) -> None:
    assert retained_until(country, issued) == until


def test_the_merchant_may_keep_longer_and_never_shorter() -> None:
    day = date(2026, 6, 1)
    assert retained_until("DE", day, 3) == retained_until("DE", day) == date(2034, 12, 31)
    assert retained_until("DE", day, 12) == date(2038, 12, 31)
    assert retained_until("PL", day, 6) == date(2032, 12, 31)
    assert retained_until("PL", day, 7) == date(2033, 12, 31)


def test_the_end_of_the_calendar_is_no_crash() -> None:
    assert retained_until("FR", date(9995, 1, 1)) == date(9999, 12, 31)
    assert last_erasable_day("FR", date(1, 1, 1)) is None


@given(country=countries, day=days, years=overrides)
def test_no_law_is_undercut(country: str, day: date, years: int) -> None:
    until = retained_until(country, day, years)
    assert until >= date(day.year + retention_rule(country, day).years, 12, 31)
    assert until >= retained_until(country, day)
    assert (until.month, until.day) == (12, 31)


@given(country=countries, day=days, later=st.integers(0, 400), years=overrides)
def test_what_is_newer_is_never_kept_shorter(
    country: str, day: date, later: int, years: int
) -> None:
    newer = day + timedelta(days=later)
    assert retained_until(country, newer, years) >= retained_until(country, day, years)


@given(country=countries, day=days, today=days, years=overrides)
def test_the_last_erasable_day_parts_what_is_kept_from_what_is_not(
    country: str, day: date, today: date, years: int
) -> None:
    last = last_erasable_day(country, today, years)
    may_go = retained_until(country, day, years) < today
    assert may_go == (last is not None and day <= last)


def test_every_rule_names_its_law_and_starts_with_a_year() -> None:
    for country, rules in RULES.items():
        assert len(country) == 2
        assert [rule.since for rule in rules] == sorted({rule.since for rule in rules})
        assert rules[0].since == date.min
        for rule in rules:
            assert rule.law
            assert 4 < rule.years < 15
            assert (rule.since.month, rule.since.day) == (1, 1)
    assert DEFAULT.years == 10
