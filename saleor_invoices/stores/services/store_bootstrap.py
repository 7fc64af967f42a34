"""First settings of a store, from what its Saleor knows; never over what is set already."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from saleor_invoices.domain.dates import local_date
from saleor_invoices.domain.document import Address, Contact, Party
from saleor_invoices.domain.order import OrderAddress
from saleor_invoices.stores.clocks import country_language, country_paper, country_timezone
from saleor_invoices.stores.configuration import ValueInput
from saleor_invoices.stores.models import (
    Installation,
    LegalEntity,
    SettingChange,
    SettingValue,
)
from saleor_invoices.stores.registry import SETTINGS, Level
from saleor_invoices.stores.seller_input import SellerInput
from saleor_invoices.stores.services.store_writing import StoreWriter, store_writing

DEFAULT_KEY = "default"
UPDATED_BY = "saleor"
NOT_BEFORE = "issue_not_before"


class Shop(Protocol):
    """What is asked of a shop; ``saleor.publishing.ShopDefaults`` is one."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def address(self) -> OrderAddress | None: ...


def store_bootstrap(*, installation: Installation, shop: Shop) -> LegalEntity | None:
    """Keep Saleor's version, and make a seller of the shop's company address if there is none.

    At the first registration ``issue_not_before`` becomes its day, so that a late event of an old
    order does not make an invoice of what was invoiced elsewhere. Returns the legal entity that
    was made. Tax numbers are unknown to Saleor: the merchant adds them, and until then what the
    law asks for is found missing at issue.
    """
    with store_writing(installation=installation, changed_by=UPDATED_BY) as writer:
        locked = writer.installation
        if shop.version and locked.saleor_version != shop.version:
            locked.saleor_version = installation.saleor_version = shop.version
            locked.save(update_fields=["saleor_version"])
        seller = None
        if shop.address and shop.address.country and not locked.legal_entities.exists():
            seller = _create_seller(writer, shop)
        if _is_first(locked):
            _set(writer, Level.APP, "", NOT_BEFORE, _first_day(locked).isoformat())
    return seller


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerProposal:
    """A seller as Saleor knows it, with what goes with its country; not checked, not kept."""

    party: Party
    country: str
    timezone: str
    language: str
    paper: str


def seller_proposal(*, shop: Shop) -> SellerProposal:
    """What a merchant would otherwise type; without a company address, little more than a name."""
    address = shop.address or OrderAddress()
    country = address.country
    return SellerProposal(
        party=_party((address.company_name or shop.name or address.person)[:300], address),
        country=country,
        timezone=country_timezone(country) if country else "",
        language=country_language(country) or str(SETTINGS["default_language"].default),
        paper=country_paper(country) or str(SETTINGS["paper"].default),
    )


def _create_seller(writer: StoreWriter, shop: Shop) -> LegalEntity:
    found = seller_proposal(shop=shop)
    given = SellerInput(key=DEFAULT_KEY, party=found.party, country=found.country)
    seller = writer.seller(given)
    for key, value in (("paper", found.paper), ("default_language", found.language)):
        if value != SETTINGS[key].default:
            _set(writer, Level.LEGAL_ENTITY, DEFAULT_KEY, key, value)
    return seller


def _set(writer: StoreWriter, level: Level, name: str, key: str, value: str) -> None:
    writer.value(ValueInput(level=level, name=name, key=key, value=value))


def _party(name: str, address: OrderAddress) -> Party:
    return Party(
        name=name,
        address=Address(
            street=address.street_address_1,
            additional=address.street_address_2,
            city=address.city,
            postal_code=address.postal_code,
            subdivision=address.country_area,
            country=address.country,
        ),
        contact=Contact(phone=address.phone) if address.phone else None,
    )


def _is_first(installation: Installation) -> bool:
    """Whether the day was never set, not even to be taken away again by the merchant.

    ``app_version`` tells whether the store was looked at before, by a version without history.
    """
    here = {"installation": installation, "key": NOT_BEFORE}
    return not (
        installation.app_version
        or SettingValue.objects.filter(**here, channel="", legal_entity=None).exists()
        or SettingChange.objects.filter(**here, level=Level.APP.value).exists()
    )


def _first_day(installation: Installation) -> date:
    """The day of the registration where the earliest seller is.

    Without a seller it is not known where; the day then begins where on earth it begins last, for
    an order of the day itself must not be left out.
    """
    zones = list(installation.legal_entities.values_list("timezone", flat=True))
    if not zones:
        return (installation.registered_at - timedelta(hours=12)).date()
    return min(local_date(installation.registered_at, zone) for zone in zones)
