"""Texts of a form, checked one by one; a refusal names the field."""

from collections.abc import Sequence
from typing import TypeVar

from saleor_invoices.api.texts import is_printable
from saleor_invoices.domain.errors import InvalidInput

LONGEST_LINE, LONGEST_BLOCK = 300, 4_000

T = TypeVar("T")


def line(text: str, place: str, *, most: int = LONGEST_LINE) -> str:
    """The text with each run of white space as one space."""
    return _checked(" ".join(text.split()), place, most)


def block(text: str, place: str) -> str:
    """The text of several lines, without spaces at their ends."""
    rows = [" ".join(row.split()) for row in text.strip().splitlines()]
    for row in rows:
        _checked(row, place, LONGEST_BLOCK)
    return _length("\n".join(rows), place, LONGEST_BLOCK)


def few(rows: Sequence[T], place: str, most: int) -> Sequence[T]:
    """The rows, if they are not too many."""
    if len(rows) > most:
        raise InvalidInput(
            f"There are {most} {place} at most.",
            code="FORM_TOO_LONG",
            params={"field": place, "most": most},
        )
    return rows


def _checked(text: str, place: str, most: int) -> str:
    if not is_printable(text):
        raise InvalidInput(
            "A text holds characters that can't be shown.",
            code="TEXT_INVALID",
            params={"field": place},
        )
    return _length(text, place, most)


def _length(text: str, place: str, most: int) -> str:
    if len(text) > most:
        raise InvalidInput(
            f"A text has {most} characters at most.",
            code="TEXT_TOO_LONG",
            params={"field": place, "most": most},
        )
    return text
