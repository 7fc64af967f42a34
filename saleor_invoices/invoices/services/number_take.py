"""Taking the next number of a series. The algorithm is told in docs/algorithms/numbering.md."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Max

from saleor_invoices.domain import chain
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import CannotIssue
from saleor_invoices.domain.numbering import NumberPattern
from saleor_invoices.invoices.models import NumberSeries, SalesDocument
from saleor_invoices.stores.models import LegalEntity

TEST_PREFIX = "TEST-"
"""Set before every number in test mode, so that it can never be taken for a real one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenNumber:
    """A number with its place in the series and in the chain."""

    series: NumberSeries
    number: str
    period: str
    sequence: int
    issue_date: date
    chain_position: int
    previous_hash: str


def series_lock(*, legal_entity: LegalEntity, kind: DocumentKind, test_mode: bool) -> NumberSeries:
    """Return the series, locked until the transaction ends.

    SQLite has no row locks; there the whole transaction was begun IMMEDIATE and is alone.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("A number can only be taken inside the transaction that issues.")
    wanted: dict[str, Any] = {
        "legal_entity": legal_entity,
        "kind": kind,
        "test_mode": test_mode,
    }
    locked = NumberSeries.objects.select_for_update().filter(**wanted).first()
    if locked is None:  # the first document of the kind
        NumberSeries.objects.get_or_create(**wanted)
        locked = NumberSeries.objects.select_for_update().get(**wanted)
    return locked


def number_take(*, series: NumberSeries, pattern: NumberPattern, today: date) -> TakenNumber:
    """Take the next number of a locked series, without saving.

    The issue date is ``today``, or the series' last one where that is later: it never goes back,
    hence neither does the period. Raises ``CannotIssue`` NUMBER_TAKEN when a changed pattern
    would give a number that the legal entity has already used.
    """
    issue_date = max(today, series.last_issue_date or today)
    period = pattern.period(issue_date)
    sequence = _next_sequence(series, period)
    number = (TEST_PREFIX if series.test_mode else "") + pattern.render(sequence, issue_date)
    _refuse_taken(series, number)
    return TakenNumber(
        series=series,
        number=number,
        period=period,
        sequence=sequence,
        issue_date=issue_date,
        chain_position=series.chain_length + 1,
        previous_hash=series.chain_head or chain.GENESIS,
    )


def series_advance(*, taken: TakenNumber, chain_hash: str) -> None:
    """Move the series on to the number that was just issued."""
    series = taken.series
    series.period, series.last_sequence = taken.period, taken.sequence
    series.last_issue_date = taken.issue_date
    series.chain_length, series.chain_head = taken.chain_position, chain_hash
    series.save()


def sequence_after(
    previous_period: str, previous: int, period: str, *, last_in_period: int = 0
) -> int:
    """The position that follows ``previous``, the last one of the series so far.

    A new period starts at 1. Only where the kind of reset was changed (periods of another length)
    it goes on counting, since starting again could meet numbers of the running period; and a
    period that was in use before the change (``last_in_period``) is not entered twice.
    """
    if period == previous_period:
        return previous + 1
    if len(period) == len(previous_period):
        return 1
    return max(previous, last_in_period) + 1


def _next_sequence(series: NumberSeries, period: str) -> int:
    last = 0
    if len(period) != len(series.period):
        used = SalesDocument.objects.filter(series=series, period=period)
        last = used.aggregate(last=Max("sequence"))["last"] or 0
    return sequence_after(series.period, series.last_sequence, period, last_in_period=last)


def _refuse_taken(series: NumberSeries, number: str) -> None:
    used = SalesDocument.objects.filter(
        legal_entity_id=series.legal_entity_id, number=number, state="issued", source="own"
    )
    if used.exists():
        raise CannotIssue(
            f"The number {number} was already used by this legal entity.",
            code="NUMBER_TAKEN",
            params={
                "number": number,
                "remedy": "Change the number pattern so that it differs from earlier ones.",
            },
        )
