"""Working an import off: some documents at a time, from where the last worker stopped.

A batch's documents, the reports on it and the position are one transaction: after a crash there
are all of them or none. The lease is renewed in it, so that a worker that lost it writes nothing.
"""

import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from saleor_invoices import background, logs
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.imports.attached import attached_drop
from saleor_invoices.imports.models import ImportJob
from saleor_invoices.imports.reading import options_of, reader_find
from saleor_invoices.imports.reading_process import batches_read
from saleor_invoices.imports.ready import ReadOrder, ReadyItem
from saleor_invoices.imports.services.batch_keep import BATCH, Kept, batch_keep
from saleor_invoices.imports.services.faults import fault_of
from saleor_invoices.imports.services.job_start import WORK_TASK
from saleor_invoices.imports.services.lease import LEASE, Lease, LeaseLost
from saleor_invoices.imports.services.upload import upload_opened
from saleor_invoices.invoices.services.external_links_follow import LINK_TASK
from saleor_invoices.invoices.services.external_prepare import Books

MOST_ATTEMPTS = 8
"""Without anything getting done in between."""
FIRST_DELAY = timedelta(seconds=5)
LINES = frozenset({"csv", "jsonl"})
"""Readers whose files have about one document, or one line of one, on each line."""
State = ImportJob.State

log = logs.get(__name__)


def import_work(*, job_id: int, patience: float | None = None) -> None:
    """Go on with an import, unless it has ended or another worker has it.

    ``patience``: seconds after which the rest is left to the next task; None: half of what a task
    may take. Reading again to where it was costs time, so that it is long.
    """
    lease = Lease.take(job_id)
    if lease is None:
        return
    job = ImportJob.objects.select_related("installation", "legal_entity", "upload").get(pk=job_id)
    try:
        if _go_on(job, lease, time.monotonic() + (patience or settings.WORK_LEASE_SECONDS / 2)):
            lease.end(State.DONE, last_error="")
            background.send(LINK_TASK, job.installation_id)
        else:
            lease.give_back()
            background.send(WORK_TASK, job.pk)
    except LeaseLost:
        log.info("import.lease_lost", job=job_id)
    except Exception as error:  # whatever it is: it must be seen
        _failed(job, lease, error)


def imports_stuck() -> list[int]:
    """Imports whose message was lost, whose worker died, or whose time to try again has come."""
    now = timezone.now()
    open_jobs = ImportJob.objects.filter(state__in=(State.PENDING, State.RUNNING))
    died = open_jobs.filter(lease_until__lte=now)
    lost = open_jobs.filter(lease_until__isnull=True, created_at__lt=now - LEASE / 6)
    return [*died.values_list("pk", flat=True), *lost.values_list("pk", flat=True)]


def _go_on(job: ImportJob, lease: Lease, until: float) -> bool:
    """Work until the time is up; returns whether the whole file was dealt with."""
    if job.attempts > MOST_ATTEMPTS:
        raise Conflict("Going on stopped the worker each time.", code="WORKER_DIED")
    with upload_opened(job.upload) as path, tempfile.TemporaryDirectory() as folder:
        _look_at(job, lease, path)
        kept = Kept(job)
        with closing(batches_read(_order(job, path, Path(folder), kept.intake.books))) as batches:
            coming = _Ahead(batches)
            with lease.kept_alive():  # a large file is looked through up to where it was
                batch = coming.next()
            while batch is not None:
                with coming.reading():
                    batch_keep(job=job, lease=lease, items=batch, kept=kept)
                attached_drop(item.prepared for item in batch if item.prepared)
                if time.monotonic() >= until and not job.dry_run:
                    return False
                batch = coming.next()
    return True


class _Ahead:
    """The next batch is read while the database is busy with this one."""

    def __init__(self, batches: Iterator[list[ReadyItem]]) -> None:
        self._batches = batches
        self._coming: Future[list[ReadyItem] | None] | None = None

    def next(self) -> list[ReadyItem] | None:
        """The next batch. Raises what the reading of it raised."""
        coming, self._coming = self._coming, None
        return coming.result() if coming else next(self._batches, None)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read on meanwhile; nobody reads any more when this is left."""
        with ThreadPoolExecutor(max_workers=1) as pool:
            self._coming = pool.submit(next, self._batches, None)
            yield


def _order(job: ImportJob, path: Path, folder: Path, books: Books) -> ReadOrder:
    # A dry run keeps nothing that a later part of it could be compared with: it reads all anew.
    after = 0 if job.dry_run else job.position
    options = options_of(job.options, after=after)
    return ReadOrder(
        path=path, name=job.upload.name, options=options, books=books, folder=folder, batch=BATCH
    )


def _look_at(job: ImportJob, lease: Lease, path: Path) -> None:
    """Note what kind of file it is and about how long, before the first document."""
    reader = reader_find(path, job.upload.name)
    if job.format == reader.name:
        return
    job.format = reader.name
    job.rows = _lines(path) if reader.name in LINES else None
    lease.keep(format=job.format, rows=job.rows)


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1_048_576), b""))


def _failed(job: ImportJob, lease: Lease, error: Exception) -> None:
    """Try again later, or tell that it does not go on by itself."""
    fault = fault_of(error)
    job.refresh_from_db(fields=["attempts"])
    log.warning("import.failed", job=job.pk, code=fault.code, attempt=job.attempts, exc_info=error)
    told = f"{fault.code}: {fault.message}"[:2000]
    try:
        if fault.permanent or job.attempts >= MOST_ATTEMPTS:
            lease.end(State.FAILED, last_error=told)
        else:
            delay = FIRST_DELAY * 2 ** max(job.attempts - 1, 0)
            lease.give_back(until=timezone.now() + delay, last_error=told)
    except LeaseLost:
        log.info("import.lease_lost", job=job.pk)
