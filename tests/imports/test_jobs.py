"""Imports as work: stopped, killed, cut off, full disks, two at once: nothing lost, none twice."""

import errno
import os
import random
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from saleor_invoices.domain.errors import AppError
from saleor_invoices.imports.models import ImportJob, ImportRowReport
from saleor_invoices.imports.services import job_work
from saleor_invoices.imports.services.batch_keep import batch_keep
from saleor_invoices.imports.services.job_start import import_resume, import_stop
from saleor_invoices.imports.services.job_work import import_work, imports_stuck
from saleor_invoices.imports.services.lease import Lease
from saleor_invoices.imports.services.tidy import imports_tidy
from saleor_invoices.invoices.models import (
    Allocation,
    ExternalReference,
    HistoryEntry,
    Movement,
    PaymentState,
    SalesDocument,
    VatShare,
)
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import LegalEntity
from tests.imports.files import BROKEN, brought, counts, invoice, started
from tests.plugins import factories

State = ImportJob.State
transactional = pytest.mark.django_db(transaction=True)


@pytest.fixture
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_work, "BATCH", 5)


@pytest.fixture
def seller(transactional_db: None) -> LegalEntity:
    """A seller whose rows are committed."""
    return factories.legal_entity(
        factories.installation(), seller=parties.to_json(factories.SELLER)
    )


def rows_of(count: int) -> list[dict[str, Any]]:
    """Invoices, each third of them paid, each seventh wrong."""
    return [
        invoice(n, **({"payments": [{"amount": "9.00"}]} if n % 3 == 0 else {}))
        if n % 7
        else invoice(n, currency="XXY")
        for n in range(1, count + 1)
    ]


def contents() -> dict[str, list[tuple[Any, ...]]]:
    """What was kept, without keys and times."""
    document = "document__number"
    return {
        "documents": sorted(
            SalesDocument.objects.values_list("number", "gross_minor", "revision", "snapshot")
        ),
        "references": sorted(ExternalReference.objects.values_list("external_id", "version")),
        "history": sorted(HistoryEntry.objects.values_list(document, "event")),
        "shares": sorted(VatShare.objects.values_list(document, "rate", "net_minor")),
        "states": sorted(PaymentState.objects.values_list(document, "status", "balance_minor")),
        "money": sorted(Movement.objects.values_list("key", "amount_minor")),
        "allocations": sorted(Allocation.objects.values_list(document, "amount_minor")),
        "reports": sorted(ImportRowReport.objects.values_list("position", "outcome")),
    }


@pytest.mark.django_db
@pytest.mark.usefixtures("_small_batches")
def test_it_stops_and_goes_on(entity: LegalEntity, monkeypatch: pytest.MonkeyPatch) -> None:
    job = started(entity, rows_of(20))
    keep, done = batch_keep, []

    def stopping(**values: Any) -> None:
        keep(**values)
        done.append(1)
        if len(done) == 2:
            import_stop(job=job)

    monkeypatch.setattr(job_work, "batch_keep", stopping)
    import_work(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.position, SalesDocument.objects.count()) == ("stopped", 10, 9)
    import_work(job_id=job.pk)  # a message that comes late
    job.refresh_from_db()
    assert job.position == 10
    import_resume(job=job)
    import_work(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.position) == ("done", 20)
    assert counts(job) == {"created": 18, "rejected": 2}
    assert ledger_verify().ok


@pytest.mark.django_db
@pytest.mark.usefixtures("_small_batches")
def test_a_task_hands_on_and_the_next_goes_on(entity: LegalEntity) -> None:
    job = started(entity, rows_of(12))
    for position in (5, 10):
        import_work(job_id=job.pk, patience=1e-9)
        job.refresh_from_db()
        assert (job.state, job.position) == ("running", position)
    import_work(job_id=job.pk)
    job.refresh_from_db()
    assert job.state == "done"


@pytest.mark.django_db
@pytest.mark.usefixtures("_small_batches")
def test_a_file_that_breaks_off_leaves_what_was_before(entity: LegalEntity) -> None:
    job = brought(entity, [*rows_of(6), BROKEN, invoice(99)])
    assert (job.state, job.position) == ("failed", 6)
    assert job.last_error == "FILE_CUT_OFF: The file is cut off."
    assert SalesDocument.objects.count() == 6
    import_resume(job=job)
    import_work(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, SalesDocument.objects.count()) == ("failed", 6)


class Full(FileSystemStorage):
    """A storage whose disk is full after some files."""

    left = 0

    def _save(self, name: str, content: File[bytes]) -> str:
        if name.endswith(".part") and Full.left <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        Full.left -= 1
        return str(super()._save(name, content))  # type: ignore[misc]


@pytest.mark.django_db
@pytest.mark.usefixtures("_small_batches")
def test_a_full_disk_stops_it_and_room_lets_it_go_on(entity: LegalEntity, tmp_path: Path) -> None:
    name = f"{Full.__module__}.Full"
    storages = {
        **settings.STORAGES,
        "documents": {"BACKEND": name, "OPTIONS": {"location": str(tmp_path)}},
    }
    with override_settings(STORAGES=storages):
        Full.left = 9  # the upload, and eight PDFs
        job = brought(entity, [invoice(n, pdf=f"{n}") for n in range(1, 13)])
        assert (job.state, job.position) == ("failed", 5)
        assert job.last_error.startswith("DISK_FULL: The disk is full.")
        assert SalesDocument.objects.count() == 5
        Full.left = 100
        import_resume(job=job)
        import_work(job_id=job.pk)
        job.refresh_from_db()
        assert (job.state, counts(job)) == ("done", {"created": 12})
        assert ledger_verify(files=True).ok
        kept = [path for path in tmp_path.rglob("*.pdf") if "imported" in path.name]
        assert len(kept) == 12  # nothing that nobody refers to


@pytest.mark.django_db
def test_an_upload_that_had_its_time_is_deleted_and_no_longer_resumed(
    entity: LegalEntity,
) -> None:
    job = started(entity, rows_of(2))
    job.upload.expires_at = timezone.now() - timedelta(days=1)
    job.upload.save()
    imports_tidy()
    job.upload.refresh_from_db()
    assert job.upload.storage_key  # an import is going on with it
    import_stop(job=job)
    imports_tidy()
    job.refresh_from_db()
    job.upload.refresh_from_db()
    assert job.upload.storage_key == ""
    with pytest.raises(AppError) as caught:
        import_resume(job=job)
    assert caught.value.code == "UPLOAD_GONE"


@pytest.mark.django_db
def test_who_lost_the_lease_writes_nothing(
    entity: LegalEntity, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = started(entity, rows_of(3))
    keep = batch_keep

    def stolen(**values: Any) -> None:
        ImportJob.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
        assert Lease.take(job.pk) is not None
        keep(**values)

    monkeypatch.setattr(job_work, "batch_keep", stolen)
    import_work(job_id=job.pk)
    assert not SalesDocument.objects.exists()
    job.refresh_from_db()
    assert (job.state, job.position) == ("running", 0)


@pytest.mark.django_db
def test_a_job_that_nobody_has_is_found(entity: LegalEntity) -> None:
    job = started(entity, rows_of(1))
    assert imports_stuck() == []
    ImportJob.objects.update(created_at=timezone.now() - timedelta(minutes=1))
    assert imports_stuck() == [job.pk]
    assert Lease.take(job.pk) is not None
    assert imports_stuck() == []
    ImportJob.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert imports_stuck() == [job.pk]


@transactional
@pytest.mark.usefixtures("_small_batches")
def test_two_workers_on_one_job_and_two_jobs_on_one_file(seller: LegalEntity) -> None:
    rows = rows_of(40)
    jobs = [started(seller, rows, key) for key in ("a", "b")]

    def work(pk: int) -> None:
        try:
            import_work(job_id=pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(job.pk,)) for job in (*jobs, *jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for job in jobs:
        while job.state in ("pending", "running"):  # SQLite may have turned one away
            ImportJob.objects.filter(pk=job.pk).update(lease_until=None)
            import_work(job_id=job.pk)
            job.refresh_from_db()
    kept = [counts(job) for job in jobs]
    assert sum(one.get("created", 0) for one in kept) == 35
    assert sum(one.get("unchanged", 0) for one in kept) == 35
    assert SalesDocument.objects.count() == ExternalReference.objects.count() == 35
    assert Movement.objects.count() == 12
    assert ledger_verify().ok


# --- Killed at any moment -------------------------------------------------------------------------
WORKER = """
import django; django.setup()
from saleor_invoices.imports import reading
from saleor_invoices.imports.services import job_work
from tests.imports.files import find_lines
reading.reader_of = find_lines
job_work.BATCH = 5
print("ready", flush=True)
job_work.import_work(job_id={job})
print("done", flush=True)
"""


def worker(job: ImportJob) -> subprocess.Popen[str]:
    """A process of its own that works on the job, on the test's database."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "postgresql":
        url = os.environ["TEST_DATABASE_URL"].rpartition("/")[0] + f"/{name}"
    else:
        url = f"sqlite:///{name}"
    environment = {
        **os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "saleor_invoices.settings",
        "DATA_DIR": str(settings.DATA_DIR), "DEBUG": "true", "BROKER_URL": "memory://",
        "LOG_LEVEL": "ERROR", "PYTHONPATH": str(settings.BASE_DIR),
    }  # fmt: skip
    code = WORKER.format(job=job.pk)
    return subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, text=True,
        cwd=settings.BASE_DIR,
    )  # fmt: skip


def wait_for(job: ImportJob, position: int) -> None:
    """Until a worker has begun, and has got so far."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        row = ImportJob.objects.get(pk=job.pk)
        if row.claim is not None and row.position >= position:
            return
        time.sleep(0.01)


@transactional
@pytest.mark.timeout(300)
def test_killed_ten_times_it_ends_like_one_that_was_not(
    seller: LegalEntity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_work, "BATCH", 5)
    rows = rows_of(400)
    job = started(seller, rows)
    dice, positions = random.Random(6), [0]  # noqa: S311
    for _ in range(10):
        process = worker(job)
        wait_for(job, job.position + dice.choice((0, 5, 20)))
        time.sleep(dice.uniform(0.0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        job.refresh_from_db()
        positions.append(job.position)
        ImportJob.objects.filter(pk=job.pk).update(lease_until=None, claim=None)
    assert len(set(positions)) > 2  # it was killed in the middle, and went on
    import_work(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.position, counts(job)) == (
        "done", 400, {"created": 343, "rejected": 57},
    )  # fmt: skip
    killed = contents()
    other = factories.legal_entity(
        factories.installation("https://two.example.com/graphql/"),
        seller=parties.to_json(factories.SELLER),
    )
    brought(other, rows)
    both = contents()
    assert both == {name: sorted([*found, *found]) for name, found in killed.items()}
    assert ledger_verify().ok
