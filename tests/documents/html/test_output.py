"""The starting template's PDF: PDF/A-3b, complete, the same bytes every time."""

from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Name

from saleor_invoices.documents import finisher
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.services import einvoice_make
from saleor_invoices.documents.html.renderer import HtmlRenderer
from saleor_invoices.documents.logo import Logo
from saleor_invoices.documents.port import Paper
from saleor_invoices.domain.document import Document
from tests.documents import samples, scenes
from tests.documents.html.looks import (
    device_cmyk,
    dictionaries,
    fonts_not_embedded,
    own,
    starter,
)
from tests.documents.pdf import opened, page_texts, pdf_text

pytestmark = pytest.mark.xdist_group("html")
LOGO = Logo(samples.sample_logo())
DOCUMENTS = {
    "invoice": samples.sample_document(4, shipping="4.90", gift_card="25.00"),
    "reverse charge": samples.sample_reverse_charge(),
    "credit note": samples.sample_credit_note(),
    "proforma": scenes.proforma(),
    "demanding": samples.sample_demanding(),
    "swiss": scenes.swiss(),
    "arabic": scenes.home("ar"),
    "hebrew and english": scenes.home("he", second_language="en"),
    "japanese": scenes.home("ja"),
    "chinese": scenes.home("zh"),
    "test mode": samples.sample_document(2, test_mode=True),
    "draft": samples.sample_document(2, number="", issue_date=None),
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_every_document_is_pdf_a_3b(html: HtmlRenderer, document: Document) -> None:
    with opened(html.render(document, starter(logo=LOGO))) as file:
        assert file.open_metadata().pdfa_status == "3B"
        (intent,) = file.Root.OutputIntents
        assert intent.S == Name.GTS_PDFA1
        assert intent.DestOutputProfile.N == 3
        assert len(file.trailer.ID) == 2
        assert str(file.Root.Lang) == document.language
        assert fonts_not_embedded(file) == []
        assert device_cmyk(file) == []
        assert not [one for one in dictionaries(file) if one.get(Name.Interpolate)]
        names = [str(one.get(Name.BaseFont, "")) for one in dictionaries(file)]
        assert not [name for name in names if "Helvetica" in name or "Times" in name]
        assert Name.AcroForm not in file.Root
        assert "page-mark" not in str([page.get(Name.Annots) for page in file.pages])


def test_the_e_invoice_is_inside(html: HtmlRenderer) -> None:
    document = samples.sample_document(3)
    made = einvoice_make(document=document, profile=Profile.EN16931, syntax=Syntax.CII)
    xml = made.xml
    assert xml
    pdf = html.render(document, starter())
    with opened(finisher.attach(pdf, xml, document, profile=Profile.EN16931)) as file:
        assert file.attachments["factur-x.xml"].get_file().read_bytes() == xml
        assert file.Root.AF[0].AFRelationship == Name.Alternative
        packet = file.Root.Metadata.read_bytes().decode()
        assert "EN 16931" in packet
        assert file.open_metadata().pdfa_status == "3B"


def test_all_that_the_document_says_is_there(html: HtmlRenderer) -> None:
    document = samples.sample_document(4, shipping="4.90", gift_card="25.00")
    text = pdf_text(html.render(document, starter(logo=LOGO, footer=("Our own words",))))
    for expected in (
        *("Invoice", "INV-2026-00042", "Sample Seller GmbH", "Sample Buyer GmbH", "20095 Hamburg"),
        *("22 November 2026", "Espresso beans, whole", "House blend", "COF-ESP-1000", "129.00"),
        *("VAT summary", "23%", "Shipping: parcel", "-€25.00", "Amount due", "€530.19"),
        *("DE89 3704 0044 0532 0130 00", "COBADEFFXXX", "Our own words", "Page 1 of 1"),
    ):
        assert expected in text, expected


def test_the_same_document_gives_the_same_bytes(html: HtmlRenderer) -> None:
    first = html.render(DOCUMENTS["arabic"], starter(logo=LOGO))
    html.render(DOCUMENTS["japanese"], starter())
    assert html.render(DOCUMENTS["arabic"], starter(logo=LOGO)) == first
    html.stop()  # another process, whose memory holds nothing of it
    assert html.render(DOCUMENTS["arabic"], starter(logo=LOGO)) == first


@pytest.mark.parametrize("paper", Paper)
def test_the_paper_is_the_store_s(html: HtmlRenderer, paper: Paper) -> None:
    with opened(html.render(samples.sample_document(30), starter(paper=paper))) as file:
        sizes = {tuple(round(float(one)) for one in page.mediabox[2:]) for page in file.pages}
    assert sizes == {(595, 842) if paper is Paper.A4 else (612, 792)}


@pytest.mark.timeout(300)
def test_five_hundred_lines_have_heads_and_numbers_on_each_page(html: HtmlRenderer) -> None:
    pages = page_texts(html.render(samples.sample_document(500), starter()))
    assert len(pages) > 20
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
    middle = pages[len(pages) // 2]
    assert "Description" in middle
    assert "Invoice INV-2026-00042" in middle
    assert "Amount due" in pages[-1]
    assert "500" in pages[-1].split()


def test_a_long_description_stays_inside_its_column(html: HtmlRenderer) -> None:
    words = ("x" * 400, "A description of 2,000 characters. " * 57, "word " * 4000)
    lines = [
        samples.sample_line(number, description=text, name=text[:300])
        for number, text in enumerate(words, start=1)
    ]
    pdf = html.render(samples.sample_document(lines), starter())
    assert "".join(pdf_text(pdf).split()).count("word") == 4060
    with opened(pdf) as file:
        assert len(file.pages) > 3


def test_a_mark_across_the_page_can_not_be_left_out(html: HtmlRenderer) -> None:
    document = samples.sample_document(1, test_mode=True)
    assert "TEST" in pdf_text(html.render(document, own("<p>{{ doc.number }}</p>")))
    settled = replace(document, test_mode=False)
    assert "TEST" not in pdf_text(html.render(settled, own("<p>{{ doc.number }}</p>")))


def test_the_store_s_colors_are_used(html: HtmlRenderer) -> None:
    with opened(html.render(samples.sample_document(1), starter(accent="#ff0000"))) as file:
        steps = pikepdf.parse_content_stream(file.pages[0])
        colors = (step.operands for step in steps if str(step.operator) == "rg")
        fills = {tuple(float(str(part)) for part in color) for color in colors}
    assert (1.0, 0.0, 0.0) in fills
    assert any(red > 0.99 and 0.9 < green < 0.94 for red, green, _ in fills)


def test_characters_that_no_font_has_are_told_and_marked(html: HtmlRenderer) -> None:
    document = samples.sample_document([samples.sample_line(1, name="Tea 차 from 한국")])
    assert html.missing_characters(document, starter()) == "국차한"
    assert "Tea \ufffd from" in pdf_text(html.render(document, own("{{ doc.lines.rows[0].name }}")))
    assert "\ufffd!" in pdf_text(html.render(document, own("<p>한!</p>")))


def test_any_font_name_leads_to_an_embedded_font(html: HtmlRenderer) -> None:
    source = (
        "<style>body { font-family: Georgia } code, pre { font-family: monospace }</style>"
        "<p>ab <b>cd <i>ef</i></b> <code>gh</code> 日本 <span style='font-family: HeiseiMin-W3'>"
        "字</span></p><ul><li>one</li></ul><ol><li>two</li></ol>"
        "<p style='font-family: Symbol; color: cmyk(1, 0, 0, 0)'>ij</p>"
    )
    with opened(html.render(samples.sample_document(1), own(source))) as file:
        assert fonts_not_embedded(file) == []
        assert device_cmyk(file) == []
