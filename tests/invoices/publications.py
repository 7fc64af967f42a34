"""Making attempts at publications, and looking at what came of them."""

from datetime import timedelta

from django.utils import timezone

from saleor_invoices.invoices.models import Publication
from saleor_invoices.invoices.services.publication_publish import publication_publish as publish


def again(publication: Publication) -> None:
    """Let time pass until the next attempt, and make it."""
    Publication.objects.filter(pk=publication.pk).update(
        next_attempt_at=timezone.now() - timedelta(seconds=1)
    )
    publish(publication_id=publication.pk)
    publication.refresh_from_db()


def attempt(publication: Publication) -> None:
    """Make an attempt now, if it is due."""
    publish(publication_id=publication.pk)
    publication.refresh_from_db()


def events(publication: Publication) -> list[str]:
    """What the document's history tells since it was rendered."""
    history = publication.document.history.order_by("pk")
    return list(history.values_list("event", flat=True))[2:]  # after issued and rendered
