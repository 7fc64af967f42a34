"""Orders of the past, page by page, for invoicing them in bulk."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from saleor_invoices.domain.errors import InvalidInput, NotFound, Refused
from saleor_invoices.domain.order import Order
from saleor_invoices.saleor import versions
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.orders import parse_order
from saleor_invoices.saleor.publishing import order_fetch

PAGE_SIZE = 50
MAX_PAGE_SIZE = 100  # Saleor's own limit
_OURS = frozenset({"PERMISSION_MISSING", "SCHEMA_MISMATCH"})  # no order's fault


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadableOrder:
    """An order that Saleor, or its answer, does not let us read; ``why`` is for people."""

    id: str
    number: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdersPage:
    """Orders, oldest first. ``cursor`` asks for the next page; None after the last."""

    orders: tuple[Order, ...]
    cursor: str | None
    unreadable: tuple[UnreadableOrder, ...] = ()


def orders_page(
    client: SaleorClient,
    *,
    channel: str,
    created_from: date | None,
    created_to: date | None,
    after: str | None = None,
    saleor_version: str = "",
    first: int = PAGE_SIZE,
) -> OrdersPage:
    """The orders of a channel that were placed on these days, both included; None: all.

    ``channel`` is its slug; empty: of all channels.

    Saleor counts the days in UTC: ask for a day more at both ends and look at ``Order.created``
    where the store's own days matter. Drafts are never among them. An order that can't be read is
    named in ``unreadable`` and stops nothing. Raises what ``SaleorClient.execute`` raises, and
    ``InvalidInput`` for a page of less than 1 or more than 100.
    """
    if not 1 <= first <= MAX_PAGE_SIZE:
        raise InvalidInput(f"A page has 1 to {MAX_PAGE_SIZE} orders.")
    created = {"gte": _day(created_from), "lte": _day(created_to)}
    asked = {"channel": channel or None, "created": created, "first": first, "after": after}
    with_events = versions.parse(saleor_version) >= versions.CARD_EVENTS_WITH_MANAGE_ORDERS
    name = "ordersWithCardEvents" if with_events else "orders"
    try:
        found = client.execute(name, asked)["orders"]
    except Refused as error:
        if error.code in _OURS:
            raise
        # One field of one order fails the whole answer: then each is asked for alone.
        found = client.execute("orderReferences", asked)["orders"]
        return _page(found, _fetched(client, found, saleor_version))
    return _page(found, _parsed(found))


def _parsed(found: dict[str, Any]) -> Iterator[Order | UnreadableOrder]:
    for node in _nodes(found):
        try:
            yield parse_order(node)
        except InvalidInput as error:
            yield _unreadable(node, error.message)


def _fetched(
    client: SaleorClient, found: dict[str, Any], saleor_version: str
) -> Iterator[Order | UnreadableOrder]:
    for node in _nodes(found):
        try:
            yield order_fetch(client, order_id=node["id"], saleor_version=saleor_version)
        except (InvalidInput, NotFound, Refused) as error:
            if error.code in _OURS:
                raise
            yield _unreadable(node, error.message)


def _page(found: dict[str, Any], read: Iterator[Order | UnreadableOrder]) -> OrdersPage:
    rows = tuple(read)
    info = found["pageInfo"]
    return OrdersPage(
        orders=tuple(row for row in rows if isinstance(row, Order)),
        cursor=info["endCursor"] if info["hasNextPage"] else None,
        unreadable=tuple(row for row in rows if isinstance(row, UnreadableOrder)),
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _nodes(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in found["edges"]]


def _unreadable(node: dict[str, Any], why: str) -> UnreadableOrder:
    return UnreadableOrder(
        id=str(node.get("id") or ""), number=str(node.get("number") or ""), why=why
    )
