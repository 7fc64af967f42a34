"""CSV files as the world writes them."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.readers.csv_file import CsvReader
from saleor_invoices.imports.readers.fields import FIELDS, is_field
from saleor_invoices.imports.readers.headings import proposal
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


def test_a_row_an_invoice(tmp_path: Path) -> None:
    (item,) = read_text(tmp_path, HEAD, ROW)
    assert (item.position, item.place, item.number) == (1, "row 2", "A-1")
    document = record(item).document
    assert document.issue_date == date(2026, 11, 2)
    assert (document.totals.net, document.totals.gross) == (Decimal(100), Decimal(119))
    assert document.lines[0].tax.rate == Decimal(19)
    assert document.buyer.name == "Sample Buyer"


def test_a_row_a_line(tmp_path: Path) -> None:
    items = read_text(
        tmp_path,
        LINE_HEAD,
        ("A-1", "2026-11-02", "EUR", "B", "Beans", "2", "50.00", "19"),
        ("A-1", "", "", "", "Cups", "1", "10.00", "7"),
        ("A-2", "2026-11-03", "EUR", "C", "Cups", "1", "10.00", "7"),
    )
    assert [item.place for item in items] == ["rows 2-3", "row 4"]
    document = record(items[0]).document
    assert [line.name for line in document.lines] == ["Beans", "Cups"]
    assert document.totals.gross == Decimal("70.20")
    assert len(document.vat_breakdown) == 2


def test_net_and_vat_that_differ_in_the_rows_of_an_invoice_are_of_its_lines(tmp_path: Path) -> None:
    head = ("Number", "Date", "Currency", "Buyer", "Item", "Net", "VAT", "VAT rate")
    rows = [
        ("A-1", "2026-11-02", "EUR", "B", "Beans", "50.00", "9.50", "19"),
        ("A-1", "2026-11-02", "EUR", "B", "Cups", "10.00", "0.70", "7"),
        ("A-2", "2026-11-02", "EUR", "B", "Cups", "10.00", "0.70", "7"),
    ]
    first, second = read_text(tmp_path, head, *rows)
    assert record(first).document.totals.gross == Decimal("70.20")
    assert record(second).document.totals.gross == Decimal("10.70")
    same = [(*row[:5], "60.00", "10.20", *row[7:]) for row in rows[:2]]
    with_lines = [(*row, net) for row, net in zip(same, ("50.00", "10.00"), strict=True)]
    (item,) = read_text(tmp_path, (*head, "Line net"), *with_lines)
    assert record(item).document.totals.gross == Decimal("70.20")


def test_an_amount_at_each_rate_becomes_a_line(tmp_path: Path) -> None:
    head = ("Rechnungsnummer", "Rechnungsdatum", "Währung", "Kunde", "Netto 19 %", "MwSt 19%",
            "Netto 7 %", "MwSt 7 %", "Gesamtbetrag")  # fmt: skip
    row = ("A-1", "2.11.2026", "EUR", "B", "100,00", "19,00", "10,00", "0,70", "129,70")
    (item,) = read_text(tmp_path, head, row, options=ReadOptions(language="de"))
    lines = record(item).document.lines
    assert [(int(line.tax.rate), int(line.net_amount)) for line in lines] == [(19, 100), (7, 10)]
    assert lines[0].name == "Waren und Dienstleistungen"
    assert item.findings == ()


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp1250", "latin-1"],
)
def test_encodings_are_found_out(tmp_path: Path, encoding: str) -> None:
    buyer = "Łódź Spółka żółć" if encoding == "cp1250" else "Café Müller à Besançon"
    path = written(tmp_path, text_of(HEAD, changed(buyer=buyer)).encode(encoding))
    (item,) = read(path)
    assert record(item).document.buyer.name == buyer


def test_one_late_letter_decides_the_encoding(tmp_path: Path) -> None:
    rows = [changed(number=f"A-{number}", buyer="B" * 500) for number in range(2_500)]
    rows.append(changed(number="Z", buyer="Müller"))
    path = written(tmp_path, text_of(HEAD, *rows).encode("cp1252"))
    assert path.stat().st_size > 1 << 20
    assert record(read(path)[-1]).document.buyer.name == "Müller"


def test_a_wrong_encoding_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, text_of(HEAD, changed(buyer="Müller")).encode("cp1252"))
    for encoding, code in (("utf-8", "ENCODING_INVALID"), ("klingon", "ENCODING_UNKNOWN")):
        with pytest.raises(InvalidInput) as error:
            read(path, ReadOptions(encoding=encoding))
        assert error.value.code == code
        assert error.value.params["field"] == "encoding"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_found_out(tmp_path: Path, delimiter: str) -> None:
    row = changed(buyer="A, B; C | D\tE", net="100,00", vat="19,00", gross="119,00")
    path = written(tmp_path, text_of(HEAD, row, delimiter=delimiter))
    (item,) = read(path)
    assert record(item).document.buyer.name == "A, B; C | D\tE"
    assert record(item).document.totals.gross == Decimal(119)
    assert CsvReader().preview(path, OPTIONS).options.delimiter == delimiter


def test_a_spreadsheets_separator_line(tmp_path: Path) -> None:
    path = written(tmp_path, "sep=;\r\n" + text_of(HEAD, ROW, delimiter=";"))
    (item,) = read(path)
    assert item.place == "row 3"
    assert record(item).document.number


def test_a_title_above_the_head(tmp_path: Path) -> None:
    (item,) = read_text(tmp_path, ("Invoices of 2026",), (), HEAD, ROW)
    assert item.place == "row 4"
    assert record(item).document.number


AMOUNTS = {
    "1234.50": "1234.50", "1,234.50": "1234.50", "1.234,50": "1234.50", "1234,50": "1234.50",
    "1'234.50": "1234.50", "1’234,50": "1234.50", "1 234,50": "1234.50",
    "1\u00a0234,50": "1234.50", "1\u202f234,50": "1234.50", "€ 1.234,50": "1234.50",
    "1,234.50 EUR": "1234.50", "$1,234.50": "1234.50", "1.234.567,89": "1234567.89",
    "1234": "1234", "0,5": "0.5", ".5": "0.5", "12,34,567.50": "1234567.50",
}  # fmt: skip


@pytest.mark.parametrize("text", AMOUNTS)
def test_amounts(tmp_path: Path, text: str) -> None:
    head, row = (*HEAD[:5], "Gross"), (*ROW[:4], text, text)
    (item,) = read_text(tmp_path, head, row)
    assert record(item).document.totals.net == Decimal(AMOUNTS[text])


@pytest.mark.parametrize("text", ["-5.00", "5.00-", "(5.00)", "\u22125.00", "-€5.00"])
def test_amounts_below_zero(tmp_path: Path, text: str) -> None:
    row = ("A-1", "2026-11-02", "EUR", "B", "Discount", "1", text, "19")
    other = ("A-1", "2026-11-02", "EUR", "B", "Beans", "1", "10.00", "19")
    (item,) = read_text(tmp_path, LINE_HEAD, row, other)
    assert record(item).document.lines[0].net_amount == Decimal(-5)


@pytest.mark.parametrize("text", ["abc", "1.2.3", "1,23.4,5", "NaN", "1e5", "--5", "9" * 40, "0x1"])
def test_what_is_no_amount(tmp_path: Path, text: str) -> None:
    (item,) = read_text(tmp_path, HEAD, changed(net=text))
    finding = only(item)
    assert finding.code == "AMOUNT_INVALID"
    assert (finding.params["column"], finding.params["place"]) == ("Net", "row 2")
    assert finding.params["value"] == text
    assert item.number == "A-1"


def test_an_amount_with_nothing_to_decide_is_not_guessed(tmp_path: Path) -> None:
    rows = (HEAD, changed(net="1.234", vat="", gross="1.469"))
    (item,) = read_text(tmp_path, *rows)
    assert {one.code for one in item.findings} == {"AMBIGUOUS_AMOUNT"}
    assert "decimal_sign" in item.findings[0].remedy
    for sign, net in ((",", 1234), (".", Decimal("1.23"))):
        (item,) = read_text(tmp_path, *rows, options=ReadOptions(decimal_sign=sign))
        assert record(item).document.totals.net == net
    decides = changed(number="A-2", net="1,5", vat="", gross="1,79")
    (item, _) = read_text(tmp_path, *rows, decides)
    assert record(item).document.totals.net == 1234  # the other row decides


DATES = {
    "2026-11-02": None, "2026/11/2": None, "2.11.2026": None, "02.11.2026": None, "20261102": None,
    "46328": None, "2 Nov 2026": None, "2. November 2026": None, "Nov 2, 2026": None,
    "2 listopada 2026": None, "2 de noviembre de 2026": None, "2 novembre 2026": None,
    "2026-11-02T10:00:00Z": None, "2026-11-02 00:00:00": None, "02.11.26": None,
    "02/11/2026": "dmy", "2-11-2026": "dmy", "11/02/2026": "mdy", "11-2-2026": "mdy",
    "26-11-02": "ymd",
}  # fmt: skip


@pytest.mark.parametrize("text", DATES)
def test_dates(tmp_path: Path, text: str) -> None:
    options = ReadOptions(date_order=DATES[text] or "")
    (item,) = read_text(tmp_path, HEAD, changed(date=text), options=options)
    assert record(item).document.issue_date == date(2026, 11, 2)


def test_a_date_with_nothing_to_decide_is_not_guessed(tmp_path: Path) -> None:
    (item,) = read_text(tmp_path, HEAD, changed(date="03/04/2026"))
    finding = only(item)
    assert finding.code == "AMBIGUOUS_DATE"
    assert "date_order" in finding.remedy
    (item, _) = read_text(
        tmp_path, HEAD, changed(date="03/04/2026"), changed(number="A-2", date="13/04/2026")
    )
    assert record(item).document.issue_date == date(2026, 4, 3)
    (item, _) = read_text(
        tmp_path, HEAD, changed(date="03/04/2026"), changed(number="A-2", date="04/13/2026")
    )
    assert record(item).document.issue_date == date(2026, 3, 4)


@pytest.mark.parametrize("text", ["soon", "31.02.2026", "2026-13-01", "99999", "13/13/2026", "1.1"])
def test_what_is_no_date(tmp_path: Path, text: str) -> None:
    (item,) = read_text(tmp_path, HEAD, changed(date=text))
    assert only(item).code == "DATE_INVALID"


def test_a_date_against_the_setting_is_told_and_not_turned(tmp_path: Path) -> None:
    row = changed(date="12/31/2026")
    (item,) = read_text(tmp_path, HEAD, row, options=ReadOptions(date_order="dmy"))
    assert only(item).code == "DATE_INVALID"


HEADINGS = {
    "en": ("Invoice No.", "Invoice Date", "Due date", "Company", "VAT ID", "ZIP", "Quantity"),
    "de": ("Rechnungs-Nr.", "Rechnungsdatum", "Fälligkeit", "Firma", "USt-IdNr.", "PLZ", "MENGE"),
    "fr": ("Numéro de facture", "date facture", "Échéance", "Société", "N° TVA", "Code postal",
           "Quantité"),
    "pl": ("Numer faktury", "Data wystawienia", "Termin płatności", "Nazwa firmy", "NIP",
           "Kod pocztowy", "Ilość"),
    "es": ("Número de factura", "Fecha factura", "Vencimiento", "Razón social", "NIF",
           "Código postal", "Cantidad"),
    "it": ("Numero fattura", "Data fattura", "Scadenza", "Ragione sociale", "Partita IVA", "CAP",
           "Quantità"),
}  # fmt: skip


@pytest.mark.parametrize("language", HEADINGS)
def test_headings_in_six_languages(language: str) -> None:
    assert list(proposal(HEADINGS[language]).values()) == [
        "number",
        "issue_date",
        "due_date",
        "buyer_company",
        "buyer_vat_id",
        "buyer_postal_code",
        "line_quantity",
    ]


def test_every_field_is_called_by_its_own_name() -> None:
    names = [field.name for field in FIELDS]
    assert list(proposal(names).values()) == names
    assert len(set(names)) == len(names)
    assert all(field.meaning and is_field(field.name) for field in FIELDS)
    assert is_field("rate_net_5.5")
    assert not is_field("rate_net_")


def test_a_mapping_of_ones_own(tmp_path: Path) -> None:
    head = ("A", "B", "C", "D", "E", "F", "G")
    columns = dict(zip(head, proposal(HEAD).values(), strict=True))
    (item,) = read_text(tmp_path, head, ROW, options=ReadOptions(columns=columns))
    assert record(item).document.totals.gross == 119
    for wrong, code in (
        ({**columns, "Z": "note"}, "COLUMN_MISSING"),
        ({**columns, "G": "nonsense"}, "FIELD_UNKNOWN"),
        ({**columns, "G": "number"}, "FIELD_MAPPED_TWICE"),
        ({"A": "number"}, "COLUMN_MISSING"),
    ):
        with pytest.raises(InvalidInput) as error:
            read_text(tmp_path, head, ROW, options=ReadOptions(columns=wrong))
        assert error.value.code == code


def test_the_preview(tmp_path: Path) -> None:
    rows = [changed(number=f"A-{number}", net="1.234,50") for number in range(30)]
    path = written(tmp_path, text_of(HEAD[:1] + HEAD[2:], *(row[:1] + row[2:] for row in rows)))
    preview = CsvReader().preview(path, OPTIONS)
    assert preview.headers == HEAD[:1] + HEAD[2:]
    assert len(preview.rows) == 20
    assert preview.proposal["VAT"] == "tax_total"
    assert (preview.options.encoding, preview.options.decimal_sign) == ("utf-8-sig", "")
    assert [finding.params["field"] for finding in preview.findings] == ["issue_date"]


def test_the_preview_asks_what_the_file_does_not_decide(tmp_path: Path) -> None:
    row = changed(date="03/04/2026", net="1.234", vat="", gross="1.469")
    preview = CsvReader().preview(written(tmp_path, text_of(HEAD, row)), OPTIONS)
    found = [(one.code, one.params["field"]) for one in preview.findings]
    assert sorted(found) == [
        ("AMBIGUOUS_AMOUNT", "decimal_sign"),
        ("AMBIGUOUS_DATE", "date_order"),
    ]


@pytest.mark.parametrize("options", [ReadOptions(date_order="xyz"), ReadOptions(decimal_sign=";")])
def test_settings_that_there_are_not(tmp_path: Path, options: ReadOptions) -> None:
    with pytest.raises(InvalidInput) as error:
        read_text(tmp_path, HEAD, ROW, options=options)
    assert error.value.code == "OPTION_INVALID"


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "utf-8-sig", "utf_8", ""])
def test_a_mark_does_not_belong_to_the_first_heading(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, text_of(HEAD, ROW).encode("utf-8-sig"))
    (item,) = read(path, ReadOptions(encoding=encoding))
    assert item.number == "A-1"


def test_a_thousand_columns(tmp_path: Path) -> None:
    extra = tuple(f"Custom {number}" for number in range(993))
    (item,) = read_text(tmp_path, (*HEAD, *extra), (*ROW, *extra))
    assert record(item).document.number
    with pytest.raises(InvalidInput) as error:
        read_text(tmp_path, (*HEAD, *[f"c{number}" for number in range(3_000)]), ROW)
    assert error.value.code == "TOO_MANY_COLUMNS"


def test_a_million_empty_rows(tmp_path: Path) -> None:
    path = written(tmp_path, text_of(HEAD, ROW) + ",,,,,,\r\n" * 1_000_000 + text_of(ROW))
    first, last = read(path)
    assert record(first).document.number
    assert only(last).code == "DUPLICATE_IN_FILE"
    assert last.place == "row 1000003"
