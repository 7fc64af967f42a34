"""Having a row for a while: one worker works on it, and a worker that died gives it back.

Every claim writes a fresh token; whoever settles must still hold it, so that a worker that outlived
its lease can't undo what came after it.
"""

import random
import uuid
from datetime import datetime, timedelta
from typing import TypeVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from saleor_invoices.domain.errors import AppError, Throttled
from saleor_invoices.invoices.models import Leased

Row = TypeVar("Row", bound=Leased)


def due(now: datetime | None = None) -> Q:
    """Rows whose time has come."""
    return Q(next_attempt_at__isnull=True) | Q(next_attempt_at__lte=now or timezone.now())


def claim(rows: models.QuerySet[Row]) -> uuid.UUID | None:
    """Take the one row that ``rows`` narrows to, if it is due. Committed when this returns."""
    token = uuid.uuid4()
    with transaction.atomic(durable=True):
        taken = rows.filter(due()).update(
            claim=token, next_attempt_at=lease_end(), attempts=F("attempts") + 1
        )
    return token if taken else None


def lease_end() -> datetime:
    """Until when a worker may work; a minute more than the task's own time limit."""
    return timezone.now() + timedelta(seconds=settings.WORK_LEASE_SECONDS + 60)


def settle(row: Row, *, states: tuple[str, ...], **values: object) -> bool:
    """Write what came of it if the row is still ours and in one of ``states``; says whether."""
    mine = type(row)._default_manager.filter(pk=row.pk, claim=row.claim, state__in=states)
    if not mine.update(**values):
        row.refresh_from_db()
        return False
    for name, value in values.items():
        setattr(row, name, value)
    return True


def later(attempts: int, error: AppError, *, first: float, longest: float) -> datetime:
    """When to try again after so many attempts; in seconds, doubling, with a fifth of jitter."""
    if isinstance(error, Throttled):
        return timezone.now() + timedelta(seconds=min(error.retry_after, longest))
    seconds = min(first * 2 ** min(attempts - 1, 30), longest)
    spread = random.uniform(0.8, 1.2)  # noqa: S311 spreads a herd
    return timezone.now() + timedelta(seconds=seconds * spread)
