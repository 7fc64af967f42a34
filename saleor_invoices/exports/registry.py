"""The formats that can be written; each is one file in ``formats`` and one line here."""

from collections.abc import Iterable
from typing import BinaryIO, Protocol

from saleor_invoices.exports.context import NOTHING, ExportContext
from saleor_invoices.exports.formats.csv_file import CsvWriter
from saleor_invoices.exports.formats.datev_file import DatevWriter
from saleor_invoices.exports.formats.fec_file import FecWriter
from saleor_invoices.exports.formats.jsonl_file import JsonLinesWriter
from saleor_invoices.exports.formats.oss_file import OssWriter
from saleor_invoices.exports.formats.saft_file import SaftWriter
from saleor_invoices.exports.formats.xlsx_file import XlsxWriter
from saleor_invoices.exports.records import Depth, DocumentRecord


class Writer(Protocol):
    """Writes documents in one format, as a stream: it must not collect them.

    A format ``is_of_books`` has invoices and credit notes that were really issued, the others are
    left out; it needs a context with the sellers' settings.
    """

    name: str
    suffix: str
    content_type: str
    depth: Depth
    is_of_books: bool

    def stem(self, context: ExportContext) -> str:
        """The file's name without its suffix."""
        ...

    def check(self, context: ExportContext) -> None:
        """Refuse what can't become such a file (``InvalidInput``), before anything is read."""
        ...

    def write(
        self, records: Iterable[DocumentRecord], out: BinaryIO, context: ExportContext = NOTHING
    ) -> None:
        """Write all of them to a file that is open for writing."""
        ...


_ALL: tuple[Writer, ...] = (
    CsvWriter(),
    XlsxWriter(),
    JsonLinesWriter(),
    DatevWriter(),
    FecWriter(),
    SaftWriter(),
    OssWriter(),
)
WRITERS = {writer.name: writer for writer in _ALL}
