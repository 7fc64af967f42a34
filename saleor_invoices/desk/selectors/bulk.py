"""Questions about bulk jobs."""

from collections.abc import Iterable, Mapping

from django.db.models import Count, QuerySet

from saleor_invoices.desk.models import BulkItem, BulkJob
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.selectors.viewers import Viewer, require_staff

OPEN = (BulkJob.State.PENDING, BulkJob.State.RUNNING)


def bulk_jobs_visible(*, viewer: Viewer) -> QuerySet[BulkJob]:
    """The store's jobs, the latest first. For staff with MANAGE_ORDERS (``NotAllowed``)."""
    installation = require_staff(viewer).installation
    return BulkJob.objects.filter(installation=installation).order_by("-pk")


def bulk_job_visible(*, viewer: Viewer, job_id: int) -> BulkJob:
    """One of them. Raises ``NotFound``, and ``NotAllowed`` as above."""
    found = bulk_jobs_visible(viewer=viewer).filter(pk=job_id).first()
    if found is None:
        raise NotFound("There is no such job.")
    return found


def bulk_tallies(*, jobs: Iterable[BulkJob]) -> Mapping[int, Mapping[str, int]]:
    """How many documents of each job ended how, in one query."""
    keys = [job.pk for job in jobs]
    rows = BulkItem.objects.filter(job__in=keys).exclude(outcome="").order_by()
    found: dict[int, dict[str, int]] = {key: {} for key in keys}
    for key, outcome, items in rows.values_list("job_id", "outcome").annotate(Count("pk")):
        found[key][outcome] = items
    return found


def bulk_items(*, job: BulkJob, outcome: str | None, after: int) -> QuerySet[BulkItem]:
    """What has come of the job's documents, after one of them, in the job's order."""
    rows = BulkItem.objects.filter(job=job, pk__gt=after).exclude(outcome="").order_by("pk")
    return rows.filter(outcome=outcome) if outcome else rows
