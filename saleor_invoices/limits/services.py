"""Counting a use, or refusing it."""

import hmac
import math
import time

from django.conf import settings
from django.db.models import F, Value
from django.db.models.functions import Greatest

from saleor_invoices.domain.errors import Throttled
from saleor_invoices.limits.models import Meter

_ATTEMPTS = 3  # at a row that others fill or delete meanwhile
_LINGER = 60_000  # milliseconds: a row that was just used is not deleted under its next use


def limits_take(*, scope: str, key: str, most: int, seconds: int) -> None:
    """Count one use of ``scope`` by ``key``, or raise ``Throttled`` with ``retry_after``.

    ``most`` uses may come at once; then one more every ``seconds / most``. A refused use counts
    for nothing and writes nothing, so that a flood is read and no more. The count holds for all
    processes and machines that share the database; call it outside of a transaction, since what
    is rolled back was not counted. ``key`` may be anything that tells whom to count apart (an
    e-mail address, a link's id): kept is its keyed hash only.
    """
    wait = _wait(_digest(scope, key), scope, most=most, step=math.ceil(seconds * 1000 / most))
    if wait:
        raise _refusal(wait)


def limits_check(*, scope: str, key: str, most: int, seconds: int) -> None:
    """Raise as ``limits_take`` would, but count nothing: one read.

    Where several limits hold for one request, check all before any is taken: what one of them
    refuses then leaves no row of the others, however many addresses a flood makes up.
    """
    step = math.ceil(seconds * 1000 / most)
    row = Meter.objects.filter(pk=_digest(scope, key)).first()
    wait = row.full_until - _now() - (most - 1) * step if row else 0
    if wait > 0:
        raise _refusal(wait)


def limits_prune() -> int:
    """Delete the rows of those who have been away long enough to begin anew; returns how many."""
    return Meter.objects.filter(full_until__lt=_now() - _LINGER).delete()[0]


def _wait(digest: str, scope: str, *, most: int, step: int) -> int:
    """Zero if the use was counted, else the milliseconds until there is room for it."""
    for _ in range(_ATTEMPTS):
        row, made = Meter.objects.get_or_create(
            pk=digest, defaults={"scope": scope, "full_until": _now() + step}
        )
        if made:
            return 0
        now = _now()  # only here: whoever filled the row that was read had no later one
        latest = now + (most - 1) * step  # what is fuller has no room for one more
        if row.full_until > latest:
            return row.full_until - latest
        # Compared and moved in one statement: of many at once, only as many pass as there is room.
        room = Meter.objects.filter(pk=digest, full_until__lte=latest)
        if room.update(full_until=Greatest(F("full_until"), Value(now)) + step):
            return 0
    return step


def _refusal(wait: int) -> Throttled:
    return Throttled("Too many requests; try again later.", retry_after=math.ceil(wait / 1000))


def _digest(scope: str, key: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), f"{scope}\n{key}".encode(), "sha256").hexdigest()


def _now() -> int:
    return time.time_ns() // 1_000_000
