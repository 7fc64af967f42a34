"""The stored files of documents, as archives hold them."""

from saleor_invoices.domain.errors import Conflict, NotFound
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import DocumentFile, SalesDocument
from saleor_invoices.invoices.services.document_open import document_open

PDF, XML = DocumentFile.Kind.PDF, DocumentFile.Kind.XML
Files = dict[DocumentFile.Kind, bytes]


def document_files(document: SalesDocument, kinds: tuple[DocumentFile.Kind, ...]) -> Files:
    """A document's PDF, and its XML where it has one and it is asked for.

    Raises ``Conflict`` DOCUMENT_NOT_ISSUED, DOCUMENT_ERASED; ``NotFound`` PDF_MISSING; and as
    ``document_open``.
    """
    if document.state != DocumentState.ISSUED:
        raise Conflict("A draft has no PDF.", code="DOCUMENT_NOT_ISSUED")
    if document.erased_at is not None:
        raise Conflict("The document was erased.", code="DOCUMENT_ERASED")
    opened = {kind: document_open(document=document, kind=kind) for kind in kinds}
    if opened[PDF] is None:
        raise NotFound("Its PDF is not there yet; try again in a minute.", code="PDF_MISSING")
    return {kind: file.content for kind, file in opened.items() if file is not None}
