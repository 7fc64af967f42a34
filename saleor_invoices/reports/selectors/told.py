"""Money of imported invoices that more than one tells of (``domain.told``), movement by movement.

Only of those where it makes a difference: the others' allocations say it all.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from saleor_invoices.domain.states import MovementKind
from saleor_invoices.domain.told import told_apart
from saleor_invoices.invoices.models import Allocation, Movement, OrderMoney, SalesDocument
from saleor_invoices.invoices.services.movement_record import IMPORT

_GROUPS = (
    ((MovementKind.CHARGE, MovementKind.MANUAL), "came_minor", 1),
    ((MovementKind.REFUND,), "went_minor", -1),
    ((MovementKind.CHARGEBACK,), "disputed_minor", -1),
)


class Counted(NamedTuple):
    """What of a movement, or of an order's money, counts; what the shop got is above zero."""

    kind: str
    minor: int
    at: datetime
    reference: str


def told_counted(invoices: QuerySet[SalesDocument]) -> Mapping[uuid.UUID, list[Counted]]:
    """By document, for those of which both tell; credits are among them."""
    documents = list(_told_twice(invoices).values_list("pk", flat=True))
    if not documents:
        return {}
    of_order = OrderMoney.objects.in_bulk(documents)
    ends = _last_moved(row.order_id for row in of_order.values())
    rows: dict[uuid.UUID, list[Allocation]] = defaultdict(list)
    allocations = Allocation.objects.filter(document__in=documents).select_related("movement")
    for row in allocations.order_by("pk"):
        rows[row.document_id].append(row)
    return {pk: list(_counted(rows[pk], of_order.get(pk), ends)) for pk in documents}


def _told_twice(invoices: QuerySet[SalesDocument]) -> QuerySet[SalesDocument]:
    of_it = Allocation.objects.filter(document=OuterRef("pk"))
    money = of_it.exclude(movement__kind=MovementKind.CREDIT)
    of_order = Q(order_money__came_minor__gt=0) | Q(order_money__went_minor__gt=0)
    both = Exists(money.filter(movement__source=IMPORT)) & Exists(
        money.exclude(movement__source=IMPORT)
    )
    imported = invoices.filter(source=SalesDocument.Source.IMPORTED)
    return imported.filter(of_order | both).order_by()


def _last_moved(orders: Iterable[int]) -> Mapping[tuple[int, str], datetime]:
    """When an order's money of a kind moved last."""
    rows = Movement.objects.filter(order__in=set(orders)).order_by()
    found = rows.values_list("order_id", "kind").annotate(Max("occurred_at"))
    return {(order, kind): at for order, kind, at in found}


def _counted(
    rows: list[Allocation], order: OrderMoney | None, ends: Mapping[tuple[int, str], datetime]
) -> Iterator[Counted]:
    for row in rows:
        if row.movement.kind == MovementKind.CREDIT:
            yield _of(row, row.amount_minor)
    for kinds, column, sign in _GROUPS:
        mine = [row for row in rows if row.movement.kind in kinds]
        said = [(row.movement.source == IMPORT, sign * row.amount_minor) for row in mine]
        beyond = 0
        for row, (is_told, _, adds) in zip(mine, told_apart(said), strict=True):
            beyond += adds if is_told else 0
            if adds:
                yield _of(row, sign * adds)
        rest = getattr(order, column, 0) - beyond
        at = max((ends[order.order_id, kind] for kind in kinds
                  if order and (order.order_id, kind) in ends), default=None)  # fmt: skip
        if rest > 0 and at is not None:
            yield Counted(kinds[0], sign * rest, at, "")


def _of(row: Allocation, minor: int) -> Counted:
    moved = row.movement
    return Counted(moved.kind, minor, moved.occurred_at, moved.reference or moved.method)
