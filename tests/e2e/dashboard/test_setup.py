"""A new merchant: from the installation to an issued, sent and credited invoice on one page."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from demo.stack import Stack
from tests.plugins.back_office import BackOffice, sign_in
from tests.plugins.looks import Look
from tests.plugins.outside import Outside

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]
ORDERS_ONLY = ("orders@example.com", "orders")


@pytest.fixture
def merchant(page: Page, fresh_stack: Stack) -> BackOffice:
    """Who has just installed the app by its manifest, before its page."""
    sign_in(page, fresh_stack)
    page.get_by_role("link", name="Apps", exact=True).click()
    page.locator("input[type=url]").fill(fresh_stack.manifest_url)
    page.get_by_role("button", name="Install", exact=True).click()
    expect(page.get_by_role("cell", name="Active", exact=True)).to_be_visible()
    page.get_by_role("link", name="Orders", exact=True).click()
    return BackOffice(page, fresh_stack, who=None)


def step(office: BackOffice, name: str) -> Locator:
    """A step of the check list, open."""
    item = office.app.get_by_role("listitem").filter(
        has=office.app.get_by_role("button", name=re.compile(rf"^(\d )?{re.escape(name)}"))
    )
    head = item.get_by_role("heading").get_by_role("button").first
    expect(head).to_have_attribute("aria-expanded", "true")
    return item


def test_a_new_merchant_comes_from_the_manifest_to_a_credited_invoice_on_one_page(
    merchant: BackOffice, outside: Outside, look: Look
) -> None:
    order = str(merchant.stack.shop.place("eur_domestic")["number"])
    document = merchant.page.evaluate("window.stays = crypto.randomUUID()")
    expect(merchant.app.get_by_text("No invoices yet")).to_be_visible()
    look("walk-1-empty")
    assert merchant.faults() == []
    banner = merchant.app.get_by_role("region", name="First steps")
    banner.get_by_role("button", name="Continue").click()
    expect(merchant.app.get_by_role("heading", level=1, name="First steps")).to_be_visible()
    look("walk-2-check-list")
    _tax(merchant)
    _numbers(merchant)
    _bank(merchant)
    _look(merchant)
    _policy(merchant)
    _mails(merchant, outside)
    _first_invoice(merchant, order)
    expect(merchant.app.get_by_text("All done: your shop makes invoices.")).to_be_visible()
    look("walk-3-issued")
    assert merchant.faults() == []
    _sent(merchant, outside, look)
    _credited(merchant, look)
    assert merchant.page.evaluate("window.stays") == document  # it was one page all the time
    _home(merchant, look)


def _next(open_step: Locator) -> None:
    open_step.get_by_role("button", name="Save and continue").click()


def _tax(office: BackOffice) -> None:
    # Who sells, Saleor knows: that step is done already.
    open_step = step(office, "Tax")
    open_step.get_by_label("VAT id").fill("DE999")
    _next(open_step)
    expect(open_step.get_by_text("has not the form of a VAT id")).to_be_visible()
    open_step.get_by_label("VAT id").fill("DE136695976")
    _next(open_step)


def _numbers(office: BackOffice) -> None:
    open_step = step(office, "Invoice numbers")
    pattern = open_step.get_by_label("Invoice numbers", exact=True)
    pattern.fill("RE-{YYYY}")
    expect(open_step.get_by_text("The running number is missing")).to_be_visible()
    pattern.fill("RE-{YYYY}-{seq:04}")
    expect(open_step.get_by_text(re.compile(r"RE-\d{4}-0001$")).first).to_be_visible()
    _next(open_step)


def _bank(office: BackOffice) -> None:
    open_step = step(office, "Bank account")
    open_step.get_by_role("button", name="Add an account").click()
    iban = open_step.get_by_label("IBAN or account number")
    iban.fill("DE88 3704 0044 0532 0130 00")
    expect(open_step.get_by_text("The IBAN is not valid yet")).to_be_visible()
    iban.fill("DE89 3704 0044 0532 0130 00")
    expect(open_step.get_by_text("The IBAN is valid.")).to_be_visible()
    _next(open_step)


def _look(office: BackOffice) -> None:
    open_step = step(office, "Look")
    expect(open_step.get_by_role("img", name="Page 1 of")).to_be_visible(timeout=30_000)
    open_step.get_by_label("Colour", exact=True).fill("#ffd400")
    expect(open_step.get_by_text("Hard to read on paper")).to_be_visible()
    open_step.get_by_label("Colour", exact=True).fill("#12503a")
    expect(open_step.get_by_text("Easy to read on paper")).to_be_visible()
    _next(open_step)


def _policy(office: BackOffice) -> None:
    open_step = step(office, "When to invoice")
    open_step.get_by_label("When to invoice", exact=True).select_option("on_request")
    _next(open_step)


def _mails(office: BackOffice, outside: Outside) -> None:
    open_step = step(office, "Mails")
    frame = open_step.frame_locator("iframe")
    expect(frame.get_by_text("Sample Seller GmbH").first).to_be_visible()
    open_step.get_by_label("Send a test to").fill("merchant@example.com")
    open_step.get_by_role("button", name="Send", exact=True).click()
    expect(open_step.get_by_text("The mail server took it")).to_be_visible(timeout=30_000)
    assert len(outside.mails_to("merchant@example.com")) == 1
    _next(open_step)


def _first_invoice(office: BackOffice, order: str) -> None:
    open_step = step(office, "Your first invoice")
    open_step.get_by_role("combobox", name="Order").fill(order)
    open_step.get_by_role("option", name=re.compile(rf"Order #{order}\b")).click()
    expect(open_step.get_by_text("Nothing is missing")).to_be_visible(timeout=30_000)
    open_step.get_by_role("button", name="Issue invoice").click()
    expect(open_step.get_by_text(re.compile(r"RE-\d{4}-0001"))).to_be_visible()
    expect(open_step.get_by_role("img", name="Page 1 of")).to_be_visible(timeout=60_000)


def _sent(office: BackOffice, outside: Outside, look: Look) -> None:
    office.button("Open the invoice").click()
    title = office.app.get_by_role("heading", level=1, name=re.compile(r"Invoice RE-\d{4}-0001"))
    expect(title).to_be_visible()
    office.button("Send").click()
    expect(office.dialog.get_by_label("Recipient")).to_have_value("customer@example.com")
    before = len(outside.mails_to("customer@example.com"))
    office.button("Send now").click()
    delivery = office.card("Delivery")
    expect(delivery.get_by_text("Sent", exact=True)).to_be_visible(timeout=60_000)
    look("walk-4-sent")
    assert "0001" in outside.mails_to("customer@example.com")[before]


def _credited(office: BackOffice, look: Look) -> None:
    office.button("Credit").click()
    office.dialog.get_by_label("Reason").fill("Came back unused")
    office.dialog.get_by_role("button", name="Issue credit note over EUR 117.27").click()
    title = office.app.get_by_role("heading", level=1, name="Credit note")
    expect(title).to_be_visible()
    expect(office.card("Details")).to_contain_text("Came back unused")
    look("walk-5-credited")
    office.app.get_by_role("link", name="Invoices", exact=True).first.click()
    row = office.app.get_by_role("row").filter(has_text=re.compile(r"RE-\d{4}-0001"))
    expect(row).to_contain_text("Cancelled")
    look("walk-6-grid")


def _home(office: BackOffice, look: Look) -> None:
    """Saleor 3.23 shows apps on its home page: what is due leads to where it is."""
    office.page.get_by_role("link", name="Home", exact=True).click()
    widget = office.page.frame_locator("iframe.widget")
    expect(widget.get_by_text("Everything is in order.")).to_be_visible()
    look("walk-7-home")
    assert office.faults("iframe.widget") == []
    widget.get_by_role("button", name="Orders to invoice").click()
    tab = office.app.get_by_role("tab", name="To issue")
    expect(tab).to_have_attribute("aria-selected", "true")


def test_who_may_not_set_up_the_shop_is_not_led_there(page: Page, stack: Stack) -> None:
    office = BackOffice(page, stack, ORDERS_ONLY)
    expect(office.app.get_by_role("tab", name="All")).to_be_visible()
    expect(office.app.get_by_role("region", name="First steps")).to_have_count(0)


def test_the_way_there_can_be_dismissed_for_good(page: Page, stack: Stack) -> None:
    office = BackOffice(page, stack)
    banner = office.app.get_by_role("region", name="First steps")
    banner.get_by_role("button", name="Don't show this again").click()
    expect(banner).to_have_count(0)
    office.page.reload()
    expect(office.app.get_by_role("tab", name="All")).to_be_visible()
    expect(banner).to_have_count(0)
