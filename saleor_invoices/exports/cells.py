"""What a cell of a table may hold."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter

from saleor_invoices.exports.records import INSIDE, DocumentRecord

_COMMAND = re.compile(r"(^|[;\r\n])(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet may see a command begin: as wide characters too, and after a semicolon, at
which those of half of Europe split a line, quoted or not."""
Cell = str | Decimal | date | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of documents: its title, and the record's attribute."""

    title: str
    name: str

    def of(self, record: DocumentRecord) -> Cell:
        """The record's value."""
        value: Cell = getattr(record, self.name)
        return value


COLUMNS = tuple(
    Column(name.replace("_", " ").capitalize().replace("vat id", "VAT id"), name)
    for name in DocumentRecord.__struct_fields__
    if name not in INSIDE
)
cells_of: Callable[[DocumentRecord], tuple[Cell, ...]] = attrgetter(*(one.name for one in COLUMNS))
"""A record's values of all columns at once."""


def harmless(text: str) -> str:
    """The text as no spreadsheet takes it for a formula: with an apostrophe before a command.

    A buyer chooses their own name, and whoever opens the file would run it.
    """
    # A hundred thousand documents have two million cells, and nearly all of them begin with a
    # letter or digit and are of one line: what follows need not be searched.
    if text[:1].isalnum() and ";" not in text and "\n" not in text and "\r" not in text:
        return text
    return _COMMAND.sub(r"\1'", text)


def row_of(record: DocumentRecord) -> list[object]:
    """The cells of a document for ``csv``, which writes dates and exact amounts by itself."""
    return [
        (cell if cell.isalnum() else harmless(cell))
        if type(cell) is str
        else (plain(cell) if type(cell) is bool else cell)
        for cell in cells_of(record)
    ]


def plain(value: Cell) -> str:
    """A cell as text: exact decimals with a point, ISO dates, empty for nothing."""
    if isinstance(value, str):
        return harmless(value)
    if value is None:
        return ""
    if isinstance(value, Decimal):
        text = str(value)
        return format(value, "f") if "E" in text else text
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat()
