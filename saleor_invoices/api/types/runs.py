"""Bulk runs and checks in the schema's words."""

import datetime as dt
from collections.abc import Sequence

import strawberry

from saleor_invoices.api.content import invoice_money
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.types.content import InvoiceMoney
from saleor_invoices.api.types.enums import RunOutcome, RunState
from saleor_invoices.api.types.money import SalesFinding
from saleor_invoices.invoices.models import IssueRun, IssueRunItem


@strawberry.type(description="How many orders of a run ended in one way.")
class SalesRunCount:
    outcome: RunOutcome
    orders: int


@strawberry.type(description="What came, or would come, of one order.")
class SalesRunItem:
    id: strawberry.ID
    order_id: strawberry.ID
    order_number: str
    outcome: RunOutcome
    document_number: str
    gross: InvoiceMoney | None
    findings: list[SalesFinding]

    @classmethod
    def of(cls, row: IssueRunItem) -> "SalesRunItem":
        """What the API shows of a row."""
        money = row.gross_minor
        return cls(
            id=strawberry.ID(global_id("SalesRunItem", row.pk)),
            order_id=strawberry.ID(row.order_id),
            order_number=row.order_number,
            outcome=RunOutcome(row.outcome),
            document_number=row.document.number if row.document else "",
            gross=None if money is None else invoice_money(money, row.currency),
            findings=[SalesFinding.of_json(found) for found in row.findings],
        )


@strawberry.type(description="One run over past orders.")
class SalesRun:
    row: strawberry.Private[IssueRun]
    tally: strawberry.Private[Sequence[tuple[str, int]]]
    id: strawberry.ID
    dry_run: bool
    state: RunState
    channel: str
    created_from: dt.date | None
    created_to: dt.date | None
    last_error: str
    started_by: str
    started_at: dt.datetime
    finished_at: dt.datetime | None

    @strawberry.field(description="How many orders ended how.")
    def counts(self) -> list[SalesRunCount]:
        return [SalesRunCount(outcome=RunOutcome(name), orders=n) for name, n in self.tally]

    @classmethod
    def of(cls, row: IssueRun, tally: Sequence[tuple[str, int]]) -> "SalesRun":
        """What the API shows of a row."""
        return cls(
            row=row,
            tally=tally,
            id=strawberry.ID(global_id("SalesRun", row.pk)),
            dry_run=row.dry_run,
            state=RunState(row.state),
            channel=row.channel,
            created_from=row.created_from,
            created_to=row.created_to,
            last_error=row.last_error,
            started_by=row.started_by,
            started_at=row.started_at,
            finished_at=row.finished_at,
        )
