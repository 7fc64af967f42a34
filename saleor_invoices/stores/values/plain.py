"""Checks of plain values: yes or no, numbers, texts, one of a few words."""

import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from saleor_invoices.stores.values.check import Check, Kind, check

# Controls break XML and mail headers; embeddings and overrides of direction make a text look like
# another one. Joiners and marks are spelling in Persian, Hindi, Arabic and Hebrew, and a space
# that does not break belongs before a French colon.
_REFUSED = frozenset({"Cc", "Cs", "Co", "Cn", "Cf", "Zl", "Zp"})
_SPELLING = frozenset("\u00ad\u061c\u200c\u200d\u200e\u200f\u2060")


@check(Kind.FLAG)
def flag(value: object) -> bool:
    """``true`` or ``false``."""
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def whole(low: int, high: int) -> Check:
    """A whole number from ``low`` to ``high``."""

    @check(Kind.WHOLE_NUMBER, least=low, most=high)
    def judge(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"must be a whole number from {low} to {high}")
        return value

    return judge


def text(longest: int) -> Check:
    """Printable text of at most ``longest`` characters, line breaks allowed; may be empty."""

    @check(Kind.TEXT, most=longest)
    def judge(value: object) -> str:
        stripped = _lines(value).strip()
        _refuse_unprintable(stripped, besides="\n")
        _refuse_longer(stripped, longest)
        return stripped

    return judge


def source_text(longest: int) -> Check:
    """Source of a template: like ``text``, with tabs, and with the spaces at both ends."""

    @check(Kind.SOURCE, most=longest)
    def judge(value: object) -> str:
        lines = _lines(value)
        _refuse_unprintable(lines, besides="\n\t")
        _refuse_longer(lines, longest)
        return lines if lines.strip() else ""

    return judge


def texts(longest_in_all: int) -> Check:
    """A list of texts that have at most ``longest_in_all`` characters together."""
    one = text(longest_in_all)

    @check(Kind.TEXTS, most=longest_in_all)
    def judge(value: object) -> list[str]:
        if not isinstance(value, list):
            raise ValueError("must be a list of texts")
        checked: list[str] = [one(item) for item in value]
        if not all(checked):
            raise ValueError("has an empty text")
        if sum(map(len, checked)) > longest_in_all:
            raise ValueError(f"must have at most {longest_in_all} characters together")
        return checked

    return judge


def choice(allowed: type[StrEnum] | Iterable[str]) -> Check:
    """One of a few words."""
    words = tuple(str(word) for word in allowed)

    @check(Kind.CHOICE, choices=words)
    def judge(value: object) -> str:
        if not isinstance(value, str) or value not in words:
            raise ValueError("must be one of " + ", ".join(word or '""' for word in words))
        return str(value)

    return judge


def _lines(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be text")
    return value.replace("\r\n", "\n")  # as a browser's text field sends them


def _refuse_unprintable(value: str, *, besides: str) -> None:
    for character in value:
        if character in besides or character in _SPELLING:
            continue
        if unicodedata.category(character) in _REFUSED:
            raise ValueError(f"has the character U+{ord(character):04X}, which can't be printed")


def _refuse_longer(value: str, longest: int) -> None:
    if len(value) > longest:
        raise ValueError(f"must have at most {longest} characters")
