"""What can't be done with a document whose content was erased."""

from saleor_invoices.domain.errors import Conflict
from saleor_invoices.invoices.models import SalesDocument


def refuse_erased(document: SalesDocument) -> None:
    """Raise ``Conflict`` ERASED where there is nothing left to read, render or send."""
    if document.erased_at is not None:
        raise Conflict(
            f"The content of {document.number} was erased after its time of retention.",
            code="ERASED",
            params={"number": document.number, "erased_at": document.erased_at.isoformat()},
        )
