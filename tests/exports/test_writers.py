"""What each format holds: every amount exact, every date ISO, nothing that a spreadsheet runs."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import msgspec
import pytest
from lxml import etree

from saleor_invoices.exports.cells import COLUMNS, harmless, plain
from saleor_invoices.exports.formats import xlsx_file
from saleor_invoices.exports.records import DocumentRecord
from saleor_invoices.exports.registry import WRITERS
from saleor_invoices.exports.source import records_of
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.plugins import factories

NAME = '=HYPERLINK("https://evil.example.com";"x")'
HUGE = Decimal("1234567890123456.78")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def store(db: None) -> Installation:
    """A store."""
    return factories.installation()


@pytest.fixture
def entity(store: Installation) -> LegalEntity:
    """Its seller."""
    return factories.legal_entity(store)


@pytest.fixture
def record(store: Installation, entity: LegalEntity) -> DocumentRecord:
    """The sample invoice of a buyer with a dangerous name."""
    buyer = replace(factories.BUYER, name=NAME)
    row = factories.issued_document(entity, factories.sample_document("INV-1", buyer=buyer))
    (found,) = records_of(installation=store, ids=[row.pk])
    return found


def written(name: str, records: Iterable[DocumentRecord]) -> bytes:
    """What a writer makes of records."""
    out = io.BytesIO()
    WRITERS[name].write(records, out)
    return out.getvalue()


def sheet(book: bytes, number: int) -> list[list[tuple[str, str]]]:
    """The rows of a sheet: each cell's type and its text as it stands in the file."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        tree = etree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
    return [
        [(cell.get("t", "n"), "".join(map(str, cell.itertext()))) for cell in row]
        for row in tree.iter(f"{SHEET}row")
    ]


def test_a_record_has_exact_amounts(record: DocumentRecord) -> None:
    assert (record.gross, record.net, record.tax) == (
        Decimal("158.40"), Decimal("130.00"), Decimal("28.40"),
    )  # fmt: skip
    assert [str(line.gross) for line in record.lines] == ["123.00", "10.80"]
    assert [(one.is_charge, str(one.amount)) for one in record.adjustments] == [(True, "20.00")]
    assert [(str(one.vat_rate), str(one.tax)) for one in record.vat] == [
        ("23", "27.60"), ("8", "0.80"),
    ]  # fmt: skip
    assert (record.buyer_country, record.seller_vat_id) == ("DE", "PL5260001246")


def test_csv_has_a_row_for_each_document(record: DocumentRecord) -> None:
    text = written("csv", [record, record]).decode("utf-8")
    assert text.startswith("\ufeffNumber,Kind,")
    first, second = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert first == second
    assert list(first) == [column.title for column in COLUMNS]
    shown = {name: first[name] for name in ("Number", "Issue date", "Gross", "Test mode", "Erased")}
    assert shown == {
        "Number": "INV-1", "Issue date": "2026-11-22", "Gross": "158.40", "Test mode": "no",
        "Erased": "no",
    }  # fmt: skip
    assert first["Buyer name"] == f"'{NAME}"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"])
def test_no_text_is_a_formula(start: str) -> None:
    assert harmless(f"{start}1+1") == f"'{start}1+1"
    assert plain(f"{start}1+1").startswith("'")
    assert plain("1=1") == "1=1"


def test_nor_is_what_follows_where_a_spreadsheet_splits_the_line_by_itself() -> None:
    # By the country it is at semicolons, and quotes in the middle of a line mean nothing then.
    assert harmless("Sample;=1+1;x") == "Sample;'=1+1;x"
    assert harmless("Sample\n@SUM(A1)") == "Sample\n'@SUM(A1)"
    assert harmless("Screws; 3-5 mm; x=y") == "Screws; 3-5 mm; x=y"


def test_amounts_below_zero_stay_numbers() -> None:
    assert plain(Decimal("-5.00")) == "-5.00"
    assert plain(Decimal("1E+3")) == "1000"
    assert (plain(None), plain(date(2026, 1, 2))) == ("", "2026-01-02")


def test_json_lines_hold_whole_documents_without_floats(record: DocumentRecord) -> None:
    lines = written("jsonl", [record, record]).splitlines()
    assert lines[0] == lines[1]
    found = json.loads(lines[0], parse_float=pytest.fail)
    assert (found["gross"], found["issue_date"], found["buyer_name"]) == (
        "158.40", "2026-11-22", NAME,
    )  # fmt: skip
    assert msgspec.json.decode(lines[0], type=DocumentRecord) == record


def test_a_workbook_has_documents_lines_and_vat(record: DocumentRecord) -> None:
    book = written("xlsx", [record, msgspec.structs.replace(record, number="INV-2", gross=HUGE)])
    titles, first, second = sheet(book, 1)
    assert [text for _, text in titles] == [column.title for column in COLUMNS]
    assert ("n", "158.40") in first
    assert ("inlineStr", f"'{NAME}") in first
    assert ("inlineStr", str(HUGE)) in second  # no float holds it
    lines, vat = sheet(book, 2), sheet(book, 3)
    assert [row[2][1] for row in lines[1:]] == ["Mug", "Book", "Courier"] * 2
    assert [row[5][1] for row in vat[1:]] == ["27.60", "0.80"] * 2
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name)


def test_every_amount_of_fifteen_digits_stands_exactly_in_the_workbook(
    record: DocumentRecord,
) -> None:
    amounts = [Decimal(text) for text in ("0.1", "-0.30", "1234567890123.45", "99999999.999", "0")]
    rows = [msgspec.structs.replace(record, gross=amount) for amount in amounts]
    place = [column.title for column in COLUMNS if plain(column.of(record))].index("Gross")
    found = [row[place] for row in sheet(written("xlsx", rows), 1)[1:]]
    assert [(kind, Decimal(text)) for kind, text in found] == [("n", one) for one in amounts]


def test_a_full_sheet_goes_on_in_the_next(
    record: DocumentRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 4)
    book = written("xlsx", [record] * 5)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        names = etree.fromstring(archive.read("xl/workbook.xml")).iter(f"{SHEET}sheet")
        sheets = [one.get("name") for one in names]
    assert {"Documents", "Documents 2", "Lines 5", "VAT 4"} <= set(sheets)
    assert [len(sheet(book, number + 1)) for number, name in enumerate(sheets)
            if name and name.startswith("Documents")] == [4, 3]  # fmt: skip


def test_a_document_of_another_store_is_left_out(entity: LegalEntity) -> None:
    other = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    row = factories.issued_document(entity)
    assert list(records_of(installation=other, ids=[row.pk])) == []
