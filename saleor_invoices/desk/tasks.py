"""Background work of the back office. Every task may run twice, late and at the same time."""

from celery import shared_task

from saleor_invoices import background
from saleor_invoices.desk.services import bulk_work as working
from saleor_invoices.desk.services.bulk_start import WORK_TASK
from saleor_invoices.desk.services.bulk_tidy import bulk_jobs_stuck
from saleor_invoices.desk.services.bulk_tidy import bulk_tidy as tidy_up


@shared_task
def bulk_work(job_id: int) -> None:
    """Go on with a bulk job."""
    working.bulk_work(job_id=job_id)


@shared_task
def sweep() -> None:
    """Pick up jobs that a crash or a lost message left behind."""
    for job_id in bulk_jobs_stuck():
        background.send(WORK_TASK, job_id)


@shared_task
def tidy() -> None:
    """Once an hour: delete what has had its time."""
    tidy_up()
