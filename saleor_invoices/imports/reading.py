"""Which reader reads a file; readers register here, so that who keeps documents knows no format."""

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.records import Reader, ReadOptions

MOST_OPTIONS = 100_000
"""Bytes; a mapping of a thousand columns fits."""

Finder = Callable[[Path, str], Reader]
_finders: list[Finder] = []


def on_find(finder: Finder) -> None:
    """Ask ``finder`` for the reader of a file, by its content and name; the last one decides."""
    if finder not in _finders:
        _finders.append(finder)


def reader_find(path: Path, name: str) -> Reader:
    """The reader of a file. Raises ``InvalidInput`` FORMAT_UNKNOWN."""
    if not _finders:
        raise InvalidInput("No reader knows such a file.", code="FORMAT_UNKNOWN")
    return _finders[-1](path, name)


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
