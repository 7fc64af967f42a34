"""The pages of a document's PDF as pictures: drawn when first looked at, then kept.

A picture is no document: it may be thrown away and drawn again. What erasure must find is written
down under a lock, so that no picture is stored after it.
"""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from saleor_invoices import logs
from saleor_invoices.documents import storage
from saleor_invoices.documents.pages.services import PagesFailed, page_picture, page_sizes
from saleor_invoices.domain.errors import AppError, NotFound
from saleor_invoices.invoices.models import DocumentFile, FilePages, SalesDocument
from saleor_invoices.invoices.services.document_open import document_open

log = logs.get(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A page as PNG, with its hex SHA-256."""

    content: bytes
    sha256: str


def file_pages(*, file: DocumentFile) -> FilePages | None:
    """The sizes of a PDF's pages, measured at the first call; None where the file can't be read."""
    found = FilePages.objects.filter(file=file).first()
    if found is not None:
        return found
    pdf = _pdf(file.document)
    if pdf is None:
        return None
    try:
        sizes = page_sizes(pdf=pdf)
    except PagesFailed as error:
        log.warning("pages.failed", document=str(file.document_id), error=error.message)
        sizes = ()
    pages = [{"width": wide, "height": high, "sha256": ""} for wide, high in sizes]
    return FilePages.objects.get_or_create(file=file, defaults={"pages": pages})[0]


def page_show(*, document: SalesDocument, number: int) -> Picture:
    """One page, from 1.

    Raises ``NotFound`` PAGE_NOT_FOUND, also where there is no PDF (yet); ``PagesFailed``.
    """
    file = document.files.filter(kind=DocumentFile.Kind.PDF).first()
    found = file_pages(file=file) if file else None
    if file is None or found is None or not 1 <= number <= len(found.pages):
        raise NotFound("There is no such page.", code="PAGE_NOT_FOUND")
    kept = _kept(file, number, found.pages[number - 1])
    return kept or _drawn(file, found, number)


def page_digest(*, document: SalesDocument, number: int) -> str:
    """The digest of a page that was drawn already, else empty; one query."""
    found = FilePages.objects.filter(file__document=document).first()
    pages: list[dict[str, Any]] = found.pages if found else []
    return str(pages[number - 1]["sha256"]) if 1 <= number <= len(pages) else ""


def page_keys(*, document: SalesDocument) -> list[dict[str, str]]:
    """Where the document's pictures are stored; locks them until the transaction ends."""
    rows = FilePages.objects.select_for_update().filter(file__document=document)
    return [
        {"kind": f"page:{number}", "sha256": page["sha256"], "key": _key(row.file, number)}
        for row in rows.select_related("file")
        for number, page in enumerate(row.pages, start=1)
        if page["sha256"]
    ]


def _pdf(document: SalesDocument) -> bytes | None:
    try:
        opened = document_open(document=document)
    except AppError:  # the merchant has the problem before them
        return None
    return opened.content if opened else None


def _kept(file: DocumentFile, number: int, page: dict[str, Any]) -> Picture | None:
    if not page["sha256"]:
        return None
    try:
        content = storage.open_verified(_key(file, number), page["sha256"])
    except AppError:  # gone or changed: it is drawn again
        return None
    return Picture(content=content, sha256=page["sha256"])


def _drawn(file: DocumentFile, found: FilePages, number: int) -> Picture:
    pdf = _pdf(file.document)
    if pdf is None:
        raise NotFound("There is no such page.", code="PAGE_NOT_FOUND")
    content = page_picture(pdf=pdf, page=number)
    with transaction.atomic():
        row = FilePages.objects.select_for_update().filter(pk=found.pk).first()
        if row is None:  # erased meanwhile
            raise NotFound("There is no such page.", code="PAGE_NOT_FOUND")
        stored = storage.store(_key(file, number), content, replace=True)
        row.pages[number - 1]["sha256"] = stored.sha256
        row.save(update_fields=["pages"])
    return Picture(content=content, sha256=stored.sha256)


def _key(file: DocumentFile, number: int) -> str:
    return f"{file.storage_key}.pages/{number}.png"
