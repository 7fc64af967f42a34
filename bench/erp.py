"""A file of an ERP, as large as wanted: three lines an invoice, as CSV and as a workbook."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import xlsxwriter

LINES = 3
HEADINGS = (
    "number", "issue_date", "due_date", "buyer_company", "buyer_street", "buyer_city",
    "buyer_postal_code", "buyer_country", "buyer_email", "line_name", "line_sku", "line_quantity",
    "line_net", "line_vat_rate",
)  # fmt: skip
FIRST_DAY = date(2023, 1, 2)
A_DAY = 100  # invoices
CENT = Decimal("0.01")


def rows(invoices: int) -> Iterator[tuple[str, ...]]:
    """A row a line."""
    for number in range(1, invoices + 1):
        on = FIRST_DAY + timedelta(days=number // A_DAY)
        head = (
            f"ERP-{number:07}", str(on), str(on + timedelta(days=14)),
            f"Sample Buyer {number % 9999} GmbH", f"Musterstraße {number % 240}", "Berlin",
            f"{10115 + number % 800}", "DE", f"buyer{number % 5000}@example.com",
        )  # fmt: skip
        for line in range(LINES):
            seed = number * LINES + line
            count, rate = seed % 4 + 1, ("19", "7")[seed % 2]
            net = (Decimal(seed % 20_000 + 199) * CENT * count).quantize(CENT)
            yield (*head, f"Article {seed % 700}", f"SKU-{seed % 700}", str(count), str(net), rate)


def csv_write(path: Path, invoices: int) -> None:
    """As CSV."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADINGS)
        writer.writerows(rows(invoices))


def xlsx_write(path: Path, invoices: int) -> None:
    """As a workbook, its cells being text; written as a stream."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        for place, row in enumerate(rows(invoices), start=1):
            sheet.write_row(place, 0, row)
