"""The inbox's background work."""

from celery import shared_task
from django.conf import settings

from saleor_invoices.inbox.services.delivery_enqueue import PROCESS_TASK
from saleor_invoices.inbox.services.delivery_work import delivery_work
from saleor_invoices.inbox.services.inbox_prune import inbox_prune
from saleor_invoices.inbox.services.inbox_sweep import inbox_sweep

_HARD_LIMIT = max(settings.INBOX_LEASE_SECONDS - 2, 2)  # before another worker may take it


@shared_task(name=PROCESS_TASK, time_limit=_HARD_LIMIT, soft_time_limit=max(_HARD_LIMIT - 3, 1))
def delivery_process(delivery_id: int) -> None:
    """Work one delivery off."""
    delivery_work(delivery_id=delivery_id)


@shared_task(name="inbox.sweep")
def sweep() -> None:
    """Enqueue what was left behind."""
    inbox_sweep()


@shared_task(name="inbox.prune")
def prune() -> None:
    """Empty old bodies."""
    inbox_prune()
