"""What recurs in UBL: amounts with a currency, references, taxes, allowances and charges."""

from datetime import date
from decimal import Decimal

from saleor_invoices.documents.einvoice.xml import Content, Node, amount, iso, leaf, node, number
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import DocumentAdjustment, LineAdjustment, Period, Tax

_UBL = "urn:oasis:names:specification:ubl:schema:xsd"
NAMESPACES = {
    "cac": f"{_UBL}:CommonAggregateComponents-2",
    "cbc": f"{_UBL}:CommonBasicComponents-2",
}
INVOICE = f"{_UBL}:Invoice-2"
CREDIT_NOTE = f"{_UBL}:CreditNote-2"


def money(tag: str, value: Decimal, currency: str) -> Node | None:
    """An amount, which UBL never writes without its currency."""
    return leaf(tag, amount(value), currencyID=currency)


def money_unless_zero(tag: str, value: Decimal, currency: str) -> Node | None:
    """The amount, or nothing where it is zero."""
    return money(tag, value, currency) if value else None


def reference(tag: str, identifier: str, *rest: Content) -> Node | None:
    """A document reference with its number, or nothing without one."""
    return node(tag, leaf("cbc:ID", identifier), *rest) if identifier else None


def period(value: Period | None) -> Node | None:
    """An invoicing period (BG-14, BG-26)."""
    if value is None:
        return None
    return node(
        "cac:InvoicePeriod",
        leaf("cbc:StartDate", iso(value.start)),  # BT-73, BT-134
        leaf("cbc:EndDate", iso(value.end)),  # BT-74, BT-135
    )


def day(tag: str, value: date | None) -> Node | None:
    """A date, or nothing."""
    return leaf(tag, iso(value))


def category(tag: str, tax: Tax, *, in_breakdown: bool = False) -> Node | None:
    """A VAT category. Only the breakdown tells why there is no tax, and has a rate for O.

    BR-O-05 to BR-O-07 forbid that rate elsewhere, while BR-DE-14 of XRechnung wants it there.
    """
    with_rate = in_breakdown or tax.category is not VatCategory.OUTSIDE_SCOPE
    return node(
        tag,
        leaf("cbc:ID", tax.category),
        leaf("cbc:Percent", number(tax.rate) if with_rate else ""),
        leaf("cbc:TaxExemptionReasonCode", tax.exemption_code if in_breakdown else ""),  # BT-121
        leaf("cbc:TaxExemptionReason", tax.exemption_reason if in_breakdown else ""),  # BT-120
        scheme("VAT"),
    )


def scheme(identifier: str) -> Node | None:
    """The tax that is spoken of."""
    return node("cac:TaxScheme", leaf("cbc:ID", identifier))


def allowance_charge(
    adjustment: DocumentAdjustment | LineAdjustment, currency: str, *, is_charge: bool
) -> Node | None:
    """An allowance or charge of the document (BG-20, BG-21) or of a line (BG-27, BG-28)."""
    percentage, base = adjustment.percentage, adjustment.base_amount
    tax = adjustment.tax if isinstance(adjustment, DocumentAdjustment) else None
    return node(
        "cac:AllowanceCharge",
        leaf("cbc:ChargeIndicator", str(is_charge).lower()),
        leaf("cbc:AllowanceChargeReasonCode", adjustment.reason_code),
        leaf("cbc:AllowanceChargeReason", adjustment.reason),
        leaf("cbc:MultiplierFactorNumeric", "" if percentage is None else number(percentage)),
        money("cbc:Amount", adjustment.amount, currency),
        None if base is None else money("cbc:BaseAmount", base, currency),
        category("cac:TaxCategory", tax) if tax else None,
    )
