"""The hash chain over issued documents of one series.

Two steps, so that a lawful erasure leaves the chain whole: ``digest`` covers the snapshot with a
random salt, ``link`` covers that digest, never the snapshot. When a snapshot and its salt are
erased, the digest says nothing about them any more, and every link still verifies.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from saleor_invoices.domain.errors import InvalidInput

GENESIS = "0" * 64
"""What the first document of a series has as the hash before it."""

SALT_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One document as the chain sees it; ``position`` counts from 1 without a gap."""

    position: int
    number: str
    digest: str
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Where the chain does not hold.

    ``code`` is POSITION (a document is missing or doubled), PREVIOUS (it does not follow the one
    before) or HASH (number, digest or position was changed).
    """

    code: str
    position: int
    number: str


def new_salt() -> bytes:
    """A fresh random salt of ``SALT_BYTES`` bytes."""
    return secrets.token_bytes(SALT_BYTES)


def digest(snapshot: bytes, salt: bytes) -> str:
    """SHA-256 of salt and snapshot, as 64 hex digits. The salt must have ``SALT_BYTES`` bytes."""
    if len(salt) != SALT_BYTES:  # of one length, so that salt and snapshot cannot be shifted
        raise InvalidInput(f"A salt has {SALT_BYTES} bytes, not {len(salt)}.", code="SALT_INVALID")
    return hashlib.sha256(salt + snapshot).hexdigest()


def link(previous_hash: str, digest: str, number: str, position: int) -> str:
    """The document's own hash, as 64 hex digits, over the hash before it and its identity."""
    # The number stands last: it is the only part that could itself hold a line break.
    text = "\n".join((_hex(previous_hash), _hex(digest), str(position), number))
    return hashlib.sha256(text.encode()).hexdigest()


def breaks(entries: Iterable[Entry], *, after: Entry | None = None) -> Iterator[Break]:
    """Every place where the entries, given in order of position, do not form a chain.

    ``after`` is the entry before the first one, when not the whole series is given.
    """
    position = after.position if after else 0
    previous = after.hash if after else GENESIS
    for entry in entries:
        yield from _entry_breaks(entry, position=position + 1, previous=previous)
        position, previous = entry.position, entry.hash


def _entry_breaks(entry: Entry, *, position: int, previous: str) -> Iterator[Break]:
    faults = {
        "POSITION": entry.position != position,
        "PREVIOUS": entry.previous_hash != previous,
        "HASH": entry.hash != _relink(entry),
    }
    for code, found in faults.items():
        if found:
            yield Break(code=code, position=entry.position, number=entry.number)


def _relink(entry: Entry) -> str | None:
    try:
        return link(entry.previous_hash, entry.digest, entry.number, entry.position)
    except InvalidInput:
        return None


def _hex(value: str) -> str:
    if len(value) != 64 or not set(value) <= set("0123456789abcdef"):
        raise InvalidInput("A hash has 64 lower-case hex digits.", code="HASH_INVALID")
    return value
