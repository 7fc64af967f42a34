"""Hand deliveries to the workers; a broker that is away must cost neither data nor time."""

import time
from collections.abc import Sequence

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

from saleor_invoices import logs
from saleor_invoices.inbox.models import Delivery

PROCESS_TASK = "inbox.process"
QUIET_SECONDS = 5.0

log = logs.get(__name__)


class _Breaker:
    """After a failure the broker is left alone for a moment: time-outs would slow every answer."""

    def __init__(self) -> None:
        self._quiet_until = 0.0

    @property
    def is_open(self) -> bool:
        return time.monotonic() < self._quiet_until

    def trip(self) -> None:
        self._quiet_until = time.monotonic() + QUIET_SECONDS

    def reset(self) -> None:
        self._quiet_until = 0.0


breaker = _Breaker()


def delivery_enqueue(*, delivery_id: int, countdown: float | None = None) -> None:
    """Hand one delivery to a worker once the transaction has committed.

    What can't be handed over is marked, so that the next sweep takes it.
    """
    transaction.on_commit(lambda: deliveries_send([delivery_id], countdown=countdown))


def deliveries_send(delivery_ids: Sequence[int], *, countdown: float | None = None) -> None:
    """Send one message for each delivery now; the rest is left to the sweep when one fails."""
    for position, delivery_id in enumerate(delivery_ids):
        if not _send(delivery_id, countdown):
            left = delivery_ids[position:]
            Delivery.objects.filter(pk__in=left, state="pending").update(queued_at=None)
            return


def _send(delivery_id: int, countdown: float | None) -> bool:
    if breaker.is_open:
        return False
    try:
        # One retry only: a pooled connection that the broker dropped is replaced by it.
        current_app.send_task(
            PROCESS_TASK,
            args=(delivery_id,),
            countdown=countdown,
            ignore_result=True,
            retry=True,
            retry_policy={"max_retries": 1, "interval_start": 0, "interval_max": 0},
        )
    except (OperationalError, OSError) as error:
        breaker.trip()
        log.warning("broker.unreachable", task=PROCESS_TASK, error=type(error).__name__)
        return False
    breaker.reset()
    return True
