"""Background work on deliveries. Every task may run twice, late and at the same time."""

from celery import shared_task

from saleor_invoices.delivery.services import dispatch_send as sending
from saleor_invoices.delivery.services import transmission_work as transmitting
from saleor_invoices.delivery.services.dispatch_sweep import dispatches_sweep
from saleor_invoices.delivery.services.reminders_plan import reminders_plan


@shared_task
def dispatch_send(dispatch_id: str) -> None:
    """Send one mail."""
    sending.dispatch_send(dispatch_id=dispatch_id)


@shared_task
def transmission_work(transmission_id: str) -> None:
    """Hand an e-invoice over, or ask what became of it."""
    transmitting.transmission_work(transmission_id=transmission_id)


@shared_task
def reminders_due() -> None:
    """Once an hour: plan the reminders of this day."""
    reminders_plan()


@shared_task
def sweep() -> None:
    """Pick up mails and e-invoices that a crash or a lost message left behind."""
    dispatches_sweep()
    transmitting.transmissions_sweep()
