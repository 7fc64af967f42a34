"""Having a job for a while: one worker works on it, and a worker that died gives it back.

Every claim writes a fresh token; whoever settles must still hold it, and the job must still be
wanted. A job's table has the columns ``claim``, ``lease_until``, ``attempts``, ``state``,
``last_error`` and ``finished_at``, and the states pending and running.
"""

import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.db import DatabaseError, connection, models
from django.db.models import F, Q
from django.utils import timezone

LEASE = timedelta(seconds=60)
BEAT_SECONDS = 15.0
PENDING, RUNNING = "pending", "running"


class LeaseLost(Exception):
    """The job was cancelled, or another worker has it."""


@dataclass(frozen=True, slots=True)
class JobLease:
    """The right to work on a job; a subclass names the table."""

    model: ClassVar[type[models.Model]]
    job_id: int
    token: uuid.UUID

    @classmethod
    def take(cls, job_id: int) -> Self | None:
        """The right, unless someone has it or the job has ended."""
        now, token = timezone.now(), uuid.uuid4()
        free = Q(lease_until__isnull=True) | Q(lease_until__lte=now)
        rows = cls.model._default_manager.filter(free, pk=job_id, state__in=(PENDING, RUNNING))
        taken = rows.update(
            claim=token, lease_until=now + LEASE, attempts=F("attempts") + 1, state=RUNNING
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

    def end(self, state: str, **values: object) -> None:
        """The job has ended. Raises ``LeaseLost``."""
        ended = {"state": state, "finished_at": timezone.now(), "claim": None}
        self._settle(lease_until=None, **ended, **values)

    def _settle(self, **values: object) -> None:
        mine = self.model._default_manager.filter(pk=self.job_id, claim=self.token, state=RUNNING)
        if not mine.update(**values):
            raise LeaseLost
