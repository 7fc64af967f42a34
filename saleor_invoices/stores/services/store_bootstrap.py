"""First settings of a store, from what its Saleor knows; never over what is set already."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from babel.core import get_global
from django.db import transaction

from saleor_invoices.domain.document import Address, Contact, Party
from saleor_invoices.domain.order import OrderAddress
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import Installation, LegalEntity, SettingValue

DEFAULT_KEY = "default"
UPDATED_BY = "saleor"

_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "CR", "VE"})
_LANGUAGES = {"AT": "de", "DE": "de", "LI": "de", "FR": "fr", "MC": "fr", "PL": "pl"}


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

    Returns the legal entity that was made. Tax numbers are unknown to Saleor: the merchant adds
    them, and until then what the law asks for is found missing at issue.
    """
    with transaction.atomic():
        # The row is the lock: two registrations in a row must not make two sellers.
        locked = Installation.objects.select_for_update().get(pk=installation.pk)
        if shop.version and locked.saleor_version != shop.version:
            locked.saleor_version = installation.saleor_version = shop.version
            locked.save(update_fields=["saleor_version"])
        if shop.address is None or not shop.address.country or locked.legal_entities.exists():
            return None
        return _create_seller(locked, shop, shop.address)


def _create_seller(installation: Installation, shop: Shop, address: OrderAddress) -> LegalEntity:
    name = address.company_name or shop.name or address.person
    seller = LegalEntity.objects.create(
        installation=installation,
        key=DEFAULT_KEY,
        name=name[:300],
        seller=parties.to_json(_party(name, address)),
        country=address.country,
        timezone=country_timezone(address.country),
    )
    for key, value in _country_settings(address.country):
        SettingValue.objects.create(
            installation=installation,
            legal_entity=seller,
            key=key,
            value=value,
            updated_by=UPDATED_BY,
        )
    return seller


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


def _country_settings(country: str) -> list[tuple[str, str]]:
    settings = []
    if country in _LETTER_COUNTRIES:
        settings.append(("paper", "letter"))
    if country in _LANGUAGES:
        settings.append(("default_language", _LANGUAGES[country]))
    return settings


def country_timezone(country: str) -> str:
    """The IANA time zone of a country; ``UTC`` for one whose clocks differ (or is unknown)."""
    zones: Sequence[str] = get_global("territory_zones").get(country, ())
    clocks = {tuple(_offsets(zone)) for zone in zones}
    return zones[0] if len(clocks) == 1 else "UTC"


def _offsets(zone: str) -> list[object]:
    clock = ZoneInfo(zone)
    return [datetime(2026, month, 15, tzinfo=clock).utcoffset() for month in (1, 7)]
