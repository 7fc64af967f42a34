"""Asking for a Saleor invoice to carry a document's number and URL."""

from django.db import transaction

from saleor_invoices import background
from saleor_invoices.invoices.models import DocumentFile, OrderRecord, Publication, SalesDocument
from saleor_invoices.invoices.services.render_request import render_request

PUBLISH_TASK = "saleor_invoices.invoices.tasks.publication_publish"


def publication_request(
    *,
    document: SalesDocument,
    saleor_invoice_id: str | None,
    notify: bool,
    order: OrderRecord | None = None,
) -> Publication:
    """Return the publication on the order (by default the document's own), asking for it once.

    With an id, that Saleor invoice is answered. Without, the document gets a Saleor invoice of
    its own there, unless one (requested or ours) already shows it.
    """
    order = order or document.order
    if saleor_invoice_id is None:
        shown = document.publications.exclude(state="withdrawn").filter(order=order)
        publication = shown.order_by("pk").first()
        if publication is None:
            publication, _ = Publication.objects.get_or_create(
                document=document, order=order, requested=False, defaults={"notify": notify}
            )
    else:
        publication, _ = Publication.objects.get_or_create(
            document=document,
            saleor_invoice_id=saleor_invoice_id,
            defaults={
                "order": order,
                "requested": True,
                "notify": notify and not _has_notified(document),
            },
        )
    if publication.state == Publication.State.PENDING:
        render_request(document=document)
        transaction.on_commit(lambda: _send_if_rendered(publication))
    return publication


def _send_if_rendered(publication: Publication) -> None:
    # What has no file yet goes on when it has (``publications_resume``): that looks for waiting
    # publications after the file was written, this for the file after the publication was.
    if DocumentFile.objects.filter(document_id=publication.document_id).exists():
        background.send(PUBLISH_TASK, publication.pk)


def _has_notified(document: SalesDocument) -> bool:
    return document.publications.filter(notify=True).exists()
