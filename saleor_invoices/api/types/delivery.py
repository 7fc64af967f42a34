"""What went out of a document, and what a mail would say: for staff, and whoever sends."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import global_id
from saleor_invoices.delivery.models import Dispatch, ReminderHold, Transmission
from saleor_invoices.delivery.selectors import (
    dispatches_of_documents,
    holds_of_documents,
    transmissions_of_documents,
)
from saleor_invoices.delivery.services.mail_preview import Preview
from saleor_invoices.delivery.words import Occasion
from saleor_invoices.invoices.models import SalesDocument as Row

if TYPE_CHECKING:
    from saleor_invoices.api.peers import Peers

DispatchState: TypeAlias = Dispatch.State
TransmissionState: TypeAlias = Transmission.State
T = TypeVar("T", Dispatch, ReminderHold, Transmission)

strawberry.enum(DispatchState, name="SalesDispatchState", description="How far a mail has got.")
strawberry.enum(TransmissionState, name="SalesTransmissionState")
strawberry.enum(Occasion, name="SalesMailOccasion", description="What a mail says.")


@strawberry.type(description="One mail to one address.")
class SalesDispatch:
    id: strawberry.ID
    purpose: str = strawberry.field(
        description="`issue`, `manual`, `einvoice`, `test`, or `reminder:<days after due date>`."
    )
    recipient: str
    language: str
    subject: str = strawberry.field(description="Empty until it was written.")
    state: DispatchState = strawberry.field(
        description="SENT: the mail server took it. UNKNOWN: it may have gone out, and is not sent "
        "again unless a person says so."
    )
    attempts: int
    next_attempt_at: dt.datetime | None
    last_error: str
    requested_by: str
    created_at: dt.datetime
    sent_at: dt.datetime | None

    @strawberry.field(description="As `SalesDocumentEvent.actorName`.")
    def requested_by_name(self, info: Info) -> str:
        return info.context.actor_name(self.requested_by)

    @classmethod
    def of(cls, row: Dispatch) -> "SalesDispatch":
        """What the API shows of a row."""
        return cls(
            id=strawberry.ID(global_id("SalesDispatch", row.pk)),
            purpose=row.purpose,
            recipient=row.recipient,
            language=row.language,
            subject=row.subject,
            state=DispatchState(row.state),
            attempts=row.attempts,
            next_attempt_at=row.next_attempt_at,
            last_error=row.last_error,
            requested_by=row.requested_by,
            created_at=row.created_at,
            sent_at=row.sent_at,
        )


@strawberry.type(description="A document's e-invoice on its way over a channel.")
class SalesTransmission:
    channel: str = strawberry.field(description="`email` or `access_point`.")
    state: TransmissionState = strawberry.field(
        description="DELIVERED: the channel's work is done; `detail` says what that means."
    )
    external_id: str = strawberry.field(description="How the channel names it.")
    detail: str
    attempts: int
    next_attempt_at: dt.datetime | None
    last_error: str
    created_at: dt.datetime
    submitted_at: dt.datetime | None
    delivered_at: dt.datetime | None

    @classmethod
    def of(cls, row: Transmission) -> "SalesTransmission":
        """What the API shows of a row."""
        return cls(
            channel=row.channel,
            state=TransmissionState(row.state),
            external_id=row.external_id,
            detail=row.detail,
            attempts=row.attempts,
            next_attempt_at=row.next_attempt_at,
            last_error=row.last_error,
            created_at=row.created_at,
            submitted_at=row.submitted_at,
            delivered_at=row.delivered_at,
        )


@strawberry.type(description="Staff want no reminders of a document.")
class SalesReminderHold:
    reason: str
    until: dt.date | None = strawberry.field(description="Its last day; null: no end.")
    held_by: str
    held_at: dt.datetime

    @classmethod
    def of(cls, row: ReminderHold) -> "SalesReminderHold":
        """What the API shows of a row."""
        return cls(reason=row.reason, until=row.until, held_by=row.held_by, held_at=row.held_at)


@strawberry.type(description="Why a text of one's own can't be used; ours stands in for it.")
class SalesMailProblem:
    code: str
    message: str


@strawberry.type(description="What a mail would say.")
class SalesMailPreview:
    language: str
    subject: str
    text: str
    html: str
    problems: list[SalesMailProblem]
    default_subject: str = strawberry.field(description="The app's own text, to begin from.")
    default_body: str

    @classmethod
    def of(cls, preview: Preview) -> "SalesMailPreview":
        """What the API shows of a preview."""
        return cls(
            language=preview.language,
            subject=preview.subject,
            text=preview.text,
            html=preview.html,
            problems=[
                SalesMailProblem(code=error.code, message=error.message)
                for error in preview.problems
            ],
            default_subject=preview.default_subject,
            default_body=preview.default_body,
        )


@strawberry.input(description="Texts to try instead of those of the settings.")
class SalesMailTextInput:
    subject: str = ""
    body: str = ""

    def texts(self) -> dict[str, str]:
        """The same in the services' words."""
        return {"subject": self.subject, "body": self.body}


def dispatches_of(row: Row, peers: "Peers") -> list[SalesDispatch]:
    """The mails of a document; those of its page are read together."""
    groups = peers.once("dispatches", lambda: _grouped(dispatches_of_documents(_ids(peers))))
    return [SalesDispatch.of(item) for item in groups.get(row.pk, [])]


def transmission_of(row: Row, peers: "Peers") -> SalesTransmission | None:
    """The newest transmission of a document."""
    found = peers.once("transmissions", lambda: _grouped(transmissions_of_documents(_ids(peers))))
    items = found.get(row.pk, [])
    return SalesTransmission.of(items[-1]) if items else None


def hold_of(row: Row, peers: "Peers") -> SalesReminderHold | None:
    """The hold of a document that nobody released."""
    found = peers.once("holds", lambda: _grouped(holds_of_documents(_ids(peers))))
    items = found.get(row.pk, [])
    return SalesReminderHold.of(items[-1]) if items else None


def _ids(peers: "Peers") -> list[uuid.UUID]:
    return [row.pk for row in peers.rows]


def _grouped(rows: Iterable[T]) -> dict[object, list[T]]:
    groups: dict[object, list[T]] = {}
    for row in rows:
        groups.setdefault(row.document_id, []).append(row)
    return groups
