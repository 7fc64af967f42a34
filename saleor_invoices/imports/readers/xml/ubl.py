"""UBL 2.1 Invoice and CreditNote, term by term as ``documents.einvoice.ubl``."""

import re
from decimal import Decimal
from typing import Any

from saleor_invoices.documents.einvoice.prepare import NOT_DEFINED
from saleor_invoices.documents.einvoice.ubl_parts import CREDIT_NOTE, INVOICE, NAMESPACES
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import (
    CreditTransfer,
    Document,
    Note,
    OrderReference,
    PaymentInstructions,
    PrecedingInvoice,
    SupportingDocument,
    Totals,
    VatSubtotal,
)
from saleor_invoices.domain.money import ZERO
from saleor_invoices.imports.readers.xml import ubl_parts
from saleor_invoices.imports.readers.xml.parts import (
    currency_of,
    delivery_or_none,
    identifier,
    kind_of,
    means_or_none,
    prepayments,
    subtotal,
)
from saleor_invoices.imports.readers.xml.source import Element, Source

ROOTS = (f"{{{INVOICE}}}Invoice", f"{{{CREDIT_NOTE}}}CreditNote")
_PROJECT = "50"  # UNTDID 1001: of a credit note
_CODED_NOTE = re.compile(r"#([A-Z]{3})#(.*)", re.DOTALL)
_NO_PURCHASE_ORDER = "NA"
_TEXTS = {
    "vat_accounting_currency": "cbc:TaxCurrencyCode",
    "accounting_reference": "cbc:AccountingCost",
    "buyer_reference": "cbc:BuyerReference",
    "despatch_advice_reference": "cac:DespatchDocumentReference/cbc:ID",
    "receiving_advice_reference": "cac:ReceiptDocumentReference/cbc:ID",
    "contract_reference": "cac:ContractDocumentReference/cbc:ID",
    "tender_reference": "cac:OriginatorDocumentReference/cbc:ID",
    "payment_terms": "cac:PaymentTerms/cbc:Note",
}


def read(root: Element) -> tuple[Document, Source]:
    """The document, not completed yet, and what was wrong."""
    source = Source(NAMESPACES)
    is_credit = root.tag == ROOTS[1]
    currency = source.text(root, "cbc:DocumentCurrencyCode")
    totals = _totals(root, currency, source)
    document = Document(
        kind=_kind(root, source, is_credit=is_credit),
        number=source.text(root, "cbc:ID"),
        issue_date=source.day(root, "cbc:IssueDate"),
        due_date=source.day(root, "cbc:DueDate")
        or source.day(root, "cac:PaymentMeans/cbc:PaymentDueDate"),
        tax_point_date=source.day(root, "cbc:TaxPointDate"),
        currency=currency_of(currency, source, "cbc:DocumentCurrencyCode"),
        notes=tuple(_note(source.text(one, ".")) for one in source.all(root, "cbc:Note")),
        lines=tuple(
            ubl_parts.line(one, source)
            for one in source.all(root, "cac:CreditNoteLine" if is_credit else "cac:InvoiceLine")
        ),
        totals=totals,
        prepayments=prepayments(totals),
        payment=_payment(root, source, is_credit=is_credit),
        vat_breakdown=tuple(
            _subtotal(one, source) for one in source.all(root, "cac:TaxTotal/cac:TaxSubtotal")
        ),
        **_texts(root, source),
        **_references(root, source, is_credit=is_credit),
        **_parts(root, source),
    )
    return document, source


def _texts(root: Element, source: Source) -> dict[str, Any]:
    return {name: source.text(root, path) for name, path in _TEXTS.items()}


def _kind(root: Element, source: Source, *, is_credit: bool) -> DocumentKind:
    name = "cbc:CreditNoteTypeCode" if is_credit else "cbc:InvoiceTypeCode"
    code = source.text(root, name)
    if is_credit and code == "":
        return DocumentKind.CREDIT_NOTE
    return kind_of(code, source, name)


def _note(text: str) -> Note:
    found = _CODED_NOTE.fullmatch(text)
    return Note(text=found[2], subject_code=found[1]) if found else Note(text=text)


def _references(root: Element, source: Source, *, is_credit: bool) -> dict[str, Any]:
    order = source.text(root, "cac:OrderReference/cbc:SalesOrderID")
    purchase = source.text(root, "cac:OrderReference/cbc:ID")
    references = source.all(root, "cac:AdditionalDocumentReference")
    codes = [source.text(one, "cbc:DocumentTypeCode") for one in references]
    pairs = list(zip(references, codes, strict=True))
    objects = [one for one, code in pairs if code == ubl_parts.OBJECT]
    projects = [one for one, code in pairs if is_credit and code == _PROJECT]
    others = [one for one in references if one not in objects and one not in projects]
    project = source.text(projects[0], "cbc:ID") if projects else ""
    return {
        "order": OrderReference(id="", number=order) if order else None,
        "purchase_order_reference": "" if order and purchase == _NO_PURCHASE_ORDER else purchase,
        "preceding_invoices": tuple(
            _preceding(one, source)
            for one in source.all(root, "cac:BillingReference/cac:InvoiceDocumentReference")
        ),
        "invoiced_object": identifier(source.find(objects[0], "cbc:ID")) if objects else None,
        "project_reference": project or source.text(root, "cac:ProjectReference/cbc:ID"),
        "supporting_documents": tuple(_supporting(one, source) for one in others),
    }


def _preceding(node: Element, source: Source) -> PrecedingInvoice:
    return PrecedingInvoice(
        number=source.text(node, "cbc:ID"), issue_date=source.day(node, "cbc:IssueDate")
    )


def _supporting(node: Element, source: Source) -> SupportingDocument:
    return SupportingDocument(
        reference=source.text(node, "cbc:ID"),
        description=source.text(node, "cbc:DocumentDescription"),
        location=source.text(node, "cac:Attachment/cac:ExternalReference/cbc:URI"),
    )


def _parts(root: Element, source: Source) -> dict[str, Any]:
    found = source.all(root, "cac:AllowanceCharge")
    charges = [one for one in found if ubl_parts.is_charge(one, source)]
    allowances = [one for one in found if one not in charges]
    return {
        "seller": ubl_parts.party(
            source.find(root, "cac:AccountingSupplierParty/cac:Party"), source
        ),
        "buyer": ubl_parts.party(
            source.find(root, "cac:AccountingCustomerParty/cac:Party"), source
        ),
        "payee": ubl_parts.payee(source.find(root, "cac:PayeeParty"), source),
        "tax_representative": ubl_parts.tax_representative(
            source.find(root, "cac:TaxRepresentativeParty"), source
        ),
        "delivery": delivery_or_none(ubl_parts.delivery(source.find(root, "cac:Delivery"), source)),
        "period": ubl_parts.period(source.find(root, "cac:InvoicePeriod"), source),
        "allowances": tuple(ubl_parts.document_adjustment(one, source) for one in allowances),
        "charges": tuple(ubl_parts.document_adjustment(one, source) for one in charges),
    }


def _payment(root: Element, source: Source, *, is_credit: bool) -> PaymentInstructions | None:
    means = source.all(root, "cac:PaymentMeans")
    first = means[0] if means else None
    code = source.find(first, "cbc:PaymentMeansCode")
    found = PaymentInstructions(
        means_code=source.text(first, "cbc:PaymentMeansCode"),
        means_text=(code.get("name") or "").strip() if code is not None else "",
        remittance=source.text(first, "cbc:PaymentID"),
        credit_transfers=tuple(
            transfer for one in means if (transfer := _transfer(one, source)) is not None
        ),
    )
    if is_credit and found == PaymentInstructions(means_code=NOT_DEFINED):
        return None  # there for the due date only
    return means_or_none(found)


def _transfer(means: Element, source: Source) -> CreditTransfer | None:
    account = source.find(means, "cac:PayeeFinancialAccount")
    number = source.text(account, "cbc:ID")
    if not number:
        return None
    return CreditTransfer(
        account=number,
        account_name=source.text(account, "cbc:Name"),
        bic=source.text(account, "cac:FinancialInstitutionBranch/cbc:ID"),
    )


def _subtotal(node: Element, source: Source) -> VatSubtotal:
    category = source.find(node, "cac:TaxCategory")
    return subtotal(
        ubl_parts.category(category, source),
        source.sum(node, "cbc:TaxableAmount"),
        source.sum(node, "cbc:TaxAmount"),
        source.text(category, "cbc:TaxExemptionReason"),
        source.text(category, "cbc:TaxExemptionReasonCode"),
    )


def _totals(root: Element, currency: str, source: Source) -> Totals:
    node = source.find(root, "cac:LegalMonetaryTotal")

    def total(name: str) -> Decimal:
        return source.sum(node, f"cbc:{name}Amount")

    second = source.text(root, "cbc:TaxCurrencyCode")
    taxes = {
        one.get("currencyID") or currency: source.sum(one, ".")
        for one in source.all(root, "cac:TaxTotal/cbc:TaxAmount")
    }
    return Totals(
        line_net=total("LineExtension"),
        allowances=total("AllowanceTotal"),
        charges=total("ChargeTotal"),
        net=total("TaxExclusive"),
        tax=taxes.get(currency, ZERO),
        gross=total("TaxInclusive"),
        prepaid=total("Prepaid"),
        rounding=total("PayableRounding"),
        payable=total("Payable"),
        tax_in_accounting_currency=taxes.get(second) if second and second != currency else None,
    )
