"""Work on many documents in the schema's words."""

import datetime as dt
from collections.abc import Mapping
from typing import TypeAlias

import strawberry

from saleor_invoices.api.connections import page_size
from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import global_id, local_int
from saleor_invoices.desk.models import BulkItem, BulkJob
from saleor_invoices.desk.selectors.bulk import bulk_items
from saleor_invoices.desk.services.bulk_download import bulk_download_url

BulkKind: TypeAlias = BulkJob.Kind
BulkState: TypeAlias = BulkJob.State
BulkOutcome: TypeAlias = BulkItem.Outcome
strawberry.enum(BulkKind, name="SalesBulkKind", description="What is done to the documents.")
strawberry.enum(BulkState, name="SalesBulkState")
strawberry.enum(
    BulkOutcome,
    name="SalesBulkOutcome",
    description="SKIPPED: there was nothing to do, or it can't be done to such a document.",
)


@strawberry.type(description="What came of one document.")
class SalesBulkItem:
    id: strawberry.ID
    document_id: strawberry.ID = strawberry.field(description="It may have been deleted since.")
    document_number: str
    outcome: BulkOutcome
    code: str = strawberry.field(description="Why, stable, for programs; empty where it was done.")
    message: str

    @classmethod
    def of(cls, row: BulkItem) -> "SalesBulkItem":
        """What the API shows of a row."""
        name = "CreditNote" if row.is_credit_note else "SalesInvoice"
        return cls(
            id=strawberry.ID(global_id("SalesBulkItem", row.pk)),
            document_id=strawberry.ID(global_id(name, row.document_id)),
            document_number=row.document_number,
            outcome=BulkOutcome(row.outcome),
            code=row.code,
            message=row.message,
        )


@strawberry.type(description="Work on many documents, in the background.")
class SalesBulkJob:
    row: strawberry.Private[BulkJob]
    id: strawberry.ID
    kind: BulkKind
    state: BulkState = strawberry.field(
        description="DONE: all documents were looked at; FAILED: it can't go on, see `lastError`."
    )
    total: int
    done: int
    skipped: int
    failed: int
    started_by: str
    created_at: dt.datetime
    finished_at: dt.datetime | None
    last_error: str
    file_name: str = strawberry.field(description="Empty where there is no file.")
    file_size: int | None = strawberry.field(description="In bytes.")
    expires_at: dt.datetime | None = strawberry.field(description="When the file is deleted.")

    @strawberry.field(description="As `SalesDocumentEvent.actorName`.")
    def started_by_name(self, info: Info) -> str:
        return info.context.actor_name(self.started_by)

    @strawberry.field(
        description="Opens the result for five minutes; null where there is none (yet, or any "
        "longer)."
    )
    def download_url(self) -> str | None:
        return bulk_download_url(self.row)

    @strawberry.field(
        description="What came of each document so far, in order; `after` is an item's id."
    )
    def items(
        self,
        outcome: BulkOutcome | None = None,
        first: int | None = None,
        after: strawberry.ID | None = None,
    ) -> list[SalesBulkItem]:
        place = local_int(after, "SalesBulkItem") if after else 0
        rows = bulk_items(job=self.row, outcome=outcome, after=place)
        return [SalesBulkItem.of(item) for item in rows[: page_size(first)]]

    @classmethod
    def of(cls, row: BulkJob, tally: Mapping[str, int]) -> "SalesBulkJob":
        """What the API shows of a row."""
        return cls(
            row=row,
            id=strawberry.ID(global_id("SalesBulkJob", row.pk)),
            kind=BulkKind(row.kind),
            state=BulkState(row.state),
            total=row.total,
            done=tally.get(BulkOutcome.DONE, 0),
            skipped=tally.get(BulkOutcome.SKIPPED, 0),
            failed=tally.get(BulkOutcome.FAILED, 0),
            started_by=row.started_by,
            created_at=row.created_at,
            finished_at=row.finished_at,
            last_error=row.last_error,
            file_name=row.file_name,
            file_size=row.file_size,
            expires_at=row.expires_at,
        )
