"""Reports against the documents that they report, in the whole running app."""

import csv
import io
import re
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from demo.stack import SETTINGS, Stack
from tests.plugins.back_office import BackOffice, dress

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]

ISSUE = "mutation ($order: ID!) { invoiceIssue(orderId: $order) { document { id number } } }"
REPORTS = ("ageing", "revenue", "numbers", "ledger", "failed", "statement")
SELLER = "[legal_entities.germany]"


def test_revenue_and_its_file_are_the_sums_of_the_invoices(
    page: Page, stack: Stack, tmp_path: Path
) -> None:
    token = stack.shop.app_token()
    for _ in range(2):
        order = stack.shop.place("jpy")
        stack.app.ask(ISSUE, token, order=order["id"])
    rows = [row for row in stack.app.documents(token) if row["currency"] == "JPY"]
    signs = {"INVOICE": 1, "CREDIT_NOTE": -1, "PROFORMA": 0}
    total = sum(
        signs[row["kind"]] * abs(Decimal(row["total"]["amount"])) for row in rows if row["number"]
    )
    office = BackOffice(page, stack)
    office.go("/reports/revenue?by=channel")
    table = office.app.get_by_role("table", name="Revenue and VAT")
    expect(table.locator("tfoot")).to_contain_text(f"{total:,}")
    expect(office.app.get_by_role("img", name=re.compile("Chart of Channel, JPY"))).to_be_visible()
    assert office.faults() == []
    with page.expect_download() as download:
        office.button("Download as CSV").click()
    path = tmp_path / "revenue.csv"
    download.value.save_as(path)
    cells = {
        cell
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))
        for cell in row
    }
    assert str(total) in cells


def test_every_report_reads_well_in_german_and_dark(page: Page, stack: Stack) -> None:
    order = stack.shop.place("eur_domestic")
    stack.app.ask(ISSUE, stack.shop.app_token(), order=order["id"])
    dress(page, theme="dark", language="de")
    office = BackOffice(page, stack)
    office.go("/reports")
    expect(office.app.get_by_role("link", name="Überfällig")).to_be_visible()
    assert office.faults() == []
    for name in REPORTS:
        office.go(f"/reports/{name}")
        expect(office.app.get_by_role("navigation", name="Berichte")).to_be_visible()
        page.wait_for_load_state("networkidle")
        assert office.faults() == [], name
    office.go("/reports/numbers")
    expect(office.app.get_by_text("Keine Lücke, keine doppelte Nummer")).to_be_visible()
    office.go("/reports/ledger")
    office.button("Jetzt prüfen").click()
    expect(office.app.get_by_text("Alles stimmt überein")).to_be_visible(timeout=60_000)


def configure(stack: Stack, home: Path, currency: str) -> None:
    """The seller as the demo has it, with VAT in another currency too."""
    seller = SETTINGS.read_text(encoding="utf-8").split(SELLER, 1)[1].split("\n[", 1)[0]
    settings = f'[legal_entities.germany.settings]\naccounting_currency = "{currency}"\n'
    path = home / "store.toml"
    path.write_text(f"{SELLER}{seller}\n{settings}", encoding="utf-8")
    stack.manage("configure_store", str(path), "--store", stack.place.api_url)


def test_failed_work_is_shown_and_done_again(page: Page, stack: Stack, tmp_path: Path) -> None:
    """VAT in another currency needs a rate, which nobody has entered."""
    with ExitStack() as after:
        # What comes later in the same app must not need the rate.
        after.callback(configure, stack, tmp_path, "")
        _fail_and_do_again(page, stack, tmp_path)


def _fail_and_do_again(page: Page, stack: Stack, tmp_path: Path) -> None:
    configure(stack, tmp_path, "CHF")
    order = stack.shop.place("eur_domestic")
    stack.shop.request_invoice(order["id"])
    token = stack.shop.app_token()

    def missing_rate() -> list[str]:
        found = stack.app.problems(token)
        return [one["message"] for one in found if one["code"] == "EXCHANGE_RATE_MISSING"]

    stack.wait(lambda: bool(missing_rate()), "the problem")
    (message,) = missing_rate()
    office = BackOffice(page, stack)
    office.go("/reports/failed")
    row = office.app.get_by_role("row").filter(has_text=message)
    expect(row).to_be_visible()
    configure(stack, tmp_path, "")
    row.get_by_role("button", name="Try again").click()
    expect(row).to_have_count(0, timeout=30_000)
    stack.wait(
        lambda: bool(stack.app.documents(token, order_id=order["id"])),
        "the invoice",
    )
