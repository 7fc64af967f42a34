"""Asking for work on many documents, once for a key, and stopping it."""

import hashlib
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from django.db import transaction
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.desk.models import BulkItem, BulkJob
from saleor_invoices.desk.selectors.bulk import OPEN
from saleor_invoices.desk.services.bulk_collect import EXPORTS
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.exports.checks import export_prepare
from saleor_invoices.exports.registry import WRITERS
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.selectors.documents import (
    DocumentFilter,
    documents_filtered,
    documents_searched,
    documents_visible,
)
from saleor_invoices.invoices.selectors.viewers import (
    StaffViewer,
    Viewer,
    require_cashier,
    require_staff,
)
from saleor_invoices.stores.models import Installation

WORK_TASK = "saleor_invoices.desk.tasks.bulk_work"
MOST_IDS, MOST_FOUND = 1_000, 20_000
MOST_JOBS = 3
"""That a store may have going at once."""
Kind = BulkJob.Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A document that the caller named; there may be none."""

    id: uuid.UUID
    is_credit_note: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkPayment:
    """How the open balance of each invoice was paid."""

    reference: str
    occurred_at: datetime
    method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkRequest:
    """What to do to which documents: to named ones, or to all that filter and search find."""

    kind: BulkJob.Kind
    named: Sequence[Named] | None = None
    wanted: DocumentFilter | None = None
    search: str = ""
    message: str = ""
    payment: BulkPayment | None = None

    def fingerprint(self) -> str:
        """Alike for the same request only."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()

    def kept(self) -> dict[str, object]:
        """What the worker must know besides the documents."""
        kept: dict[str, object] = {"message": self.message} if self.message else {}
        if self.payment is not None:
            kept["payment"] = msgspec.to_builtins(self.payment)
        return kept


def bulk_start(*, viewer: Viewer, request: BulkRequest, key: str) -> BulkJob:
    """Start a job; the same key of the same person returns the first one.

    Raises ``NotAllowed`` (MARK_PAID needs HANDLE_PAYMENTS too); ``InvalidInput`` BULK_EMPTY,
    BULK_TOO_MANY, and of an accountant's file as ``export_prepare``; ``Conflict``
    IDEMPOTENCY_MISMATCH, BULK_JOBS_ACTIVE.
    """
    staff = require_staff(viewer)
    if request.kind is Kind.MARK_PAID:
        require_cashier(staff)
    actor, fingerprint = f"staff:{staff.user_id}", request.fingerprint()
    with transaction.atomic():
        # One at a time for a store: two of one key at once, and one too many.
        Installation.objects.select_for_update(no_key=True).get(pk=staff.installation.pk)
        jobs = BulkJob.objects.filter(installation=staff.installation)
        known = jobs.filter(started_by=actor, key=key).first()
        if known is not None:
            return _repeated(known, fingerprint)
        _refuse_flood(jobs.filter(state__in=OPEN).count())
        items = _chosen(staff, request)
        job = BulkJob.objects.create(
            installation=staff.installation,
            kind=request.kind,
            key=key,
            fingerprint=fingerprint,
            params=request.kept(),
            total=len(items),
            started_by=actor,
        )
        for item in items:
            item.job = job
        BulkItem.objects.bulk_create(items, batch_size=1_000)
        _refuse_unfit(job)
        background.enqueue(WORK_TASK, job.pk)
    return job


def bulk_cancel(*, job: BulkJob) -> BulkJob:
    """Stop a job; what was done stays done. One that has ended stays as it is."""
    BulkJob.objects.filter(pk=job.pk, state__in=OPEN).update(
        state=BulkJob.State.CANCELLED, finished_at=timezone.now(), lease_until=None
    )
    job.refresh_from_db()
    return job


def _refuse_unfit(job: BulkJob) -> None:
    """Refuse a file that would lack something, before anybody waits for it."""
    name = EXPORTS.get(Kind(job.kind))
    if name is not None:
        chosen = BulkItem.objects.filter(job=job).values("document_id")
        export_prepare(
            installation=job.installation,
            writer=WRITERS[name],
            rows=SalesDocument.objects.filter(installation=job.installation, pk__in=chosen),
            made_at=job.created_at,
        )


def _repeated(known: BulkJob, fingerprint: str) -> BulkJob:
    if known.fingerprint != fingerprint:
        raise Conflict(
            "This idempotency key was used for another request.",
            code="IDEMPOTENCY_MISMATCH",
            params={"field": "idempotencyKey"},
        )
    return known


def _refuse_flood(active: int) -> None:
    if active >= MOST_JOBS:
        raise Conflict(
            f"{MOST_JOBS} jobs are going on; wait for one to end, or cancel one.",
            code="BULK_JOBS_ACTIVE",
            params={"most": MOST_JOBS},
        )


def _chosen(staff: StaffViewer, request: BulkRequest) -> list[BulkItem]:
    if request.named is not None:
        items, most = _named(staff, request.named, by_day=_is_of_books(request.kind)), MOST_IDS
    elif request.wanted is not None or request.search:
        items, most = _found(staff, request), MOST_FOUND
    else:
        items, most = [], MOST_IDS
    if not items:
        raise InvalidInput("There is no document to work on.", code="BULK_EMPTY")
    if len(items) > most:
        raise InvalidInput(
            f"That is more than {most} documents at once.",
            code="BULK_TOO_MANY",
            params={"most": most},
        )
    return items


def _is_of_books(kind: BulkJob.Kind) -> bool:
    return kind in EXPORTS and WRITERS[EXPORTS[kind]].is_of_books


def _named(staff: StaffViewer, named: Sequence[Named], *, by_day: bool) -> list[BulkItem]:
    """In the order in which they were named, or as books have them: by day."""
    wanted = {one.id: one for one in named[: MOST_IDS + 1]}
    rows = documents_visible(viewer=staff).filter(pk__in=list(wanted))
    numbers = dict(rows.order_by("issue_date", "pk").values_list("pk", "number"))
    if by_day:
        wanted = {pk: wanted[pk] for pk in numbers} | wanted
    return [
        BulkItem(
            position=position,
            document_id=one.id,
            document_number=numbers.get(one.id, ""),
            is_credit_note=one.is_credit_note,
        )
        for position, one in enumerate(wanted.values())
    ]


def _found(staff: StaffViewer, request: BulkRequest) -> list[BulkItem]:
    rows = documents_visible(viewer=staff)
    if request.wanted is not None:
        rows = documents_filtered(rows, wanted=request.wanted, installation=staff.installation)
    if request.search:
        rows = documents_searched(rows, text=request.search)
    ordered: Iterable[tuple[uuid.UUID, str, str]] = rows.order_by("issue_date", "pk").values_list(
        "pk", "number", "kind"
    )[: MOST_FOUND + 1]
    return [
        BulkItem(
            position=position,
            document_id=pk,
            document_number=number,
            is_credit_note=kind == DocumentKind.CREDIT_NOTE,
        )
        for position, (pk, number, kind) in enumerate(ordered)
    ]
