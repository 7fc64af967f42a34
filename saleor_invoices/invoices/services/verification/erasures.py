"""Documents whose content is gone: only where an erasure says so, and only when the law let it."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.utils import timezone

from saleor_invoices.domain.retention import retained_until
from saleor_invoices.invoices.models import EInvoiceRecord, Erasure, SalesDocument
from saleor_invoices.invoices.triggers import EMPTIED
from saleor_invoices.stores.models import LegalEntity


def erasure_of(document: SalesDocument) -> Erasure | None:
    """The record of the document's erasure; read with it by ``select_related``."""
    return getattr(document, "erasure", None)


def tombstone_faults(document: SalesDocument, seller: LegalEntity) -> Iterator[tuple[str, str]]:
    """Codes and details of what is wrong with an erased document, or one said to be."""
    erasure = erasure_of(document)
    if erasure is None:
        yield "ERASURE_MISSING", "the content is gone and no erasure says who took it"
        return
    left = _left(document)
    if left:
        yield "ERASURE_INCOMPLETE", ", ".join(left)
    if erasure.erased_at > timezone.now():  # a forged day that no time of retention reaches
        yield "ERASED_EARLY", f"{erasure.erased_at.date()} is still to come"
    day = erasure.erased_at.astimezone(ZoneInfo(seller.timezone)).date()
    if document.issue_date is None:
        return  # the walk says so already
    until = retained_until(seller.country, document.issue_date)
    if day <= max(until, erasure.retained_until):
        yield "ERASED_EARLY", f"{day} is not after {max(until, erasure.retained_until)}"


def _left(document: SalesDocument) -> list[str]:
    columns = [name for name in ("snapshot", "salt", *EMPTIED) if len(getattr(document, name))]
    rows = {
        "erased_at": document.erased_at is None,
        "files": document.files.exists(),
        "links": document.links.exists(),
        "e-invoice": EInvoiceRecord.objects.filter(document=document).exists(),
    }
    return columns + [name for name, is_left in rows.items() if is_left]
