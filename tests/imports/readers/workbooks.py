"""Workbooks for tests, and what can be wrong inside them."""

import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"


def workbook(
    path: Path,
    *rows: Sequence[Any],
    sheet: str = "Invoices",
    more: Callable[..., None] | None = None,
) -> Path:
    """A workbook with these rows: texts, numbers, dates, and formulas as (formula, value)."""
    with xlsxwriter.Workbook(str(path)) as book:
        target = book.add_worksheet(sheet)
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                _write(target, number, column, cell, day)
        if more:
            more(book, target)
    return path


def _write(target: Any, row: int, column: int, cell: Any, day: Any) -> None:
    if isinstance(cell, tuple):
        target.write_formula(row, column, cell[0], None, cell[1])
    elif isinstance(cell, date):
        target.write_datetime(row, column, cell, day)
    elif isinstance(cell, Decimal | int | float) and not isinstance(cell, bool):
        target.write_number(row, column, float(cell))
    elif isinstance(cell, bool):
        target.write_boolean(row, column, cell)
    elif cell:
        target.write_string(row, column, cell)


def patched(path: Path, change: Callable[[bytes], bytes], member: str = SHEET) -> Path:
    """The workbook with another member."""
    target = path.with_name(f"patched-{path.name}")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == member else content)
    return target
