"""Sending one event to one endpoint, at least once, and judging the answer.

A worker that dies between the request and the row leaves the row to the next one when its lease
runs out: the event goes out again with the same id, by which whoever receives it knows it.
"""

import random
import time
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from saleor_invoices import logs
from saleor_invoices.domain.errors import AppError
from saleor_invoices.events import signing
from saleor_invoices.events.models import Endpoint, EventDelivery
from saleor_invoices.events.problems import webhook_healed, webhook_problem
from saleor_invoices.events.selectors import deliveries_sendable, secrets_of
from saleor_invoices.events.services.endpoint_write import endpoint_disable
from saleor_invoices.invoices.services import leases
from saleor_invoices.invoices.services.attempts import describe
from saleor_invoices.saleor import outbound

MINUTE, HOUR = 60, 3600
SCHEDULE = (
    5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR,
)  # fmt: skip
"""Seconds between attempts: ten of them in about three days."""
MAX_ATTEMPTS = len(SCHEDULE) + 1
SECONDS = 15.0
MOST_BYTES = 1000
LONGEST_WAIT = 24.0 * HOUR
GONE = 410
MESSAGE_HEADERS = {
    "Content-Type": "application/json",
    "User-Agent": "Saleor-Invoices",
}

State = EventDelivery.State

log = logs.get(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What came of one attempt."""

    why: str  # empty: the event was taken
    status: int | None = None
    head: str = ""
    milliseconds: int = 0
    retry_after: float | None = None
    refused: bool = False  # by our own guard, before anything was sent

    def columns(self) -> dict[str, object]:
        return {
            "status_code": self.status,
            "response_head": self.head,
            "duration_ms": self.milliseconds,
            "last_error": self.why[:2000],
        }


def delivery_send(*, delivery_id: uuid.UUID | str) -> EventDelivery | None:
    """Send one event, if it is due; None when another worker has it or it can't go now.

    Never called inside a transaction: each step is committed before the next.
    """
    # The claim's UPDATE must not join; hence the subquery.
    ready = deliveries_sendable().filter(pk=delivery_id).values("pk")
    if leases.claim(EventDelivery.objects.filter(pk__in=ready, state=State.PENDING)) is None:
        return None
    rows = EventDelivery.objects.select_related("endpoint__installation", "event")
    delivery = rows.get(pk=delivery_id)
    outcome = _attempt(delivery)
    if not outcome.why:
        _taken(delivery, outcome)
    else:
        _not_taken(delivery, outcome)
    return delivery


def _attempt(delivery: EventDelivery) -> _Outcome:
    if delivery.attempts > MAX_ATTEMPTS:
        return _Outcome(why="WORKER_DIED: Sending it stopped the worker each time.")
    began = time.monotonic()
    try:
        answer = _post(delivery)
    except AppError as error:
        return _Outcome(
            why=f"{error.code}: {error.message}",
            milliseconds=_since(began),
            refused=error.code == outbound.URL_REFUSED,
        )
    except Exception as error:  # whatever it is: it must be seen
        fault = describe(error)
        log.exception("webhook.broken", delivery=str(delivery.pk), error=type(error).__name__)
        return _Outcome(why=f"{fault.code}: {fault.message}", milliseconds=_since(began))
    return _Outcome(
        why="" if 200 <= answer.status < 300 else f"It answered {answer.status}.",
        status=answer.status,
        head=_shown(answer.head),
        milliseconds=_since(began),
        retry_after=answer.retry_after,
    )


def _post(delivery: EventDelivery) -> outbound.Answer:
    event, endpoint = delivery.event, delivery.endpoint
    signed = signing.headers(
        message_id=event.message_id,
        body=event.body,
        keys=secrets_of(endpoint, timezone.now()),
    )
    return outbound.post(
        endpoint.url,
        headers={**MESSAGE_HEADERS, **signed},
        content=event.body.encode(),
        seconds=SECONDS,
        most=MOST_BYTES,
    )


@transaction.atomic
def _taken(delivery: EventDelivery, outcome: _Outcome) -> None:
    endpoint = _lock(delivery)
    settled = leases.settle(
        delivery,
        states=(State.PENDING,),
        state=State.DELIVERED,
        delivered_at=timezone.now(),
        next_attempt_at=None,
        **outcome.columns(),
    )
    if settled:
        if endpoint.failing_since is not None:
            Endpoint.objects.filter(pk=endpoint.pk).update(failing_since=None)
        webhook_healed(endpoint)


@transaction.atomic
def _not_taken(delivery: EventDelivery, outcome: _Outcome) -> None:
    endpoint = _lock(delivery)
    gave_up = outcome.status == GONE or delivery.attempts >= MAX_ATTEMPTS
    settled = leases.settle(
        delivery,
        states=(State.PENDING,),
        state=State.FAILED if gave_up else State.PENDING,
        next_attempt_at=None if gave_up else _again(delivery.attempts, outcome),
        **outcome.columns(),
    )
    if not settled:
        return
    log.warning("webhook.not_taken", delivery=str(delivery.pk), status=outcome.status)
    if endpoint.failing_since is None:
        Endpoint.objects.filter(pk=endpoint.pk).update(failing_since=timezone.now())
    if gave_up:
        _give_up(endpoint, delivery, outcome)


def _lock(delivery: EventDelivery) -> Endpoint:
    """The endpoint's row, before that of its delivery, as everywhere."""
    endpoint = Endpoint.objects.select_for_update(no_key=True).get(pk=delivery.endpoint_id)
    endpoint.installation = delivery.endpoint.installation
    return endpoint


def _give_up(endpoint: Endpoint, delivery: EventDelivery, outcome: _Outcome) -> None:
    code = "WEBHOOK_FAILED"
    if outcome.status == GONE:
        code, reason = "WEBHOOK_GONE", Endpoint.Disabled.GONE
        endpoint_disable(endpoint=endpoint, reason=reason)
    elif _never_took_since(endpoint, delivery.created_at):
        code, reason = "WEBHOOK_DISABLED", Endpoint.Disabled.FAILING
        endpoint_disable(endpoint=endpoint, reason=reason)
    webhook_problem(endpoint, code=code, why=outcome.why)


def _never_took_since(endpoint: Endpoint, since: datetime) -> bool:
    """Whether nothing got through in all the days for which this delivery was tried."""
    taken = EventDelivery.objects.filter(
        endpoint=endpoint, state=State.DELIVERED, delivered_at__gte=since
    )
    return not taken.exists()


def _again(attempts: int, outcome: _Outcome) -> datetime:
    """When to try again: by the schedule, later if the server asks so, with some jitter."""
    seconds = float(SCHEDULE[min(attempts, len(SCHEDULE)) - 1])
    seconds *= random.uniform(0.9, 1.1)  # noqa: S311 spreads a herd
    asked = min(outcome.retry_after or 0.0, LONGEST_WAIT)
    return timezone.now() + timedelta(seconds=max(seconds, asked))


def _shown(head: bytes) -> str:
    """The answer's first characters; NUL is what PostgreSQL never keeps."""
    return head.decode(errors="replace").replace("\x00", "\ufffd")[:MOST_BYTES]


def _since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
