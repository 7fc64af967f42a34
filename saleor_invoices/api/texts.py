"""Short texts that people give and documents or ledgers show: one line, nothing hidden in it."""

from saleor_invoices.domain.errors import InvalidInput

LONGEST_KEY = 100
_SHAPING = dict.fromkeys(map(ord, "\u200c\u200d\u200e\u200f\u061c"))
"""Joiners and marks of direction: they print nothing, but some scripts are wrong without them."""


def is_printable(text: str) -> bool:
    """Whether it holds no control characters, overrides of direction or characters of no script."""
    return text.translate(_SHAPING).isprintable()


def checked_line(text: str, *, most: int, name: str) -> str:
    """The text with each run of white space as one space.

    Raises ``InvalidInput`` <NAME>_TOO_LONG for more than ``most`` characters, and <NAME>_INVALID
    for characters that can't be shown.
    """
    line = " ".join(text.split())
    if len(line) > most:
        raise InvalidInput(
            f"A {name} has at most {most} characters.",
            code=f"{name.upper()}_TOO_LONG",
            params={"field": name, "most": most},
        )
    if not is_printable(line):
        raise InvalidInput(
            f"The {name} holds characters that can't be shown.",
            code=f"{name.upper()}_INVALID",
            params={"field": name},
        )
    return line


def checked_key(key: str) -> str:
    """An idempotency key. Raises ``InvalidInput`` IDEMPOTENCY_KEY_INVALID."""
    if not key.isprintable() or not 1 <= len(key) <= LONGEST_KEY:
        raise InvalidInput(
            f"A key has 1 to {LONGEST_KEY} printable characters.",
            code="IDEMPOTENCY_KEY_INVALID",
            params={"field": "idempotencyKey"},
        )
    return key
