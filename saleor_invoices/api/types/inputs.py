"""What lists can be narrowed to and sorted by."""

import datetime as dt
from enum import Enum

import strawberry

from saleor_invoices.api.ids import local_int
from saleor_invoices.api.types.enums import (
    DocumentKind,
    DocumentSort,
    DocumentState,
    PaymentStatus,
    Source,
)
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.invoices.selectors.documents import Between, DocumentFilter


@strawberry.input(description="Both ends inclusive; leave one out for an open end.")
class SalesDocumentDateRange:
    gte: dt.date | None = None
    lte: dt.date | None = None


@strawberry.input(description="Both ends inclusive, in the document's currency.")
class SalesDocumentAmountRange:
    gte: ExactDecimal | None = None
    lte: ExactDecimal | None = None


@strawberry.input(description="All that is given must hold.")
class SalesDocumentFilter:
    issue_date: SalesDocumentDateRange | None = None
    due_date: SalesDocumentDateRange | None = None
    total: SalesDocumentAmountRange | None = None
    currency: list[str] | None = None
    payment_status: list[PaymentStatus] | None = None
    kind: list[DocumentKind] | None = None
    state: DocumentState | None = None
    channel: list[str] | None = strawberry.field(default=None, description="Slugs.")
    order_id: strawberry.ID | None = strawberry.field(default=None, description="Saleor's id.")
    order_number: str | None = None
    customer_id: strawberry.ID | None = strawberry.field(default=None, description="Saleor's id.")
    source: Source | None = None
    source_system: list[str] | None = strawberry.field(
        default=None, description="As imports name it. For staff."
    )
    import_job: strawberry.ID | None = strawberry.field(
        default=None, description="The import that brought it, or its last change. For staff."
    )
    test_mode: bool | None = None
    overdue: bool | None = strawberry.field(
        default=None, description="Still owed after the due date, where the seller is."
    )
    failed: bool | None = strawberry.field(
        default=None, description="As `SalesDocument.failed`. For staff."
    )

    def wanted(self) -> DocumentFilter:
        """The same in the selectors' words. Raises ``InvalidInput`` INVALID_ID."""
        return DocumentFilter(
            issue_date=_between(self.issue_date),
            due_date=_between(self.due_date),
            total=_between(self.total),
            currency=self.currency,
            payment_status=self.payment_status,
            kind=self.kind,
            state=self.state,
            channel=self.channel,
            order_id=self.order_id,
            order_number=self.order_number,
            customer_id=self.customer_id,
            source=self.source,
            source_system=self.source_system,
            import_job=self._job(),
            test_mode=self.test_mode,
            overdue=self.overdue,
            failed=self.failed,
        )

    def is_of_workings(self) -> bool:
        """Whether it asks for what is none of a customer's business."""
        return any(
            asked is not None for asked in (self.failed, self.source_system, self.import_job)
        )

    def _job(self) -> int | None:
        return None if self.import_job is None else local_int(self.import_job, "SalesImportJob")


@strawberry.enum(name="SalesDocumentSortDirection", description="Which end comes first.")
class Direction(Enum):
    ASC = "asc"
    DESC = "desc"


@strawberry.input(description="Amounts of several currencies are sorted by their smallest units.")
class SalesDocumentSort:
    field: DocumentSort = DocumentSort.ISSUE_DATE
    direction: Direction = Direction.DESC


def _between(asked: SalesDocumentDateRange | SalesDocumentAmountRange | None) -> Between | None:
    return None if asked is None else Between(least=asked.gte, most=asked.lte)
