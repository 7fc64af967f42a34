"""UN/CEFACT Cross Industry Invoice (D16B to D22B), term by term as ``documents.einvoice.cii``."""

from decimal import Decimal
from typing import Any

from saleor_invoices.documents.einvoice.cii import OBJECT, SUPPORTING, TENDER
from saleor_invoices.documents.einvoice.cii_parts import NAMESPACES
from saleor_invoices.domain.document import (
    CreditTransfer,
    Document,
    Identifier,
    Note,
    OrderReference,
    PaymentInstructions,
    Period,
    PrecedingInvoice,
    SupportingDocument,
    Totals,
    VatSubtotal,
)
from saleor_invoices.domain.money import ZERO
from saleor_invoices.imports.readers.xml import cii_lines, cii_parties
from saleor_invoices.imports.readers.xml.parts import (
    currency_of,
    delivery_or_none,
    kind_of,
    means_or_none,
    prepayments,
    subtotal,
    tax,
)
from saleor_invoices.imports.readers.xml.source import Element, Source

ROOT = f"{{{NAMESPACES['rsm']}}}CrossIndustryInvoice"
_TRADE = "rsm:SupplyChainTradeTransaction"
_ISSUED = "rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString"


def read(root: Element) -> tuple[Document, Source]:
    """The document, not completed yet, and what was wrong."""
    source = Source(NAMESPACES)
    trade = source.find(root, _TRADE)
    settled = source.find(trade, "ram:ApplicableHeaderTradeSettlement")
    agreed = source.find(trade, "ram:ApplicableHeaderTradeAgreement")
    delivered = source.find(trade, "ram:ApplicableHeaderTradeDelivery")
    code = source.text(root, "rsm:ExchangedDocument/ram:TypeCode")
    currency = source.text(settled, "ram:InvoiceCurrencyCode")
    totals = _totals(settled, source)
    order = source.text(agreed, "ram:SellerOrderReferencedDocument/ram:IssuerAssignedID")
    document = Document(
        kind=kind_of(code, source, "ram:TypeCode"),
        number=source.text(root, "rsm:ExchangedDocument/ram:ID"),
        issue_date=source.day(root, _ISSUED),
        currency=currency_of(currency, source, "ram:InvoiceCurrencyCode"),
        vat_accounting_currency=source.text(settled, "ram:TaxCurrencyCode"),
        notes=_notes(root, source),
        lines=tuple(
            cii_lines.line(line, source)
            for line in source.all(trade, "ram:IncludedSupplyChainTradeLineItem")
        ),
        totals=totals,
        prepayments=prepayments(totals),
        order=OrderReference(id="", number=order) if order else None,
        **_agreement(agreed, source),
        **_delivery(delivered, source),
        **_settlement(settled, source),
    )
    return document, source


def _notes(root: Element, source: Source) -> tuple[Note, ...]:
    return tuple(
        Note(text=text, subject_code=source.text(note, "ram:SubjectCode"))
        for note in source.all(root, "rsm:ExchangedDocument/ram:IncludedNote")
        if (text := source.text(note, "ram:Content"))
    )


def _agreement(agreed: Element | None, source: Source) -> dict[str, Any]:
    def number(name: str) -> str:
        return source.text(agreed, f"ram:{name}/ram:IssuerAssignedID")

    references = source.all(agreed, "ram:AdditionalReferencedDocument")
    by_code = {code: [one for one in references if source.text(one, "ram:TypeCode") == code]
               for code in (OBJECT, TENDER, SUPPORTING)}  # fmt: skip
    tenders, objects = by_code[TENDER], by_code[OBJECT]
    return {
        "buyer_reference": source.text(agreed, "ram:BuyerReference"),
        "seller": cii_parties.party(source.find(agreed, "ram:SellerTradeParty"), source),
        "buyer": cii_parties.party(source.find(agreed, "ram:BuyerTradeParty"), source),
        "tax_representative": cii_parties.tax_representative(
            source.find(agreed, "ram:SellerTaxRepresentativeTradeParty"), source
        ),
        "purchase_order_reference": number("BuyerOrderReferencedDocument"),
        "contract_reference": number("ContractReferencedDocument"),
        "project_reference": source.text(agreed, "ram:SpecifiedProcuringProject/ram:ID"),
        "tender_reference": source.text(tenders[0], "ram:IssuerAssignedID") if tenders else "",
        "invoiced_object": _object(objects[0], source) if objects else None,
        "supporting_documents": tuple(_supporting(one, source) for one in by_code[SUPPORTING]),
    }


def _object(node: Element, source: Source) -> Identifier:
    scheme = source.text(node, "ram:ReferenceTypeCode")
    return Identifier(value=source.text(node, "ram:IssuerAssignedID"), scheme=scheme)


def _supporting(node: Element, source: Source) -> SupportingDocument:
    return SupportingDocument(
        reference=source.text(node, "ram:IssuerAssignedID"),
        description=source.text(node, "ram:Name"),
        location=source.text(node, "ram:URIID"),
    )


def _delivery(delivered: Element | None, source: Source) -> dict[str, Any]:
    def number(name: str) -> str:
        return source.text(delivered, f"ram:{name}/ram:IssuerAssignedID")

    return {
        "delivery": delivery_or_none(cii_parties.delivery(delivered, source)),
        "despatch_advice_reference": number("DespatchAdviceReferencedDocument"),
        "receiving_advice_reference": number("ReceivingAdviceReferencedDocument"),
    }


def _settlement(settled: Element | None, source: Source) -> dict[str, Any]:
    adjustments = source.all(settled, "ram:SpecifiedTradeAllowanceCharge")
    is_charge = [cii_lines.is_charge(one, source) for one in adjustments]
    made = [cii_lines.document_adjustment(one, source) for one in adjustments]
    pairs = list(zip(made, is_charge, strict=True))
    return {
        "payee": cii_parties.payee(source.find(settled, "ram:PayeeTradeParty"), source),
        "payment": _payment(settled, source),
        "vat_breakdown": tuple(
            _subtotal(row, source) for row in source.all(settled, "ram:ApplicableTradeTax")
        ),
        "tax_point_date": source.day(
            settled, "ram:ApplicableTradeTax/ram:TaxPointDate/udt:DateString"
        ),
        "period": _period(source.find(settled, "ram:BillingSpecifiedPeriod"), source),
        "allowances": tuple(one for one, charges in pairs if not charges),
        "charges": tuple(one for one, charges in pairs if charges),
        "payment_terms": source.text(settled, "ram:SpecifiedTradePaymentTerms/ram:Description"),
        "due_date": source.day(
            settled, "ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString"
        ),
        "preceding_invoices": tuple(
            _preceding(one, source) for one in source.all(settled, "ram:InvoiceReferencedDocument")
        ),
        "accounting_reference": source.text(
            settled, "ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID"
        ),
    }


def _period(node: Element | None, source: Source) -> Period | None:
    """BG-14, BG-26."""
    start = source.day(node, "ram:StartDateTime/udt:DateTimeString")
    end = source.day(node, "ram:EndDateTime/udt:DateTimeString")
    return Period(start=start, end=end) if start or end else None


def _payment(settled: Element | None, source: Source) -> PaymentInstructions | None:
    means = source.all(settled, "ram:SpecifiedTradeSettlementPaymentMeans")
    first = means[0] if means else None
    return means_or_none(
        PaymentInstructions(
            means_code=source.text(first, "ram:TypeCode"),
            means_text=source.text(first, "ram:Information"),
            remittance=source.text(settled, "ram:PaymentReference"),
            credit_transfers=tuple(
                transfer for one in means if (transfer := _transfer(one, source)) is not None
            ),
        )
    )


def _transfer(means: Element, source: Source) -> CreditTransfer | None:
    account = source.find(means, "ram:PayeePartyCreditorFinancialAccount")
    number = source.text(account, "ram:IBANID") or source.text(account, "ram:ProprietaryID")
    if not number:
        return None
    return CreditTransfer(
        account=number,
        account_name=source.text(account, "ram:AccountName"),
        bic=source.text(means, "ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID"),
    )


def _subtotal(node: Element, source: Source) -> VatSubtotal:
    return subtotal(
        tax(
            source.text(node, "ram:CategoryCode"),
            source.amount(node, "ram:RateApplicablePercent"),
            source,
            "ram:CategoryCode",
        ),
        source.sum(node, "ram:BasisAmount"),
        source.sum(node, "ram:CalculatedAmount"),
        source.text(node, "ram:ExemptionReason"),
        source.text(node, "ram:ExemptionReasonCode"),
    )


def _totals(settled: Element | None, source: Source) -> Totals:
    node = source.find(settled, "ram:SpecifiedTradeSettlementHeaderMonetarySummation")

    def total(name: str) -> Decimal:
        return source.sum(node, f"ram:{name}")

    currency = source.text(settled, "ram:InvoiceCurrencyCode")
    second = source.text(settled, "ram:TaxCurrencyCode")
    taxes = {
        one.get("currencyID") or currency: source.sum(one, ".")
        for one in source.all(node, "ram:TaxTotalAmount")
    }
    return Totals(
        line_net=total("LineTotalAmount"),
        allowances=total("AllowanceTotalAmount"),
        charges=total("ChargeTotalAmount"),
        net=total("TaxBasisTotalAmount"),
        tax=taxes.get(currency, ZERO),
        gross=total("GrandTotalAmount"),
        prepaid=total("TotalPrepaidAmount"),
        rounding=total("RoundingAmount"),
        payable=total("DuePayableAmount"),
        tax_in_accounting_currency=taxes.get(second) if second and second != currency else None,
    )


def _preceding(node: Element, source: Source) -> PrecedingInvoice:
    return PrecedingInvoice(
        number=source.text(node, "ram:IssuerAssignedID"),
        issue_date=source.day(node, "ram:FormattedIssueDateTime/qdt:DateTimeString"),
    )
