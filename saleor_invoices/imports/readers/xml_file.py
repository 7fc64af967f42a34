"""XML: an e-invoice of EN 16931 in one of its two syntaxes, UBL 2.1 or Cross Industry Invoice."""

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.findings import Finding, blocking, warning
from saleor_invoices.domain.totals import check, totals_differences
from saleor_invoices.imports.readers.xml import cii, ubl
from saleor_invoices.imports.readers.xml.parts import completed
from saleor_invoices.imports.readers.xml.source import Element, Source, root_of
from saleor_invoices.imports.records import (
    AttachedFile,
    CustomerKey,
    ExternalRecord,
    Item,
    OrderKey,
    Preview,
    ReadOptions,
)
from saleor_invoices.imports.shaping.fingerprints import file_fingerprint
from saleor_invoices.imports.shaping.sums import difference_told
from saleor_invoices.imports.shaping.work import shortened


class XmlReader:
    """See ``imports.records.Reader``. The external id is the seller's VAT id, or name, and number.

    A record keeps the XML as its file, and counts by it.
    """

    name = "xml"

    def preview(self, path: Path, options: ReadOptions) -> Preview:
        """See ``Reader``; an e-invoice has no columns."""
        item = xml_item(path, attached_file(path))
        return whole_preview(options, item.findings)

    def items(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """See ``Reader``: the one document of the file."""
        item = xml_item(path, attached_file(path))
        if options.after < 1:
            yield item


def whole_preview(options: ReadOptions, findings: tuple[Finding, ...]) -> Preview:
    """Of a file that says itself what is what."""
    return Preview(
        headers=(), rows=(), proposal={}, options=options, findings=findings, has_columns=False
    )


def attached_file(path: Path, name: str = "") -> AttachedFile:
    """The file with its hash."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return AttachedFile(path=path, name=name or path.name, sha256=digest)


def xml_item(
    path: Path, xml: AttachedFile, *, pdf: AttachedFile | None = None, place: str = ""
) -> Item:
    """The document of an XML file. Raises ``InvalidInput`` for what is no e-invoice at all."""
    document, findings = document_of(root_of(path))
    external_id = " ".join(
        part for part in (document.seller.vat_id or document.seller.name, document.number) if part
    )
    is_rejected = any(finding.is_blocking for finding in findings)
    record = None
    if not is_rejected:
        record = ExternalRecord(
            external_id=external_id,
            document=document,
            fingerprint=file_fingerprint(xml, pdf),
            order=OrderKey(number=document.order.number if document.order else ""),
            customer=CustomerKey(email=_email(document)),
            pdf=pdf,
            xml=xml,
        )
    return Item(
        position=1,
        place=place or xml.name,
        external_id=shortened(external_id),
        number=shortened(document.number),
        record=record,
        findings=tuple(findings),
    )


def document_of(root: Element) -> tuple[Document, list[Finding]]:
    """The document of a parsed e-invoice, and everything found.

    Raises ``InvalidInput`` XML_NO_INVOICE for other XML.
    """
    if root.tag == cii.ROOT:
        document, source = cii.read(root)
    elif root.tag in ubl.ROOTS:
        document, source = ubl.read(root)
    else:
        raise InvalidInput(
            f"The root {shortened(root.tag)} is neither a UBL Invoice or CreditNote nor a Cross"
            " Industry Invoice.",
            code="XML_NO_INVOICE",
        )
    _require(document, source)
    if not document.currency or any(one.is_blocking for one in source.findings):
        return document, source.findings
    document = completed(document)
    return document, [*source.findings, *_differences(document)]


def _require(document: Document, source: Source) -> None:
    if not document.number:
        source.missing("NUMBER_MISSING", "The invoice has no number (BT-1).", "ID")
    if document.issue_date is None:
        source.missing("ISSUE_DATE_MISSING", "The invoice has no issue date (BT-2).", "IssueDate")
    if not document.buyer.name:
        source.missing("BUYER_NAME_MISSING", "The buyer has no name (BT-44).", "Name")
    if not document.lines:
        source.missing("LINES_MISSING", "The invoice has no lines (BG-25).", "InvoiceLine")
    if document.totals.gross < 0 or document.totals.payable < 0 > document.totals.net:
        source.findings.append(_negative(document.kind, document.totals.gross))


def _negative(kind: DocumentKind, total: Decimal) -> Finding:
    return blocking(
        "NEGATIVE_INVOICE",
        f"The total of the {'credit note' if kind is DocumentKind.CREDIT_NOTE else 'invoice'}"
        f" is negative: {total}.",
        remedy="A credit note (type 381) with positive amounts.",
        column="TaxInclusiveAmount",
        value=total,
    )


def _differences(document: Document) -> list[Finding]:
    """Sums that do not hold, as the document says them: shown, and never in the way."""
    told = [difference_told(found) for found in totals_differences(document)]
    return told + [
        warning(
            "TOTALS_DIFFER",
            finding.message,
            remedy="Totals that are the sums of their parts.",
            **finding.params,
        )
        for finding in check(document)
        if finding.rule not in _TOLD
    ]


_TOLD = frozenset({"BR-CO-13", "BR-CO-14", "BR-CO-15", "BR-CO-16"})
"""Rules of the totals that ``totals_differences`` compares."""


def _email(document: Document) -> str:
    return document.buyer.contact.email if document.buyer.contact else ""
