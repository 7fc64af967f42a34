"""Text made safe to print."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.documents.text import clean, missing, single_line

ASCII = frozenset(range(0x20, 0x7F))
LATIN = ASCII | set(range(0xA0, 0x250)) | {0xFFFD}
# Half surrogate pairs are what JSON can smuggle in.
anything = st.text(st.characters() | st.integers(0xD800, 0xDFFF).map(chr))


@given(anything)
def test_clean_text_has_only_covered_characters(value: str) -> None:
    kept = set("\n\u200c\u200d\u200e\u200f\u061c")
    assert all(ord(c) in LATIN or c in kept for c in clean(value, LATIN))


@given(anything)
def test_clean_text_can_be_encoded_and_is_stable(value: str) -> None:
    once = clean(value, LATIN)
    once.encode()
    assert clean(once, LATIN) == once


@given(st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=50))
def test_covered_text_is_kept(value: str) -> None:
    assert clean(value, LATIN) == unicodedata.normalize("NFC", value).replace("\u00ad", "")


@pytest.mark.parametrize(
    ("value", "cleaned"),
    [
        ("a\r\nb\rc\u2028d\ve", "a\nb\nc\nd\ne"),
        ("tab\tstop", "tab stop"),
        ("bell\x07 null\x00", "bell null"),
        ("\u202ereversed\u202c", "reversed"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("e\u0301", "é"),
        ("日", "\ufffd"),
        ("\ud800", "\ufffd"),
        ("\ue000", "\ufffd"),
        ("\ufeffmark", "mark"),
    ],
)
def test_clean(value: str, cleaned: str) -> None:
    assert clean(value, LATIN) == cleaned


def test_question_mark_stands_in_where_the_font_has_no_replacement_character() -> None:
    assert clean("日", ASCII) == "?"


def test_missing_names_visible_characters_only() -> None:
    assert missing("Tea 茶\n\u202e\ufe0f\x00\u200d 茶", LATIN) == {"茶"}


@given(anything)
def test_single_line_has_no_breaks(value: str) -> None:
    line = single_line(value)
    assert line == line.strip()
    assert len(line.splitlines()) <= 1
