"""Revenue and VAT of what was issued, added up as the documents say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db.models import BigIntegerField, Case, Count, F, QuerySet, Sum, When
from django.db.models.functions import ExtractMonth, ExtractYear

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.invoices.models import VatShare
from saleor_invoices.reports.selectors.scope import Scope, period_checked

MOST_ROWS = 5_000


class RevenueBy(StrEnum):
    """What revenue is split by."""

    MONTH = "month"
    COUNTRY = "country"
    RATE = "rate"
    CHANNEL = "channel"


_COLUMNS: dict[RevenueBy, tuple[str, ...]] = {
    RevenueBy.MONTH: ("year", "month"),
    RevenueBy.COUNTRY: ("country",),
    RevenueBy.RATE: ("category", "rate"),
    RevenueBy.CHANNEL: ("document__channel",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueRow:
    """One sum; what it is not split by is None, and so is what nobody knows any more."""

    currency: str
    month: str | None
    country: str | None
    category: str | None
    rate: Decimal | None
    channel: str | None
    net: int
    tax: int
    documents: int

    @property
    def gross(self) -> int:
        """With VAT."""
        return self.net + self.tax

    @property
    def place(self) -> tuple[object, ...]:
        """Where it stands among others."""
        return (
            self.currency,
            self.month or "",
            self.country or "",
            self.channel or "",
            self.category or "",
            self.rate or Decimal(0),
        )


def revenue_summed(
    scope: Scope, *, start: date, end: date, by: Sequence[RevenueBy]
) -> list[RevenueRow]:
    """Sums of the documents issued in a period, credit notes against invoices.

    Raises ``InvalidInput`` PERIOD_INVALID, REVENUE_TOO_FINE for more than ``MOST_ROWS`` rows.
    """
    period_checked(start, end)
    wanted = list(dict.fromkeys(by))
    columns = [name for one in wanted for name in _COLUMNS[one]]
    found = _sums(_shares(scope, start, end), columns)[: MOST_ROWS + 1]
    rows = sorted((_row(one, wanted) for one in found), key=lambda row: row.place)
    if len(rows) > MOST_ROWS:
        raise InvalidInput(
            "There are too many rows: choose a shorter period, or split it by less.",
            code="REVENUE_TOO_FINE",
            params={"field": "by", "most": MOST_ROWS},
        )
    return rows


def _shares(scope: Scope, start: date, end: date) -> QuerySet[VatShare]:
    documents = scope.documents().filter(
        kind__in=(DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE),
        issue_date__gte=start,
        issue_date__lte=end,
    )
    return VatShare.objects.filter(document__in=documents)


def _sums(shares: QuerySet[VatShare], columns: Sequence[str]) -> Any:  # noqa: ANN401 dictionaries
    split = shares.annotate(
        year=ExtractYear("document__issue_date"), month=ExtractMonth("document__issue_date")
    )
    grouped = split.order_by().values("document__currency", *columns)
    return grouped.annotate(
        net=Sum(_signed("net_minor")),
        tax=Sum(_signed("tax_minor")),
        documents=Count("document", distinct=True),
    )


def _signed(column: str) -> Case:
    is_credit = When(document__kind=DocumentKind.CREDIT_NOTE, then=-F(column))
    return Case(is_credit, default=F(column), output_field=BigIntegerField())


def _row(found: dict[str, Any], by: Sequence[RevenueBy]) -> RevenueRow:
    rate = found.get("rate")
    return RevenueRow(
        currency=found["document__currency"],
        month=f"{found['year']:04}-{found['month']:02}" if RevenueBy.MONTH in by else None,
        country=found.get("country"),
        category=found.get("category") or None,
        rate=Decimal(rate) if rate else None,
        channel=found.get("document__channel"),
        net=found["net"],
        tax=found["tax"],
        documents=found["documents"],
    )
