"""Background work on webhooks. Every task may run twice, late and at the same time."""

from celery import shared_task

from saleor_invoices.events.services import delivery_send as sending
from saleor_invoices.events.services.delivery_decide import events_prune
from saleor_invoices.events.services.delivery_sweep import deliveries_sweep
from saleor_invoices.events.services.overdue_find import overdue_find


@shared_task
def delivery_send(delivery_id: str) -> None:
    """Send one event to one endpoint."""
    sending.delivery_send(delivery_id=delivery_id)


@shared_task
def overdue_due() -> None:
    """Once an hour: find what became overdue."""
    overdue_find()


@shared_task
def prune() -> None:
    """Once a day: drop what was sent long ago."""
    events_prune()


@shared_task
def sweep() -> None:
    """Pick up events that are due, or that a crash or a lost message left behind."""
    deliveries_sweep()
