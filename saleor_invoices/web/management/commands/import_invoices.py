"""Imports a file of another system's invoices, with progress, as a worker would."""

import hashlib
import json
import sys
import threading
import time
import uuid
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from saleor_invoices.domain.errors import AppError, NotFound
from saleor_invoices.imports.models import ImportJob, ImportMapping, ImportUpload
from saleor_invoices.imports.reading import options_of
from saleor_invoices.imports.records import ReadOptions
from saleor_invoices.imports.selectors.jobs import OPEN, STOPPED
from saleor_invoices.imports.services.job_start import ImportWish, import_start, import_stop
from saleor_invoices.imports.services.job_work import import_work
from saleor_invoices.imports.services.row_report import report_rows
from saleor_invoices.imports.services.seller import import_seller
from saleor_invoices.imports.services.upload import upload_keep
from saleor_invoices.imports.words import LANGUAGES, language_for
from saleor_invoices.stores.addresses import normalise_api_url
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.selectors import installation_by_api_url
from saleor_invoices.web.imports import report_lines

ACTOR = "command"
SOME_REJECTED, FAILED = 1, 2
COUNTS = ("created", "updated", "unchanged", "rejected")


class Command(BaseCommand):
    """Exit code 0: all of it is in; 1: some documents were rejected; 2: it did not go through.

    Run again after a crash or a failure, it goes on where it was.
    """

    help = "Import invoices of another system from a file: CSV, XLSX, JSON Lines, XML, PDF or ZIP."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to import, and how."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--store", required=True, help="API address of the Saleor.")
        parser.add_argument("--source", default="import", help="Name of the other system.")
        parser.add_argument("--legal-entity", default="", help="Key of the seller.")
        parser.add_argument("--policy", choices=ImportJob.Policy.values, default="refuse")
        parser.add_argument(
            "--mapping", default="", help="Name of a saved mapping, or a JSON file of options."
        )
        parser.add_argument("--dry-run", action="store_true", help="Check, and keep nothing.")
        parser.add_argument(
            "--no-publish", action="store_true", help="Do not show documents in Saleor."
        )
        parser.add_argument("--report", type=Path, help="Write what was wrong row by row as CSV.")
        parser.add_argument(
            "--language", default="en", help=f"Of the report: {', '.join(LANGUAGES)}."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Import the file."""
        try:
            job = self._job(options)
            self._worked(job)
        except AppError as error:
            raise CommandError(f"{error.code}: {error.message}", returncode=FAILED) from error
        except OSError as error:
            raise CommandError(str(error), returncode=FAILED) from error
        job.refresh_from_db()
        if options["report"]:
            _write(job, options["report"], language_for(options["language"]))
        self.stdout.write(_told(job))
        if job.state != ImportJob.State.DONE:
            raise CommandError(job.last_error or f"It was {job.state}.", returncode=FAILED)
        if job.rejected_count:
            raise CommandError(f"{job.rejected_count} were rejected.", returncode=SOME_REJECTED)

    def _job(self, options: dict[str, Any]) -> ImportJob:
        store = installation_by_api_url(normalise_api_url(options["store"]))
        if store is None:
            raise NotFound("This Saleor has not installed the app.", code="STORE_UNKNOWN")
        wish = ImportWish(
            upload=_upload(store, options["file"]),
            legal_entity=import_seller(store, options["legal_entity"]),
            source_system=options["source"],
            policy=ImportJob.Policy(options["policy"]),
            dry_run=options["dry_run"],
            publish=not options["no_publish"],
            options=_options(store, options["mapping"]),
        )
        unfinished = ImportJob.objects.filter(
            installation=store,
            started_by=ACTOR,
            fingerprint=wish.fingerprint(),
            state__in=(*OPEN, *STOPPED),
        )
        job = unfinished.last()
        if job is None:
            key = uuid.uuid4().hex
            return import_start(
                installation=store, wish=wish, key=key, actor=ACTOR, by_worker=False
            )
        self.stdout.write(f"Going on after {job.position} documents.")
        anew = {"state": ImportJob.State.PENDING, "attempts": 0, "last_error": ""}
        unfinished.filter(pk=job.pk, state__in=STOPPED).update(lease_until=None, **anew)
        return job

    def _worked(self, job: ImportJob) -> None:
        done = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(job.pk, done), daemon=True)
        watcher.start()
        try:
            while True:
                import_work(job_id=job.pk, patience=float("inf"))
                job.refresh_from_db()
                if job.state not in OPEN or job.last_error:
                    return
                time.sleep(1)  # a worker has it
        except KeyboardInterrupt:
            import_stop(job=job)
        finally:
            done.set()
            watcher.join()

    def _watch(self, job_id: int, done: threading.Event) -> None:
        """Tell once in a while how far it has got."""
        try:
            while not done.wait(2.0):
                with suppress(DatabaseError, ImportJob.DoesNotExist):
                    job = ImportJob.objects.get(pk=job_id)
                    self.stderr.write(_told(job), ending="\r" if sys.stderr.isatty() else "\n")
        finally:
            connection.close()


def _upload(store: Installation, path: Path) -> ImportUpload:
    """The file as it is kept; one that a crash left behind is met again."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        known = ImportUpload.objects.filter(
            installation=store, sha256=sha256, name=path.name, uploaded_by=ACTOR
        )
        found = known.exclude(storage_key="").last()
        if found is not None:
            return found
        file.seek(0)
        return upload_keep(
            installation=store, stream=file, name=path.name, length=None, actor=ACTOR
        )


def _options(store: Installation, mapping: str) -> ReadOptions:
    if not mapping:
        return ReadOptions()
    saved = ImportMapping.objects.filter(installation=store, name=mapping).first()
    if saved is not None:
        return options_of(saved.options)
    path = Path(mapping)
    if not path.is_file():
        raise NotFound(f"There is no mapping {mapping!r}, nor such a file.")
    try:
        return options_of(msgspec.json.decode(path.read_bytes(), type=dict[str, object]))
    except (msgspec.DecodeError, json.JSONDecodeError) as error:
        raise NotFound(f"{mapping} is no JSON object of options: {error}") from error


def _write(job: ImportJob, path: Path, language: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        out.writelines(report_lines(report_rows(job, language)))


def _told(job: ImportJob) -> str:
    counted = ", ".join(f"{getattr(job, f'{name}_count')} {name}" for name in COUNTS)
    return f"{'Dry run: ' if job.dry_run else ''}{job.position} documents: {counted}."
