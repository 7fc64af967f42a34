"""JSON Lines in UTF-8: one document a line, whole; amounts are strings, so that none is a float."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from saleor_invoices.exports.context import NOTHING, ExportContext
from saleor_invoices.exports.formats.base import TableFormat
from saleor_invoices.exports.records import DocumentRecord


class JsonLinesWriter(TableFormat):
    """Names are those of ``exports.records``."""

    name, suffix, content_type = "jsonl", "jsonl", "application/jsonl"

    def write(
        self, records: Iterable[DocumentRecord], out: BinaryIO, context: ExportContext = NOTHING
    ) -> None:
        """See ``Writer``."""
        encoder = msgspec.json.Encoder(decimal_format="string")
        out.writelines(encoder.encode(record) + b"\n" for record in records)
