"""Having a job for a while: one worker works on it, and a worker that died gives it back.

Every claim writes a fresh token; whoever settles must still hold it, and the job must still be
wanted. What a job does to a document is guarded by the item's own row besides (``bulk_act``).
"""

import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from django.db import DatabaseError, connection
from django.db.models import F, Q
from django.utils import timezone

from saleor_invoices.desk.models import BulkJob
from saleor_invoices.desk.selectors.bulk import OPEN

LEASE = timedelta(seconds=60)
BEAT_SECONDS = 15.0


class LeaseLost(Exception):
    """The job was cancelled, or another worker has it."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on a job."""

    job_id: int
    token: uuid.UUID

    @classmethod
    def take(cls, job_id: int) -> Self | None:
        """The right, unless someone has it or the job has ended."""
        now, token = timezone.now(), uuid.uuid4()
        free = Q(lease_until__isnull=True) | Q(lease_until__lte=now)
        taken = BulkJob.objects.filter(free, pk=job_id, state__in=OPEN).update(
            claim=token,
            lease_until=now + LEASE,
            attempts=F("attempts") + 1,
            state=BulkJob.State.RUNNING,
        )
        return cls(job_id, token) if taken else None

    def keep(self, *, progress: bool = False, **values: object) -> None:
        """Have it longer, and write ``values``. Raises ``LeaseLost``."""
        if progress:
            values |= {"attempts": 0, "last_error": ""}
        self._settle(lease_until=timezone.now() + LEASE, **values)

    @contextmanager
    def kept_alive(self) -> Iterator[None]:
        """Have it for as long as the work in here takes: a second thread renews it."""
        done = threading.Event()
        thread = threading.Thread(target=self._beat, args=(done,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()

    def _beat(self, done: threading.Event) -> None:
        try:
            while not done.wait(BEAT_SECONDS):
                with suppress(DatabaseError):  # a database that is away may be back in time
                    self.keep()
        except LeaseLost:
            return  # whoever works finds it out by itself
        finally:
            connection.close()  # of this thread

    def give_back(self, *, until: datetime | None = None, **values: object) -> None:
        """Let others have it, at once or from a moment on. Raises ``LeaseLost``."""
        self._settle(claim=None, lease_until=until, **values)

    def end(self, state: BulkJob.State, **values: object) -> None:
        """The job has ended. Raises ``LeaseLost``."""
        ended = {"state": state, "finished_at": timezone.now(), "claim": None}
        self._settle(lease_until=None, **ended, **values)

    def _settle(self, **values: object) -> None:
        mine = BulkJob.objects.filter(pk=self.job_id, claim=self.token, state=BulkJob.State.RUNNING)
        if not mine.update(**values):
            raise LeaseLost
