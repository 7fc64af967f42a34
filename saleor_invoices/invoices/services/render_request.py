"""Having a document's files made when somebody first needs them."""

from django.db import transaction

from saleor_invoices import background
from saleor_invoices.invoices.models import DocumentFile, RenderJob, SalesDocument
from saleor_invoices.invoices.services.document_issue import RENDER_TASK


def render_request(*, document: SalesDocument) -> None:
    """Have the PDF of an imported document made, once.

    Ours are made at their issue; a hundred thousand imports at once would keep every worker busy
    for hours, for files that mostly nobody asks for.
    """
    if document.source != SalesDocument.Source.IMPORTED or document.erased_at is not None:
        return
    if DocumentFile.objects.filter(document=document, kind=DocumentFile.Kind.PDF).exists():
        return
    with transaction.atomic():
        _, is_new = RenderJob.objects.get_or_create(document=document)
        if is_new:
            background.enqueue(RENDER_TASK, str(document.pk))
