"""Verbs on the keys of machines."""

from typing import Annotated

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_int
from saleor_invoices.api.mutations.settings import WRITERS
from saleor_invoices.api.types.enums import Scope
from saleor_invoices.api.types.keys import KEY_TYPE, SalesApiKey
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.selectors.viewers import require_grantable, require_settings_writer
from saleor_invoices.stores.selectors import api_keys_listed
from saleor_invoices.stores.services.api_key import api_key_create, api_key_revoke

MOST_LISTED = 300


@strawberry.type(description="The key that was made.")
class ApiKeyCreate:
    key: SalesApiKey
    token: str = strawberry.field(description="The key itself; it is shown this once.")


@strawberry.type(description="The key that opens nothing any more.")
class ApiKeyRevoke:
    key: SalesApiKey


@strawberry.type
class KeyQueries:
    @strawberry.field(
        description="The keys of machines, the newest first; never the keys themselves. " + WRITERS
    )
    def sales_api_keys(self, info: Info) -> list[SalesApiKey] | None:
        viewer = info.context.viewer
        require_settings_writer(viewer)
        rows = api_keys_listed(installation=viewer.installation)[:MOST_LISTED]
        return [SalesApiKey.of(row) for row in rows]


@strawberry.type
class KeyMutations:
    @strawberry.mutation(
        description="Make a key for a machine. Nobody can give it a right that they have not "
        "themselves: documents and imports need MANAGE_ORDERS, payments HANDLE_PAYMENTS. " + WRITERS
    )
    def api_key_create(
        self,
        info: Info,
        name: Annotated[str, strawberry.argument(description="What it is for.")],
        scopes: list[Scope],
    ) -> ApiKeyCreate | None:
        viewer = info.context.viewer
        actor = require_settings_writer(viewer)
        require_grantable(viewer, scopes)
        key, token = api_key_create(
            installation=viewer.installation,
            name=name,
            scopes=[scope.value for scope in scopes],
            created_by=actor,
        )
        return ApiKeyCreate(key=SalesApiKey.of(key), token=token)

    @strawberry.mutation(
        description="Have a key open nothing any more, from now on; again, it changes nothing. "
        + WRITERS
    )
    def api_key_revoke(self, info: Info, id: strawberry.ID) -> ApiKeyRevoke | None:  # noqa: A002
        viewer = info.context.viewer
        actor = require_settings_writer(viewer)
        keys = api_keys_listed(installation=viewer.installation)
        key = keys.filter(pk=local_int(id, KEY_TYPE)).first()
        if key is None:
            raise NotFound("There is no such key.", code="API_KEY_NOT_FOUND")
        api_key_revoke(key=key, revoked_by=actor)
        key.refresh_from_db()
        return ApiKeyRevoke(key=SalesApiKey.of(key))
