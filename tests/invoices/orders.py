"""Orders in domain words for the tests of services, one step before the payloads."""

import itertools
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from saleor_invoices.domain.order import ChargeState, Order
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.order_observe import order_observe
from saleor_invoices.stores.models import Installation
from tests.domain import builders

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
_ids = itertools.count(1)


def at(minutes: float) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def order(order_id: str = "", **fields: Any) -> Order:
    """An unpaid confirmed order of 119.00 EUR, with an id of its own."""
    number = next(_ids)
    values = {"id": order_id or f"order-{number}", "number": str(1000 + number)}
    return builders.order(**{**values, **fields})


def paid(order_id: str = "", **fields: Any) -> Order:
    """The same, paid."""
    return order(order_id, charge=charged("119.00"), **fields)


def charged(amount: str, *, refunded: str = "0", total: str = "119.00") -> ChargeState:
    """What became of the money of an order of 119.00 EUR."""
    held, back = Decimal(amount), Decimal(refunded)
    return ChargeState(
        charged=held,
        refunded=back,
        balance=held - Decimal(total),
        is_paid=held >= Decimal(total),
        status="FULL" if held >= Decimal(total) else "PARTIAL" if held else "NONE",
    )


def issue(store: Installation, issued: Order | None = None) -> SalesDocument:
    """The invoice of a paid order, by the default policy."""
    document = order_observe(installation=store, order=issued or paid(), issued_at=NOON)
    assert document is not None
    return document
