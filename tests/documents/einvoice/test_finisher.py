"""The finished file: what veraPDF looks at, what was there before, and the XML back out of it."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import facturx
import pikepdf
import pytest
from django.conf import settings
from lxml import etree
from pikepdf.pdfa import validate_written
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from xhtml2pdf import pisa

from saleor_invoices.documents import finisher
from saleor_invoices.documents.einvoice import cii
from saleor_invoices.documents.einvoice.profiles import Profile
from saleor_invoices.documents.port import Template
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.documents.xmp import Conformance
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import InvalidInput
from tests.documents.einvoice.samples import SAMPLES, many_lines
from tests.documents.pdf import opened, pdf_text, structure_types
from tests.documents.samples import sample_document

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "fx": "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
}
PAGE = """<html><head><title>Invoice INV-2026-00042</title>
<style>@font-face {{ font-family: Sample; src: url("{font}") }} * {{ font-family: Sample }}</style>
</head><body><p>Łódź, 49.80 €, <a href="https://invoices.example.com">open</a></p></body></html>"""


@pytest.fixture(scope="module")
def document() -> Document:
    return sample_document(5)


@pytest.fixture(scope="module")
def tagged(renderer: TypstRenderer, document: Document) -> bytes:
    return renderer.render(document, Template())


@pytest.fixture(scope="module")
def finished(tagged: bytes, document: Document) -> bytes:
    xml = cii.write(document, Profile.EN16931)
    return finisher.attach(tagged, xml, document, profile=Profile.EN16931)


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """As xhtml2pdf writes it: no XMP, no output intent, no tags."""
    font = next(
        path for folder in settings.FONT_DIRS for path in Path(folder).rglob("NotoSans_400*.ttf")
    )
    # reportlab selects its base font on every page, which nothing would embed.
    pdfmetrics.registerFont(TTFont("SampleBase", str(font)))
    monkeypatch.setattr(rl_config, "canvas_basefontname", "SampleBase")
    output = io.BytesIO()
    assert not pisa.CreatePDF(PAGE.format(font=font), dest=output).err
    return output.getvalue()


def xmp(pdf: bytes) -> etree._Element:
    with opened(pdf) as file:
        return etree.fromstring(file.Root.Metadata.read_bytes())


def told(pdf: bytes, path: str) -> list[str]:
    found = xmp(pdf).xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(one.text) for one in found if isinstance(one, etree._Element)]


def unembedded_fonts(pdf: bytes) -> list[str]:
    """Fonts without a font file, as far as they are no Type 0 fonts, which have descendants."""
    with opened(pdf) as file:
        fonts = [one for one in file.objects if _is_font(one)]
        return [
            str(font.BaseFont)
            for font in fonts
            if font.Subtype != "/Type0"
            and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys())
        ]


def _is_font(element: Any) -> bool:
    return isinstance(element, pikepdf.Dictionary) and element.get("/Type") == "/Font"


@pytest.mark.parametrize("name", ["domestic", "credit_note", "complete", "outside_scope"])
def test_the_xml_comes_out_as_it_went_in(name: str, renderer: TypstRenderer) -> None:
    sample = SAMPLES[name]()
    xml = cii.write(sample, Profile.EN16931)
    pdf = renderer.render(sample, Template())
    file_name, extracted = facturx.get_xml_from_pdf(
        finisher.attach(pdf, xml, sample, profile=Profile.EN16931), check_xsd=True
    )
    assert (file_name, extracted) == ("factur-x.xml", xml)


def test_the_xml_is_associated_as_an_alternative(finished: bytes, document: Document) -> None:
    with opened(finished) as file:
        (associated,) = file.Root.AF.as_list()
        assert associated.AFRelationship == "/Alternative"
        assert str(associated.F) == str(associated.UF) == "factur-x.xml"
        assert str(associated.Desc) == "The invoice INV-2026-00042 as Factur-X"
        assert file.attachments["factur-x.xml"].obj == associated
        embedded = associated.EF.F
        assert embedded.Subtype == "/text/xml"
        assert str(embedded.Params.ModDate) == "D:20261122000000Z"
        assert int(embedded.Params.Size) == len(cii.write(document, Profile.EN16931))


def test_the_metadata_name_the_invoice_and_keep_what_typst_said(
    tagged: bytes, finished: bytes
) -> None:
    assert told(finished, "//pdfaid:part") == ["3"]
    assert told(finished, "//pdfaid:conformance") == ["A"]
    assert told(finished, "//pdfuaid:part") == ["1"]
    assert told(finished, "//fx:DocumentFileName") == ["factur-x.xml"]
    assert told(finished, "//fx:DocumentType") == ["INVOICE"]
    assert told(finished, "//fx:Version") == ["1.0"]
    assert told(finished, "//fx:ConformanceLevel") == ["EN 16931"]
    for path in ("//dc:title//rdf:li", "//xmp:CreateDate", "//xmp:ModifyDate"):
        assert told(finished, path) == told(tagged, path)
    schemas = "//pdfaExtension:schemas/rdf:Bag/rdf:li/pdfaSchema:prefix"
    assert told(finished, schemas) == [*told(tagged, schemas), "fx"]
    assert len(told(finished, "//pdfaExtension:schemas")) == 1
    own = "//rdf:li[pdfaSchema:prefix='fx']//pdfaProperty:name"
    assert told(finished, own) == [
        "DocumentFileName",
        "DocumentType",
        "Version",
        "ConformanceLevel",
    ]


def test_tags_language_colours_fonts_and_text_are_kept(tagged: bytes, finished: bytes) -> None:
    assert structure_types(finished) == structure_types(tagged)
    assert pdf_text(finished) == pdf_text(tagged)
    assert unembedded_fonts(finished) == []
    with opened(finished) as file, opened(tagged) as before:
        assert str(file.Root.Lang) == str(before.Root.Lang)
        assert bool(file.Root.MarkInfo.Marked)
        assert file.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert file.trailer.ID[0] == before.trailer.ID[0]
        assert file.trailer.ID[1] != before.trailer.ID[1]
        assert dict(file.docinfo.items()) == dict(before.docinfo.items())
        assert not any("/Interpolate" in one for one in _dictionaries(file))


def test_metadata_are_not_compressed(finished: bytes) -> None:
    # Others than PDF readers look for them in the bytes (Factur-X 1.0, 6.2).
    assert b"<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>" in finished


def test_the_profile_extended_is_named(renderer: TypstRenderer) -> None:
    document = many_lines(181)
    xml = cii.write(document, Profile.EXTENDED)
    pdf = renderer.render(document, Template())
    finished = finisher.attach(pdf, xml, document, profile=Profile.EXTENDED)
    assert told(finished, "//fx:ConformanceLevel") == ["EXTENDED"]


def test_the_same_input_gives_the_same_bytes(tagged: bytes, document: Document) -> None:
    xml = cii.write(document, Profile.EN16931)
    first = finisher.attach(tagged, xml, document, profile=Profile.EN16931)
    assert finisher.attach(tagged, xml, document, profile=Profile.EN16931) == first


def test_another_engines_file_becomes_pdf_a(plain: bytes, document: Document) -> None:
    assert validate_written(io.BytesIO(plain), "3b").verdict == "fail"
    archived = finisher.archive(plain, document)
    report = validate_written(io.BytesIO(archived), "3b")
    assert report.verdict == "pass", report.findings
    assert told(archived, "//pdfaid:part | //pdfaid:conformance") == ["3", "B"]
    assert told(archived, "//dc:title//rdf:li") == ["Invoice INV-2026-00042"]
    assert told(archived, "//xmp:ModifyDate") == ["2026-11-22T00:00:00+00:00"]
    with opened(archived) as file:
        assert str(file.docinfo.ModDate) == "D:20261122000000Z"
        assert str(file.docinfo.Author) == "Sample Seller GmbH"
        assert str(file.Root.Lang) == "en"
    assert pdf_text(archived) == pdf_text(plain)


def test_another_engines_file_carries_the_invoice_too(plain: bytes, document: Document) -> None:
    xml = cii.write(document, Profile.EN16931)
    finished = finisher.attach(plain, xml, document, profile=Profile.EN16931)
    assert facturx.get_xml_from_pdf(finished, check_xsd=True) == ("factur-x.xml", xml)
    assert unembedded_fonts(finished) == []
    # The checker knows no extension schema at all; of everything else it approves.
    findings = validate_written(io.BytesIO(finished), "3b").findings
    strange = ("fx:", "fx=", "pdfaExtension", "pdfaSchema", "pdfaProperty")
    assert [one for one in findings if not any(name in str(one) for name in strange)] == []


@pytest.mark.parametrize("conformance", ["B", "U"])
def test_another_engines_file_declares_what_the_engine_promises(
    conformance: Conformance, plain: bytes, document: Document
) -> None:
    archived = finisher.archive(plain, document, conformance=conformance)
    assert told(archived, "//pdfaid:conformance") == [conformance]
    xml = cii.write(document, Profile.EN16931)
    # What a file says of itself already is not said again otherwise.
    finished = finisher.attach(archived, xml, document, profile=Profile.EN16931)
    assert told(finished, "//pdfaid:conformance") == [conformance]
    assert told(finished, "//fx:ConformanceLevel") == ["EN 16931"]
    with opened(finished) as file:
        assert len(file.Root.OutputIntents.as_list()) == 1
    at_once = finisher.attach(
        plain, xml, document, profile=Profile.EN16931, conformance=conformance
    )
    assert told(at_once, "//pdfaid:conformance") == [conformance]


def test_an_older_part_of_pdf_a_becomes_the_third(plain: bytes, document: Document) -> None:
    archived = finisher.archive(plain, document)
    output = io.BytesIO()
    with opened(archived) as file:
        packet = file.Root.Metadata.read_bytes()
        older = packet.replace(b"<pdfaid:part>3<", b"<pdfaid:part>2<")
        assert older != packet
        file.Root.Metadata.write(older)
        file.save(output)
    again = finisher.archive(output.getvalue(), document)
    assert told(again, "//pdfaid:part | //pdfaid:conformance") == ["3", "B"]


def test_the_invoice_comes_out_with_its_profile(
    finished: bytes, tagged: bytes, document: Document
) -> None:
    inside = finisher.extract(finished)
    assert inside is not None
    assert inside.xml == cii.write(document, Profile.EN16931)
    assert inside.level == "EN 16931"
    assert finisher.extract(tagged) is None
    with pytest.raises(InvalidInput) as refused:
        finisher.extract(b"no pdf")
    assert refused.value.code == "PDF_INVALID"


def test_no_clock_gets_into_another_engines_file(
    plain: bytes, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = finisher.archive(plain, document)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert finisher.archive(plain, document) == first
    draft = replace(document, number="", issue_date=None)
    assert told(finisher.archive(plain, draft), "//xmp:CreateDate") == ["1970-01-01T00:00:00+00:00"]


def test_characters_that_xml_cannot_hold_do_no_harm(plain: bytes, document: Document) -> None:
    seller = replace(document.seller, name="Sample\x00Seller")
    archived = finisher.archive(plain, replace(document, seller=seller))
    assert told(archived, "//dc:creator//rdf:li") == ["Sample\ufffdSeller"]


def test_archiving_what_is_archivable_changes_no_word_of_it(
    tagged: bytes, document: Document
) -> None:
    archived = finisher.archive(tagged, document)
    assert told(archived, "//pdfaid:conformance") == ["A"]
    assert told(archived, "//fx:*") == []
    with opened(archived) as file:
        assert "/AF" not in file.Root
    assert structure_types(archived) == structure_types(tagged)


@pytest.mark.parametrize("profile", [Profile.XRECHNUNG, Profile.PEPPOL_BIS3])
def test_profiles_that_travel_alone_are_refused(
    profile: Profile, tagged: bytes, document: Document
) -> None:
    with pytest.raises(InvalidInput) as refused:
        finisher.attach(tagged, b"<a/>", document, profile=profile)
    assert refused.value.code == "PROFILE_INVALID"


def locked(pdf: bytes) -> bytes:
    output = io.BytesIO()
    with opened(pdf) as file:
        file.save(output, encryption=pikepdf.Encryption(owner="o", user="u"))
    return output.getvalue()


@pytest.mark.parametrize(
    "spoil", [lambda pdf: b"", lambda pdf: b"no pdf", locked], ids=["empty", "no pdf", "locked"]
)
def test_what_cannot_be_opened_is_refused(
    spoil: Callable[[bytes], bytes], tagged: bytes, document: Document
) -> None:
    with pytest.raises(InvalidInput) as refused:
        finisher.archive(spoil(tagged), document)
    assert refused.value.code == "PDF_INVALID"


def test_a_second_invoice_is_refused(finished: bytes, document: Document) -> None:
    with pytest.raises(InvalidInput) as refused:
        finisher.attach(finished, b"<a/>", document, profile=Profile.EN16931)
    assert refused.value.code == "PDF_INVALID"


def _dictionaries(file: pikepdf.Pdf) -> list[Any]:
    return [one for one in file.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream)]
