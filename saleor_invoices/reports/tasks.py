"""Background work on reports. Every task may run twice, late and at the same time."""

from celery import shared_task

from saleor_invoices.reports.services import ledger_check as checking

HOURS_6 = 21_600


@shared_task(time_limit=HOURS_6)
def ledger_check(check_id: int) -> None:
    """Check a store's ledger."""
    checking.ledger_check_work(check_id=check_id)


@shared_task
def sweep() -> None:
    """Take up checks whose worker died."""
    checking.ledger_checks_sweep()
