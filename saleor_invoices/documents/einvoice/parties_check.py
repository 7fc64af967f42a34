"""What the rules want to know of seller and buyer, and a document does not say."""

from collections.abc import Iterator

from saleor_invoices.documents.einvoice.prepare import categories
from saleor_invoices.documents.einvoice.profiles import Profile
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Contact, Document
from saleor_invoices.domain.findings import Finding, warning

_LEGAL_ENTITY = "Complete the legal entity in the settings."
_ORDER = "Complete the billing address, or the metadata, of the order in Saleor."
_ANY_TAX_ID = frozenset(
    {
        VatCategory.STANDARD,
        VatCategory.ZERO,
        VatCategory.EXEMPT,
        VatCategory.REVERSE_CHARGE,
        VatCategory.CANARY_IGIC,
        VatCategory.CEUTA_MELILLA_IPSI,
    }
)
_VAT_ID_ONLY = frozenset({VatCategory.INTRA_COMMUNITY, VatCategory.EXPORT})
_RULES = {
    VatCategory.INTRA_COMMUNITY: "BR-IC-02",
    VatCategory.CANARY_IGIC: "BR-AF-02",
    VatCategory.CEUTA_MELILLA_IPSI: "BR-AG-02",
}


def seller_findings(document: Document) -> Iterator[Finding]:
    """Name, country and an id of the seller, and what the VAT categories want."""
    seller = document.seller
    if not seller.name.strip() or not seller.address.country:
        yield _seller("The legal entity has no name or no country", "BR-06, BR-09")
    if not (seller.vat_id or seller.legal_registration or seller.identifiers):
        yield warning(
            "EINVOICE_SELLER_ID_MISSING",
            "Neither a VAT id that may show here nor a register number says who the seller is"
            " (BR-CO-26).",
            remedy="Add the register number to the legal entity in the settings.",
            rule="BR-CO-26",
        )
    found, representative = categories(document), document.tax_representative
    has_vat_id = bool(seller.vat_id or (representative and representative.vat_id))
    for category in sorted(found & _VAT_ID_ONLY if not has_vat_id else ()):
        yield _seller("This sale needs the seller's VAT id", _rule(category))
    if not has_vat_id and not seller.tax_registration:
        for category in sorted(found & _ANY_TAX_ID):
            yield _seller("This sale needs the seller's VAT id or tax number", _rule(category))


def buyer_findings(document: Document) -> Iterator[Finding]:
    """Name, country, and the VAT id where the buyer owes the tax."""
    buyer, found = document.buyer, categories(document)
    if not buyer.name.strip() or not buyer.address.country:
        yield _buyer("The buyer has no name or no country", "BR-07, BR-11")
    if VatCategory.INTRA_COMMUNITY in found and not buyer.vat_id:
        yield _buyer("This sale needs the buyer's VAT id", "BR-IC-02")
    is_known = buyer.vat_id or buyer.legal_registration
    if VatCategory.REVERSE_CHARGE in found and not is_known:
        yield _buyer("This sale needs the buyer's VAT id or register number", "BR-AE-02")


def vat_id_findings(document: Document) -> Iterator[Finding]:
    """BR-CO-09: VAT ids begin with the country that gave them."""
    parties = {"seller": document.seller.vat_id, "buyer": document.buyer.vat_id}
    if document.tax_representative:
        parties["seller's tax representative"] = document.tax_representative.vat_id
    for party, vat_id in parties.items():
        prefix = vat_id[:2]
        if vat_id and not (prefix.isascii() and prefix.isalpha() and len(vat_id) > 2):
            yield warning(
                "EINVOICE_VAT_ID_PREFIX",
                f"The VAT id {vat_id!r} of the {party} does not begin with a country (BR-CO-09).",
                remedy="Write it with its prefix, e.g. DE136695976.",
                party=party,
                vat_id=vat_id,
                rule="BR-CO-09",
            )


def peppol_findings(document: Document, profile: Profile) -> Iterator[Finding]:
    """Where the invoice is to be delivered, and by what the buyer finds it again."""
    if not document.seller.electronic_address:
        yield _seller("The legal entity has no electronic address", "PEPPOL-EN16931-R020")
    if not document.buyer.electronic_address:
        yield _buyer("The buyer has no electronic address", "PEPPOL-EN16931-R010")
    # An order number of the shop is no reference of the buyer's.
    referenced = document.buyer_reference or document.purchase_order_reference
    if profile is Profile.PEPPOL_BIS3 and not referenced:
        yield _reference("PEPPOL-EN16931-R003")


def german_findings(document: Document) -> Iterator[Finding]:
    """BR-DE-2 to BR-DE-15 of XRechnung, DE-R-002 to DE-R-015 of Peppol."""
    if not document.buyer_reference.strip():
        yield _reference("BR-DE-15")
    contact = document.seller.contact or Contact()
    if not (contact.name.strip() and contact.phone.strip() and contact.email.strip()):
        yield _seller("The seller's contact lacks a phone number or e-mail", "BR-DE-6, BR-DE-7")
    address = document.seller.address
    if not (address.city.strip() and address.postal_code.strip()):
        yield _seller("The seller's address lacks its city or post code", "BR-DE-3, BR-DE-4")
    address = document.buyer.address
    if not (address.city.strip() and address.postal_code.strip()):
        yield _buyer("The buyer's address lacks its city or post code", "BR-DE-8, BR-DE-9")
    delivery = document.delivery
    if delivery and delivery.address:
        place = delivery.address
        if not (place.city.strip() and place.postal_code.strip()):
            yield _buyer("The delivery address lacks its city or post code", "BR-DE-10, BR-DE-11")


def _reference(rule: str) -> Finding:
    return warning(
        "EINVOICE_BUYER_REFERENCE_MISSING",
        f"The buyer's reference, in Germany the Leitweg-ID, is missing ({rule}).",
        remedy="Ask the buyer and put it into the order's metadata as buyer_reference.",
        rule=rule,
    )


def _rule(category: VatCategory) -> str:
    return _RULES.get(category, f"BR-{category}-02")


def _seller(fault: str, rule: str) -> Finding:
    return warning(
        "EINVOICE_SELLER_INCOMPLETE", f"{fault} ({rule}).", remedy=_LEGAL_ENTITY, rule=rule
    )


def _buyer(fault: str, rule: str) -> Finding:
    return warning("EINVOICE_BUYER_INCOMPLETE", f"{fault} ({rule}).", remedy=_ORDER, rule=rule)
