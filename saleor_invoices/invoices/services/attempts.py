"""Claiming work so that one worker has it, and giving it back with a back-off when it fails."""

import random
from datetime import timedelta
from typing import TypeVar

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from saleor_invoices import logs
from saleor_invoices.domain.errors import AppError, Conflict, Throttled, Unforeseen
from saleor_invoices.invoices.models import Attempted

MAX_ATTEMPTS = 12
FIRST_DELAY = 5.0
LONGEST_DELAY = 3600.0

Work = TypeVar("Work", bound=Attempted)

log = logs.get(__name__)


def claim(model: type[Work], pk: object) -> Work | None:
    """Take a due, pending row for a lease; None when another worker has it or it is done.

    A worker that died gives its work back when the lease of WORK_LEASE_SECONDS has run out.
    """
    now = timezone.now()
    lease_end = now + timedelta(seconds=settings.WORK_LEASE_SECONDS)
    due = Q(next_attempt_at__isnull=True) | Q(next_attempt_at__lte=now)
    taken = model._default_manager.filter(due, pk=pk, state=Attempted.State.PENDING).update(
        next_attempt_at=lease_end, attempts=F("attempts") + 1
    )
    # All kinds of work are on a document; who works needs it, its store and its order.
    rows = model._default_manager.select_related("document__installation", "document__order")
    return rows.get(pk=pk) if taken else None


def refuse_endless(work: Attempted) -> None:
    """Raise ``Conflict`` WORKER_DIED for claimed work whose every attempt ended with its worker."""
    if work.attempts > MAX_ATTEMPTS:
        raise Conflict("Working this off stopped the worker each time.", code="WORKER_DIED")


def succeed(work: Attempted) -> bool:
    """The work is done. Returns False when it was no longer ours to settle."""
    return _settle(work, state=Attempted.State.DONE, last_error="", next_attempt_at=None)


def give_back(work: Attempted, error: Exception) -> bool:
    """Plan the next attempt, or fail for good. Returns whether it failed for good.

    An error that nobody foresaw is tried again like one that may heal, and is shown in the end.
    """
    fault = describe(error)
    gave_up = fault.permanent or work.attempts >= MAX_ATTEMPTS
    log.warning("work.failed", work=str(work), code=fault.code, attempt=work.attempts)
    settled = _settle(
        work,
        state=Attempted.State.FAILED if gave_up else Attempted.State.PENDING,
        last_error=f"{fault.code}: {fault.message}"[:2000],
        next_attempt_at=None if gave_up else timezone.now() + _delay(work.attempts, fault),
    )
    return gave_up and settled


def describe(error: Exception) -> AppError:
    """The error in words that may be shown: a foreign one's message may hold personal data."""
    if isinstance(error, AppError):
        return error
    return Unforeseen(f"Internal error ({type(error).__name__}).")


def restart(work: Attempted) -> None:
    """Begin anew with a full count of attempts."""
    work.state, work.attempts, work.next_attempt_at = Attempted.State.PENDING, 0, None
    work.save(update_fields=["state", "attempts", "next_attempt_at"])


def _settle(work: Attempted, **values: object) -> bool:
    # ``attempts`` is a fencing token: whoever outlived the lease, or was told meanwhile that the
    # work is no longer wanted, must not undo that.
    mine = type(work)._default_manager.filter(
        pk=work.pk, state=Attempted.State.PENDING, attempts=work.attempts
    )
    settled = mine.update(**values) == 1
    if not settled:
        log.warning("work.lease_lost", work=str(work), attempt=work.attempts)
        work.refresh_from_db()
        return False
    for name, value in values.items():
        setattr(work, name, value)
    return True


def _delay(attempts: int, error: AppError) -> timedelta:
    if isinstance(error, Throttled):
        return timedelta(seconds=error.retry_after)
    seconds = min(FIRST_DELAY * 2 ** (attempts - 1), LONGEST_DELAY)
    return timedelta(seconds=seconds * random.uniform(0.8, 1.2))  # noqa: S311 spreads a herd
