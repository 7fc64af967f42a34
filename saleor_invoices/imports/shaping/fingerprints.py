"""The hash by which the same item read twice is known.

SHA-256 over canonical JSON of all that was said: keys sorted, what was not said left out, numbers
without trailing zeros, so that ``19``, ``"19.00"`` and a spreadsheet's 19 are one value. A file
counts by its own hash, and its name does not count.
"""

import hashlib
from decimal import Decimal

import msgspec

from saleor_invoices.imports.records import AttachedFile
from saleor_invoices.imports.shaping.structs import InvoiceShape

_encoder = msgspec.json.Encoder(order="sorted")


def shape_fingerprint(
    shape: InvoiceShape, pdf: AttachedFile | None = None, *, is_canonical: bool = False
) -> str:
    """The fingerprint of an invoice with its PDF; ``is_canonical``: its numbers are ``plain``."""
    if shape.pdf_file:
        shape = msgspec.structs.replace(shape, pdf_file="")
    said: object = shape
    if not is_canonical:
        said = _canonical(msgspec.to_builtins(shape, builtin_types=(Decimal,)))
    return _hash(_encoder.encode(said), *([pdf] if pdf else ()))


def file_fingerprint(*files: AttachedFile | None) -> str:
    """The fingerprint of an invoice that is these files and nothing more."""
    return _hash(b"", *(file for file in files if file))


def _hash(text: bytes, *files: AttachedFile) -> str:
    digest = hashlib.sha256(text)
    for file in files:
        digest.update(b"\n" + file.sha256.encode())
    return digest.hexdigest()


def _canonical(value: object) -> object:
    kind = type(value)
    if kind is str:
        return value
    if kind is Decimal:
        return plain(value)  # type: ignore[arg-type]
    if isinstance(value, dict):
        return {key: _canonical(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_canonical(one) for one in value]
    return value


def plain(value: Decimal) -> str:
    """The number without exponent and trailing zeros."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
