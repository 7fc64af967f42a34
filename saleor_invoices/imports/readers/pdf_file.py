"""PDF: Factur-X, ZUGFeRD and their like, an e-invoice inside the page that people read.

The XML is the document; the PDF goes with it as it is.
"""

import tempfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pikepdf
from pikepdf import Name

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.readers.xml.source import MOST_BYTES
from saleor_invoices.imports.readers.xml_file import attached_file, whole_preview, xml_item
from saleor_invoices.imports.records import AttachedFile, Item, Preview, ReadOptions

MOST_PDF_BYTES = 100_000_000
NAMES = ("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml")
"""What the standards call it: Factur-X 1.0 and ZUGFeRD 2.1, ZUGFeRD 1.0 and 2.0, XRechnung."""
_ORDERS = ("order-x.xml",)
_RELATIONS = frozenset({"/Alternative", "/Data", "/Source"})  # ISO 19005-3, annex E
_HEAD_BYTES, _TAIL_BYTES = 1_024, 2_048


class PdfReader:
    """See ``imports.records.Reader``. The record's files are there while its item is looked at."""

    name = "pdf"

    def preview(self, path: Path, options: ReadOptions) -> Preview:
        """See ``Reader``; an e-invoice has no columns."""
        with tempfile.TemporaryDirectory(prefix="import-") as folder:
            item = pdf_item(path, attached_file(path), Path(folder))
        return whole_preview(options, item.findings)

    def items(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """See ``Reader``: the one document of the file."""
        with tempfile.TemporaryDirectory(prefix="import-") as folder:
            item = pdf_item(path, attached_file(path), Path(folder))
            if options.after < 1:
                yield item


def pdf_item(path: Path, pdf: AttachedFile, folder: Path, *, place: str = "") -> Item:
    """The document inside a PDF; its XML is written into the folder.

    Raises ``InvalidInput`` PDF_INVALID, PDF_CUT_OFF, PDF_TOO_LARGE, PDF_ENCRYPTED, PDF_NO_XML,
    PDF_SEVERAL_XML, and what is wrong with the XML.
    """
    name, content = embedded(path)
    target = folder / f"{pdf.sha256}.xml"
    target.write_bytes(content)
    xml = attached_file(target, name)
    return xml_item(target, xml, pdf=pdf, place=place or pdf.name)


def embedded(path: Path) -> tuple[str, bytes]:
    """Name and content of the one e-invoice in the PDF. Raises as ``pdf_item`` does."""
    check_pdf(path)
    try:
        with pikepdf.open(path) as file:
            if file.is_encrypted:
                raise _encrypted()
            return _chosen(_xml_files(file))
    except pikepdf.PasswordError as error:
        raise _encrypted() from error
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise InvalidInput(f"The PDF can't be read: {error}", code="PDF_INVALID") from error


def check_pdf(path: Path) -> None:
    """That it is a whole PDF, by its first and last bytes."""
    size = path.stat().st_size
    if size > MOST_PDF_BYTES:
        raise InvalidInput(
            f"The PDF is larger than {MOST_PDF_BYTES // 1_000_000} MB.", code="PDF_TOO_LARGE"
        )
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        file.seek(max(0, size - _TAIL_BYTES))
        tail = file.read()
    if b"%PDF-" not in head:
        raise InvalidInput("This is no PDF.", code="PDF_INVALID")
    if b"%%EOF" not in tail:
        raise InvalidInput("The PDF was cut off: its end is missing.", code="PDF_CUT_OFF")


def _encrypted() -> InvalidInput:
    return InvalidInput("The PDF is encrypted.", code="PDF_ENCRYPTED")


def _xml_files(file: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """The attached files that may be an e-invoice, by name."""
    specs: dict[str, pikepdf.Object] = {name: spec.obj for name, spec in file.attachments.items()}
    for spec in file.Root.get(Name.AF, pikepdf.Array()).as_list():
        name = str(spec.get(Name.UF, spec.get(Name.F, "")))
        specs.setdefault(name, spec)
    xml = {name: spec for name, spec in specs.items() if name.lower().endswith(".xml")}
    usual = {name: spec for name, spec in xml.items() if name.lower() in NAMES}
    return usual or {
        name: spec
        for name, spec in xml.items()
        if name.lower() not in _ORDERS and str(spec.get(Name.AFRelationship, "")) in _RELATIONS
    }


def _chosen(specs: Mapping[str, pikepdf.Object]) -> tuple[str, bytes]:
    found = {_content(spec): name for name, spec in specs.items()}
    if not found:
        raise InvalidInput(
            "There is no e-invoice inside the PDF: no attached factur-x.xml, zugferd-invoice.xml"
            " or xrechnung.xml.",
            code="PDF_NO_XML",
        )
    if len(found) > 1:
        raise InvalidInput(
            f"There are several e-invoices inside the PDF: {', '.join(sorted(specs))}.",
            code="PDF_SEVERAL_XML",
        )
    ((content, name),) = found.items()
    return name, content


def _content(spec: pikepdf.Object) -> bytes:
    """The attached file, inflated no further than an e-invoice may be long."""
    files = spec[Name.EF]
    stream = files[Name.F] if Name.F in files else files[Name.UF]
    filters = stream.get(Name.Filter, pikepdf.Array())
    names = [str(one) for one in filters.as_list()] if _is_array(filters) else [str(filters)]
    raw: bytes = stream.read_raw_bytes()
    if not names:
        content = raw
    elif names == ["/FlateDecode"] and Name.DecodeParms not in stream:
        content = _inflated(raw)
    else:
        raise InvalidInput(
            f"The XML inside the PDF is packed in a way that is not read: {' '.join(names)}.",
            code="PDF_INVALID",
        )
    if len(content) > MOST_BYTES:
        raise InvalidInput("The XML inside the PDF is too large.", code="XML_TOO_LARGE")
    return content


def _inflated(raw: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw, MOST_BYTES + 1)
    except zlib.error as error:
        raise InvalidInput("The XML inside the PDF is broken.", code="PDF_INVALID") from error


def _is_array(value: pikepdf.Object) -> bool:
    return isinstance(value, pikepdf.Array)
