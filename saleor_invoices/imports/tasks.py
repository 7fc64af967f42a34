"""Background work of imports. Every task may run twice, late and at the same time."""

from celery import shared_task

from saleor_invoices import background
from saleor_invoices.imports.services import job_work
from saleor_invoices.imports.services.job_start import WORK_TASK
from saleor_invoices.imports.services.tidy import imports_tidy


@shared_task(name=WORK_TASK)
def import_work(job_id: int) -> None:
    """Go on with an import."""
    job_work.import_work(job_id=job_id)


@shared_task
def sweep() -> None:
    """Pick up imports that a crash or a lost message left behind."""
    for job_id in job_work.imports_stuck():
        background.send(WORK_TASK, job_id)


@shared_task
def tidy() -> None:
    """Once an hour: delete what has had its time."""
    imports_tidy()
