"""What a profile can't say of a document: then there is a PDF, and no XML.

Every finding is a warning: the document is lawful without its XML unless the merchant's law wants
an e-invoice. The official rules stay the judge; this list is there to say beforehand, in the
merchant's words, what they would refuse, and what they can't see (a test, a tax that is no VAT).
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from saleor_invoices.documents.einvoice.explanations import category_rule, explained
from saleor_invoices.documents.einvoice.parties_check import (
    buyer_findings,
    german_findings,
    peppol_findings,
    seller_findings,
    vat_id_findings,
)
from saleor_invoices.documents.einvoice.prepare import (
    categories,
    follows_german_rules,
    prepared,
)
from saleor_invoices.documents.einvoice.prices import price_total
from saleor_invoices.documents.einvoice.profiles import PEPPOL_RULES, Profile
from saleor_invoices.domain.codes import DocumentKind, VatCategory
from saleor_invoices.domain.document import (
    Document,
    DocumentAdjustment,
    LineAdjustment,
    VatSubtotal,
)
from saleor_invoices.domain.findings import Finding, warning
from saleor_invoices.domain.profile import TaxProfile
from saleor_invoices.domain.tax import tax_name
from saleor_invoices.domain.territories import WITHOUT_VAT, territory
from saleor_invoices.domain.totals import check

TAXED = frozenset({VatCategory.STANDARD, VatCategory.CANARY_IGIC, VatCategory.CEUTA_MELILLA_IPSI})
_NEEDS_REASON = frozenset(
    {
        VatCategory.EXEMPT,
        VatCategory.REVERSE_CHARGE,
        VatCategory.INTRA_COMMUNITY,
        VatCategory.EXPORT,
        VatCategory.OUTSIDE_SCOPE,
    }
)
_VAT_NAMES = frozenset({"VAT", "IGIC", "IPSI"})  # EN 16931 has categories for the latter two
_CENT, _UNIT, _HALF = Decimal("0.01"), Decimal(1), Decimal("0.5")


def representable(document: Document, profile: Profile) -> list[Finding]:
    """Why the document has no XML of the profile; empty where it can be written."""
    return list(_findings(prepared(document, profile), profile))


def factur_x_profile(document: Document) -> Profile | None:
    """EN 16931; EXTENDED where only that can say it; ``None`` where neither can."""
    candidates = (Profile.EN16931, Profile.EXTENDED)
    return next((one for one in candidates if not representable(document, one)), None)


def other_tax(document: Document) -> str:
    """What the seller's tax is called where it is no VAT of EN 16931, such as a US sales tax."""
    seller = document.seller.address
    place = territory(seller.country, seller.postal_code)
    name = tax_name(TaxProfile(country=seller.country), place)
    if place not in WITHOUT_VAT and name in _VAT_NAMES:
        return ""
    return document.tax_name if document.tax_name != "VAT" else name


def not_vat(document: Document, name: str) -> Finding:
    """The warning that there is no e-invoice because of the tax."""
    return warning(
        "EINVOICE_NOT_VAT",
        f"The seller's tax ({name}) is no value added tax of EN 16931.",
        remedy="Nothing to do: the PDF is the invoice.",
        country=document.seller.address.country,
    )


def _findings(document: Document, profile: Profile) -> Iterator[Finding]:
    yield from _no_invoice(document)
    tax = other_tax(document)
    if tax and document.totals.tax:
        yield not_vat(document, tax)
        return  # what VAT asks for is of no interest then
    yield from _sums(document)
    yield from _decimals(document)
    yield from _lines(document)
    yield from _breakdown(document, profile)
    yield from _reasons(document)
    yield from _supply(document)
    yield from _payment(document)
    yield from seller_findings(document)
    yield from buyer_findings(document)
    yield from vat_id_findings(document)
    if profile in PEPPOL_RULES:
        yield from peppol_findings(document, profile)
    if follows_german_rules(document, profile):
        yield from german_findings(document)


def _no_invoice(document: Document) -> Iterator[Finding]:
    if document.kind is DocumentKind.PROFORMA:
        yield warning(
            "EINVOICE_PROFORMA",
            "A proforma is no invoice, so there is no e-invoice of it.",
            remedy="Nothing to do: the invoice that follows has one.",
        )
    if document.test_mode:
        yield warning(
            "EINVOICE_TEST_MODE",
            "The store is in test mode; an e-invoice can't be marked as a test.",
            remedy="Leave test mode to issue invoices that count.",
            place="settings:test_mode",
        )
    if not document.number or not document.issue_date:
        yield explained("EINVOICE_NOT_ISSUED", "BR-02")


def _sums(document: Document) -> Iterator[Finding]:
    for finding in check(document):
        yield warning(
            "EINVOICE_TOTALS_INCONSISTENT",
            finding.message,
            remedy=finding.remedy,
            **finding.params,
        )


def _decimals(document: Document) -> Iterator[Finding]:
    too_fine = next((one for one in _amounts(document) if one != round(one, 2)), None)
    if too_fine is not None:
        yield explained(
            "EINVOICE_DECIMALS",
            "BR-DEC",
            words=f"The amount {too_fine} {document.currency} has more than two decimals, which"
            " EN 16931 can't express",
            amount=too_fine,
            currency=document.currency,
        )


def _amounts(document: Document) -> Iterator[Decimal]:
    totals = document.totals
    yield from (totals.line_net, totals.allowances, totals.charges, totals.net, totals.tax)
    yield from (totals.gross, totals.prepaid, totals.rounding, totals.payable)
    yield totals.tax_in_accounting_currency or Decimal(0)
    for row in document.vat_breakdown:
        yield from (row.taxable_amount, row.tax_amount)
    yield from (line.net_amount for line in document.lines)
    for adjustment in _adjustments(document):
        yield from (adjustment.amount, adjustment.base_amount or Decimal(0))


def _lines(document: Document) -> Iterator[Finding]:
    if not document.lines:
        yield explained("EINVOICE_LINE_MISSING", "BR-16")
    for line in document.lines:
        if not line.name.strip():
            yield _line_finding(line.id, "has no name", "BR-25")
        if line.quantity == 0:
            yield _line_finding(line.id, "has the quantity 0, so that it has no price", "BR-26")
        elif price_total(line) / line.quantity < 0:
            yield _line_finding(line.id, "has a negative price", "BR-27")
    if any(not (one.reason.strip() or one.reason_code) for one in _adjustments(document)):
        yield explained("EINVOICE_ADJUSTMENT_REASON_MISSING", "BR-33")


def _adjustments(document: Document) -> Iterator[DocumentAdjustment | LineAdjustment]:
    yield from (*document.allowances, *document.charges)
    for line in document.lines:
        yield from (*line.allowances, *line.charges)


def _line_finding(line: str, fault: str, rule: str) -> Finding:
    return explained("EINVOICE_LINE_INVALID", rule, words=f"Line {line} {fault}", line=line)


def _breakdown(document: Document, profile: Profile) -> Iterator[Finding]:
    for row in document.vat_breakdown:
        category = row.tax.category
        if category in TAXED and not _tax_fits(document, row, profile):
            yield _tax_differs(document, row)
        if category not in TAXED and (row.tax_amount or row.tax.rate):
            yield _category_finding(f"Amounts of category {category} bear tax", category, "09")
        if category is VatCategory.STANDARD and row.tax.rate <= 0:
            yield _category_finding("A standard rate is 0 %", category, "05")
    if VatCategory.OUTSIDE_SCOPE in (found := categories(document)) and len(found) > 1:
        yield explained("EINVOICE_OUTSIDE_SCOPE_MIXED", "BR-O-11")


def _tax_fits(document: Document, row: VatSubtotal, profile: Profile) -> bool:
    # BR-CO-17, BR-S-09, BR-AF-09, BR-AG-09 as the official rules test them: less than one whole
    # unit of the currency off. Factur-X EXTENDED (BR-FXEXT-S-09b): at most one cent an amount.
    exact = row.taxable_amount * row.tax.rate / 100
    expected = exact.quantize(_CENT, rounding=ROUND_HALF_UP)
    difference = abs(row.tax_amount - expected)
    if profile is Profile.EXTENDED:
        if row.tax.category is VatCategory.STANDARD:
            return difference <= _CENT * _count(document, row)
        return True  # BR-AF-09 and BR-AG-09 test nothing there
    if row.tax.rate < _HALF:  # the test rounds the rate, and a rate of 0 has no tax
        return abs(row.tax_amount) < _HALF
    return difference < _UNIT


def _count(document: Document, row: VatSubtotal) -> int:
    key = (row.tax.category, row.tax.rate)
    taxes = [line.tax for line in document.lines]
    taxes += [one.tax for one in (*document.allowances, *document.charges)]
    return sum((tax.category, tax.rate) == key for tax in taxes)


def _tax_differs(document: Document, row: VatSubtotal) -> Finding:
    return warning(
        "EINVOICE_TAX_DIFFERS",
        f"{row.tax_amount} {document.currency} of tax were charged on {row.taxable_amount}"
        f" {document.currency}, too far from {row.tax.rate} % for EN 16931 (BR-CO-17): tax that is"
        " rounded on each line adds up to more or less than tax on the sum.",
        remedy="What was charged stays. Check the tax rates of the channel in Saleor; with many"
        " lines or a currency without decimals it is rounding, and the PDF is the invoice.",
        rule="BR-CO-17",
        place="order:lines",
        rate=row.tax.rate,
        taxable_amount=row.taxable_amount,
        tax_amount=row.tax_amount,
    )


def _category_finding(fault: str, category: VatCategory, number: str) -> Finding:
    rule = category_rule(category, number)
    return explained("EINVOICE_CATEGORY_INVALID", rule, words=fault, category=category)


def _reasons(document: Document) -> Iterator[Finding]:
    for row in document.vat_breakdown:
        tax = row.tax
        if tax.category in _NEEDS_REASON and not (tax.exemption_reason or tax.exemption_code):
            yield explained(
                "EINVOICE_EXEMPTION_REASON_MISSING",
                category_rule(tax.category, "10"),
                words=f"Amounts of category {tax.category} need a reason",
                category=tax.category,
            )


def _supply(document: Document) -> Iterator[Finding]:
    if VatCategory.INTRA_COMMUNITY not in categories(document):
        return
    delivery, period = document.delivery, document.period
    has_period = period is not None and (period.start or period.end)
    if not (delivery and delivery.supply_date) and not has_period:
        yield explained("EINVOICE_SUPPLY_DATE_MISSING", "BR-IC-11")
    if not (delivery and delivery.address and delivery.address.country):
        yield explained("EINVOICE_DELIVERY_COUNTRY_MISSING", "BR-IC-12")


def _payment(document: Document) -> Iterator[Finding]:
    if document.totals.payable > 0 and not (document.due_date or document.payment_terms.strip()):
        yield explained("EINVOICE_PAYMENT_TERMS_MISSING", "BR-CO-25")
    payment = document.payment
    accounts = payment.credit_transfers if payment else ()
    is_transfer = payment is not None and payment.means_code in {"30", "58"}
    if is_transfer and not (accounts and all(one.account.strip() for one in accounts)):
        yield explained("EINVOICE_ACCOUNT_MISSING", "BR-61")
