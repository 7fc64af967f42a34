"""Which orders and customers of a Saleor other systems mean: many at once, within its limits.

Saleor gives 100 of a list at most and takes 100 aliases; an id or number that it does not know is
left out of the answer. Each function raises what ``SaleorClient.execute`` raises.
"""

import base64
import binascii
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import msgspec

from saleor_invoices.domain.errors import Unreachable
from saleor_invoices.saleor import shapes, wire
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.numbers import number

PAGE = 50
ALIASES = 20
"""As many as ``orderMatchesByReference`` and ``customerMatchesByEmail`` have."""


class _Money(shapes.Shape):
    amount: Decimal
    currency: str


class _Total(shapes.Shape):
    gross: _Money


class _Channel(shapes.Shape):
    slug: str


class _User(shapes.Shape):
    id: shapes.Id


class _Order(shapes.Shape):
    id: shapes.Id
    number: str
    created: shapes.Instant
    status: str
    user_email: str | None
    user: _User | None
    channel: _Channel
    total: _Total


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderMatch:
    """An order of this Saleor; the total is with tax."""

    id: str
    number: str
    created: datetime
    status: str
    channel: str
    currency: str
    total: Decimal
    customer_id: str  # empty for a guest
    email: str


def orders_by_id(client: SaleorClient, ids: Iterable[str]) -> Mapping[str, OrderMatch]:
    """Orders by their global ids. What can be no id of an order is not asked for."""
    good = [one for one in dict.fromkeys(ids) if is_global_id(one, "Order")]
    found = (_orders(client, {"ids": part}) for part in _parts(good, PAGE))
    return {one.id: one for page in found for one in page}


def orders_by_number(client: SaleorClient, numbers: Iterable[str]) -> Mapping[str, OrderMatch]:
    """Orders by their numbers."""
    wanted = [one for one in dict.fromkeys(numbers) if one]
    found = (_orders(client, {"numbers": part}) for part in _parts(wanted, PAGE))
    return {one.number: one for page in found for one in page}


def orders_by_reference(
    client: SaleorClient, references: Iterable[str]
) -> Mapping[str, OrderMatch]:
    """Orders by the reference that another system gave them."""
    found: dict[str, OrderMatch] = {}
    for part in _parts([one for one in dict.fromkeys(references) if one], ALIASES):
        data = client.execute("orderMatchesByReference", _aliased("r", part))
        for place, reference in enumerate(part):
            if node := data.get(f"r{place}"):
                found[reference] = _order(node)
    return found


def customers_by_id(client: SaleorClient, ids: Iterable[str]) -> frozenset[str]:
    """Those of the ids that are customers'."""
    good = [one for one in dict.fromkeys(ids) if is_global_id(one, "User")]
    found: set[str] = set()
    for part in _parts(good, PAGE):
        asked = {"ids": part, "first": 2 * PAGE}
        data = client.execute("customerMatches", asked).get("customers")
        found |= {str(edge["node"]["id"]) for edge in (data or {}).get("edges", ())}
    return frozenset(found)


def customers_by_email(client: SaleorClient, emails: Iterable[str]) -> Mapping[str, str]:
    """Customers' ids by their addresses, which are compared without case."""
    found: dict[str, str] = {}
    for part in _parts(list(dict.fromkeys(one.lower() for one in emails if one)), ALIASES):
        data = client.execute("customerMatchesByEmail", _aliased("e", part))
        for place, email in enumerate(part):
            if node := data.get(f"e{place}"):
                found[email] = str(node["id"])
    return found


def is_global_id(text: str, kind: str) -> bool:
    """Whether the text is what Saleor names such a thing by. Another one spoils a whole query."""
    try:
        name, _, key = base64.b64decode(text, validate=True).decode("ascii").partition(":")
    except (binascii.Error, ValueError):
        return False
    return name == kind and (_is_uuid(key) if kind == "Order" else key.isdecimal())


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _parts(items: Sequence[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(items), size):
        yield list(items[start : start + size])


def _aliased(letter: str, part: Sequence[str]) -> dict[str, object]:
    """A value for each alias of the document; those left over ask for the first one again."""
    filled = [*part, *[part[0]] * (ALIASES - len(part))]
    return {f"{letter}{place}": value for place, value in enumerate(filled)}


def _orders(client: SaleorClient, wanted: Mapping[str, object]) -> list[OrderMatch]:
    asked = {"filter": wanted, "first": 2 * PAGE}
    data = client.execute("orderMatches", asked).get("orders")
    return [_order(edge["node"]) for edge in (data or {}).get("edges", ())]


def _order(node: dict[str, Any]) -> OrderMatch:
    try:
        if wire.has_nul(node):
            raise ValueError("a text with the character NUL")
        order = msgspec.convert(node, _Order)
        total = number(order.total.gross.amount)
    except (msgspec.ValidationError, ValueError) as error:
        raise Unreachable(f"Saleor's answer can't be read: {error}", code="BAD_ANSWER") from error
    return OrderMatch(
        id=order.id,
        number=order.number,
        created=order.created,
        status=order.status,
        channel=order.channel.slug,
        currency=order.total.gross.currency,
        total=total,
        customer_id=order.user.id if order.user else "",
        email=order.user_email or "",
    )
