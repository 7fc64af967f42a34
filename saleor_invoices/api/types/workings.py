"""What only the store's staff see: publishing, history, problems, the store itself."""

import datetime as dt

import strawberry
from strawberry.scalars import JSON

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.types.enums import PublicationState
from saleor_invoices.invoices.models import HistoryEntry, Problem, Publication


@strawberry.type(description="A Saleor invoice that carries the document's number and URL.")
class SalesDocumentPublication:
    saleor_invoice_id: str | None
    requested: bool = strawberry.field(description="Asked for from the dashboard.")
    state: PublicationState
    attempts: int
    last_error: str
    published_at: dt.datetime | None

    @classmethod
    def of(cls, row: Publication) -> "SalesDocumentPublication":
        """What the API shows of a row."""
        return cls(
            saleor_invoice_id=row.saleor_invoice_id,
            requested=row.requested,
            state=PublicationState(row.state),
            attempts=row.attempts,
            last_error=row.last_error,
            published_at=row.published_at,
        )


@strawberry.type(description="Something that happened to a document.")
class SalesDocumentEvent:
    at: dt.datetime
    actor: str
    event: str
    params: JSON

    @strawberry.field(description="E-mail of staff, name of a key; empty for the app itself.")
    def actor_name(self, info: Info) -> str:
        return info.context.actor_name(self.actor)

    @classmethod
    def of(cls, row: HistoryEntry) -> "SalesDocumentEvent":
        """What the API shows of a row."""
        return cls(at=row.at, actor=row.actor, event=row.event, params=JSON(row.params))


@strawberry.type(description="Something that failed, in words, with what to do about it.")
class SalesProblem:
    id: strawberry.ID
    code: str = strawberry.field(description="Stable, for programs.")
    message: str
    remedy: str
    params: JSON
    subject: str = strawberry.field(description="`order:<id>`, `document:<uuid>`, ... or `store`.")
    occurrences: int
    opened_at: dt.datetime
    last_seen_at: dt.datetime
    resolved_at: dt.datetime | None

    @classmethod
    def of(cls, row: Problem) -> "SalesProblem":
        """What the API shows of a row."""
        return cls(
            id=strawberry.ID(global_id("SalesProblem", row.pk)),
            code=row.code,
            message=row.message,
            remedy=row.remedy,
            params=JSON(row.params),
            subject=row.subject,
            occurrences=row.occurrences,
            opened_at=row.opened_at,
            last_seen_at=row.last_seen_at,
            resolved_at=row.resolved_at,
        )


@strawberry.type(description="The Saleor for which the app works, as the caller's token names it.")
class SalesStore:
    saleor_api_url: str
    saleor_version: str
    app_version: str
    connected: bool = strawberry.field(description="Whether Saleor accepts the app's token.")
    state_reason: str
    registered_at: dt.datetime
    open_problems: int
