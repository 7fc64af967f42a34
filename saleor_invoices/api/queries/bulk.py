"""Looking at work on many documents: for staff."""

import strawberry

from saleor_invoices.api.connections import page_size
from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_int
from saleor_invoices.api.types.bulk import SalesBulkJob
from saleor_invoices.desk.selectors.bulk import bulk_job_visible, bulk_jobs_visible, bulk_tallies


@strawberry.type
class BulkQueries:
    @strawberry.field(description="One bulk job of the store. For staff.")
    def sales_bulk_job(self, info: Info, id: strawberry.ID) -> SalesBulkJob | None:  # noqa: A002
        pk = local_int(id, "SalesBulkJob")
        row = bulk_job_visible(viewer=info.context.viewer, job_id=pk)
        return SalesBulkJob.of(row, bulk_tallies(jobs=[row])[row.pk])

    @strawberry.field(description="The store's bulk jobs, the latest first. For staff.")
    def sales_bulk_jobs(self, info: Info, first: int | None = None) -> list[SalesBulkJob] | None:
        rows = list(bulk_jobs_visible(viewer=info.context.viewer)[: page_size(first)])
        tallies = bulk_tallies(jobs=rows)
        return [SalesBulkJob.of(row, tallies[row.pk]) for row in rows]
