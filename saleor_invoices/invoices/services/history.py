"""The history of a document: append-only, with who and when."""

from django.utils import timezone

from saleor_invoices.invoices.models import HistoryEntry, SalesDocument


def history_append(
    *, document: SalesDocument, event: str, actor: str = "app", **params: object
) -> HistoryEntry:
    """Write one entry. ``params`` are JSON values without personal data."""
    return HistoryEntry.objects.create(
        document=document, event=event, actor=actor, at=timezone.now(), params=params
    )
