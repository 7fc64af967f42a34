"""Invoices of another system as a merchant brings them in: a file, its columns, their orders."""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from demo.stack import Stack
from tests.plugins.back_office import BackOffice, ask
from tests.plugins.looks import Look

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]
HEAD = (
    "Rechnungs-Nr.", "Datum", "Währung", "Name", "Netto", "USt", "Brutto", "Bestellung", "Lager",
)  # fmt: skip
SELLERS = "query { salesLegalEntities { key } }"
IMPORT = """mutation ($input: InvoiceImportInput!) {
  invoiceImport(input: $input) { items { outcome documentId findings { message } } } }"""
SHORT = 60_000  # milliseconds, for work in the background


def row(number: str, **cells: str) -> tuple[str, ...]:
    """A row of 119.00 EUR, with other cells by heading."""
    usual = dict(zip(HEAD, (number, "02.11.2026", "EUR", "Sample Buyer GmbH", "100,00", "19,00",
                            "119,00", "", "Regal 7"), strict=True))  # fmt: skip
    return tuple({**usual, **cells}.values())


def table(name: str, *rows: Sequence[str]) -> FilePayload:
    """A file as German spreadsheets write it."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([HEAD, *rows])
    return {"name": name, "mimeType": "text/csv", "buffer": out.getvalue().encode("cp1252")}


def brought(stack: Stack, name: str, **more: Any) -> str:
    """A document that another system brought by the API; its id."""
    document = {
        "externalId": f"ERP-{name}", "number": f"R-{name}", "issueDate": "2026-11-02",
        "currency": "EUR", "buyer": {"company": "Sample Buyer GmbH"},
        "lines": [{"name": "Mug", "quantity": "1", "net": "100.00", "vatRate": "19"}], **more,
    }  # fmt: skip
    seller = ask(stack, SELLERS)[0]["key"]  # type: ignore[index]
    wish = {
        "idempotencyKey": name, "sourceSystem": "erp", "legalEntity": seller,
        "documents": [{"document": document}],
    }  # fmt: skip
    (item,) = ask(stack, IMPORT, input=wish)["items"]
    assert item["outcome"] == "CREATED", item["findings"]
    return str(item["documentId"])


def choose(office: BackOffice, file: FilePayload) -> None:
    """A file on the page of a new import."""
    office.go("/imports/new")
    office.app.get_by_label("Choose a file").set_input_files(file)


def field(office: BackOffice, column: str) -> Locator:
    """The list of fields of a column."""
    return office.app.get_by_label(f"Field of column {column}", exact=True)


def count(of: Locator, name: str) -> Locator:
    """How many documents became what."""
    return of.get_by_text(name, exact=True).locator("xpath=following-sibling::dd")


def aside(office: BackOffice) -> Locator:
    """The narrow column."""
    return office.app.get_by_role("complementary")


def test_a_file_is_mapped_tried_imported_and_its_report_read(
    page: Page, stack: Stack, look: Look
) -> None:
    office = BackOffice(page, stack)
    office.app.get_by_role("link", name="Import", exact=True).click()
    expect(office.app.get_by_role("heading", level=1)).to_have_text("Imports")
    office.button("New import").first.click()
    look("imports-new")
    assert office.faults() == []
    rows = [row("ALT-1"), row("ALT-2"), row("ALT-3", Datum="31.02.2026"), row("ALT-1")]
    choose(office, table("Ausgangsrechnungen November 2026.csv", *rows))
    expect(field(office, "Rechnungs-Nr.")).to_have_value("number")
    expect(field(office, "Brutto")).to_have_value("gross_total")
    expect(field(office, "Lager")).to_have_value("")
    field(office, "Name").select_option("")
    expect(office.button("Dry run")).to_be_disabled()
    expect(aside(office).get_by_text("(missing)")).to_have_count(1)
    field(office, "Name").select_option("number")
    expect(aside(office).get_by_text("Two columns are Invoice number")).to_be_visible()
    look("imports-missing")
    assert office.faults() == []
    field(office, "Name").select_option("buyer_company")
    _keep_mapping(office)
    office.app.get_by_label("Source system").fill("Old ERP")
    look("imports-mapping")

    office.button("Dry run").click()
    tried = aside(office)
    expect(count(tried, "New")).to_have_text("2", timeout=SHORT)
    expect(count(tried, "Rejected")).to_have_text("2")
    look("imports-dry-run")
    office.button("Import").click()
    expect(office.app.get_by_role("heading", level=1)).to_have_text(
        "Ausgangsrechnungen November 2026.csv"
    )
    expect(office.card("Result")).to_contain_text("Done", timeout=SHORT)
    wrong = office.app.get_by_role("row").filter(has_text="ALT-3")
    expect(wrong).to_contain_text("Datum")
    expect(wrong).to_contain_text("31.02.2026")
    look("imports-result")
    assert office.faults() == []
    _report(office)

    office.app.get_by_role("tab", name="Unchanged").click()
    expect(office.app.get_by_text("There is nothing to tell")).to_be_visible()
    office.app.get_by_role("link", name="Show imported documents").click()
    chip = office.app.get_by_role("listitem").filter(has_text="Import: Ausgangsrechnungen")
    expect(chip).to_be_visible()
    document = office.app.get_by_role("row").filter(has_text="ALT-2")
    expect(office.app.get_by_role("table").get_by_role("row")).to_have_count(3)  # the head too
    office.button("Columns").click()
    office.app.get_by_role("checkbox", name="Source").check()
    expect(document).to_contain_text("Imported old-erp")
    page.keyboard.press("Escape")
    expect(document.get_by_role("img", name="From another system: old-erp")).to_be_visible()
    office.app.get_by_role("columnheader", name="Source").scroll_into_view_if_needed()
    look("imports-grid")
    office.app.get_by_role("button", name="Remove the filter “Import”").click()
    office.button("Filters").click()
    office.dialog.get_by_role("group", name="Imported from").get_by_label("old-erp").check()
    look("imports-grid-filter")
    office.button("Apply").click()
    expect(office.app.get_by_role("listitem").filter(has_text="old-erp")).to_be_visible()
    expect(document).to_be_visible()
    assert "sourceSystem=old-erp" in page.evaluate("location.hash")
    assert office.faults() == []
    office.button("Columns").click()
    office.button("Usual columns").click()
    page.keyboard.press("Escape")
    document.get_by_role("link", name="ALT-2").click()
    card = office.card("From another system")
    expect(card).to_contain_text("old-erp")
    card.scroll_into_view_if_needed()
    look("imports-document")
    assert office.faults() == []


def _keep_mapping(office: BackOffice) -> None:
    office.button("Saved mappings").click()
    office.button("Save this mapping").click()
    office.dialog.get_by_label("Name").fill("Spreadsheet")
    office.button("Save").click()
    office.told("The mapping was saved.")
    field(office, "Name").select_option("")
    office.button("Spreadsheet").click()
    office.dialog.get_by_role("button", name="Spreadsheet", exact=True).click()
    expect(field(office, "Name")).to_have_value("buyer_company")
    office.button("Spreadsheet").click()
    office.button("Delete the mapping Spreadsheet").click()
    expect(office.button("Delete the mapping Spreadsheet")).to_have_count(0)
    office.page.keyboard.press("Escape")


def _report(office: BackOffice) -> None:
    with office.page.expect_download() as download:
        office.button("Report as CSV").click()
    assert download.value.suggested_filename.endswith(".csv")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))
    assert {line["Place"] for line in lines if line["Outcome"] == "Rejected"} == {"row 4", "row 5"}


def test_a_file_that_is_none_is_refused_in_words(page: Page, stack: Stack, look: Look) -> None:
    office = BackOffice(page, stack)
    choose(office, {"name": "empty.csv", "mimeType": "text/csv", "buffer": b""})
    expect(office.app.get_by_role("alert")).to_contain_text("The file is empty.")
    page.route("**/imports/?name=*", lambda route: route.abort())
    choose(office, table("cut.csv", row("CUT-1")))
    expect(office.app.get_by_role("alert")).to_contain_text("The connection broke off.")
    look("imports-cut-off")
    page.unroute("**/imports/?name=*")
    refused = '{"error": {"code": "UPLOAD_TOO_LARGE", "message": "Large.", "params": {}}}'
    page.route("**/imports/?name=*", lambda route: route.fulfill(status=413, body=refused))
    choose(office, table("large.csv", row("LARGE-1")))
    expect(office.app.get_by_role("alert")).to_contain_text("larger than this server takes")
    page.unroute("**/imports/?name=*")
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
    choose(office, {"name": "photo.png", "mimeType": "image/png", "buffer": picture})
    expect(office.app.get_by_role("alert")).to_contain_text("can’t be read")
    expect(office.button("Import")).to_be_disabled()
    look("imports-bad-file")
    assert office.faults() == []
    office.button("Another file").click()
    expect(office.app.get_by_label("Choose a file")).to_have_count(1)


def test_a_document_without_an_order_is_linked_taken_off_and_deleted(
    page: Page, stack: Stack, look: Look
) -> None:
    order = stack.shop.place("eur_domestic")
    identity = brought(stack, "LINK-1", order={"number": "999999"})
    office = BackOffice(page, stack)
    office.go("/imports?tab=unlinked")
    item = office.app.get_by_role("listitem").filter(has_text="R-LINK-1")
    expect(item).to_contain_text("Saleor has no such order.", timeout=SHORT)
    look("imports-unlinked")
    assert office.faults() == []
    office.button("Choose an order for R-LINK-1").click()
    office.dialog.get_by_role("combobox", name="Order").fill(order["number"])
    office.app.get_by_role("option").filter(has_text=f"#{order['number']}").first.click()
    look("imports-link")
    office.dialog.get_by_role("button", name="Link", exact=True).click()
    office.told(f"R-LINK-1 is linked to order #{order['number']}.")
    expect(item).to_have_count(0)

    office.go(f"/invoices/{quote(identity, safe='')}")
    card = office.card("From another system")
    expect(card.get_by_text("Linked", exact=True)).to_be_visible()
    card.scroll_into_view_if_needed()
    look("imports-linked")
    card.get_by_role("button", name="Unlink").click()
    office.dialog.get_by_role("button", name="Unlink").click()
    expect(card.get_by_text("Not linked")).to_be_visible()
    office.choose("Delete")
    expect(office.dialog.get_by_role("button", name="Delete")).to_be_disabled()
    office.dialog.get_by_label("Reason").fill("It was a test of the ERP.")
    office.dialog.get_by_label("I know that").check()
    look("imports-delete")
    assert office.faults() == []
    office.dialog.get_by_role("button", name="Delete").click()
    office.told("R-LINK-1 was deleted.")
    expect(office.app.get_by_role("heading", level=1)).to_have_text("Invoices")


def test_it_looks_right_in_the_dark_in_german_and_in_a_narrow_frame(
    page: Page, stack: Stack, look: Look
) -> None:
    brought(stack, "LOOK-1")
    office = BackOffice(page, stack)
    long = "Ein sehr langer Dateiname ohne Rücksicht auf schmale Fenster und Spalten.csv"
    choose(office, table(long, row("SCHAU-1"), row("SCHAU-2", Netto="keine Zahl")))
    page.get_by_role("button", name="Dark").click()
    page.get_by_label("Language").select_option("de")
    office.app.get_by_label("Quellsystem").fill("erp")
    office.button("Probelauf").click()
    expect(count(aside(office), "Abgelehnt")).to_have_text("1", timeout=SHORT)
    wrong = aside(office).get_by_role("listitem").filter(has_text="Zeile 3")
    expect(wrong).to_contain_text("„keine Zahl“ ist kein Betrag.")
    look("imports-dark-german")
    assert office.faults() == []
    page.set_viewport_size({"width": 480, "height": 900})
    _fits(office)
    look("imports-narrow")
    office.button("Das ganze Ergebnis zeigen").click()
    expect(office.button("Jetzt importieren")).to_be_visible()
    _fits(office)
    look("imports-narrow-result")
    assert office.faults() == []
    office.go("/imports")
    expect(office.app.get_by_role("link", name=re.compile("^Ein sehr langer"))).to_be_visible()
    _fits(office)
    look("imports-narrow-list")
    page.set_viewport_size({"width": 1400, "height": 1000})
    look("imports-list")
    assert office.faults() == []
    office.go("/imports/new")
    office.app.get_by_label("Datei auswählen").focus()
    look("imports-new-german")


def _fits(office: BackOffice) -> None:
    width = office.app.locator("body").evaluate("(body) => body.scrollWidth - innerWidth")
    assert width <= 0
