"""The parties of a UBL invoice or credit note."""

from collections.abc import Iterable, Iterator

from saleor_invoices.documents.einvoice.ubl_parts import day, scheme
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
    form = leaf("cbc:CompanyLegalForm", party.legal_information)  # BT-33
    return node("cac:AccountingSupplierParty", _party(party, form))


def buyer(party: Party) -> Node | None:
    """BG-7."""
    return node("cac:AccountingCustomerParty", _party(party, None))


def payee(party: Party | None) -> Node | None:
    """BG-10."""
    if party is None:
        return None
    return node(
        "cac:PayeeParty",
        _identifiers(party.identifiers),  # BT-60
        _named(party.name),  # BT-59
        node("cac:PartyLegalEntity", _company(party.legal_registration)),  # BT-61
    )


def tax_representative(party: TaxRepresentative | None) -> Node | None:
    """BG-11."""
    if party is None:
        return None
    return node(
        "cac:TaxRepresentativeParty",
        _named(party.name),  # BT-62
        _address("cac:PostalAddress", party.address),  # BG-12
        _tax_scheme(party.vat_id, "VAT"),  # BT-63
    )


def delivery(delivery: Delivery) -> Node | None:
    """BG-13."""
    location = delivery.location or Identifier(value="")
    return node(
        "cac:Delivery",
        day("cbc:ActualDeliveryDate", delivery.supply_date),  # BT-72
        node(
            "cac:DeliveryLocation",
            leaf("cbc:ID", location.value, schemeID=location.scheme),  # BT-71
            _address("cac:Address", delivery.address) if delivery.address else None,  # BG-15
        ),
        node("cac:DeliveryParty", _named(delivery.recipient)),  # BT-70
    )


def _party(party: Party, form: Node | None) -> Node | None:
    electronic = party.electronic_address or Identifier(value="")
    return node(
        "cac:Party",
        leaf("cbc:EndpointID", electronic.value, schemeID=electronic.scheme),  # BT-34, BT-49
        _identifiers(party.identifiers),  # BT-29, BT-46
        _named(party.trading_name),  # BT-28, BT-45
        _address("cac:PostalAddress", party.address),  # BG-5, BG-8
        _tax_scheme(party.vat_id, "VAT"),  # BT-31, BT-48
        _tax_scheme(party.tax_registration, "FC"),  # BT-32
        node(
            "cac:PartyLegalEntity",
            leaf("cbc:RegistrationName", party.name),  # BT-27, BT-44
            _company(party.legal_registration),  # BT-30, BT-47
            form,
        ),
        _contact(party.contact),
    )


def _identifiers(identifiers: Iterable[Identifier]) -> Iterator[Node | None]:
    for one in identifiers:
        identifier = leaf("cbc:ID", one.value, schemeID=one.scheme)
        yield node("cac:PartyIdentification", identifier)


def _named(name: str) -> Node | None:
    return node("cac:PartyName", leaf("cbc:Name", name))


def _company(registration: Identifier | None) -> Node | None:
    if registration is None:
        return None
    return leaf("cbc:CompanyID", registration.value, schemeID=registration.scheme)


def _tax_scheme(identifier: str, name: str) -> Node | None:
    if not identifier:
        return None
    return node("cac:PartyTaxScheme", leaf("cbc:CompanyID", identifier), scheme(name))


def _contact(contact: Contact | None) -> Node | None:
    if contact is None:
        return None
    return node(
        "cac:Contact",
        leaf("cbc:Name", contact.name),  # BT-41, BT-56
        leaf("cbc:Telephone", contact.phone),  # BT-42, BT-57
        leaf("cbc:ElectronicMail", contact.email),  # BT-43, BT-58
    )


def _address(tag: str, address: Address) -> Node | None:
    return node(
        tag,
        leaf("cbc:StreetName", address.street),
        leaf("cbc:AdditionalStreetName", address.additional),
        leaf("cbc:CityName", address.city),
        leaf("cbc:PostalZone", address.postal_code),
        leaf("cbc:CountrySubentity", address.subdivision),
        node("cac:Country", leaf("cbc:IdentificationCode", address.country)),
    )
