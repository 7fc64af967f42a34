"""What the law wants on a document beyond sums: found before it is issued."""

from collections.abc import Iterator
from decimal import Decimal

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.findings import Finding, blocking, warning
from saleor_invoices.domain.money import unit

_NEEDS_BUYER_VAT_ID = {VatCategory.REVERSE_CHARGE, VatCategory.INTRA_COMMUNITY}
_NEEDS_REASON = _NEEDS_BUYER_VAT_ID | {
    VatCategory.EXEMPT,
    VatCategory.EXPORT,
    VatCategory.OUTSIDE_SCOPE,
}


def legal_findings(document: Document) -> tuple[Finding, ...]:
    """All that is missing; rules are of EN 16931."""
    return (
        *_seller(document),
        *_parties_by_category(document),
        *_intra_community(document),
        *_outside_scope(document),
        *_reasons(document),
        *_tax_by_rate(document),
    )


def _categories(document: Document) -> set[VatCategory]:
    return {row.tax.category for row in document.vat_breakdown}


def _seller(document: Document) -> Iterator[Finding]:
    seller = document.seller
    if not seller.name or not seller.address.country:
        yield blocking(
            "SELLER_INCOMPLETE",
            "The legal entity has no name or no country (BR-06, BR-09).",
            remedy="Complete the legal entity's name and address in the settings.",
        )
    if not (seller.vat_id or seller.tax_registration) and _categories(document) - {
        VatCategory.OUTSIDE_SCOPE
    }:
        yield warning(
            "SELLER_TAX_ID_MISSING",
            "The legal entity has neither a VAT id nor a tax number (BR-CO-26, BR-S-02).",
            remedy="Add the VAT id, or the tax number, to the legal entity in the settings.",
        )


def _parties_by_category(document: Document) -> Iterator[Finding]:
    concerned = _categories(document) & _NEEDS_BUYER_VAT_ID
    if concerned and not document.seller.vat_id:
        yield blocking(
            "SELLER_VAT_ID_MISSING",
            "A sale to a business in another member state needs the seller's VAT id"
            " (BR-AE-02, BR-IC-02).",
            remedy="Add the VAT id to the legal entity in the settings.",
        )
    if concerned and not document.buyer.vat_id:
        yield blocking(
            "BUYER_VAT_ID_MISSING",
            "A sale without tax to a business needs the buyer's VAT id (BR-AE-02, BR-IC-02).",
            remedy="Add the VAT id to the order's metadata, or charge the tax.",
        )


def _intra_community(document: Document) -> Iterator[Finding]:
    if VatCategory.INTRA_COMMUNITY not in _categories(document):
        return
    delivery = document.delivery
    if delivery is None or delivery.supply_date is None:
        yield warning(
            "SUPPLY_DATE_UNKNOWN",
            "An intra-Community supply should bear its delivery date (BR-IC-11).",
            remedy="Issue this channel's invoices when the order is fulfilled.",
        )
    address = (delivery and delivery.address) or document.buyer.address
    if not address.country:
        yield blocking(
            "DELIVERY_COUNTRY_MISSING",
            "An intra-Community supply needs the country of delivery (BR-IC-12).",
            remedy="Add the shipping address to the order in Saleor.",
        )


def _outside_scope(document: Document) -> Iterator[Finding]:
    categories = _categories(document)
    if VatCategory.OUTSIDE_SCOPE in categories and len(categories) > 1:
        yield warning(
            "OUTSIDE_SCOPE_MIXED",
            "Amounts outside the scope of VAT stand beside taxed ones; e-invoice rules want them"
            " on a document of their own (BR-O-11).",
            remedy="Sell them in separate orders if the buyer needs an e-invoice.",
        )


def _reasons(document: Document) -> Iterator[Finding]:
    for row in document.vat_breakdown:
        tax = row.tax
        told = tax.exemption_reason or tax.exemption_code
        if tax.category in _NEEDS_REASON and not told:
            yield blocking(
                "EXEMPTION_REASON_MISSING",
                f"Amounts of category {tax.category} need a reason (BR-{tax.category}-10).",
                remedy="Set zero_rate_reason of the legal entity in the settings.",
                category=tax.category,
            )


def _tax_by_rate(document: Document) -> Iterator[Finding]:
    # The official rules let tax and rate differ by less than one whole unit of the currency; a
    # shop that rounds line by line may also be off by a smallest unit for each of them.
    amounts = len(document.lines) + len(document.charges) + len(document.allowances)
    tolerance = max(Decimal(1), amounts * unit(document.currency))
    for row in document.vat_breakdown:
        expected = row.taxable_amount * row.tax.rate / 100
        if abs(row.tax_amount - expected) >= tolerance:
            yield warning(
                "TAX_DIFFERS_FROM_RATE",
                f"{row.tax_amount} {document.currency} of tax were charged on"
                f" {row.taxable_amount} {document.currency}, which is not {row.tax.rate} %"
                " (BR-CO-17, BR-S-09).",
                remedy="Check the tax rates, or the tax app, of the channel in Saleor.",
                rate=row.tax.rate,
                taxable_amount=row.taxable_amount,
                tax_amount=row.tax_amount,
            )
