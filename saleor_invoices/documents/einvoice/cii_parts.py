"""What recurs in a Cross Industry Invoice: dates, references, taxes, allowances and charges."""

from datetime import date

from saleor_invoices.documents.einvoice.xml import Node, amount, leaf, node, number
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import DocumentAdjustment, LineAdjustment, Period, Tax

_UNCEFACT = "urn:un:unece:uncefact:data"
NAMESPACES = {
    "rsm": f"{_UNCEFACT}:standard:CrossIndustryInvoice:100",
    "ram": f"{_UNCEFACT}:standard:ReusableAggregateBusinessInformationEntity:100",
    "udt": f"{_UNCEFACT}:standard:UnqualifiedDataType:100",
    "qdt": f"{_UNCEFACT}:standard:QualifiedDataType:100",
}
_DAY = "102"  # UNTDID 2379: CCYYMMDD


def day(tag: str, value: date | None) -> Node | None:
    """The text of a date."""
    return leaf(tag, value.strftime("%Y%m%d") if value else "", format=_DAY)


def date_time(tag: str, value: date | None) -> Node | None:
    """A ``DateTimeType`` holding a day."""
    return node(tag, day("udt:DateTimeString", value))


def reference(tag: str, identifier: str) -> Node | None:
    """A ``ReferencedDocumentType`` with nothing but its number."""
    return node(tag, leaf("ram:IssuerAssignedID", identifier))


def period(value: Period | None) -> Node | None:
    """An invoicing period (BG-14, BG-26)."""
    if value is None:
        return None
    return node(
        "ram:BillingSpecifiedPeriod",
        date_time("ram:StartDateTime", value.start),  # BT-73, BT-134
        date_time("ram:EndDateTime", value.end),  # BT-74, BT-135
    )


def account(identifier: str) -> Node | None:
    """The buyer's accounting reference (BT-19, BT-133)."""
    return node("ram:ReceivableSpecifiedTradeAccountingAccount", leaf("ram:ID", identifier))


def category(tag: str, tax: Tax) -> Node | None:
    """The VAT category and rate of a line, an allowance or a charge."""
    is_outside = tax.category is VatCategory.OUTSIDE_SCOPE  # BR-O-05 to BR-O-07: no rate
    return node(
        tag,
        leaf("ram:TypeCode", "VAT"),
        leaf("ram:CategoryCode", tax.category),
        leaf("ram:RateApplicablePercent", "" if is_outside else number(tax.rate)),
    )


def allowance_charge(
    adjustment: DocumentAdjustment | LineAdjustment, *, is_charge: bool
) -> Node | None:
    """An allowance or charge of the document (BG-20, BG-21) or of a line (BG-27, BG-28)."""
    percentage, base = adjustment.percentage, adjustment.base_amount
    tax = adjustment.tax if isinstance(adjustment, DocumentAdjustment) else None
    return node(
        "ram:SpecifiedTradeAllowanceCharge",
        node("ram:ChargeIndicator", leaf("udt:Indicator", str(is_charge).lower())),
        leaf("ram:CalculationPercent", "" if percentage is None else number(percentage)),
        leaf("ram:BasisAmount", "" if base is None else amount(base)),
        leaf("ram:ActualAmount", amount(adjustment.amount)),
        leaf("ram:ReasonCode", adjustment.reason_code),
        leaf("ram:Reason", adjustment.reason),
        category("ram:CategoryTradeTax", tax) if tax else None,
    )
