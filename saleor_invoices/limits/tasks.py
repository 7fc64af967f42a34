"""Background work on the counters."""

from celery import shared_task

from saleor_invoices.limits.services import limits_prune


@shared_task
def prune() -> None:
    """Once an hour: forget who has not come again."""
    limits_prune()
