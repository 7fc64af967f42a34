"""Payment, VAT breakdown and totals of a Cross Industry Invoice."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from stdnum import iban

from saleor_invoices.documents.einvoice.cii_parties import payee
from saleor_invoices.documents.einvoice.cii_parts import (
    account,
    allowance_charge,
    date_time,
    day,
    period,
)
from saleor_invoices.documents.einvoice.xml import Node, amount, leaf, node, number
from saleor_invoices.domain.document import (
    CreditTransfer,
    Document,
    PaymentInstructions,
    PrecedingInvoice,
    VatSubtotal,
)
from saleor_invoices.domain.money import ZERO


def settlement(document: Document) -> Node | None:
    """All that is about money above the lines."""
    payment = document.payment
    return node(
        "ram:ApplicableHeaderTradeSettlement",
        leaf("ram:PaymentReference", payment.remittance if payment else ""),  # BT-83
        leaf("ram:TaxCurrencyCode", document.vat_accounting_currency),  # BT-6
        leaf("ram:InvoiceCurrencyCode", document.currency),  # BT-5
        payee(document.payee),
        _payment_means(payment) if payment else None,
        _breakdown(document),
        period(document.period),  # BG-14
        (allowance_charge(one, is_charge=False) for one in document.allowances),  # BG-20
        (allowance_charge(one, is_charge=True) for one in document.charges),  # BG-21
        node(
            "ram:SpecifiedTradePaymentTerms",
            leaf("ram:Description", document.payment_terms),  # BT-20
            date_time("ram:DueDateDateTime", document.due_date),  # BT-9
        ),
        _totals(document),
        (_preceding(one) for one in document.preceding_invoices),  # BG-3
        account(document.accounting_reference),  # BT-19
    )


def _payment_means(payment: PaymentInstructions) -> Iterator[Node | None]:
    transfers: tuple[CreditTransfer | None, ...] = payment.credit_transfers or (None,)
    for transfer in transfers:
        yield node(
            "ram:SpecifiedTradeSettlementPaymentMeans",
            leaf("ram:TypeCode", payment.means_code),  # BT-81
            leaf("ram:Information", payment.means_text),  # BT-82
            _account(transfer) if transfer else None,
            node(
                "ram:PayeeSpecifiedCreditorFinancialInstitution",
                leaf("ram:BICID", transfer.bic if transfer else ""),  # BT-86
            ),
        )


def _account(transfer: CreditTransfer) -> Node | None:
    compact = transfer.account.replace(" ", "")
    is_iban = iban.is_valid(compact)
    return node(
        "ram:PayeePartyCreditorFinancialAccount",
        leaf("ram:IBANID", compact if is_iban else ""),  # BT-84
        leaf("ram:AccountName", transfer.account_name),  # BT-85
        leaf("ram:ProprietaryID", "" if is_iban else transfer.account),  # BT-84
    )


def _breakdown(document: Document) -> Iterator[Node | None]:
    tax_point: date | None = document.tax_point_date
    for row in document.vat_breakdown:
        yield _subtotal(row, tax_point)
        tax_point = None  # BT-7 is the document's and stands in one place only (CII-SR-461)


def _subtotal(row: VatSubtotal, tax_point: date | None) -> Node | None:
    return node(
        "ram:ApplicableTradeTax",
        leaf("ram:CalculatedAmount", amount(row.tax_amount)),  # BT-117
        leaf("ram:TypeCode", "VAT"),
        leaf("ram:ExemptionReason", row.tax.exemption_reason),  # BT-120
        leaf("ram:BasisAmount", amount(row.taxable_amount)),  # BT-116
        leaf("ram:CategoryCode", row.tax.category),  # BT-118
        leaf("ram:ExemptionReasonCode", row.tax.exemption_code),  # BT-121
        node("ram:TaxPointDate", day("udt:DateString", tax_point)),  # BT-7
        leaf("ram:RateApplicablePercent", number(row.tax.rate)),  # BT-119, also for O: BR-DE-14
    )


def _totals(document: Document) -> Node | None:
    totals = document.totals
    return node(
        "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
        leaf("ram:LineTotalAmount", amount(totals.line_net)),  # BT-106
        leaf("ram:ChargeTotalAmount", _unless_zero(totals.charges)),  # BT-108
        leaf("ram:AllowanceTotalAmount", _unless_zero(totals.allowances)),  # BT-107
        leaf("ram:TaxBasisTotalAmount", amount(totals.net)),  # BT-109
        leaf("ram:TaxTotalAmount", amount(totals.tax), currencyID=document.currency),  # BT-110
        _tax_in_accounting_currency(document),
        leaf("ram:RoundingAmount", _unless_zero(totals.rounding)),  # BT-114
        leaf("ram:GrandTotalAmount", amount(totals.gross)),  # BT-112
        leaf("ram:TotalPrepaidAmount", _unless_zero(totals.prepaid)),  # BT-113
        leaf("ram:DuePayableAmount", amount(totals.payable)),  # BT-115
    )


def _tax_in_accounting_currency(document: Document) -> Node | None:
    tax = document.totals.tax_in_accounting_currency
    if tax is None:
        return None
    currency = document.vat_accounting_currency
    return leaf("ram:TaxTotalAmount", amount(tax), currencyID=currency)  # BT-111


def _preceding(invoice: PrecedingInvoice) -> Node | None:
    return node(
        "ram:InvoiceReferencedDocument",
        leaf("ram:IssuerAssignedID", invoice.number),  # BT-25
        node("ram:FormattedIssueDateTime", day("qdt:DateTimeString", invoice.issue_date)),  # BT-26
    )


def _unless_zero(value: Decimal) -> str:
    return "" if value == ZERO else amount(value)
