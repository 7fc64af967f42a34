"""What a channel for e-invoices must be able to do.

To add one, put a module into ``transmission/adapters`` that registers a ``Factory`` under the
channel's name, and name it in the setting ``transmission`` (``stores.registry``).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from saleor_invoices.domain.document import Identifier
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores.profile import ChannelProfile


class Progress(StrEnum):
    """How far a channel has got."""

    IN_FLIGHT = "in_flight"  # it has the e-invoice and will say more
    DELIVERED = "delivered"  # the channel's work is done; ``detail`` says what that means
    FAILED = "failed"  # the channel gave up for good


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """An e-invoice to hand over. ``idempotency_key`` is the same at each attempt."""

    document: SalesDocument
    idempotency_key: str
    xml: bytes
    profile: str  # documents.einvoice.profiles.Profile, empty where it is not known
    syntax: str  # "cii" or "ubl"
    sender: Identifier  # electronic address (BT-34), or the VAT id under the scheme "VAT"
    receiver: Identifier  # the same of the buyer (BT-49)
    buyer_email: str = ""  # where a mail to the buyer goes
    requested_by: str = "app"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What a channel says of an e-invoice; ``raw`` is kept as it came."""

    progress: Progress
    detail: str = ""
    raw: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """That a channel took an e-invoice; ``external_id`` asks about it later."""

    external_id: str
    status: Status


class Transmitter(Protocol):
    """One channel. Both may be called again at any time with the same arguments.

    Both raise ``Unreachable`` when it should be tried again, any other ``AppError`` when not.
    """

    def submit(self, package: Package) -> Receipt:
        """Hand the e-invoice over; handing it over again must not make a second one."""

    def poll(self, receipt: Receipt) -> Status:
        """Ask how far it has got."""


Factory = Callable[[ChannelProfile], Transmitter]
_FACTORIES: dict[str, Factory] = {}


def register(channel: str, factory: Factory) -> None:
    """Let ``factory`` make the transmitters of a channel; a second one is a mistake."""
    if _FACTORIES.setdefault(channel, factory) is not factory:
        raise ValueError(f"the channel {channel} has a transmitter already")


def transmitter_for(channel: str, profile: ChannelProfile) -> Transmitter:
    """The channel's transmitter. Raises ``InvalidInput`` TRANSMISSION_UNKNOWN."""
    factory = _FACTORIES.get(channel)
    if factory is None:
        raise InvalidInput(
            f"There is no channel {channel!r} for e-invoices.",
            code="TRANSMISSION_UNKNOWN",
            params={"field": "channel", "channels": channels()},
        )
    return factory(profile)


def channels() -> list[str]:
    """The names of all channels."""
    return sorted(_FACTORIES)
