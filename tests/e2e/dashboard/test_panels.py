"""Invoicing on the dashboard's own pages: the order's and the customer's widgets and popups."""

import csv
import io
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from demo.stack import Stack
from tests.plugins.back_office import BackOffice, dress

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]
WIDGET = "iframe.widget"
POPUP = "dialog iframe"


def widget(office: BackOffice) -> FrameLocator:
    return office.page.frame_locator(WIDGET)


def documents(stack: Stack, order: dict[str, Any]) -> list[dict[str, Any]]:
    return stack.app.documents(stack.shop.app_token(), order_id=order["id"])


def test_an_order_is_invoiced_sent_and_credited_from_its_widget(page: Page, stack: Stack) -> None:
    order = stack.shop.place("usd_net")
    dress(page, theme="dark", language="de")
    office = BackOffice(page, stack)
    office.place(f"orders/{order['id']}")
    app = widget(office)
    expect(app.get_by_text("Sie kann jetzt berechnet werden")).to_contain_text("USD")
    assert office.faults(WIDGET) == []

    app.get_by_role("button", name="Rechnung ausstellen").dblclick()
    card = app.get_by_role("listitem").filter(has_text="US-")
    expect(card).to_contain_text("Unbezahlt")
    office.told("wurde ausgestellt")
    (invoice,) = documents(stack, order)  # two clicks, one invoice

    card.get_by_role("button", name="senden").click()
    expect(card.get_by_label("E-Mail")).to_have_value("customer@example.com")
    card.get_by_role("button", name="Jetzt senden").click()
    expect(card.get_by_text("Gesendet an customer@example.com")).to_be_visible(timeout=30_000)

    card.get_by_role("button", name="gutschreiben").click()
    card.get_by_label("Grund").fill("Zurückgegeben")
    card.get_by_role("button", name=re.compile(r"^USD .* gutschreiben$")).click()
    expect(app.get_by_role("listitem").filter(has_text="Gutschrift · ")).to_be_visible()
    totals = {row["kind"]: abs(Decimal(row["total"]["amount"])) for row in documents(stack, order)}
    assert totals["CREDIT_NOTE"] == totals["INVOICE"]
    # Nothing is left to credit, and the order may be invoiced anew.
    expect(app.get_by_role("button", name=f"{invoice['number']} gutschreiben")).to_have_count(0)
    assert office.faults(WIDGET) == []


def test_the_widget_grows_with_its_content_and_leads_to_the_apps_pages(
    page: Page, stack: Stack
) -> None:
    order = stack.shop.place("usd_net")
    office = BackOffice(page, stack)
    office.place(f"orders/{order['id']}")
    app = widget(office)
    app.get_by_role("button", name="Proforma").click()
    expect(app.get_by_role("listitem").filter(has_text="Proforma")).to_be_visible()
    body = app.locator("body").evaluate("body => body.scrollHeight")
    box = page.locator(WIDGET).bounding_box()
    assert box is not None
    assert abs(box["height"] - body) < 4
    app.get_by_role("button", name="Write by hand").click()
    expect(office.app.get_by_role("heading", level=1, name="New invoice")).to_be_visible()
    expect(office.app.locator('[data-place="buyer.name"] input')).not_to_have_value("")


def customer_id(stack: Stack, email: str) -> str:
    query = "{ customers(first: 20) { edges { node { id email } } } }"
    people = [edge["node"] for edge in stack.shop.ask(query)["customers"]["edges"]]
    found: str = next(one["id"] for one in people if one["email"] == email)
    return found


def test_a_customers_balance_and_statement_agree_with_their_documents(
    page: Page, stack: Stack, tmp_path: Path
) -> None:
    issue = "mutation ($order: ID!) { invoiceIssue(orderId: $order) { document { id } } }"
    token = stack.shop.app_token()
    order = stack.shop.place("eur_domestic")
    stack.app.ask(issue, token, order=order["id"])
    office = BackOffice(page, stack)
    office.place(f"customers/{customer_id(stack, 'customer@example.com')}")
    expect(widget(office).get_by_text("Latest documents")).to_be_visible()
    assert office.faults(WIDGET) == []

    page.get_by_label("More actions").click()
    page.get_by_role("button", name="Invoices of this customer").click()
    popup = page.frame_locator(POPUP)
    popup.get_by_role("heading", name="Statement").scroll_into_view_if_needed()
    currency = popup.get_by_label("Currency")
    if currency.count():
        currency.select_option("EUR")
    closing = popup.locator("dt", has_text="Closing balance").locator("xpath=../dd")
    expect(closing).to_contain_text("EUR")
    assert office.faults(POPUP) == []
    with page.expect_download() as download:
        popup.get_by_role("button", name="Download as CSV").click()
    path = tmp_path / "statement.csv"
    download.value.save_as(path)
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    shown = Decimal((closing.text_content() or "").replace("EUR", "").replace(",", "").strip())
    numbers = [Decimal(cell) for cell in rows[-1] if re.fullmatch(r"-?\d+\.\d+", cell)]
    assert shown in numbers


def test_the_home_page_tells_what_is_due_and_leads_there(page: Page, stack: Stack) -> None:
    stack.shop.place("usd_net")
    office = BackOffice(page, stack)
    office.go("/home-widget")
    row = office.app.get_by_role("button", name="Orders to invoice")
    expect(row).to_be_visible()
    assert office.faults() == []
    row.click()
    expect(office.app.get_by_role("tab", name="To issue")).to_have_attribute(
        "aria-selected", "true"
    )
