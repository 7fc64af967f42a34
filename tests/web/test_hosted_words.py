"""The words of the hosted page, in every language that documents speak."""

import string
from dataclasses import fields

import pytest

from saleor_invoices.domain.profile import LANGUAGES
from saleor_invoices.web.hosted.words import WORDS, Words, words_for

FIELDS = [one.name for one in fields(Words)]


def test_there_are_words_in_every_language_that_documents_speak() -> None:
    assert set(WORDS) == set(LANGUAGES)
    assert words_for("pl-PL") is words_for("PL_pl") is WORDS["pl"]
    assert words_for("eo") is WORDS["en"]


@pytest.mark.parametrize("name", FIELDS)
def test_every_language_has_words_of_its_own(name: str) -> None:
    said = [getattr(words, name) for words in WORDS.values()]
    assert all(said)
    # Neighbouring languages share a word here and there, never most of them.
    assert len(set(said)) >= len(said) - 3


@pytest.mark.parametrize("language", sorted(WORDS))
def test_what_is_filled_in_is_what_english_fills_in(language: str) -> None:
    for name in FIELDS:
        assert _names(getattr(WORDS[language], name)) == _names(getattr(WORDS["en"], name)), name


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
