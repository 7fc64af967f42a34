"""Reading what failed."""

import strawberry

from saleor_invoices.api.connections import page_size
from saleor_invoices.api.context import Info
from saleor_invoices.api.types.failed_work import SalesFailedWorkConnection, work_place
from saleor_invoices.invoices.selectors.viewers import require_staff
from saleor_invoices.reports.selectors.failed_work import work_failed


@strawberry.type
class FailedWorkQueries:
    @strawberry.field(
        description="Open problems and work that failed, in one list, the latest first; where a "
        "problem stands for the work, the work is not there again. For staff."
    )
    def sales_failed_work(
        self, info: Info, first: int | None = None, after: str | None = None
    ) -> SalesFailedWorkConnection | None:
        viewer = require_staff(info.context.viewer)
        place = work_place(after) if after else None
        rows, more = work_failed(
            installation=viewer.installation, size=page_size(first), after=place
        )
        return SalesFailedWorkConnection.of(rows, more=more, after=place is not None, viewer=viewer)
