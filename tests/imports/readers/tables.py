"""Small tables for tests of the readers."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from saleor_invoices.domain.findings import Finding
from saleor_invoices.imports.readers.csv_file import CsvReader
from saleor_invoices.imports.records import ExternalRecord, Item, ReadOptions

HEAD = ("Number", "Date", "Currency", "Buyer", "Net", "VAT", "Gross")
ROW = ("A-1", "2026-11-02", "EUR", "Sample Buyer", "100.00", "19.00", "119.00")
LINE_HEAD = ("Number", "Date", "Currency", "Buyer", "Item", "Quantity", "Line net", "VAT rate")
OPTIONS = ReadOptions()


def text_of(*rows: Sequence[str], delimiter: str = ",") -> str:
    """The rows as CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def written(folder: Path, content: str | bytes, name: str = "file.csv") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(path: Path, options: ReadOptions = OPTIONS) -> list[Item]:
    """All items of a CSV file."""
    return list(CsvReader().items(path, options))


def read_text(folder: Path, *rows: Sequence[str], options: ReadOptions = OPTIONS) -> list[Item]:
    """All items of the rows."""
    return read(written(folder, text_of(*rows)), options)


def record(item: Item) -> ExternalRecord:
    """The item's record, which is there."""
    assert item.record, item.findings
    return item.record


def only(item: Item) -> Finding:
    """The one finding of a rejected item."""
    assert item.record is None
    (finding,) = item.findings
    return finding


def changed(**cells: str) -> tuple[str, ...]:
    """The row with other cells, by heading in lower case."""
    headings = [heading.lower() for heading in HEAD]
    assert set(cells) <= set(headings)
    return tuple(cells.get(name, cell) for name, cell in zip(headings, ROW, strict=True))
