"""The reports as tables of values, in the reader's language."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from babel.dates import format_date

from saleor_invoices.documents.formats import locale_for
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.money import from_minor
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.reports.files.model import Cell, Column, Kind, Report, Table
from saleor_invoices.reports.files.request import ReportKind, ReportRequest
from saleor_invoices.reports.selectors.customers import Entry, Statement, customer_statement
from saleor_invoices.reports.selectors.failed_work import work_failed
from saleor_invoices.reports.selectors.receivables import (
    MOST_CUSTOMERS,
    Buckets,
    CurrencyAges,
    receivables_aged,
)
from saleor_invoices.reports.selectors.revenue import RevenueBy, RevenueRow, revenue_summed
from saleor_invoices.reports.selectors.scope import Scope
from saleor_invoices.reports.selectors.series import series_reported
from saleor_invoices.reports.selectors.work_words import work_words

MOST_FAILED = 1_000
Words = Mapping[str, str]


def report_build(scope: Scope, request: ReportRequest, words: Words) -> Report:
    """The report. Raises ``InvalidInput`` and ``NotFound`` as its selector does."""
    return _BUILDERS[request.kind](scope, request, words)


def _facts(scope: Scope, words: Words) -> list[tuple[str, Cell]]:
    facts: list[tuple[str, Cell]] = []
    if scope.legal_entity:
        facts.append((words["seller"], scope.entities[0].name))
    if scope.currency:
        facts.append((words["currency"], scope.currency))
    if scope.test_mode:
        facts.append(("", words["test"]))
    return facts


def _period(request: ReportRequest) -> tuple[date, date]:
    if request.start is None or request.end is None:
        raise InvalidInput("Name a period.", code="PERIOD_INVALID", params={"field": "from"})
    return request.start, request.end


def _shown(start: date, end: date, request: ReportRequest) -> str:
    locale = locale_for(request.language, "")
    return " – ".join(format_date(day, format="medium", locale=locale) for day in (start, end))


def _ageing(scope: Scope, request: ReportRequest, words: Words) -> Report:
    day, currencies = receivables_aged(scope, as_of=request.as_of)
    # A sheet on paper shows who owes most; data holds everybody.
    most = MOST_CUSTOMERS if request.format == "pdf" else None
    return Report(
        title=words["ageing"],
        day=scope.today,
        facts=[(words["as_of"], day), *_facts(scope, words)],
        tables=[_ages(ages, words, most) for ages in currencies],
        wide=True,
    )


def _ages(ages: CurrencyAges, words: Words, most: int | None) -> Table:
    def amounts(buckets: Buckets) -> list[Cell]:
        minors = (
            buckets.not_due, buckets.days_1_to_30, buckets.days_31_to_60, buckets.days_61_to_90,
            buckets.over_90, buckets.total,
        )  # fmt: skip
        return [from_minor(minor, ages.currency) for minor in minors]

    names = ("not_due", "d30", "d60", "d90", "over90", "total")
    shown = ages.debtors[:most]
    more = len(ages.debtors) - len(shown)
    return Table(
        currency=ages.currency,
        columns=[
            Column(words["customer"], share=3),
            Column(words["email"], share=3),
            Column(words["documents"], Kind.COUNT),
            *(Column(words[name], Kind.MONEY) for name in names),
        ],
        rows=[[one.name, one.email, one.documents, *amounts(one.buckets)] for one in shown],
        total=[
            words["total"],
            "",
            sum(one.documents for one in ages.debtors),
            *amounts(ages.total),
        ],
        note=words["more"].format(count=more) if more else "",
    )


def _revenue(scope: Scope, request: ReportRequest, words: Words) -> Report:
    start, end = _period(request)
    found = revenue_summed(scope, start=start, end=end, by=request.by)
    groups: dict[str, list[RevenueRow]] = {}
    for row in found:
        groups.setdefault(row.currency, []).append(row)
    split = list(dict.fromkeys(request.by))
    return Report(
        title=words["revenue"],
        day=scope.today,
        facts=[(words["period"], _shown(start, end, request)), *_facts(scope, words)],
        tables=[_sums(rows, split, request.language, words) for rows in groups.values()],
    )


def _sums(rows: list[RevenueRow], split: list[RevenueBy], language: str, words: Words) -> Table:
    currency = rows[0].currency
    columns = [column for one in split for column in _split_columns(one, words)]

    def amounts(*minors: int) -> list[Cell]:
        return [from_minor(minor, currency) for minor in minors]

    def cells(row: RevenueRow) -> list[Cell]:
        own = [cell for one in split for cell in _split_cells(one, row, language)]
        return [*own, row.documents, *amounts(row.net, row.tax, row.gross)]

    net, tax = sum(row.net for row in rows), sum(row.tax for row in rows)
    label: list[Cell] = [words["total"], *[""] * (len(columns) - 1)] if columns else []
    return Table(
        currency=currency,
        columns=[
            *columns,
            Column(words["documents"], Kind.COUNT),
            *(Column(words[name], Kind.MONEY) for name in ("net", "vat", "gross")),
        ],
        rows=[cells(row) for row in rows],
        total=[*label, None, *amounts(net, tax, net + tax)],
    )


def _split_columns(by: RevenueBy, words: Words) -> list[Column]:
    if by is RevenueBy.RATE:
        return [Column(words["rate"], Kind.PERCENT), Column("UNCL 5305")]
    return [Column(words[by], share=1 if by is RevenueBy.MONTH else 2)]


def _split_cells(by: RevenueBy, row: RevenueRow, language: str) -> list[Cell]:
    if by is RevenueBy.RATE:
        return [row.rate, row.category]
    if by is RevenueBy.COUNTRY:
        names = locale_for(language, "").territories
        return [names.get(row.country or "", row.country)]
    return [row.month if by is RevenueBy.MONTH else row.channel]


def _numbers(scope: Scope, _request: ReportRequest, words: Words) -> Report:
    rows: list[list[Cell]] = [
        [
            one.seller_name, words[one.kind], one.period, one.first, one.last, one.documents,
            one.expected, ", ".join(one.missing), ", ".join(one.twins),
            words["yes" if one.complete else "no"],
        ]
        for one in series_reported(scope)
    ]  # fmt: skip
    counts = ("documents", "expected")
    wide = {"seller": 2, "missing": 2, "twins": 2, "first": 2, "last": 2}
    names = (
        "seller", "kind", "period", "first", "last", *counts, "missing", "twins", "complete"
    )  # fmt: skip
    columns = [
        Column(words[name], Kind.COUNT if name in counts else Kind.TEXT, wide.get(name, 0))
        for name in names
    ]
    return Report(
        title=words["numbers"],
        day=scope.today,
        facts=[(words["as_of"], scope.today), *_facts(scope, words)],
        tables=[Table(columns=columns, rows=rows)] if rows else [],
        wide=True,
    )


def _statement(scope: Scope, request: ReportRequest, words: Words) -> Report:
    start, end = _period(request)
    found = customer_statement(scope, customer_id=request.customer_id, start=start, end=end)

    def money(minor: int) -> Decimal:
        return from_minor(minor, found.currency)

    money_rows = (Entry.PAYMENT, Entry.REFUND, Entry.CHARGEBACK)
    return Report(
        title=words["statement"],
        day=scope.today,
        facts=[
            (words["customer"], found.name),
            (words["period"], _shown(start, end, request)),
            *_facts(scope, words),
            (words["opening"], money(found.opening)),
            (words["invoiced"], money(found.total(Entry.INVOICE))),
            (words["credited"], money(-found.total(Entry.CREDIT_NOTE))),
            (words["paid"], money(-found.total(*money_rows))),
            (words["closing"], money(found.closing)),
        ],
        tables=[_entries(found, words)],
    )


def _entries(found: Statement, words: Words) -> Table:
    def money(minor: int) -> Decimal:
        return from_minor(minor, found.currency)

    rows: list[list[Cell]] = [
        [row.on, words[row.entry], row.reference, money(row.minor), money(row.balance)]
        for row in found.rows
    ]
    opening: list[Cell] = [found.start, words["opening"], "", None, money(found.opening)]
    closing: list[Cell] = [found.end, words["closing"], "", None, money(found.closing)]
    return Table(
        currency=found.currency,
        columns=[
            Column(words["date"], Kind.DATE),
            Column(words["entry"], share=2),
            Column(words["reference"], share=3),
            Column(words["amount"], Kind.MONEY),
            Column(words["balance"], Kind.MONEY),
        ],
        rows=[opening, *rows, closing],
    )


def _failed(scope: Scope, _request: ReportRequest, words: Words) -> Report:
    works, more = work_failed(installation=scope.installation, size=MOST_FAILED)
    said = [(work, work_words(work)) for work in works]
    ids = [one.document_id for _, one in said if one.document_id]
    rows = SalesDocument.objects.filter(installation=scope.installation, pk__in=ids)
    numbers = dict(rows.values_list("pk", "number"))
    cells: list[list[Cell]] = [
        [
            work.at.date(), words[f"work_{work.kind}"],
            numbers.get(one.document_id, "") if one.document_id else "",
            one.title, one.remedy, one.attempts,
        ]
        for work, one in said
    ]  # fmt: skip
    columns = [
        Column(words["date"], Kind.DATE),
        Column(words["kind"]),
        Column(words["document"], share=2),
        Column(words["what"], share=4),
        Column(words["remedy"], share=4),
        Column(words["attempts"], Kind.COUNT),
    ]
    note = words["more_rows"] if more else ""
    return Report(
        title=words["failed_work"],
        day=scope.today,
        facts=[(words["as_of"], scope.today)],
        tables=[Table(columns=columns, rows=cells, note=note)] if cells else [],
        wide=True,
    )


_BUILDERS: dict[ReportKind, Callable[[Scope, ReportRequest, Words], Report]] = {
    ReportKind.AGEING: _ageing,
    ReportKind.REVENUE: _revenue,
    ReportKind.NUMBERS: _numbers,
    ReportKind.STATEMENT: _statement,
    ReportKind.FAILED_WORK: _failed,
}
