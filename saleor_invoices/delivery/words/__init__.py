"""The app's own mails in every language that documents speak."""

from saleor_invoices.delivery.words import ar, de, en, es, fr, he, it, ja, nl, pl, zh
from saleor_invoices.delivery.words.catalogue import Occasion, Text, Words
from saleor_invoices.domain.languages import language_among
from saleor_invoices.domain.profile import LANGUAGES

_CATALOGUES = {
    "en": en.WORDS, "de": de.WORDS, "fr": fr.WORDS, "pl": pl.WORDS, "es": es.WORDS,
    "it": it.WORDS, "nl": nl.WORDS, "ja": ja.WORDS, "zh": zh.WORDS, "ar": ar.WORDS, "he": he.WORDS,
}  # fmt: skip
RIGHT_TO_LEFT = frozenset({"ar", "he"})


def language_for(*wanted: str) -> str:
    """The first of the BCP 47 languages that mails speak, by its primary subtag; else English."""
    return language_among(LANGUAGES, wanted)


def words_for(language: str) -> Words:
    """The words of a language of ``LANGUAGES``."""
    return _CATALOGUES[language]


__all__ = ["RIGHT_TO_LEFT", "Occasion", "Text", "Words", "language_for", "words_for"]
