"""What a profile can't say of a document: then there is a PDF, and no XML.

Every finding is a warning: the document is lawful without its XML unless the merchant's law wants
an e-invoice. The official rules stay the judge; this list is there to say beforehand, in the
merchant's words, what they would refuse, and what they can't see (a test, a tax that is no VAT).
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

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


def _findings(document: Document, profile: Profile) -> Iterator[Finding]:
    yield from _no_invoice(document)
    yield from _sums(document)
    yield from _decimals(document)
    yield from _lines(document)
    yield from _no_vat(document)
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
        )
    if not document.number or not document.issue_date:
        yield warning(
            "EINVOICE_NOT_ISSUED",
            "A draft has no number and date yet (BR-02, BR-03).",
            remedy="Issue the document.",
            rule="BR-02",
        )


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
        yield warning(
            "EINVOICE_DECIMALS",
            f"The amount {too_fine} {document.currency} has more than two decimals, which EN 16931"
            " can't express (BR-DEC).",
            remedy="Nothing to do: the PDF is the invoice. Buyers who need an e-invoice need"
            " prices that end in whole hundredths.",
            rule="BR-DEC",
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
        yield warning(
            "EINVOICE_LINE_MISSING",
            "The document has no lines (BR-16).",
            remedy="Charge for something on a line; shipping alone is none.",
            rule="BR-16",
        )
    for line in document.lines:
        if not line.name.strip():
            yield _line_finding(line.id, "has no name (BR-25)", "BR-25")
        if line.quantity == 0:
            yield _line_finding(line.id, "has the quantity 0, so that it has no price", "BR-26")
        elif price_total(line) / line.quantity < 0:
            yield _line_finding(line.id, "has a negative price (BR-27)", "BR-27")
    if any(not (one.reason.strip() or one.reason_code) for one in _adjustments(document)):
        yield warning(
            "EINVOICE_ADJUSTMENT_REASON_MISSING",
            "An allowance or charge has no reason (BR-33, BR-38, BR-42, BR-44).",
            remedy="Say what it is for.",
            rule="BR-33",
        )


def _adjustments(document: Document) -> Iterator[DocumentAdjustment | LineAdjustment]:
    yield from (*document.allowances, *document.charges)
    for line in document.lines:
        yield from (*line.allowances, *line.charges)


def _line_finding(line: str, fault: str, rule: str) -> Finding:
    return warning(
        "EINVOICE_LINE_INVALID",
        f"Line {line} {fault}.",
        remedy="Correct the line.",
        line=line,
        rule=rule,
    )


def _no_vat(document: Document) -> Iterator[Finding]:
    seller = document.seller.address
    place = territory(seller.country, seller.postal_code)
    name = tax_name(TaxProfile(country=seller.country), place)
    if document.totals.tax and (place in WITHOUT_VAT or name not in _VAT_NAMES):
        name = document.tax_name if document.tax_name != "VAT" else name
        yield warning(
            "EINVOICE_NOT_VAT",
            f"The tax of this document ({name}) is no value added tax of EN 16931.",
            remedy="Nothing to do: the PDF is the invoice.",
            country=seller.country,
        )


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
        yield warning(
            "EINVOICE_OUTSIDE_SCOPE_MIXED",
            "Amounts outside the scope of VAT stand beside others (BR-O-11 to BR-O-14).",
            remedy="Sell them in separate orders if the buyer needs an e-invoice.",
            rule="BR-O-11",
        )


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
        rate=row.tax.rate,
        taxable_amount=row.taxable_amount,
        tax_amount=row.tax_amount,
    )


def _category_finding(fault: str, category: VatCategory, rule: str) -> Finding:
    rule = f"BR-{category}-{rule}"
    return warning(
        "EINVOICE_CATEGORY_INVALID",
        f"{fault} ({rule}).",
        remedy="Check the tax rates, or the tax app, of the channel in Saleor.",
        category=category,
        rule=rule,
    )


def _reasons(document: Document) -> Iterator[Finding]:
    for row in document.vat_breakdown:
        tax = row.tax
        if tax.category in _NEEDS_REASON and not (tax.exemption_reason or tax.exemption_code):
            yield warning(
                "EINVOICE_EXEMPTION_REASON_MISSING",
                f"Amounts of category {tax.category} need a reason (BR-{tax.category}-10).",
                remedy="Set zero_rate_reason of the legal entity in the settings.",
                category=tax.category,
                rule=f"BR-{tax.category}-10",
            )


def _supply(document: Document) -> Iterator[Finding]:
    if VatCategory.INTRA_COMMUNITY not in categories(document):
        return
    delivery, period = document.delivery, document.period
    has_period = period is not None and (period.start or period.end)
    if not (delivery and delivery.supply_date) and not has_period:
        yield warning(
            "EINVOICE_SUPPLY_DATE_MISSING",
            "An intra-Community supply needs its delivery date (BR-IC-11).",
            remedy="Issue this channel's invoices when the order is fulfilled.",
            rule="BR-IC-11",
        )
    if not (delivery and delivery.address and delivery.address.country):
        yield warning(
            "EINVOICE_DELIVERY_COUNTRY_MISSING",
            "An intra-Community supply needs the country of delivery (BR-IC-12).",
            remedy="Add the shipping address to the order in Saleor.",
            rule="BR-IC-12",
        )


def _payment(document: Document) -> Iterator[Finding]:
    if document.totals.payable > 0 and not (document.due_date or document.payment_terms.strip()):
        yield warning(
            "EINVOICE_PAYMENT_TERMS_MISSING",
            "An amount is due, but neither when nor on which terms (BR-CO-25).",
            remedy="Set the payment terms of the legal entity in the settings.",
            rule="BR-CO-25",
        )
    payment = document.payment
    accounts = payment.credit_transfers if payment else ()
    is_transfer = payment is not None and payment.means_code in {"30", "58"}
    if is_transfer and not (accounts and all(one.account.strip() for one in accounts)):
        yield warning(
            "EINVOICE_ACCOUNT_MISSING",
            "The document asks for a transfer, but names no account (BR-50, BR-61).",
            remedy="Add a bank account to the legal entity in the settings.",
            rule="BR-61",
        )
