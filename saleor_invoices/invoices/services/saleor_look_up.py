"""What staff look up in Saleor while they write an invoice."""

import time
from collections.abc import Sequence

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor import lookups
from saleor_invoices.saleor.lookups import (
    FoundChannel,
    FoundCustomer,
    FoundOrder,
    FoundVariant,
)
from saleor_invoices.stores.models import Installation

LONGEST_SEARCH = 200
KEPT_SECONDS = 60.0

_channels: dict[str, tuple[float, tuple[FoundChannel, ...]]] = {}


def orders_look_up(*, installation: Installation, search: str, first: int) -> Sequence[FoundOrder]:
    """Orders by number, name or e-mail, the latest first.

    This and its likes raise what asking Saleor raises, ``Refused`` LOOKUP_NOT_ALLOWED, and
    ``InvalidInput`` LOOKUP_INVALID for a search that can't be asked.
    """
    _check(search, first)
    return lookups.orders_find(saleor_client(installation), search=search.strip(), first=first)


def customers_look_up(
    *, installation: Installation, search: str, first: int
) -> Sequence[FoundCustomer]:
    """Customers by name, e-mail or address."""
    _check(search, first)
    return lookups.customers_find(saleor_client(installation), search=search.strip(), first=first)


def variants_look_up(
    *, installation: Installation, search: str, channel: str, first: int
) -> Sequence[FoundVariant]:
    """What a channel sells, by name or SKU."""
    _check(search, first)
    _check(channel, first)
    return lookups.variants_find(
        saleor_client(installation), search=search.strip(), channel=channel, first=first
    )


def channels_look_up(*, installation: Installation) -> Sequence[FoundChannel]:
    """The shop's channels, as they were within the last minute."""
    client, now = saleor_client(installation), time.monotonic()
    since, found = _channels.get(client.api_url, (now - KEPT_SECONDS, ()))
    if now - since >= KEPT_SECONDS:
        found = lookups.channels_find(client)
        _channels[client.api_url] = (now, found)
    return found


def channels_forget() -> None:
    """Ask Saleor for its channels again."""
    _channels.clear()


def _check(search: str, first: int) -> None:
    if not 1 <= first <= lookups.MOST or len(search) > LONGEST_SEARCH or "\0" in search:
        raise InvalidInput(
            f"Search for at most {LONGEST_SEARCH} characters, and for 1 to {lookups.MOST} rows.",
            code="LOOKUP_INVALID",
        )
