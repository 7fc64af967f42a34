"""Reading what the law asks for: answers of VIES, and what may be erased."""

from typing import Annotated

import strawberry

from saleor_invoices.api.connections import document_page, page_size, page_window
from saleor_invoices.api.context import Info
from saleor_invoices.api.types.documents import SalesDocumentConnection
from saleor_invoices.api.types.enums import DocumentSort
from saleor_invoices.api.types.law import SalesVatCheck
from saleor_invoices.invoices.selectors.retention import documents_erasable
from saleor_invoices.invoices.selectors.vat_checks import vat_checks_visible


@strawberry.type
class LawQueries:
    @strawberry.field(
        description="What VIES said, the latest first. For staff, and keys with `documents:read`."
    )
    def vat_checks(
        self,
        info: Info,
        vat_id: Annotated[
            str | None, strawberry.argument(description="With its prefix, without spaces.")
        ] = None,
        first: int | None = None,
    ) -> list[SalesVatCheck] | None:
        rows = vat_checks_visible(viewer=info.context.viewer, vat_id=vat_id or "")
        return [SalesVatCheck.of(row) for row in rows[: page_size(first)]]

    @strawberry.field(
        description="Documents that the law no longer wants kept, the oldest first: `documentErase`"
        " may erase them. For staff."
    )
    def documents_erasable(
        self, info: Info, first: int | None = None, after: str | None = None
    ) -> SalesDocumentConnection | None:
        viewer, sort = info.context.viewer, DocumentSort.ISSUE_DATE
        rows = documents_erasable(viewer=viewer)
        window = page_window(sort=sort, first=first, last=None, after=after, before=None)
        return document_page(rows, viewer=viewer, window=window, sort=sort, descending=False)
