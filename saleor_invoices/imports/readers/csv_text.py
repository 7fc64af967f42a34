"""How a CSV file is written: its encoding and its delimiter, found out from the bytes."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.readers.headings import known

DELIMITERS = ",;\t|"
SAMPLE_CHARACTERS = 200_000
_BLOCK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMPARED_ROWS = 100


def encoding_of(path: Path) -> str:
    """The encoding: by its mark, or UTF-8 where all of it is, or the code page that makes words.

    The whole file is looked at, block by block: one letter late in a file decides too.
    """
    with path.open("rb") as file:
        start = file.read(4_096)
        for mark, name in _BOMS:
            if start.startswith(mark):
                return name
        if wide := _utf16(start):
            return wide
        file.seek(0)
        other = _first_not_utf8(file)
    return "utf-8" if other is None else _code_page(other)


def opened(path: Path, encoding: str) -> io.TextIOWrapper:
    """The file as text. Raises ``InvalidInput`` ENCODING_UNKNOWN."""
    try:
        return path.open(encoding=encoding, newline="")
    except LookupError as error:
        raise InvalidInput(
            f"There is no encoding {encoding!r}.",
            code="ENCODING_UNKNOWN",
            params={"field": "encoding"},
        ) from error


def delimiter_of(sample: str) -> str:
    """The delimiter of which the columns come out even and are called what we know."""
    if sample.startswith("sep=") and sample[4:5] in DELIMITERS:
        return sample[4]
    return max(DELIMITERS, key=lambda one: _score(sample, one))


def is_separator_line(row: Sequence[str]) -> bool:
    """Whether it is the line ``sep=;`` by which a spreadsheet is told the delimiter."""
    return bool(row) and row[0].strip().startswith("sep=") and len("".join(row)) <= 5


def sample_rows(sample: str, delimiter: str, most: int, *, is_whole: bool) -> list[list[str]]:
    """The rows of a sample; its last one may be half, unless the sample is the whole file."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            rows.append(row)
            if len(rows) > most:
                return rows[:most]
    except csv.Error:
        return rows  # told where the rows are read
    return rows if is_whole else rows[:-1]


def _score(sample: str, delimiter: str) -> tuple[int, float, int]:
    rows = [row for row in sample_rows(sample, delimiter, _COMPARED_ROWS, is_whole=True) if row]
    if not rows:
        return 0, 0.0, 0
    head = max(rows[:20], key=known)
    even = sum(1 for row in rows if len(row) == len(head)) / len(rows)
    columns = len(head)
    return known(head), even if columns > 1 else 0.0, columns


def _utf16(start: bytes) -> str:
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if half and odd > 0.4 * half > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if half and even > 0.4 * half > 10 * odd else ""


def _blocks(file: io.BufferedReader) -> Iterator[bytes]:
    while block := file.read(_BLOCK):
        yield block


def _first_not_utf8(file: io.BufferedReader) -> bytes | None:
    """The first block that is no UTF-8. A character that is cut off at the end is not meant."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for block in _blocks(file):
        try:
            decoder.decode(block)
        except UnicodeDecodeError:
            return block
    return None


def _code_page(block: bytes) -> str:
    """Windows-1250 (Polish, Czech) or 1252 (the west; it holds Latin-1): by what becomes letters.

    A byte beside a letter that is a sign in one page and a letter in the other is a letter.
    """
    signs = {"cp1252": 0, "cp1250": 0}
    for page in signs:
        text = block.decode(page, errors="replace")
        signs[page] = sum(
            1
            for before, character in pairwise(text)
            if character > "\x7f" and not character.isalpha() and before.isalpha()
        )
    return "cp1250" if signs["cp1250"] < signs["cp1252"] else "cp1252"
