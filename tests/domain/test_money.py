from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.money import exponent, from_minor, quantize, to_minor, unit
from tests.strategies import currencies


@pytest.mark.parametrize(
    ("currency", "decimals"), [("JPY", 0), ("EUR", 2), ("PLN", 2), ("KWD", 3), ("RSD", 0)]
)
def test_a_currency_has_the_decimals_that_saleor_rounds_by(currency: str, decimals: int) -> None:
    assert exponent(currency) == decimals
    assert unit(currency) == Decimal(1).scaleb(-decimals)


@pytest.mark.parametrize("currency", ["", "eur", "EURO", "ZZZ", "€"])
def test_an_unknown_currency_is_refused_by_name(currency: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        exponent(currency)
    assert refusal.value.code == "UNKNOWN_CURRENCY"
    assert refusal.value.params["currency"] == currency


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [
        ("1.005", "EUR", "1.01"),
        ("-1.005", "EUR", "-1.01"),
        ("1.0049", "EUR", "1.00"),
        ("0.5", "JPY", "1"),
        ("13.4235", "KWD", "13.424"),
        ("-0.001", "EUR", "0.00"),
    ],
)
def test_quantize_rounds_halves_away_from_zero(amount: str, currency: str, rounded: str) -> None:
    assert str(quantize(Decimal(amount), currency)) == rounded


@given(currencies, st.integers(-(10**15), 10**15))
def test_minor_amounts_come_back_exactly(currency: str, minor: int) -> None:
    amount = from_minor(minor, currency)
    assert to_minor(amount, currency) == minor
    assert quantize(amount, currency) == amount


@given(currencies, st.decimals(-(10**9), 10**9, places=5))
def test_to_minor_never_loses_a_part_of_the_smallest_unit(currency: str, amount: Decimal) -> None:
    if quantize(amount, currency) == amount:
        assert from_minor(to_minor(amount, currency), currency) == amount
        return
    with pytest.raises(InvalidInput) as refusal:
        to_minor(amount, currency)
    assert refusal.value.code == "INEXACT_AMOUNT"


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(amount: str) -> None:
    for convert in (to_minor, quantize):
        with pytest.raises(InvalidInput) as refusal:
            convert(Decimal(amount), "EUR")
        assert refusal.value.code == "INEXACT_AMOUNT"
