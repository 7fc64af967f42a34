"""``verify_ledger`` works out how imports stand from the ledger's rows, and tells what differs."""

from typing import Any

import pytest

from saleor_invoices.invoices.models import Allocation, Movement, OrderMoney, PaymentState
from saleor_invoices.stores.models import LegalEntity
from tests.imports.linked import bring, by_hand, life, link, stands
from tests.invoices.conftest import configure, seller
from tests.invoices.tampering import faults

__all__ = ["configure", "seller"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def paid(seller: LegalEntity) -> None:
    """An import on which Saleor's 50.00, its source's 60.00 and 10.00 by hand were told."""
    bring(seller, 1, ("erp-1", "60.00"))
    order = life(seller).charge("50.00")
    link(1, order)
    by_hand(1, "10.00")
    order.tell()
    assert stands() == ("partially_paid", 7000, 4900)


@pytest.mark.parametrize(
    ("column", "value", "right"),
    [
        ("status", "paid", "partially_paid"),
        ("paid_minor", 11900, 7000),
        ("balance_minor", 0, 4900),
        ("refunded_minor", 5, 0),
        ("credited_minor", 5, 0),
        ("disputed_minor", 5, 0),
        ("due_date", None, "2026-03-16"),
    ],
)
@pytest.mark.usefixtures("paid")
def test_a_state_that_was_changed_is_told(column: str, value: object, right: object) -> None:
    PaymentState.objects.update(**{column: value})
    assert faults() == [("PAYMENT_STATE", "R-1", f"{column}: {value} != {right}")]


@pytest.mark.usefixtures("paid")
def test_a_state_that_is_gone_is_told() -> None:
    PaymentState.objects.all().delete()
    assert faults() == [("PAYMENT_STATE_MISSING", "R-1", "")]


@pytest.mark.usefixtures("paid")
def test_more_than_the_order_has_is_told() -> None:
    OrderMoney.objects.update(came_minor=5001)
    (told,) = faults()  # the state is right: its source told of more
    assert (told[0], told[2]) == ("ORDER_MONEY", "came: 5001 of 5000")


@pytest.mark.parametrize("name", ["went", "disputed"])
@pytest.mark.usefixtures("paid")
def test_what_never_went_back_is_told(name: str) -> None:
    OrderMoney.objects.update(**{f"{name}_minor": 100})
    found = faults()
    assert ("ORDER_MONEY", f"{name}: 100 of 0") in [(code, detail) for code, _, detail in found]
    assert any(code == "PAYMENT_STATE" for code, *_ in found)


@pytest.mark.usefixtures("paid")
def test_money_of_another_order_is_told(seller: LegalEntity) -> None:
    other = life(seller).charge("50.00").tell()
    before = {code for code, *_ in faults()}
    OrderMoney.objects.update(order=other.record)
    assert {code for code, *_ in faults()} - before == {"ORDER_MONEY"}


def test_a_row_that_was_added_is_told(seller: LegalEntity) -> None:
    bring(seller)
    row: dict[str, Any] = {
        "amount_minor": 500,
        "currency": "EUR",
        "occurred_at": "2026-03-03T12:00Z",
    }
    moved = Movement.objects.create(
        installation=seller.installation, kind="manual", key="forged", source="import", **row
    )
    Allocation.objects.create(
        movement=moved, document=PaymentState.objects.get().document, amount_minor=500
    )
    assert {code for code, *_ in faults()} == {"PAYMENT_STATE"}
