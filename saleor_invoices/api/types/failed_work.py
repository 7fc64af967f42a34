"""Failed work in the schema's words."""

import base64
import binascii
import datetime as dt
import uuid
from typing import TypeAlias

import msgspec
import strawberry

from saleor_invoices.api.ids import global_id, local_int, local_uuid
from saleor_invoices.api.peers import Peers
from saleor_invoices.api.types.documents import SalesDocument, document_node
from saleor_invoices.api.types.page_info import PageInfo
from saleor_invoices.api.types.workings import SalesProblem
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.invoices.selectors.documents import documents_visible
from saleor_invoices.invoices.selectors.viewers import Viewer
from saleor_invoices.reports.selectors.failed_work import Work, WorkKind, WorkPlace
from saleor_invoices.reports.selectors.work_words import work_words

FailedWorkKind: TypeAlias = WorkKind
strawberry.enum(FailedWorkKind, name="SalesWorkKind", description="What failed.")
_IDS = {
    WorkKind.PROBLEM: "SalesProblem",
    WorkKind.MAIL: "SalesDispatch",
    WorkKind.PUBLICATION: "SalesPublication",
    WorkKind.FILE: "SalesFileJob",
    WorkKind.TRANSMISSION: "SalesTransmission",
    WorkKind.DELIVERY: "SalesDelivery",
    WorkKind.WEBHOOK: "SalesWebhookDelivery",
}
_BY_UUID = (WorkKind.MAIL, WorkKind.FILE, WorkKind.TRANSMISSION, WorkKind.WEBHOOK)


@strawberry.type(description="Something that failed and waits for a person.")
class SalesFailedWork:
    kind: FailedWorkKind
    id: strawberry.ID = strawberry.field(
        description="For `failedWorkRetry`; of a PROBLEM also for `problemRetry`, of a MAIL for "
        "`dispatchRetry`."
    )
    at: dt.datetime
    title: str
    remedy: str
    attempts: int
    document: SalesDocument | None
    problem: SalesProblem | None = strawberry.field(description="Of a PROBLEM.")
    retryable: bool


@strawberry.type(description="One row of the list, with its place.")
class SalesFailedWorkEdge:
    node: SalesFailedWork
    cursor: str


@strawberry.type(description="A page of what failed.")
class SalesFailedWorkConnection:
    edges: list[SalesFailedWorkEdge]
    page_info: PageInfo

    @classmethod
    def of(
        cls, rows: list[Work], *, more: bool, after: bool, viewer: Viewer
    ) -> "SalesFailedWorkConnection":
        """A page in the schema's words; its documents are read together."""
        words = {row.place: work_words(row) for row in rows}
        wanted = [one.document_id for one in words.values() if one.document_id]
        found = list(documents_visible(viewer=viewer).filter(pk__in=wanted))
        peers, documents = Peers(found, viewer), {row.pk: row for row in found}
        edges = []
        for row in rows:
            said = words[row.place]
            document = documents.get(said.document_id) if said.document_id else None
            node = SalesFailedWork(
                kind=row.kind,
                id=strawberry.ID(work_id(row)),
                at=row.at,
                title=said.title,
                remedy=said.remedy,
                attempts=said.attempts,
                document=document_node(document, peers) if document else None,
                problem=SalesProblem.of(row.row) if row.kind is WorkKind.PROBLEM else None,
                retryable=said.retryable,
            )
            edges.append(SalesFailedWorkEdge(node=node, cursor=_cursor(row)))
        info = PageInfo(
            has_next_page=more,
            has_previous_page=after,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        )
        return cls(edges=edges, page_info=info)


def work_id(work: Work) -> str:
    """The global id of a row."""
    return global_id(_IDS[work.kind], work.row.pk)


def work_key(kind: WorkKind, identity: str) -> int | uuid.UUID:
    """The key of a row of a kind. Raises ``InvalidInput`` INVALID_ID."""
    name = _IDS[kind]
    return local_uuid(identity, name) if kind in _BY_UUID else local_int(identity, name)


def work_place(cursor: str) -> WorkPlace:
    """The place that a cursor names. Raises ``InvalidInput`` CURSOR_INVALID."""
    try:
        raw = base64.b64decode(cursor, altchars=b"-_", validate=True)
        at, name, identity = msgspec.json.decode(raw, type=tuple[dt.datetime, str, str])
        kind = WorkKind(name)
        place = WorkPlace(at, kind, work_key(kind, identity))
    except (binascii.Error, ValueError, msgspec.MsgspecError, InvalidInput) as error:
        raise _bad_cursor() from error
    if at.tzinfo is None:
        raise _bad_cursor()
    return place


def _cursor(work: Work) -> str:
    raw = msgspec.json.encode([work.at, work.kind.value, work_id(work)])
    return base64.urlsafe_b64encode(raw).decode()


def _bad_cursor() -> InvalidInput:
    return InvalidInput("The cursor does not belong to this list.", code="CURSOR_INVALID")
