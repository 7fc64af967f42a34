"""UBL 2.1 Invoice and CreditNote, as XRechnung and Peppol BIS Billing want them.

The order of elements is that of the OASIS schemas, which differs between the two documents; the
comments name the terms of EN 16931 by CEN/TS 16931-3-2.
"""

from collections.abc import Iterator

from saleor_invoices.documents.einvoice import ubl_lines, ubl_parties
from saleor_invoices.documents.einvoice.prepare import NOT_DEFINED, prepared
from saleor_invoices.documents.einvoice.profiles import Profile
from saleor_invoices.documents.einvoice.ubl_parts import (
    CREDIT_NOTE,
    INVOICE,
    NAMESPACES,
    allowance_charge,
    category,
    day,
    money,
    money_unless_zero,
    period,
    reference,
)
from saleor_invoices.documents.einvoice.xml import Node, leaf, node, serialise
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import (
    CreditTransfer,
    Delivery,
    Document,
    Note,
    PaymentInstructions,
    SupportingDocument,
)

_OBJECT, _PROJECT = "130", "50"  # UNTDID 1001
_NO_PURCHASE_ORDER = "NA"  # Peppol BIS Billing 3, on a sales order without a purchase order


def write(document: Document, profile: Profile) -> bytes:
    """The document as UTF-8 XML; alike documents give alike bytes.

    For a document that ``representable`` has nothing against; another one gives XML that the
    rules refuse, or raises ``InvalidInput`` INEXACT_AMOUNT.
    """
    namespace = CREDIT_NOTE if _is_credit(document) else INVOICE
    root = tree(prepared(document, profile), profile)
    return serialise(root, {"ubl": namespace, **NAMESPACES})


def tree(document: Document, profile: Profile) -> Node:
    """The elements of a prepared document."""
    is_credit = _is_credit(document)
    head = _credit_note_head(document) if is_credit else _invoice_head(document)
    parts = (
        leaf("cbc:CustomizationID", profile.specification),  # BT-24
        leaf("cbc:ProfileID", profile.business_process),  # BT-23
        leaf("cbc:ID", document.number),  # BT-1
        day("cbc:IssueDate", document.issue_date),  # BT-2
        *head,
        *_references(document),
        *_parties(document),
        *_payment(document),
        *_sums(document),
        *(ubl_lines.line(line, document.currency, is_credit=is_credit) for line in document.lines),
    )
    name = "ubl:CreditNote" if is_credit else "ubl:Invoice"
    return Node(name, children=tuple(part for part in parts if part))


def _is_credit(document: Document) -> bool:
    return document.kind is DocumentKind.CREDIT_NOTE


def _invoice_head(document: Document) -> Iterator[Node | None]:
    yield day("cbc:DueDate", document.due_date)  # BT-9
    yield leaf("cbc:InvoiceTypeCode", document.kind.type_code)  # BT-3
    yield from map(_note, document.notes)
    yield day("cbc:TaxPointDate", document.tax_point_date)  # BT-7
    yield from _codes(document)


def _credit_note_head(document: Document) -> Iterator[Node | None]:
    yield day("cbc:TaxPointDate", document.tax_point_date)  # BT-7
    yield leaf("cbc:CreditNoteTypeCode", document.kind.type_code)  # BT-3
    yield from map(_note, document.notes)
    yield from _codes(document)


def _codes(document: Document) -> Iterator[Node | None]:
    yield leaf("cbc:DocumentCurrencyCode", document.currency)  # BT-5
    yield leaf("cbc:TaxCurrencyCode", document.vat_accounting_currency)  # BT-6
    yield leaf("cbc:AccountingCost", document.accounting_reference)  # BT-19
    yield leaf("cbc:BuyerReference", document.buyer_reference)  # BT-10
    yield period(document.period)  # BG-14


def _note(note: Note) -> Node | None:
    # The syntax has no place for BT-21: it stands before the text, between number signs.
    code = f"#{note.subject_code}#" if note.subject_code else ""
    return leaf("cbc:Note", code + note.text)


def _references(document: Document) -> Iterator[Node | None]:
    yield _order(document)
    for invoice in document.preceding_invoices:  # BG-3
        issued = day("cbc:IssueDate", invoice.issue_date)  # BT-26
        yield node(
            "cac:BillingReference",
            reference("cac:InvoiceDocumentReference", invoice.number, issued),  # BT-25
        )
    yield reference("cac:DespatchDocumentReference", document.despatch_advice_reference)  # BT-16
    yield reference("cac:ReceiptDocumentReference", document.receiving_advice_reference)  # BT-15
    contract = reference("cac:ContractDocumentReference", document.contract_reference)  # BT-12
    tender = reference("cac:OriginatorDocumentReference", document.tender_reference)  # BT-17
    if _is_credit(document):
        yield contract
        yield from _additional_references(document)
        yield tender
        return
    yield tender
    yield contract
    yield from _additional_references(document)
    yield reference("cac:ProjectReference", document.project_reference)  # BT-11


def _order(document: Document) -> Node | None:
    sales_order = document.order.number if document.order else ""
    purchase_order = document.purchase_order_reference
    if sales_order and not purchase_order:
        purchase_order = _NO_PURCHASE_ORDER  # the schema wants an ID beside a SalesOrderID
    return reference(
        "cac:OrderReference", purchase_order, leaf("cbc:SalesOrderID", sales_order)
    )  # BT-13, BT-14


def _additional_references(document: Document) -> Iterator[Node | None]:
    invoiced = document.invoiced_object
    if invoiced:  # BT-18
        yield node(
            "cac:AdditionalDocumentReference",
            leaf("cbc:ID", invoiced.value, schemeID=invoiced.scheme),
            leaf("cbc:DocumentTypeCode", _OBJECT),
        )
    if _is_credit(document):  # a credit note has no ProjectReference (BT-11)
        code = leaf("cbc:DocumentTypeCode", _PROJECT)
        yield reference("cac:AdditionalDocumentReference", document.project_reference, code)
    yield from map(_supporting, document.supporting_documents)


def _supporting(document: SupportingDocument) -> Node | None:
    uri = leaf("cbc:URI", document.location)  # BT-124
    return reference(
        "cac:AdditionalDocumentReference",
        document.reference,  # BT-122
        leaf("cbc:DocumentDescription", document.description),  # BT-123
        node("cac:Attachment", node("cac:ExternalReference", uri)),
    )


def _parties(document: Document) -> Iterator[Node | None]:
    yield ubl_parties.seller(document.seller)
    yield ubl_parties.buyer(document.buyer)
    yield ubl_parties.payee(document.payee)
    yield ubl_parties.tax_representative(document.tax_representative)
    yield ubl_parties.delivery(document.delivery or Delivery())


def _payment(document: Document) -> Iterator[Node | None]:
    payment = document.payment
    if _is_credit(document) and document.due_date and not payment:
        payment = PaymentInstructions(means_code=NOT_DEFINED)  # the due date stands inside it
    if payment:
        yield from _payment_means(document, payment)
    yield node("cac:PaymentTerms", leaf("cbc:Note", document.payment_terms))  # BT-20


def _payment_means(document: Document, payment: PaymentInstructions) -> Iterator[Node | None]:
    # One for each account, of which the first has what may be there once (UBL-SR-45, UBL-SR-46).
    due = document.due_date if _is_credit(document) else None
    name = payment.means_text
    transfers: tuple[CreditTransfer | None, ...] = payment.credit_transfers or (None,)
    for transfer in transfers:
        yield node(
            "cac:PaymentMeans",
            leaf("cbc:PaymentMeansCode", payment.means_code, name=name),  # BT-81, BT-82
            day("cbc:PaymentDueDate", due),  # BT-9
            leaf("cbc:PaymentID", payment.remittance),  # BT-83
            _account(transfer) if transfer else None,
        )
        due, name = None, ""


def _account(transfer: CreditTransfer) -> Node | None:
    return node(
        "cac:PayeeFinancialAccount",
        leaf("cbc:ID", transfer.account.replace(" ", "")),  # BT-84
        leaf("cbc:Name", transfer.account_name),  # BT-85
        node("cac:FinancialInstitutionBranch", leaf("cbc:ID", transfer.bic)),  # BT-86
    )


def _sums(document: Document) -> Iterator[Node | None]:
    currency = document.currency
    for allowance in document.allowances:  # BG-20
        yield allowance_charge(allowance, currency, is_charge=False)
    for charge in document.charges:  # BG-21
        yield allowance_charge(charge, currency, is_charge=True)
    yield _tax_total(document)
    accounted = document.totals.tax_in_accounting_currency
    if accounted is not None:  # BT-111
        other = document.vat_accounting_currency
        yield node("cac:TaxTotal", money("cbc:TaxAmount", accounted, other))
    yield _monetary_total(document)


def _tax_total(document: Document) -> Node | None:
    currency = document.currency
    return node(
        "cac:TaxTotal",
        money("cbc:TaxAmount", document.totals.tax, currency),  # BT-110
        (
            node(
                "cac:TaxSubtotal",
                money("cbc:TaxableAmount", row.taxable_amount, currency),  # BT-116
                money("cbc:TaxAmount", row.tax_amount, currency),  # BT-117
                category("cac:TaxCategory", row.tax, in_breakdown=True),  # BT-118 to BT-121
            )
            for row in document.vat_breakdown
        ),
    )


def _monetary_total(document: Document) -> Node | None:
    totals, currency = document.totals, document.currency
    return node(
        "cac:LegalMonetaryTotal",
        money("cbc:LineExtensionAmount", totals.line_net, currency),  # BT-106
        money("cbc:TaxExclusiveAmount", totals.net, currency),  # BT-109
        money("cbc:TaxInclusiveAmount", totals.gross, currency),  # BT-112
        money_unless_zero("cbc:AllowanceTotalAmount", totals.allowances, currency),  # BT-107
        money_unless_zero("cbc:ChargeTotalAmount", totals.charges, currency),  # BT-108
        money_unless_zero("cbc:PrepaidAmount", totals.prepaid, currency),  # BT-113
        money_unless_zero("cbc:PayableRoundingAmount", totals.rounding, currency),  # BT-114
        money("cbc:PayableAmount", totals.payable, currency),  # BT-115
    )
