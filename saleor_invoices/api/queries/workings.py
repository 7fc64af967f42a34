"""Reading what only staff see: problems and the store."""

from typing import Annotated

import strawberry

from saleor_invoices.api.connections import page_size
from saleor_invoices.api.context import Info
from saleor_invoices.api.types.workings import SalesProblem, SalesStore
from saleor_invoices.invoices.selectors.problems import problems_visible
from saleor_invoices.invoices.selectors.viewers import require_staff


@strawberry.type
class WorkingQueries:
    @strawberry.field(description="The store's problems, the latest first. For staff.")
    def problems(
        self,
        info: Info,
        open: Annotated[  # noqa: A002
            bool | None, strawberry.argument(description="Only open ones, or only closed ones.")
        ] = None,
        first: int | None = None,
        subject: Annotated[
            str | None, strawberry.argument(description="Of one thing only, e.g. `order:<id>`.")
        ] = None,
    ) -> list[SalesProblem] | None:
        rows = problems_visible(viewer=info.context.viewer, is_open=open, subject=subject)
        return [SalesProblem.of(row) for row in rows[: page_size(first)]]

    @strawberry.field(description="The Saleor that the app works for. For staff.")
    def store(self, info: Info) -> SalesStore | None:
        installation = require_staff(info.context.viewer).installation
        return SalesStore(
            saleor_api_url=installation.saleor_api_url,
            saleor_version=installation.saleor_version,
            app_version=installation.app_version,
            connected=installation.is_active,
            state_reason=installation.state_reason,
            registered_at=installation.registered_at,
            open_problems=problems_visible(viewer=info.context.viewer, is_open=True).count(),
        )
