"""JSON Lines: one document a line, in the shape of the API, or as our own export writes it."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.findings import Finding, Severity, blocking
from saleor_invoices.imports.readers.attachments import Attachments, NoAttachments, attached
from saleor_invoices.imports.readers.own_export import is_own_export, shape_of_export
from saleor_invoices.imports.readers.seen import Seen
from saleor_invoices.imports.records import Item, Preview, ReadOptions
from saleor_invoices.imports.shapes import decode
from saleor_invoices.imports.shaping.record import record_of
from saleor_invoices.imports.shaping.structs import InvoiceShape
from saleor_invoices.imports.shaping.work import shortened

MOST_LINE_BYTES = 5_000_000
_MARK = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_SHOWN = 20


class JsonLinesReader:
    """See ``imports.records.Reader``."""

    name = "jsonl"

    def preview(self, path: Path, options: ReadOptions) -> Preview:
        """See ``Reader``: number, date and buyer of the first documents."""
        rows: list[tuple[str, ...]] = []
        findings: list[Finding] = []
        for item in self.items(path, options):
            findings.extend(item.findings)
            rows.append((item.place, item.number, item.external_id))
            if len(rows) >= _SHOWN:
                break
        return Preview(
            headers=("place", "number", "externalId"),
            rows=tuple(rows),
            proposal={},
            options=options,
            findings=tuple(findings),
            has_columns=False,
        )

    def items(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """See ``Reader``."""
        return self.items_with(path, options, NoAttachments())

    def items_with(self, path: Path, options: ReadOptions, files: Attachments) -> Iterator[Item]:
        """The items, with PDFs that lie beside the file."""
        seen, position = Seen(), 0
        with path.open("rb") as file:
            for number, line in _lines(file):
                position += 1
                shape, findings = _shape(line)
                key = shape.external_id or shape.number
                earlier = seen.first(key, number) if key else 0
                if position <= options.after:
                    continue
                if earlier:
                    findings = [_duplicate(key, earlier)]
                yield _item(shape, findings, files, options, (position, number))


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := file.readline(MOST_LINE_BYTES + 1):
        number += 1
        if number == 1:
            line = _begun(line)
        if len(line) > MOST_LINE_BYTES:
            raise InvalidInput(
                f"Line {number} is longer than {MOST_LINE_BYTES // 1_000_000} MB.",
                code="LINE_TOO_LONG",
                params={"place": f"line {number}"},
            )
        if line.strip():
            yield number, line


def _begun(line: bytes) -> bytes:
    if line.startswith(_WIDE):
        raise InvalidInput("JSON Lines are written in UTF-8.", code="ENCODING_INVALID")
    line = line.removeprefix(_MARK)
    if line.lstrip().startswith(b"["):
        raise InvalidInput(
            "This is a JSON array; JSON Lines have one document a line and no brackets around.",
            code="JSON_NOT_LINES",
        )
    return line


def _shape(line: bytes) -> tuple[InvoiceShape, list[Finding]]:
    try:
        return (shape_of_export(line) if is_own_export(line) else decode(line)), []
    except InvalidInput as error:
        finding = blocking(
            error.code,
            error.message,
            remedy="One JSON object a line, with the fields that the documentation lists.",
            column=error.params.get("field", ""),
        )
        return InvoiceShape(), [finding]


def _item(
    shape: InvoiceShape,
    findings: list[Finding],
    files: Attachments,
    options: ReadOptions,
    where: tuple[int, int],
) -> Item:
    position, number = where
    record = None
    if not findings:
        pdf, found = attached(shape.pdf_file, files, "pdfFile")
        record, noticed = record_of(shape, options=options, pdf=pdf)
        findings = [*found, *noticed]
    if any(finding.is_blocking for finding in findings):
        record = None
    place = f"line {number}"
    return Item(
        position=position,
        place=place,
        external_id=shortened(shape.external_id or shape.number),
        number=shortened(shape.number),
        record=record,
        findings=tuple(_placed(finding, place) for finding in findings),
    )


def _placed(finding: Finding, place: str) -> Finding:
    return Finding(
        code=finding.code,
        severity=Severity(finding.severity),
        message=finding.message,
        remedy=finding.remedy,
        params={**finding.params, "place": place},
    )


def _duplicate(key: str, earlier: int) -> Finding:
    return blocking(
        "DUPLICATE_IN_FILE",
        f"{shortened(key)} is in line {earlier} already.",
        remedy="Each invoice once.",
        column="externalId",
        value=shortened(key),
        earlier=f"line {earlier}",
    )
