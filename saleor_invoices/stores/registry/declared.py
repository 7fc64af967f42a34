"""What is told of a setting."""

from dataclasses import dataclass
from enum import StrEnum

from saleor_invoices.stores.values import Check, Json


class Level(StrEnum):
    """Where a value can be set; the first wins. ``DEFAULT`` is what is built in."""

    CHANNEL = "channel"
    LEGAL_ENTITY = "legal_entity"
    APP = "app"
    DEFAULT = "default"


class Group(StrEnum):
    """Settings that belong together on a page."""

    GENERAL = "general"
    ISSUING = "issuing"
    NUMBERS = "numbers"
    PAYMENT = "payment"
    LOOK = "look"
    STOREFRONT = "storefront"
    MAILS = "mails"
    EINVOICES = "einvoices"
    TAXES = "taxes"
    ORDERS = "orders"
    ACCOUNTING = "accounting"


EVERYWHERE = frozenset({Level.CHANNEL, Level.LEGAL_ENTITY, Level.APP})
NOT_ENTITY = frozenset({Level.CHANNEL, Level.APP})
# A series belongs to a legal entity: channels that number it differently could clash.
NOT_CHANNEL = frozenset({Level.LEGAL_ENTITY, Level.APP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """One setting."""

    key: str
    group: Group
    check: Check
    default: Json
    doc: str
    levels: frozenset[Level] = EVERYWHERE
    is_secret: bool = False  # kept encrypted, and never told again


class Declaring:
    """Declares the settings of one group."""

    def __init__(self, group: Group) -> None:
        self.group = group

    def __call__(
        self,
        key: str,
        check: Check,
        default: Json,
        doc: str,
        levels: frozenset[Level] = EVERYWHERE,
        *,
        is_secret: bool = False,
    ) -> Declared:
        """Declare one; ``doc`` is a sentence for the merchant."""
        return Declared(
            key=key,
            group=self.group,
            check=check,
            default=default,
            doc=doc,
            levels=levels,
            is_secret=is_secret,
        )
