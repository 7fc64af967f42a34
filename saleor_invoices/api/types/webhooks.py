"""Webhooks out, as the API shows them; a secret is shown once, by the verb that makes it."""

import datetime as dt
from typing import TypeAlias

import strawberry

from saleor_invoices.api.ids import global_id
from saleor_invoices.api.types.page_info import PageInfo
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.events.models import Endpoint, EventDelivery, EventType
from saleor_invoices.events.services.endpoint_write import EndpointInput
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.selectors.keyset import Page

ENDPOINT_TYPE, DELIVERY_TYPE = "SalesWebhookEndpoint", "SalesWebhookDelivery"
WebhookEventType: TypeAlias = EventType
WebhookDisabled: TypeAlias = Endpoint.Disabled
WebhookDeliveryState: TypeAlias = EventDelivery.State

strawberry.enum(
    WebhookEventType, name="SalesWebhookEventType", description="What there is to hear."
)
strawberry.enum(
    WebhookDisabled,
    name="SalesWebhookDisabledReason",
    description="Why nothing is sent: staff switched it off, it answered 410, or nothing got "
    "through for days.",
)
strawberry.enum(
    WebhookDeliveryState,
    name="SalesWebhookDeliveryState",
    description="How far an event has got; CANCELLED: its document was erased.",
)


@strawberry.type(description="An address that hears of documents.")
class SalesWebhookEndpoint:
    id: strawberry.ID
    url: str
    description: str
    event_types: list[WebhookEventType] = strawberry.field(description="Empty: all.")
    channels: list[str] = strawberry.field(description="Slugs; empty: all.")
    enabled: bool
    disabled_reason: WebhookDisabled | None
    failing_since: dt.datetime | None = strawberry.field(
        description="Since when nothing was taken; null while all is well."
    )
    previous_secret_until: dt.datetime | None = strawberry.field(
        description="Until when the secret before the last rotation signs, too."
    )
    created_at: dt.datetime

    @classmethod
    def of(cls, row: Endpoint) -> "SalesWebhookEndpoint":
        """What the API shows of a row."""
        return cls(
            id=strawberry.ID(global_id(ENDPOINT_TYPE, row.pk)),
            url=row.url,
            description=row.description,
            event_types=[EventType(one) for one in row.event_types],
            channels=row.channels,
            enabled=row.enabled,
            disabled_reason=Endpoint.Disabled(row.disabled_reason) if row.disabled_reason else None,
            failing_since=row.failing_since,
            previous_secret_until=row.previous_until,
            created_at=row.created_at,
        )


@strawberry.type(description="One event on its way to one endpoint.")
class SalesWebhookDelivery:
    id: strawberry.ID
    endpoint_id: strawberry.ID
    message_id: str = strawberry.field(description="The header `webhook-id` of every attempt.")
    event_type: WebhookEventType
    document_id: strawberry.ID | None
    document_number: str
    body: str = strawberry.field(description="As it is sent; empty once its document was erased.")
    state: WebhookDeliveryState
    attempts: int
    next_attempt_at: dt.datetime | None
    last_error: str
    status_code: int | None = strawberry.field(description="Of the last answer.")
    response_head: str = strawberry.field(description="How the last answer began.")
    duration_ms: int | None
    created_at: dt.datetime
    delivered_at: dt.datetime | None

    @classmethod
    def of(cls, row: EventDelivery) -> "SalesWebhookDelivery":
        """What the API shows of a row."""
        document = row.event.document
        return cls(
            id=strawberry.ID(global_id(DELIVERY_TYPE, row.pk)),
            endpoint_id=strawberry.ID(global_id(ENDPOINT_TYPE, row.endpoint_id)),
            message_id=row.event.message_id,
            event_type=EventType(row.event.type),
            document_id=_document_id(document) if document else None,
            document_number=document.number if document else "",
            body=row.event.body,
            state=EventDelivery.State(row.state),
            attempts=row.attempts,
            next_attempt_at=row.next_attempt_at,
            last_error=row.last_error,
            status_code=row.status_code,
            response_head=row.response_head,
            duration_ms=row.duration_ms,
            created_at=row.created_at,
            delivered_at=row.delivered_at,
        )


@strawberry.type(description="One delivery of a page, with its place.")
class SalesWebhookDeliveryEdge:
    node: SalesWebhookDelivery
    cursor: str


@strawberry.type(description="A page of deliveries.")
class SalesWebhookDeliveryConnection:
    edges: list[SalesWebhookDeliveryEdge]
    page_info: PageInfo

    @classmethod
    def of(cls, page: Page[EventDelivery], cursors: list[str]) -> "SalesWebhookDeliveryConnection":
        """A page in the schema's words."""
        edges = [
            SalesWebhookDeliveryEdge(node=SalesWebhookDelivery.of(row), cursor=cursor)
            for row, cursor in zip(page.rows, cursors, strict=True)
        ]
        info = PageInfo(
            has_next_page=page.has_next,
            has_previous_page=page.has_previous,
            start_cursor=cursors[0] if cursors else None,
            end_cursor=cursors[-1] if cursors else None,
        )
        return cls(edges=edges, page_info=info)


@strawberry.input(description="An endpoint; what is not given stays as it is.")
class SalesWebhookEndpointInput:
    url: str | None = strawberry.field(
        default=None, description="A public https address; needed for a new endpoint."
    )
    description: str | None = None
    event_types: list[WebhookEventType] | None = strawberry.field(
        default=None, description="Empty: all, also those that come later."
    )
    channels: list[str] | None = strawberry.field(
        default=None, description="Slugs; empty: all, and what has no channel."
    )
    enabled: bool | None = None

    def fields(self) -> EndpointInput:
        """The same in the services' words."""
        return EndpointInput(
            url=self.url,
            description=self.description,
            event_types=self.event_types,
            channels=self.channels,
            enabled=self.enabled,
        )


def _document_id(document: SalesDocument) -> strawberry.ID:
    is_note = document.kind == DocumentKind.CREDIT_NOTE
    return strawberry.ID(global_id("CreditNote" if is_note else "SalesInvoice", document.pk))
