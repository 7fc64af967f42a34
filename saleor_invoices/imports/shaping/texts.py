"""Texts as they are kept: without white space around, and nothing that a database refuses."""

from datetime import date
from decimal import Decimal

import msgspec

from saleor_invoices.imports.shaping.structs import InvoiceShape

_KEPT = "\t\n"
_REPLACED = "\ufffd"


def clean(text: str) -> str:
    """The text; control characters and halves of characters become U+FFFD."""
    text = text.strip()
    if text.isprintable():  # nearly always
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(_kept(character) for character in text)


def cleaned(shape: InvoiceShape) -> InvoiceShape:
    """The shape with all its texts clean."""
    said = msgspec.to_builtins(shape, builtin_types=(Decimal, date))
    return msgspec.convert(_cleaned(said), InvoiceShape)


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(one) for one in value]
    return value


def _kept(character: str) -> str:
    if character in _KEPT:
        return character
    is_lost = character < " " or "\x7f" <= character < "\xa0" or "\ud800" <= character <= "\udfff"
    return _REPLACED if is_lost else character
