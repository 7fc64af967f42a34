"""Taking the next number of a series. The algorithm is told in docs/algorithms/numbering.md."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

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
    series, _ = NumberSeries.objects.get_or_create(
        legal_entity=legal_entity, kind=kind, test_mode=test_mode
    )
    return NumberSeries.objects.select_for_update().get(pk=series.pk)


def number_take(*, series: NumberSeries, pattern: NumberPattern, today: date) -> TakenNumber:
    """Take the next number of a locked series, without saving.

    The issue date is ``today``, or the series' last one where that is later: it never goes back,
    hence neither does the period. Raises ``CannotIssue`` NUMBER_TAKEN when a changed pattern
    would give a number that the legal entity has already used.
    """
    issue_date = max(today, series.last_issue_date or today)
    period = pattern.period(issue_date)
    sequence = 1 if _starts_again(series, period) else series.last_sequence + 1
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


def _starts_again(series: NumberSeries, period: str) -> bool:
    # Another kind of reset (periods of another length) goes on counting: starting again at 1
    # could meet numbers of the running period.
    return series.period != period and len(series.period) == len(period)


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
