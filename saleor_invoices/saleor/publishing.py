"""What the app says to a Saleor: thin verbs over the client.

Each raises what ``SaleorClient.execute`` raises. None of them decides whether to say it, and
none looks first whether it was said before: that is the caller's part.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from saleor_invoices.domain.errors import InvalidInput, NotFound, Refused
from saleor_invoices.domain.order import Order, OrderAddress, SaleorInvoice
from saleor_invoices.saleor import versions
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.orders import parse_address, parse_invoice, parse_order

# Saleor checks neither; a longer value becomes a fault of its database.
MAX_NUMBER = 255
MAX_URL = 2048
PROBLEM_KEY_LENGTH = range(3, 129)
MAX_PROBLEM_MESSAGE = 2048


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedInvoice:
    """An invoice as it now stands in Saleor."""

    id: str
    number: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelDefaults:
    """A channel, as far as a first configuration needs it."""

    slug: str
    name: str
    currency: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopDefaults:
    """The shop, as far as a first configuration needs it."""

    name: str
    version: str
    address: OrderAddress | None
    channels: tuple[ChannelDefaults, ...]


def order_fetch(
    client: SaleorClient,
    *,
    order_id: str,
    saleor_version: str = "",
    patience: float | None = None,
) -> Order:
    """The order as it is now; with the events of its gift cards where the app may read them.

    ``patience`` is how many seconds an attempt may take, where a person waits for it.
    Raises ``NotFound`` when Saleor has no such order.
    """
    with_events = versions.parse(saleor_version) >= versions.CARD_EVENTS_WITH_MANAGE_ORDERS
    name = "orderWithCardEvents" if with_events else "order"
    data = client.execute(name, {"id": order_id}, patience=patience)
    return parse_order(_found(data, order_id))


def order_invoices(client: SaleorClient, *, order_id: str) -> tuple[SaleorInvoice, ...]:
    """The invoices that Saleor already has for an order; raises ``NotFound``."""
    order = _found(client.execute("orderInvoices", {"id": order_id}), order_id)
    return tuple(parse_invoice(invoice) for invoice in order["invoices"])


def invoice_update(
    client: SaleorClient, *, invoice_id: str, number: str, url: str
) -> PublishedInvoice:
    """Answer a request: give Saleor's pending invoice its number and URL.

    Raises ``Refused`` with the code URL_MASKED when Saleor keeps showing another URL.
    """
    _check_lengths(number, url)
    variables = {"id": invoice_id, "input": {"number": number, "url": url}}
    return _published(client.execute("invoiceUpdate", variables)["invoiceUpdate"], url)


def invoice_create(
    client: SaleorClient, *, order_id: str, number: str, url: str
) -> PublishedInvoice:
    """Add an invoice of our own making to an order. Saleor does not mind twins: look first.

    Raises ``Refused`` with the code URL_MASKED, and the new invoice's id in ``params``.
    """
    _check_lengths(number, url)
    variables = {"orderId": order_id, "input": {"number": number, "url": url}}
    return _published(client.execute("invoiceCreate", variables)["invoiceCreate"], url)


def invoice_delete(client: SaleorClient, *, invoice_id: str) -> None:
    """Remove an invoice from Saleor; one that is already gone is fine."""
    try:
        client.execute("invoiceDelete", {"id": invoice_id})
    except Refused as error:
        if error.params.get("codes") != ["NOT_FOUND"]:
            raise


def invoice_send_notification(client: SaleorClient, *, invoice_id: str) -> None:
    """Have Saleor tell the customer; needs status SUCCESS, number, URL and an e-mail address."""
    client.execute("invoiceSendNotification", {"id": invoice_id})


def shop_defaults(client: SaleorClient) -> ShopDefaults:
    """The shop's name and address and its active channels."""
    data = client.execute("shopDefaults")
    shop = data["shop"]
    address = shop.get("companyAddress")
    return ShopDefaults(
        name=shop["name"],
        version=shop["version"],
        address=parse_address(address) if address else None,
        channels=tuple(_channel(c) for c in data.get("channels") or () if c["isActive"]),
    )


def problem_create(
    client: SaleorClient, *, saleor_version: str, key: str, message: str, critical: bool = False
) -> bool:
    """Show a problem beside the app in Saleor's dashboard.

    ``key`` (3 to 128 characters) names it: reported again, it is counted up. Returns whether this
    Saleor can show problems at all.
    """
    if len(key) not in PROBLEM_KEY_LENGTH or len(message) < 3:
        raise InvalidInput("A problem needs a key of 3 to 128 characters and a message.")
    problem: dict[str, object] = {"key": key, "message": message[:MAX_PROBLEM_MESSAGE]}
    if critical:
        problem["criticalThreshold"] = 1
    return _where_supported(client, saleor_version, "appProblemCreate", {"input": problem})


def problem_dismiss(client: SaleorClient, *, saleor_version: str, keys: Sequence[str]) -> bool:
    """Take healed problems away again; returns whether this Saleor can show problems at all."""
    return _where_supported(client, saleor_version, "appProblemDismiss", {"keys": list(keys)})


def _where_supported(
    client: SaleorClient, saleor_version: str, name: str, variables: dict[str, object]
) -> bool:
    if versions.parse(saleor_version) < versions.APP_PROBLEMS:
        return False
    try:
        client.execute(name, variables)
    except Refused as error:
        if error.code == "SCHEMA_MISMATCH":  # a pre-release, or a version written down wrongly
            return False
        raise
    return True


def _published(result: dict[str, Any], url: str) -> PublishedInvoice:
    invoice = parse_invoice(result["invoice"] or {})
    if invoice.url != url:
        # Saleor 3.20's plugin mirumee.invoicing writes a file of its own, which comes first.
        raise Refused(
            "Saleor shows another file than the app's. Switch off the plugin Invoicing in "
            "Saleor's dashboard under Configuration, Plugins; then publish again.",
            code="URL_MASKED",
            params={"invoice_id": invoice.id},
        )
    return PublishedInvoice(id=invoice.id, number=invoice.number, url=invoice.url)


def _check_lengths(number: str, url: str) -> None:
    if not 0 < len(number) <= MAX_NUMBER:
        raise InvalidInput(f"An invoice number has 1 to {MAX_NUMBER} characters in Saleor.")
    if not 0 < len(url) <= MAX_URL:
        raise InvalidInput(f"An invoice URL has 1 to {MAX_URL} characters in Saleor.")


def _channel(channel: dict[str, Any]) -> ChannelDefaults:
    return ChannelDefaults(
        slug=channel["slug"],
        name=channel["name"],
        currency=channel["currencyCode"],
        country=channel["defaultCountry"]["code"],
    )


def _found(data: dict[str, Any], order_id: str) -> dict[str, Any]:
    order = data.get("order")
    if not isinstance(order, dict):
        raise NotFound(f"Saleor has no order {order_id}.", params={"order_id": order_id})
    return order
