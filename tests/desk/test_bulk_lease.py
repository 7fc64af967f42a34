"""What workers and erasures that cross a job's path leave behind: one whole file, or none."""

import threading
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from saleor_invoices.desk.models import BulkItem, BulkJob
from saleor_invoices.desk.services import bulk_parts, bulk_tidy, bulk_work
from saleor_invoices.desk.services.bulk_assemble import file_assemble
from saleor_invoices.desk.services.bulk_collect import part_collect
from saleor_invoices.desk.services.bulk_download import bulk_download_url
from saleor_invoices.desk.services.bulk_lease import Lease
from saleor_invoices.documents.storage import is_stored, store
from saleor_invoices.invoices.selectors.viewers import StaffViewer
from saleor_invoices.invoices.services import job_lease
from saleor_invoices.stores.models import LegalEntity
from tests.desk.jobs import Kind, invoice, job, pdf, with_file, work

State = BulkJob.State


def of_one(entity: LegalEntity, alice: StaffViewer, kind: Kind = Kind.ZIP) -> BulkJob:
    """A job over one document with its PDF."""
    return job(alice, kind, [with_file(invoice(entity, "INV-1"), pdf())])


@pytest.mark.django_db(transaction=True)
def test_making_a_large_file_takes_longer_than_a_lease_and_is_done_once(
    entity: LegalEntity, alice: StaffViewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, others = of_one(entity, alice, Kind.MERGED_PDF), []
    monkeypatch.setattr(job_lease, "LEASE", timedelta(seconds=1))
    monkeypatch.setattr(job_lease, "BEAT_SECONDS", 0.1)
    assemble = file_assemble

    def slowly(**values: Any) -> None:
        assemble(**values)
        until = time.monotonic() + 2.5
        while time.monotonic() < until:
            time.sleep(0.2)
            others.append(Lease.take(made.pk))

    monkeypatch.setattr(bulk_work, "file_assemble", slowly)
    done = work(made)
    assert (done.state, set(others)) == (State.DONE, {None})
    assert is_stored(done.storage_key)
    assert not [one for one in threading.enumerate() if "_beat" in one.name]


def test_who_lost_the_job_does_not_write_over_the_next_workers_part(
    entity: LegalEntity, alice: StaffViewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, collect = of_one(entity, alice), part_collect

    def stalled(*, path: Path, **values: Any) -> bool:
        found = collect(path=path, **values)
        if not BulkItem.objects.filter(job=made).exclude(outcome="").exists():
            monkeypatch.setattr(bulk_work, "part_collect", collect)
            BulkJob.objects.filter(pk=made.pk).update(lease_until=timezone.now())
            bulk_work.bulk_work(job_id=made.pk)  # the next worker does it all
        return found

    monkeypatch.setattr(bulk_work, "part_collect", stalled)
    bulk_work.bulk_work(job_id=made.pk)
    made.refresh_from_db()
    assert made.state == State.DONE
    assert not is_stored(bulk_parts._key(made, 0))  # nothing would ever delete it


def test_a_job_that_ends_while_a_document_of_it_is_erased_leaves_no_file(
    entity: LegalEntity, alice: StaffViewer, django_capture_on_commit_callbacks: Any
) -> None:
    document = with_file(invoice(entity, "INV-1"), pdf())
    made = job(alice, Kind.ZIP, [document])
    file = store(f"{made.installation_id}/bulk/{made.pk}/file.zip", b"a person's data")
    ended: list[int] = []

    def worker_ends_it(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("UPDATE") and "desk_bulkjob" in sql and not ended:
            ended.append(made.pk)
            BulkJob.objects.filter(pk=made.pk).update(
                state=State.DONE, storage_key=file.key, finished_at=timezone.now(),
                expires_at=timezone.now() + timedelta(days=1),
            )  # fmt: skip
        return execute(sql, params, many, context)

    with django_capture_on_commit_callbacks(execute=True):
        with connection.execute_wrapper(worker_ends_it):
            bulk_tidy.bulk_files_forget(document)
        made.refresh_from_db()
        assert bulk_download_url(made) is None  # at once: nobody waits for the storage
    assert ended
    assert not is_stored(file.key)


def test_an_erasure_takes_the_message_that_went_with_the_document(
    entity: LegalEntity, alice: StaffViewer
) -> None:
    document = invoice(entity, "INV-1")
    done = work(job(alice, Kind.SEND, [document], message="Dear Jane"))
    assert "Jane" in str(done.params)
    bulk_tidy.bulk_files_forget(document)
    done.refresh_from_db()
    assert "Jane" not in str(done.params)


def test_what_an_erasure_could_not_delete_is_deleted_by_and_by(
    entity: LegalEntity, alice: StaffViewer
) -> None:
    document = with_file(invoice(entity, "INV-1"), pdf())
    done = work(job(alice, Kind.ZIP, [document]))
    bulk_tidy.bulk_files_forget(document)  # and the process dies before its transaction's end
    assert is_stored(done.storage_key)
    bulk_tidy.bulk_tidy()
    assert not is_stored(done.storage_key)
