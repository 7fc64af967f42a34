"""Work one delivery off: claim, run its handler, settle. ``docs/algorithms/inbox.md`` explains."""

import traceback
from datetime import timedelta

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from saleor_invoices import logs
from saleor_invoices.domain.errors import AppError, Conflict, Disconnected, Throttled
from saleor_invoices.inbox import backoff, registry
from saleor_invoices.inbox.models import Delivery
from saleor_invoices.inbox.registry import Failure, Inbound
from saleor_invoices.inbox.services.delivery_enqueue import delivery_enqueue
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.services.installation_disconnect import installation_disconnect
from saleor_invoices.stores.services.installation_reconnect import installation_reconnect

SOON = timedelta(seconds=60)  # within this a worker keeps the appointment, else the sweep does

log = logs.get(__name__)


def delivery_work(*, delivery_id: int) -> None:
    """Run the handler of a delivery that is due; does nothing when another worker has it.

    Never raises for what a handler raises: that is written down on the delivery.
    """
    delivery = delivery_claim(delivery_id=delivery_id)
    if delivery is None:
        return
    inbound = _open(delivery)
    with structlog.contextvars.bound_contextvars(
        delivery_id=delivery.pk, event_type=delivery.event, store=str(delivery.installation)
    ):
        try:
            _run(inbound)
        except Exception as error:
            _settle_failure(delivery, inbound, error)
        else:
            _settle_success(delivery, inbound)


def delivery_claim(*, delivery_id: int) -> Delivery | None:
    """Take a due delivery for the length of a lease; None when there is nothing to take.

    One conditional UPDATE, so that of two workers exactly one gets it. The attempt is counted
    here and not at the end: a body that kills its worker must not be tried for ever.
    """
    now = timezone.now()
    lease_end = now + timedelta(seconds=settings.INBOX_LEASE_SECONDS)
    due = Delivery.objects.filter(
        pk=delivery_id, state=Delivery.State.PENDING, next_attempt_at__lte=now
    )
    if not due.update(attempts=F("attempts") + 1, next_attempt_at=lease_end):
        return None
    return Delivery.objects.select_related("installation").get(pk=delivery_id)


def _open(delivery: Delivery) -> Inbound:
    return Inbound(
        delivery_id=delivery.pk,
        installation=delivery.installation,
        source=delivery.source,
        event=delivery.event,
        body=bytes(delivery.body),
        received_at=delivery.received_at,
        attempt=delivery.attempts,
    )


def _run(inbound: Inbound) -> None:
    if inbound.attempt > backoff.MAX_ATTEMPTS:
        raise Conflict("Working this off stopped the worker each time.", code="WORKER_DIED")
    handler = registry.handler_for(inbound.source, inbound.event)
    if handler is None:
        raise Conflict(f"No feature handles {inbound.event}.", code="NO_HANDLER")
    if inbound.source == Delivery.Source.SALEOR:  # money that came is ours to book in any case
        _ensure_connected(inbound.installation)
    handler(inbound)


def _ensure_connected(installation: Installation) -> None:
    # A signed delivery of a store that we hold for disconnected: switched on again, or a retry
    # from before its removal. Only the token can tell.
    if installation.is_active:
        return
    client = SaleorClient(api_url=installation.saleor_api_url, token=installation.token)
    if not client.is_alive():
        raise Disconnected(f"{installation.saleor_api_url} no longer accepts the app's token.")
    installation_reconnect(installation=installation)


def _settle_success(delivery: Delivery, inbound: Inbound) -> None:
    with transaction.atomic():
        settled = _settle(
            delivery,
            state=Delivery.State.DONE,
            done_at=timezone.now(),
            next_attempt_at=None,
            last_error="",
            error_code="",
        )
        if settled and delivery.error_code:
            registry.report_recovery(inbound)
    log.info("delivery.done", attempt=delivery.attempts)


def _settle_failure(delivery: Delivery, inbound: Inbound, error: Exception) -> None:
    failure = _describe(error)
    log.warning("delivery.failed", code=failure.code, attempt=delivery.attempts, at=_frames(error))
    if isinstance(error, Disconnected):
        installation_disconnect(installation=delivery.installation, reason=failure.message)
    is_permanent = isinstance(error, AppError) and error.permanent
    if is_permanent or delivery.attempts >= backoff.MAX_ATTEMPTS:
        _give_up(delivery, inbound, failure)
    else:
        _try_later(delivery, failure, error)


def _give_up(delivery: Delivery, inbound: Inbound, failure: Failure) -> None:
    try:
        with transaction.atomic():
            if _mark_failed(delivery, failure):
                registry.report_failure(inbound, failure)
    except Exception as error:
        log.error("delivery.report_failed", code=failure.code, at=_frames(error))
        _mark_failed(delivery, failure)


def _mark_failed(delivery: Delivery, failure: Failure) -> bool:
    return _settle(
        delivery,
        state=Delivery.State.FAILED,
        next_attempt_at=None,
        last_error=failure.message[:2000],
        error_code=failure.code[:80],
    )


def _try_later(delivery: Delivery, failure: Failure, error: Exception) -> None:
    at_least = error.retry_after if isinstance(error, Throttled) else 0.0
    wait = backoff.delay(delivery.attempts, at_least=at_least)
    due = timezone.now() + wait
    is_soon = wait <= SOON
    settled = _settle(
        delivery,
        next_attempt_at=due,
        queued_at=due if is_soon else None,
        last_error=failure.message[:2000],
        error_code=failure.code[:80],
    )
    if settled and is_soon:
        delivery_enqueue(delivery_id=delivery.pk, countdown=wait.total_seconds())


def _settle(delivery: Delivery, **values: object) -> bool:
    # ``attempts`` is a fencing token: whoever outlived the lease must not undo its successor.
    mine = Delivery.objects.filter(
        pk=delivery.pk, state=Delivery.State.PENDING, attempts=delivery.attempts
    )
    settled = mine.update(**values) == 1
    if not settled:
        log.warning("delivery.lease_lost", attempt=delivery.attempts)
    return settled


def _describe(error: Exception) -> Failure:
    if isinstance(error, AppError):
        return Failure(code=error.code, message=error.message)
    # The message of a foreign exception may hold a customer's data; its type does not.
    return Failure(code="INTERNAL_ERROR", message=f"Internal error ({type(error).__name__}).")


def _frames(error: BaseException) -> list[str]:
    """Where it happened, without the message."""
    frames = traceback.extract_tb(error.__traceback__)[-5:]
    return [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames]
