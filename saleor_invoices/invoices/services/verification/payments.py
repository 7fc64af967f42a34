"""Money: allocated within what moved, and every payment state is what its allocations say.

The sums are worked out here once more and not by the service that writes them: two ways that agree
prove more than one.
"""

import uuid
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TypeVar

from django.db.models import F, Q, QuerySet, Sum

from saleor_invoices.domain import settlement
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.money import from_minor, to_minor
from saleor_invoices.domain.settlement import Standing
from saleor_invoices.domain.states import DocumentState, MovementKind
from saleor_invoices.invoices.models import (
    Allocation,
    Movement,
    OrderCoverage,
    PaymentState,
    SalesDocument,
)
from saleor_invoices.invoices.services.verification.report import BATCH, Fault, LedgerReport
from saleor_invoices.stores.models import Installation

Row = TypeVar("Row")
Sums = Mapping[uuid.UUID, Mapping[str, int]]
_RECEIVED = (MovementKind.CHARGE, MovementKind.MANUAL)


def payment_faults(installation: Installation | None, report: LedgerReport) -> Iterator[Fault]:
    """Look at movements, allocations, applied credit notes and payment states."""
    yield from _movements(installation, report)
    yield from _allocations(installation)
    yield from _credits(installation)
    yield from _states(installation)


def _movements(installation: Installation | None, report: LedgerReport) -> Iterator[Fault]:
    rows = Movement.objects.annotate(used=Sum("allocations__amount_minor"))
    if installation is not None:
        rows = rows.filter(installation=installation)
    for row in rows.order_by("pk").iterator(chunk_size=BATCH):
        report.movements += 1
        used, amount = row.used or 0, row.amount_minor
        if not min(amount, 0) <= used <= max(amount, 0):
            detail = f"{row.key}: {used} of {amount}"
            yield Fault(code="MOVEMENT_OVERALLOCATED", detail=detail)
        if (row.kind == MovementKind.CREDIT) != (row.credit_note_id is not None):
            yield Fault(code="MOVEMENT_CREDIT", detail=f"{row.key}: {row.kind}")


def _allocations(installation: Installation | None) -> Iterator[Fault]:
    rows = Allocation.objects.all()
    if installation is not None:
        rows = rows.filter(movement__installation=installation)
    beside = rows.filter(
        ~Q(document__currency=F("movement__currency"))
        | ~Q(document__installation=F("movement__installation"))
        | ~Q(document__state=DocumentState.ISSUED)
    )
    named = ("document__number", "movement__key")
    for number, key in beside.order_by("pk").values_list(*named).iterator():
        yield Fault(code="ALLOCATION_MISMATCH", number=number, detail=key)
    # Taken back by a second row, a part may be nothing, but never the other way round.
    parts = rows.order_by().values("movement", "document").annotate(part=Sum("amount_minor"))
    turned = Q(part__gt=0, movement__amount_minor__lt=0) | Q(
        part__lt=0, movement__amount_minor__gt=0
    )
    for number, key in parts.filter(turned).values_list(*named).iterator():
        yield Fault(code="ALLOCATION_SIGN", number=number, detail=key)


def _credits(installation: Installation | None) -> Iterator[Fault]:
    """Own credit notes are applied to their invoice: once, and in full."""
    notes = SalesDocument.objects.filter(
        kind=DocumentKind.CREDIT_NOTE,
        state=DocumentState.ISSUED,
        source=SalesDocument.Source.OWN,
        preceding__isnull=False,
    ).only("number", "gross_minor", "collectable_minor", "preceding_id")
    if installation is not None:
        notes = notes.filter(installation=installation)
    for group in batches(notes.order_by("pk").iterator(chunk_size=BATCH)):
        yield from _credit_batch(group)


def _credit_batch(notes: tuple[SalesDocument, ...]) -> Iterator[Fault]:
    moved: dict[uuid.UUID, list[Movement]] = {}
    for movement in Movement.objects.filter(credit_note__in=notes):
        if movement.credit_note_id is not None:
            moved.setdefault(movement.credit_note_id, []).append(movement)
    parts = Allocation.objects.filter(
        movement__credit_note__in=notes, document=F("movement__credit_note__preceding")
    ).order_by()
    given = dict(parts.values_list("movement__credit_note").annotate(Sum("amount_minor")))
    for note in notes:
        rows = moved.get(note.pk, [])
        amount = sum(row.amount_minor for row in rows)
        applied = given.get(note.pk, 0)
        if not rows and not note.collectable_minor:
            continue  # all of it was gift cards: no money is credited
        if len(rows) != 1 or not amount == applied == note.collectable_minor:
            detail = f"{applied} of {note.collectable_minor} by {len(rows)} movements"
            yield Fault(code="CREDIT_NOT_APPLIED", number=note.number, detail=detail)


def _states(installation: Installation | None) -> Iterator[Fault]:
    rows = invoices(installation).filter(source=SalesDocument.Source.OWN)
    for group in batches(rows.iterator(chunk_size=BATCH)):
        sums, cancelled = _sums(group), _cancelled(group)
        standings = {
            row.pk: _standing(row, sums.get(row.pk, {}), row.pk in cancelled) for row in group
        }
        yield from state_faults(group, standings)


def state_faults(
    group: tuple[SalesDocument, ...], standings: Mapping[uuid.UUID, Standing]
) -> Iterator[Fault]:
    """Payment states that say something else than how the invoices stand."""
    states = PaymentState.objects.in_bulk([row.pk for row in group])
    for row in group:
        state = states.get(row.pk)
        if state is None:
            yield Fault(code="PAYMENT_STATE_MISSING", number=row.number)
            continue
        for name, wanted in _wanted(row, standings[row.pk]).items():
            stands = getattr(state, name)
            if stands != wanted:
                detail = f"{name}: {stands} != {wanted}"
                yield Fault(code="PAYMENT_STATE", number=row.number, detail=detail)


def invoices(installation: Installation | None) -> QuerySet[SalesDocument]:
    """Issued invoices, with what their payment states need."""
    rows = SalesDocument.objects.filter(kind=DocumentKind.INVOICE, state=DocumentState.ISSUED)
    if installation is not None:
        rows = rows.filter(installation=installation)
    return rows.only("number", "currency", "collectable_minor", "due_date").order_by("pk")


def _sums(documents: tuple[SalesDocument, ...]) -> Sums:
    rows = Allocation.objects.filter(document__in=documents).order_by()
    found: dict[uuid.UUID, dict[str, int]] = {}
    for document_id, kind, total in rows.values_list("document_id", "movement__kind").annotate(
        Sum("amount_minor")
    ):
        found.setdefault(document_id, {})[kind] = total
    return found


def _cancelled(documents: tuple[SalesDocument, ...]) -> set[uuid.UUID]:
    """Those all of whose orders were cancelled."""
    rows = OrderCoverage.objects.filter(document__in=documents)
    statuses: dict[uuid.UUID, set[str]] = {}
    for document_id, status in rows.values_list("document_id", "order__status"):
        statuses.setdefault(document_id, set()).add(status)
    return {document_id for document_id, found in statuses.items() if found == {"CANCELED"}}


def _standing(document: SalesDocument, sums: Mapping[str, int], cancelled: bool) -> Standing:
    return Standing(
        collectable=from_minor(document.collectable_minor, document.currency),
        charged=from_minor(sum(sums.get(kind, 0) for kind in _RECEIVED), document.currency),
        refunded=from_minor(-sums.get(MovementKind.REFUND, 0), document.currency),
        disputed=from_minor(-sums.get(MovementKind.CHARGEBACK, 0), document.currency),
        credited=from_minor(sums.get(MovementKind.CREDIT, 0), document.currency),
        cancelled=cancelled,
    )


def _wanted(document: SalesDocument, standing: Standing) -> dict[str, object]:
    currency = document.currency
    owed = settlement.balance(standing)
    return {
        "status": settlement.status(standing),
        "paid_minor": to_minor(standing.held, currency),
        "refunded_minor": to_minor(standing.refunded, currency),
        "credited_minor": to_minor(standing.credited, currency),
        "disputed_minor": to_minor(standing.disputed, currency),
        "balance_minor": to_minor(owed, currency),
        "due_date": document.due_date if owed else None,
    }


def batches(rows: Iterator[Row]) -> Iterator[tuple[Row, ...]]:
    """The rows, some at a time."""
    while batch := tuple(islice(rows, BATCH)):
        yield batch
