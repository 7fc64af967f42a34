"""Which reader reads a file, and how: whoever keeps documents knows no format."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.readers.registry import reader_of
from saleor_invoices.imports.records import Reader, ReadOptions

MOST_OPTIONS = 100_000
"""Bytes; a mapping of a thousand columns fits."""


def reader_find(path: Path, name: str) -> Reader:
    """The reader of a file. Raises ``InvalidInput`` FILE_EMPTY, FORMAT_UNKNOWN, ZIP_INVALID."""
    return reader_of(path, name)


def options_of(values: Mapping[str, object], *, after: int = 0) -> ReadOptions:
    """Kept options as the reader wants them. Raises ``InvalidInput`` OPTIONS_INVALID."""
    try:
        return msgspec.convert({**values, "after": after}, ReadOptions)
    except msgspec.ValidationError as error:
        raise InvalidInput(
            f"These options can't be used: {error}",
            code="OPTIONS_INVALID",
            params={"field": "options"},
        ) from error


def options_kept(options: ReadOptions) -> dict[str, object]:
    """The options as JSON to keep, without those that are empty."""
    told = msgspec.to_builtins(options)
    kept = {name: value for name, value in told.items() if value and name != "after"}
    if len(msgspec.json.encode(kept)) > MOST_OPTIONS:
        raise InvalidInput(
            f"The options hold more than {MOST_OPTIONS // 1000} kB.", code="OPTIONS_INVALID"
        )
    return kept
