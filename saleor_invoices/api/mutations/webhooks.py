"""Verbs on webhooks."""

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_uuid
from saleor_invoices.api.mutations.settings import WRITERS
from saleor_invoices.api.types.webhooks import (
    DELIVERY_TYPE,
    ENDPOINT_TYPE,
    SalesWebhookDelivery,
    SalesWebhookEndpoint,
    SalesWebhookEndpointInput,
)
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.events.models import Endpoint
from saleor_invoices.events.selectors import delivery_find, endpoint_find
from saleor_invoices.events.services import endpoint_write as endpoints
from saleor_invoices.events.services.delivery_decide import delivery_retry, endpoint_test
from saleor_invoices.invoices.selectors.viewers import require_settings_writer

SHOWN_ONCE = "`whsec_` and Base64; it is shown this once."


@strawberry.type(description="The endpoint that was added.")
class WebhookEndpointCreate:
    endpoint: SalesWebhookEndpoint
    secret: str = strawberry.field(description=SHOWN_ONCE)


@strawberry.type(description="The endpoint as it is now.")
class WebhookEndpointUpdate:
    endpoint: SalesWebhookEndpoint


@strawberry.type(description="The endpoint that is no more.")
class WebhookEndpointDelete:
    id: strawberry.ID


@strawberry.type(description="The endpoint with its new secret.")
class WebhookEndpointSecretRotate:
    endpoint: SalesWebhookEndpoint
    secret: str = strawberry.field(description=SHOWN_ONCE)


@strawberry.type(description="The test that will be sent.")
class WebhookEndpointTest:
    delivery: SalesWebhookDelivery


@strawberry.type(description="The event that will be sent again.")
class WebhookDeliveryRetry:
    delivery: SalesWebhookDelivery


@strawberry.type
class WebhookMutations:
    @strawberry.mutation(description="Have an address hear of documents. " + WRITERS)
    def webhook_endpoint_create(
        self,
        info: Info,
        input: SalesWebhookEndpointInput,  # noqa: A002 the name that Saleor uses
    ) -> WebhookEndpointCreate | None:
        viewer = info.context.viewer
        actor = require_settings_writer(viewer)
        if input.url is None:
            raise InvalidInput(
                "A webhook needs an address.", code="WEBHOOK_URL_INVALID", params={"field": "url"}
            )
        row, secret = endpoints.endpoint_create(
            installation=viewer.installation, given=input.fields(), actor=actor
        )
        return WebhookEndpointCreate(endpoint=SalesWebhookEndpoint.of(row), secret=secret)

    @strawberry.mutation(
        description="Change an endpoint; switched on again, it gets what waited. " + WRITERS
    )
    def webhook_endpoint_update(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        input: SalesWebhookEndpointInput,  # noqa: A002
    ) -> WebhookEndpointUpdate | None:
        row = endpoints.endpoint_update(endpoint=_endpoint(info, id), given=input.fields())
        return WebhookEndpointUpdate(endpoint=SalesWebhookEndpoint.of(row))

    @strawberry.mutation(
        description="Take an endpoint away; what waits for it is not sent. " + WRITERS
    )
    def webhook_endpoint_delete(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
    ) -> WebhookEndpointDelete | None:
        endpoints.endpoint_delete(endpoint=_endpoint(info, id))
        return WebhookEndpointDelete(id=id)

    @strawberry.mutation(
        description="Give an endpoint a new secret; for a day, the one before signs beside it. "
        + WRITERS
    )
    def webhook_endpoint_secret_rotate(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
    ) -> WebhookEndpointSecretRotate | None:
        row, secret = endpoints.endpoint_secret_rotate(endpoint=_endpoint(info, id))
        return WebhookEndpointSecretRotate(endpoint=SalesWebhookEndpoint.of(row), secret=secret)

    @strawberry.mutation(
        description="Send a `webhook.test`; `webhookDeliveries` tells what came of it. " + WRITERS
    )
    def webhook_endpoint_test(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
    ) -> WebhookEndpointTest | None:
        actor = require_settings_writer(info.context.viewer)
        delivery = endpoint_test(endpoint=_endpoint(info, id), actor=actor)
        return WebhookEndpointTest(delivery=SalesWebhookDelivery.of(delivery))

    @strawberry.mutation(
        description="Send an event again that failed or was taken, with its old id. " + WRITERS
    )
    def webhook_delivery_retry(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
    ) -> WebhookDeliveryRetry | None:
        viewer = info.context.viewer
        require_settings_writer(viewer)
        found = delivery_find(
            installation=viewer.installation, delivery_id=local_uuid(id, DELIVERY_TYPE)
        )
        delivery_retry(delivery=found)
        return WebhookDeliveryRetry(delivery=SalesWebhookDelivery.of(found))


def _endpoint(info: Info, identity: str) -> Endpoint:
    viewer = info.context.viewer
    require_settings_writer(viewer)
    key = local_uuid(identity, ENDPOINT_TYPE)
    return endpoint_find(installation=viewer.installation, endpoint_id=key)
