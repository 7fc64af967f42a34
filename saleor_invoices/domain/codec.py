"""A document as bytes and back: the snapshot that is frozen, hashed and rendered.

Canonical JSON: UTF-8, keys sorted, no spaces, every field written (a later change of a default
must not change an old document), a ``Decimal`` as a string without exponent or trailing zeros,
a date as ISO 8601. Equal documents give equal bytes on every machine.
"""

from decimal import Decimal
from functools import lru_cache

import msgspec

from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import InvalidInput

SCHEMA_VERSION = 1
"""The newest ``Document.schema_version`` that this code reads."""

_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(Document)


def encode(document: Document) -> bytes:
    """The document's canonical JSON. Raises ``InvalidInput`` for amounts that are no number."""
    values = msgspec.to_builtins(document, builtin_types=(Decimal,))
    _spell(values)
    return _encoder.encode(values)


def decode(snapshot: bytes) -> Document:
    """The document that was encoded.

    Raises ``InvalidInput`` SNAPSHOT_INVALID for anything else, SNAPSHOT_TOO_NEW when a newer
    version of the app wrote it.
    """
    try:
        document = _decoder.decode(snapshot)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidInput(f"Not a document: {error}", code="SNAPSHOT_INVALID") from error
    if document.schema_version > SCHEMA_VERSION:
        raise InvalidInput(
            "A newer version of the app wrote this document.",
            code="SNAPSHOT_TOO_NEW",
            params={"schema_version": document.schema_version},
        )
    return document


def _spell(values: dict[str, object]) -> None:
    """Put each amount's one spelling in its place, all the way down. Imports spend a third of
    their time here: hence in place, and by the exact type.
    """
    for name, value in values.items():
        if value is None or type(value) is str:
            continue
        if isinstance(value, Decimal):
            values[name] = _decimal(value)
        elif isinstance(value, dict):
            _spell(value)
        elif isinstance(value, list | tuple) and value:
            values[name] = [_spelt(item) for item in value]


def _spelt(value: object) -> object:
    if isinstance(value, dict):
        _spell(value)
    elif isinstance(value, list | tuple):
        return [_spelt(item) for item in value]
    return _decimal(value) if isinstance(value, Decimal) else value


@lru_cache(maxsize=4_096)  # equal amounts are spelled alike
def _decimal(value: Decimal) -> str:
    if not value.is_finite():
        raise InvalidInput("An amount must be a number.", code="INEXACT_AMOUNT")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
