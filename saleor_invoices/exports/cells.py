"""What a cell of a table may hold."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from saleor_invoices.exports.records import DocumentRecord

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
    if name not in ("id", "lines", "adjustments", "vat")
)


def harmless(text: str) -> str:
    """The text as no spreadsheet takes it for a formula: with an apostrophe before a command.

    A buyer chooses their own name, and whoever opens the file would run it.
    """
    return _COMMAND.sub(r"\1'", text)


def plain(value: Cell) -> str:
    """A cell as text: exact decimals with a point, ISO dates, empty for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else harmless(value)
