"""Reading webhooks and what became of telling them."""

import base64
import binascii
import datetime as dt
import uuid

import msgspec
import strawberry

from saleor_invoices.api.connections import page_size
from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_uuid
from saleor_invoices.api.queries.settings import First
from saleor_invoices.api.types.webhooks import (
    ENDPOINT_TYPE,
    SalesWebhookDeliveryConnection,
    SalesWebhookEndpoint,
    WebhookDeliveryState,
)
from saleor_invoices.domain.errors import InvalidInput, NotAllowed
from saleor_invoices.events.models import EventDelivery
from saleor_invoices.events.selectors import LATEST_FIRST, deliveries_listed, endpoints_listed
from saleor_invoices.invoices.selectors import keyset
from saleor_invoices.invoices.selectors.viewers import (
    SETTINGS_RIGHTS,
    Viewer,
    require_settings_reader,
    sees_secrets,
)
from saleor_invoices.stores.models import Installation

READERS = "For staff with MANAGE_APPS or MANAGE_SETTINGS, and keys with `settings:read`."


@strawberry.type
class WebhookQueries:
    @strawberry.field(
        description="The addresses that hear of documents, oldest first; never their secrets. "
        + READERS
    )
    def webhook_endpoints(self, info: Info) -> list[SalesWebhookEndpoint] | None:
        rows = endpoints_listed(installation=_store(info.context.viewer))
        return [SalesWebhookEndpoint.of(row) for row in rows]

    @strawberry.field(
        description="What was or is to be sent, the latest first; of one endpoint, in one state. "
        + READERS
    )
    def webhook_deliveries(
        self,
        info: Info,
        first: First = None,
        after: str | None = None,
        endpoint_id: strawberry.ID | None = None,
        state: WebhookDeliveryState | None = None,
    ) -> SalesWebhookDeliveryConnection | None:
        rows = deliveries_listed(
            installation=_store(info.context.viewer),
            endpoint_id=local_uuid(endpoint_id, ENDPOINT_TYPE) if endpoint_id else None,
            state=state.value if state else "",
        ).select_related("event__document")
        window = keyset.Window(size=page_size(first), after=_place(after) if after else None)
        page = keyset.page(rows, ordering=LATEST_FIRST, window=window)
        return SalesWebhookDeliveryConnection.of(page, [_cursor(row) for row in page.rows])


def _store(viewer: Viewer) -> Installation:
    """Addresses may hold what only those who set the shop up may know."""
    installation = require_settings_reader(viewer)
    if not sees_secrets(viewer):
        right = SETTINGS_RIGHTS[0]
        raise NotAllowed(f"This needs {right}.", params={"permission": right})
    return installation


def _cursor(row: EventDelivery) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode([row.created_at, row.pk])).decode()


def _place(cursor: str) -> keyset.Place:
    try:
        raw = base64.b64decode(cursor, altchars=b"-_", validate=True)
        at, pk = msgspec.json.decode(raw, type=tuple[dt.datetime, uuid.UUID])
    except (binascii.Error, ValueError, msgspec.MsgspecError) as error:
        raise _bad_cursor() from error
    if at.tzinfo is None:
        raise _bad_cursor()
    return keyset.Place(value=at, id=pk)


def _bad_cursor() -> InvalidInput:
    return InvalidInput("The cursor does not belong to this list.", code="CURSOR_INVALID")
