"""Reports on a document whose content is erased no longer quote it."""

from saleor_invoices.imports.models import ImportRowReport
from saleor_invoices.invoices.models import ExternalReference, SalesDocument


def reports_forget(document: SalesDocument) -> None:
    """Empty what reports say of the document; that there was something to say stays."""
    reference = ExternalReference.objects.filter(document=document).first()
    if reference is None:
        return
    rows = ImportRowReport.objects.filter(
        job__installation_id=document.installation_id, external_id=reference.external_id
    )
    rows.update(findings=[])
