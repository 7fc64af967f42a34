"""CSV: rows of text in any usual encoding, with any usual delimiter."""

import csv
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.readers import values, words
from saleor_invoices.imports.readers.attachments import Attachments, NoAttachments
from saleor_invoices.imports.readers.csv_text import (
    SAMPLE_CHARACTERS,
    delimiter_of,
    encoding_of,
    is_separator_line,
    opened,
    sample_rows,
)
from saleor_invoices.imports.readers.fields import FieldType
from saleor_invoices.imports.readers.headers import (
    SAMPLE_ROWS,
    Head,
    head_of,
    preview_of,
    require_columns,
)
from saleor_invoices.imports.readers.plan import Plan
from saleor_invoices.imports.readers.rows import Numbered, Table
from saleor_invoices.imports.records import Item, Preview, ReadOptions
from saleor_invoices.imports.shaping.texts import clean


class CsvReader:
    """See ``imports.records.Reader``."""

    name = "csv"

    def preview(self, path: Path, options: ReadOptions) -> Preview:
        """See ``Reader``."""
        return preview_of(_head(path, options))

    def items(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """See ``Reader``."""
        return self.items_with(path, options, NoAttachments())

    def items_with(self, path: Path, options: ReadOptions, files: Attachments) -> Iterator[Item]:
        """The items, with PDFs that lie beside the file."""
        head = _head(path, options)
        require_columns(head)
        plan = Plan(head.columns, text_parsers(head.options), head.options)
        yield from Table(head, plan, files).items(_rows(path, head))


def text_parsers(options: ReadOptions) -> Mapping[FieldType, Callable[[str], Any]]:
    """How texts of each type are read, in the formats that were found out."""
    amount = values.amounts(options.decimal_sign)
    return {
        FieldType.TEXT: clean,
        FieldType.FILE: clean,
        FieldType.AMOUNT: amount,
        FieldType.NUMBER: amount,
        FieldType.RATE: values.rates(options.decimal_sign),
        FieldType.DATE: values.dates(options.date_order),
        FieldType.KIND: words.kinds(),
        FieldType.STATUS: words.statuses(),
        FieldType.CURRENCY: words.currencies(),
        FieldType.COUNTRY: words.country_codes(),
        FieldType.UNIT: words.units(),
    }


def _head(path: Path, options: ReadOptions) -> Head:
    encoding = options.encoding or encoding_of(path)
    if encoding.lower().replace("_", "-") in ("utf-8", "utf8"):
        encoding = "utf-8-sig"  # with the mark or without it
    with opened(path, encoding) as file, _told():
        sample = file.read(SAMPLE_CHARACTERS)
        is_whole = not file.read(1)
    if "\0" in sample:
        raise InvalidInput("This is no text: it holds zero bytes.", code="CSV_NOT_TEXT")
    delimiter = options.delimiter or delimiter_of(sample)
    if len(delimiter) != 1:
        raise InvalidInput("A delimiter is one character.", code="DELIMITER_INVALID")
    rows = sample_rows(sample, delimiter, SAMPLE_ROWS, is_whole=is_whole)
    blank = [[] if is_separator_line(row) else row for row in rows]
    return head_of(blank, replace(options, encoding=encoding, delimiter=delimiter))


def _rows(path: Path, head: Head) -> Iterator[Numbered]:
    """The rows after the head with their numbers. An open quote at the end is told by name."""
    ended: list[bool] = []

    def end() -> Iterator[str]:
        ended.append(True)
        yield from ()

    with opened(path, head.options.encoding) as file, _told():
        rows = csv.reader(chain(file, end()), delimiter=head.options.delimiter)
        for numbered in enumerate(islice(rows, head.row, None), start=head.row + 1):
            if ended:  # the reader asked for more lines, and gave what it had
                raise _cut_off(numbered[0])
            yield numbered


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except UnicodeError as error:
        raise InvalidInput(
            f"The file can't be read in the encoding {getattr(error, 'encoding', '')}: {error}.",
            code="ENCODING_INVALID",
            params={"field": "encoding"},
        ) from error
    except csv.Error as error:
        raise InvalidInput(
            f"A cell can't be read: {error}. Is a quote left open?", code="CSV_INVALID"
        ) from error


def _cut_off(row: int) -> InvalidInput:
    return InvalidInput(
        f"The file ends in row {row} within a quoted cell: it was cut off, or a quote is left"
        " open.",
        code="FILE_CUT_OFF",
        params={"place": f"row {row}"},
    )
