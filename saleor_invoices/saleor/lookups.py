"""What staff look up in Saleor while they write an invoice: a few rows, soon or not at all.

Each raises what ``SaleorClient.execute`` raises, and ``Refused`` LOOKUP_NOT_ALLOWED where Saleor
does not let the app read this.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

import msgspec

from saleor_invoices.domain.errors import InvalidInput, Refused, Unreachable
from saleor_invoices.domain.order import OrderAddress
from saleor_invoices.saleor import shapes, wire
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.numbers import number
from saleor_invoices.saleor.orders import parse_address

PATIENCE = 4.0
"""Seconds for one attempt: a person waits."""
MOST = 50

Shape = TypeVar("Shape", bound=shapes.Shape)


class _Money(shapes.Shape):
    amount: Decimal
    currency: str


class _Taxed(shapes.Shape):
    net: _Money
    gross: _Money


class _Gross(shapes.Shape):
    gross: _Money


class _Slug(shapes.Shape):
    slug: str


class _Order(shapes.Shape):
    id: shapes.Id
    number: str
    created: shapes.Instant
    status: str
    channel: _Slug
    total: _Gross
    user_email: str | None
    billing_address: dict[str, Any] | None


class _Customer(shapes.Shape):
    id: shapes.Id
    email: str
    first_name: str
    last_name: str
    metadata: list[shapes.MetadataItem]
    default_billing_address: dict[str, Any] | None


class _Rate(shapes.Shape):
    country: shapes.Country
    rate: Decimal


class _TaxClass(shapes.Shape):
    countries: list[_Rate]


class _Product(shapes.Shape):
    name: str
    tax_class: _TaxClass | None


class _Pricing(shapes.Shape):
    price: _Taxed | None


class _Variant(shapes.Shape):
    id: shapes.Id
    name: str
    sku: str | None
    product: _Product
    pricing: _Pricing | None


class _PricedChannel(shapes.Shape):
    tax_configuration: shapes.TaxConfiguration
    default_country: shapes.Country


class _Channel(_PricedChannel):
    slug: str
    name: str
    is_active: bool
    currency_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOrder:
    """An order as a list shows it; the total is with tax."""

    id: str
    number: str
    created: datetime
    status: str
    channel: str
    total: Decimal
    currency: str
    customer_name: str
    customer_email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCustomer:
    """A customer with the address that invoices go to, if one is kept."""

    id: str
    email: str
    name: str
    address: OrderAddress | None
    metadata: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundVariant:
    """What can be sold. Prices are None where it has none in the channel, as the rate may be."""

    id: str
    name: str
    sku: str
    net: Decimal | None
    gross: Decimal | None
    currency: str
    tax_rate: Decimal | None  # percent, in the channel's country
    is_entered_gross: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundChannel:
    """A channel of the shop."""

    slug: str
    name: str
    currency: str
    country: str
    is_active: bool
    prices_include_tax: bool


def orders_find(client: SaleorClient, *, search: str, first: int) -> tuple[FoundOrder, ...]:
    """Orders by number, customer or e-mail, the latest first; without a search, the latest."""
    nodes = _nodes(client, "orderLookup", "orders", {"search": search or None, "first": first})
    return tuple(_order(_shaped(node, _Order)) for node in nodes)


def customers_find(client: SaleorClient, *, search: str, first: int) -> tuple[FoundCustomer, ...]:
    """Customers by name, e-mail or address."""
    asked = {"search": search or None, "first": first}
    nodes = _nodes(client, "customerLookup", "customers", asked)
    return tuple(_customer(_shaped(node, _Customer)) for node in nodes)


def variants_find(
    client: SaleorClient, *, search: str, channel: str, first: int
) -> tuple[FoundVariant, ...]:
    """What the channel sells, by name or SKU."""
    asked = {"search": search or None, "channel": channel, "first": first}
    data = _answer(client, "variantLookup", asked)
    priced = _shaped(data["channel"], _PricedChannel) if data.get("channel") else None
    return tuple(
        _variant(_shaped(node, _Variant), priced) for node in _edges(data.get("productVariants"))
    )


def channels_find(client: SaleorClient) -> tuple[FoundChannel, ...]:
    """Every channel of the shop, by name."""
    rows = _answer(client, "channelLookup", {}).get("channels") or ()
    found = [_channel(_shaped(row, _Channel)) for row in rows]
    return tuple(sorted(found, key=lambda channel: (channel.name.casefold(), channel.slug)))


def _nodes(
    client: SaleorClient, name: str, key: str, variables: Mapping[str, object]
) -> list[dict[str, Any]]:
    return _edges(_answer(client, name, variables).get(key))


def _edges(connection: dict[str, Any] | None) -> list[dict[str, Any]]:
    return [edge["node"] for edge in connection["edges"]] if connection else []


def _answer(client: SaleorClient, name: str, variables: Mapping[str, object]) -> dict[str, Any]:
    try:
        return client.execute(name, variables, patience=PATIENCE)
    except Refused as error:
        if error.code != "PERMISSION_MISSING":
            raise
        raise Refused(
            "Saleor does not let the app look this up. Fill the form by hand, or install the app"
            " again and grant all the permissions that it asks for.",
            code="LOOKUP_NOT_ALLOWED",
        ) from error


def _shaped(node: dict[str, Any], shape: type[Shape]) -> Shape:
    try:
        if wire.has_nul(node):
            raise ValueError("a text with the character NUL")
        return msgspec.convert(node, shape)
    except (msgspec.ValidationError, ValueError) as error:
        raise Unreachable(f"Saleor's answer can't be read: {error}", code="BAD_ANSWER") from error


def _address(data: dict[str, Any] | None) -> OrderAddress | None:
    try:
        return parse_address(data) if data else None
    except InvalidInput as error:
        raise Unreachable(error.message, code="BAD_ANSWER") from error


def _order(order: _Order) -> FoundOrder:
    billing = _address(order.billing_address)
    total = order.total.gross
    return FoundOrder(
        id=order.id,
        number=order.number,
        created=order.created,
        status=order.status,
        channel=order.channel.slug,
        total=_number(total.amount),
        currency=total.currency,
        customer_name=(billing.company_name or billing.person) if billing else "",
        customer_email=order.user_email or "",
    )


def _customer(customer: _Customer) -> FoundCustomer:
    return FoundCustomer(
        id=customer.id,
        email=customer.email,
        name=" ".join(part for part in (customer.first_name, customer.last_name) if part),
        address=_address(customer.default_billing_address),
        metadata={item.key: item.value for item in customer.metadata},
    )


def _variant(variant: _Variant, channel: _PricedChannel | None) -> FoundVariant:
    price = variant.pricing.price if variant.pricing else None
    name, own = variant.product.name, variant.name
    return FoundVariant(
        id=variant.id,
        name=name if own in ("", name, variant.id) else f"{name} ({own})",
        sku=variant.sku or "",
        net=_number(price.net.amount) if price else None,
        gross=_number(price.gross.amount) if price else None,
        currency=price.gross.currency if price else "",
        tax_rate=_rate(variant.product.tax_class, channel),
        is_entered_gross=bool(channel and channel.tax_configuration.prices_entered_with_tax),
    )


def _rate(tax_class: _TaxClass | None, channel: _PricedChannel | None) -> Decimal | None:
    """The class's rate in the channel's own country. Saleor keeps these in percent."""
    if tax_class is None or channel is None:
        return None
    rates = {row.country.code: row.rate for row in tax_class.countries}
    rate = rates.get(channel.default_country.code)
    return None if rate is None else _number(rate)


def _channel(channel: _Channel) -> FoundChannel:
    return FoundChannel(
        slug=channel.slug,
        name=channel.name,
        currency=channel.currency_code,
        country=channel.default_country.code,
        is_active=channel.is_active,
        prices_include_tax=channel.tax_configuration.prices_entered_with_tax,
    )


def _number(value: Decimal) -> Decimal:
    try:
        return number(value)
    except ValueError as error:
        raise Unreachable(f"Saleor's answer can't be read: {error}", code="BAD_ANSWER") from error
