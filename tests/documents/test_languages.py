"""Every language that documents speak: its letters, its direction, its faces."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from saleor_invoices.documents import fonts, text
from saleor_invoices.documents.labels import LANGUAGES, labels_for
from saleor_invoices.documents.port import Template
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.documents.view.build import document_view
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Address, Document
from saleor_invoices.domain.profile import LANGUAGES as CHOSEN
from tests.documents import samples, scenes
from tests.documents.pdf import (
    drawn_lines,
    font_names,
    languages,
    left_edge,
    opened,
    pdf_text,
    reading_direction,
)

CLASSIC = Template()
RIGHT_TO_LEFT = ("ar", "he")
FACES = {"ja": "NotoSansJP", "zh": "NotoSansSC", "ar": "NotoSansArabic", "he": "NotoSansHebrew"}


@pytest.fixture(scope="module")
def pages(renderer: TypstRenderer) -> dict[str, bytes]:
    """The sample invoice in every language."""
    return {language: renderer.render(_sample(language), CLASSIC) for language in LANGUAGES}


def _sample(language: str) -> Document:
    lines = 2 if language in RIGHT_TO_LEFT else 3
    return samples.sample_document(lines, language=language)


def test_all_languages_that_can_be_chosen_have_words() -> None:
    assert LANGUAGES == CHOSEN


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_pdf_a_3a_and_pdf_ua_1(pages: dict[str, bytes], language: str) -> None:
    with opened(pages[language]) as file:
        metadata = file.open_metadata()
        assert metadata.pdfa_status == "3A"
        assert metadata["pdfuaid:part"] == "1"
        assert str(file.Root.Lang).split("-")[0] == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_viewers_are_told_the_direction(pages: dict[str, bytes], language: str) -> None:
    expected = "R2L" if language in RIGHT_TO_LEFT else "L2R"
    assert reading_direction(pages[language]) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_faces_are_those_of_the_script(pages: dict[str, bytes], language: str) -> None:
    scripts = {FACES[language]} if language in FACES else set()
    assert font_names(pages[language]) == {"NotoSans"} | scripts


@pytest.mark.parametrize("language", LANGUAGES)
def test_installed_fonts_have_every_letter_of_the_catalogue(language: str) -> None:
    covered = fonts.load(tuple(Path(folder) for folder in settings.FONT_DIRS)).characters
    lacking = set().union(*(text.missing(value, covered) for value in _texts(language)))
    assert lacking == set()


def _texts(language: str) -> list[str]:
    labels = labels_for(language)
    values = (getattr(labels, name) for name in labels.__dataclass_fields__)
    return [
        text for value in values for text in ([value] if isinstance(value, str) else value.values())
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tax_name", ["VAT", "Sales tax", "GST"])
def test_no_place_in_a_text_stays_empty(language: str, tax_name: str) -> None:
    scene = scenes.polish_vat(language, tax_name=tax_name)
    for document in (
        replace(scene, prices_include_tax=False),
        replace(scenes.refunded(language), second_language="pl"),
        scenes.collective(language, test_mode=True),
        scenes.proforma(language),
        samples.sample_advance(language),
    ):
        view = document_view(document, CLASSIC, with_qr=True)
        footer = replace(view.footer, page="", second_page="")  # the template's own places
        shown = str(replace(view, footer=footer))
        assert "{" not in shown, shown


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_columns_are_mirrored(pages: dict[str, bytes], language: str) -> None:
    pdf, english = pages[language], pages["en"]
    assert left_edge(pdf, "49.80") < left_edge(pdf, "24.90") < left_edge(pdf, "Espresso beans")
    assert left_edge(english, "Espresso beans") < left_edge(english, "24.90 23% 49.80")


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
@pytest.mark.parametrize(
    "kept",
    [
        "INV-2026-00042",
        "DE89 3704 0044 0532 0130 00",
        "+49 30 555 0100",
        "DE136695976",
        "30/123/45678",
        "Sample Buyer GmbH",
        "237.00",
        "House blend · 1 kg · COF-ESP-1000",
        "Lindenallee 12, 10115 Berlin",
    ],
)
def test_numbers_and_names_of_the_other_direction_are_not_turned_round(
    pages: dict[str, bytes], language: str, kept: str
) -> None:
    assert left_edge(pages[language], kept) > 0


def test_words_run_from_right_to_left(pages: dict[str, bytes]) -> None:
    words = labels_for("he").payable
    assert any(words[::-1] in line for line in drawn_lines(pages["he"]))


def test_a_date_is_read_from_right_to_left(pages: dict[str, bytes]) -> None:
    assert any("2026" + "רבמבונב" + "22" in line for line in drawn_lines(pages["he"]))


def test_a_word_too_long_for_its_place_is_not_turned_round(renderer: TypstRenderer) -> None:
    number = "SKU-" + "0123456789" * 5
    line = samples.sample_line(1, seller_item_id=number, description="Two\nlines")
    document = samples.sample_document([line], language="ar")
    assert left_edge(renderer.render(document, CLASSIC), number) > 0


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_a_minus_stands_before_its_number(renderer: TypstRenderer, language: str) -> None:
    document = samples.sample_document(2, language=language, gift_card="20.00")
    assert left_edge(renderer.render(document, CLASSIC), "€ -20.00") > 0


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_a_full_stop_ends_an_english_name(renderer: TypstRenderer, language: str) -> None:
    pdf = renderer.render(scenes.home(language), CLASSIC)
    assert left_edge(pdf, "Paper filters, size 02.") > 0


@pytest.mark.parametrize(
    ("name", "country", "face"),
    [
        ("コーヒー豆", "DE", "NotoSansJP"),
        ("手冲壶", "CN", "NotoSansSC"),
        ("骨", "DE", "NotoSansJP"),
        ("骨", "TW", "NotoSansSC"),
    ],
)
def test_han_in_another_language_is_written_as_kana_and_places_suggest(
    renderer: TypstRenderer, name: str, country: str, face: str
) -> None:
    buyer = replace(samples.BUYER, address=Address(city="Town", country=country))
    lines = [samples.sample_line(1, name=name)]
    document = samples.sample_document(lines, buyer=buyer)
    assert font_names(renderer.render(document, CLASSIC)) == {"NotoSans", face}


@pytest.mark.parametrize("language", ["ja", "zh", "ar", "he"])
def test_a_document_at_home_has_all_its_letters(renderer: TypstRenderer, language: str) -> None:
    document = scenes.home(language)
    assert renderer.missing_characters(document, CLASSIC) == ""
    assert "\ufffd" not in pdf_text(renderer.render(document, CLASSIC))


def test_the_same_han_is_drawn_in_the_language_of_the_document(renderer: TypstRenderer) -> None:
    names = {}
    for language in ("ja", "zh"):
        lines = [samples.sample_line(1, name="直骨今")]
        document = samples.sample_document(lines, language=language)
        names[language] = font_names(renderer.render(document, CLASSIC))
    assert names == {"ja": {"NotoSans", "NotoSansJP"}, "zh": {"NotoSans", "NotoSansSC"}}


def test_titles_are_told_in_the_language(pages: dict[str, bytes]) -> None:
    for language, pdf in pages.items():
        with opened(pdf) as file:
            title = labels_for(language).titles[DocumentKind.INVOICE]
            assert str(file.docinfo.Title).startswith(title)


def test_one_language_has_no_part_in_another(pages: dict[str, bytes]) -> None:
    for language, pdf in pages.items():
        assert {tag.split("-")[0] for tag in languages(pdf)} == {language}
