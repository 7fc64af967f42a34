"""Imported invoices: how they stand by the ledger's rows and by what of their order counts.

The sums are worked out here once more, by day-book: one row after the other, as they were written.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping

from django.db.models import F, Q, Sum

from saleor_invoices.domain.money import from_minor
from saleor_invoices.domain.settlement import Standing
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Allocation, Movement, OrderMoney, SalesDocument
from saleor_invoices.invoices.services.movement_record import IMPORT
from saleor_invoices.invoices.services.verification.payments import (
    batches,
    invoices,
    state_faults,
)
from saleor_invoices.invoices.services.verification.report import BATCH, Fault
from saleor_invoices.stores.models import Installation

_COLUMNS = {"came": "came_minor", "went": "went_minor", "disputed": "disputed_minor"}
_PLACES = {
    MovementKind.CHARGE: "came",
    MovementKind.MANUAL: "came",
    MovementKind.REFUND: "went",
    MovementKind.CHARGEBACK: "disputed",
    MovementKind.CREDIT: "credited",
}


def imported_faults(installation: Installation | None) -> Iterator[Fault]:
    """Look at the payment states of imported invoices, and at what of orders counts for them."""
    rows = invoices(installation).filter(source=SalesDocument.Source.IMPORTED)
    for group in batches(rows.iterator(chunk_size=BATCH)):
        books = _books(group)
        yield from state_faults(group, {row.pk: _standing(row, books[row.pk]) for row in group})
    yield from _order_faults(installation)


def _books(group: tuple[SalesDocument, ...]) -> Mapping[uuid.UUID, Mapping[str, int]]:
    """By document what of each kind counts: first hand, and the larger of the two tellers'."""
    own: defaultdict[tuple[uuid.UUID, str], int] = defaultdict(int)
    source: defaultdict[tuple[uuid.UUID, str], int] = defaultdict(int)
    late: defaultdict[tuple[uuid.UUID, str], int] = defaultdict(int)
    rows = Allocation.objects.filter(document__in=group).order_by("pk")
    named = ("document_id", "movement__kind", "movement__source", "amount_minor")
    for pk, kind, told_by, signed in rows.values_list(*named).iterator():
        name = _PLACES[MovementKind(kind)]
        amount = signed if name in ("came", "credited") else -signed
        place = (pk, name)
        if told_by != IMPORT or name == "credited":
            own[place] += amount
            late[place] = max(late[place] + amount, 0)
            continue
        known = max(min(amount, late[place]), 0)
        late[place] -= known
        source[place] += amount - known
    order = OrderMoney.objects.in_bulk([row.pk for row in group])
    return {
        row.pk: {
            "credited": own[row.pk, "credited"],
            **{
                name: own[row.pk, name]
                + max(source[row.pk, name], getattr(order.get(row.pk), column, 0))
                for name, column in _COLUMNS.items()
            },
        }
        for row in group
    }


def _standing(document: SalesDocument, book: Mapping[str, int]) -> Standing:
    return Standing(
        collectable=from_minor(document.collectable_minor, document.currency),
        charged=from_minor(book["came"], document.currency),
        refunded=from_minor(book["went"], document.currency),
        disputed=from_minor(book["disputed"], document.currency),
        credited=from_minor(book["credited"], document.currency),
    )


def _order_faults(installation: Installation | None) -> Iterator[Fault]:
    """Nothing counts for an invoice of another order, nor more than an order's free money."""
    rows = OrderMoney.objects.all()
    if installation is not None:
        rows = rows.filter(order__installation=installation)
    astray = ~Q(document__order=F("order")) | Q(document__order__isnull=True)
    for number in rows.filter(astray | ~Q(document__source="imported")).values_list(
        "document__number", flat=True
    ):
        yield Fault(code="ORDER_MONEY", number=number, detail="it is not of this order")
    sums = [Sum(column) for column in _COLUMNS.values()]
    given = rows.order_by().values_list("order_id", "order__number").annotate(*sums)
    for order_id, number, *amounts in given:
        free = _free(order_id)
        for name, amount in zip(_COLUMNS, amounts, strict=True):
            if amount > free[name]:
                detail = f"{name}: {amount} of {free[name]}"
                yield Fault(code="ORDER_MONEY", number=number, detail=detail)


def _free(order_id: int) -> Mapping[str, int]:
    """What of the order's money counts for no document, by its kind."""
    found = dict.fromkeys(_COLUMNS, 0)
    of_order = Movement.objects.filter(order=order_id)
    for kind, amount in of_order.values_list("kind", "amount_minor"):
        _add(found, kind, amount)
    used = Allocation.objects.filter(movement__order=order_id)
    for kind, amount in used.values_list("movement__kind", "amount_minor"):
        _add(found, kind, -amount)
    return found


def _add(found: dict[str, int], kind: str, amount: int) -> None:
    name = _PLACES[MovementKind(kind)]
    if name in found:
        found[name] += amount if name == "came" else -amount
