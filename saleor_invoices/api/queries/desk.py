"""Reading what the back office is made of: for staff."""

from typing import Annotated

import strawberry
from strawberry.scalars import JSON

from saleor_invoices.api.connections import page_size
from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import global_id, local_int
from saleor_invoices.api.types.desk import (
    SalesOrderToIssue,
    SalesSavedView,
    SalesTabs,
    SalesViewer,
)
from saleor_invoices.api.types.page_info import PageInfo
from saleor_invoices.desk.selectors.orders import (
    LATEST_FIRST,
    orders_to_issue,
    problems_of_orders,
    tabs_counted,
)
from saleor_invoices.desk.selectors.people import preference_of, views_visible
from saleor_invoices.domain.errors import InvalidInput, NotAllowed
from saleor_invoices.invoices.selectors import keyset
from saleor_invoices.invoices.selectors.viewers import MANAGE_ORDERS, StaffViewer, require_staff

CURSOR = "SalesOrderToIssue"


@strawberry.type(description="One order of a page, with its place.")
class SalesOrderToIssueEdge:
    node: SalesOrderToIssue
    cursor: str


@strawberry.type(description="A page of orders.")
class SalesOrderToIssueConnection:
    edges: list[SalesOrderToIssueEdge]
    page_info: PageInfo


@strawberry.type
class DeskQueries:
    @strawberry.field(
        description="Who looks, and what they may do: the pages show nothing else. For staff."
    )
    def sales_viewer(self, info: Info) -> SalesViewer | None:
        viewer = info.context.viewer
        if not isinstance(viewer, StaffViewer):
            raise NotAllowed("This is for the store's staff.", params={"permission": MANAGE_ORDERS})
        info.context.see_staff()
        return SalesViewer.of(viewer)

    @strawberry.field(
        description="A person's own value of a page's preference; null where none. For staff."
    )
    def sales_preference(self, info: Info, name: str) -> JSON | None:
        row = preference_of(viewer=info.context.viewer, name=name)
        return JSON(row.value) if row else None

    @strawberry.field(description="Saved views: one's own and the shared ones. For staff.")
    def sales_views(self, info: Info) -> list[SalesSavedView] | None:
        staff = require_staff(info.context.viewer)
        return [SalesSavedView.of(row, staff) for row in views_visible(viewer=staff)]

    @strawberry.field(description="How many documents stand behind each quick tab. For staff.")
    def sales_tabs(self, info: Info) -> SalesTabs | None:
        tabs = tabs_counted(viewer=info.context.viewer)
        return SalesTabs(
            all=tabs.all,
            to_issue=tabs.to_issue,
            unpaid=tabs.unpaid,
            overdue=tabs.overdue,
            failed=tabs.failed,
        )

    @strawberry.field(
        description="Orders that the app has seen and that have no invoice yet, the latest first. "
        "For staff."
    )
    def sales_orders_to_issue(
        self,
        info: Info,
        first: Annotated[
            int | None, strawberry.argument(description="1 to 100; 20 if not given.")
        ] = None,
        after: str | None = None,
    ) -> SalesOrderToIssueConnection | None:
        viewer = info.context.viewer
        window = keyset.Window(size=page_size(first), after=_place(after) if after else None)
        page = keyset.page(orders_to_issue(viewer=viewer), ordering=LATEST_FIRST, window=window)
        problems = problems_of_orders(
            installation=viewer.installation, order_ids=[row.order_id for row in page.rows]
        )
        edges = [
            SalesOrderToIssueEdge(
                node=SalesOrderToIssue.of(row, problems.get(row.order_id, [])),
                cursor=global_id(CURSOR, row.pk),
            )
            for row in page.rows
        ]
        return SalesOrderToIssueConnection(
            edges=edges,
            page_info=PageInfo(
                has_next_page=page.has_next,
                has_previous_page=page.has_previous,
                start_cursor=edges[0].cursor if edges else None,
                end_cursor=edges[-1].cursor if edges else None,
            ),
        )


def _place(cursor: str) -> keyset.Place:
    try:
        pk = local_int(cursor, CURSOR)
    except InvalidInput:
        raise InvalidInput(
            "The cursor does not belong to this list.", code="CURSOR_INVALID"
        ) from None
    return keyset.Place(value=pk, id=pk)
