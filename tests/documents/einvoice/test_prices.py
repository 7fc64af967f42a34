"""BT-131 = BT-146 / BT-149 x BT-129 + charges - allowances, to the cent, whatever the line."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.documents.einvoice.prices import Price, line_total, net_price, price_total
from saleor_invoices.domain.document import Line, LineAdjustment
from tests.documents.samples import sample_line

CENT = Decimal("0.01")
EXACT = Context(prec=80)
cents = st.integers(0, 10**10).map(lambda value: Decimal(value).scaleb(-2))
quantities = st.one_of(
    st.integers(1, 10**7).map(Decimal),
    st.decimals("0.001", "100000", places=3, allow_nan=False, allow_infinity=False),
)


def line(net: str, quantity: str, **changes: Any) -> Line:
    return replace(sample_line(1), net_amount=Decimal(net), quantity=Decimal(quantity), **changes)


@pytest.mark.parametrize(
    ("net", "quantity", "price", "base"),
    [
        ("20.24", "1", "20.24", "1"),
        ("59.97", "3", "19.99", "1"),
        ("10.00", "3", "3.333", "1"),
        ("0.01", "3", "0.003", "1"),
        ("0.00", "7", "0.00", "1"),
        ("100.00", "7000", "0.014286", "1"),
        ("12345678.91", "9999999", "12345678.91", "9999999"),  # more than eight decimals
        ("1.01", "0.5", "2.02", "1"),
    ],
)
def test_the_price_has_the_fewest_decimals_that_do(
    net: str, quantity: str, price: str, base: str
) -> None:
    assert net_price(line(net, quantity)) == Price(Decimal(price), Decimal(base))


def test_allowances_are_before_and_charges_behind_the_price() -> None:
    discounted = line(
        "54.00",
        "3",
        allowances=(LineAdjustment(amount=Decimal("6.00")),),
        charges=(LineAdjustment(amount=Decimal("1.50")),),
    )
    assert price_total(discounted) == Decimal("58.50")
    assert net_price(discounted) == Price(Decimal("19.50"))


@given(cents, quantities, cents, cents)
def test_the_identity_holds_to_the_cent(
    net: Decimal, quantity: Decimal, allowance: Decimal, charge: Decimal
) -> None:
    sold = line(
        str(net + charge),
        str(quantity),
        allowances=(LineAdjustment(amount=allowance),),
        charges=(LineAdjustment(amount=charge),),
    )
    price = net_price(sold)
    # Written out anew, as a receiver would calculate it.
    each = EXACT.divide(price.amount, price.base_quantity)
    total = EXACT.multiply(each, quantity) + charge - allowance
    assert total.quantize(CENT, rounding=ROUND_HALF_UP) == sold.net_amount
    assert line_total(price, quantity) == price_total(sold)
    assert price.amount >= 0
    assert price.base_quantity in {1, quantity}
