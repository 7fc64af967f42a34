"""Jobs that nobody works on, and files that nobody needs any more."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from saleor_invoices.desk.models import BulkItem, BulkJob
from saleor_invoices.desk.selectors.bulk import OPEN
from saleor_invoices.desk.services import bulk_parts
from saleor_invoices.desk.services.bulk_act import ACTS
from saleor_invoices.desk.services.bulk_lease import LEASE
from saleor_invoices.documents.storage import discard
from saleor_invoices.invoices.models import SalesDocument

PATIENCE = timedelta(seconds=10)
KEEP_JOBS = timedelta(days=90)
ERASED = "DOCUMENT_ERASED: A document of it was erased meanwhile; start it again."


def bulk_jobs_stuck() -> list[int]:
    """Jobs whose message was lost, whose worker died, or whose time to try again has come."""
    now = timezone.now()
    free = Q(lease_until__lte=now) | Q(lease_until__isnull=True, created_at__lt=now - PATIENCE)
    return list(BulkJob.objects.filter(free, state__in=OPEN).values_list("pk", flat=True))


def bulk_tidy() -> None:
    """Delete files whose time is up, parts of what has ended, and jobs of long ago."""
    now = timezone.now()
    for job in BulkJob.objects.filter(expires_at__lte=now).exclude(storage_key=""):
        _drop_file(job)
    ended = BulkJob.objects.exclude(state__in=OPEN)
    # A worker that does not know yet that its job was cancelled may write one more part.
    for job in ended.filter(has_parts=True, finished_at__lt=now - LEASE):
        bulk_parts.drop_all(job)
    ended.filter(finished_at__lt=now - KEEP_JOBS, storage_key="", has_parts=False).delete()


def bulk_files_forget(document: SalesDocument) -> None:
    """Delete files that hold a document whose content is erased, and stop the making of others."""
    jobs = BulkJob.objects.filter(
        pk__in=BulkItem.objects.filter(document_id=document.pk).values("job")
    )
    # In this order: a worker that ends its job meanwhile has left a file, or finds the job stopped.
    jobs.filter(state__in=OPEN).exclude(kind__in=ACTS).update(
        state=BulkJob.State.FAILED, last_error=ERASED, finished_at=timezone.now(), lease_until=None
    )
    jobs.exclude(state__in=OPEN).update(params={})  # a message to one customer, perhaps
    files = jobs.exclude(storage_key="")
    files.update(expires_at=timezone.now())  # if we die before we delete it, ``bulk_tidy`` does
    for job in files:
        transaction.on_commit(lambda job=job: _drop_file(job))  # type: ignore[misc]


def _drop_file(job: BulkJob) -> None:
    discard(job.storage_key)
    BulkJob.objects.filter(pk=job.pk, storage_key=job.storage_key).update(
        storage_key="", file_size=None
    )
