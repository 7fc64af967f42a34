"""The whole thing through a browser: back office, the app's page in it, and a storefront."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from demo.stack import Stack
from tests.plugins.stack import missing

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]
DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard_extension" / "dist" / "index.html"


def sign_in(page: Page, url: str, email: str, password: str) -> None:
    page.goto(url)
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def open_back_office(page: Page, stack: Stack, path: str) -> None:
    sign_in(page, f"{stack.place.sandbox_url}/dashboard/{path}", "admin@example.com", "admin")


def read_pdf(page: Page, url: str) -> bytes:
    answer = page.request.get(url)
    assert answer.ok
    assert answer.headers["content-type"] == "application/pdf"
    return answer.body()


def published_number(stack: Stack, order_id: str) -> str:
    """Wait for the order's invoice in Saleor and return its number."""

    def numbers() -> list[str]:
        rows = [row for row in stack.shop.orders() if row["id"] == order_id]
        return [row["number"] for row in rows[0]["invoices"] if row["status"] == "SUCCESS"]

    stack.wait(lambda: bool(numbers()), "the invoice")
    return numbers()[0]


def test_staff_press_generate_and_open_the_pdf(page: Page, stack: Stack) -> None:
    order = stack.shop.place("usd_net")
    open_back_office(page, stack, f"#/orders/{order['id']}")
    expect(page.get_by_role("heading", name=f"Order #{order['number']}")).to_be_visible()
    invoices = page.locator("#invoices")
    expect(invoices).to_contain_text("No invoices to be shown")
    invoices.get_by_role("button", name="Generate").click()
    link = invoices.get_by_role("link", name=re.compile(r"US-\d{6}"))
    expect(link).to_be_visible()
    assert read_pdf(page, link.get_attribute("href") or "").startswith(b"%PDF")


def test_staff_see_the_stores_invoices_on_the_apps_page(page: Page, stack: Stack) -> None:
    if not DASHBOARD.exists():
        missing("APP PAGE NOT TESTED: dashboard_extension/dist is missing, run `make env`")
    order = stack.shop.place("jpy")
    number = published_number(stack, order["id"])
    open_back_office(page, stack, "")
    page.get_by_role("navigation").get_by_role("link", name="Invoices", exact=True).click()
    app = page.frame_locator("iframe.page")
    row = app.get_by_role("row").filter(has_text=number)
    expect(row).to_be_visible()
    expect(row).to_contain_text(f"{order['number']}")


def test_a_customer_sees_and_downloads_their_own_invoices(page: Page, stack: Stack) -> None:
    order = stack.shop.place("jpy")
    number = published_number(stack, order["id"])
    url = f"{stack.place.sandbox_url}/storefront/"
    sign_in(page, url, "customer@example.com", "customer")
    row = page.locator("#invoices").get_by_role("listitem").filter(has_text=number)
    expect(row).to_contain_text(f"Order {order['number']}")
    expect(row).to_contain_text("¥")
    with page.expect_download() as download:
        row.get_by_role("button", name="Download PDF").click()
    assert download.value.suggested_filename == f"{number.lower()}.pdf"
    assert download.value.path().read_bytes().startswith(b"%PDF")
    row.get_by_role("button", name=number, exact=True).click()
    expect(page.get_by_role("heading", name=number)).to_be_visible()
    expect(page.get_by_role("button", name="Back to all invoices")).to_be_focused()


def test_another_customer_sees_none_of_them(page: Page, stack: Stack) -> None:
    number = published_number(stack, stack.shop.place("jpy")["id"])
    url = f"{stack.place.sandbox_url}/storefront/"
    sign_in(page, url, "second@example.com", "second")
    expect(page.get_by_text("You have no invoices yet.")).to_be_visible()
    expect(page.get_by_text(number)).to_have_count(0)
