"""Parties, lines, allowances and charges of a UBL invoice or credit note."""

from typing import Any

from saleor_invoices.domain.document import (
    Address,
    Delivery,
    DocumentAdjustment,
    Identifier,
    Line,
    LineAdjustment,
    Party,
    Period,
    Tax,
    TaxRepresentative,
)
from saleor_invoices.domain.money import ZERO
from saleor_invoices.imports.readers.xml.parts import (
    address_or_none,
    contact_or_none,
    identifier,
    tax,
    unit_price,
)
from saleor_invoices.imports.readers.xml.source import Element, Source

OBJECT = "130"  # UNTDID 1001
_ENTITY = "cac:PartyLegalEntity"


def party(node: Element | None, source: Source) -> Party:
    """BG-4 or BG-7, from its ``cac:Party``."""
    contact = source.find(node, "cac:Contact")
    named, trading = (
        source.text(node, f"{_ENTITY}/cbc:RegistrationName"),
        source.text(node, "cac:PartyName/cbc:Name"),
    )
    return Party(
        name=named or trading,
        trading_name=trading if named else "",
        identifiers=_identifiers(node, source),
        legal_registration=identifier(source.find(node, f"{_ENTITY}/cbc:CompanyID")),
        vat_id=_tax_id(node, source, is_vat=True),
        tax_registration=_tax_id(node, source, is_vat=False),
        legal_information=source.text(node, f"{_ENTITY}/cbc:CompanyLegalForm"),
        electronic_address=identifier(source.find(node, "cbc:EndpointID")),
        address=_address(source.find(node, "cac:PostalAddress"), source),
        contact=contact_or_none(
            source.text(contact, "cbc:Name"),
            source.text(contact, "cbc:Telephone"),
            source.text(contact, "cbc:ElectronicMail"),
        ),
    )


def payee(node: Element | None, source: Source) -> Party | None:
    """BG-10."""
    if node is None:
        return None
    return Party(
        name=source.text(node, "cac:PartyName/cbc:Name"),
        identifiers=_identifiers(node, source),
        legal_registration=identifier(source.find(node, f"{_ENTITY}/cbc:CompanyID")),
    )


def tax_representative(node: Element | None, source: Source) -> TaxRepresentative | None:
    """BG-11."""
    if node is None:
        return None
    return TaxRepresentative(
        name=source.text(node, "cac:PartyName/cbc:Name"),
        vat_id=_tax_id(node, source, is_vat=True),
        address=_address(source.find(node, "cac:PostalAddress"), source),
    )


def delivery(node: Element | None, source: Source) -> Delivery:
    """BG-13."""
    location = source.find(node, "cac:DeliveryLocation")
    return Delivery(
        recipient=source.text(node, "cac:DeliveryParty/cac:PartyName/cbc:Name"),
        location=identifier(source.find(location, "cbc:ID")),
        supply_date=source.day(node, "cbc:ActualDeliveryDate"),
        address=address_or_none(_address(source.find(location, "cac:Address"), source)),
    )


def line(node: Element, source: Source) -> Line:
    """A line without its tax, which ``parts.completed`` knows."""
    quantity = source.find(node, "cbc:InvoicedQuantity")
    quantity = source.find(node, "cbc:CreditedQuantity") if quantity is None else quantity
    count, net = source.sum(quantity, "."), source.sum(node, "cbc:LineExtensionAmount")
    found = source.all(node, "cac:AllowanceCharge")
    allowances = [_adjustment(one, source) for one in found if not is_charge(one, source)]
    charges = [_adjustment(one, source) for one in found if is_charge(one, source)]
    price = source.amount(node, "cac:Price/cbc:PriceAmount")
    base = source.amount(node, "cac:Price/cbc:BaseQuantity")
    return Line(
        id=source.text(node, "cbc:ID"),
        name=source.text(node, "cac:Item/cbc:Name"),
        quantity=count,
        unit_code=(quantity.get("unitCode") if quantity is not None else "") or "C62",
        net_amount=net,
        tax_amount=ZERO,
        gross_amount=net,
        tax=category(source.find(node, "cac:Item/cac:ClassifiedTaxCategory"), source),
        unit_price_net=unit_price(net, count, price, base, [*allowances, *charges]),
        unit_price_gross=ZERO,
        allowances=tuple(allowances),
        charges=tuple(charges),
        **_texts(node, source),
    )


def _texts(node: Element, source: Source) -> dict[str, Any]:
    item = source.find(node, "cac:Item")
    return {
        "description": source.text(item, "cbc:Description"),
        "seller_item_id": source.text(item, "cac:SellersItemIdentification/cbc:ID"),
        "buyer_item_id": source.text(item, "cac:BuyersItemIdentification/cbc:ID"),
        "origin_country": source.text(item, "cac:OriginCountry/cbc:IdentificationCode"),
        "attributes": tuple(
            (source.text(one, "cbc:Name"), source.text(one, "cbc:Value"))
            for one in source.all(item, "cac:AdditionalItemProperty")
        ),
        "note": source.text(node, "cbc:Note"),
        "order_line_reference": source.text(node, "cac:OrderLineReference/cbc:LineID"),
        "object_id": next(
            (
                source.text(one, "cbc:ID")
                for one in source.all(node, "cac:DocumentReference")
                if source.text(one, "cbc:DocumentTypeCode") == OBJECT
            ),
            "",
        ),
        "accounting_reference": source.text(node, "cbc:AccountingCost"),
        "period": period(source.find(node, "cac:InvoicePeriod"), source),
    }


def period(node: Element | None, source: Source) -> Period | None:
    """BG-14, BG-26."""
    start, end = source.day(node, "cbc:StartDate"), source.day(node, "cbc:EndDate")
    return Period(start=start, end=end) if start or end else None


def is_charge(node: Element, source: Source) -> bool:
    """Whether it is a charge, and no allowance."""
    return source.text(node, "cbc:ChargeIndicator") in ("true", "1")


def document_adjustment(node: Element, source: Source) -> DocumentAdjustment:
    """BG-20 or BG-21; its gross amount is completed later."""
    amount = source.sum(node, "cbc:Amount")
    return DocumentAdjustment(
        amount=amount,
        gross_amount=amount,
        tax=category(source.find(node, "cac:TaxCategory"), source),
        reason=source.text(node, "cbc:AllowanceChargeReason"),
        reason_code=source.text(node, "cbc:AllowanceChargeReasonCode"),
        base_amount=source.amount(node, "cbc:BaseAmount"),
        percentage=source.amount(node, "cbc:MultiplierFactorNumeric"),
    )


def _adjustment(node: Element, source: Source) -> LineAdjustment:
    return LineAdjustment(
        amount=source.sum(node, "cbc:Amount"),
        reason=source.text(node, "cbc:AllowanceChargeReason"),
        reason_code=source.text(node, "cbc:AllowanceChargeReasonCode"),
        base_amount=source.amount(node, "cbc:BaseAmount"),
        percentage=source.amount(node, "cbc:MultiplierFactorNumeric"),
    )


def category(node: Element | None, source: Source) -> Tax:
    """A VAT category with its rate."""
    return tax(source.text(node, "cbc:ID"), source.amount(node, "cbc:Percent"), source, "cbc:ID")


def _identifiers(node: Element | None, source: Source) -> tuple[Identifier, ...]:
    found = map(identifier, source.all(node, "cac:PartyIdentification/cbc:ID"))
    return tuple(one for one in found if one is not None)


def _tax_id(node: Element | None, source: Source, *, is_vat: bool) -> str:
    for one in source.all(node, "cac:PartyTaxScheme"):
        if (source.text(one, "cac:TaxScheme/cbc:ID") == "VAT") is is_vat:
            return source.text(one, "cbc:CompanyID")
    return ""


def _address(node: Element | None, source: Source) -> Address:
    return Address(
        street=source.text(node, "cbc:StreetName"),
        additional=source.text(node, "cbc:AdditionalStreetName"),
        city=source.text(node, "cbc:CityName"),
        postal_code=source.text(node, "cbc:PostalZone"),
        subdivision=source.text(node, "cbc:CountrySubentity"),
        country=source.text(node, "cac:Country/cbc:IdentificationCode"),
    )
