"""An archive of documents that proves by itself that it is whole.

``documents/`` has the PDFs and e-invoices, ``documents.jsonl`` what they say, ``index.csv`` a row
for each with the hashes of its files, and ``SHA256SUMS`` the hash of every file in the form of
``sha256sum -c`` (GNU coreutils). The same documents give the same bytes: dates are those of issue.
"""

import csv
import hashlib
import io
import tempfile
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import IO, Self, TextIO

import msgspec

from saleor_invoices.exports.cells import COLUMNS, row_of
from saleor_invoices.exports.names import Stems, stem_of
from saleor_invoices.exports.records import DocumentRecord

FOLDER, DATA, INDEX, MANIFEST = "documents", "documents.jsonl", "index.csv", "SHA256SUMS"
_FILES = ("File", "SHA-256", "E-invoice", "SHA-256 of the e-invoice")
_BLOCK = 1 << 16
FIRST_DAY = date(1980, 1, 1)
"""A ZIP knows no earlier one."""


def entry(name: str, day: date | None) -> zipfile.ZipInfo:
    """An entry dated by the day of issue, so that the same documents make the same archive."""
    at = max(day or FIRST_DAY, FIRST_DAY)
    return zipfile.ZipInfo(name, (at.year, at.month, at.day, 0, 0, 0))


class Archive:
    """Written as documents come; what is known at the end only is kept on disk until then."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w")  # stored: what is in a PDF is packed already
        self._data: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 closed at the end
        self._table: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 closed at the end
        self._sums: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 closed at the end
        self._text: TextIO = io.TextIOWrapper(self._table, encoding="utf-8-sig", newline="")
        self._index = csv.writer(self._text)
        self._index.writerow([*_FILES, *(column.title for column in COLUMNS)])
        self._encoder = msgspec.json.Encoder(decimal_format="string")
        self._stems, self._last = Stems(), FIRST_DAY

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        if kind is None:
            self._finish()
        self._zip.close()
        for spool in (self._data, self._text, self._sums):
            spool.close()

    def add(self, record: DocumentRecord, files: Mapping[str, IO[bytes]]) -> None:
        """Add a document; ``files`` by suffix, ``pdf`` and ``xml``, may be none."""
        stem = self._stems.free(stem_of(record.number) or record.id)
        day = record.issue_date
        found = {
            suffix: self._copy(f"{FOLDER}/{stem}.{suffix}", day, file)
            for suffix, file in files.items()
        }
        cells: list[str] = []
        for suffix in ("pdf", "xml"):
            known = suffix in found
            cells += [f"{FOLDER}/{stem}.{suffix}", found[suffix]] if known else ["", ""]
        self._index.writerow([*cells, *row_of(record)])
        self._data.write(self._encoder.encode(record) + b"\n")
        self._last = max(self._last, day or FIRST_DAY)

    def _finish(self) -> None:
        self._text.flush()
        for name, spool in ((DATA, self._data), (INDEX, self._table)):
            self._copy(name, self._last, spool, zipfile.ZIP_DEFLATED)
        self._copy(MANIFEST, self._last, self._sums)

    def _copy(
        self, name: str, day: date | None, file: IO[bytes], packed: int = zipfile.ZIP_STORED
    ) -> str:
        """Write a file of any size; the hex SHA-256, which goes into the manifest."""
        info, digest = entry(name, day), hashlib.sha256()
        info.compress_type = packed
        info.file_size = _size(file)  # tells whether it needs 64 bits
        with self._zip.open(info, "w") as out:
            while block := file.read(_BLOCK):
                digest.update(block)
                out.write(block)
        if name != MANIFEST:
            self._sums.write(f"{digest.hexdigest()}  {name}\n".encode())
        return digest.hexdigest()


def _size(file: IO[bytes]) -> int:
    if not file.seekable():
        return 0
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    return size
