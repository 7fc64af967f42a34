"""Workbooks: the same as CSV where the values are equal, and safe from those made to harm."""

import io
import resource
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.readers.xlsx_file import XlsxReader
from saleor_invoices.imports.records import Item, ReadOptions, Sheet
from tests.imports.readers.tables import (
    HEAD,
    LINE_HEAD,
    OPTIONS,
    ROW,
    changed,
    only,
    read_text,
    record,
)
from tests.imports.readers.workbooks import SHEET, patched, workbook

VALUES = ("A-1", date(2026, 11, 2), "EUR", "Sample Buyer", Decimal(100), 19, 119.0)


def read(path: Path, options: ReadOptions = OPTIONS) -> list[Item]:
    return list(XlsxReader().items(path, options))


def test_values_and_texts(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", HEAD, VALUES, changed(number="A-2", net="1.000,00",
                    vat="190,00", gross="1.190,00"))  # fmt: skip
    first, second = read(path)
    assert (first.place, first.number) == ("row 2", "A-1")
    assert record(first).document.issue_date == date(2026, 11, 2)
    assert record(first).document.totals.gross == Decimal(119)
    assert record(second).document.totals.gross == Decimal(1190)


def test_equal_values_have_the_fingerprint_of_csv(tmp_path: Path) -> None:
    (from_csv,) = read_text(tmp_path, HEAD, ROW)
    (item,) = read(workbook(tmp_path / "a.xlsx", HEAD, VALUES))
    assert record(item).fingerprint == record(from_csv).fingerprint
    assert record(item).document == record(from_csv).document
    noisy = (*VALUES[:4], 0.1 + 0.2, 0.06, 0.36)
    (from_csv,) = read_text(tmp_path, HEAD, changed(net="0.30", vat="0.06", gross="0.36"))
    (item,) = read(workbook(tmp_path / "b.xlsx", HEAD, noisy))
    assert record(item).fingerprint == record(from_csv).fingerprint


def test_lines_numbers_as_texts_and_percent(tmp_path: Path) -> None:
    head = (*LINE_HEAD, "Line VAT", "Postcode")
    path = workbook(
        tmp_path / "a.xlsx",
        head,
        (1001, date(2026, 11, 2), "EUR", "B", "Beans", 2, 50, 0.19, 9.5, 10115),
        (1001, "", "", "", "Cups", 1.5, 10, 0.07, 0.7, ""),
    )
    (item,) = read(path)
    document = record(item).document
    assert (document.number, document.buyer.address.postal_code) == ("1001", "10115")
    assert [line.tax.rate for line in document.lines] == [Decimal(19), Decimal(7)]
    assert document.lines[1].quantity == Decimal("1.5")


def test_a_table_that_begins_further_down_and_right(tmp_path: Path) -> None:
    empty = ("", "", "")
    path = workbook(tmp_path / "a.xlsx", (), (), (*empty, *HEAD), (*empty, *VALUES))
    (item,) = read(path)
    assert item.place == "row 4"
    assert record(item).document.number == "A-1"


def test_dates_of_all_kinds(tmp_path: Path) -> None:
    cells = (date(2026, 11, 2), 46328, 20261102, "2.11.2026", "2026-11-02")
    rows = [(f"A-{number}", cell, *VALUES[2:]) for number, cell in enumerate(cells)]
    for item in read(workbook(tmp_path / "a.xlsx", HEAD, *rows)):
        assert record(item).document.issue_date == date(2026, 11, 2)


def test_formulas_count_by_their_value(tmp_path: Path) -> None:
    row = (*VALUES[:6], ("=E2+F2", 119))
    path = workbook(tmp_path / "a.xlsx", HEAD, row)
    (item,) = read(path)
    assert record(item).document.totals.gross == Decimal(119)
    end = b"</c></row></"
    for value in (b"", b"<v></v>", b"<v/>"):
        bare = _replaced(b"<v>119</v>" + end, value + end)
        finding = only(read(patched(path, bare))[0])
        assert finding.code == "FORMULA_NOT_COMPUTED"
        assert (finding.params["column"], finding.params["place"]) == ("Gross", "row 2")


def test_a_formula_that_came_to_nothing_is_an_empty_cell(tmp_path: Path) -> None:
    head, row = (*HEAD, "Note"), (*VALUES, ('=IF(1,"","x")', 5))
    path = workbook(tmp_path / "a.xlsx", head, row)
    empty = _replaced(b'<c r="H2"><f>', b'<c r="H2" t="str"><f>')
    (item,) = read(patched(path, lambda xml: empty(xml).replace(b"<v>5</v>", b"<v></v>")))
    assert record(item).document.notes == ()


def _replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(xml: bytes) -> bytes:
        assert old in xml
        return xml.replace(old, new)

    return change


@pytest.mark.parametrize("text", ["#REF!", "#DIV/0!", "#N/A", "#VALUE!"])
def test_error_cells_are_told(tmp_path: Path, text: str) -> None:
    row = (*VALUES[:6], ("=E2+F2", text))
    good = ("A-2", *VALUES[1:])
    item, other = read(workbook(tmp_path / "a.xlsx", HEAD, row, good))
    finding = only(item)
    assert (finding.code, finding.params["value"]) == ("CELL_ERROR", text)
    assert record(other).document.number == "A-2"


def test_merged_cells_of_the_invoice_stand_for_all_rows(tmp_path: Path) -> None:
    def merge(book: Any, sheet: Any) -> None:
        for column, value in enumerate(("A-1", "2026-11-02", "EUR", "B")):
            sheet.merge_range(1, column, 2, column, value)

    rows = [
        ("", "", "", "", "Beans", 2, 50, 19),
        ("", "", "", "", "Cups", 1, 10, 7),
        ("A-2", "2026-11-02", "EUR", "B", "Cups", 1, 10, 7),
    ]
    path = workbook(tmp_path / "a.xlsx", LINE_HEAD, *rows, more=merge)
    first, second = read(path)
    assert (first.place, len(record(first).document.lines)) == ("rows 2-3", 2)
    assert record(second).document.number == "A-2"


def test_merged_cells_of_lines_are_told(tmp_path: Path) -> None:
    def merge(book: Any, sheet: Any) -> None:
        sheet.merge_range(1, 6, 2, 6, 60)

    rows = [("A-1", "2026-11-02", "EUR", "B", name, 1, "", 19) for name in ("Beans", "Cups")]
    (item,) = read(workbook(tmp_path / "a.xlsx", LINE_HEAD, *rows, more=merge))
    finding = only(item)
    assert (finding.code, finding.params["place"]) == ("LINE_AMOUNT_MISSING", "row 3")


def test_a_million_empty_rows(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", HEAD, VALUES, ("A-2", *VALUES[1:]))
    rows = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (n, n) for n in range(4, 1_000_000))
    path = patched(path, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))
    assert [item.number for item in read(path)] == ["A-1", "A-2"]


def test_a_thousand_columns(tmp_path: Path) -> None:
    extra = [f"Custom {number}" for number in range(993)]
    (item,) = read(workbook(tmp_path / "a.xlsx", (*HEAD, *extra), (*VALUES, *extra)))
    assert record(item).document.number == "A-1"
    wide = workbook(tmp_path / "b.xlsx", (*HEAD, *[f"c{number}" for number in range(5_000)]))
    with pytest.raises(InvalidInput) as error:
        read(wide)
    assert error.value.code == "TOO_MANY_COLUMNS"


@pytest.mark.parametrize(
    "last",
    [
        b'<row r="1048576"><c r="CV1048576"><v>1</v></c></row>',
        b"<row r='1048576'><c r='CV1048576'><v>1</v></c></row>",
        b'<row r="1048570">' + b"<c><v>1</v></c>" * 100 + b"</row>",
        b'<row r="5"><c r="CV1048576"><v>1</v></c></row>',
    ],
)
def test_a_sheet_that_is_all_but_empty_is_not_loaded(tmp_path: Path, last: bytes) -> None:
    path = workbook(tmp_path / "a.xlsx", HEAD, VALUES)
    path = patched(path, lambda xml: xml.replace(b"</sheetData>", last + b"</sheetData>"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(InvalidInput) as error:
        read(path)
    assert error.value.code == "XLSX_TOO_LARGE"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


@pytest.mark.parametrize("member", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_a_member_that_inflates_without_end(tmp_path: Path, member: str) -> None:
    path = workbook(tmp_path / "a.xlsx", HEAD, ROW)
    path = patched(path, lambda xml: xml + b" " * 250_000_000, member)
    with pytest.raises(InvalidInput) as error:
        read(path)
    assert error.value.code == "ZIP_TOO_LARGE"


def test_sizes_are_measured_and_not_believed(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", HEAD, ROW)
    path = patched(path, lambda xml: xml + b" " * 100_000_000)
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        real = archive.getinfo(SHEET).file_size
    lying = content.replace(real.to_bytes(4, "little"), (1_000).to_bytes(4, "little"))
    assert lying != content
    path.write_bytes(lying)
    with pytest.raises(InvalidInput) as error:
        read(path)
    assert error.value.code in {"ZIP_TOO_LARGE", "ZIP_INVALID", "XLSX_INVALID"}


def _xml(text: str) -> Any:
    return lambda xml: text.encode()


@pytest.mark.parametrize(
    ("member", "content"),
    [
        (SHEET, "<worksheet"),
        ("xl/workbook.xml", "no xml"),
        ("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>'),
        ("xl/_rels/workbook.xml.rels", ""),
    ],
)
def test_broken_workbooks(tmp_path: Path, member: str, content: str) -> None:
    path = patched(workbook(tmp_path / "a.xlsx", HEAD, VALUES), _xml(content), member)
    with pytest.raises(InvalidInput) as error:
        read(path)
    assert error.value.code in {"XLSX_INVALID", "FILE_EMPTY"}


def test_a_cut_off_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", HEAD, VALUES)
    path.write_bytes(path.read_bytes()[:-500])
    with pytest.raises(InvalidInput) as error:
        read(path)
    assert error.value.code == "ZIP_INVALID"


def test_sheets(tmp_path: Path) -> None:
    def second(book: Any, sheet: Any) -> None:
        other = book.add_worksheet("Others")
        other.write_row(0, 0, HEAD)
        other.write_row(1, 0, ("B-1", *ROW[1:]))

    path = workbook(tmp_path / "a.xlsx", more=second)
    assert [item.number for item in read(path)] == ["B-1"]  # the first is empty
    preview = XlsxReader().preview(path, OPTIONS)
    assert preview.options.sheet == "Others"
    assert preview.headers == HEAD
    with pytest.raises(InvalidInput) as error:
        read(path, ReadOptions(sheet="None"))
    assert error.value.code == "SHEET_MISSING"
    with pytest.raises(InvalidInput) as error:
        read(path, ReadOptions(sheet="Invoices"))
    assert error.value.code == "SHEET_EMPTY"


def test_sheets_are_listed_and_hidden_ones_come_last(tmp_path: Path) -> None:
    def others(book: Any, sheet: Any) -> None:
        sheet.hide()
        for name in ("Empty", "Seen"):
            other = book.add_worksheet(name)
        other.activate()
        other.set_first_sheet()
        other.write_row(0, 0, HEAD)
        other.write_row(1, 0, ("B-1", *ROW[1:]))
        book.add_worksheet("Secret").very_hidden()
        book.add_chartsheet("Chart").set_chart(_chart(book))

    path = workbook(tmp_path / "a.xlsx", HEAD, VALUES, more=others)
    preview = XlsxReader().preview(path, OPTIONS)
    assert preview.options.sheet == "Seen"
    assert preview.sheets == (
        Sheet(name="Invoices", is_hidden=True), Sheet(name="Empty"), Sheet(name="Seen"),
        Sheet(name="Secret", is_hidden=True),
    )  # fmt: skip
    assert [item.number for item in read(path)] == ["B-1"]
    hidden = ReadOptions(sheet="Invoices")
    assert [item.number for item in read(path, hidden)] == ["A-1"]
    assert XlsxReader().preview(path, hidden).sheets == preview.sheets


def test_where_all_that_is_seen_is_empty_a_hidden_sheet_is_read(tmp_path: Path) -> None:
    def second(book: Any, sheet: Any) -> None:
        book.add_worksheet("Empty").activate()
        sheet.hide()

    path = workbook(tmp_path / "a.xlsx", HEAD, VALUES, more=second)
    assert [item.number for item in read(path)] == ["A-1"]


def _chart(book: Any) -> Any:
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Invoices!$F$2:$F$2"})
    return chart


@pytest.mark.parametrize("cell", [True, date(2026, 11, 2), 1e16])
def test_cells_of_another_kind(tmp_path: Path, cell: Any) -> None:
    row = (*VALUES[:4], cell, *VALUES[5:])
    (item,) = read(workbook(tmp_path / "a.xlsx", HEAD, row))
    assert only(item).code == "AMOUNT_INVALID"


def test_an_import_goes_on_where_it_was(tmp_path: Path) -> None:
    rows = [(f"A-{number}", *VALUES[1:]) for number in range(5)]
    path = workbook(tmp_path / "a.xlsx", HEAD, *rows, rows[0])
    items = read(path)
    assert only(items[5]).code == "DUPLICATE_IN_FILE"
    for after in range(7):
        assert read(path, ReadOptions(after=after)) == items[after:]


def test_bytes_that_are_no_workbook(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "no workbook")
    path = tmp_path / "a.xlsx"
    path.write_bytes(out.getvalue())
    with pytest.raises(InvalidInput) as error:
        read(path)
    assert error.value.code == "XLSX_INVALID"
