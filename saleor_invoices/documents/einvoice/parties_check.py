"""What the rules want to know of seller and buyer, and a document does not say."""

from collections.abc import Iterator

from saleor_invoices.documents.einvoice.explanations import (
    BUYER_TAX_ID,
    BUYER_VAT_ID,
    SELLER_TAX_ID,
    SELLER_VAT_ID,
    category_rule,
    explained,
)
from saleor_invoices.documents.einvoice.prepare import categories
from saleor_invoices.documents.einvoice.profiles import Profile
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Contact, Document
from saleor_invoices.domain.findings import Finding

SELLER, BUYER = "EINVOICE_SELLER_INCOMPLETE", "EINVOICE_BUYER_INCOMPLETE"
REFERENCE = "EINVOICE_BUYER_REFERENCE_MISSING"
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


def seller_findings(document: Document) -> Iterator[Finding]:
    """Name, country and an id of the seller, and what the VAT categories want."""
    seller = document.seller
    if not seller.name.strip():
        yield explained(SELLER, "BR-06")
    if not seller.address.country:
        yield explained(SELLER, "BR-09")
    if not (seller.vat_id or seller.legal_registration or seller.identifiers):
        yield explained("EINVOICE_SELLER_ID_MISSING", "BR-CO-26")
    if seller.electronic_address and not seller.electronic_address.scheme:
        yield explained(SELLER, "BR-62")
    found, representative = categories(document), document.tax_representative
    has_vat_id = bool(seller.vat_id or (representative and representative.vat_id))
    for category in sorted(found & _VAT_ID_ONLY if not has_vat_id else ()):
        yield explained(SELLER, category_rule(category, "02"), told=SELLER_VAT_ID)
    if not has_vat_id and not seller.tax_registration:
        for category in sorted(found & _ANY_TAX_ID):
            yield explained(SELLER, category_rule(category, "02"), told=SELLER_TAX_ID)


def buyer_findings(document: Document) -> Iterator[Finding]:
    """Name, country, and the VAT id where the buyer owes the tax."""
    buyer, found = document.buyer, categories(document)
    if not buyer.name.strip():
        yield explained(BUYER, "BR-07")
    if not buyer.address.country:
        yield explained(BUYER, "BR-11")
    if buyer.electronic_address and not buyer.electronic_address.scheme:
        yield explained(BUYER, "BR-63")
    if VatCategory.INTRA_COMMUNITY in found and not buyer.vat_id:
        yield explained(BUYER, "BR-IC-02", told=BUYER_VAT_ID)
    is_known = buyer.vat_id or buyer.legal_registration
    if VatCategory.REVERSE_CHARGE in found and not is_known:
        yield explained(BUYER, "BR-AE-02", told=BUYER_TAX_ID)


def vat_id_findings(document: Document) -> Iterator[Finding]:
    """BR-CO-09: VAT ids begin with the country that gave them."""
    parties = {
        "seller": (document.seller.vat_id, "seller:vat_id"),
        "buyer": (document.buyer.vat_id, "order:metadata.vat_id"),
    }
    if document.tax_representative:
        parties["seller's tax representative"] = (document.tax_representative.vat_id, "")
    for party, (vat_id, place) in parties.items():
        prefix = vat_id[:2]
        if vat_id and not (prefix.isascii() and prefix.isalpha() and len(vat_id) > 2):
            yield explained(
                "EINVOICE_VAT_ID_PREFIX",
                "BR-CO-09",
                words=f"The VAT id {vat_id!r} of the {party} does not begin with a country",
                party=party,
                vat_id=vat_id,
                place=place,
            )


def peppol_findings(document: Document, profile: Profile) -> Iterator[Finding]:
    """Where the invoice is to be delivered, and by what the buyer finds it again."""
    if not document.seller.electronic_address:
        yield explained(SELLER, "PEPPOL-EN16931-R020")
    if not document.buyer.electronic_address:
        yield explained(BUYER, "PEPPOL-EN16931-R010")
    # Peppol lets the seller's own order number (BT-14) do, with NA for the buyer's.
    referenced = document.buyer_reference.strip() or document.purchase_order_reference.strip()
    if profile is Profile.PEPPOL_BIS3 and not (referenced or document.order):
        yield explained(REFERENCE, "PEPPOL-EN16931-R003")


def german_findings(document: Document) -> Iterator[Finding]:
    """BR-DE-3 to BR-DE-15 of XRechnung, which Peppol calls DE-R-003 to DE-R-015."""
    if not document.buyer_reference.strip():
        yield explained(REFERENCE, "BR-DE-15")
    contact = document.seller.contact or Contact()
    if not contact.phone.strip():
        yield explained(SELLER, "BR-DE-6")
    if not contact.email.strip():
        yield explained(SELLER, "BR-DE-7")
    delivery = document.delivery
    for code, address, (city, postal_code) in (
        (SELLER, document.seller.address, ("BR-DE-3", "BR-DE-4")),
        (BUYER, document.buyer.address, ("BR-DE-8", "BR-DE-9")),
        (BUYER, delivery.address if delivery else None, ("BR-DE-10", "BR-DE-11")),
    ):
        if address and not address.city.strip():
            yield explained(code, city)
        if address and not address.postal_code.strip():
            yield explained(code, postal_code)
