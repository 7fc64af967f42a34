"""The sentences that are frozen with a document: complete and alike in every language."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from string import Formatter

import pytest

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.profile import LANGUAGES
from saleor_invoices.domain.wording import Wording, wording

ENGLISH = wording("en")


def _places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _texts(words: Wording) -> dict[str, str]:
    values = {field.name: getattr(words, field.name) for field in fields(words)}
    return {name: value for name, value in values.items() if isinstance(value, str)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_of_its_own(language: str) -> None:
    words = wording(language)
    assert words.language == language
    for name, text in _texts(words).items():
        assert text.strip(), name
        assert _places(text) == _places(_texts(ENGLISH)[name]), name
    assert words.exemption_reasons.keys() == ENGLISH.exemption_reasons.keys()
    assert all(text.strip() for text in words.exemption_reasons.values())


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        # Each is the phrase that the country's law wants, named beside it in the catalogue.
        ("de", "Steuerschuldnerschaft des Leistungsempfängers"),
        ("fr", "Autoliquidation"),
        ("pl", "Odwrotne obciążenie"),
        ("es", "Inversión del sujeto pasivo"),
        ("it", "Inversione contabile"),
        ("nl", "Btw verlegd"),
    ],
)
def test_reverse_charge_has_the_law_s_words(language: str, reason: str) -> None:
    assert wording(language).exemption_reasons[VatCategory.REVERSE_CHARGE] == reason


@pytest.mark.parametrize("language", ["de", "DE", "de-AT", "de_CH"])
def test_region_makes_no_difference(language: str) -> None:
    assert wording(language) is wording("de")


@pytest.mark.parametrize("language", ["", "sv", "x-none"])
def test_other_languages_fall_back_to_english(language: str) -> None:
    assert wording(language) is ENGLISH


@pytest.mark.parametrize(
    ("language", "day", "money"),
    [
        ("es", "6 dic 2026", "1.234,50\xa0€"),
        ("it", "6 dic 2026", "1.234,50\xa0€"),
        ("nl", "6 dec 2026", "€\xa01.234,50"),
        ("ja", "2026/12/06", "€1,234.50"),
        ("zh", "2026年12月6日", "€1,234.50"),
        ("ar", "06\u200f/12\u200f/2026", "\u200f1,234.50\xa0€"),
        ("he", "6 בדצמ׳ 2026", "\u200f1,234.50\xa0\u200f€"),
    ],
)
def test_days_and_amounts_are_written_as_the_language_does(
    language: str, day: str, money: str
) -> None:
    words = wording(language)
    assert words.date(date(2026, 12, 6)) == day
    assert words.money(Decimal("1234.5"), "EUR") == money


@pytest.mark.parametrize(
    ("day", "means", "label"),
    [
        (date(2026, 11, 3), "Card", "on Nov 3, 2026 · Card"),
        (date(2026, 11, 3), "", "on Nov 3, 2026"),
        (None, "Card", "Card"),
        (None, "", ""),
    ],
)
def test_a_prepayment_is_told_by_what_is_known(day: date | None, means: str, label: str) -> None:
    assert ENGLISH.paid(day, means) == label
