"""A workbook with documents, their lines and their VAT, each row written to disk as it comes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter

from saleor_invoices.exports.cells import COLUMNS, Cell, cells_of, plain
from saleor_invoices.exports.context import NOTHING, ExportContext
from saleor_invoices.exports.formats.base import TableFormat
from saleor_invoices.exports.records import DocumentRecord

MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
EXACT_DIGITS = 15
"""A workbook's number has as many digits for sure; a longer one is written as text."""
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_LINES = (
    "Document", "Line", "Name", "SKU", "Quantity", "Unit", "Unit price net", "Net", "Tax", "Gross",
    "VAT category", "VAT rate", "Currency",
)  # fmt: skip
_VAT = ("Document", "Issue date", "VAT category", "VAT rate", "Taxable", "Tax", "Currency")


class XlsxWriter(TableFormat):
    """Sheets Documents, Lines (charges and allowances among them) and VAT."""

    name, suffix, content_type = "xlsx", "xlsx", CONTENT_TYPE

    def write(
        self, records: Iterable[DocumentRecord], out: BinaryIO, context: ExportContext = NOTHING
    ) -> None:
        """See ``Writer``."""
        book = xlsxwriter.Workbook(out, _OPTIONS)
        documents = _Sheet(book, "Documents", [column.title for column in COLUMNS])
        lines, vat = _Sheet(book, "Lines", _LINES), _Sheet(book, "VAT", _VAT)
        for record in records:
            documents.add(cells_of(record))
            for row in _line_rows(record):
                lines.add(row)
            for row in _vat_rows(record):
                vat.add(row)
        book.close()


class _Sheet:
    """A table that goes on in another sheet when one is full."""

    def __init__(self, book: Any, name: str, titles: Sequence[str]) -> None:  # noqa: ANN401 untyped
        self._book, self._name, self._titles, self._count = book, name, titles, 0
        self._bold = book.add_format({"bold": True})
        self._date = book.add_format({"num_format": "yyyy-mm-dd"})
        self._places = {
            places: book.add_format({"num_format": f"0.{'0' * places}" if places else "0"})
            for places in range(9)
        }
        self._open()

    def add(self, cells: Sequence[Cell]) -> None:
        """Write a row; those before it are on the disk."""
        if self._row == MOST_ROWS:
            self._open()
        for column, cell in enumerate(cells):
            self._put(column, cell)
        self._row += 1

    def _open(self) -> None:
        self._count += 1
        name = self._name if self._count == 1 else f"{self._name} {self._count}"
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        for column, title in enumerate(self._titles):
            self._sheet.write_string(0, column, title, self._bold)
        self._row = 1

    def _put(self, column: int, cell: Cell) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, Decimal):
            self._number(column, cell)
        elif isinstance(cell, date):
            self._sheet.write_datetime(self._row, column, cell, self._date)
        else:
            self._sheet.write_string(self._row, column, plain(cell)[:MOST_CHARACTERS])

    def _number(self, column: int, cell: Decimal) -> None:
        _, digits, exponent = cell.as_tuple()
        if len(digits) > EXACT_DIGITS or not isinstance(exponent, int) or not -8 <= exponent <= 0:
            self._sheet.write_string(self._row, column, format(cell, "f"))
        else:
            self._sheet.write_number(self._row, column, cell, self._places[-exponent])


def _line_rows(record: DocumentRecord) -> Iterator[list[Cell]]:
    number, currency = record.number or record.id, record.currency
    for one in record.lines:
        yield [
            number, one.id, one.name, one.sku, one.quantity, one.unit_code, one.unit_price_net,
            one.net, one.tax, one.gross, one.vat_category, one.vat_rate, currency,
        ]  # fmt: skip
    for other in record.adjustments:
        net = other.amount if other.is_charge else -other.amount
        yield [
            number, "charge" if other.is_charge else "allowance", other.reason, "", None, "", None,
            net, None, None, other.vat_category, other.vat_rate, currency,
        ]  # fmt: skip


def _vat_rows(record: DocumentRecord) -> Iterator[list[Cell]]:
    number = record.number or record.id
    for one in record.vat:
        yield [
            number, record.issue_date, one.vat_category, one.vat_rate, one.taxable, one.tax,
            record.currency,
        ]  # fmt: skip
