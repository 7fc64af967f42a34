"""Keys of machines, as the API shows them: never the keys themselves."""

import datetime as dt

import strawberry

from saleor_invoices.api.ids import global_id
from saleor_invoices.api.types.enums import Scope
from saleor_invoices.stores.models import ApiKey

KEY_TYPE = "SalesApiKey"


@strawberry.type(description="A key with which a machine asks this API.")
class SalesApiKey:
    id: strawberry.ID
    name: str
    prefix: str = strawberry.field(description="What the key begins with, to tell keys apart.")
    scopes: list[Scope]
    created_at: dt.datetime
    last_used_at: dt.datetime | None = strawberry.field(description="To the minute.")
    revoked_at: dt.datetime | None

    @classmethod
    def of(cls, row: ApiKey) -> "SalesApiKey":
        """What the API shows of a row."""
        return cls(
            id=strawberry.ID(global_id(KEY_TYPE, row.pk)),
            name=row.name,
            prefix=row.prefix,
            scopes=[Scope(scope) for scope in row.scopes],
            created_at=row.created_at,
            last_used_at=row.last_used_at,
            revoked_at=row.revoked_at,
        )
