"""Jobs that make a file: what is in it, and that it is the same however often a worker died."""

import csv
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from saleor_invoices.desk.models import BulkItem, BulkJob
from saleor_invoices.desk.services import bulk_parts, bulk_work
from saleor_invoices.desk.services.bulk_assemble import file_assemble
from saleor_invoices.desk.services.bulk_start import bulk_cancel
from saleor_invoices.desk.services.bulk_tidy import bulk_files_forget, bulk_tidy
from saleor_invoices.documents.storage import is_stored, open_file
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.selectors.viewers import StaffViewer
from saleor_invoices.stores.models import LegalEntity
from tests.desk import jobs
from tests.desk.jobs import Kind, invoice, job, outcomes, pdf, with_file, work
from tests.plugins import factories

ROOT = Path(__file__).resolve().parents[2]


class Killed(BaseException):
    """The worker dies: nothing catches this."""


def content(one: BulkJob) -> bytes:
    """The job's file."""
    with open_file(one.storage_key) as file:
        return bytes(file.read())


def entries(one: BulkJob) -> dict[str, bytes]:
    """The files in the job's archive."""
    with zipfile.ZipFile(io.BytesIO(content(one))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_an_archive_has_each_pdf_and_xml_once_and_tells_what_lacks(
    entity: LegalEntity, alice: StaffViewer
) -> None:
    first = with_file(with_file(invoice(entity, "INV/1"), pdf(1)), b"<Invoice/>", "xml")
    twin = with_file(invoice(factories.legal_entity(entity.installation, "b"), "INV/1"), pdf(2))
    no_pdf = invoice(entity, "INV-2")
    lost = with_file(invoice(entity, "INV-3"), pdf(3))
    changed = with_file(invoice(entity, "INV-4"), pdf(4))
    for row, text in ((lost, None), (changed, b"other")):
        path = Path(settings.STORAGES["documents"]["OPTIONS"]["location"])
        path /= row.files.get().storage_key
        path.unlink() if text is None else path.write_bytes(text)
    draft = factories.issued_document(
        entity, factories.sample_document(number="", issue_date=None), pdf=False
    )
    done = work(job(alice, Kind.ZIP, [first, twin, no_pdf, lost, changed, draft]))
    assert outcomes(done) == [
        ("INV/1", "done", ""), ("INV/1", "done", ""), ("INV-2", "failed", "PDF_MISSING"),
        ("INV-3", "failed", "FILE_MISSING"), ("INV-4", "failed", "FILE_CORRUPT"),
        ("", "skipped", "DOCUMENT_NOT_ISSUED"),
    ]  # fmt: skip
    assert entries(done) == {
        "INV-1.pdf": pdf_of(first), "INV-1.xml": b"<Invoice/>", "INV-1-2.pdf": pdf_of(twin),
    }  # fmt: skip
    assert (done.file_name, done.file_size) == (
        f"invoices-{timezone.localdate()}-{done.pk}.zip", len(content(done)),
    )  # fmt: skip
    assert done.expires_at
    assert timedelta(days=6.9) < done.expires_at - timezone.now() < timedelta(days=7)
    assert not done.has_parts
    assert not is_stored(f"{bulk_parts.folder(done)}/part-00000")


def pdf_of(row: SalesDocument) -> bytes:
    """The document's own PDF as it is stored."""
    with open_file(row.files.get(kind="pdf").storage_key) as file:
        return bytes(file.read())


def test_merged_pages_are_in_order_with_a_bookmark_for_each_document(
    entity: LegalEntity, alice: StaffViewer
) -> None:
    rows = [
        with_file(invoice(entity, f"INV-{n}"), pdf(1 + n % 3, width=100 + n)) for n in range(30)
    ]
    broken = with_file(invoice(entity, "INV-BAD"), b"no PDF at all")
    done = work(job(alice, Kind.MERGED_PDF, [*rows[:10], broken, *rows[10:]]))
    assert ("INV-BAD", "failed", "PDF_UNREADABLE") in outcomes(done)
    with pikepdf.open(io.BytesIO(content(done))) as merged:
        widths = [int(page.mediabox[2]) for page in merged.pages]
        assert widths == [100 + n for n in range(30) for _ in range(1 + n % 3)]
        with merged.open_outline() as outline:
            titles = [item.title for item in outline.root]
            targets: list[Any] = [item.destination for item in outline.root]
        assert titles == [f"INV-{n}" for n in range(30)]
        places = {page.obj.objgen: number for number, page in enumerate(merged.pages)}
        assert [widths[places[target[0].objgen]] for target in targets] == [
            100 + n for n in range(30)
        ]


def test_a_job_of_which_nothing_comes_has_no_file(entity: LegalEntity, alice: StaffViewer) -> None:
    done = work(job(alice, Kind.ZIP, [invoice(entity, "INV-1")]))
    assert (done.state, done.storage_key, done.file_name, done.expires_at) == ("done", "", "", None)


def test_exports_hold_every_document_in_order(entity: LegalEntity, alice: StaffViewer) -> None:
    rows = [invoice(entity, f"INV-{n}") for n in range(3)]
    done = work(job(alice, Kind.EXPORT_CSV, rows))
    table = list(csv.DictReader(io.StringIO(content(done).decode("utf-8-sig"))))
    assert [row["Number"] for row in table] == ["INV-0", "INV-1", "INV-2"]
    assert table[0]["Gross"] == "158.40"
    lines = content(work(job(alice, Kind.EXPORT_JSONL, rows))).splitlines()
    assert [json.loads(line)["number"] for line in lines] == ["INV-0", "INV-1", "INV-2"]
    book = work(job(alice, Kind.EXPORT_XLSX, rows))
    assert book.file_name.endswith(".xlsx")
    assert content(book).startswith(b"PK")


@pytest.mark.parametrize("kind", [Kind.ZIP, Kind.MERGED_PDF, Kind.EXPORT_CSV, Kind.ARCHIVE])
def test_a_worker_that_dies_anywhere_changes_nothing(
    entity: LegalEntity, alice: StaffViewer, monkeypatch: Any, kind: BulkJob.Kind
) -> None:
    monkeypatch.setattr(bulk_parts, "PART", 4)
    monkeypatch.setattr(bulk_parts, "PART_OF_EXPORT", 4)
    rows = [with_file(invoice(entity, f"INV-{n}"), pdf(1, width=50 + n)) for n in range(10)]
    whole = work(job(alice, kind, rows))
    places = [
        (bulk_work, "part_collect"), (bulk_parts, "keep"), (bulk_parts, "fetch"),
        (BulkItem.objects, "bulk_update"), (bulk_work, "file_assemble"), (bulk_work, "store_file"),
        (bulk_parts, "drop_all"),
    ]  # fmt: skip
    for place, name in places:
        for when in ("before", "after"):
            made = job(alice, kind, rows)
            with monkeypatch.context() as patched:
                _die(patched, place, name, when)
                with pytest.raises(Killed):
                    bulk_work.bulk_work(job_id=made.pk)
            BulkJob.objects.filter(pk=made.pk).update(lease_until=timezone.now())
            made = work(made)
            assert made.state == "done", (name, when)
            assert _same(made, whole), (name, when)
            assert outcomes(made) == outcomes(whole)


def _die(patched: pytest.MonkeyPatch, place: Any, name: str, when: str) -> None:
    real = getattr(place, name)

    def dying(*arguments: Any, **more: Any) -> None:
        if when == "after":
            real(*arguments, **more)
        raise Killed

    patched.setattr(place, name, dying)


def _same(one: BulkJob, other: BulkJob) -> bool:
    if one.kind == Kind.ZIP:
        return entries(one) == entries(other)
    if one.kind != Kind.MERGED_PDF:
        return content(one) == content(other)
    found = []
    for each in (one, other):
        with pikepdf.open(io.BytesIO(content(each))) as merged:
            found.append([page.mediabox[2] for page in merged.pages])
    return found[0] == found[1]


WORKERS = """
import os, sys, time
os.environ["DJANGO_SETTINGS_MODULE"] = "saleor_invoices.settings"
import django; django.setup()
from saleor_invoices.desk.services import bulk_act, bulk_lease, bulk_parts, bulk_work
bulk_parts.PART = 3
keep = bulk_lease.Lease.keep
def telling(self, **values):
    keep(self, **values)
    print("step", flush=True)
    time.sleep(0.005)
bulk_lease.Lease.keep = telling
for line in sys.stdin:  # a process for each, which takes no time to start
    worker = os.fork()
    if worker == 0:
        bulk_work.bulk_work(job_id=int(line))
        os._exit(0)
    print(worker, flush=True)
    os.waitpid(worker, 0)
    print("ended", flush=True)
"""


@pytest.fixture(scope="module")
def workers(django_db_setup: None) -> Iterator[subprocess.Popen[str]]:
    """A process that starts a worker process for each job that it is told."""
    env = {
        **os.environ, "DATABASE_URL": _url(), "DATA_DIR": str(settings.DATA_DIR), "DEBUG": "true",
        "BROKER_URL": "memory://", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-c", WORKERS],
        env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        yield process
        assert process.stdin
        process.stdin.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", [Kind.MARK_PAID, Kind.ZIP])
def test_killed_with_sigkill_again_and_again_it_ends_as_if_never(
    workers: subprocess.Popen[str], kind: BulkJob.Kind, monkeypatch: Any
) -> None:
    monkeypatch.setattr(bulk_parts, "PART", 3)
    store = factories.installation()
    entity = factories.legal_entity(store)
    viewer = jobs.staff(store, "HANDLE_PAYMENTS")
    rows = [with_file(invoice(entity, f"INV-{n:02}"), pdf(1, width=50 + n)) for n in range(24)]
    made = job(viewer, kind, rows)
    dice = random.Random(5)  # noqa: S311 no secret
    for _ in range(10):
        _kill_one(workers, made, dice)
        BulkJob.objects.filter(pk=made.pk).update(lease_until=timezone.now())
    made = work(made)
    assert [row[1] for row in outcomes(made)] == ["done"] * 24
    if kind is Kind.ZIP:
        assert entries(made) == {f"INV-{n:02}.pdf": pdf_of(row) for n, row in enumerate(rows)}
    else:
        sums = [sum(a.amount_minor for a in row.allocations.all()) for row in rows]
        assert sums == [15840] * 24


def _kill_one(workers: subprocess.Popen[str], made: BulkJob, dice: random.Random) -> None:
    assert workers.stdin
    assert workers.stdout
    print(made.pk, file=workers.stdin, flush=True)
    worker = int(workers.stdout.readline())
    for _ in range(dice.randint(0, 4)):
        if workers.stdout.readline() == "ended\n":
            return
    time.sleep(dice.uniform(0, 0.01))
    os.kill(worker, signal.SIGKILL)
    while workers.stdout.readline() != "ended\n":
        pass


def _url() -> str:
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    given = connection.settings_dict
    return f"postgres://{given['USER']}@{given['HOST']}:{given['PORT']}/{name}"


def test_a_cancelled_job_leaves_no_parts(
    entity: LegalEntity, alice: StaffViewer, monkeypatch: Any
) -> None:
    made = job(alice, Kind.ZIP, [with_file(invoice(entity, "INV-1"), pdf())])
    real = file_assemble

    def stopping(**given: Any) -> None:
        real(**given)
        bulk_cancel(job=BulkJob.objects.get(pk=made.pk))

    monkeypatch.setattr(bulk_work, "file_assemble", stopping)
    bulk_work.bulk_work(job_id=made.pk)
    made.refresh_from_db()
    assert (made.state, made.storage_key, made.has_parts) == ("cancelled", "", True)
    bulk_tidy()
    made.refresh_from_db()
    assert made.has_parts  # a worker that has not heard of it may write one more
    BulkJob.objects.update(finished_at=timezone.now() - timedelta(minutes=2))
    bulk_tidy()
    made.refresh_from_db()
    assert not made.has_parts
    assert not is_stored(f"{bulk_parts.folder(made)}/part-00000")


def test_files_go_when_their_time_is_up_and_jobs_much_later(
    entity: LegalEntity, alice: StaffViewer
) -> None:
    made = work(job(alice, Kind.ZIP, [with_file(invoice(entity, "INV-1"), pdf())]))
    bulk_tidy()
    assert is_stored(made.storage_key)
    BulkJob.objects.update(expires_at=timezone.now())
    bulk_tidy()
    assert not is_stored(made.storage_key)
    made.refresh_from_db()
    assert (made.storage_key, made.file_size) == ("", None)
    BulkJob.objects.update(finished_at=timezone.now() - timedelta(days=91))
    bulk_tidy()
    assert not BulkJob.objects.exists()


def test_an_erasure_takes_the_files_that_hold_the_document(
    entity: LegalEntity, alice: StaffViewer, django_capture_on_commit_callbacks: Any
) -> None:
    row = with_file(invoice(entity, "INV-1"), pdf())
    made, other = (
        work(job(alice, Kind.ZIP, [one]))
        for one in (row, with_file(invoice(entity, "INV-2"), pdf()))
    )
    waiting, mail = job(alice, Kind.EXPORT_CSV, [row]), job(alice, Kind.SEND, [row])
    with django_capture_on_commit_callbacks(execute=True):
        bulk_files_forget(row)
    assert (is_stored(made.storage_key), is_stored(other.storage_key)) == (False, True)
    states = {}
    for one in (made, waiting, mail):
        one.refresh_from_db()
        states[one.kind] = one.state
    assert states == {"zip": "done", "export_csv": "failed", "send": "pending"}
    assert waiting.last_error.startswith("DOCUMENT_ERASED")


@pytest.mark.parametrize(
    "kind", [Kind.ZIP, Kind.MERGED_PDF, Kind.EXPORT_CSV, Kind.EXPORT_JSONL, Kind.ARCHIVE]
)
def test_memory_does_not_grow_with_the_number_of_documents(
    entity: LegalEntity, alice: StaffViewer, monkeypatch: Any, kind: BulkJob.Kind
) -> None:
    monkeypatch.setattr(bulk_parts, "PART", 4)
    monkeypatch.setattr(bulk_parts, "PART_OF_EXPORT", 4)
    big = pdf() + os.urandom(200_000)  # what follows the end is not read, but it is held
    rows = [with_file(invoice(entity, f"INV-{n}"), big) for n in range(32)]

    def peak(count: int) -> int:
        tracemalloc.start()
        try:
            work(job(alice, kind, rows[:count]))
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(2)
    assert peak(32) < peak(8) + 1_000_000
