"""Asking for an import, once for a key; stopping it, and having it go on."""

import hashlib
import re
from dataclasses import dataclass, field

import msgspec
from django.db import transaction
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.imports.models import ImportJob, ImportUpload
from saleor_invoices.imports.reading import options_kept
from saleor_invoices.imports.records import ReadOptions
from saleor_invoices.imports.selectors.jobs import OPEN, STOPPED
from saleor_invoices.stores.models import Installation, LegalEntity

WORK_TASK = "saleor_invoices.imports.tasks.import_work"
MOST_JOBS = 3
"""That a store may have going at once."""
_SOURCE = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportWish:
    """What to bring, into whose books, and what to do with documents that were brought before."""

    upload: ImportUpload
    legal_entity: LegalEntity
    source_system: str
    policy: ImportJob.Policy = ImportJob.Policy.REFUSE
    dry_run: bool = False
    publish: bool = True
    options: ReadOptions = field(default_factory=ReadOptions)

    def fingerprint(self) -> str:
        """Alike for the same wish only."""
        said = [
            str(self.upload.pk),
            self.legal_entity.pk,
            self.source_system,
            self.policy.value,
            self.dry_run,
            self.publish,
            options_kept(self.options),
        ]
        return hashlib.sha256(msgspec.json.encode(said, order="sorted")).hexdigest()


def import_start(
    *, installation: Installation, wish: ImportWish, key: str, actor: str, by_worker: bool = True
) -> ImportJob:
    """Start an import; the same key of the same person returns the first one.

    ``by_worker`` false: whoever calls does the work. Raises ``InvalidInput`` SOURCE_INVALID,
    ``Conflict`` IDEMPOTENCY_MISMATCH, IMPORTS_ACTIVE.
    """
    source_checked(wish.source_system)
    with transaction.atomic():
        # One at a time for a store: two of one key at once, and one too many.
        Installation.objects.select_for_update(no_key=True).get(pk=installation.pk)
        jobs = ImportJob.objects.filter(installation=installation)
        known = jobs.filter(started_by=actor, key=key).first()
        if known is not None:
            return _repeated(known, wish.fingerprint())
        _refuse_flood(jobs.filter(state__in=OPEN).count())
        job = _created(installation, wish, key, actor)
        if by_worker:
            background.enqueue(WORK_TASK, job.pk)
    return job


def import_stop(*, job: ImportJob) -> ImportJob:
    """Stop an import after its present batch; what is kept stays. One that has ended stays so."""
    ImportJob.objects.filter(pk=job.pk, state__in=OPEN).update(
        state=ImportJob.State.STOPPED, finished_at=timezone.now(), claim=None, lease_until=None
    )
    job.refresh_from_db()
    return job


def import_resume(*, job: ImportJob) -> ImportJob:
    """Go on where it stopped or failed. One that is going on, or done, stays as it is.

    Raises ``Conflict`` UPLOAD_GONE where the file had its time.
    """
    if not job.upload.storage_key and job.state in STOPPED:
        raise Conflict("Its file is gone: upload it again.", code="UPLOAD_GONE")
    rows = ImportJob.objects.filter(pk=job.pk, state__in=STOPPED)
    anew = {"finished_at": None, "attempts": 0, "last_error": "", "lease_until": None}
    if rows.update(state=ImportJob.State.PENDING, **anew):
        background.send(WORK_TASK, job.pk)
    job.refresh_from_db()
    return job


def source_checked(name: str) -> str:
    """The name of another system. Raises ``InvalidInput`` SOURCE_INVALID."""
    if not _SOURCE.fullmatch(name):
        raise InvalidInput(
            "A source system is named by 1 to 60 small letters, digits, dots and dashes.",
            code="SOURCE_INVALID",
            params={"field": "sourceSystem"},
        )
    return name


def _created(installation: Installation, wish: ImportWish, key: str, actor: str) -> ImportJob:
    return ImportJob.objects.create(
        installation=installation,
        legal_entity=wish.legal_entity,
        upload=wish.upload,
        source_system=wish.source_system,
        policy=wish.policy,
        dry_run=wish.dry_run,
        publish=wish.publish,
        options=options_kept(wish.options),
        key=key,
        fingerprint=wish.fingerprint(),
        started_by=actor,
    )


def _repeated(known: ImportJob, fingerprint: str) -> ImportJob:
    if known.fingerprint != fingerprint:
        raise Conflict(
            "This idempotency key was used for another import.",
            code="IDEMPOTENCY_MISMATCH",
            params={"field": "idempotencyKey"},
        )
    return known


def _refuse_flood(active: int) -> None:
    if active >= MOST_JOBS:
        raise Conflict(
            f"{MOST_JOBS} imports are going on; wait for one to end, or stop one.",
            code="IMPORTS_ACTIVE",
            params={"most": MOST_JOBS},
        )
