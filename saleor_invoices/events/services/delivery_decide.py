"""What people decide about events that failed, and what is forgotten."""

import uuid
from contextlib import suppress
from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain.errors import Conflict, Throttled
from saleor_invoices.events.models import Endpoint, EventDelivery, EventRecord, EventType
from saleor_invoices.events.payload import body_of
from saleor_invoices.events.problems import webhook_dropped
from saleor_invoices.events.services.endpoint_write import endpoint_enable
from saleor_invoices.events.services.event_write import SEND_TASK, deliveries_plan
from saleor_invoices.invoices.models import Problem, SalesDocument

TESTS_AN_HOUR = 30
KEEP_DAYS = 90
BATCH = 500

State = EventDelivery.State


@transaction.atomic
def delivery_retry(*, delivery: EventDelivery) -> EventDelivery:
    """Send an event again that failed or was taken, from the first attempt on, with its old id.

    Raises ``Conflict`` WEBHOOK_NOT_FINAL for one that is under way, also when two people decide at
    once; WEBHOOK_DISABLED; WEBHOOK_EVENT_ERASED.
    """
    endpoint = Endpoint.objects.get(pk=delivery.endpoint_id)
    if not endpoint.enabled:
        raise Conflict("The webhook is switched off.", code="WEBHOOK_DISABLED")
    if not delivery.event.body:
        raise Conflict("The document was erased.", code="WEBHOOK_EVENT_ERASED")
    final = EventDelivery.objects.filter(pk=delivery.pk, state__in=[State.FAILED, State.DELIVERED])
    changed = final.update(state=State.PENDING, attempts=0, next_attempt_at=None, claim=None)
    delivery.refresh_from_db()
    if not changed:
        raise Conflict("This event is under way.", code="WEBHOOK_NOT_FINAL")
    background.enqueue(SEND_TASK, str(delivery.pk))
    return delivery


@transaction.atomic
def webhook_again(problem: Problem) -> None:
    """The Retry button of a webhook's problem: switch it on, and send what failed again."""
    endpoint_id = uuid.UUID(problem.subject.partition(":")[2])
    rows = Endpoint.objects.filter(installation=problem.installation, pk=endpoint_id)
    for endpoint in rows.filter(deleted_at__isnull=True).select_related("installation"):
        if not endpoint.enabled:
            endpoint_enable(endpoint=endpoint)
        # What fails again says so anew.
        webhook_dropped(endpoint)
        failed = endpoint.deliveries.filter(state=State.FAILED).exclude(event__body="")
        for delivery in failed.select_related("event").order_by("created_at")[:BATCH]:
            with suppress(Conflict):  # another person pressed at the same time
                delivery_retry(delivery=delivery)


@transaction.atomic
def endpoint_test(*, endpoint: Endpoint, actor: str) -> EventDelivery:
    """Send a ``webhook.test`` to one endpoint. Raises ``Conflict`` WEBHOOK_DISABLED, ``Throttled``.

    For more than thirty in an hour.
    """
    if not endpoint.enabled:
        raise Conflict("The webhook is switched off.", code="WEBHOOK_DISABLED")
    kind, now = EventType.WEBHOOK_TEST, timezone.now()
    mine = EventRecord.objects.filter(installation=endpoint.installation, type=kind)
    if mine.filter(created_at__gt=now - timedelta(hours=1)).count() >= TESTS_AN_HOUR:
        raise Throttled("Too many tests were sent in this hour.", retry_after=3600)
    data = {"saleorApiUrl": endpoint.installation.saleor_api_url, "requestedBy": actor}
    record = EventRecord.objects.create(
        installation=endpoint.installation,
        type=kind,
        key=f"{kind.value}:{uuid.uuid4()}",
        body=body_of(kind, data, at=now),
    )
    (delivery,) = deliveries_plan(record, [endpoint])
    return delivery


def events_forget(document: SalesDocument) -> None:
    """Erase what events said of a document: its customer and orders; that they were sent stays."""
    records = EventRecord.objects.filter(document=document)
    rows = EventDelivery.objects.filter(event__in=records)
    rows.filter(state=State.PENDING).update(state=State.CANCELLED, next_attempt_at=None)
    records.update(body="")
    rows.update(response_head="", last_error="")


def events_prune() -> int:
    """Drop what was sent long ago, and endpoints deleted before. Returns how many events."""
    limit = timezone.now() - timedelta(days=KEEP_DAYS)
    old = EventRecord.objects.filter(created_at__lt=limit)
    waiting = EventDelivery.objects.filter(
        event=OuterRef("pk"), state=State.PENDING, endpoint__deleted_at__isnull=True
    )
    final = old.filter(~Exists(waiting))
    count = 0
    while keys := list(final.values_list("pk", flat=True)[:BATCH]):
        EventRecord.objects.filter(pk__in=keys).delete()
        count += len(keys)
    Endpoint.objects.filter(deleted_at__lt=limit).delete()
    return count
