"""The formats that can be written; each is one file in ``formats`` and one line here."""

from collections.abc import Iterable
from typing import BinaryIO, Protocol

from saleor_invoices.exports.formats.csv_file import CsvWriter
from saleor_invoices.exports.formats.jsonl_file import JsonLinesWriter
from saleor_invoices.exports.formats.xlsx_file import XlsxWriter
from saleor_invoices.exports.records import DocumentRecord


class Writer(Protocol):
    """Writes documents in one format, as a stream: it must not collect them."""

    name: str
    suffix: str
    content_type: str

    def write(self, records: Iterable[DocumentRecord], out: BinaryIO) -> None:
        """Write all of them to a file that is open for writing."""
        ...


_ALL: tuple[Writer, ...] = (CsvWriter(), XlsxWriter(), JsonLinesWriter())
WRITERS = {writer.name: writer for writer in _ALL}
