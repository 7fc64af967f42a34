"""Bytes from outside into values: with a limit on size, and numbers as ``Decimal``."""

import json
from decimal import Decimal

import httpx


def read(response: httpx.Response, *, limit: int) -> bytes:
    """The body of a streamed response; ``ValueError`` when it is longer than ``limit`` bytes."""
    chunks = bytearray()
    for chunk in response.iter_bytes():
        chunks += chunk
        if len(chunks) > limit:
            raise ValueError(f"answer longer than {limit} bytes")
    return bytes(chunks)


def decode(body: bytes) -> object:
    """JSON (RFC 8259) with fractions as ``Decimal``, since money must never be a float.

    Raises ``ValueError`` for anything that is no JSON, NaN and infinities included, and for
    nesting beyond the interpreter's depth.
    """
    try:
        value: object = json.loads(body, parse_float=Decimal, parse_constant=_no_number)
    except (RecursionError, ArithmeticError) as error:  # too deep; an exponent beyond Decimal's
        raise ValueError("beyond what can be read") from error
    return value


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")
