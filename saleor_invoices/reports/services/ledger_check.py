"""Checking the ledger in the background, so that a killed worker delays it and loses nothing.

A check may take long: while its worker lives, a second thread renews the lease and says how far it
has got. When the lease runs out, the sweep hands the check to another worker, which begins anew:
it only reads.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import IntegrityError, connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from saleor_invoices import background, logs
from saleor_invoices.domain.errors import AppError, Conflict
from saleor_invoices.invoices.services.attempts import describe
from saleor_invoices.invoices.services.ledger_verify import LedgerReport, ledger_verify
from saleor_invoices.reports.models import LedgerCheck
from saleor_invoices.reports.services.fault_texts import fault_text
from saleor_invoices.stores.models import Installation

CHECK_TASK = "saleor_invoices.reports.tasks.ledger_check"
LEASE = timedelta(seconds=60)
BEAT_SECONDS = 15.0
MOST_ATTEMPTS = 3
MOST_FAULTS = 200

log = logs.get(__name__)


def ledger_check_start(*, installation: Installation, with_files: bool, actor: str) -> LedgerCheck:
    """Start a check. Raises ``Conflict`` CHECK_ACTIVE while one goes on."""
    try:
        with transaction.atomic():
            check = LedgerCheck.objects.create(
                installation=installation,
                with_files=with_files,
                started_by=actor,
                started_at=timezone.now(),
            )
            background.enqueue(CHECK_TASK, check.pk)
    except IntegrityError:
        raise Conflict("Another check is going on.", code="CHECK_ACTIVE") from None
    return check


def ledger_check_work(*, check_id: int) -> None:
    """Do a check that no living worker has."""
    check = _claim(check_id)
    if check is None:
        return
    if check.attempts > MOST_ATTEMPTS:
        died = Conflict("The check stopped its worker each time.", code="WORKER_DIED")
        _settle(check, LedgerCheck.State.FAILED, last_error=_shown(died))
        return
    report = LedgerReport()
    try:
        with _alive(check, report), _one_moment():
            ledger_verify(installation=check.installation, files=check.with_files, report=report)
    except Exception as error:  # whatever it is: who waits must see it
        log.exception("ledger_check.failed", check=check.pk, error=type(error).__name__)
        _settle(check, LedgerCheck.State.FAILED, last_error=_shown(describe(error)))
        return
    _settle(check, LedgerCheck.State.DONE, **_found(report))


def ledger_checks_sweep() -> None:
    """Hand on the checks whose worker died, or whose message was lost."""
    lost = timezone.now() - LEASE
    running = LedgerCheck.objects.filter(state=LedgerCheck.State.RUNNING)
    idle = Q(lease_until__lt=timezone.now()) | Q(lease_until__isnull=True, started_at__lt=lost)
    for pk in running.filter(idle).values_list("pk", flat=True):
        background.send(CHECK_TASK, pk)


def _claim(check_id: int) -> LedgerCheck | None:
    now = timezone.now()
    free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
    rows = LedgerCheck.objects.filter(free, pk=check_id, state=LedgerCheck.State.RUNNING)
    if not rows.update(lease_until=now + LEASE, attempts=F("attempts") + 1, documents=0):
        return None
    return LedgerCheck.objects.select_related("installation").get(pk=check_id)


def _settle(check: LedgerCheck, state: LedgerCheck.State, **values: object) -> None:
    # Whoever outlived the lease must not undo what its successor says.
    _mine(check).update(state=state, finished_at=timezone.now(), lease_until=None, **values)


def _mine(check: LedgerCheck) -> QuerySet[LedgerCheck]:
    return LedgerCheck.objects.filter(
        pk=check.pk, state=LedgerCheck.State.RUNNING, attempts=check.attempts
    )


def _found(report: LedgerReport) -> dict[str, object]:
    texts = [fault_text(fault) for fault in report.faults[:MOST_FAULTS]]
    return {"documents": report.documents, "faults": texts, "fault_count": len(report.faults)}


def _shown(error: AppError) -> str:
    return f"{error.code}: {error.message}"[:2000]


@contextmanager
def _alive(check: LedgerCheck, report: LedgerReport) -> Iterator[None]:
    """Renew the lease from a second thread until the work is done."""
    done = threading.Event()

    def beat() -> None:
        try:
            while not done.wait(BEAT_SECONDS):
                _mine(check).update(lease_until=timezone.now() + LEASE, documents=report.documents)
        finally:
            connection.close()  # of this thread

    thread = threading.Thread(target=beat, name=f"ledger-check-{check.pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


@contextmanager
def _one_moment() -> Iterator[None]:
    """Read everything as it is at one moment: issuing goes on meanwhile and is no fault."""
    if connection.in_atomic_block:
        yield
        return
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    # Django would take SQLite's write lock; a reader's snapshot (WAL) holds up nobody.
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
