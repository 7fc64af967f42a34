"""Working a job off: some documents at a time, from where the last worker stopped.

A job that does something to documents takes them one by one (``bulk_act``). One that makes a file
collects parts of some documents in the storage and puts them together at the end; a part and
the notes on its documents come in this order, so that after a crash a part is made again, or is
there. Two workers at once make no difference: the lease lets one go on.
"""

import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from saleor_invoices import background, logs
from saleor_invoices.desk.models import BulkItem, BulkJob
from saleor_invoices.desk.services import bulk_parts
from saleor_invoices.desk.services.bulk_act import ACTS, GONE, bulk_act
from saleor_invoices.desk.services.bulk_assemble import file_assemble, file_name
from saleor_invoices.desk.services.bulk_collect import part_collect
from saleor_invoices.desk.services.bulk_lease import Lease, LeaseLost
from saleor_invoices.desk.services.bulk_parts import part_size
from saleor_invoices.desk.services.bulk_start import WORK_TASK
from saleor_invoices.documents.storage import discard, store_file
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.invoices.services.attempts import describe

MOST_ATTEMPTS = 8
"""Without anything getting done in between."""
A_TASK = 20.0
"""Seconds after which a task hands on to the next one: other jobs want their turn."""
FIRST_DELAY = timedelta(seconds=5)
State, Outcome = BulkJob.State, BulkItem.Outcome

log = logs.get(__name__)


def bulk_work(*, job_id: int) -> None:
    """Go on with a job, unless it has ended or another worker has it."""
    lease = Lease.take(job_id)
    if lease is None:
        return
    job = BulkJob.objects.select_related("installation").get(pk=job_id)
    try:
        if _go_on(job, lease):
            _finish(job, lease)
        else:
            lease.give_back()
            background.send(WORK_TASK, job.pk)
    except LeaseLost:
        log.info("bulk.lease_lost", job=job_id)
    except Exception as error:  # whatever it is: it must be seen
        _failed(job, lease, error)


def _go_on(job: BulkJob, lease: Lease) -> bool:
    """Work until the task's time is up; returns whether all documents are done."""
    if job.attempts > MOST_ATTEMPTS:
        raise Conflict("Going on stopped the worker each time.", code="WORKER_DIED")
    until = time.monotonic() + A_TASK
    while items := _next(job):
        if job.kind in ACTS:
            for item in items:
                bulk_act(job=job, item_id=item.pk)
                lease.keep(progress=True)
        else:
            _collect(job, lease, items)
        job.attempts = 0
        if time.monotonic() >= until:
            return not _next(job)
    return True


def _next(job: BulkJob) -> list[BulkItem]:
    """The documents of the part that is next."""
    waiting = BulkItem.objects.filter(job=job, outcome="").order_by("position")
    first = waiting.values_list("position", flat=True).first()
    if first is None:
        return []
    size = part_size(job)
    start = first // size * size
    return list(waiting.filter(position__gte=start, position__lt=start + size))


def _collect(job: BulkJob, lease: Lease, items: list[BulkItem]) -> None:
    number = items[0].position // part_size(job)
    lease.keep(has_parts=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "part"
        if part_collect(job=job, items=items, path=path):
            lease.keep()  # who lost it must not write over the part of the next worker
            bulk_parts.keep(job, number, path)
    with transaction.atomic():
        lease.keep(progress=True)  # first: who lost it writes nothing
        BulkItem.objects.bulk_update(items, ["outcome", "code", "message", "pages"])


def _finish(job: BulkJob, lease: Lease) -> None:
    if job.kind in ACTS:
        lease.end(State.DONE, last_error="")
        return
    numbers = _parts_made(job)
    with tempfile.TemporaryDirectory() as folder:
        made = {}
        if numbers:
            path = Path(folder) / "file"
            with lease.kept_alive():  # merging and storing a large file takes longer than a lease
                file_assemble(job=job, parts=_parts(job, lease, numbers, Path(folder)), path=path)
                lease.keep()
                made = _kept(job, lease, path)
    try:
        lease.end(State.DONE, last_error="", **made)
    except LeaseLost:
        if made:
            discard(str(made["storage_key"]))
        raise
    bulk_parts.drop_all(job)


def _kept(job: BulkJob, lease: Lease, path: Path) -> dict[str, object]:
    name = file_name(job)
    # The claim in the key: a worker that outlived its lease must not touch the file of the next.
    key = f"{bulk_parts.folder(job)}/{lease.token}/{name}"
    size = store_file(key, path)
    expires = timezone.now() + timedelta(days=settings.BULK_KEEP_DAYS)
    return {"storage_key": key, "file_name": name, "file_size": size, "expires_at": expires}


def _parts_made(job: BulkJob) -> list[int]:
    rows = BulkItem.objects.filter(job=job).order_by("position")
    if job.kind == BulkJob.Kind.ARCHIVE:  # it has the data of those without files as well
        done = rows.filter(outcome__in=(Outcome.DONE, Outcome.FAILED)).exclude(code=GONE.code)
    else:
        done = rows.filter(outcome=Outcome.DONE)
    size = part_size(job)
    return sorted({position // size for position in done.values_list("position", flat=True)})


def _parts(job: BulkJob, lease: Lease, numbers: list[int], folder: Path) -> Iterator[Path]:
    """Local copies, one after the other; those of PDFs stay, as they are written at the end."""
    for number in numbers:
        lease.keep()
        path = folder / f"part-{number}"
        bulk_parts.fetch(job, number, path)
        yield path
        if job.kind != BulkJob.Kind.MERGED_PDF:
            path.unlink()


def _failed(job: BulkJob, lease: Lease, error: Exception) -> None:
    """Try again later, or tell that it does not go on."""
    fault = describe(error)
    log.warning("bulk.failed", job=job.pk, code=fault.code, attempt=job.attempts, exc_info=error)
    told = f"{fault.code}: {fault.message}"[:2000]
    try:
        if fault.permanent or job.attempts >= MOST_ATTEMPTS:
            lease.end(State.FAILED, last_error=told)
        else:
            delay = FIRST_DELAY * 2 ** max(job.attempts - 1, 0)
            lease.give_back(until=timezone.now() + delay, last_error=told)
    except LeaseLost:
        log.info("bulk.lease_lost", job=job.pk)
