"""A document as a profile wants it: what the writers write, term by term.

Nothing here changes an amount. What a rule forbids is left out where nothing is lost by it, what a
profile asks for in another place is put there; whatever can't be helped that way is a finding of
``representable``.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from stdnum.be import vat as belgian_vat

from saleor_invoices.documents.einvoice.profiles import PEPPOL_RULES, Profile
from saleor_invoices.domain.codes import DocumentKind, SupplyDateKind, VatCategory
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
    SupportingDocument,
    Tax,
)

EMAIL_SCHEME, BELGIAN_SCHEME = "EM", "0208"  # CEF EAS: SMTP address, Belgian enterprise number
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
_PUNCTUATION = re.compile(r"[^0-9A-Z+*]")  # of a VAT id; some of Ireland have + and *


def prepared(document: Document, profile: Profile) -> Document:
    """The document with every term where the profile wants it."""
    document = _ordered(_credited(document))
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
    if profile in PEPPOL_RULES:
        address = _by_email if profile is Profile.XRECHNUNG else _by_peppol
        result = replace(result, seller=address(result.seller), buyer=address(result.buyer))
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


def _credited(document: Document) -> Document:
    """A credit note that says why, and of each line which one it credits, and is due at once.

    EN 16931 has no reference to a line of another invoice: it is the line's note (BT-127). BR-CO-25
    wants a date or terms wherever an amount is due, and nobody agrees on terms for a refund.
    """
    if document.kind is not DocumentKind.CREDIT_NOTE:
        return document
    document, due = replace(document, notes=_reasoned(document)), document.due_date
    if document.totals.payable > 0 and not (due or document.payment_terms.strip()):
        due = document.issue_date
    if len(document.preceding_invoices) != 1:  # the lines' numbers would be of any of them
        return replace(document, due_date=due)
    preceding = document.preceding_invoices[0].number
    lines = tuple(_credited_line(line, preceding) for line in document.lines)
    return replace(document, due_date=due, lines=lines)


def _reasoned(document: Document) -> tuple[Note, ...]:
    if not document.reason.strip() or document.reason in {note.text for note in document.notes}:
        return document.notes
    return (Note(text=document.reason), *document.notes)


def _credited_line(line: Line, preceding: str) -> Line:
    if not line.preceding_id:
        return line
    reference = f"{preceding} / {line.preceding_id}"
    return replace(line, note=f"{reference}\n{line.note}" if line.note.strip() else reference)


def _ordered(document: Document) -> Document:
    """A collective invoice with its orders as supporting documents: BT-14 is there once at most."""
    if document.order or not document.orders:
        return document
    if len(document.orders) == 1:
        return replace(document, order=document.orders[0])
    orders = tuple(SupportingDocument(reference=order.number) for order in document.orders)
    return replace(document, supporting_documents=(*document.supporting_documents, *orders))


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
    vat_id = _PUNCTUATION.sub("", party.vat_id.upper())
    return replace(party, address=_address(party.address), vat_id=vat_id)


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


def _by_email(party: Party) -> Party:
    # BT-34 and BT-49 must be there; for e-mail, the address is that of the party.
    email = party.contact.email.strip() if party.contact else ""
    if party.electronic_address or not email:
        return party
    return replace(party, electronic_address=Identifier(value=email, scheme=EMAIL_SCHEME))


def _by_peppol(party: Party) -> Party:
    # Peppol delivers nothing to an e-mail address (PEPPOL-EN16931-CL008). A Belgian VAT id is the
    # enterprise number, under which businesses there are registered in Peppol.
    address = party.electronic_address
    if address and address.scheme != EMAIL_SCHEME:
        return party
    number = party.vat_id.removeprefix("BE") if party.vat_id.startswith("BE") else ""
    if not belgian_vat.is_valid(number):
        return replace(party, electronic_address=None)
    own = Identifier(value=belgian_vat.compact(number), scheme=BELGIAN_SCHEME)
    return replace(party, electronic_address=own)
