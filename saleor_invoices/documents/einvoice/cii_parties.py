"""The parties of a Cross Industry Invoice."""

from collections.abc import Iterable, Iterator

from saleor_invoices.documents.einvoice.xml import Node, leaf, node
from saleor_invoices.domain.document import (
    Address,
    Contact,
    Delivery,
    Identifier,
    Party,
    TaxRepresentative,
)


def seller(party: Party) -> Node | None:
    """BG-4."""
    return node(
        "ram:SellerTradeParty",
        _identifiers(party.identifiers),  # BT-29
        leaf("ram:Name", party.name),  # BT-27
        leaf("ram:Description", party.legal_information),  # BT-33
        *_rest(party),
    )


def buyer(party: Party) -> Node | None:
    """BG-7."""
    return node(
        "ram:BuyerTradeParty",
        _identifiers(party.identifiers),  # BT-46
        leaf("ram:Name", party.name),  # BT-44
        *_rest(party),
    )


def payee(party: Party | None) -> Node | None:
    """BG-10."""
    if party is None:
        return None
    return node(
        "ram:PayeeTradeParty",
        _identifiers(party.identifiers),  # BT-60
        leaf("ram:Name", party.name),  # BT-59
        _organisation(party.legal_registration, ""),  # BT-61
    )


def tax_representative(party: TaxRepresentative | None) -> Node | None:
    """BG-11."""
    if party is None:
        return None
    return node(
        "ram:SellerTaxRepresentativeTradeParty",
        leaf("ram:Name", party.name),  # BT-62
        _address(party.address),  # BG-12
        _registration(party.vat_id, "VA"),  # BT-63
    )


def ship_to(delivery: Delivery) -> Node | None:
    """Where it went (BT-70, BT-71, BG-15)."""
    return node(
        "ram:ShipToTradeParty",
        _identifiers((delivery.location,) if delivery.location else ()),
        leaf("ram:Name", delivery.recipient),
        _address(delivery.address) if delivery.address else None,
    )


def _rest(party: Party) -> Iterator[Node | None]:
    yield _organisation(party.legal_registration, party.trading_name)
    yield _contact(party.contact)
    yield _address(party.address)
    if party.electronic_address:
        address = party.electronic_address  # BT-34, BT-49
        uri = leaf("ram:URIID", address.value, schemeID=address.scheme)
        yield node("ram:URIUniversalCommunication", uri)
    yield _registration(party.tax_registration, "FC")  # BT-32
    yield _registration(party.vat_id, "VA")  # BT-31, BT-48


def _identifiers(identifiers: Iterable[Identifier]) -> list[Node | None]:
    # Those without a scheme come first in the schema.
    ordered = sorted(identifiers, key=lambda one: bool(one.scheme))
    return [
        leaf("ram:GlobalID" if one.scheme else "ram:ID", one.value, schemeID=one.scheme)
        for one in ordered
    ]


def _organisation(registration: Identifier | None, trading_name: str) -> Node | None:
    own = registration or Identifier(value="")
    return node(
        "ram:SpecifiedLegalOrganization",
        leaf("ram:ID", own.value, schemeID=own.scheme),  # BT-30, BT-47, BT-61
        leaf("ram:TradingBusinessName", trading_name),  # BT-28, BT-45
    )


def _contact(contact: Contact | None) -> Node | None:
    if contact is None:
        return None
    return node(
        "ram:DefinedTradeContact",
        leaf("ram:PersonName", contact.name),  # BT-41, BT-56
        node("ram:TelephoneUniversalCommunication", leaf("ram:CompleteNumber", contact.phone)),
        node("ram:EmailURIUniversalCommunication", leaf("ram:URIID", contact.email)),
    )


def _address(address: Address) -> Node | None:
    return node(
        "ram:PostalTradeAddress",
        leaf("ram:PostcodeCode", address.postal_code),
        leaf("ram:LineOne", address.street),
        leaf("ram:LineTwo", address.additional),
        leaf("ram:CityName", address.city),
        leaf("ram:CountryID", address.country),
        leaf("ram:CountrySubDivisionName", address.subdivision),
    )


def _registration(identifier: str, scheme: str) -> Node | None:
    return node("ram:SpecifiedTaxRegistration", leaf("ram:ID", identifier, schemeID=scheme))
