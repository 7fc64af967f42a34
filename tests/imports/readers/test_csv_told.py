"""CSV files that are wrong or strange, and what is told of them."""

import gc
import tracemalloc
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.readers.csv_file import CsvReader
from saleor_invoices.imports.records import ReadOptions
from tests.imports.readers.tables import (
    HEAD,
    LINE_HEAD,
    OPTIONS,
    ROW,
    changed,
    only,
    read,
    read_text,
    record,
    text_of,
    written,
)


def test_a_duplicate_is_told_by_row(tmp_path: Path) -> None:
    items = read_text(tmp_path, HEAD, ROW, changed(number="A-2"), ROW)
    assert [bool(item.record) for item in items] == [True, True, False]
    finding = only(items[2])
    assert finding.code == "DUPLICATE_IN_FILE"
    assert finding.params["earlier"] == "row 2"
    assert finding.params["place"] == "row 4"
    consecutive = read_text(tmp_path, HEAD, ROW, ROW)
    assert only(consecutive[1]).code == "DUPLICATE_IN_FILE"


def test_rows_of_one_invoice_that_differ_are_told(tmp_path: Path) -> None:
    (item,) = read_text(
        tmp_path,
        LINE_HEAD,
        ("A-1", "2026-11-02", "EUR", "B", "Beans", "2", "50.00", "19"),
        ("A-1", "2026-11-03", "EUR", "B", "Cups", "1", "10.00", "7"),
    )
    finding = only(item)
    assert (finding.code, finding.params["place"]) == ("ROWS_DIFFER", "row 3")
    assert (finding.params["stated"], finding.params["value"]) == ("2026-11-02", "2026-11-03")
    assert finding.params["column"] == "Date"


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"currency": "XYZ"}, "UNKNOWN_CURRENCY", "Currency"),
        ({"currency": ""}, "CURRENCY_MISSING", "Currency"),
        ({"number": ""}, "NUMBER_MISSING", "Number"),
        ({"date": ""}, "ISSUE_DATE_MISSING", "Date"),
        ({"buyer": " "}, "BUYER_NAME_MISSING", "Buyer"),
        ({"net": "-100", "vat": "-19", "gross": "-119"}, "NEGATIVE_INVOICE", "Gross"),
        ({"net": "", "vat": "", "gross": ""}, "LINE_AMOUNT_MISSING", "Net"),
    ],
)
def test_what_is_wrong_is_told_by_column(
    tmp_path: Path, cells: dict[str, str], code: str, column: str
) -> None:
    (item,) = read_text(tmp_path, HEAD, changed(**cells))
    finding = only(item)
    assert (finding.code, finding.params["column"]) == (code, column)
    assert finding.params["place"] == "row 2"


def test_totals_that_do_not_add_up_are_shown(tmp_path: Path) -> None:
    (item,) = read_text(tmp_path, HEAD, changed(gross="120.00"))
    assert record(item).document.totals.gross == Decimal(120)
    (finding,) = item.findings
    assert finding.code == "TOTALS_DIFFER"
    assert (finding.params["column"], finding.params["place"]) == ("Gross", "row 2")
    assert (finding.params["stated"], finding.params["computed"]) == ("120.00", "119.00")


def test_a_line_is_told_by_its_own_row(tmp_path: Path) -> None:
    (item,) = read_text(
        tmp_path,
        LINE_HEAD,
        ("A-1", "2026-11-02", "EUR", "B", "Beans", "2", "50.00", "19"),
        ("A-1", "2026-11-02", "EUR", "B", "Cups", "1", "10.00", "190"),
        ("A-1", "2026-11-02", "EUR", "B", "Cups", "x", "10.00", "7"),
    )
    assert [(one.code, one.params["place"]) for one in item.findings] == [
        ("AMOUNT_INVALID", "row 4")
    ]
    (item,) = read_text(
        tmp_path,
        LINE_HEAD,
        ("A-1", "2026-11-02", "EUR", "B", "Beans", "2", "50.00", "19"),
        ("A-1", "2026-11-02", "EUR", "B", "Cups", "1", "10.00", "190"),
    )
    assert only(item).params["place"] == "row 3"
    assert only(item).params["column"] == "VAT rate"


def test_a_rate_as_a_fraction_is_decided_by_the_tax(tmp_path: Path) -> None:
    head = (*HEAD, "VAT rate")
    (item,) = read_text(tmp_path, head, (*ROW, "0.19"))
    assert record(item).document.lines[0].tax.rate == 19
    lines = (*LINE_HEAD, "Line VAT")
    row = ("A-1", "2026-11-02", "EUR", "B", "Beans", "2", "50.00")
    (item,) = read_text(tmp_path, lines, (*row, "0.19", "9.50"))
    assert record(item).document.lines[0].tax.rate == 19
    (item,) = read_text(tmp_path, lines, (*row, "0.5", "0.25"))
    assert record(item).document.lines[0].tax.rate == Decimal("0.5")
    (item,) = read_text(tmp_path, lines, (*row, "0.19", ""))
    assert only(item).code == "VAT_RATE_AMBIGUOUS"


def test_credit_notes_in_words(tmp_path: Path) -> None:
    rows = [
        (*changed(number=word, net="-100", vat="-19", gross="-119"), word)
        for word in ("Credit Note", "Gutschrift", "avoir", "KOREKTA", "Abono", "Nota di credito")
    ]
    for item in read_text(tmp_path, (*HEAD, "Type"), *rows):
        assert record(item).document.kind is DocumentKind.CREDIT_NOTE
        assert record(item).document.totals.gross == 119


def test_an_open_quote_at_the_end_is_a_cut_off_file(tmp_path: Path) -> None:
    whole = text_of(HEAD, ROW, changed(number="A-2"), changed(number="A-3"))
    path = written(tmp_path, whole[: whole.index("A-3")] + 'A-3,2026-11-02,EUR,"Sample')
    items = CsvReader().items(path, OPTIONS)
    assert [next(items).number, next(items).number] == ["A-1", "A-2"]
    with pytest.raises(InvalidInput) as error:
        next(items)
    assert error.value.code == "FILE_CUT_OFF"
    assert error.value.params["place"] == "row 4"


def test_a_row_with_too_many_cells_is_told(tmp_path: Path) -> None:
    (item, good) = read_text(tmp_path, HEAD, (*ROW, "surplus"), changed(number="A-2"))
    assert only(item).code == "TOO_MANY_CELLS"
    assert record(good).document.number


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "FILE_EMPTY"),
        (b"\r\n\r\n", "FILE_EMPTY"),
        (b"Number,Date\r\n\0\1\0\0\2\3\4", "CSV_NOT_TEXT"),
        (b"x\r\ny", "COLUMN_MISSING"),
    ],
)
def test_what_is_no_table(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(InvalidInput) as error:
        read(written(tmp_path, content))
    assert error.value.code == code


def test_a_huge_cell_is_refused(tmp_path: Path) -> None:
    row = changed(number="A-2", buyer="x" * 200_000)
    path = written(tmp_path, text_of(HEAD, ROW, row))
    items = CsvReader().items(path, OPTIONS)
    assert next(items).number == "A-1"
    with pytest.raises(InvalidInput) as error:
        next(items)
    assert error.value.code == "CSV_INVALID"


def test_an_import_goes_on_where_it_was(tmp_path: Path) -> None:
    rows = [changed(number=f"A-{number}") for number in range(1, 6)]
    path = written(tmp_path, text_of(HEAD, *rows, rows[0]))
    items = read(path)
    for after in range(7):
        assert read(path, ReadOptions(after=after)) == items[after:]


def test_payments(tmp_path: Path) -> None:
    head = (*HEAD, "Status", "Paid amount", "Paid on", "Payment method")
    rows = [
        (*changed(number="A-1"), "bezahlt", "", "2026-11-05", "Card"),
        (*changed(number="A-2"), "open", "", "", "Bank transfer"),
        (*changed(number="A-3"), "partially paid", "19.00", "", ""),
    ]
    first, second, third = map(record, read_text(tmp_path, head, *rows))
    assert [(one.amount, one.on, one.method) for one in first.payments] == [
        (Decimal(119), date(2026, 11, 5), "Card")
    ]
    assert second.payments == ()
    assert second.document.payment
    assert second.document.payment.means_text == "Bank transfer"
    assert [one.amount for one in third.payments] == [Decimal(19)]


def test_words_of_countries_units_and_currencies(tmp_path: Path) -> None:
    head = (*LINE_HEAD, "Unit", "Country")
    row = ("A-1", "2026-11-02", "€", "B", "Beans", "2", "50.00", "19 %", "Stück", "Niemcy")
    (item,) = read_text(tmp_path, head, row)
    document = record(item).document
    assert (document.currency, document.lines[0].unit_code) == ("EUR", "H87")
    assert document.buyer.address.country == "DE"


def test_a_pdf_that_is_not_beside_it_is_a_warning(tmp_path: Path) -> None:
    (item,) = read_text(tmp_path, (*HEAD, "PDF"), (*ROW, "a-1.pdf"))
    assert record(item).pdf is None
    assert [finding.code for finding in item.findings] == ["PDF_FILE_MISSING"]


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        rows = (changed(number=f"A-{number}") for number in range(count))
        path = written(tmp_path, text_of(HEAD, *rows), f"{count}.csv")
        gc.collect()
        tracemalloc.start()
        for _ in CsvReader().items(path, OPTIONS):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    small, large = peak(4_200), peak(8_000)
    assert large < small + 2_000_000  # of which the ids that came before take 12 bytes each


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_any_bytes_end_in_items_or_a_told_error(tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path, b"Number,Date,Currency,Buyer,Net\r\n" + content)
    try:
        items = read(path)
    except InvalidInput:
        return
    assert all(item.record or item.findings for item in items)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    column=st.integers(0, len(HEAD) - 1),
    cell=st.text(st.characters(categories=("L", "N")), min_size=1, max_size=6),
)
def test_any_other_cell_is_another_fingerprint(tmp_path: Path, column: int, cell: str) -> None:
    row = [cell if index == column else value for index, value in enumerate(ROW)]
    ((first,), (second,)) = (read_text(tmp_path, HEAD, one) for one in (ROW, row))
    if second.record and first.record and second.record.document != first.record.document:
        assert second.record.fingerprint != first.record.fingerprint


def test_equal_rows_have_equal_fingerprints(tmp_path: Path) -> None:
    def fingerprint(*rows: Sequence[str]) -> str:
        return record(read_text(tmp_path, *rows)[0]).fingerprint

    first = fingerprint(HEAD, ROW)
    assert first == fingerprint(HEAD, changed(net="100", date="2.11.2026", gross="€ 119,00"))
    assert first == fingerprint(tuple(reversed(HEAD)), tuple(reversed(ROW)))
    assert first != fingerprint(HEAD, changed(net="100.01"))
