"""Proof of numbers: each series, period by period, with what lacks in it and what is there twice.

The documents are walked in the order of their chain, and each must be the one that
``sequence_after`` allows: the rule by which numbers are taken.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Count

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import NumberSeries, SalesDocument
from saleor_invoices.invoices.services.number_take import sequence_after
from saleor_invoices.reports.selectors.scope import Scope

MOST_NAMED = 1_000
"""Runs of missing numbers that are named; ``expected`` counts all."""

_DIGITS = re.compile(r"\d+", re.ASCII)
_Paper = tuple[str, int, int, str]  # period, sequence, place in the chain, number


@dataclass(slots=True, kw_only=True)
class SeriesPeriod:
    """One period of one series; an empty period where numbers never start again."""

    seller: str  # its key
    seller_name: str
    kind: DocumentKind
    test_mode: bool
    period: str
    first: str = ""
    last: str = ""
    documents: int = 0
    lacking: int = 0
    repeated: int = 0  # at a place where another one stands
    missing: list[str] = field(default_factory=list)
    twins: list[str] = field(default_factory=list)

    @property
    def expected(self) -> int:
        """How many documents there should be."""
        return self.documents - self.repeated + self.lacking

    @property
    def complete(self) -> bool:
        """Whether every number is there, and once."""
        return not self.lacking and not self.twins


def series_reported(scope: Scope) -> list[SeriesPeriod]:
    """Every period of every series of the scope's sellers, real or test."""
    series = NumberSeries.objects.filter(
        legal_entity__in=[entity.pk for entity in scope.entities], test_mode=scope.test_mode
    ).select_related("legal_entity")
    ordered = series.order_by("legal_entity__key", "kind")
    return [period for one in ordered for period in _Walk(one).periods()]


class _Walk:
    """Goes along one series."""

    def __init__(self, series: NumberSeries) -> None:
        self._series = series
        self._found: dict[str, SeriesPeriod] = {}
        self._lasts: dict[str, int] = {}
        self._before: _Paper | None = None
        self._twins = _doubled(series)

    def periods(self) -> list[SeriesPeriod]:
        """All periods, in the order in which they began."""
        for paper in self._papers():
            self._step(paper)
        if self._before is not None:
            # What the series has counted beyond its last document lacks at the end.
            period, sequence, place, _ = self._before
            if self._series.period == period:
                self._lack(self._before, sequence + 1, self._series.last_sequence)
            else:
                self._lack(self._before, sequence + 1, sequence + self._series.chain_length - place)
        return list(self._found.values())

    def _papers(self) -> Iterator[_Paper]:
        rows = SalesDocument.objects.filter(
            series=self._series, state=DocumentState.ISSUED, source=SalesDocument.Source.OWN
        )
        columns = rows.values_list("period", "sequence", "chain_position", "number")
        ordered = columns.order_by("chain_position", "sequence", "pk")
        for period, sequence, place, number in ordered.iterator():
            yield period, sequence or 0, place or 0, number

    def _step(self, paper: _Paper) -> None:
        period, sequence, place, number = paper
        wanted, before = self._expected(period), self._before
        if before and period != before[0]:
            # The chain counts on over periods: what it skips lacked at the end of the one before.
            skipped = place - before[2] - 1 - max(sequence - wanted, 0)
            self._lack(before, before[1] + 1, before[1] + skipped)
        self._lack(paper, wanted, sequence - 1)
        found = self._of(period)
        found.documents += 1
        found.first, found.last = found.first or number, number
        found.repeated += sequence < wanted
        if sequence < wanted or number in self._twins:
            found.twins.append(number)
        self._before = paper
        self._lasts[period] = max(sequence, self._lasts.get(period, 0))

    def _expected(self, period: str) -> int:
        if self._before is None:
            return 1
        last = self._lasts.get(period, 0)
        before, sequence = self._before[0], self._before[1]
        if period == before:
            sequence = last  # not that of a twin
        return sequence_after(before, sequence, period, last_in_period=last)

    def _of(self, period: str) -> SeriesPeriod:
        if period not in self._found:
            seller = self._series.legal_entity
            self._found[period] = SeriesPeriod(
                seller=seller.key,
                seller_name=seller.name,
                kind=DocumentKind(self._series.kind),
                test_mode=self._series.test_mode,
                period=period,
            )
        return self._found[period]

    def _lack(self, near: _Paper, first: int, last: int) -> None:
        """Note that the numbers from the first to the last place are not there."""
        if last < first:
            return
        found = self._of(near[0])
        found.lacking += last - first + 1
        if len(found.missing) < MOST_NAMED:
            names = dict.fromkeys(_numbered(near, place) for place in (first, last))
            found.missing.append(" – ".join(names))


def _doubled(series: NumberSeries) -> frozenset[str]:
    """Numbers that more than one issued document has, imported ones included."""
    rows = SalesDocument.objects.filter(
        legal_entity_id=series.legal_entity_id,
        kind=series.kind,
        test_mode=series.test_mode,
        state=DocumentState.ISSUED,
    ).order_by()
    counted = rows.values("number").annotate(times=Count("pk")).filter(times__gt=1)
    return frozenset(counted.values_list("number", flat=True))


def _numbered(near: _Paper, place: int) -> str:
    """The number that a place has, written as that of a document near it."""
    period, sequence, _, number = near
    found = [one for one in _DIGITS.finditer(number) if int(one[0]) == sequence]
    if not found:
        return " ".join(filter(None, (period, f"#{place}")))
    last = found[-1]
    return f"{number[: last.start()]}{str(place).zfill(len(last[0]))}{number[last.end() :]}"
