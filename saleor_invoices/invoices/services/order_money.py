"""What of an order's money counts for the imported invoices that are linked to it.

Their source tells what was paid, and Saleor does too; ``domain.told`` has the rule. Nothing is
written to the ledger for it: the order's movements stay free, and each invoice has a row that says
how much of them counts for it. It is worked out anew from the ledger under the lock of the order,
so that late, repeated and concurrent events end alike.
"""

import uuid
from collections.abc import Mapping

from django.db import transaction
from django.db.models import F, QuerySet

from saleor_invoices import background
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.states import DocumentState, MovementKind
from saleor_invoices.domain.told import Place, share
from saleor_invoices.invoices.models import OrderMoney, OrderRecord, SalesDocument
from saleor_invoices.invoices.services import listeners
from saleor_invoices.invoices.services.ledger_allocate import unallocated
from saleor_invoices.invoices.services.order_issue import order_lock
from saleor_invoices.invoices.services.payment_follow import payment_follow, payments_follow
from saleor_invoices.invoices.services.told_money import ToldMoney, told_money
from saleor_invoices.stores.models import Installation

FOLLOW_TASK = "saleor_invoices.invoices.tasks.order_money"
READ_TASK = "saleor_invoices.invoices.tasks.order_money_read"
_AMOUNTS = ("came_minor", "went_minor", "disputed_minor")


def order_money_follow(*, record: OrderRecord) -> None:
    """Share the order's money out anew, and have its imported invoices stand accordingly.

    Must run under the lock of the order's row, after its own invoices got their money.
    """
    invoices = imports_of(record)
    if not invoices:
        return
    listeners.order_money(record)
    told = told_money(invoices)
    shared = _shared(record, invoices, told)
    for document in invoices:
        before, wanted = told[document.pk].order, shared[document.pk]
        if all(getattr(before, name) == getattr(wanted, name) for name in ("order_id", *_AMOUNTS)):
            continue
        OrderMoney.objects.bulk_create(
            [wanted],
            update_conflicts=True,
            unique_fields=["document"],
            update_fields=["order", *_AMOUNTS],
        )
    payments_follow(documents=invoices)


def imports_of(record: OrderRecord) -> list[SalesDocument]:
    """The imported invoices that are linked to an order, oldest first; locked."""
    # By their key, as everyone locks them who needs several; aged afterwards.
    rows = SalesDocument.objects.select_for_update(of=("self",), no_key=True).filter(
        order=record,
        source=SalesDocument.Source.IMPORTED,
        state=DocumentState.ISSUED,
        kind=DocumentKind.INVOICE,
        currency=record.currency,
    )
    found = list(rows.order_by("pk"))
    for row in found:
        row.installation = record.installation
    return sorted(found, key=lambda row: (str(row.issue_date or ""), str(row.pk)))


def order_money_later(document: SalesDocument) -> None:
    """Have the order's money shared out anew once this is committed: its lock comes first."""
    if document.order_id is not None:
        background.enqueue(FOLLOW_TASK, document.order_id)


def order_money_again(*, record: OrderRecord) -> None:
    """Share an order's money out anew."""
    with transaction.atomic():
        order_money_follow(record=order_lock(record))


def orders_unshared(*, limit: int) -> list[int]:
    """Orders with a linked import for which nobody has looked yet what counts of their money."""
    rows = _linked().filter(order_money__isnull=True, order__currency=F("currency"))
    return list(rows.order_by().values_list("order_id", flat=True).distinct()[:limit])


def orders_unread(*, limit: int) -> list[int]:
    """Orders with an open import of which Saleor was not heard: any of them, so that each has its
    turn although some can't be read.
    """
    rows = _linked().filter(
        order__seen_issued_at__isnull=True,
        payment__balance_minor__gt=0,
        installation__state=Installation.State.ACTIVE,
    )
    return list(rows.order_by("?").values_list("order_id", flat=True)[:limit])


def _linked() -> QuerySet[SalesDocument]:
    return SalesDocument.objects.filter(
        source=SalesDocument.Source.IMPORTED,
        state=DocumentState.ISSUED,
        kind=DocumentKind.INVOICE,
        order__isnull=False,
    )


def order_money_leave(*, document: SalesDocument) -> None:
    """A locked document is of no order any more: what counted of its money does no longer."""
    rows = OrderMoney.objects.filter(document=document).select_related("order")
    for row in rows:
        background.enqueue(FOLLOW_TASK, row.order_id)  # another invoice's turn
    if rows.delete()[0]:
        payment_follow(document=document)


def order_money_missing(*, document: SalesDocument, record: OrderRecord) -> None:
    """Ask Saleor for the money of an order that is linked and never was heard of, if it matters."""
    is_open = document.kind == DocumentKind.INVOICE and _is_open(document)
    if is_open and record.seen_issued_at is None:
        background.enqueue(READ_TASK, record.pk)


def _is_open(document: SalesDocument) -> bool:
    return SalesDocument.objects.filter(pk=document.pk, payment__balance_minor__gt=0).exists()


def _shared(
    record: OrderRecord, invoices: list[SalesDocument], told: Mapping[uuid.UUID, ToldMoney]
) -> dict[uuid.UUID, OrderMoney]:
    places = [_place(row, told[row.pk]) for row in invoices]
    rests: dict[str, int] = {}
    for movement, rest in unallocated(record):
        rests[movement.kind] = rests.get(movement.kind, 0) + rest
    share(
        places,
        came=max(rests.get(MovementKind.CHARGE, 0) + rests.get(MovementKind.MANUAL, 0), 0),
        went=max(-rests.get(MovementKind.REFUND, 0), 0),
        disputed=max(-rests.get(MovementKind.CHARGEBACK, 0), 0),
    )
    return {
        row.pk: OrderMoney(
            document=row,
            order=record,
            came_minor=place.came,
            went_minor=place.went,
            disputed_minor=place.disputed,
        )
        for row, place in zip(invoices, places, strict=True)
    }


def _place(document: SalesDocument, told: ToldMoney) -> Place:
    came, went, disputed = told.came, told.went, told.disputed
    return Place(
        wants=max(document.collectable_minor - came.first_hand, 0),
        holds=came.first_hand - went.first_hand - disputed.first_hand,
        credited=told.credited,
        told_in=came.beyond,
        told_back=went.beyond,
    )
