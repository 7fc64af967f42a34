"""Text from outside: printed as it is, never evaluated, and never a reason to fail."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleor_invoices.documents.formats import Formats
from saleor_invoices.documents.labels import LANGUAGES
from saleor_invoices.documents.port import Template
from saleor_invoices.documents.services import document_render
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.domain.document import Document
from tests import strategies
from tests.documents import samples
from tests.documents.pdf import drawn_lines, opened, page_texts, pdf_text

CLASSIC = Template()
NASTY = (
    '#eval("1+1") #sys.version $x^2$ *bold* _it_ `raw` <label> @ref // no /* comment */ \\ \\u{41}',
    '"; #panic("out") //',
    '}] #read("/etc/passwd") [{',
    '#import "@preview/cetz:0.3.0": *',
)


@pytest.mark.parametrize("text", NASTY)
def test_text_is_printed_and_never_evaluated(renderer: TypstRenderer, text: str) -> None:
    line = samples.sample_line(1, name=text, description=text, seller_item_id=text, note=text)
    document = samples.sample_document(
        [line],
        number=text[:60],
        buyer=replace(samples.BUYER, name=text),
        buyer_reference=text,
        payment_terms=text,
    )
    printed = "".join(pdf_text(renderer.render(document, Template(footer=(text,)))).split())
    assert printed.count("".join(text.split())) >= 6


@settings(max_examples=40, deadline=None)
@given(document=strategies.documents(numbered=True))
def test_any_order_renders_with_its_number_and_total(
    renderer: TypstRenderer, document: Document
) -> None:
    pdf = renderer.render(document, CLASSIC)
    text = "|".join(line for page in range(len(page_texts(pdf))) for line in drawn_lines(pdf, page))
    country, currency = document.seller.address.country, document.currency
    formats = Formats(language=document.language, country=country, currency=currency)
    assert document.number in text
    assert "".join(formats.amount(document.totals.payable).split()) in text


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(st.characters() | st.integers(0xD800, 0xDFFF).map(chr), max_size=60),
    languages=st.tuples(st.sampled_from(LANGUAGES), st.sampled_from((*LANGUAGES, ""))),
)
def test_any_text_renders_as_pdf_a(
    renderer: TypstRenderer, text: str, languages: tuple[str, str]
) -> None:
    line = samples.sample_line(1, name=text, description=text, seller_item_id=text, note=text)
    document = samples.sample_document(
        [line],
        language=languages[0],
        second_language=languages[1],
        number=text,
        seller=replace(samples.SELLER, name=text, trading_name=text, legal_information=text),
        buyer=replace(samples.BUYER, name=text),
        payment_terms=text,
    )
    with opened(renderer.render(document, Template(footer=(text,)))) as file:
        assert file.open_metadata().pdfa_status == "3A"


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x01\x1b[31m\x7f\x85",
        "\ud800 half a pair",
        "\ufeff\ufffe\uffff\U0010ffff",
        "\ue000 private",
        "\u202e reversed \u202c \u2066 isolated \u2069",
        "日本語 and 😀 ❤️",
        "a\u0301\u200d\u200b\u00ad",
        "line\r\nline\u2028line\vline",
        "",
        " ",
    ],
)
def test_characters_that_pdf_a_refuses_do_not_stop_a_document(
    renderer: TypstRenderer, text: str
) -> None:
    line = samples.sample_line(1, name=text, description=text, seller_item_id=text)
    document = samples.sample_document([line], buyer=replace(samples.BUYER, name=text))
    with opened(renderer.render(document, CLASSIC)) as file:
        assert file.open_metadata().pdfa_status == "3A"


def test_characters_without_a_glyph_are_reported(renderer: TypstRenderer) -> None:
    line = samples.sample_line(1, name="Tea 차 from 한국")
    rendered = document_render(document=samples.sample_document([line]), renderer=renderer)
    assert rendered.missing_characters == "국차한"
    assert "Tea \ufffd from" in pdf_text(rendered.pdf)
