"""A workbook looked at before it is loaded: how large it is, and which cells have no value.

The reader of workbooks keeps a sheet as a full grid and tells errors and formulas that were never
computed as empty cells. So the sheet's XML is passed over once, block by block.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.readers.archives import Limits, blocks, opened
from saleor_invoices.imports.readers.headers import MOST_COLUMNS
from saleor_invoices.imports.records import Sheet

LIMITS = Limits(members=2_000, total=1_500_000_000, member=1_200_000_000, ratio=500)
MOST_STRINGS_BYTES = 200_000_000
MOST_CELLS = 12_000_000
"""Of the grid from the first to the last cell; with its texts, a cell takes some 85 bytes
there, so that the largest sheet takes a gigabyte."""
MOST_BROKEN, MOST_ROW_BYTES, _MOST_BOOK_BYTES = 10_000, 16_000_000, 5_000_000
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NO_TABLES = ("/chartsheet", "/dialogsheet", "/xlMacrosheet")
_HIDDEN = frozenset({"hidden", "veryHidden"})
_PLACE = rb"\sr\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})[\"']"
_CELL = re.compile(_PLACE)
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\sr\s*=\s*[\"']([0-9]{1,9})[\"']")
_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_ANY_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_USUAL_CELL = b'<c r="'  # as nearly all programs write it, and fast to find
_USUAL_LETTERS = re.compile(rb'<c r="([A-Z]+)')
_USUAL_DIGITS = re.compile(rb'<c r="[A-Z]+([0-9]+)')
_USUAL_ROW = re.compile(rb'<row r="([0-9]+)"')
_PREFIXED = (b":c", b":row")
_ERROR = re.compile(
    rb"<(?:\w+:)?c\b(?=[^>]*"
    + _PLACE
    + rb")[^>]*\st\s*=\s*[\"']e[\"'][^>]*>(?:[^v]{0,2000}?<(?:\w+:)?v>([^<]{0,20})</)?"
)
# A formula whose value is an empty text (t="str") was computed.
_NOT_COMPUTED = re.compile(
    rb"<(?:\w+:)?c\b(?=[^>]*"
    + _PLACE
    + rb")(?![^>]*\st=[\"']str)[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


Places = tuple[set[bytes], set[bytes], int]  # letters, row numbers, rows without a number


@dataclass(slots=True)
class SheetFacts:
    """What was found out of a sheet; rows and columns from 0."""

    rows: int = 0
    columns: int = 0
    broken: dict[int, dict[int, str]] = field(default_factory=dict)  # row, column -> what is there


def sheets_of(path: Path) -> dict[Sheet, str]:
    """The sheets in the workbook's order, without charts, with the members that hold them.

    Raises ``InvalidInput`` XLSX_INVALID, and what ``archives.opened`` raises.
    """
    with opened(path, LIMITS) as archive:
        targets = {
            one.get("Id", ""): one.get("Target", "")
            for one in _parsed(archive, "xl/_rels/workbook.xml.rels")
            if not one.get("Type", "").endswith(_NO_TABLES)
        }
        book = _parsed(archive, "xl/workbook.xml")
        sheets = book.iter(f"{_MAIN}sheet", "{*}sheet")
        found = {_sheet(one): _member(targets.get(one.get(_LINK, ""), "")) for one in sheets}
        return {sheet: member for sheet, member in found.items() if member in archive.namelist()}


def facts_of(path: Path, member: str) -> SheetFacts:
    """What the sheet holds. Raises ``InvalidInput`` XLSX_TOO_LARGE or TOO_MANY_COLUMNS for one that
    would not fit into memory, and what ``archives.opened`` raises."""
    with opened(path, LIMITS) as archive:
        _check_strings(archive)
        facts = SheetFacts()
        for block in _row_blocks(archive, member):
            _look_at(block, facts)
            _check_size(facts)
        return facts


def column_index(letters: str) -> int:
    """Of A 0, of Z 25, of AA 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def _look_at(block: bytes, facts: SheetFacts) -> None:
    is_usual = _is_usual(block)
    letters, rows, unplaced = _usual_places(block) if is_usual else _places(block, facts)
    for one in letters:
        facts.columns = max(facts.columns, column_index(one.decode()) + 1)
    if is_usual and _could_be_large(block, rows, facts):
        rows.update(_USUAL_DIGITS.findall(block))
    facts.rows = max(facts.rows + max(unplaced, 0), max(map(int, rows), default=0))
    if not is_usual or b't="e"' in block:
        for one, number, text in _ERROR.findall(block):
            _add(facts, one, number, text.decode(errors="replace") or "an error")
    if not is_usual or b"<f" in block:
        for one, number in _NOT_COMPUTED.findall(block):
            _add(facts, one, number, "")


def _usual_places(block: bytes) -> Places:
    """Columns and rows of what nearly all programs write; the cells' own rows are left out."""
    rows: set[bytes] = set(_USUAL_ROW.findall(block))
    return set(_USUAL_LETTERS.findall(block)), rows, block.count(b"<row") - len(rows)


def _is_usual(block: bytes) -> bool:
    """Whether every cell begins alike, so that fast expressions find them all."""
    cells = block.count(_USUAL_CELL)
    if not cells or cells != block.count(b"<c") or b"t='e'" in block:
        return False
    return not any(mark in block for mark in _PREFIXED)


def _could_be_large(block: bytes, rows: set[bytes], facts: SheetFacts) -> bool:
    """Whether a cell that says another row than the one it stands in could make the grid large."""
    digits = max(map(len, rows), default=0)
    if 10**digits * facts.columns > MOST_CELLS:
        return True
    return re.search(rb'<c r="[A-Z]+[0-9]{%d}' % (digits + 1), block) is not None


def _places(block: bytes, facts: SheetFacts) -> Places:
    """Columns and rows of any XML that is a sheet; cells may stand without a place."""
    cells = _CELL.findall(block)
    if len(cells) != len(_ANY_CELL.findall(block)):
        longest = max(len(_ANY_CELL.findall(row)) for row in _ANY_ROW.split(block))
        facts.columns = max(facts.columns, longest)
    rows = _ROW.findall(block)
    unplaced = len(_ANY_ROW.findall(block)) - len(rows)
    return {one for one, _ in cells}, {*rows, *(number for _, number in cells)}, unplaced


def _add(facts: SheetFacts, letters: bytes, number: bytes, text: str) -> None:
    if len(facts.broken) < MOST_BROKEN:
        row = facts.broken.setdefault(int(number) - 1, {})
        row[column_index(letters.decode())] = text


def _check_size(facts: SheetFacts) -> None:
    if facts.columns > MOST_COLUMNS:
        raise InvalidInput(
            f"The sheet has {facts.columns} columns, and {MOST_COLUMNS} are read.",
            code="TOO_MANY_COLUMNS",
            params={"columns": facts.columns, "most": MOST_COLUMNS},
        )
    if facts.rows * facts.columns > MOST_CELLS:
        raise InvalidInput(
            f"The sheet reaches over {facts.rows} rows and {facts.columns} columns, which is more"
            f" than {MOST_CELLS} cells. Delete the empty rows and columns at its end, or save it"
            " as CSV, of which any number is read.",
            code="XLSX_TOO_LARGE",
            params={"rows": facts.rows, "columns": facts.columns},
        )


def _row_blocks(archive: zipfile.ZipFile, member: str) -> Iterator[bytes]:
    """The sheet's XML in blocks that end where a row begins."""
    left = b""
    for block in blocks(archive, archive.getinfo(member), LIMITS):
        left += block
        end = left.rfind(b"<row")
        if end < 0:  # with a prefix
            end = left.rfind(b"<", 0, max(left.rfind(b":row "), 0))
        if end > 0:
            yield left[:end]
            left = left[end:]
        if len(left) > MOST_ROW_BYTES:
            raise InvalidInput("A row of the sheet is too large.", code="XLSX_TOO_LARGE")
    yield left


def _check_strings(archive: zipfile.ZipFile) -> None:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return
    limits = LIMITS._replace(member=MOST_STRINGS_BYTES)
    for _ in blocks(archive, archive.getinfo("xl/sharedStrings.xml"), limits):
        pass  # only that it ends


def _sheet(element: etree._Element) -> Sheet:
    is_hidden = element.get("state", "") in _HIDDEN
    return Sheet(name=element.get("name", ""), is_hidden=is_hidden)


def _parsed(archive: zipfile.ZipFile, member: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    limits = LIMITS._replace(member=_MOST_BOOK_BYTES)
    try:
        content = b"".join(blocks(archive, archive.getinfo(member), limits))
        if b"<!DOCTYPE" in content:
            raise InvalidInput("The workbook has a document type.", code="XLSX_INVALID")
        return etree.fromstring(content, parser)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise InvalidInput(
            f"This is no whole workbook: {member} can't be read.", code="XLSX_INVALID"
        ) from error


def _member(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
