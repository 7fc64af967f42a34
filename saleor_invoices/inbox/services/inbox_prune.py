"""Empty what is worked off: a delivery's body holds customers' data and is of no more use."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from saleor_invoices.inbox.models import Delivery

BATCH = 1000


def inbox_prune() -> int:
    """Empty the bodies of deliveries done INBOX_KEEP_DAYS ago; returns how many.

    The row stays, so that a late duplicate is still known. A failed delivery keeps its body until
    it has been replayed.
    """
    before = timezone.now() - timedelta(days=settings.INBOX_KEEP_DAYS)
    old = Delivery.objects.filter(state=Delivery.State.DONE, done_at__lt=before).exclude(body=b"")
    total = 0
    while batch := list(old.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        total += Delivery.objects.filter(pk__in=batch).update(body=b"")
    return total
