"""UN/CEFACT Cross Industry Invoice, as Factur-X, ZUGFeRD and XRechnung want it.

The order of elements is that of the schemas D16B to D22B; the comments name the terms of
EN 16931 by CEN/TS 16931-3-3.
"""

from collections.abc import Iterable, Iterator

from saleor_invoices.documents.einvoice import cii_lines, cii_parties, cii_settlement
from saleor_invoices.documents.einvoice.cii_parts import NAMESPACES, date_time, reference
from saleor_invoices.documents.einvoice.prepare import prepared
from saleor_invoices.documents.einvoice.profiles import Profile
from saleor_invoices.documents.einvoice.xml import Node, leaf, node, parsed, serialise
from saleor_invoices.domain.document import Delivery, Document, Identifier, SupportingDocument

OBJECT, TENDER, SUPPORTING = "130", "50", "916"  # UNTDID 1001: what a reference is of
_SPECIFICATION = ".//ram:GuidelineSpecifiedDocumentContextParameter/ram:ID"


def write(document: Document, profile: Profile) -> bytes:
    """The document as UTF-8 XML; alike documents give alike bytes.

    For a document that ``representable`` has nothing against; another one gives XML that the
    rules refuse, or raises ``InvalidInput`` INEXACT_AMOUNT.
    """
    return serialise(tree(prepared(document, profile), profile), NAMESPACES)


def specification(xml: bytes) -> str:
    """BT-24 of a Cross Industry Invoice; empty for other XML.

    Raises ``InvalidInput`` XML_INVALID for none.
    """
    found = parsed(xml).find(_SPECIFICATION, NAMESPACES)
    return "" if found is None else str(found.text or "").strip()


def tree(document: Document, profile: Profile) -> Node:
    """The elements of a prepared document."""
    parts = (
        _context(profile),
        _header(document),
        node(
            "rsm:SupplyChainTradeTransaction",
            (cii_lines.line(line) for line in document.lines),
            _agreement(document),
            # The element is mandatory, also with nothing in it.
            _delivery(document) or Node("ram:ApplicableHeaderTradeDelivery"),
            cii_settlement.settlement(document),
        ),
    )
    return Node("rsm:CrossIndustryInvoice", children=tuple(part for part in parts if part))


def _context(profile: Profile) -> Node | None:
    return node(
        "rsm:ExchangedDocumentContext",
        node(
            "ram:BusinessProcessSpecifiedDocumentContextParameter",
            leaf("ram:ID", profile.business_process),  # BT-23
        ),
        node(
            "ram:GuidelineSpecifiedDocumentContextParameter",
            leaf("ram:ID", profile.specification),  # BT-24
        ),
    )


def _header(document: Document) -> Node | None:
    return node(
        "rsm:ExchangedDocument",
        leaf("ram:ID", document.number),  # BT-1
        leaf("ram:TypeCode", document.kind.type_code),  # BT-3
        date_time("ram:IssueDateTime", document.issue_date),  # BT-2
        (
            node(
                "ram:IncludedNote",
                leaf("ram:Content", note.text),  # BT-22
                leaf("ram:SubjectCode", note.subject_code),  # BT-21
            )
            for note in document.notes
        ),
    )


def _agreement(document: Document) -> Node | None:
    order = document.order
    return node(
        "ram:ApplicableHeaderTradeAgreement",
        leaf("ram:BuyerReference", document.buyer_reference),  # BT-10
        cii_parties.seller(document.seller),
        cii_parties.buyer(document.buyer),
        cii_parties.tax_representative(document.tax_representative),
        reference("ram:SellerOrderReferencedDocument", order.number if order else ""),  # BT-14
        reference("ram:BuyerOrderReferencedDocument", document.purchase_order_reference),  # BT-13
        reference("ram:ContractReferencedDocument", document.contract_reference),  # BT-12
        _additional_references(document),
        _project(document.project_reference),
    )


def _additional_references(document: Document) -> Iterator[Node | None]:
    yield from _supporting(document.supporting_documents)
    if document.tender_reference:
        yield _typed_reference(Identifier(value=document.tender_reference), TENDER)  # BT-17
    if document.invoiced_object:
        yield _typed_reference(document.invoiced_object, OBJECT)  # BT-18


def _supporting(documents: Iterable[SupportingDocument]) -> Iterator[Node | None]:
    for document in documents:  # BG-24
        yield node(
            "ram:AdditionalReferencedDocument",
            leaf("ram:IssuerAssignedID", document.reference),  # BT-122
            leaf("ram:URIID", document.location),  # BT-124
            leaf("ram:TypeCode", SUPPORTING),
            leaf("ram:Name", document.description),  # BT-123
        )


def _typed_reference(identifier: Identifier, code: str) -> Node | None:
    return node(
        "ram:AdditionalReferencedDocument",
        leaf("ram:IssuerAssignedID", identifier.value),
        leaf("ram:TypeCode", code),
        leaf("ram:ReferenceTypeCode", identifier.scheme),  # BT-18-1
    )


def _project(reference_id: str) -> Node | None:
    if not reference_id:
        return None
    return node(
        "ram:SpecifiedProcuringProject",
        leaf("ram:ID", reference_id),  # BT-11
        leaf("ram:Name", "Project reference"),  # the syntax wants a name, the standard has none
    )


def _delivery(document: Document) -> Node | None:
    delivery = document.delivery or Delivery()
    return node(
        "ram:ApplicableHeaderTradeDelivery",
        cii_parties.ship_to(delivery),
        node(
            "ram:ActualDeliverySupplyChainEvent",
            date_time("ram:OccurrenceDateTime", delivery.supply_date),  # BT-72
        ),
        reference("ram:DespatchAdviceReferencedDocument", document.despatch_advice_reference),
        reference("ram:ReceivingAdviceReferencedDocument", document.receiving_advice_reference),
    )
