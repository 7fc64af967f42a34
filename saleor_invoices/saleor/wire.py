"""Bytes from outside into values: with a limit on size, and numbers as ``Decimal``."""

import json
import time
from decimal import Decimal

import httpx

MAX_SECONDS = 60.0
_CODINGS = frozenset({"", "identity", "gzip", "deflate"})


def read(response: httpx.Response, *, limit: int) -> bytes:
    """The body of a streamed response.

    ``ValueError`` when it is longer than ``limit`` bytes, takes longer than ``MAX_SECONDS``, or
    was packed more than once: whoever answers may want to fill our memory, or to hold us up.
    """
    if response.headers.get("content-encoding", "").strip().lower() not in _CODINGS:
        raise ValueError("a content coding that was not asked for")
    chunks, deadline = bytearray(), time.monotonic() + MAX_SECONDS
    for chunk in response.iter_bytes():
        chunks += chunk
        if len(chunks) > limit:
            raise ValueError(f"answer longer than {limit} bytes")
        if time.monotonic() > deadline:
            raise ValueError(f"answer slower than {MAX_SECONDS} s")
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


def has_nul(value: object) -> bool:
    """Whether any text in decoded JSON holds the character NUL, which PostgreSQL never keeps."""
    if isinstance(value, dict):
        return any(has_nul(key) or has_nul(item) for key, item in value.items())
    if isinstance(value, list):
        return any(map(has_nul, value))
    return isinstance(value, str) and "\x00" in value


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")
