"""What a file is, by its first bytes."""

import zipfile
from enum import StrEnum
from pathlib import Path

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.readers.archives import telling

HEAD_BYTES = 4_096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_TABLES = frozenset({".csv", ".txt", ".tsv", ".tab"})
_OTHERS = (
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a text document"),
)


class FileKind(StrEnum):
    """The name of a reader."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    XML = "xml"
    PDF = "pdf"
    ZIP = "zip"


def kind_of_file(path: Path, file_name: str) -> FileKind:
    """Which reader reads the file. Only between text and text its name is asked.

    Raises ``InvalidInput`` FILE_EMPTY or FORMAT_UNKNOWN.
    """
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    return kind_of_head(head, file_name) or _zipped(path)


def kind_of_head(head: bytes, file_name: str) -> FileKind | None:
    """The same of a file's first bytes; None for a ZIP, of which the end tells what it is."""
    if not head.strip():
        raise InvalidInput("The file is empty.", code="FILE_EMPTY")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    if b"%PDF-" in head[:1024]:
        return FileKind.PDF
    _refuse_others(head)
    text = _text(head)
    if text.startswith("<"):
        return FileKind.XML
    if text.startswith(("{", "[")) and Path(file_name).suffix.lower() not in _TABLES:
        return FileKind.JSONL
    return FileKind.CSV


def _zipped(path: Path) -> FileKind:
    with telling(), zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return FileKind.XLSX
    if "[Content_Types].xml" in names or "mimetype" in names or "xl/workbook.bin" in names:
        raise _unknown("a document of an office program that is no XLSX")
    return FileKind.ZIP


def _refuse_others(head: bytes) -> None:
    if head.startswith(_OLE):
        raise _unknown("an old workbook (XLS), or one that is protected by a password")
    for magic, words in _OTHERS:
        if head.startswith(magic):
            raise _unknown(words)
    is_wide = head.startswith(_MARKS[1:]) or head[1::2].count(0) > len(head) // 5
    if b"\0" in head and not is_wide and head[0::2].count(0) <= len(head) // 5:
        raise _unknown("no text")


def _text(head: bytes) -> str:
    if head.startswith(_MARKS[1:]):
        return head.decode("utf-16", errors="replace").lstrip()
    return head.removeprefix(_MARKS[0]).replace(b"\0", b"").decode("latin-1").lstrip()


def _unknown(words: str) -> InvalidInput:
    return InvalidInput(
        f"This is {words}; CSV, XLSX, JSON Lines, UBL or CII XML, PDF with an e-invoice inside, or"
        " a ZIP of them are read.",
        code="FORMAT_UNKNOWN",
    )
