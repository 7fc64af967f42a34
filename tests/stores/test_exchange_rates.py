"""Exchange rates: exact on every database, of the day or shortly before, noted when replaced."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from saleor_invoices.domain import document
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.stores.exchange import exchange_rate_for, plain
from saleor_invoices.stores.models import ExchangeRate, Installation, SettingChange
from saleor_invoices.stores.services.exchange_rate import exchange_rate_set
from tests.plugins import factories

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


@pytest.fixture
def store(db: None) -> Installation:
    """A store."""
    return factories.installation()


def _set(store: Installation, rate: str | Decimal = "4.2618", **changes: Any) -> ExchangeRate:
    values: dict[str, Any] = {
        "currency": "EUR",
        "target": "PLN",
        "on": DAY,
        "source": "ECB",
        "entered_by": "staff:1",
    }
    return exchange_rate_set(installation=store, rate=Decimal(rate), **{**values, **changes})


def _on(store: Installation, on: date, target: str = "PLN") -> document.ExchangeRate | None:
    return exchange_rate_for(installation=store, currency="EUR", target=target, on=on)


def test_the_newest_rate_of_the_day_or_before_holds_for_31_days(store: Installation) -> None:
    _set(store, "4.10", on=DAY - timedelta(days=3))
    _set(store, "4.20")
    _set(store, "4.30", on=DAY + timedelta(days=1))
    expected = document.ExchangeRate(rate=Decimal("4.2"), on=DAY, source="ECB")
    assert _on(store, DAY) == expected
    assert _on(store, DAY - timedelta(days=1)) == document.ExchangeRate(
        rate=Decimal("4.1"), on=DAY - timedelta(days=3), source="ECB"
    )
    last = DAY + timedelta(days=32)
    assert _on(store, last) == document.ExchangeRate(
        rate=Decimal("4.3"), on=DAY + timedelta(days=1), source="ECB"
    )
    assert _on(store, last + timedelta(days=1)) is None
    assert _on(store, DAY - timedelta(days=4)) is None


def test_a_rate_is_of_its_store_its_currencies_and_its_direction(store: Installation) -> None:
    _set(store)
    other = factories.installation("https://other.example.com/graphql/")
    assert _on(other, DAY) is None
    assert _on(store, DAY, "CZK") is None
    turned = exchange_rate_for(installation=store, currency="PLN", target="EUR", on=DAY)
    assert turned is None


class Exactly(TestCase):
    """A rate comes back as it was entered."""

    @settings(max_examples=50)
    @given(
        st.integers(1, 10**15 - 1).flatmap(
            lambda digits: st.integers(0, 12).map(lambda places: Decimal(digits).scaleb(-places))
        )
    )
    def test_a_rate_comes_back_to_the_last_digit(self, rate: Decimal) -> None:
        store = factories.installation()
        try:
            _set(store, rate)
        except InvalidInput:
            assert rate.adjusted() >= 12
            return
        found = _on(store, DAY)
        assert found is not None
        assert found.rate == rate == ExchangeRate.objects.get().rate
        assert int(found.rate.as_tuple().exponent) <= 0


def test_a_second_rate_of_the_day_replaces_the_first_and_the_history_keeps_it(
    store: Installation,
) -> None:
    first = _set(store, "4.2618")
    assert _set(store, "4.26180", entered_by="staff:2").entered_by == "staff:1"  # the same
    second = _set(store, "4.27", source="NBP", entered_by="key:ERP")
    assert (second.pk, second.entered_by) == (first.pk, "key:ERP")
    rows = SettingChange.objects.order_by("pk").values_list(
        "level", "name", "key", "before", "after", "changed_by"
    )
    old, new = {"rate": "4.2618", "source": "ECB"}, {"rate": "4.27", "source": "NBP"}
    assert list(rows) == [
        ("exchange_rate", "EUR/PLN", "2026-03-02", None, old, "staff:1"),
        ("exchange_rate", "EUR/PLN", "2026-03-02", old, new, "key:ERP"),
    ]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"rate": "0"}, "rate"),
        ({"rate": "-1"}, "rate"),
        ({"rate": "NaN"}, "rate"),
        ({"rate": "Infinity"}, "rate"),
        ({"rate": "1234567890123.123"}, "rate"),  # 16 digits
        ({"rate": "0.0000000000001"}, "rate"),
        ({"rate": "1e12"}, "rate"),
        ({"rate": "1." + "0" * 60 + "1"}, "rate"),
        ({"currency": "EURO"}, "currency"),
        ({"target": "XQX"}, "target"),
        ({"target": "EUR"}, "target"),
        ({"source": "  "}, "source"),
        ({"source": "x" * 61}, "source"),
        ({"on": date(1998, 12, 31)}, "on"),
        ({"on": date(9999, 12, 31)}, "on"),
    ],
)
def test_what_is_no_rate_is_refused(
    store: Installation, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        _set(store, **changes)
    assert refused.value.code in ("EXCHANGE_RATE_INVALID", "UNKNOWN_CURRENCY")
    assert refused.value.params["field"] == field
    assert not ExchangeRate.objects.exists()
    assert not SettingChange.objects.exists()


def test_a_day_that_began_in_the_east_already_is_taken(store: Installation) -> None:
    tomorrow = timezone.now().date() + timedelta(days=1)
    _set(store, on=tomorrow)
    with pytest.raises(InvalidInput):
        _set(store, on=tomorrow + timedelta(days=2))


def test_a_rate_is_shown_without_exponent_and_added_zeros() -> None:
    for given_, shown in (("1.070000", "1.07"), ("100.00", "100"), ("1E+3", "1000")):
        assert str(plain(Decimal(given_))) == shown
