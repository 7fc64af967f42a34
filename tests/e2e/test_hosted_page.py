"""A guest with a link from a mail: sees the invoice, takes it home, and gets in again later."""

import hashlib
import json
import re
import sqlite3
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from demo.stack import Stack
from tests.plugins.back_office import AXE, SERIOUS
from tests.plugins.looks import Look
from tests.plugins.outside import Outside

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]


def published(stack: Stack) -> tuple[str, str]:
    """Number and link of a new order's invoice."""
    order = stack.shop.place("usd_net")
    stack.shop.request_invoice(order["id"])

    def invoices() -> list[dict[str, str]]:
        rows = [row for row in stack.shop.orders() if row["id"] == order["id"]]
        return [row for row in rows[0]["invoices"] if row["status"] == "SUCCESS"]

    stack.wait(lambda: bool(invoices()), "the invoice")
    return invoices()[0]["number"], invoices()[0]["url"]


def faults(page: Page) -> list[str]:
    """What axe finds wrong with the page, seriously."""
    context = page.context.browser.new_context(bypass_csp=True)  # type: ignore[union-attr]
    try:
        looked = context.new_page()
        looked.set_content(page.content())
        looked.evaluate(AXE.read_text(encoding="utf-8"))
        found = looked.evaluate("axe.run().then((found) => found.violations)")
    finally:
        context.close()
    return [json.dumps(one["id"]) for one in found if one["impact"] in SERIOUS]


def close(stack: Stack, url: str) -> None:
    """Let the link's time be over."""
    digest = hashlib.sha256(url.rpartition("/")[2].encode()).hexdigest()
    with sqlite3.connect(stack.place.data / "invoices.sqlite3", timeout=30) as database:
        done = database.execute(
            "UPDATE invoices_downloadlink SET opens_until = '2020-01-01' WHERE token_hash = ?",
            [digest],
        )
        assert done.rowcount == 1


def mailed_code(outside: Outside) -> str:
    """The code in the newest mail that has one."""
    for mail in reversed(outside.box.mails):
        found = re.search(r"code to open the document is\s*(\d{4} \d{4})", mail.get_content())
        if found:
            return found[1]
    raise AssertionError("no mail has a code")


def test_a_guest_opens_downloads_and_gets_in_again_by_a_code(
    page: Page, stack: Stack, outside: Outside, look: Look
) -> None:
    number, url = published(stack)
    page.goto(url)
    expect(page.get_by_role("heading", level=1, name=number)).to_be_visible()
    look("hosted-open")
    assert faults(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Download PDF").click()
    assert download.value.suggested_filename == f"{number.lower()}.pdf"

    close(stack, url)
    page.goto(url)
    expect(page.get_by_text(number)).to_have_count(0)
    page.get_by_role("button", name="Mail me a code").click()
    look("hosted-code")
    page.get_by_label("Code from the mail").fill(mailed_code(outside))
    page.get_by_role("button", name="Open the document").click()
    heading = page.get_by_role("heading", level=1, name=number)
    expect(heading).to_be_visible()
    with page.expect_download() as again:
        page.get_by_role("button", name="Download PDF").click()
    assert again.value.suggested_filename == f"{number.lower()}.pdf"

    page.reload()  # the tab keeps what the code opened, and nothing is posted twice
    expect(heading).to_be_visible()
    assert page.context.cookies() == []
    other = page.context.new_page()
    other.goto(url)
    expect(other.get_by_role("button", name="Mail me a code")).to_be_visible()
    other.close()


def test_whoever_has_a_dead_link_is_told_the_same_whatever_they_know(
    page: Page, stack: Stack, look: Look
) -> None:
    number, url = published(stack)
    page.goto(urlsplit(url)._replace(path="/i/never-was").geturl())
    expect(page.get_by_role("heading", name="This link no longer opens")).to_be_visible()
    look("hosted-recovery")
    assert faults(page) == []
    page.get_by_label("E-mail address").fill("stranger@example.com")
    page.get_by_label("Document number").fill(number)
    page.get_by_role("button", name="Send me a new link").click()
    expect(page.get_by_text("a new link is on its way")).to_be_visible()
    expect(page.get_by_text(number)).to_have_count(0)
