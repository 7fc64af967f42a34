"""The readers by name, and which of them reads a file: by its content, never by its name alone."""

from pathlib import Path

from saleor_invoices.imports.readers.csv_file import CsvReader
from saleor_invoices.imports.readers.jsonl_file import JsonLinesReader
from saleor_invoices.imports.readers.kinds import kind_of_file
from saleor_invoices.imports.readers.pdf_file import PdfReader
from saleor_invoices.imports.readers.xlsx_file import XlsxReader
from saleor_invoices.imports.readers.xml_file import XmlReader
from saleor_invoices.imports.readers.zip_file import ZipReader
from saleor_invoices.imports.records import Reader

_ALL: tuple[Reader, ...] = (
    CsvReader(),
    XlsxReader(),
    JsonLinesReader(),
    XmlReader(),
    PdfReader(),
    ZipReader(),
)
READERS = {reader.name: reader for reader in _ALL}


def reader_of(path: Path, file_name: str) -> Reader:
    """The reader of a file; ``file_name`` is what its owner calls it.

    Raises ``InvalidInput`` FILE_EMPTY, FORMAT_UNKNOWN or ZIP_INVALID.
    """
    return READERS[kind_of_file(path, file_name)]
