"""What an imported invoice's source tells of its money, beside what is known first hand."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from saleor_invoices.domain.states import MovementKind
from saleor_invoices.domain.told import Telling, telling
from saleor_invoices.invoices.models import Allocation, OrderMoney, SalesDocument
from saleor_invoices.invoices.services.movement_record import IMPORT

_IN = (MovementKind.CHARGE, MovementKind.MANUAL)
_NONE = OrderMoney()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMoney:
    """An imported invoice's allocations by kind, and what of its order's money counts for it."""

    came: Telling
    went: Telling
    disputed: Telling
    credited: int
    order: OrderMoney

    @property
    def charged_minor(self) -> int:
        """What came."""
        return self.came.counted(self.order.came_minor)

    @property
    def refunded_minor(self) -> int:
        """What went back."""
        return self.went.counted(self.order.went_minor)

    @property
    def disputed_minor(self) -> int:
        """What the buyer's bank took back."""
        return self.disputed.counted(self.order.disputed_minor)

    @property
    def unseen_minor(self) -> int:
        """What the source could tell of without anything more being counted."""
        return self.came.untold + max(self.order.came_minor - self.came.beyond, 0)


def told_money(documents: Iterable[SalesDocument]) -> Mapping[uuid.UUID, ToldMoney]:
    """By document; two queries."""
    pks = [row.pk for row in documents]
    rows: dict[uuid.UUID, list[tuple[str, bool, int]]] = {pk: [] for pk in pks}
    found = Allocation.objects.filter(document__in=pks).order_by("pk")
    named = ("document_id", "movement__kind", "movement__source", "amount_minor")
    for pk, kind, source, amount in found.values_list(*named):
        rows[pk].append((kind, source == IMPORT, amount))
    of_order = OrderMoney.objects.in_bulk(pks)
    return {pk: _told(rows[pk], of_order.get(pk, _NONE)) for pk in pks}


def _told(rows: list[tuple[str, bool, int]], order: OrderMoney) -> ToldMoney:
    back = (MovementKind.REFUND,)
    taken = (MovementKind.CHARGEBACK,)
    return ToldMoney(
        came=telling((told, amount) for kind, told, amount in rows if kind in _IN),
        went=telling((told, -amount) for kind, told, amount in rows if kind in back),
        disputed=telling((told, -amount) for kind, told, amount in rows if kind in taken),
        credited=sum(amount for kind, _, amount in rows if kind == MovementKind.CREDIT),
        order=order,
    )
