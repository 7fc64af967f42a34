"""What was owed on a day: of today as each document stands, of a past day from its allocations.

An allocation counts from the day on which its money moved: a transfer that is recorded late was
there all the same. Money that was moved to another document counts there from the moment at which
it was moved, and until then where it lay before; so on no day it counts twice.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from django.db.models import BigIntegerField, ExpressionWrapper, F, Min, Q, QuerySet, Sum, Value
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Coalesce, Least

from saleor_invoices.domain import settlement
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.settlement import Standing
from saleor_invoices.domain.states import DocumentState, MovementKind, PaymentStatus
from saleor_invoices.invoices.models import Allocation, HistoryEntry, PaymentState, SalesDocument
from saleor_invoices.reports.selectors.scope import Scope, Zone
from saleor_invoices.reports.selectors.told import told_counted

RECEIVED = (MovementKind.CHARGE, MovementKind.MANUAL)
TURNED = Q(amount_minor__gt=0, movement__amount_minor__lt=0) | Q(
    amount_minor__lt=0, movement__amount_minor__gt=0
)
"""Allocations that take money back from where it lay."""

MINOR = BigIntegerField()
_WHO = ("customer_id", "customer_email", "buyer_name", "currency", "issue_date", "due_date")


class Owed(NamedTuple):
    """One document of which something is owed."""

    customer_id: str
    email: str
    name: str
    currency: str
    issued_on: date | None
    due_on: date | None
    minor: int


def owed_on(scope: Scope, day: date) -> Iterator[Owed]:
    """Every invoice that was owed at the end of a day where its seller is."""
    for zone in scope.zones:
        yield from _now(scope, zone) if day >= zone.today else _then(scope, zone, day)


def turned_from(movements: QuerySet[Allocation]) -> Mapping[int, int]:
    """For each movement among the allocations, the first allocation that took of it back."""
    rows = Allocation.objects.filter(TURNED, movement__in=movements.values("movement"))
    return dict(rows.order_by().values_list("movement_id").annotate(Min("pk")))


def _now(scope: Scope, zone: Zone) -> Iterator[Owed]:
    states = PaymentState.objects.filter(
        installation=scope.installation,
        balance_minor__gt=0,
        document__state=DocumentState.ISSUED,
        document__test_mode=scope.test_mode,
        document__legal_entity__in=zone.entities,
    ).exclude(status=PaymentStatus.CANCELLED)
    if scope.currency:
        states = states.filter(document__currency=scope.currency)
    named = (f"document__{name}" for name in _WHO)
    rows = states.order_by().values_list(*named, "balance_minor")
    for *who, minor in rows.iterator():
        yield Owed._make((*who, minor))


def _then(scope: Scope, zone: Zone, day: date) -> Iterator[Owed]:
    until = zone.end_of(day)
    invoices = scope.documents().filter(
        kind=DocumentKind.INVOICE, legal_entity__in=zone.entities, issue_date__lte=day
    )
    moved = {**_moved_since(invoices, until), **_told_until(invoices, until)}
    cancelled = _cancelled(invoices, until)
    rows = _with_balance(invoices, until).filter(Q(owed__gt=0) | Q(pk__in=moved))
    for pk, owed, *who in rows.order_by().values_list("pk", "owed", *_WHO).iterator():
        minor = moved.get(pk, owed)
        if minor > 0 and pk not in cancelled:
            yield Owed._make((*who, minor))


def _with_balance(invoices: QuerySet[SalesDocument], until: datetime) -> QuerySet[SalesDocument]:
    """``settlement.balance`` in SQL: what the money that had moved by then leaves owed."""
    then = Q(allocations__movement__occurred_at__lt=until)

    def total(*kinds: MovementKind) -> Coalesce:
        wanted = Q(allocations__movement__kind__in=kinds) & then
        return Coalesce(
            Sum("allocations__amount_minor", filter=wanted), Value(0), output_field=MINOR
        )

    return invoices.annotate(
        charged=total(*RECEIVED),
        refunded=_negative(total(MovementKind.REFUND)),
        disputed=_negative(total(MovementKind.CHARGEBACK)),
        credited=total(MovementKind.CREDIT),
    ).annotate(
        owed=F("collectable_minor")
        - F("credited")
        - F("charged")
        + F("disputed")
        + Least(F("refunded"), F("credited"))
    )


def _negative(amount: Coalesce) -> "ExpressionWrapper[CombinedExpression]":
    return ExpressionWrapper(Value(0) - amount, output_field=MINOR)


def _moved_since(invoices: QuerySet[SalesDocument], until: datetime) -> Mapping[uuid.UUID, int]:
    """The balances of those on which money lay that was moved; there are few."""
    turned = Allocation.objects.filter(TURNED, document__in=invoices.values("pk"))
    first = turned_from(turned)
    if not first:
        return {}
    touched = invoices.filter(allocations__movement__in=turned.values("movement")).values("pk")
    rows = Allocation.objects.filter(document__in=touched).values_list(
        "document_id", "movement__kind", "amount_minor", "pk", "movement_id", "created_at",
        "movement__occurred_at",
    )  # fmt: skip
    sums: dict[uuid.UUID, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for document, kind, amount, pk, movement, created, occurred in rows:
        if counts_from(pk, first.get(movement), created=created, occurred=occurred) < until:
            sums[document][kind] += amount
    found = SalesDocument.objects.filter(pk__in=touched).values_list("pk", "collectable_minor")
    return {pk: _balance(collectable, sums[pk]) for pk, collectable in found}


def _told_until(invoices: QuerySet[SalesDocument], until: datetime) -> Mapping[uuid.UUID, int]:
    """The balances of imported invoices of whose money more than one tells."""
    counted = told_counted(invoices)
    found = SalesDocument.objects.filter(pk__in=counted).values_list("pk", "collectable_minor")
    sums: dict[uuid.UUID, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for pk, rows in counted.items():
        for row in rows:
            if row.at < until:
                sums[pk][row.kind] += row.minor
    return {pk: _balance(collectable, sums[pk]) for pk, collectable in found}


def counts_from(
    allocation: int, first_turned: int | None, *, created: datetime, occurred: datetime
) -> datetime:
    """When an allocation begins to count: see above."""
    return created if first_turned is not None and allocation >= first_turned else occurred


def _balance(collectable: int, sums: Mapping[str, int]) -> int:
    # The rule works on any unit: smallest ones here.
    standing = Standing(
        collectable=Decimal(collectable),
        charged=Decimal(sum(sums.get(kind, 0) for kind in RECEIVED)),
        refunded=Decimal(-sums.get(MovementKind.REFUND, 0)),
        disputed=Decimal(-sums.get(MovementKind.CHARGEBACK, 0)),
        credited=Decimal(sums.get(MovementKind.CREDIT, 0)),
    )
    return int(settlement.balance(standing))


def _cancelled(invoices: QuerySet[SalesDocument], until: datetime) -> frozenset[uuid.UUID]:
    """Those that nobody had to pay any more by then: their order had been cancelled."""
    now = PaymentState.objects.filter(
        status=PaymentStatus.CANCELLED, balance_minor__gt=0, document__in=invoices.values("pk")
    )
    ids = now.values("document_id")
    changes: dict[uuid.UUID, list[tuple[datetime, str]]]
    changes = {pk: [] for (pk,) in now.values_list("document_id")}
    rows = HistoryEntry.objects.filter(document__in=ids, event="payment_changed")
    for pk, at, params in rows.order_by("at", "pk").values_list("document_id", "at", "params"):
        changes[pk].append((at, params.get("status", "")))
    return frozenset(pk for pk, told in changes.items() if _was_cancelled(told, until))


def _was_cancelled(told: list[tuple[datetime, str]], until: datetime) -> bool:
    before = [status for at, status in told if at < until]
    if before:
        return before[-1] == PaymentStatus.CANCELLED
    return not told  # it has never been otherwise
