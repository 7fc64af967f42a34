"""Reading documents."""

from typing import Annotated

import strawberry

from saleor_invoices.api.connections import document_page, page_window
from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_uuid
from saleor_invoices.api.peers import Peers
from saleor_invoices.api.types.documents import (
    SalesDocument,
    SalesDocumentConnection,
    document_node,
)
from saleor_invoices.api.types.inputs import Direction, SalesDocumentFilter, SalesDocumentSort
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.invoices.selectors.documents import (
    documents_filtered,
    documents_searched,
    documents_visible,
)
from saleor_invoices.invoices.selectors.viewers import LinkViewer, require_staff

First = Annotated[int | None, strawberry.argument(description="1 to 100; 20 if not given.")]
Search = Annotated[
    str | None,
    strawberry.argument(description="Parts of number, buyer, VAT id, order number or e-mail."),
]
LONGEST_SEARCH = 200


@strawberry.type
class DocumentQueries:
    @strawberry.field(
        description="Invoices, credit notes and proformas: all of the store for staff and API "
        "keys, their own for a customer, one for a private link."
    )
    def sales_invoices(  # noqa: PLR0917 fields get their arguments by name
        self,
        info: Info,
        first: First = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        filter: SalesDocumentFilter | None = None,  # noqa: A002 the name that Saleor uses
        search: Search = None,
        sort_by: SalesDocumentSort | None = None,
    ) -> SalesDocumentConnection | None:
        viewer = info.context.viewer
        sort = sort_by or SalesDocumentSort()
        window = page_window(sort=sort.field, first=first, last=last, after=after, before=before)
        rows = documents_visible(viewer=viewer)
        if filter is not None:
            if filter.is_of_workings():
                require_staff(viewer)
            rows = documents_filtered(
                rows, wanted=filter.wanted(), installation=viewer.installation
            )
        if search:
            rows = documents_searched(rows, text=checked_search(search))
        return document_page(
            rows,
            viewer=viewer,
            window=window,
            sort=sort.field,
            descending=sort.direction is Direction.DESC,
        )

    @strawberry.field(
        description="One document, by id or by number; null where there is none to see. Without "
        "either, the document of the private link in `X-Invoice-Link`."
    )
    def sales_invoice(
        self,
        info: Info,
        id: strawberry.ID | None = None,  # noqa: A002
        number: str | None = None,
    ) -> SalesDocument | None:
        rows = documents_visible(viewer=info.context.viewer)
        if id is not None:
            rows = rows.filter(pk=local_uuid(id, "SalesInvoice", "CreditNote"))
        if number is not None:
            rows = rows.filter(number=number).exclude(number="")
        if id is None and number is None and not isinstance(info.context.viewer, LinkViewer):
            raise InvalidInput("Name the document by id or number.", code="ID_MISSING")
        # Two legal entities may use the same number; the older document is the answer then.
        row = rows.order_by("created_at", "pk").first()
        return document_node(row, Peers([row], info.context.viewer)) if row else None


def checked_search(search: str) -> str:
    """The text. Raises ``InvalidInput`` SEARCH_TOO_LONG."""
    if len(search) > LONGEST_SEARCH:
        raise InvalidInput(
            f"Search for {LONGEST_SEARCH} characters at most.", code="SEARCH_TOO_LONG"
        )
    return search
