"""The private links that staff hand on."""

import uuid
from collections.abc import Iterable, Mapping

from django.utils import timezone

from saleor_invoices.invoices.models import DownloadLink, SalesDocument
from saleor_invoices.invoices.selectors.documents import channels_where
from saleor_invoices.stores.models import Installation


def links_of_documents(
    *, installation: Installation, documents: Iterable[SalesDocument]
) -> Mapping[uuid.UUID, tuple[DownloadLink, bool]]:
    """The live link of each of the documents, and whether it opens by itself now."""
    rows = {row.pk: row for row in documents}
    links = DownloadLink.objects.filter(document_id__in=list(rows), revoked_at__isnull=True)
    first: dict[uuid.UUID, DownloadLink] = {}
    for link in links.order_by("pk"):
        first.setdefault(link.document_id, link)
    channels = {rows[key].channel for key in first}
    strict = channels_where(installation=installation, key="strict_links", channels=channels)
    return {key: (link, _opens(link, rows[key], strict)) for key, link in first.items()}


def _opens(link: DownloadLink, document: SalesDocument, strict: frozenset[str]) -> bool:
    # As ``link_open.link_opens_itself`` decides, for many documents at once.
    until = link.opens_until
    return until is not None and timezone.now() < until and document.channel not in strict
