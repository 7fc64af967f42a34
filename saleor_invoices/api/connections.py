"""Pages of documents in the schema's words: arguments in, connection out."""

import base64
import binascii
import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import msgspec
from django.db.models import QuerySet

from saleor_invoices.api.peers import Peers
from saleor_invoices.api.types.documents import (
    SalesDocumentConnection,
    SalesDocumentEdge,
    document_node,
)
from saleor_invoices.api.types.page_info import PageInfo
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.selectors import keyset
from saleor_invoices.invoices.selectors.documents import DocumentSort
from saleor_invoices.invoices.selectors.keyset import Page, Place, Window
from saleor_invoices.invoices.selectors.viewers import Viewer

DEFAULT_PAGE = 20
LARGEST_PAGE = 100
"""Saleor's own limit; more would let one request read whole tables."""

_Parts = tuple[str, str | int | None, str]
_VALUE_TYPES: dict[DocumentSort, Any] = {
    DocumentSort.ISSUE_DATE: dt.date | None,
    DocumentSort.NUMBER: str,
    DocumentSort.TOTAL: int,
    DocumentSort.DUE_DATE: dt.date | None,
    DocumentSort.BALANCE: int | None,
    DocumentSort.CREATED_AT: dt.datetime,
}


def page_window(
    *,
    sort: DocumentSort,
    first: int | None,
    last: int | None,
    after: str | None,
    before: str | None,
) -> Window:
    """The arguments of a connection as a window; ``InvalidInput`` where they make no sense."""
    if first is not None and last is not None:
        raise InvalidInput("Ask for first or for last, not both.", code="PAGE_AMBIGUOUS")
    return Window(
        size=page_size(first if last is None else last),
        after=decode_cursor(after, sort) if after else None,
        before=decode_cursor(before, sort) if before else None,
        from_end=last is not None,
    )


def page_size(asked: int | None) -> int:
    """How many rows; ``InvalidInput`` PAGE_SIZE unless 1 to 100."""
    size = DEFAULT_PAGE if asked is None else asked
    if not 1 <= size <= LARGEST_PAGE:
        raise InvalidInput(
            f"A page has 1 to {LARGEST_PAGE} documents.",
            code="PAGE_SIZE",
            params={"largest": LARGEST_PAGE},
        )
    return size


def document_page(
    rows: QuerySet[SalesDocument],
    *,
    viewer: Viewer,
    window: Window,
    sort: DocumentSort,
    descending: bool,
) -> SalesDocumentConnection:
    """Read one page."""
    found = keyset.page(rows, ordering=sort.ordering(descending=descending), window=window)
    return connection(found, sort=sort, viewer=viewer, counter=rows.order_by().count)


def connection(
    found: Page[SalesDocument],
    *,
    sort: DocumentSort,
    viewer: Viewer,
    counter: Callable[[], int],
    peers: Peers | None = None,
) -> SalesDocumentConnection:
    """A page of rows as a connection; ``peers`` where other pages were fetched with it."""
    peers = peers or Peers(found.rows, viewer)
    edges = [
        SalesDocumentEdge(node=document_node(row, peers), cursor=encode_cursor(row, sort))
        for row in found.rows
    ]
    return SalesDocumentConnection(
        edges=edges,
        page_info=PageInfo(
            has_next_page=found.has_next,
            has_previous_page=found.has_previous,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        ),
        counter=counter,
    )


def encode_cursor(row: SalesDocument, sort: DocumentSort) -> str:
    """Where a row lies in this order. Opaque to clients, nothing secret."""
    value = getattr(row, "sort_value", None)
    return base64.urlsafe_b64encode(msgspec.json.encode([sort.name, value, row.pk])).decode()


def decode_cursor(cursor: str, sort: DocumentSort) -> Place:
    """The place that a cursor names; ``InvalidInput`` CURSOR_INVALID for one of another order."""
    try:
        raw = base64.b64decode(cursor, altchars=b"-_", validate=True)
        name, value, pk = msgspec.json.decode(raw, type=_Parts)
        value = msgspec.convert(value, _VALUE_TYPES[sort])
        place = Place(value=value, id=uuid.UUID(pk))
    except (binascii.Error, UnicodeError, ValueError, msgspec.MsgspecError) as error:
        raise _bad_cursor() from error
    if name != sort.name or (isinstance(value, int) and abs(value) >= 2**63):
        raise _bad_cursor()
    return place


def _bad_cursor() -> InvalidInput:
    return InvalidInput(
        "The cursor does not belong to a list in this order.", code="CURSOR_INVALID"
    )
