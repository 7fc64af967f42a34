"""The words of reports in every language that documents speak."""

from collections.abc import Mapping

from saleor_invoices.reports.words import ar, de, en, es, fr, he, it, ja, nl, pl, zh

CATALOGUES: Mapping[str, Mapping[str, str]] = {
    "en": en.WORDS, "de": de.WORDS, "fr": fr.WORDS, "pl": pl.WORDS, "es": es.WORDS,
    "it": it.WORDS, "nl": nl.WORDS, "ja": ja.WORDS, "zh": zh.WORDS, "ar": ar.WORDS, "he": he.WORDS,
}  # fmt: skip


def words_for(language: str) -> Mapping[str, str]:
    """The words of a language of ``LANGUAGES``."""
    return CATALOGUES[language]
