"""Who works in the back office, and what they keep there: for staff only."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

import strawberry
from strawberry.scalars import JSON

from saleor_invoices.api.content import invoice_money
from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.types.content import InvoiceMoney
from saleor_invoices.api.types.workings import SalesProblem
from saleor_invoices.desk.models import SavedView, StaffNote
from saleor_invoices.desk.selectors.links import links_of_documents
from saleor_invoices.desk.selectors.people import STAFF, notes_of_documents
from saleor_invoices.invoices.models import DownloadLink, OrderRecord, Problem
from saleor_invoices.invoices.models import SalesDocument as Row
from saleor_invoices.invoices.selectors.failures import documents_failed
from saleor_invoices.invoices.selectors.viewers import (
    HANDLE_PAYMENTS,
    MANAGE_ORDERS,
    StaffViewer,
    sees_secrets,
)
from saleor_invoices.invoices.services.link_create import link_url

if TYPE_CHECKING:
    from saleor_invoices.api.peers import Peers


@strawberry.type(description="Who looks, and what they may do by their permissions in Saleor.")
class SalesViewer:
    user_id: strawberry.ID
    email: str
    may_work: bool = strawberry.field(description="MANAGE_ORDERS.")
    may_handle_money: bool = strawberry.field(description="MANAGE_ORDERS and HANDLE_PAYMENTS.")
    may_set: bool = strawberry.field(description="MANAGE_APPS or MANAGE_SETTINGS.")
    may_read_settings: bool

    @classmethod
    def of(cls, viewer: StaffViewer) -> "SalesViewer":
        """In the schema's words."""
        may_work, may_set = MANAGE_ORDERS in viewer.permissions, sees_secrets(viewer)
        return cls(
            user_id=strawberry.ID(viewer.user_id),
            email=viewer.email,
            may_work=may_work,
            may_handle_money=may_work and HANDLE_PAYMENTS in viewer.permissions,
            may_set=may_set,
            may_read_settings=may_work or may_set,
        )


@strawberry.type(description="A named state of the grid.")
class SalesSavedView:
    id: strawberry.ID
    name: str
    state: JSON
    shared: bool = strawberry.field(description="All staff of the store see it.")
    mine: bool = strawberry.field(description="Only its owner changes it.")

    @classmethod
    def of(cls, row: SavedView, viewer: StaffViewer) -> "SalesSavedView":
        """What the API shows of a row."""
        return cls(
            id=strawberry.ID(global_id("SalesSavedView", row.pk)),
            name=row.name,
            state=JSON(row.state),
            shared=row.shared,
            mine=row.user_id == viewer.user_id,
        )


@strawberry.type(
    description="How many documents stand behind each quick tab, counted to 1000: 1001 means more."
)
class SalesTabs:
    all: int
    to_issue: int = strawberry.field(description="As `salesOrdersToIssue` lists them.")
    unpaid: int = strawberry.field(
        description="The filter `{state: ISSUED, paymentStatus: [UNPAID, PARTIALLY_PAID]}`."
    )
    overdue: int = strawberry.field(description="The filter `{overdue: true}`.")
    failed: int = strawberry.field(description="The filter `{failed: true}`.")


@strawberry.type(description="An order of Saleor that has no invoice yet.")
class SalesOrderToIssue:
    order_id: strawberry.ID
    order_number: str
    channel: str
    status: str = strawberry.field(description="As Saleor names it.")
    total: InvoiceMoney
    charged: InvoiceMoney
    customer_id: strawberry.ID | None
    seen_at: dt.datetime | None = strawberry.field(
        description="Of which moment its state is that the app knows."
    )
    problems: list[SalesProblem]

    @classmethod
    def of(cls, row: OrderRecord, problems: Sequence[Problem]) -> "SalesOrderToIssue":
        """What the API shows of a row."""
        return cls(
            order_id=strawberry.ID(row.order_id),
            order_number=row.number,
            channel=row.channel,
            status=row.status,
            total=invoice_money(row.total_minor, row.currency),
            charged=invoice_money(row.charged_minor, row.currency),
            customer_id=strawberry.ID(row.customer_id) if row.customer_id else None,
            seen_at=row.seen_issued_at,
            problems=[SalesProblem.of(problem) for problem in problems],
        )


@strawberry.type(description="What staff wrote about a document, for staff.")
class SalesStaffNote:
    id: strawberry.ID
    text: str
    pinned: bool
    author: str
    created_at: dt.datetime
    edited_at: dt.datetime | None

    @strawberry.field(description="E-mail of who wrote it; empty where it is not known.")
    def author_name(self, info: Info) -> str:
        return info.context.actor_name(self.author)

    @strawberry.field(description="Only its author changes or deletes it.")
    def mine(self, info: Info) -> bool:
        viewer = info.context.viewer
        return isinstance(viewer, StaffViewer) and self.author == f"{STAFF}{viewer.user_id}"

    @classmethod
    def of(cls, row: StaffNote) -> "SalesStaffNote":
        """What the API shows of a row."""
        return cls(
            id=strawberry.ID(global_id("SalesStaffNote", row.pk)),
            text=row.text,
            pinned=row.pinned,
            author=row.author,
            created_at=row.created_at,
            edited_at=row.edited_at,
        )


@strawberry.type(description="The private link with which a customer opens a document.")
class SalesCustomerLink:
    url: str
    opens_until: dt.datetime | None = strawberry.field(
        description="Until when it opens by itself; null: never, a code is mailed."
    )
    opens_itself: bool = strawberry.field(description="Whether it does so now.")

    @classmethod
    def of(cls, link: DownloadLink, *, opens_itself: bool) -> "SalesCustomerLink":
        """What the API shows of a row."""
        return cls(url=link_url(link), opens_until=link.opens_until, opens_itself=opens_itself)


def notes_of(row: Row, peers: "Peers") -> list[SalesStaffNote]:
    """The notes on a document; those of its page are read together."""

    def load() -> dict[object, list[StaffNote]]:
        groups: dict[object, list[StaffNote]] = {}
        for note in notes_of_documents(peer.pk for peer in peers.rows):
            groups.setdefault(note.document_id, []).append(note)
        return groups

    return [SalesStaffNote.of(note) for note in peers.once("staff notes", load).get(row.pk, [])]


def link_of(row: Row, peers: "Peers") -> SalesCustomerLink | None:
    """The live link of a document."""
    links = peers.once(
        "links",
        lambda: links_of_documents(installation=peers.viewer.installation, documents=peers.rows),
    )
    found = links.get(row.pk)
    return SalesCustomerLink.of(found[0], opens_itself=found[1]) if found else None


def failed_of(row: Row, peers: "Peers") -> bool:
    """Whether something failed for a document."""
    failed = peers.once(
        "failed",
        lambda: documents_failed(
            installation=peers.viewer.installation, ids=[peer.pk for peer in peers.rows]
        ),
    )
    return row.pk in failed
