"""Opening a document's PDF as it was stored, and putting a lost one back."""

import hashlib
from dataclasses import dataclass

from saleor_invoices import logs
from saleor_invoices.documents.storage import open_verified, store
from saleor_invoices.domain.errors import AppError, Conflict
from saleor_invoices.invoices.models import DocumentFile, SalesDocument
from saleor_invoices.invoices.services.document_render import document_made, document_render
from saleor_invoices.invoices.services.problem import (
    document_subject,
    problem_open,
    problem_resolve,
)
from saleor_invoices.invoices.services.render_request import render_request

log = logs.get(__name__)
FAULTS = ("FILE_MISSING", "FILE_CORRUPT", "FILE_NOT_RESTORED")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFile:
    """The content of a file, and its hex SHA-256, which was checked."""

    content: bytes
    sha256: str


def document_open(
    *, document: SalesDocument, kind: DocumentFile.Kind = DocumentFile.Kind.PDF
) -> OpenedFile | None:
    """The document's PDF or XML; None while it is not rendered yet, or has no XML.

    A stored file that is gone or was changed is not served: it becomes a problem of the document,
    and ``NotFound`` FILE_MISSING or ``FileCorrupt`` FILE_CORRUPT is raised.
    """
    file = document.files.filter(kind=kind).first()
    if file is None and kind == DocumentFile.Kind.PDF:
        file = pdf_when_asked(document=document)
    if file is None:
        return None
    try:
        return OpenedFile(content=open_verified(file.storage_key, file.sha256), sha256=file.sha256)
    except AppError as error:
        _tell(document, error)
        raise


def pdf_when_asked(*, document: SalesDocument) -> DocumentFile | None:
    """The PDF of an imported document, made now that somebody asks for it; None for ours, which
    have theirs or will have it soon, and where it can't be made: that becomes a problem.
    """
    if document.source != SalesDocument.Source.IMPORTED or document.erased_at is not None:
        return None
    try:
        return document_render(document=document)
    except Exception as error:  # an engine's own fault, a full disk: the job tells of it
        log.warning("render.when_asked", document=str(document.pk), error=type(error).__name__)
        render_request(document=document)
        return None


def document_restore(*, document: SalesDocument) -> None:
    """Put the document's files back where they are gone or were changed.

    The snapshot is rendered again, and kept only if its bytes are those that were issued.
    """
    files = list(document.files.all())
    for file in files:
        try:
            open_verified(file.storage_key, file.sha256)
        except AppError:
            if not _put_back(document, file):
                return
    if files:
        problem_resolve(
            installation=document.installation, subject=document_subject(document.pk), codes=FAULTS
        )


def _put_back(document: SalesDocument, file: DocumentFile) -> bool:
    content = document_made(document=document).files.get(DocumentFile.Kind(file.kind), b"")
    if hashlib.sha256(content).hexdigest() == file.sha256:
        store(file.storage_key, content, replace=True)
        return True
    message = f"It was made by {file.engine}, which renders it otherwise than the app does now."
    _tell(document, Conflict(message, code="FILE_NOT_RESTORED"))
    return False


def _tell(document: SalesDocument, error: AppError) -> None:
    problem_open(
        installation=document.installation,
        subject=document_subject(document.pk),
        code=error.code,
        message=f"The PDF of {document.number} can't be opened: {error.message}",
        remedy="Put the file back from a backup, then press Retry; where nobody has one, Retry"
        " renders the document anew and keeps it if it is the same to the byte.",
        params={"document_id": str(document.pk), "number": document.number},
    )
