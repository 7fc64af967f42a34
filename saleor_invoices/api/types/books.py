"""Revenue, proof of numbers and checks of the ledger in the schema's words."""

import datetime as dt
from typing import TypeAlias

import strawberry

from saleor_invoices.api.content import invoice_money
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.types.content import InvoiceMoney
from saleor_invoices.api.types.enums import DocumentKind, VatCategory
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.reports.models import LedgerCheck
from saleor_invoices.reports.selectors.revenue import RevenueBy, RevenueRow
from saleor_invoices.reports.selectors.series import SeriesPeriod

CheckState: TypeAlias = LedgerCheck.State
SplitBy: TypeAlias = RevenueBy
strawberry.enum(CheckState, name="SalesLedgerCheckState")
strawberry.enum(SplitBy, name="SalesRevenueBy", description="What revenue is split by.")


@strawberry.input(description="Of which days of issue (inclusive), and how it is split.")
class SalesRevenueInput:
    from_: dt.date = strawberry.field(name="from")
    to: dt.date
    by: list[SplitBy] = strawberry.field(default_factory=lambda: [SplitBy.MONTH, SplitBy.RATE])
    legal_entity: str = strawberry.field(default="", description="Key; empty: all sellers.")
    currency: str = strawberry.field(default="", description="Empty: all, each apart.")
    test_mode: bool = False


@strawberry.type(description="One sum; what it is not split by is null.")
class SalesRevenueRow:
    currency: str
    month: str | None = strawberry.field(description="`2026-11`.")
    country: str | None = strawberry.field(
        description="Where the goods went, else where the buyer is (ISO 3166-1); may be empty."
    )
    category: VatCategory | None = strawberry.field(
        description="Null also for documents that were erased before rates were kept."
    )
    rate: ExactDecimal | None = strawberry.field(description="In percent.")
    channel: str | None = strawberry.field(description="Slug.")
    net: InvoiceMoney
    tax: InvoiceMoney
    gross: InvoiceMoney
    documents: int

    @classmethod
    def of(cls, row: RevenueRow) -> "SalesRevenueRow":
        """In the schema's words."""
        return cls(
            currency=row.currency,
            month=row.month,
            country=row.country,
            category=VatCategory(row.category) if row.category else None,
            rate=None if row.rate is None else ExactDecimal(row.rate),
            channel=row.channel,
            net=invoice_money(row.net, row.currency),
            tax=invoice_money(row.tax, row.currency),
            gross=invoice_money(row.gross, row.currency),
            documents=row.documents,
        )


@strawberry.type(description="Revenue and VAT as issued; credit notes count against it.")
class SalesRevenue:
    rows: list[SalesRevenueRow]


@strawberry.type(description="One period of one number series.")
class SalesSeriesReport:
    legal_entity: str = strawberry.field(description="Key of the seller.")
    legal_entity_name: str
    kind: DocumentKind
    test_mode: bool
    period: str = strawberry.field(description="Empty where numbers never start again.")
    first: str
    last: str
    documents: int
    expected: int = strawberry.field(description="How many numbers the series has given out.")
    missing: list[str] = strawberry.field(description="Numbers, or runs of them.")
    twins: list[str] = strawberry.field(
        description="Numbers that another document has too, imported ones included."
    )
    complete: bool

    @classmethod
    def of(cls, row: SeriesPeriod) -> "SalesSeriesReport":
        """In the schema's words."""
        return cls(
            legal_entity=row.seller,
            legal_entity_name=row.seller_name,
            kind=row.kind,
            test_mode=row.test_mode,
            period=row.period,
            first=row.first,
            last=row.last,
            documents=row.documents,
            expected=row.expected,
            missing=row.missing,
            twins=row.twins,
            complete=row.complete,
        )


@strawberry.type(description="Proof that no number lacks and none is there twice.")
class SalesNumberReport:
    at: dt.datetime
    series: list[SalesSeriesReport]


@strawberry.type(description="A check of everything that was issued.")
class SalesLedgerCheck:
    id: strawberry.ID
    state: CheckState
    with_files: bool
    documents: int = strawberry.field(description="Looked at so far.")
    faults: list[str] = strawberry.field(description="In words; the first 200.")
    fault_count: int
    ok: bool | None = strawberry.field(description="Whether all holds; null while nobody knows.")
    started_by: str
    started_at: dt.datetime
    finished_at: dt.datetime | None
    last_error: str = strawberry.field(description="Why it could not be done.")

    @classmethod
    def of(cls, row: LedgerCheck) -> "SalesLedgerCheck":
        """What the API shows of a row."""
        return cls(
            id=strawberry.ID(global_id("SalesLedgerCheck", row.pk)),
            state=CheckState(row.state),
            with_files=row.with_files,
            documents=row.documents,
            faults=list(row.faults),
            fault_count=row.fault_count,
            ok=not row.fault_count if row.state == LedgerCheck.State.DONE else None,
            started_by=row.started_by,
            started_at=row.started_at,
            finished_at=row.finished_at,
            last_error=row.last_error,
        )
