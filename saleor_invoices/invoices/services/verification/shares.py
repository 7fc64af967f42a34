"""The rows that reports add up: what the snapshot says, and together what the document does."""

from collections.abc import Iterator

from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.vat_shares import vat_shares
from saleor_invoices.invoices.models import SalesDocument


def share_faults(document: SalesDocument, final: Document | None) -> Iterator[tuple[str, str]]:
    """Codes and details; without content (it was erased), only the sums can be compared."""
    rows = list(document.vat_shares.all())
    if final is None:
        for name in ("net_minor", "tax_minor"):
            total, whole = sum(getattr(row, name) for row in rows), getattr(document, name)
            if total != whole:
                yield "VAT_SHARES", f"{name}: {total} of {whole}"
        return
    try:
        said = {_said(share) for share in vat_shares(final)}
    except AppError:
        return  # an amount that the currency does not have: the columns say so already
    for category, rate, *_ in sorted(said ^ {_said(row) for row in rows}):
        yield "VAT_SHARES", f"{category} {rate} %"


def _said(row: object) -> tuple[str, str, str, int, int]:
    names = ("category", "rate", "country", "net_minor", "tax_minor")
    category, rate, country, net, tax = (getattr(row, name) for name in names)
    return category, rate, country, net, tax
