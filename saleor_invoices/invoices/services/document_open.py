"""Opening a document's PDF as it was stored, and putting a lost one back."""

from dataclasses import dataclass

from saleor_invoices.documents.storage import open_verified, store
from saleor_invoices.domain.errors import AppError, Conflict
from saleor_invoices.invoices.models import DocumentFile, SalesDocument
from saleor_invoices.invoices.services.document_render import document_rendered
from saleor_invoices.invoices.services.problem import (
    document_subject,
    problem_open,
    problem_resolve,
)

FAULTS = ("FILE_MISSING", "FILE_CORRUPT", "FILE_NOT_RESTORED")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFile:
    """The content of a file, and its hex SHA-256, which was checked."""

    content: bytes
    sha256: str


def document_open(*, document: SalesDocument) -> OpenedFile | None:
    """The document's PDF; None while it is not rendered yet.

    A stored file that is gone or was changed is not served: it becomes a problem of the document,
    and ``NotFound`` FILE_MISSING or ``FileCorrupt`` FILE_CORRUPT is raised.
    """
    file = document.files.filter(kind=DocumentFile.Kind.PDF).first()
    if file is None:
        return None
    try:
        return OpenedFile(content=open_verified(file.storage_key, file.sha256), sha256=file.sha256)
    except AppError as error:
        _tell(document, error)
        raise


def document_restore(*, document: SalesDocument) -> None:
    """Put the document's PDF back where it is gone or was changed.

    The snapshot is rendered again, and kept only if its bytes are those that were issued.
    """
    file = document.files.filter(kind=DocumentFile.Kind.PDF).first()
    if file is None:
        return
    try:
        open_verified(file.storage_key, file.sha256)
    except AppError:
        if not _put_back(document, file):
            return
    problem_resolve(
        installation=document.installation, subject=document_subject(document.pk), codes=FAULTS
    )


def _put_back(document: SalesDocument, file: DocumentFile) -> bool:
    rendered = document_rendered(document=document)
    if rendered.sha256 == file.sha256:
        store(file.storage_key, rendered.pdf, replace=True)
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
