"""An order that is read between two of Saleor's writes: events, then amounts, then the order's own.

Saleor saves the three one after another. Whoever asks meanwhile sees money that is not there.
"""

from dataclasses import replace

import pytest

from saleor_invoices.domain.order import ZERO, Order
from saleor_invoices.invoices.models import Problem
from saleor_invoices.stores.models import Installation
from tests.invoices.money import Life, life, movements, standing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seller")]


def between(before: Order, after: Order) -> dict[str, Order]:
    """What Saleor shows on the way from one state to the next."""
    (told,) = after.payments
    (old,) = before.payments or (replace(told, charged=ZERO, refunded=ZERO),)
    stale = replace(told, charged=old.charged, refunded=old.refunded)
    event = replace(after, charge=before.charge, payments=(stale,))
    reckoned = replace(after.charge, charged=before.charge.charged)  # totalRefunded is no column
    return {"event": event, "amounts": replace(after, charge=reckoned), "order": after}


def met(found: Life, stages: tuple[str, ...], verb: str, amount: str) -> None:
    """Something happens, and the app looks at these stages of it; the last is told by an event."""
    before = found.order
    getattr(found, verb)(amount)
    states = between(before, found.order)
    for number, stage in enumerate(stages):
        found.tell(states[stage], minute=found.minute + number / 10)
    found.tell(minute=found.minute + 0.5)


@pytest.mark.parametrize(
    "stages",
    [(), ("event",), ("amounts",), ("event", "amounts")],
    ids="+".join,
)
def test_a_life_that_is_looked_at_in_between_is_the_same_life(
    store: Installation, stages: tuple[str, ...]
) -> None:
    found = life(store).charge("184.40").tell()
    met(found, stages, "refund", "50.00")
    met(found, stages, "charge_back", "20.00")
    met(found, stages, "refund", "30.00")
    assert found.credited() == [5000, 3000]
    moved = [row for row in movements(found.record) if row[0] != "credit"]
    assert moved == [
        ("charge", 18440),
        ("refund", -5000),
        ("chargeback", -2000),
        ("refund", -3000),
    ]
    assert standing(found.invoice)[1:] == (8440, 2000)
    assert not Problem.objects.filter(resolved_at=None).exists()


@pytest.mark.parametrize("stages", [(), ("event",), ("amounts",)], ids="+".join)
def test_the_first_charge_that_is_looked_at_in_between_pays_once(
    store: Installation, stages: tuple[str, ...]
) -> None:
    found = life(store)
    met(found, stages, "charge", "184.40")
    assert [row for row in movements(found.record) if row[1]] == [("charge", 18440)]
    assert standing(found.invoice) == ("paid", 18440, 0)
