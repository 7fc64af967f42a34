"""Comma-separated values (RFC 4180) in UTF-8, one row a document."""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from saleor_invoices.exports.cells import COLUMNS, row_of
from saleor_invoices.exports.context import NOTHING, ExportContext
from saleor_invoices.exports.formats.base import TableFormat
from saleor_invoices.exports.records import Depth, DocumentRecord


class CsvWriter(TableFormat):
    """With the mark by which spreadsheets know UTF-8."""

    name, suffix, content_type = "csv", "csv", "text/csv; charset=utf-8"
    depth = Depth.HEAD

    def write(
        self, records: Iterable[DocumentRecord], out: BinaryIO, context: ExportContext = NOTHING
    ) -> None:
        """See ``Writer``."""
        text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=False)
        rows = csv.writer(text)
        rows.writerow([column.title for column in COLUMNS])
        rows.writerows(map(row_of, records))
        text.flush()
        text.detach()
