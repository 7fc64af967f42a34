from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.states import PaymentStatus, amount_due, payment_status

AMOUNTS = st.decimals(0, 1000, places=2)


@pytest.mark.parametrize(
    ("payable", "charged", "refunded", "status", "due"),
    [
        ("100", "0", "0", "unpaid", "100"),
        ("100", "50", "0", "partially_paid", "50"),
        ("100", "100", "0", "paid", "0"),
        ("100", "100.01", "0", "overpaid", "0"),
        ("0", "0", "0", "paid", "0"),
        ("0", "1", "0", "overpaid", "0"),
        ("100", "0", "100", "refunded", "0"),
        ("131.33", "110.83", "20.50", "partially_refunded", "0"),
        ("100", "100", "20", "paid", "0"),  # only what was paid too much went back
        ("100", "30", "20", "partially_refunded", "50"),
    ],
)
def test_the_status_follows_the_money(
    payable: str, charged: str, refunded: str, status: str, due: str
) -> None:
    amounts = _amounts(payable, charged, refunded)
    assert payment_status(**amounts) == status
    assert amount_due(**amounts) == Decimal(due)


@pytest.mark.parametrize(
    ("payable", "charged", "refunded", "status"),
    [
        ("100", "0", "0", "cancelled"),
        ("0", "0", "0", "cancelled"),
        ("100", "100", "0", "paid"),
        ("100", "0", "100", "refunded"),
    ],
)
def test_a_cancelled_order_keeps_the_status_of_its_money(
    payable: str, charged: str, refunded: str, status: str
) -> None:
    assert payment_status(**_amounts(payable, charged, refunded), cancelled=True) == status


def _amounts(payable: str, charged: str, refunded: str) -> dict[str, Any]:
    named = {"payable": payable, "charged": charged, "refunded": refunded}
    return {name: Decimal(value) for name, value in named.items()}


@given(AMOUNTS, AMOUNTS, AMOUNTS, st.booleans())
def test_a_paid_document_is_never_due_and_an_unpaid_one_is(
    payable: Decimal, charged: Decimal, refunded: Decimal, cancelled: bool
) -> None:
    status = payment_status(
        payable=payable, charged=charged, refunded=refunded, cancelled=cancelled
    )
    due = amount_due(payable=payable, charged=charged, refunded=refunded)
    assert 0 <= due <= payable
    if status in {PaymentStatus.PAID, PaymentStatus.OVERPAID}:
        assert due == 0
    if status is PaymentStatus.UNPAID:
        assert due == payable > 0
