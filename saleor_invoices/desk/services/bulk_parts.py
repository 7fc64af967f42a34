"""The unfinished pieces of a job's file, in the storage of documents."""

import shutil
from pathlib import Path

from saleor_invoices.desk.models import BulkJob
from saleor_invoices.desk.services.bulk_collect import EXPORTS
from saleor_invoices.documents.storage import discard, open_file, store_file

PART = 25
PART_OF_EXPORT = 500


def part_size(job: BulkJob) -> int:
    """How many documents go into one part of a job's file."""
    return PART_OF_EXPORT if job.kind in EXPORTS else PART


def folder(job: BulkJob) -> str:
    """Where a job's files lie; a year's folder never has this name."""
    return f"{job.installation_id}/bulk/{job.pk}"


def keep(job: BulkJob, number: int, path: Path) -> None:
    """Keep a part, in place of an earlier one of its number."""
    store_file(_key(job, number), path)


def fetch(job: BulkJob, number: int, path: Path) -> None:
    """Copy a part to a local file. Raises ``NotFound`` FILE_MISSING."""
    with open_file(_key(job, number)) as part, path.open("wb") as copy:
        shutil.copyfileobj(part, copy)


def drop_all(job: BulkJob) -> None:
    """Delete the parts of a job that has ended."""
    for number in range(job.total // part_size(job) + 1):
        discard(_key(job, number))
    BulkJob.objects.filter(pk=job.pk).update(has_parts=False)


def _key(job: BulkJob, number: int) -> str:
    return f"{folder(job)}/part-{number:05}"
