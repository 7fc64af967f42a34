"""Keeping what a document says of VAT as rows that reports can add up."""

from saleor_invoices.domain.document import Document
from saleor_invoices.domain.vat_shares import VatShare as Share
from saleor_invoices.domain.vat_shares import vat_shares
from saleor_invoices.invoices.models import SalesDocument, VatShare


def vat_shares_write(*, document: SalesDocument, final: Document) -> None:
    """Write the rows of a document, in the transaction that issues (or imports) it."""
    VatShare.objects.bulk_create(row_of(document, share) for share in vat_shares(final))


def row_of(document: SalesDocument, share: Share) -> VatShare:
    """The unsaved row of one share."""
    return VatShare(
        document=document,
        category=share.category,
        rate=share.rate,
        country=share.country,
        net_minor=share.net_minor,
        tax_minor=share.tax_minor,
    )
