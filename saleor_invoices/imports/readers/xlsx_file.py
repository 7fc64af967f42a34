"""XLSX: a sheet of a workbook.

A formula counts by the value that the program left beside it; without one, and where a cell holds
an error, the row is rejected. A cell merged over several rows stands for all of them where it says
something of the whole invoice; where it is of a line, only its first row has it, since an amount
over three lines is no amount of each. Merged over columns, only the first column has it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.readers.attachments import Attachments, NoAttachments
from saleor_invoices.imports.readers.csv_file import text_parsers
from saleor_invoices.imports.readers.fields import FIELD_BY_NAME, FieldType
from saleor_invoices.imports.readers.headers import (
    SAMPLE_ROWS,
    Head,
    head_of,
    preview_of,
    require_columns,
)
from saleor_invoices.imports.readers.plan import Plan
from saleor_invoices.imports.readers.rows import Numbered, Table
from saleor_invoices.imports.readers.values import (
    BadValue,
    canonical,
    is_serial,
    serial_date,
)
from saleor_invoices.imports.readers.xlsx_guard import SheetFacts, facts_of, sheets_of
from saleor_invoices.imports.records import Item, Preview, ReadOptions, Sheet

_MOST_NUMBER = 1e15  # beyond, a spreadsheet's number is not exact
_EXACT_LENGTH = 15
_NUMBERS = frozenset({FieldType.AMOUNT, FieldType.NUMBER, FieldType.RATE})
Parse = Callable[[Any], Any]


class Broken:
    """A cell without a value: an error, or a formula that was never computed."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text or "formula"


class XlsxReader:
    """See ``imports.records.Reader``."""

    name = "xlsx"

    def preview(self, path: Path, options: ReadOptions) -> Preview:
        """See ``Reader``."""
        found = preview_of(_opened(path, options)[1])
        return replace(found, sheets=tuple(sheets_of(path)))

    def items(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """See ``Reader``."""
        return self.items_with(path, options, NoAttachments())

    def items_with(self, path: Path, options: ReadOptions, files: Attachments) -> Iterator[Item]:
        """The items, with PDFs that lie beside the file."""
        sheet, head, facts = _opened(path, options)
        require_columns(head)
        plan = Plan(head.columns, cell_parsers(head.options), head.options)
        rows: Iterator[Numbered] = enumerate(_rows(sheet), start=1)
        rows = _with_merged(rows, sheet, head)
        rows = _with_broken(rows, facts)
        yield from Table(head, plan, files).items(islice(rows, head.row, None))


def cell_parsers(options: ReadOptions) -> Mapping[FieldType, Parse]:
    """How cells of each type are read: texts as in a CSV file, and a workbook's own values."""
    texts = text_parsers(options)
    return {kind: _parser(kind, parse) for kind, parse in texts.items()}


def _parser(kind: FieldType, parse: Parse) -> Parse:
    other = _number_of if kind in _NUMBERS else _day_of if kind is FieldType.DATE else None
    if other is None:
        return lambda cell: parse(cell if cell.__class__ is str else _text_of(cell))
    return lambda cell: parse(cell) if cell.__class__ is str else other(cell)


def _number_of(cell: object) -> Decimal:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise _unfit(cell, "number")
    if not -_MOST_NUMBER < cell < _MOST_NUMBER:
        raise _unfit(cell, "number of at most 15 digits")
    text = repr(cell).removesuffix(".0")
    if len(text) <= _EXACT_LENGTH and "e" not in text:
        return Decimal(text)
    # 15 digits are what a spreadsheet shows and reckons with; the rest is noise of its binary.
    return canonical(Decimal(f"{cell:.15g}"))


def _day_of(cell: object) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if is_serial(int(cell)):
            return serial_date(int(cell))
        if cell == int(cell) and len(str(int(cell))) == 8:
            return _compact(int(cell))
    raise _unfit(cell, "date")


def _compact(number: int) -> date:
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError as error:
        raise _unfit(number, "date") from error


def _text_of(cell: object) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return str(int(cell)) if cell == int(cell) else f"{cell:.15g}"
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    raise _unfit(cell, "text")


def _unfit(cell: object, wanted: str) -> BadValue:
    if isinstance(cell, Broken) and not cell.text:
        return BadValue(
            "FORMULA_NOT_COMPUTED",
            "The cell holds a formula, and no value that it came to.",
            "Open the file in a spreadsheet program, save it, and import it again.",
        )
    if isinstance(cell, Broken):
        return BadValue(
            "CELL_ERROR", f"The cell holds the error {cell.text}.", f"A {wanted} in the cell."
        )
    code = "DATE_INVALID" if wanted == "date" else "AMOUNT_INVALID"
    return BadValue(code, f"{cell} is no {wanted}.", f"A {wanted} in the cell.")


def _opened(path: Path, options: ReadOptions) -> tuple[CalamineSheet, Head, SheetFacts]:
    sheets = {sheet.name: member for sheet, member in _sheets(path, options).items()}
    for name, member in sheets.items():
        facts = facts_of(path, member)
        sheet = _sheet(path, name) if facts.columns else None
        if sheet is not None and sheet.height:
            sample = list(islice(_rows(sheet), SAMPLE_ROWS))
            return sheet, head_of(sample, replace(options, sheet=name)), facts
    if options.sheet:
        raise InvalidInput(
            f"The sheet {options.sheet!r} has no rows.",
            code="SHEET_EMPTY",
            params={"field": "sheet"},
        )
    raise InvalidInput("The workbook has no rows.", code="FILE_EMPTY")


def _sheets(path: Path, options: ReadOptions) -> dict[Sheet, str]:
    """The sheet that is asked for, or all, those that nobody sees last."""
    known = sheets_of(path)
    if not options.sheet:
        return dict(sorted(known.items(), key=lambda one: one[0].is_hidden))
    found = {sheet: member for sheet, member in known.items() if sheet.name == options.sheet}
    if not found:
        raise InvalidInput(
            f"The workbook has no sheet {options.sheet!r}.",
            code="SHEET_MISSING",
            params={"field": "sheet", "sheets": [sheet.name for sheet in known]},
        )
    return found


def _sheet(path: Path, name: str) -> CalamineSheet:
    try:
        return CalamineWorkbook.from_path(path).get_sheet_by_name(name)
    except (CalamineError, OSError) as error:
        raise InvalidInput(f"The sheet can't be read: {error}", code="XLSX_INVALID") from error


def _rows(sheet: CalamineSheet) -> Iterator[list[Any]]:
    return iter(sheet.iter_rows())


def _with_merged(rows: Iterable[Numbered], sheet: CalamineSheet, head: Head) -> Iterator[Numbered]:
    """The rows where a cell merged over rows stands in each of them, of the invoice's columns."""
    columns = {
        index
        for field, index in head.columns.items()
        if field not in FIELD_BY_NAME or not FIELD_BY_NAME[field].is_line
    }
    starts: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        if bottom > top >= head.row and left in columns:
            starts.setdefault(top + 1, []).append((left, bottom + 1))
    return _filled(rows, starts) if starts else iter(rows)


def _filled(
    rows: Iterable[Numbered], starts: Mapping[int, Sequence[tuple[int, int]]]
) -> Iterator[Numbered]:
    open_ranges: dict[int, tuple[int, Any]] = {}  # column -> last row, value
    for number, row in rows:
        for column, last in starts.get(number, ()):
            open_ranges[column] = (last, row[column])
        if not open_ranges:
            yield number, row
            continue
        cells = list(row)
        for column, (last, value) in list(open_ranges.items()):
            cells[column] = value
            if number >= last:
                del open_ranges[column]
        yield number, cells


def _with_broken(rows: Iterator[Numbered], facts: SheetFacts) -> Iterator[Numbered]:
    return _marked(rows, facts.broken) if facts.broken else rows


def _marked(
    rows: Iterable[Numbered], broken: Mapping[int, Mapping[int, str]]
) -> Iterator[Numbered]:
    for number, row in rows:
        yield number, _with_marks(row, broken.get(number - 1))


def _with_marks(row: Sequence[Any], found: Mapping[int, str] | None) -> Sequence[Any]:
    if not found:
        return row
    return [Broken(found[at]) if at in found else cell for at, cell in enumerate(row)]
