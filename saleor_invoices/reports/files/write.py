"""Writing a report: as data for programs, as a workbook, or on paper."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

import xlsxwriter
from babel.dates import format_date
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from saleor_invoices.documents.formats import Formats
from saleor_invoices.documents.logo import Logo
from saleor_invoices.documents.report_pdf import PdfColumn, PdfReport, PdfTable, report_pdf
from saleor_invoices.domain.money import exponent
from saleor_invoices.exports.cells import harmless
from saleor_invoices.reports.files.model import Cell, Column, Kind, Report, Table

_EXACT_DIGITS = 15  # of a number in a workbook: more is kept as text


def csv_file(report: Report, words: Mapping[str, str]) -> bytes:
    """UTF-8 with its mark, which spreadsheets want; a currency column where there are amounts."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    head: list[str] = []
    for table in report.tables:
        titles = [harmless(title) for title in _titles(table, words)]
        if titles != head:
            head = titles
            writer.writerow(head)
        for row in _data(table):
            writer.writerow([_plain(value) for value in row])
    return "\ufeff".encode() + out.getvalue().encode()


def xlsx_file(report: Report, words: Mapping[str, str]) -> bytes:
    """One sheet for each currency; numbers as numbers, texts never as formulas."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": report.title})
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        for table in report.tables or (Table(columns=(), rows=()),):
            sheet = book.add_worksheet(table.currency or None)
            formats = [book.add_format(_format(column, table)) for column in _columns(table, words)]
            for place, title in enumerate(_titles(table, words)):
                sheet.write_string(0, place, harmless(title), bold)
                sheet.set_column(place, place, 14 if place else 28)
            for number, row in enumerate(_data(table), start=1):
                for place, value in enumerate(row):
                    _write(sheet, number, place, value, formats[place])
            sheet.freeze_panes(1, 0)
    return out.getvalue()


def pdf_file(
    report: Report,
    words: Mapping[str, str],
    *,
    language: str,
    country: str,
    brand: str,
    logo: Logo | None,
    accent: str,
) -> bytes:
    """A4, with the seller's name and logo."""
    # Amounts among the facts are of the only table.
    currency = report.tables[0].currency if report.tables else ""
    formats = Formats(language=language, country=country, currency=currency or "EUR")
    tables = [_on_paper(table, formats) for table in report.tables]
    shown = PdfReport(
        title=report.title,
        brand=brand,
        language=language,
        facts=[(label, _readable(value, Kind.MONEY, formats)) for label, value in report.facts],
        tables=tables,
        nothing=words["nothing"],
        page=words["page"],
        made=words["made"].format(date=formats.long_date(report.day)),
        wide=report.wide,
    )
    return report_pdf(shown, on=report.day, logo=logo, accent=accent)


def _columns(table: Table, words: Mapping[str, str]) -> Sequence[Column]:
    return (Column(words["currency"]), *table.columns) if table.currency else table.columns


def _titles(table: Table, words: Mapping[str, str]) -> list[str]:
    return [column.title for column in _columns(table, words)]


def _data(table: Table) -> Iterator[Sequence[Cell]]:
    for row in table.rows:
        yield (table.currency, *row) if table.currency else row


def _plain(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, date):
        return value.isoformat()
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _format(column: Column, table: Table) -> dict[str, object]:
    if column.kind is Kind.DATE:
        return {"num_format": "yyyy-mm-dd"}
    if column.kind is Kind.MONEY and table.currency:
        places = exponent(table.currency)
        return {"num_format": "#,##0" + ("." + "0" * places if places else "")}
    return {}


def _write(sheet: Worksheet, row: int, place: int, value: Cell, form: Format) -> None:
    if value is None:
        return
    if isinstance(value, date):
        sheet.write_datetime(row, place, value, form)
    elif isinstance(value, str) or _is_long(value):
        sheet.write_string(row, place, _plain(value), form)
    else:
        sheet.write_number(row, place, value, form)


def _is_long(value: int | Decimal) -> bool:
    return len(Decimal(value).as_tuple().digits) > _EXACT_DIGITS


def _on_paper(table: Table, formats: Formats) -> PdfTable:
    own = formats
    if table.currency:
        own = Formats(
            language=formats.locale.language,
            country=formats.locale.territory or "",
            currency=table.currency,
        )
    kinds = [column.kind for column in table.columns]

    def texts(row: Iterable[Cell]) -> list[str]:
        return [_readable(value, kind, own) for value, kind in zip(row, kinds, strict=True)]

    return PdfTable(
        title=table.currency,
        columns=[
            PdfColumn(
                title=one.title, number=one.is_number, wide=bool(one.share), share=one.share or 1
            )
            for one in table.columns
        ],
        rows=[texts(row) for row in table.rows],
        total=texts(table.total) if table.total else (),
        note=table.note,
    )


def _readable(value: Cell, kind: Kind, formats: Formats) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return format_date(value, format="medium", locale=formats.locale)
    if isinstance(value, Decimal):
        return formats.percent(value) if kind is Kind.PERCENT else formats.amount(value)
    return formats.quantity(Decimal(value)) if isinstance(value, int) else value
