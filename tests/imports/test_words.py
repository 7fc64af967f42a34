"""Findings in words, as the report says them."""

import pytest

from saleor_invoices.imports.words import Words, language_for, words_for

KEPT = {"code": "DATE_INVALID", "message": "'x' is no date.", "remedy": "A date.", "value": "x"}


@pytest.fixture
def german() -> Words:
    """The words of German."""
    return words_for("de")


def test_a_finding_is_told_with_the_names_of_what_can_be_set(german: Words) -> None:
    assert german.told(KEPT) == (
        "„x“ ist kein Datum.",
        "Ein Datum wie 2026-11-02; oder wählen Sie „Reihenfolge im Datum“ unter "
        "„Wie die Datei gelesen wird“, wenn Tag und Monat vertauscht sind.",
    )


def test_it_says_as_much_as_is_known(german: Words) -> None:
    twice = {"code": "DUPLICATE_IN_FILE"}
    assert german.told(twice)[0] == "Derselbe Beleg steht mehrmals in der Datei."
    told = german.told({**twice, "earlier": "a.csv row 2"})[0]
    assert told == "Derselbe Beleg steht schon in der Datei: a.csv Zeile 2."
    totals = {"code": "TOTALS_DIFFER", "stated": "2", "computed": "1", "column": ""}
    assert german.told(totals)[1] == "1, oder Positionen, die 2 ergeben."
    assert german.told({**totals, "column": "Brutto"})[0].startswith("Brutto: 2 ist angegeben")


def test_what_a_file_says_is_not_taken_for_a_place_to_fill(german: Words) -> None:
    assert german.told({**KEPT, "value": "{remedy}"})[0] == "„{remedy}“ ist kein Datum."


def test_a_code_that_is_not_known_is_told_as_it_was_kept(german: Words) -> None:
    assert german.told({**KEPT, "code": "NEW"}) == ("'x' is no date.", "A date.")
    assert german.told({}) == ("", "")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("row 7", "Zeile 7"), ("rows 7-9", "Zeilen 7-9"), ("a b.csv line 3", "a b.csv Zeile 3"),
        ("row 7.xml", "row 7.xml"), ("my row.xml", "my row.xml"), ("", ""),
    ],
)  # fmt: skip
def test_places_are_told(german: Words, place: str, told: str) -> None:
    assert german.place(place) == told


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["de-AT"], "de"), (["pt-BR"], "en"), (["ja", "fr_CA"], "fr"), (["PL"], "pl"),
        ([], "en"), ([""], "en"), (["../de"], "en"),
    ],
)  # fmt: skip
def test_the_first_language_that_there_are_words_in_is_spoken(
    wanted: list[str], language: str
) -> None:
    assert language_for(*wanted) == language
