"""What a reader hands on: one item a document, checked alone, with what is wrong with it.

Readers know files and no database; whoever keeps the items knows the store and no file format.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from saleor_invoices.domain.findings import Finding
from saleor_invoices.invoices.services.external_record import (
    AttachedFile,
    CustomerKey,
    ExternalRecord,
    OrderKey,
    PaidAmount,
)

__all__ = [
    "AttachedFile",
    "CustomerKey",
    "ExternalRecord",
    "Item",
    "OrderKey",
    "PaidAmount",
    "Preview",
    "ReadOptions",
    "Reader",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One document of a file. Without a record it is rejected, and ``findings`` say why.

    A finding's ``params`` may name ``column`` (as the file calls it), ``place`` (``row 7``) and
    ``value`` (shortened); its remedy says what would be right.
    """

    position: int  # 1, 2, ... in the file: where a stopped import goes on
    place: str  # for people: "row 7", "rows 7-9", "line 3", "invoices/a.xml"
    external_id: str = ""  # as far as it could be read
    number: str = ""  # likewise
    record: ExternalRecord | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How a file is to be read; what is empty is found out from the file."""

    columns: Mapping[str, str] = field(default_factory=dict)  # header of the file -> our field
    sheet: str = ""  # of a workbook: its name; empty: the first with rows, hidden ones last
    encoding: str = ""
    delimiter: str = ""
    decimal_sign: str = ""  # "." or ","
    date_order: str = ""  # "ymd", "dmy" or "mdy"
    currency: str = ""  # where the file names none
    language: str = "en"  # of the documents
    after: int = 0  # items up to this position were dealt with: read them, hand none on


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of a workbook."""

    name: str
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The beginning of a file: of a table its first rows, and what its columns seem to be."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]  # of what has no columns: what its documents are called
    proposal: Mapping[str, str]  # header -> our field, where one is likely
    options: ReadOptions  # as found out
    findings: tuple[Finding, ...] = ()  # of the whole file
    sheets: tuple[Sheet, ...] = ()  # of a workbook, in its order
    has_columns: bool = True  # that a person may map


class Reader(Protocol):
    """Reads one format as a stream: its memory does not grow with the file."""

    name: str  # "csv", "xlsx", "jsonl", "xml", "pdf", "zip"

    def preview(self, path: Path, options: ReadOptions) -> Preview:
        """The beginning of the file. Raises ``InvalidInput`` for one that can't be read at all."""
        ...

    def items(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Every document in the file, in a fixed order; the same file gives the same items.

        Raises ``InvalidInput`` where the file as a whole can't be read on (cut off, a bomb): the
        items before it stand.
        """
        ...
