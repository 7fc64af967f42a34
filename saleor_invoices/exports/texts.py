"""Texts as the files of other programs may hold them."""

import unicodedata
from functools import lru_cache

from saleor_invoices.exports.cells import harmless

_CONTROLS = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_TYPOGRAPHY = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-",
        "\u2026": "...", "\u00a0": " ", "\u202f": " ", "\u0142": "l", "\u0141": "L",
        "\u0111": "d", "\u0110": "D",
    }
)  # fmt: skip
"""Letters and signs that have a plain form, though Unicode takes none of them apart."""


def one_line(text: str, longest: int) -> str:
    """The text on one line, without controls, at most so many characters, for any reader."""
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(one) in _CONTROLS else one for one in text)
    return " ".join(text.split())[:longest]


def cell(text: str, longest: int, encoding: str) -> str:
    """``one_line`` as a cell that no spreadsheet runs, in characters that the encoding has."""
    return encodable(harmless(one_line(text, longest)), encoding)[:longest]


def encodable(text: str, encoding: str) -> str:
    """The text in characters of an encoding: accents it lacks go, what is left over is ``?``."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_near(one, encoding) for one in text)
    return text


@lru_cache(maxsize=4_096)
def _near(character: str, encoding: str) -> str:
    plain = character.translate(_TYPOGRAPHY)
    apart = "".join(
        one for one in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(one)
    )
    for candidate in (character, plain, apart):
        if candidate and candidate.encode(encoding, "ignore").decode(encoding) == candidate:
            return candidate
    return "?"
