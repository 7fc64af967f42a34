"""What a reader hands on: one item a document, checked alone, with what is wrong with it.

Readers know files and no database; whoever keeps the items knows the store and no file format.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from saleor_invoices.domain.document import Document
from saleor_invoices.domain.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderKey:
    """How the other system names the Saleor order; the first that is given decides."""

    id: str = ""  # Saleor's global id
    number: str = ""
    external_reference: str = ""

    def __bool__(self) -> bool:
        return bool(self.id or self.number or self.external_reference)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerKey:
    """How the other system names the Saleor customer."""

    id: str = ""  # Saleor's global id
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidAmount:
    """Money that the other system says was received (above zero) or given back (below)."""

    amount: Decimal  # in the document's currency
    on: date | None = None  # None: not told
    method: str = ""
    reference: str = ""  # the other system's own, by which it is written once


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """A file that belongs to the document: its own PDF, or the XML that it was read from."""

    path: Path  # on this machine, for as long as the reader is open
    name: str  # as the other system named it
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRecord:
    """One document of another system.

    ``document`` has its number and issue date. A seller without a name was not given: it is the
    legal entity's. ``fingerprint`` is a SHA-256 of all that was said, so that the same item read
    twice is known; files count by their own hash, names of files do not count.
    """

    external_id: str
    document: Document
    fingerprint: str
    order: OrderKey = field(default_factory=OrderKey)
    customer: CustomerKey = field(default_factory=CustomerKey)
    payments: tuple[PaidAmount, ...] = ()
    payment_url: str = ""  # https only
    channel: str = ""  # slug
    pdf: AttachedFile | None = None
    xml: AttachedFile | None = None


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
    record: ImportRecord | None = None
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
