"""Words of the hosted page, one module a language; English where there is none."""

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from saleor_invoices.web.hosted.words import ar, de, en, es, fr, he, it, ja, nl, pl, zh
from saleor_invoices.web.hosted.words.catalogue import Words

_ALL = (en, de, fr, pl, es, it, nl, ja, zh, ar, he)
WORDS: dict[str, Words] = {module.WORDS.language: module.WORDS for module in _ALL}


def words_for(language: str) -> Words:
    """The words in a BCP 47 language, by its first part."""
    return WORDS.get(_primary(language), WORDS["en"])


def language_of(request: HttpRequest) -> str:
    """The first language that the browser asks for and we have; else English."""
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", "")[:500])
    spoken = (_primary(language) for language, _ in asked)
    return next((language for language in spoken if language in WORDS), "en")


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


__all__ = ["WORDS", "Words", "language_of", "words_for"]
