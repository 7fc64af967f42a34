"""What another system says was paid, as rows of the ledger: each once, by its key."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils import timezone

from saleor_invoices.domain import settlement
from saleor_invoices.domain.columns import IndexedColumns
from saleor_invoices.domain.money import ZERO, from_minor, to_minor
from saleor_invoices.domain.settlement import Standing
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Allocation, Movement
from saleor_invoices.invoices.services.external_intake import Intake
from saleor_invoices.invoices.services.external_prepare import payment_minor
from saleor_invoices.invoices.services.external_record import PaidAmount
from saleor_invoices.invoices.services.movement_record import IMPORT as SOURCE

LONGEST_METHOD = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Payee:
    """The document that money counts for."""

    pk: UUID
    external_id: str
    currency: str
    issue_date: date


def money_write(intake: Intake, wanted: Iterable[tuple[Payee, Sequence[PaidAmount]]]) -> set[UUID]:
    """Write the money that is not written yet; returns the documents that got any.

    Must run under the lock of the source. Raises ``InvalidInput`` PAYMENT_INVALID.
    """
    rows = {
        movement.key: (payee, movement)
        for payee, payments in wanted
        for movement in movements_of(intake, payee, payments)
    }
    if not rows:
        return set()
    known = Movement.objects.filter(installation=intake.installation, key__in=list(rows))
    for key in known.values_list("key", flat=True):
        del rows[key]
    made = Movement.objects.bulk_create([movement for _, movement in rows.values()])
    Allocation.objects.bulk_create(
        [
            Allocation(
                movement=movement,
                document_id=payee.pk,
                amount_minor=movement.amount_minor,
                created_by=intake.actor,
            )
            for movement, (payee, _) in zip(made, rows.values(), strict=True)
        ]
    )
    return {payee.pk for payee, _ in rows.values()}


def movements_of(intake: Intake, payee: Payee, payments: Sequence[PaidAmount]) -> list[Movement]:
    """The unsaved rows of a document's money. Raises ``InvalidInput`` PAYMENT_INVALID."""
    times: Counter[str] = Counter()
    found = []
    for paid in payments:
        minor = payment_minor(paid, payee.currency)
        if not minor:
            continue
        name = paid.reference or _unnamed(paid, times)
        found.append(
            Movement(
                installation=intake.installation,
                kind=MovementKind.MANUAL if minor > 0 else MovementKind.REFUND,
                amount_minor=minor,
                currency=payee.currency,
                key=f"{SOURCE}:{intake.source_system}:{payee.external_id}:{name}",
                source=SOURCE,
                reference=paid.reference,
                method=paid.method[:LONGEST_METHOD],
                occurred_at=moment(paid.on or payee.issue_date),
                recorded_by=intake.actor,
            )
        )
    return found


def opening_state(
    pk: UUID, columns: IndexedColumns, payments: Sequence[PaidAmount], installation_id: int
) -> dict[str, Any]:
    """The payment state of a new invoice that these payments alone count for, as columns."""
    currency = columns["currency"]
    came = sum((paid.amount for paid in payments if paid.amount > 0), ZERO)
    went = -sum((paid.amount for paid in payments if paid.amount < 0), ZERO)
    standing = Standing(
        collectable=from_minor(columns["collectable_minor"], currency), charged=came, refunded=went
    )
    balance = to_minor(settlement.balance(standing), currency)
    return {
        "document_id": pk,
        "installation_id": installation_id,
        "status": settlement.status(standing).value,
        "paid_minor": to_minor(standing.held, currency),
        "refunded_minor": to_minor(went, currency),
        "balance_minor": balance,
        "due_date": columns["due_date"] if balance else None,
    }


def _unnamed(paid: PaidAmount, times: Counter[str]) -> str:
    """A name for money without one; two alike on one document are two."""
    said = f"{_plain(paid.amount)}|{paid.on or ''}|{paid.method}"
    times[said] += 1
    return hashlib.sha256(f"{said}|{times[said]}".encode()).hexdigest()[:32]


def _plain(amount: Decimal) -> str:
    return format(amount.normalize(), "f")


def moment(day: date | None) -> datetime:
    """The noon of a day, which is that day nearly everywhere; now for today, and for none."""
    now = timezone.now()
    return now if day is None else min(datetime.combine(day, time(12), UTC), now)
