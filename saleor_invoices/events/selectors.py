"""Questions about webhooks; each is asked for one installation."""

import uuid
from datetime import datetime

from django.db.models import Q, QuerySet

from saleor_invoices.domain.errors import NotFound
from saleor_invoices.events.models import Endpoint, EventDelivery, EventType
from saleor_invoices.invoices.selectors import failures
from saleor_invoices.invoices.selectors.keyset import Ordering
from saleor_invoices.stores.models import Installation

LATEST_FIRST = Ordering(column="created_at", descending=True)
State = EventDelivery.State


def endpoints_listed(*, installation: Installation) -> QuerySet[Endpoint]:
    """The store's endpoints, oldest first."""
    rows = Endpoint.objects.filter(installation=installation, deleted_at__isnull=True)
    return rows.order_by("created_at", "pk")


def endpoint_find(*, installation: Installation, endpoint_id: uuid.UUID) -> Endpoint:
    """One of the store's. Raises ``NotFound``."""
    found = endpoints_listed(installation=installation).filter(pk=endpoint_id).first()
    if found is None:
        raise NotFound("There is no such webhook.")
    found.installation = installation
    return found


def endpoints_wanting(
    *, installation_id: int, event_type: EventType, channel: str
) -> list[Endpoint]:
    """Those that are to hear of such an event in a channel."""
    rows = Endpoint.objects.filter(installation_id=installation_id, enabled=True)
    return [row for row in rows.order_by("pk") if wants(row, event_type, channel)]


def wants(endpoint: Endpoint, event_type: EventType, channel: str) -> bool:
    """Whether the endpoint asked for it; a test is for whoever it is sent to."""
    by_type = not endpoint.event_types or event_type.value in endpoint.event_types
    return by_type and (not endpoint.channels or channel in endpoint.channels)


def deliveries_listed(
    *,
    installation: Installation,
    endpoint_id: uuid.UUID | None = None,
    state: str = "",
) -> QuerySet[EventDelivery]:
    """What was, or is to be, sent; of one endpoint, in one state."""
    rows = EventDelivery.objects.filter(
        installation=installation, endpoint__deleted_at__isnull=True
    )
    if endpoint_id is not None:
        rows = rows.filter(endpoint_id=endpoint_id)
    if state:
        rows = rows.filter(state=state)
    return rows.select_related("event", "endpoint")


def delivery_find(*, installation: Installation, delivery_id: uuid.UUID) -> EventDelivery:
    """One of the store's. Raises ``NotFound``."""
    found = deliveries_listed(installation=installation).filter(pk=delivery_id).first()
    if found is None:
        raise NotFound("There is no such delivery.")
    return found


def deliveries_sendable() -> QuerySet[EventDelivery]:
    """Those that may go now or later: the endpoint is enabled and the store connected."""
    return EventDelivery.objects.filter(
        state=State.PENDING,
        endpoint__enabled=True,
        installation__state=Installation.State.ACTIVE,
    )


def deliveries_failed(_: Installation) -> QuerySet[EventDelivery, uuid.UUID | None]:
    """Documents of which an event did not get through; see ``failures.failed_ids``."""
    rows = EventDelivery.objects.filter(state=failures.FAILED, event__document__isnull=False)
    return rows.values_list("event__document_id", flat=True)


def secrets_of(endpoint: Endpoint, now: datetime) -> list[str]:
    """The secrets that sign at this time, the newest first."""
    until = endpoint.previous_until
    with_previous = endpoint.previous_secret and until is not None and now < until
    return [endpoint.secret, *([endpoint.previous_secret] if with_previous else [])]


def open_of(endpoint: Endpoint) -> Q:
    """Deliveries of an endpoint that wait for a person."""
    return Q(endpoint=endpoint, state=State.FAILED)
