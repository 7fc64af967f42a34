"""An e-invoice inside a PDF: our own comes back equal, and everything else is told."""

import io
import zlib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from pikepdf import AttachedFileSpec, Name, Pdf

from saleor_invoices.documents.einvoice import cii
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.services import einvoice_finish
from saleor_invoices.documents.finisher import attach
from saleor_invoices.domain.document import EInvoiceChoice
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.readers.pdf_file import PdfReader
from saleor_invoices.imports.records import ReadOptions
from tests.documents.einvoice.samples import SAMPLES
from tests.documents.samples import sample_document
from tests.imports.readers.tables import record, written
from tests.imports.readers.test_xml import carried, reduced

OPTIONS = ReadOptions()
XML = cii.write(sample_document(2), Profile.EN16931)


def blank() -> bytes:
    out = io.BytesIO()
    with Pdf.new() as file:
        file.add_blank_page()
        file.save(out)
    return out.getvalue()


def with_files(*files: tuple[str, bytes, str], tree: bool = True) -> bytes:
    """A PDF with attached files: name, content, relation."""
    out = io.BytesIO()
    with Pdf.new() as file:
        file.add_blank_page()
        for name, content, relation in files:
            spec = AttachedFileSpec(
                file,
                content,
                filename=name,
                mime_type="text/xml",
                description="",
                creation_date="",
                mod_date="",
            )
            spec.obj.AFRelationship = Name(f"/{relation}")
            if tree:
                file.attachments[name] = spec
            else:
                file.Root.AF = pikepdf.Array([spec.obj])
        file.save(out)
    return out.getvalue()


_SOME = ("domestic", "two_rates", "credit_note", "gift_card", "complete")


@pytest.mark.parametrize("sample", _SOME)
def test_a_factur_x_of_our_own_comes_back_equal(tmp_path: Path, sample: str) -> None:
    document = SAMPLES[sample]()
    chosen = replace(document, einvoice=EInvoiceChoice(profile="en16931", syntax="cii"))
    finished = einvoice_finish(pdf=blank(), document=chosen)
    assert finished.xml
    path = written(tmp_path, finished.pdf, "invoice.pdf")
    (item,) = PdfReader().items(path, OPTIONS)
    found = record(item)
    assert reduced(found.document) == carried(document, Profile.EN16931, Syntax.CII)
    assert found.document.totals == document.totals
    assert found.document.vat_breakdown == document.vat_breakdown
    for line, original in zip(found.document.lines, document.lines, strict=True):
        assert abs(line.gross_amount - original.gross_amount) <= Decimal("0.01")
    assert found.pdf
    assert found.pdf.path == path
    assert found.xml
    assert found.xml.name == "factur-x.xml"


def test_the_files_are_there_while_the_item_is_looked_at(tmp_path: Path) -> None:
    path = written(tmp_path, with_files(("factur-x.xml", XML, "Alternative")), "a.pdf")
    items = PdfReader().items(path, OPTIONS)
    found = record(next(items))
    assert found.xml
    assert found.xml.path.read_bytes() == XML
    assert list(items) == []
    assert not found.xml.path.exists()
    assert list(PdfReader().items(path, ReadOptions(after=1))) == []
    assert PdfReader().preview(path, OPTIONS).findings == ()


@pytest.mark.parametrize(
    ("name", "relation"),
    [
        ("factur-x.xml", "Alternative"),
        ("ZUGFeRD-invoice.xml", "Alternative"),
        ("zugferd-invoice.xml", "Data"),
        ("xrechnung.xml", "Source"),
        ("invoice 42.xml", "Alternative"),
        ("factur-x.xml", "Unspecified"),
    ],
)
def test_usual_names_and_relations(tmp_path: Path, name: str, relation: str) -> None:
    path = written(tmp_path, with_files((name, XML, relation)), "a.pdf")
    (item,) = PdfReader().items(path, OPTIONS)
    assert record(item).document.number == "INV-2026-00042"


def test_a_file_that_is_associated_only(tmp_path: Path) -> None:
    pdf = with_files(("factur-x.xml", XML, "Alternative"), tree=False)
    (item,) = PdfReader().items(written(tmp_path, pdf, "a.pdf"), OPTIONS)
    assert record(item).document.number == "INV-2026-00042"


def test_one_file_under_two_names_is_one(tmp_path: Path) -> None:
    pdf = with_files(("factur-x.xml", XML, "Data"), ("zugferd-invoice.xml", XML, "Data"))
    (item,) = PdfReader().items(written(tmp_path, pdf, "a.pdf"), OPTIONS)
    assert record(item).document.number == "INV-2026-00042"


def _encrypted() -> bytes:
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(blank())) as file:
        file.save(out, encryption=pikepdf.Encryption(owner="owner", user="user"))
    return out.getvalue()


def _owner_locked() -> bytes:
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(blank())) as file:
        file.save(out, encryption=pikepdf.Encryption(owner="owner", user=""))
    return out.getvalue()


def _bomb() -> bytes:
    packed = zlib.compress(b"<a>" + b" " * 200_000_000, 9)
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(with_files(("factur-x.xml", XML, "Data")))) as file:
        stream = file.attachments["factur-x.xml"].obj.EF.F
        stream.write(packed, filter=Name.FlateDecode)
        file.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (blank, "PDF_NO_XML"),
        (lambda: with_files(("order-x.xml", XML, "Alternative")), "PDF_NO_XML"),
        (lambda: with_files(("notes.xml", XML, "Unspecified")), "PDF_NO_XML"),
        (lambda: with_files(("terms.txt", b"-", "Alternative")), "PDF_NO_XML"),
        (
            lambda: with_files(
                ("factur-x.xml", XML, "Data"), ("zugferd-invoice.xml", XML + b"\n", "Data")
            ),
            "PDF_SEVERAL_XML",
        ),
        (lambda: b"", "PDF_INVALID"),
        (lambda: b"This is no PDF at all. %%EOF", "PDF_INVALID"),
        (lambda: b"%PDF-1.7\nnothing follows\n%%EOF", "PDF_INVALID"),
        (lambda: with_files(("factur-x.xml", XML, "Data"))[:-400], "PDF_CUT_OFF"),
        (_encrypted, "PDF_ENCRYPTED"),
        (_owner_locked, "PDF_ENCRYPTED"),
        (lambda: with_files(("factur-x.xml", b"<html/>", "Data")), "XML_NO_INVOICE"),
        (lambda: with_files(("factur-x.xml", b"no xml", "Data")), "XML_INVALID"),
        (_bomb, "XML_TOO_LARGE"),
    ],
)
def test_what_is_no_e_invoice_is_told(tmp_path: Path, make: object, code: str) -> None:
    assert callable(make)
    path = written(tmp_path, make(), "a.pdf")
    with pytest.raises(InvalidInput) as error:
        list(PdfReader().items(path, OPTIONS))
    assert error.value.code == code


def test_our_own_finisher_makes_what_is_read(tmp_path: Path) -> None:
    pdf = attach(blank(), XML, sample_document(2), profile=Profile.EN16931)
    (item,) = PdfReader().items(written(tmp_path, pdf, "a.pdf"), OPTIONS)
    first = record(item)
    (again,) = PdfReader().items(written(tmp_path, pdf, "b.pdf"), OPTIONS)
    assert record(again).fingerprint == first.fingerprint
    (other,) = PdfReader().items(
        written(tmp_path, with_files(("factur-x.xml", XML, "Data")), "c.pdf"), OPTIONS
    )
    assert record(other).fingerprint != first.fingerprint
    assert record(other).document == first.document
