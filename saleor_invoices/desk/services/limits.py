"""What people may leave here: JSON of some size and texts that can be shown."""

import json
import unicodedata
from collections.abc import Iterable

import msgspec

from saleor_invoices.domain.errors import InvalidInput

MOST_BYTES = 8_192
MOST_NAME = 100
MOST_LEVELS = 30
_LINES = "\n\t"
_SHAPING = "\u200c\u200d\u200e\u200f\u061c"
"""Joiners and marks of direction: some scripts are wrong without them."""


def checked_json(value: object, *, field: str) -> object:
    """The value, if it is not too large. Raises ``InvalidInput`` VALUE_TOO_LARGE, VALUE_INVALID."""
    _refuse_deep(value, field)
    if len(msgspec.json.encode(value)) > MOST_BYTES:
        raise InvalidInput(
            f"This holds more than {MOST_BYTES // 1024} kB.",
            code="VALUE_TOO_LARGE",
            params={"field": field, "most": MOST_BYTES},
        )
    try:
        json.dumps(value, allow_nan=False)
    except ValueError as error:  # infinity, which PostgreSQL does not keep
        raise InvalidInput(
            "This holds a number that is none.", code="VALUE_INVALID", params={"field": field}
        ) from error
    return value


def _refuse_deep(value: object, field: str) -> None:
    # What could just be written may be too deep to be read, together with what others keep.
    level = [value]
    for _ in range(MOST_LEVELS):
        level = [part for one in level for part in _inside(one)]
        if not level:
            return
    raise InvalidInput(
        f"This is nested more than {MOST_LEVELS} levels deep.",
        code="VALUE_INVALID",
        params={"field": field},
    )


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def checked_name(name: str) -> str:
    """A name of one line. Raises ``InvalidInput`` NAME_INVALID."""
    line = " ".join(name.split())
    if not 1 <= len(line) <= MOST_NAME or not shows(line):
        raise InvalidInput(
            f"A name has 1 to {MOST_NAME} characters that can be shown.",
            code="NAME_INVALID",
            params={"field": "name", "most": MOST_NAME},
        )
    return line


def shows(text: str) -> bool:
    """Whether a text of several lines has no hidden characters, which could turn it round."""
    return all(
        char in _LINES or char in _SHAPING or unicodedata.category(char) not in _HIDDEN
        for char in text
    )


_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Cn"})
