"""Whole documents through typst: what the PDF is, says and keeps apart."""

import hashlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from textwrap import dedent

import pikepdf
import pytest
from django.conf import settings

from saleor_invoices.documents.logo import Logo
from saleor_invoices.documents.port import Paper, RenderFailed, Template
from saleor_invoices.documents.services import document_render
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.domain.codes import DocumentKind, SupplyDateKind
from saleor_invoices.domain.document import (
    CreditTransfer,
    Delivery,
    Document,
    PaymentInstructions,
    Prepayment,
)
from saleor_invoices.domain.totals import check
from tests.documents import samples
from tests.documents.pdf import (
    alternative_texts,
    opened,
    page_texts,
    pdf_text,
    structure_types,
)

CLASSIC = Template()
SAMPLES = {
    "three lines": samples.sample_document(3),
    "two rates in PLN": samples.sample_document(
        4, currency="PLN", language="pl", taxes=(samples.STANDARD, samples.REDUCED)
    ),
    "yen": samples.sample_document(3, currency="JPY"),
    "dinar": samples.sample_document(3, currency="KWD"),
    "gift card and shipping": samples.sample_document(2, shipping="4.90", gift_card="20"),
    "reverse charge": samples.sample_reverse_charge(),
    "advance": samples.sample_advance("fr"),
    "credit note": samples.sample_credit_note("de"),
    "everything": samples.sample_demanding(),
    "test mode": samples.sample_document(1, test_mode=True),
    "draft": samples.sample_document(1, number="", issue_date=None),
}


@pytest.fixture(params=list(SAMPLES.values()), ids=list(SAMPLES))
def document(request: pytest.FixtureRequest) -> Document:
    sample: Document = request.param
    return sample


def test_every_sample_adds_up(document: Document) -> None:
    assert check(document) == []


def test_every_document_declares_pdf_a_3a_and_pdf_ua_1(
    renderer: TypstRenderer, document: Document
) -> None:
    with opened(renderer.render(document, CLASSIC)) as file:
        metadata = file.open_metadata()
        assert metadata.pdfa_status == "3A"
        assert metadata["pdfuaid:part"] == "1"


def test_every_document_has_what_pdf_a_3a_asks_for(
    renderer: TypstRenderer, document: Document
) -> None:
    with opened(renderer.render(document, CLASSIC)) as file:
        (intent,) = file.Root.OutputIntents
        assert str(intent.S) == "/GTS_PDFA1"
        assert str(intent.DestOutputProfile.N) == "3"
        assert bool(file.Root.MarkInfo.Marked) is True
        assert len(list(file.trailer.ID)) == 2
        assert "/Encrypt" not in file.trailer


def test_every_font_is_embedded_with_a_map_to_unicode(
    renderer: TypstRenderer, document: Document
) -> None:
    with opened(renderer.render(document, CLASSIC)) as file:
        fonts = [one for one in file.objects if _is(one, "/Font") and one.Subtype == "/Type0"]
        assert fonts
        for font in fonts:
            assert "NotoSans" in str(font.BaseFont)
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            assert "/ToUnicode" in font


def _is(element: object, kind: str) -> bool:
    return isinstance(element, pikepdf.Dictionary) and element.get("/Type") == kind


def test_tags_hold_one_title_a_table_with_headers_and_the_qr_code(renderer: TypstRenderer) -> None:
    tags = structure_types(renderer.render(SAMPLES["three lines"], CLASSIC))
    assert tags.count("/H1") == 1
    assert tags.count("/Table") == 2  # lines, VAT breakdown
    assert tags.count("/TH") == 6 + 4
    assert tags.count("/Figure") == 1


def test_metadata_name_title_author_language_and_date(renderer: TypstRenderer) -> None:
    document = samples.sample_document(1, language="de")
    with opened(renderer.render(document, CLASSIC)) as file:
        assert str(file.docinfo.Title) == "Rechnung INV-2026-00042"
        assert str(file.docinfo.Author) == "Sample Coffee"
        assert str(file.docinfo.CreationDate) == "D:20261122000000Z"
        assert str(file.Root.Lang) == "de-DE"


def test_page_says_everything_that_counts(renderer: TypstRenderer) -> None:
    text = pdf_text(renderer.render(SAMPLES["three lines"], CLASSIC))
    for part in (
        "Invoice INV-2026-00042",
        "Sample Seller GmbH",
        "VAT ID DE136695976",
        "Sample Buyer GmbH",
        "VAT ID DE129273398",
        "22 November 2026",
        "20 November 2026",
        "6 December 2026",
        "1042",
        "1 Espresso beans, whole",
        "COF-ESP-1000",
        "2 24.90 23% 49.80",
        "3 79.00 23% 237.00",
        "23% 237.63 54.66 292.29",
        "Total without VAT €237.63",
        "Amount due €292.29",
        "Please pay €292.29 by 6 December 2026.",
        "DE89 3704 0044 0532 0130 00",
        "COBADEFFXXX",
        "Amtsgericht Charlottenburg, Berlin",
        "Page 1 of 1",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ("Invoice INV", "Amount due €292.29", "VAT summary", "Page 1 of 1")),
        ("de", ("Rechnung INV", "Zahlbetrag 292,29 €", "USt. im Überblick", "Seite 1 von 1")),
        ("fr", ("Facture INV", "Net à payer 292,29 €", "Détail de la TVA", "Page 1 sur 1")),
        ("pl", ("Faktura INV", "Do zapłaty 292,29 €", "Podsumowanie VAT", "Strona 1 z 1")),
    ],
)
def test_document_speaks_the_customers_language(
    renderer: TypstRenderer, language: str, parts: tuple[str, ...]
) -> None:
    text = pdf_text(renderer.render(samples.sample_document(3, language=language), CLASSIC))
    for part in parts:
        assert part in text


def test_same_snapshot_gives_the_same_bytes_in_another_process(renderer: TypstRenderer) -> None:
    program = dedent(
        """
        import hashlib, sys
        from pathlib import Path
        from saleor_invoices.documents.port import Template
        from saleor_invoices.documents.typst_engine import TypstRenderer
        from tests.documents.samples import sample_demanding
        renderer = TypstRenderer(tuple(map(Path, sys.argv[1:])))
        pdf = renderer.render(sample_demanding(), Template())
        print(hashlib.sha256(pdf).hexdigest())
        """
    )
    command = [sys.executable, "-c", program, *map(str, settings.FONT_DIRS)]
    answers = {
        subprocess.run(  # two processes with different hash seeds, and this one
            command,
            capture_output=True,
            text=True,
            check=True,
            cwd=settings.BASE_DIR,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(settings.BASE_DIR), "TZ": zone},
        ).stdout.strip()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    here = hashlib.sha256(renderer.render(samples.sample_demanding(), CLASSIC)).hexdigest()
    assert answers == {here}


def test_another_snapshot_gives_other_bytes(renderer: TypstRenderer) -> None:
    document = samples.sample_document(1)
    other = replace(document, number="INV-2026-00043")
    assert renderer.render(document, CLASSIC) != renderer.render(other, CLASSIC)


def test_threads_render_at_once_what_they_render_alone(renderer: TypstRenderer) -> None:
    documents = [samples.sample_document(4, number=f"INV-{index}") for index in range(12)]
    alone = [renderer.render(document, CLASSIC) for document in documents]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda document: renderer.render(document, CLASSIC), documents))
    assert together == alone


def test_long_documents_repeat_the_header_and_count_the_pages(renderer: TypstRenderer) -> None:
    pages = page_texts(renderer.render(samples.sample_document(61), CLASSIC))
    assert len(pages) == 4
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of 4" in page
        assert "No. Description Qty Unit price VAT Amount" in page
        assert "Invoice INV-2026-00042" in page
        assert "Amtsgericht Charlottenburg" in page


@pytest.mark.parametrize("lines", range(4, 24))
def test_totals_are_never_alone_on_a_page(renderer: TypstRenderer, lines: int) -> None:
    pages = page_texts(renderer.render(samples.sample_document(lines), CLASSIC))
    (page,) = (page for page in pages if "Amount due" in page)
    assert "VAT summary" in page
    assert f" {lines} {samples.sample_line(lines).name}" in page


def test_no_line_is_lost_between_pages(renderer: TypstRenderer) -> None:
    text = pdf_text(renderer.render(samples.sample_document(500), CLASSIC))
    for number in range(1, 501):
        assert text.count(f" {number} {samples.sample_line(number).name} ") == 1


def test_long_names_and_descriptions_wrap_and_lose_nothing(renderer: TypstRenderer) -> None:
    document = samples.sample_demanding()
    compact = "".join(pdf_text(renderer.render(document, CLASSIC)).split())
    for line in document.lines:
        assert "".join(line.name.split()) in compact
    assert compact.count("Adescriptionof2,000characters.") == 57
    assert "SKU-" + "9" * 60 in compact
    assert "PO-" + "7" * 50 in compact


def test_totals_larger_than_a_page_lose_nothing(renderer: TypstRenderer) -> None:
    document = samples.sample_document(3, gift_card="60.00")
    labels = [f"C{number:03}" for number in range(120)]
    cards = tuple(Prepayment(amount=Decimal("0.50"), label=label) for label in labels)
    text = pdf_text(renderer.render(replace(document, prepayments=cards), CLASSIC))
    assert [label for label in labels if f"{label} -€0.50" not in text] == []
    assert "Amount due €232.29" in text


def test_many_accounts_and_long_terms_lose_nothing(renderer: TypstRenderer) -> None:
    document = samples.sample_document(3)
    accounts = tuple(
        CreditTransfer(account=f"ACC-{number:03}", bank_name="Sample Bank") for number in range(30)
    )
    payment = PaymentInstructions(means_code="30", credit_transfers=accounts)
    terms = "Terms of payment. " * 200
    pdf = renderer.render(replace(document, payment=payment, payment_terms=terms), CLASSIC)
    text = pdf_text(pdf)
    assert [one.account for one in accounts if one.account not in text] == []
    assert text.count("Terms") == 200  # a page may end inside a sentence


def test_long_legal_information_moves_from_the_foot_to_the_end(renderer: TypstRenderer) -> None:
    legal = "Entered in the register. " * 60
    seller = replace(samples.SELLER, legal_information=legal, trading_name="Brand " * 40)
    document = samples.sample_document(40, seller=seller)
    text = pdf_text(renderer.render(document, CLASSIC))
    assert text.count("Entered in the register.") == 60


def test_paper_is_a4_or_letter(renderer: TypstRenderer) -> None:
    sizes = {}
    for paper in Paper:
        with opened(renderer.render(SAMPLES["three lines"], Template(paper=paper))) as file:
            sizes[paper] = [round(float(side)) for side in file.pages[0].MediaBox[2:]]
    assert sizes == {Paper.A4: [595, 842], Paper.LETTER: [612, 792]}


def test_logo_takes_the_place_of_the_brand_and_names_it(renderer: TypstRenderer) -> None:
    template = Template(logo=Logo(samples.sample_logo()))
    pdf = renderer.render(SAMPLES["advance"], template)
    assert alternative_texts(pdf) == ["Sample Coffee"]
    assert alternative_texts(renderer.render(SAMPLES["advance"], CLASSIC)) == []


def test_logo_damaged_since_it_was_taken_is_a_clear_failure(renderer: TypstRenderer) -> None:
    logo = Logo(samples.sample_logo())
    object.__setattr__(logo, "content", logo.content[:200])
    with pytest.raises(RenderFailed, match="typst could not render the document"):
        renderer.render(SAMPLES["three lines"], Template(logo=logo))


def test_test_mode_is_marked_across_each_page_and_in_words(renderer: TypstRenderer) -> None:
    marked = page_texts(renderer.render(samples.sample_document(30, test_mode=True), CLASSIC))
    assert len(marked) == 2
    assert all("TEST" in page for page in marked)
    assert "Test document, not a valid invoice" in marked[0]
    assert "TEST" not in pdf_text(renderer.render(samples.sample_document(30), CLASSIC))


def test_draft_and_proforma_say_that_they_are_no_invoices(renderer: TypstRenderer) -> None:
    draft = pdf_text(renderer.render(SAMPLES["draft"], CLASSIC))
    assert "Draft, not a valid invoice" in draft
    assert "DRAFT" in draft
    proforma = samples.sample_document(1, kind=DocumentKind.PROFORMA, number="PRO-1")
    text = pdf_text(renderer.render(proforma, CLASSIC))
    assert "Proforma invoice PRO-1" in text
    assert "Not a tax invoice" in text


def test_document_paid_by_card_asks_for_nothing(renderer: TypstRenderer) -> None:
    document = samples.sample_document(
        3,
        due_date=None,
        payment_terms="Paid.",
        payment=PaymentInstructions(means_code="48", means_text="Credit card"),
        delivery=Delivery(
            supply_date=samples.ISSUED,
            supply_date_kind=SupplyDateKind.ADVANCE_PAYMENT,
            supply_wording="Advance payment: the supply follows.",
        ),
    )
    pdf = renderer.render(document, CLASSIC)
    text = pdf_text(pdf)
    for part in (
        "Paid €292.29",
        "Paid in full",
        "Credit card",
        "Advance payment: the supply follows.",
    ):
        assert part in text
    for part in ("Amount due", "Please pay", "IBAN"):
        assert part not in text
    assert alternative_texts(pdf) == []


def test_credit_note_names_what_it_corrects_and_asks_for_nothing(renderer: TypstRenderer) -> None:
    pdf = renderer.render(samples.sample_credit_note(), CLASSIC)
    text = pdf_text(pdf)
    assert "Credit note CN-2026-00007" in text
    assert "INV-2026-00042 of 22 Nov 2026" in text
    assert "Amount credited €49.80" in text
    assert "Please pay" not in text
    assert alternative_texts(pdf) == []


def test_transfer_in_euro_has_a_code_with_alternative_text(renderer: TypstRenderer) -> None:
    pdf = renderer.render(SAMPLES["three lines"], CLASSIC)
    alt = "QR code for a bank transfer of €292.29 to Sample Seller GmbH"
    assert alternative_texts(pdf) == [alt]
    assert alternative_texts(renderer.render(SAMPLES["dinar"], CLASSIC)) == []


def test_rendered_says_what_made_it(renderer: TypstRenderer) -> None:
    rendered = document_render(document=SAMPLES["yen"])
    assert rendered.sha256 == hashlib.sha256(rendered.pdf).hexdigest()
    assert (rendered.engine, rendered.engine_version) == ("typst", renderer.version)
    assert (rendered.template, rendered.template_version) == ("classic", 1)
    assert rendered.missing_characters == ""
