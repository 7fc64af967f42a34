"""Claiming work so that one worker has it, and giving it back with a back-off when it fails."""

import random
from datetime import timedelta
from typing import TypeVar

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from saleor_invoices.domain.errors import AppError, Throttled
from saleor_invoices.invoices.models import Attempted

MAX_ATTEMPTS = 12
FIRST_DELAY = 5.0
LONGEST_DELAY = 3600.0

Work = TypeVar("Work", bound=Attempted)


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
    return model._default_manager.get(pk=pk) if taken else None


def succeed(work: Attempted) -> None:
    """The work is done."""
    work.state, work.last_error, work.next_attempt_at = Attempted.State.DONE, "", None
    work.save(update_fields=["state", "last_error", "next_attempt_at"])


def give_back(work: Attempted, error: AppError) -> bool:
    """Plan the next attempt, or fail for good. Returns whether it failed for good."""
    gave_up = error.permanent or work.attempts >= MAX_ATTEMPTS
    work.state = Attempted.State.FAILED if gave_up else Attempted.State.PENDING
    work.last_error = f"{error.code}: {error.message}"[:2000]
    work.next_attempt_at = None if gave_up else timezone.now() + _delay(work.attempts, error)
    work.save(update_fields=["state", "last_error", "next_attempt_at"])
    return gave_up


def restart(work: Attempted) -> None:
    """Begin anew with a full count of attempts."""
    work.state, work.attempts, work.next_attempt_at = Attempted.State.PENDING, 0, None
    work.save(update_fields=["state", "attempts", "next_attempt_at"])


def _delay(attempts: int, error: AppError) -> timedelta:
    if isinstance(error, Throttled):
        return timedelta(seconds=error.retry_after)
    seconds = min(FIRST_DELAY * 2 ** (attempts - 1), LONGEST_DELAY)
    return timedelta(seconds=seconds * random.uniform(0.8, 1.2))  # noqa: S311 spreads a herd
