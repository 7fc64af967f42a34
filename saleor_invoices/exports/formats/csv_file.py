"""Comma-separated values (RFC 4180) in UTF-8, one row a document."""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from saleor_invoices.exports.cells import COLUMNS, row_of
from saleor_invoices.exports.records import DocumentRecord


class CsvWriter:
    """With the mark by which spreadsheets know UTF-8."""

    name, suffix, content_type = "csv", "csv", "text/csv; charset=utf-8"

    def write(self, records: Iterable[DocumentRecord], out: BinaryIO) -> None:
        """See ``Writer``."""
        text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=False)
        rows = csv.writer(text)
        rows.writerow([column.title for column in COLUMNS])
        rows.writerows(map(row_of, records))
        text.flush()
        text.detach()
