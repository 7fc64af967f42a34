"""Files of every kind as a merchant brings them in: chosen or dropped, stopped and gone on with."""

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from demo.stack import Stack
from saleor_invoices.documents.einvoice import cii, ubl
from saleor_invoices.documents.einvoice.profiles import Profile
from tests.documents.samples import sample_credit_note, sample_document
from tests.e2e.dashboard.test_imports import SHORT, choose, count
from tests.imports.files import invoice, lines
from tests.imports.readers.test_pdf import blank, with_files
from tests.imports.readers.workbooks import workbook
from tests.plugins.back_office import BackOffice, dress
from tests.plugins.looks import Look

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]
HEAD = ("Invoice number", "Date", "Currency", "Buyer", "Net", "VAT", "Gross")
DROP = """(zone, [name, text, types]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  for (const type of types)
    zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}"""
MANY = 20_000
"""Documents that take several seconds, so that there is something to stop."""


def file(name: str, content: bytes) -> FilePayload:
    """Something to choose."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def row(number: str, **cells: str) -> tuple[str, ...]:
    """A row of 119.00 EUR, with other cells by heading."""
    usual = dict(zip(HEAD, (number, "2026-11-02", "EUR", "Sample Buyer GmbH", "100.00", "19.00",
                            "119.00"), strict=True))  # fmt: skip
    return tuple({**usual, **cells}.values())


def imported(office: BackOffice, source: str) -> Locator:
    """Import what is prepared, and wait for its end; the card with the result."""
    office.app.get_by_label("Source system").fill(source)
    office.button("Import").click()
    result = office.card("Result")
    expect(result).to_contain_text("Done", timeout=SHORT)
    return result


def test_one_sheet_of_a_workbook(page: Page, stack: Stack, look: Look, tmp_path: Path) -> None:
    def archive(book: Any, _sheet: Any) -> None:
        old = book.add_worksheet("Archive 2025")
        for number, cells in enumerate((HEAD, row("XL-OLD-1"), row("XL-OLD-2", Gross="119.02"))):
            old.write_row(number, 0, cells)
        book.add_worksheet("Notes").hide()

    path = workbook(tmp_path / "books.xlsx", HEAD, row("XL-NEW"), sheet="2026", more=archive)
    office = BackOffice(page, stack)
    choose(office, file("books.xlsx", path.read_bytes()))
    sheet = office.app.get_by_label("Sheet", exact=True)
    expect(sheet.get_by_role("option")).to_have_text(
        ["Found out: 2026", "2026", "Archive 2025", "Notes (hidden)"]
    )
    expect(office.app.get_by_role("cell", name="XL-NEW")).to_be_visible()
    sheet.select_option("Notes")
    expect(office.app.get_by_role("alert")).to_contain_text("There are no rows in this sheet.")
    look("imports-sheet-empty")
    assert office.faults() == []
    sheet.select_option("Archive 2025")
    expect(office.app.get_by_role("cell", name="XL-OLD-1")).to_be_visible()
    look("imports-sheets")
    assert office.faults() == []
    result = imported(office, "workbook")
    expect(count(result, "New")).to_have_text("2")
    office.app.get_by_role("link", name="Show imported documents").click()
    expect(office.app.get_by_role("link", name="XL-NEW")).to_have_count(0)
    office.app.get_by_role("link", name="XL-OLD-2").click()
    warning = office.app.get_by_role("region", name="The totals do not match the lines")
    expect(warning).to_contain_text("With VAT: EUR 119.02 stated, its parts make EUR 119.00")
    warning.scroll_into_view_if_needed()
    look("imports-totals-differ")
    assert office.faults() == []
    office.shine("dark")
    look("imports-totals-differ-dark")
    assert office.faults() == []


def test_a_zip_of_e_invoices_with_their_pdfs(page: Page, stack: Stack, look: Look) -> None:
    content, pdf = io.BytesIO(), blank()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("2026/a.xml", cii.write(sample_document(1), Profile.EN16931))
        archive.writestr("2026/a.pdf", pdf)
        archive.writestr("2026/b.xml", ubl.write(sample_credit_note(), Profile.EN16931))
        archive.writestr("2026/b.pdf", blank())
        archive.writestr("lost.pdf", blank())
    office = BackOffice(page, stack)
    choose(office, file("november.zip", content.getvalue()))
    expect(office.app.get_by_role("cell", name="2026/a.xml")).to_be_visible()
    look("imports-zip")
    assert office.faults() == []
    result = imported(office, "zip")
    expect(count(result, "New")).to_have_text("2")
    expect(count(result, "Rejected")).to_have_text("1")
    wrong = office.app.get_by_role("row").filter(has_text="lost.pdf")
    expect(wrong).to_contain_text("belongs to no invoice")
    look("imports-zip-result")
    assert office.faults() == []
    office.app.get_by_role("link", name="Show imported documents").click()
    office.app.get_by_role("link", name=sample_document(1).number, exact=True).click()
    with page.expect_download() as download:
        office.button("Download PDF").click()
    assert Path(download.value.path()).read_bytes() == pdf


def test_an_e_invoice_in_a_pdf(page: Page, stack: Stack, look: Look) -> None:
    xml = cii.write(sample_document(2), Profile.EN16931)
    office = BackOffice(page, stack)
    choose(office, file("factur-x.pdf", with_files(("factur-x.xml", xml, "Data"))))
    expect(office.app.get_by_text("The e-invoice in the PDF says what is what.")).to_be_visible()
    look("imports-factur-x")
    assert office.faults() == []
    result = imported(office, "facturx")
    expect(count(result, "New")).to_have_text("1")


def test_json_lines_are_dropped(page: Page, stack: Stack, look: Look) -> None:
    dress(page, theme="dark")
    office = BackOffice(page, stack)
    office.go("/imports/new")
    zone = office.app.get_by_text("Drop a file here").locator("xpath=..")
    text = lines([invoice("L1"), invoice("L2", currency="XXY"), invoice("L3")]).decode()
    zone.evaluate(DROP, ["export.jsonl", text, ["dragenter", "dragover"]])
    look("imports-drop-dark")
    zone.evaluate(DROP, ["export.jsonl", text, ["drop"]])
    expect(office.app.get_by_role("heading", level=1)).to_have_text("export.jsonl")
    expect(office.app.get_by_role("cell", name="ERP-L3")).to_be_visible()
    look("imports-lines-dark")
    assert office.faults() == []
    result = imported(office, "lines")
    expect(count(result, "New")).to_have_text("2")
    expect(count(result, "Rejected")).to_have_text("1")


@pytest.fixture
def shop(fresh_stack: Stack) -> Stack:
    """A shop of its own: the documents of a large file would be in everybody's way."""
    fresh_stack.install()
    return fresh_stack


def test_a_running_import_is_stopped_and_goes_on(page: Page, shop: Stack, look: Look) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([HEAD, *(row(f"BIG-{number}") for number in range(MANY))])
    office = BackOffice(page, shop)
    choose(office, file("big.csv", out.getvalue().encode()))
    office.app.get_by_label("Source system").fill("big")
    office.button("Import").click()
    result = office.card("Result")
    looked = result.get_by_text(re.compile(r"^[0-9,]+ documents looked at$"))
    expect(looked).to_have_text(re.compile("^[1-9]"), timeout=SHORT)
    expect(result).to_contain_text("Working")
    look("imports-running")
    office.button("Stop").click()
    expect(result).to_contain_text("Stopped")
    so_far = _number(looked)
    assert 0 < so_far < MANY
    look("imports-stopped")
    assert office.faults() == []
    office.button("Go on").click()
    expect(result).to_contain_text("Done", timeout=2 * SHORT)
    expect(count(result, "New")).to_have_text(f"{MANY:,}")
    expect(looked).to_have_text(f"{MANY:,} documents looked at")


def _number(looked: Locator) -> int:
    return int(re.sub("[^0-9]", "", looked.inner_text()))
