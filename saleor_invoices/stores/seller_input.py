"""A legal entity as a person writes it: read, checked, and as the domain's ``Party``."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import available_timezones

from saleor_invoices.domain.document import Address, Contact, Identifier, Party
from saleor_invoices.domain.vat_ids import VatIdForm, vat_id_parse
from saleor_invoices.stores import values
from saleor_invoices.stores.faults import Faults
from saleor_invoices.stores.models import LegalEntity

ADDRESS_FIELDS = ("street", "additional", "city", "postal_code", "subdivision")
CONTACT_FIELDS = ("name", "phone", "email")
TEXT_FIELDS = ("trading_name", "tax_registration", "legal_information")
KNOWN_FIELDS = {
    *TEXT_FIELDS,
    *("name", "country", "timezone", "vat_id", "address", "contact", "logo", "settings"),
    *("legal_registration", "electronic_address", "identifiers"),
}

FileReader = Callable[[str], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerInput:
    """A checked legal entity. ``timezone`` empty: as it is, or by country."""

    key: str
    party: Party
    country: str
    timezone: str = ""
    logo: bytes | None = field(default=None, repr=False)
    keeps_logo: bool = True  # nothing was said about the logo


def read_seller(
    key: str, table: dict[str, Any], faults: Faults, *, read_logo: FileReader
) -> SellerInput:
    """Read one ``[legal_entities.<key>]``; what is wrong goes to ``faults``.

    ``read_logo`` returns the checked bytes of the file with this name, or raises ``InvalidInput``.
    """
    place = f"legal_entities.{key}"
    faults.unknown(table, KNOWN_FIELDS, place)
    with faults.at(place):
        if not values.slug(key):
            raise ValueError("needs a short name")
    country = _country(table, faults, place)
    return SellerInput(
        key=key,
        party=_party(table, country, faults, place),
        country=country,
        timezone=_timezone(table, faults, place),
        logo=_logo(table, faults, place, read_logo),
        keeps_logo="logo" not in table,
    )


def seller_table(entity: LegalEntity) -> dict[str, Any]:
    """A legal entity as ``read_seller`` takes it, without logo."""
    party = {name: value for name, value in entity.seller.items() if name in KNOWN_FIELDS}
    address = {**party.get("address", {})}
    address.pop("country", None)  # the seller's own
    own = {"country": entity.country, "timezone": entity.timezone, "address": address}
    return {"name": entity.name, **party, **own}


def _party(table: dict[str, Any], country: str, faults: Faults, place: str) -> Party:
    text = {name: _text(table, name, faults, place) for name in ("name", *TEXT_FIELDS)}
    if not text["name"]:
        faults.add(f"{place}.name", "is missing: the seller's legal name.")
    identifiers = _identifiers(table, faults, place)
    return Party(
        **text,
        identifiers=identifiers,
        legal_registration=_identifier(table, "legal_registration", faults, place),
        electronic_address=_identifier(table, "electronic_address", faults, place),
        vat_id=_vat_id(table, country, faults, place),
        address=_address(table, country, faults, place),
        contact=_contact(table, faults, place),
    )


def _country(table: dict[str, Any], faults: Faults, place: str) -> str:
    with faults.at(f"{place}.country"):
        return values.country(table.get("country", ""))
    return ""


def _timezone(table: dict[str, Any], faults: Faults, place: str) -> str:
    zone = table.get("timezone", "")
    if zone != "" and not (isinstance(zone, str) and zone in available_timezones()):
        faults.add(f"{place}.timezone", 'must be an IANA time zone like "Europe/Berlin".')
        return ""
    return str(zone)


def _vat_id(table: dict[str, Any], country: str, faults: Faults, place: str) -> str:
    given = _text(table, "vat_id", faults, place)
    if not given:
        return ""
    judged = vat_id_parse(given, country=country)
    if judged.form is VatIdForm.INVALID:
        faults.add(f"{place}.vat_id", f"{given} has not the form of a VAT id.")
    return judged.value


def _address(table: dict[str, Any], country: str, faults: Faults, place: str) -> Address:
    given, inner = faults.table(table, "address", place), f"{place}.address"
    faults.unknown(given, set(ADDRESS_FIELDS), inner)
    text = {name: _text(given, name, faults, inner) for name in ADDRESS_FIELDS}
    return Address(**text, country=country)


def _contact(table: dict[str, Any], faults: Faults, place: str) -> Contact | None:
    given, inner = faults.table(table, "contact", place), f"{place}.contact"
    faults.unknown(given, set(CONTACT_FIELDS), inner)
    text = {name: _text(given, name, faults, inner) for name in CONTACT_FIELDS}
    with faults.at(f"{inner}.email"):
        values.email(text["email"])
    return Contact(**text) if any(text.values()) else None


def _identifiers(table: dict[str, Any], faults: Faults, place: str) -> tuple[Identifier, ...]:
    given, inner = table.get("identifiers", []), f"{place}.identifiers"
    if not isinstance(given, list):
        faults.add(inner, "must be a list of { value, scheme }.")
        return ()
    found = (_read_identifier(item, faults, f"{inner}[{at}]") for at, item in enumerate(given))
    return tuple(identifier for identifier in found if identifier)


def _identifier(table: dict[str, Any], name: str, faults: Faults, place: str) -> Identifier | None:
    if name not in table:
        return None
    return _read_identifier(table[name], faults, f"{place}.{name}")


def _read_identifier(given: object, faults: Faults, place: str) -> Identifier | None:
    if not isinstance(given, dict):
        faults.add(place, "must be a table { value, scheme }.")
        return None
    faults.unknown(given, {"value", "scheme"}, place)
    value, scheme = _text(given, "value", faults, place), _text(given, "scheme", faults, place)
    if not value:
        faults.add(f"{place}.value", "is missing.")
    return Identifier(value=value, scheme=scheme)


def _logo(table: dict[str, Any], faults: Faults, place: str, read_logo: FileReader) -> bytes | None:
    name = _text(table, "logo", faults, place)
    if not name:
        return None
    with faults.at(f"{place}.logo"):
        return read_logo(name)
    return None


def _text(table: dict[str, Any], name: str, faults: Faults, place: str) -> str:
    with faults.at(f"{place}.{name}"):
        return str(values.text(300)(table.get(name, "")))
    return ""
