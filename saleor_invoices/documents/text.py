"""Strings made safe to print: the one gate that all text passes on its way into a PDF.

Nothing here is about the template language: data travels as JSON and is never evaluated. It is
about characters that PDF/A refuses (ISO 19005-3, 6.2.11.7: control characters, U+FEFF, private
use without a meaning), about direction overrides that could make an amount read backwards, and
about characters that no installed font has.
"""

import re
import unicodedata
from collections.abc import Callable, Set

REPLACEMENT = "\ufffd"
_BREAKS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_DROPPED = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # direction embeddings and overrides
    "\u00ad\u200b\u2060\ufeff"  # invisible: soft hyphen, zero-width spaces, byte order mark
    "\ufe0e\ufe0f"  # ask for a text or emoji style that fonts do not have
)
_SHAPING = frozenset("\u200c\u200d\u200e\u200f\u061c")  # joiners and marks, harmless and needed
_UNPRINTABLE = frozenset({"Cc", "Cs", "Co", "Cn"})


def clean(value: str, covered: Set[int]) -> str:
    """The text with line breaks as ``\\n`` and only characters of which ``covered`` has the code.

    Characters that can't be printed become U+FFFD where the fonts have it, else ``?``.
    """
    mark = REPLACEMENT if ord(REPLACEMENT) in covered else "?"
    text = _BREAKS.sub("\n", unicodedata.normalize("NFC", value)).replace("\t", " ")
    return "".join(_printed(character, covered, mark) for character in text)


def missing(value: str, covered: Set[int]) -> set[str]:
    """The visible characters of the text that ``covered`` lacks."""
    normal = unicodedata.normalize("NFC", value)
    return {c for c in normal if _visible(c) and ord(c) not in covered}


def single_line(value: str) -> str:
    """The text with every run of white space and control characters as one space."""
    spaced = "".join(" " if unicodedata.category(c) in _UNPRINTABLE else c for c in value)
    return " ".join(spaced.split())


def mapped(data: object, change: Callable[[str], str]) -> object:
    """JSON-like data with every text changed, keys excepted."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {key: mapped(value, change) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [mapped(value, change) for value in data]
    return data


def _printed(character: str, covered: Set[int], mark: str) -> str:
    if character == "\n" or character in _SHAPING:
        return character
    if character in _DROPPED:
        return ""
    category = unicodedata.category(character)
    if category == "Cc":
        return ""
    return mark if category in _UNPRINTABLE or ord(character) not in covered else character


def _visible(character: str) -> bool:
    if character in _DROPPED or character in _SHAPING:
        return False
    return unicodedata.category(character) not in _UNPRINTABLE | {"Zl", "Zp"}
