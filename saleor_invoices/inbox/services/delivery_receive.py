"""Keep a verified delivery: one statement, committed before anything is acknowledged."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils import timezone

from saleor_invoices.inbox import registry

NO_HANDLER = "NO_HANDLER"

# The ORM has no "insert, or count and re-queue"; two statements would leave a gap in which the
# same delivery, arriving twice at once, is counted wrongly or worked off twice.
_REVIVED = (
    "excluded.state = 'pending' AND "
    f"(inbox_delivery.state = 'failed' OR inbox_delivery.error_code = '{NO_HANDLER}')"
)
# ``error_code`` stays: it tells, when the delivery is done, that a failure has healed.
_REVIVE = ", ".join(
    f"{column} = CASE WHEN {_REVIVED} THEN excluded.{column} ELSE inbox_delivery.{column} END"
    for column in ("body", "state", "attempts", "next_attempt_at", "queued_at", "done_at")
)
_KEEP = (
    "INSERT INTO inbox_delivery (installation_id, source, event, body, body_sha256, state,"  # noqa: S608
    " received_at, next_attempt_at, queued_at, done_at, error_code,"
    " received_count, attempts, last_error)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, 1, 0, '')"
    " ON CONFLICT (installation_id, source, event, body_sha256) DO UPDATE"
    f" SET received_count = inbox_delivery.received_count + 1, {_REVIVE}"
    " RETURNING id, queued_at = %s"
)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a delivery that arrived."""

    delivery_id: int
    needs_work: bool  # new, or a failed one that came again: hand it to a worker


def delivery_receive(
    *, installation_id: int, source: str, event: str, body: bytes, identity: bytes | None = None
) -> Receipt:
    """Keep a delivery and say whether it must be worked off.

    The same delivery again only counts up; if the first had failed, it gets a new chance. An
    event that no feature handles is kept as done (NO_HANDLER), so that it can be replayed after
    an upgrade. ``identity`` is what makes two deliveries the same where that is not the body
    (Stripe: the event's id).
    """
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    handled = registry.handler_for(source, event) is not None
    due, done = (now, None) if handled else (None, now)
    state, code = ("pending", "") if handled else ("done", NO_HANDLER)
    key = hashlib.sha256(body if identity is None else identity).hexdigest()
    row: list[Any] = [installation_id, source, event, body, key, state, now, due, due, done, code]
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, [*row, now])
        delivery_id, queued_now = cursor.fetchone()
    return Receipt(delivery_id, needs_work=bool(queued_now))
