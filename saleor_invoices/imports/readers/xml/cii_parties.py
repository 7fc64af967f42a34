"""The parties of a Cross Industry Invoice."""

from saleor_invoices.domain.document import (
    Address,
    Delivery,
    Identifier,
    Party,
    TaxRepresentative,
)
from saleor_invoices.imports.readers.xml.parts import (
    address_or_none,
    contact_or_none,
    identifier,
)
from saleor_invoices.imports.readers.xml.source import Element, Source

_ORGANISATION = "ram:SpecifiedLegalOrganization"


def party(node: Element | None, source: Source) -> Party:
    """BG-4 or BG-7."""
    contact = source.find(node, "ram:DefinedTradeContact")
    return Party(
        name=source.text(node, "ram:Name"),
        trading_name=source.text(node, f"{_ORGANISATION}/ram:TradingBusinessName"),
        identifiers=_identifiers(node, source),
        legal_registration=identifier(source.find(node, f"{_ORGANISATION}/ram:ID")),
        vat_id=_registration(node, "VA", source),
        tax_registration=_registration(node, "FC", source),
        legal_information=source.text(node, "ram:Description"),
        electronic_address=identifier(source.find(node, "ram:URIUniversalCommunication/ram:URIID")),
        address=_address(source.find(node, "ram:PostalTradeAddress"), source),
        contact=contact_or_none(
            source.text(contact, "ram:PersonName") or source.text(contact, "ram:DepartmentName"),
            source.text(contact, "ram:TelephoneUniversalCommunication/ram:CompleteNumber"),
            source.text(contact, "ram:EmailURIUniversalCommunication/ram:URIID"),
        ),
    )


def payee(node: Element | None, source: Source) -> Party | None:
    """BG-10."""
    if node is None:
        return None
    return Party(
        name=source.text(node, "ram:Name"),
        identifiers=_identifiers(node, source),
        legal_registration=identifier(source.find(node, f"{_ORGANISATION}/ram:ID")),
    )


def tax_representative(node: Element | None, source: Source) -> TaxRepresentative | None:
    """BG-11."""
    if node is None:
        return None
    return TaxRepresentative(
        name=source.text(node, "ram:Name"),
        vat_id=_registration(node, "VA", source),
        address=_address(source.find(node, "ram:PostalTradeAddress"), source),
    )


def delivery(node: Element | None, source: Source) -> Delivery:
    """BG-13."""
    place = source.find(node, "ram:ShipToTradeParty")
    locations = _identifiers(place, source)
    return Delivery(
        recipient=source.text(place, "ram:Name"),
        location=locations[0] if locations else None,
        supply_date=source.day(
            node, "ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString"
        ),
        address=address_or_none(_address(source.find(place, "ram:PostalTradeAddress"), source)),
    )


def _identifiers(node: Element | None, source: Source) -> tuple[Identifier, ...]:
    found = [*source.all(node, "ram:ID"), *source.all(node, "ram:GlobalID")]
    return tuple(one for one in map(identifier, found) if one is not None)


def _registration(node: Element | None, scheme: str, source: Source) -> str:
    for one in source.all(node, "ram:SpecifiedTaxRegistration/ram:ID"):
        if one.get("schemeID") == scheme:
            return source.text(one, ".")
    return ""


def _address(node: Element | None, source: Source) -> Address:
    return Address(
        street=source.text(node, "ram:LineOne"),
        additional=source.text(node, "ram:LineTwo"),
        city=source.text(node, "ram:CityName"),
        postal_code=source.text(node, "ram:PostcodeCode"),
        subdivision=source.text(node, "ram:CountrySubDivisionName"),
        country=source.text(node, "ram:CountryID"),
    )
