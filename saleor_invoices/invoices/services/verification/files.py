"""Stored files: there, unchanged, and gone where they were erased."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from saleor_invoices.documents.storage import is_stored, open_verified
from saleor_invoices.domain.errors import AppError
from saleor_invoices.invoices.models import DocumentFile, EInvoiceRecord, Erasure, RenderJob
from saleor_invoices.invoices.services.verification.report import BATCH, Fault, LedgerReport
from saleor_invoices.stores.models import Installation


def file_faults(installation: Installation | None, report: LedgerReport) -> Iterator[Fault]:
    """Read every stored file and compare its SHA-256, PDF and XML alike."""
    found = DocumentFile.objects.select_related("document").defer(
        "document__snapshot", "document__salt", "document__search_text"
    )
    if installation is not None:
        found = found.filter(document__installation=installation)
    for file in found.order_by("pk").iterator(chunk_size=BATCH):
        report.files += 1
        try:
            open_verified(file.storage_key, file.sha256)
        except AppError as error:
            yield Fault(code="FILE", number=file.document.number, detail=error.message)
    yield from _left_behind(installation)


def einvoice_faults(installation: Installation | None) -> Iterator[Fault]:
    """E-invoices that are said to be made and have no file, and XML of which nothing is said."""
    files = DocumentFile.objects.filter(document=OuterRef("document"))
    waiting = RenderJob.objects.filter(document=OuterRef("document"), state="pending")
    records = EInvoiceRecord.objects.filter(
        ~Exists(files), ~Exists(waiting), outcome=EInvoiceRecord.Outcome.MADE
    )
    made = EInvoiceRecord.objects.filter(
        document=OuterRef("document"), outcome=EInvoiceRecord.Outcome.MADE
    )
    strays = DocumentFile.objects.filter(~Exists(made), kind=DocumentFile.Kind.XML)
    if installation is not None:
        records = records.filter(document__installation=installation)
        strays = strays.filter(document__installation=installation)
    for number in records.values_list("document__number", flat=True).iterator():
        yield Fault(code="EINVOICE_FILE", number=number, detail="made, but there is no file")
    for number in strays.values_list("document__number", flat=True).iterator():
        yield Fault(code="EINVOICE_RECORD", number=number, detail="an XML that nobody judged")


def _left_behind(installation: Installation | None) -> Iterator[Fault]:
    """Files that an erasure should have deleted; asking for the erasure again does."""
    erasures = Erasure.objects.select_related("document").defer("document__search_text")
    if installation is not None:
        erasures = erasures.filter(document__installation=installation)
    for erasure in erasures.iterator(chunk_size=BATCH):
        for file in erasure.files:
            if file.get("key") and is_stored(file["key"]):
                yield Fault(
                    code="FILE_NOT_ERASED", number=erasure.document.number, detail=file["kind"]
                )
