"""A document in two languages: words of both, values once."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.documents.labels import labels_for
from saleor_invoices.documents.port import Template
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.documents.view.build import document_view
from saleor_invoices.documents.view.model import DocumentView, Pair
from saleor_invoices.domain.codes import SupplyDateKind
from saleor_invoices.domain.document import Delivery, Document, LineAdjustment, Period
from saleor_invoices.domain.errors import InvalidInput
from tests.documents import samples, scenes
from tests.documents.pdf import (
    drawn_lines,
    languages,
    opened,
    page_texts,
    pdf_text,
    reading_direction,
)

CLASSIC = Template()


def view_of(document: Document) -> DocumentView:
    return document_view(document, CLASSIC, with_qr=True)


def polish_and_german(lines: int = 2, **changes: Any) -> Document:
    return samples.sample_document(lines, language="pl", second_language="de", **changes)


@pytest.mark.parametrize(
    ("first", "second", "direction"),
    [("ar", "en", "R2L"), ("he", "en", "R2L"), ("ja", "en", "L2R"), ("pl", "de", "L2R")],
)
def test_pages_have_both_languages_and_say_which_part_is_which(
    renderer: TypstRenderer, first: str, second: str, direction: str
) -> None:
    document = samples.sample_document(2, language=first, second_language=second)
    pdf = renderer.render(document, CLASSIC)
    drawn = "|".join(drawn_lines(pdf))
    other = labels_for(second)
    for word in (other.seller, other.issue_date, other.description, other.payable, other.payment):
        assert "".join(word.split()) in drawn
    assert {tag.split("-")[0] for tag in languages(pdf)} == {first, second}
    assert reading_direction(pdf) == direction
    with opened(pdf) as file:
        assert file.open_metadata().pdfa_status == "3A"
        assert str(file.Root.Lang).split("-")[0] == first


def test_values_are_there_once(renderer: TypstRenderer) -> None:
    alone = pdf_text(renderer.render(samples.sample_document(2, language="pl"), CLASSIC))
    both = pdf_text(renderer.render(polish_and_german(), CLASSIC))
    for value in ("INV-2026-00042", "DE129273398", "22 listopada 2026", "237,00", "286,80"):
        # The sentence that asks for the money is there in both languages.
        sentences = 1 if value == "286,80" else 0
        assert both.count(value) == alone.count(value) + sentences


def test_labels_and_headings_stand_beside_the_first_ones() -> None:
    view = view_of(polish_and_german())
    assert view.second_title == "Rechnung"
    assert [party.second_heading for party in view.parties] == ["Von", "Rechnung an"]
    assert view.facts[0] == Pair(
        label="Data wystawienia", value="22 listopada 2026", second="Rechnungsdatum"
    )
    assert view.lines.second_headers[1] == "Beschreibung"
    assert view.totals[-1].second == "Zahlbetrag"
    assert view.footer.second_page == "Seite {page} von {pages}"


def test_what_both_languages_call_alike_is_there_once() -> None:
    view = view_of(polish_and_german())
    assert view.payment is not None
    seconds = {pair.label: pair.second for pair in view.payment.accounts[0]}
    assert (seconds["IBAN"], seconds["Właściciel rachunku"]) == ("", "Kontoinhaber")


def test_sentences_are_whole_in_both_languages() -> None:
    payment = view_of(polish_and_german()).payment
    assert payment is not None
    assert payment.texts[0] == "Prosimy o zapłatę 286,80\xa0€ do 6 grudnia 2026."
    assert payment.second_texts == ("Bitte überweisen Sie 286,80\xa0€ bis zum 6. Dezember 2026.",)


def test_the_law_s_wording_is_told_in_both_languages() -> None:
    document = replace(samples.sample_reverse_charge("pl"), second_language="de")
    document = replace(
        document,
        vat_breakdown=tuple(
            replace(row, tax=replace(row.tax, exemption_reason="Odwrotne obciążenie"))
            for row in document.vat_breakdown
        ),
    )
    tax = view_of(document).tax
    assert tax.reasons == ("Odwrotne obciążenie",)
    assert tax.second_reasons == ("Steuerschuldnerschaft des Leistungsempfängers.",)
    assert tax.rows[0].second_category == "Reverse Charge"


def test_a_frozen_wording_gets_the_other_language_s_own() -> None:
    delivery = Delivery(
        supply_date_kind=SupplyDateKind.EXPECTED, supply_wording="Dostawa nastąpi później."
    )
    (block,) = view_of(polish_and_german(delivery=delivery)).blocks
    assert block.texts == ("Dostawa nastąpi później.",)
    assert block.second_texts == ("Die Leistung wird nach dem Rechnungsdatum ausgeführt.",)


def test_details_with_a_label_are_told_twice_and_others_once() -> None:
    line = samples.sample_line(
        1,
        allowances=(LineAdjustment(amount=Decimal("5.00")),),
        period=Period(start=samples.ISSUED, end=samples.DUE),
    )
    (row,) = view_of(
        samples.sample_document([line], language="pl", second_language="de")
    ).lines.rows
    assert row.second_details == ("Rabatt enthalten: 5,00\xa0€ netto",)


@pytest.mark.parametrize("second", ["pl", "pl-PL", ""])
def test_the_same_language_twice_is_one(second: str) -> None:
    document = samples.sample_document(2, language="pl", second_language=second)
    assert view_of(document) == view_of(samples.sample_document(2, language="pl"))


def test_a_second_language_without_words_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        view_of(samples.sample_document(1, second_language="sv"))
    assert caught.value.code == "LANGUAGE_UNSUPPORTED"


def test_a_number_after_a_hebrew_label_keeps_its_place(renderer: TypstRenderer) -> None:
    pdf = renderer.render(samples.sample_document(1, second_language="he"), CLASSIC)
    label = "".join(labels_for("he").tax_number.split())[::-1]
    assert any(f"Taxnumber/{label}30/123/45678" in line for line in drawn_lines(pdf))


def test_a_long_document_in_two_languages_loses_no_line(renderer: TypstRenderer) -> None:
    document = samples.sample_document(60, language="ar", second_language="en")
    pdf = renderer.render(document, CLASSIC)
    drawn = [line for page in range(len(page_texts(pdf))) for line in drawn_lines(pdf, page)]
    assert sum("COF-ESP-1000" in line for line in drawn) == 12


def test_the_header_is_there_once_on_a_page_that_begins_inside_a_row(
    renderer: TypstRenderer,
) -> None:
    document = replace(samples.sample_demanding("ar"), second_language="en")
    pdf = renderer.render(document, CLASSIC)
    heads = [sum("UnitpriceQty" in line for line in drawn_lines(pdf, page)) for page in (0, 1)]
    assert heads == [1, 1]


def test_a_credit_note_and_a_proforma_have_both_titles(renderer: TypstRenderer) -> None:
    credit = pdf_text(renderer.render(scenes.refunded("de", second_language="fr"), CLASSIC))
    assert "Rechnungskorrektur" in credit
    assert "Avoir" in credit
    proforma = pdf_text(renderer.render(scenes.proforma("it", second_language="en"), CLASSIC))
    assert "Documento non valido ai fini fiscali" in proforma
    assert "Not a tax invoice" in proforma
