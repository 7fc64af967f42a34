"""Pick up what a crash, a lost message or an absent broker left behind."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from saleor_invoices.inbox.models import Delivery
from saleor_invoices.inbox.services.delivery_enqueue import breaker, deliveries_send

BATCH = 2000
PATIENCE = timedelta(seconds=30)
"""How long a message may wait in the broker before it is taken for lost."""


def inbox_sweep() -> int:
    """Enqueue due deliveries that nobody seems to have; returns how many.

    A message that was not lost, only slow, becomes a second one: it costs its worker one UPDATE
    that finds nothing. The batch bounds how many of them a backlog can cause.
    """
    if breaker.is_open:
        return 0
    now = timezone.now()
    with transaction.atomic():
        picked = list(_forgotten(now).values_list("pk", flat=True)[:BATCH])
        Delivery.objects.filter(pk__in=picked).update(queued_at=now)
    deliveries_send(picked)
    return len(picked)


def _forgotten(now: datetime) -> QuerySet[Delivery]:
    lost = Q(queued_at=None) | Q(queued_at__lt=now - PATIENCE)
    due = Delivery.objects.filter(lost, state=Delivery.State.PENDING, next_attempt_at__lte=now)
    # Two schedulers by mistake must not double the work.
    skip = connection.features.has_select_for_update_skip_locked
    return due.order_by("next_attempt_at").select_for_update(skip_locked=skip)
