"""What the rest of the app sees of a payment provider."""

from dataclasses import dataclass
from typing import Protocol

from saleor_invoices.domain.errors import Refused, Unreachable


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderAccount:
    """Who is behind the keys, as the provider says."""

    id: str
    name: str
    country: str  # ISO 3166-1 alpha-2, or empty
    currencies: tuple[str, ...]  # ISO 4217, of what it is paid out in


class KeyRefused(Refused):
    """The provider does not know the key."""

    code = "PAYMENT_KEY_REFUSED"


class RightMissing(Refused):
    """The key is right, and may not do this."""

    code = "PAYMENT_KEY_RIGHT_MISSING"


class ProviderDown(Unreachable):
    """The provider can't be reached, or has a fault of its own."""

    code = "PAYMENT_PROVIDER_DOWN"


class ProviderSlow(Unreachable):
    """The provider did not answer in time."""

    code = "PAYMENT_PROVIDER_SLOW"


class Provider(Protocol):
    """A provider, with the keys of one legal entity."""

    def account(self) -> ProviderAccount:
        """Whose keys these are. Raises the errors above, and ``Refused`` for anything else."""
        ...
