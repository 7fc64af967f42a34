"""What the stand remembers beside localstripe: whose an object is, and what is missing there."""

import asyncio
import itertools
import secrets
import string
import time
from dataclasses import dataclass, field
from typing import Any

from .behind import Behind
from .errors import missing
from .keys import Keys, Scope

API_VERSION = "2026-10-28.endive"
_LETTERS = string.ascii_letters + string.digits


@dataclass
class Settings:
    behind: str
    public_url: str
    retry_scale: float = 1.0


@dataclass
class Row:
    """One object. ``more`` holds what localstripe does not; it wins where both have it."""

    id: str
    kind: str
    scope: Scope
    created: int
    place: int  # in the order of creation
    more: dict[str, Any] = field(default_factory=dict)


@dataclass
class Saved:
    """The answer of an idempotency key; ``answer`` is None while the first request runs."""

    request: tuple[str, str]
    answer: tuple[int, dict[str, Any]] | None = None


class State:
    def __init__(self, settings: Settings) -> None:
        self.settings, self.behind = settings, Behind(settings.behind)
        self.keys = Keys()
        self.lock = asyncio.Lock()  # one request that changes something at a time
        self.order = itertools.count()
        self.rows: dict[str, Row] = {}
        self.saved: dict[tuple[str, str], Saved] = {}
        self.requests: list[dict[str, Any]] = []
        self.courier: Any = None
        self.faults: Any = None

    def keep(self, kind: str, object_id: str, scope: Scope, **more: Any) -> Row:
        row = Row(object_id, kind, scope, int(time.time()), next(self.order), more)
        self.rows[object_id] = row
        return row

    def find(self, object_id: str, kind: str, scope: Scope, param: str = "id") -> Row:
        """The object of this account; another's does not exist, as at Stripe."""
        row = self.rows.get(object_id)
        if row is None or row.scope != scope or row.kind != kind:
            raise missing(kind, object_id, param)
        return row

    def of(self, kind: str, scope: Scope) -> list[Row]:
        """The newest first."""
        rows = [row for row in self.rows.values() if row.kind == kind and row.scope == scope]
        return sorted(rows, key=lambda row: (row.created, row.place), reverse=True)

    def forget(self) -> None:
        self.keys = Keys()
        self.rows.clear()
        self.saved.clear()
        self.requests.clear()


def fresh_id(prefix: str, letters: int = 24) -> str:
    return prefix + "".join(secrets.choice(_LETTERS) for _ in range(letters))
