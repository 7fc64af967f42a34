"""Saleor's types that this subgraph adds fields to (Federation 2).

A gateway asks for many orders at once; those asked for together answer together. Who may see what
is decided here again: Saleor showing an order does not mean that we show its invoices.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

import strawberry
from strawberry.federation import type as federated_type

from saleor_invoices.api.connections import (
    connection,
    document_page,
    page_size,
    page_window,
)
from saleor_invoices.api.context import Info
from saleor_invoices.api.peers import Peers
from saleor_invoices.api.types.documents import SalesDocumentConnection
from saleor_invoices.domain.errors import InvalidInput, NotAllowed
from saleor_invoices.invoices.models import SalesDocument as Row
from saleor_invoices.invoices.selectors.documents import (
    DocumentSort,
    documents_count_each,
    documents_first_of_each,
    documents_visible,
)
from saleor_invoices.invoices.selectors.keyset import Page
from saleor_invoices.invoices.selectors.viewers import CustomerViewer, Viewer

First = Annotated[int | None, strawberry.argument(description="1 to 100; 20 if not given.")]
SORT = DocumentSort.ISSUE_DATE
MAX_ENTITIES = 100  # as Saleor


class EntityGroup:
    """Entities that were asked for together, and their documents read together.

    ``by`` is the column that holds the entity's id.
    """

    def __init__(self, by: str) -> None:
        self.by = by
        self.ids: set[str] = set()
        self._first: dict[int, tuple[Mapping[str, list[Row]], Peers]] = {}
        self._counts: Mapping[str, int] | None = None

    def documents(
        self, entity_id: str, *, viewer: Viewer, first: int | None, after: str | None
    ) -> SalesDocumentConnection:
        """One entity's documents, newest first."""
        if after:
            rows = documents_visible(viewer=viewer).filter(**{self.by: entity_id})
            window = page_window(sort=SORT, first=first, last=None, after=after, before=None)
            return document_page(rows, viewer=viewer, window=window, sort=SORT, descending=True)
        size = page_size(first)
        groups, peers = self._read(viewer, size)
        rows_of_one = groups.get(entity_id, [])
        page = Page(rows=rows_of_one[:size], has_next=len(rows_of_one) > size, has_previous=False)
        return connection(
            page,
            sort=SORT,
            viewer=viewer,
            peers=peers,
            counter=lambda: self._count(viewer).get(entity_id, 0),
        )

    def _read(self, viewer: Viewer, size: int) -> tuple[Mapping[str, list[Row]], Peers]:
        if size not in self._first:
            groups = documents_first_of_each(
                documents_visible(viewer=viewer), by=self.by, values=self.ids, size=size + 1
            )
            shown = (row for rows in groups.values() for row in rows[:size])
            self._first[size] = (groups, Peers(shown, viewer))
        return self._first[size]

    def _count(self, viewer: Viewer) -> Mapping[str, int]:
        if self._counts is None:
            self._counts = documents_count_each(
                documents_visible(viewer=viewer), by=self.by, values=self.ids
            )
        return self._counts


@federated_type(keys=["id"], description="Saleor's order, with its invoices.")
class Order:
    id: strawberry.ID
    group: strawberry.Private[EntityGroup]

    @strawberry.field(description="The order's invoices and credit notes, newest first.")
    def sales_invoices(
        self, info: Info, first: First = None, after: str | None = None
    ) -> SalesDocumentConnection | None:
        viewer = info.context.viewer
        return self.group.documents(str(self.id), viewer=viewer, first=first, after=after)


@federated_type(keys=["id"], description="Saleor's customer, with their invoices.")
class User:
    id: strawberry.ID
    group: strawberry.Private[EntityGroup]

    @strawberry.field(description="The customer's invoices and credit notes, newest first.")
    def sales_invoices(
        self, info: Info, first: First = None, after: str | None = None
    ) -> SalesDocumentConnection | None:
        viewer = info.context.viewer
        if isinstance(viewer, CustomerViewer) and viewer.user_id != str(self.id):
            raise NotAllowed("These are another customer's invoices.")
        return self.group.documents(str(self.id), viewer=viewer, first=first, after=after)


ENTITIES: Mapping[str, tuple[type[Order] | type[User], str]] = {
    "Order": (Order, "order__order_id"),
    "User": (User, "customer_id"),
}


def resolve_entities(representations: Sequence[object]) -> list[Order | User]:
    """Answer a gateway's ``_entities``: every id is known before the first field is read.

    Raises ``InvalidInput`` for more than 100, and for what is no order or user of Saleor's.
    """
    if len(representations) > MAX_ENTITIES:
        raise InvalidInput(f"Ask for {MAX_ENTITIES} entities at most.", code="TOO_MANY_ENTITIES")
    groups = {name: EntityGroup(by) for name, (_, by) in ENTITIES.items()}
    return [_entity(representation, groups) for representation in representations]


def _entity(representation: object, groups: Mapping[str, EntityGroup]) -> Order | User:
    asked = representation if isinstance(representation, dict) else {}
    name, entity_id = asked.get("__typename"), asked.get("id")
    if not isinstance(name, str) or name not in ENTITIES or not isinstance(entity_id, str):
        raise InvalidInput(
            "An entity is an Order or a User with its id.", code="REPRESENTATION_INVALID"
        )
    groups[name].ids.add(entity_id)
    return ENTITIES[name][0](id=strawberry.ID(entity_id), group=groups[name])


def order_of(row: Row, peers: Peers) -> Order | None:
    """The order behind a document."""
    if row.order is None:
        return None
    ids = (peer.order.order_id for peer in peers.rows if peer.order)
    group = peers.once("orders", lambda: _filled("order__order_id", ids))
    return Order(id=strawberry.ID(row.order.order_id), group=group)


def customer_of(row: Row, peers: Peers) -> User | None:
    """The customer of a document; None for a guest."""
    if not row.customer_id:
        return None
    ids = (peer.customer_id for peer in peers.rows if peer.customer_id)
    group = peers.once("customers", lambda: _filled("customer_id", ids))
    return User(id=strawberry.ID(row.customer_id), group=group)


def _filled(by: str, ids: Iterable[str]) -> EntityGroup:
    group = EntityGroup(by)
    group.ids.update(ids)
    return group
