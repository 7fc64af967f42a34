"""A document as a profile wants it: what the writers write, term by term.

Nothing here changes an amount. What a rule forbids is left out where nothing is lost by it, what a
profile asks for in another place is put there; whatever can't be helped that way is a finding of
``representable``.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from saleor_invoices.documents.einvoice.profiles import PEPPOL_RULES, Profile
from saleor_invoices.domain.codes import SupplyDateKind, VatCategory
from saleor_invoices.domain.document import (
    Address,
    Contact,
    Delivery,
    Document,
    DocumentAdjustment,
    Identifier,
    Line,
    LineAdjustment,
    Note,
    Party,
    PaymentInstructions,
    Tax,
)

EMAIL_SCHEME = "EM"  # CEF EAS: SMTP address
CARDS = frozenset({"48", "54", "55"})  # UNTDID 4461: bank, credit and debit card
ONLINE, NOT_DEFINED = "68", "1"
_ISO_COUNTRIES = {"EL": "GR", "UK": "GB", "XI": "GB"}  # BR-CL-14 wants ISO 3166-1
_WITHOUT_REASON = frozenset(
    # BR-S-10, BR-Z-10, BR-AF-10, BR-AG-10
    {
        VatCategory.STANDARD,
        VatCategory.ZERO,
        VatCategory.CANARY_IGIC,
        VatCategory.CEUTA_MELILLA_IPSI,
    }
)
_SLACK = Decimal("0.02")  # PEPPOL-EN16931-R040


def prepared(document: Document, profile: Profile) -> Document:
    """The document with every term where the profile wants it."""
    result = replace(
        document,
        seller=_seller(document),
        buyer=_buyer(document),
        payee=_payee(document),
        tax_representative=None if is_outside_scope(document) else document.tax_representative,
        delivery=_delivery(document),
        notes=_notes(document, profile),
        lines=tuple(_line(line, profile) for line in document.lines),
        allowances=tuple(_adjustment(one, profile) for one in document.allowances),
        charges=tuple(_adjustment(one, profile) for one in document.charges),
        vat_breakdown=tuple(replace(row, tax=_tax(row.tax)) for row in document.vat_breakdown),
    )
    if follows_german_rules(document, profile):
        result = _german(result)
    if profile is Profile.XRECHNUNG:  # Peppol knows no scheme for e-mail (PEPPOL-EN16931-CL008)
        result = replace(result, seller=_addressed(result.seller), buyer=_addressed(result.buyer))
    return _without_second_currency(result)


def categories(document: Document) -> set[VatCategory]:
    """The VAT categories of everything that is charged or allowed."""
    adjustments = (*document.allowances, *document.charges)
    return {line.tax.category for line in document.lines} | {
        one.tax.category for one in adjustments
    }


def is_outside_scope(document: Document) -> bool:
    """Whether nothing of the document is subject to VAT: no VAT id may then show (BR-O-02)."""
    return categories(document) == {VatCategory.OUTSIDE_SCOPE}


def follows_german_rules(document: Document, profile: Profile) -> bool:
    """Whether BR-DE-* of XRechnung hold: Peppol has them as DE-R-* between two Germans."""
    parties = {document.seller.address.country, document.buyer.address.country}
    return profile is Profile.XRECHNUNG or (profile is Profile.PEPPOL_BIS3 and parties == {"DE"})


def _seller(document: Document) -> Party:
    seller = _party(document.seller)
    return replace(seller, vat_id="") if is_outside_scope(document) else seller


def _buyer(document: Document) -> Party:
    buyer = _party(document.buyer)
    contact = buyer.contact or Contact()
    buyer = replace(
        buyer,
        identifiers=buyer.identifiers[:1],  # BT-46 is there once at most (UBL-SR-16)
        tax_registration="",  # BT-32 is the seller's only
        contact=replace(contact, name=contact.name or buyer.person),
    )
    return replace(buyer, vat_id="") if is_outside_scope(document) else buyer


def _payee(document: Document) -> Party | None:
    payee, seller = document.payee, document.seller
    if payee is None:
        return None
    shared = set(payee.identifiers) & set(seller.identifiers)
    if payee.name == seller.name or shared:
        return None  # BR-17: a payee is there only where it is not the seller
    return replace(payee, identifiers=payee.identifiers[:1])


def _party(party: Party) -> Party:
    return replace(
        party, address=_address(party.address), vat_id=party.vat_id.replace(" ", "").upper()
    )


def _address(address: Address) -> Address:
    # Greece and Northern Ireland have a prefix of their own in a VAT id, but not in an address.
    country = address.country.upper()
    return replace(address, country=_ISO_COUNTRIES.get(country, country))


def _delivery(document: Document) -> Delivery | None:
    delivery = document.delivery or Delivery()
    if delivery.supply_date_kind is not SupplyDateKind.DELIVERY:
        delivery = replace(delivery, supply_date=None)  # BT-72 is the date of the delivery only
    address = _address(delivery.address) if delivery.address else None
    if address and not address.country:
        address = None  # BR-57
    if not address and VatCategory.INTRA_COMMUNITY in categories(document):
        address = _address(document.buyer.address)  # BR-IC-12
    return replace(delivery, address=address)


def _notes(document: Document, profile: Profile) -> tuple[Note, ...]:
    wording = document.delivery.supply_wording if document.delivery else ""
    notes = tuple(note for note in (Note(text=wording), *document.notes) if note.text.strip())
    if profile is Profile.PEPPOL_BIS3 and len(notes) > 1:
        # PEPPOL-EN16931-R002, which lets only Germans among themselves have several.
        return (Note(text="\n".join(note.text for note in notes)),)
    return notes


def _without_second_currency(document: Document) -> Document:
    # BT-6 is there only where it differs from BT-5 (PEPPOL-EN16931-R005), and with BT-111 (BR-53).
    totals, second = document.totals, document.vat_accounting_currency
    if second and second != document.currency and totals.tax_in_accounting_currency is not None:
        return document
    return replace(
        document,
        vat_accounting_currency="",
        totals=replace(totals, tax_in_accounting_currency=None),
    )


def _line(line: Line, profile: Profile) -> Line:
    return replace(
        line,
        tax=_tax(line.tax),
        origin_country=_ISO_COUNTRIES.get(line.origin_country, line.origin_country),
        attributes=tuple(pair for pair in line.attributes if all(map(str.strip, pair))),  # BR-54
        allowances=tuple(_line_adjustments(line.allowances, profile)),
        charges=tuple(_line_adjustments(line.charges, profile)),
    )


def _tax(tax: Tax) -> Tax:
    if tax.category not in _WITHOUT_REASON:
        return tax
    return replace(tax, exemption_reason="", exemption_code="")


def _adjustment(adjustment: DocumentAdjustment, profile: Profile) -> DocumentAdjustment:
    if profile not in PEPPOL_RULES or _base_holds(adjustment):
        return adjustment
    return replace(adjustment, base_amount=None, percentage=None)


def _line_adjustments(
    adjustments: Iterable[LineAdjustment], profile: Profile
) -> Iterable[LineAdjustment]:
    for adjustment in adjustments:
        if profile not in PEPPOL_RULES or _base_holds(adjustment):
            yield adjustment
        else:
            yield replace(adjustment, base_amount=None, percentage=None)


def _base_holds(adjustment: DocumentAdjustment | LineAdjustment) -> bool:
    # PEPPOL-EN16931-R040 to R042: base and percentage only together, and of the same amount.
    base, percentage = adjustment.base_amount, adjustment.percentage
    if base is None or percentage is None:
        return base is percentage
    return abs(base * percentage / 100 - adjustment.amount) <= _SLACK


def _german(document: Document) -> Document:
    seller, delivery = document.seller, document.delivery
    # BR-DE-5 wants somebody to ask for; the company may stand for a person.
    contact = seller.contact or Contact()
    seller = replace(seller, contact=replace(contact, name=contact.name or seller.name))
    if delivery and delivery.address and not _is_complete(delivery.address):
        needed = VatCategory.INTRA_COMMUNITY in categories(document)  # BR-IC-12
        delivery = delivery if needed else replace(delivery, address=None)  # BR-DE-10, BR-DE-11
    return replace(document, seller=seller, delivery=delivery, payment=_german_payment(document))


def _german_payment(document: Document) -> PaymentInstructions:
    payment = document.payment
    if payment is None:
        return PaymentInstructions(means_code=NOT_DEFINED)  # BR-DE-1 wants BG-16
    if payment.means_code in CARDS:
        # BR-DE-24-a wants the card's number, which nobody but the payment service has.
        return replace(payment, means_code=ONLINE)
    return payment


def _is_complete(address: Address) -> bool:
    return bool(address.city.strip() and address.postal_code.strip())


def _addressed(party: Party) -> Party:
    # BT-34 and BT-49 must be there; for e-mail, the address is that of the party.
    email = party.contact.email if party.contact else ""
    if party.electronic_address or not email:
        return party
    return replace(party, electronic_address=Identifier(value=email, scheme=EMAIL_SCHEME))
