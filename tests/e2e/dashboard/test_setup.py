"""A new merchant: from the installation to an issued invoice on one page."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from demo.stack import Stack
from tests.plugins.back_office import BackOffice

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]
ORDERS_ONLY = ("orders@example.com", "orders")


@pytest.fixture
def merchant(page: Page, fresh_stack: Stack) -> BackOffice:
    """Who has just installed the app, before its page."""
    return BackOffice(page, fresh_stack)


def step(office: BackOffice, name: str) -> Locator:
    """A step of the check list, open."""
    item = office.app.get_by_role("listitem").filter(
        has=office.app.get_by_role("button", name=re.compile(rf"^(\d )?{re.escape(name)}"))
    )
    head = item.get_by_role("heading").get_by_role("button").first
    expect(head).to_have_attribute("aria-expanded", "true")
    return item


def test_a_new_merchant_comes_to_the_first_invoice_without_leaving_the_page(
    merchant: BackOffice,
) -> None:
    order = str(merchant.stack.shop.place("eur_domestic")["number"])
    banner = merchant.app.get_by_role("region", name="First steps")
    banner.get_by_role("button", name="Continue").click()
    expect(merchant.app.get_by_role("heading", level=1, name="First steps")).to_be_visible()
    _tax(merchant)
    _numbers(merchant)
    _bank(merchant)
    _look(merchant)
    _policy(merchant)
    _mails(merchant)
    _first_invoice(merchant, order)
    expect(merchant.app.get_by_text("All done: your shop makes invoices.")).to_be_visible()
    assert merchant.faults() == []


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


def _mails(office: BackOffice) -> None:
    open_step = step(office, "Mails")
    frame = open_step.frame_locator("iframe")
    expect(frame.get_by_text("Sample Seller GmbH").first).to_be_visible()
    open_step.get_by_role("button", name="Leave this step out").click()


def _first_invoice(office: BackOffice, order: str) -> None:
    open_step = step(office, "Your first invoice")
    open_step.get_by_role("combobox", name="Order").fill(order)
    open_step.get_by_role("option", name=re.compile(rf"Order #{order}\b")).click()
    expect(open_step.get_by_text("Nothing is missing")).to_be_visible(timeout=30_000)
    open_step.get_by_role("button", name="Issue invoice").click()
    expect(open_step.get_by_text(re.compile(r"RE-\d{4}-0001"))).to_be_visible()
    expect(open_step.get_by_role("img", name="Page 1 of")).to_be_visible(timeout=60_000)


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
