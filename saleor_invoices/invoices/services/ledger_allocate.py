"""Which document a movement of money counts for: oldest first, and never twice.

Everything here runs under the lock of the order's row; the documents are locked as well, because a
collective invoice gets money from several orders.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q, Sum

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.money import to_minor
from saleor_invoices.domain.states import DocumentState, MovementKind
from saleor_invoices.invoices.models import (
    Allocation,
    CreditDecision,
    Movement,
    OrderRecord,
    SalesDocument,
)
from saleor_invoices.invoices.services.payment_follow import payments_follow, standing_of

INCOME = (MovementKind.CHARGE, MovementKind.MANUAL)
PAID = (*INCOME, MovementKind.CHARGEBACK)


def invoices_of(*records: OrderRecord) -> list[SalesDocument]:
    """The orders' issued invoices, oldest first; locked until the transaction ends.

    Imported ones are left out: their source tells of their money too (``order_money``).

    Whoever issues for an order locks its invoices before any number series: a collective invoice
    hangs on several orders, and two workers must not wait for each other.
    """
    found = SalesDocument.objects.select_for_update(of=("self",), no_key=True).filter(
        Q(order__in=records) | Q(coverage__order__in=records),
        state=DocumentState.ISSUED,
        kind="invoice",
        source=SalesDocument.Source.OWN,
    )
    rows = {row.pk: row for row in found.order_by("issued_at", "sequence", "pk")}
    for row in rows.values():
        row.installation = records[0].installation
    return list(rows.values())


def unallocated(record: OrderRecord) -> list[tuple[Movement, int]]:
    """The order's movements with what of each counts for no document yet, oldest first."""
    rows = record.movements.annotate(used=Sum("allocations__amount_minor"))
    return [
        (row, row.amount_minor - (row.used or 0))
        for row in rows.order_by("occurred_at", "pk")
        if row.amount_minor != (row.used or 0)
    ]


def available_minor(record: OrderRecord) -> int:
    """What came in for the order, stayed, and counts for no document yet.

    Refunds are left out, failed ones too: what they took back is credited.
    """
    return max(sum(rest for row, rest in unallocated(record) if row.kind in PAID), 0)


def ledger_allocate(
    *,
    record: OrderRecord,
    invoices: Sequence[SalesDocument],
    is_covered: bool,
    only_income: bool = False,
    before: Movement | None = None,
) -> None:
    """Give the order's money to its invoices.

    What came in fills what is open, oldest first. What went back is taken from the invoice that was
    credited for it, else from what counts for no invoice, the one that holds too much, the newest.
    What is left over stays with the order while a part of it is not invoiced (``is_covered``), and
    lies on its last invoice, as an overpayment, when all is. ``before``: what went back later than
    this movement, or by it, waits. Where imported invoices are linked, what is left over is theirs.
    """
    if not invoices:
        return
    is_covered = is_covered and not _has_imports(record)
    desks = [_Desk(document=document) for document in invoices]
    moved = unallocated(record)
    credited = _credited([(row, rest) for row, rest in moved if rest < 0], desks)
    # What both came and went, and counts for no invoice, is never given out.
    budget = max(sum(rest for _, rest in moved) + sum(credited.values()), 0)
    spare = 0
    for row, rest in ((row, rest) for row, rest in moved if rest > 0):
        used = _come_in(row, rest, desks, None if is_covered else budget)
        budget, spare = budget - used, spare + rest - used
    for row, rest in ((row, rest) for row, rest in moved if rest < 0 and not only_income):
        if before is None or _age(row) < _age(before):
            spare = _go_back(row, rest, desks, credited, None if is_covered else spare)
    Allocation.objects.bulk_create([row for desk in desks for row in desk.new])
    payments_follow(documents=invoices)


def _has_imports(record: OrderRecord) -> bool:
    rows = record.documents.filter(source=SalesDocument.Source.IMPORTED, kind=DocumentKind.INVOICE)
    return rows.exists()


def ledger_release(*, document: SalesDocument, actor: str) -> None:
    """Take the money back from a document that was credited in full, for others of its order.

    What its credit notes paid back stays: only money that still lies there can go elsewhere.
    """
    desk = _Desk(document=document)
    held = desk.held
    rows = Allocation.objects.filter(document=document).values("movement")
    sums = rows.annotate(total=Sum("amount_minor")).order_by("-movement")
    for row in sums:
        movement = Movement.objects.get(pk=row["movement"])
        part = min(held, row["total"])
        # Money without an order, recorded on a collective invoice, would be lost from sight.
        if movement.kind in INCOME and movement.order_id is not None and part > 0:
            Allocation.objects.create(
                movement=movement, document=document, amount_minor=-part, created_by=actor
            )
            held -= part
    payments_follow(documents=[document], actor=actor)


@dataclass(slots=True)
class _Desk:
    """One invoice while money is being given out; amounts in the smallest unit."""

    document: SalesDocument
    new: list[Allocation] = field(default_factory=list)
    open: int = field(init=False)  # what it still wants; below zero: it holds too much
    held: int = field(init=False)
    refunded: int = field(init=False)

    def __post_init__(self) -> None:
        standing, currency = standing_of(self.document), self.document.currency
        held = standing.charged - standing.refunded - standing.disputed
        self.held = to_minor(held, currency)
        self.refunded = to_minor(standing.refunded, currency)
        self.open = to_minor(standing.collectable - standing.credited - held, currency)

    def take(self, movement: Movement, amount: int) -> None:
        if not amount:
            return
        self.new.append(Allocation(movement=movement, document=self.document, amount_minor=amount))
        self.held += amount
        self.open -= amount
        if movement.kind == MovementKind.REFUND:
            self.refunded -= amount


def _come_in(movement: Movement, rest: int, desks: list[_Desk], budget: int | None) -> int:
    """Returns how much counts for an invoice now, at most ``budget``. None: all must."""
    is_refund = movement.kind == MovementKind.REFUND  # one that failed: back to where it was taken
    left = offer = rest if budget is None else min(rest, budget)
    for desk in desks:
        part = min(left, max(desk.refunded if is_refund else desk.open, 0))
        desk.take(movement, part)
        left -= part
    if budget is None:
        desks[-1].take(movement, left)
        return rest
    return offer - left


def _go_back(
    movement: Movement,
    rest: int,
    desks: list[_Desk],
    credited: Mapping[tuple[int, object], int],
    spare: int | None,
) -> int:
    """Returns what is spare then: money of the order that counts for no invoice. None: all does."""
    of_it = ((desk, credited.get((movement.pk, desk.document.pk), 0)) for desk in desks)
    rest = _take_back(movement, rest, ((desk, min(part, desk.held)) for desk, part in of_it))
    kept = min(-rest, spare or 0)
    rest = _take_back(movement, rest + kept, ((desk, min(-desk.open, desk.held)) for desk in desks))
    rest = _take_back(movement, rest, ((desk, desk.held) for desk in reversed(desks)))
    if spare is None:
        desks[-1].take(movement, rest)
    return (spare or 0) - kept


def _take_back(movement: Movement, rest: int, offers: Iterable[tuple[_Desk, int]]) -> int:
    for desk, offer in offers:
        part = min(-rest, max(offer, 0))
        desk.take(movement, -part)
        rest += part
    return rest


def _age(movement: Movement) -> tuple[datetime, int]:
    return movement.occurred_at, movement.pk


def _credited(
    moved: Sequence[tuple[Movement, int]], desks: list[_Desk]
) -> dict[tuple[int, object], int]:
    """How much of each refund is still to be taken from the invoice that was credited for it."""
    refunds = {f"refund:{row.key}": (row, -rest) for row, rest in moved if row.kind == "refund"}
    made = CreditDecision.objects.filter(
        cause__in=refunds,
        invoice__in=[desk.document for desk in desks],
        document__isnull=False,
    ).order_by("invoice__issued_at", "pk")
    taken = {
        (one["movement"], one["document"]): -one["total"]
        for one in Allocation.objects.filter(movement__in=[row for row, _ in refunds.values()])
        .values("movement", "document")
        .annotate(total=Sum("amount_minor"))
    }
    found: dict[tuple[int, object], int] = {}
    for cause, invoice, gross in made.values_list("cause", "invoice_id", "document__gross_minor"):
        row, rest = refunds[cause]
        part = min(max(gross - taken.get((row.pk, invoice), 0), 0), rest)
        found[row.pk, invoice] = part
        refunds[cause] = row, rest - part
    return found
