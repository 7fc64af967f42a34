"""A document's PDF, and its pages as pictures."""

import datetime as dt

import strawberry

from saleor_invoices.api.peers import Peers
from saleor_invoices.invoices.models import SalesDocument as Row
from saleor_invoices.invoices.services.download import page_url


@strawberry.type(description="The rendered PDF; what it weighs and how to check it.")
class SalesDocumentFile:
    sha256: str
    size: int = strawberry.field(description="In bytes.")
    created_at: dt.datetime


@strawberry.type(description="One page as PNG.")
class SalesDocumentPage:
    number: int = strawberry.field(description="From 1.")
    url: str = strawberry.field(description="Good for five minutes.")
    width: int = strawberry.field(description="In pixels.")
    height: int = strawberry.field(description="In pixels.")


@strawberry.type(description="Pictures of the PDF's pages, fifty at most.")
class SalesDocumentPreview:
    pages: list[SalesDocumentPage] = strawberry.field(
        description="Empty where the PDF can't be shown as pictures."
    )


def preview_of(row: Row, peers: Peers) -> SalesDocumentPreview | None:
    """The pages of the row's PDF, for who may have it; None until it is there."""
    if not peers.may_download(row):
        return None
    found = peers.pages(row)
    if found is None:
        return None
    pages = [
        SalesDocumentPage(
            number=number,
            url=page_url(row.pk, number),
            width=page["width"],
            height=page["height"],
        )
        for number, page in enumerate(found.pages, start=1)
    ]
    return SalesDocumentPreview(pages=pages)
