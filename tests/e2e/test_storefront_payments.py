"""A customer and a guest pay, by the shop's own keys and by the payment app of its Saleor."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from demo.stack import Stack
from tests.e2e.test_browser import sign_in
from tests.plugins.back_office import ask
from tests.plugins.looks import Look
from tests.plugins.stripe import ACCOUNT, PUBLIC, SECRET

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("stack"),
    pytest.mark.timeout(240),
    pytest.mark.usefixtures("rested"),
]
SETTINGS = """mutation ($input: [SalesSettingInput!]!) {
  settingsUpdate(input: $input) { __typename } }"""
SELLER = {"level": "LEGAL_ENTITY", "name": "usa"}
CHANNEL = {"level": "CHANNEL", "name": "default-channel"}
# Test keys pay what a store in test mode issued, and nothing else.
KEYS = {"stripe_secret_key": SECRET, "stripe_publishable_key": PUBLIC, "test_mode": True}
APP = {"payment_provider": "saleor_app", "payment_app": "saleor.io.dummy-payment-app"}
THANKS = "Thank you, your payment has arrived."


def put(stack: Stack, place: dict[str, str], values: dict[str, Any], *, away: bool = False) -> None:
    """Set settings, or take them away again."""
    rows = [
        {**place, "key": key, **({"inherit": True} if away else {"value": value})}
        for key, value in values.items()
    ]
    ask(stack, SETTINGS, input=rows)


@contextmanager
def paid_by_stripe(stack: Stack, seller: dict[str, str]) -> Iterator[None]:
    """The seller is paid by its own keys; Stripe tells the app of it."""
    for key in (SECRET, PUBLIC):
        stack.till.control("keys", {"key": key, "account": ACCOUNT})
    put(stack, seller, KEYS)
    stack.wait(
        lambda: bool(stack.till.control("state")["objects"].get("webhook_endpoint")), "the endpoint"
    )
    yield
    put(stack, seller, KEYS, away=True)


@pytest.fixture
def stripe_keys(stack: Stack) -> Iterator[None]:
    """The American seller takes cards."""
    with paid_by_stripe(stack, SELLER):
        yield


@pytest.fixture
def payment_app(stack: Stack) -> Iterator[None]:
    """The Saleor has its dummy payment app, which the channel's customers pay by."""
    stack.shop.control("config", {"payment_app": {"kind": "dummy"}})
    put(stack, CHANNEL, APP)
    yield
    put(stack, CHANNEL, APP, away=True)
    stack.shop.control("config", {"payment_app": None})


def placed(stack: Stack, kind: str = "usd_net") -> dict[str, Any]:
    """An unpaid order of the customer's, with its published invoice: ``number`` and ``url``."""
    order = stack.shop.place(kind)
    stack.shop.request_invoice(order["id"])

    def invoices() -> list[dict[str, Any]]:
        row = order_of(stack, order["id"])
        return [one for one in row["invoices"] if one["status"] == "SUCCESS"]

    stack.wait(lambda: bool(invoices()), "the invoice")
    return {"id": order["id"], **invoices()[0], "order": order["id"]}


def order_of(stack: Stack, order_id: str) -> dict[str, Any]:
    """The order as Saleor has it."""
    (row,) = [row for row in stack.shop.orders() if row["id"] == order_id]
    return row


def charges(stack: Stack, order_id: str) -> list[dict[str, Any]]:
    """What Saleor was told was charged for the order."""
    return [
        event
        for transaction in order_of(stack, order_id)["transactions"]
        for event in transaction["events"]
        if event["type"] == "CHARGE_SUCCESS"
    ]


def paid_once(stack: Stack, placed_order: dict[str, Any]) -> None:
    """The invoice is paid, and the order shows the charge once."""
    token = stack.shop.app_token()

    def status() -> str:
        rows = stack.app.documents(token, order_id=placed_order["order"])
        return str(rows[0]["paymentStatus"])

    stack.wait(lambda: status() == "PAID", "the paid invoice")
    stack.wait(lambda: bool(charges(stack, placed_order["order"])), "the charge in Saleor")
    assert len(charges(stack, placed_order["order"])) == 1
    assert order_of(stack, placed_order["order"])["charge_status"] == "FULL"


def choose(page: Page, number: str) -> None:
    """From the list to the form of one invoice's payment.

    Searched for: where it is a day later already, other tests' invoices come first.
    """
    page.get_by_role("searchbox").fill(number)
    page.get_by_label(f"Choose {number} to pay").check()
    page.get_by_role("button", name=re.compile(r"^Pay [$€]")).click()


def fields(page: Page) -> FrameLocator:
    return page.frame_locator('iframe[title="Secure payment input frame"]')


def fill_card(page: Page, number: str = "4242 4242 4242 4242") -> None:
    fields(page).get_by_label("Card number").fill(number)
    fields(page).get_by_label("Expiration date").fill("1234")
    fields(page).get_by_label("Security code").fill("123")


def press_pay(page: Page) -> None:
    page.get_by_role("button", name=re.compile(r"^Pay \$")).last.click()


def proceed(page: Page) -> None:
    page.get_by_role("button", name="Continue").click()


def test_a_customer_pays_by_card_and_the_second_tab_is_told(
    page: Page, stack: Stack, stripe_keys: None, look: Look
) -> None:
    invoice = placed(stack)
    url = f"{stack.place.sandbox_url}/storefront/"
    sign_in(page, url, "customer@example.com", "customer")
    choose(page, invoice["number"])
    proceed(page)
    fill_card(page)
    look("storefront-card")
    second, guest = page.context.new_page(), page.context.new_page()
    sign_in(second, url, "customer@example.com", "customer")
    choose(second, invoice["number"])
    guest.goto(invoice["url"])
    for tab in (second, guest):
        proceed(tab)
        fill_card(tab)
    press_pay(page)
    expect(page.get_by_text(THANKS)).to_be_visible(timeout=30_000)
    look("storefront-paid")
    press_pay(second)  # the same payment, which has arrived
    expect(second.get_by_text(THANKS)).to_be_visible(timeout=30_000)
    press_pay(guest)  # a payment of its own, which is taken back
    told = guest.get_by_text("Already paid. You have not been charged again.")
    expect(told).to_be_visible(timeout=30_000)
    paid_once(stack, invoice)


def test_a_declined_card_and_then_the_banks_question(
    page: Page, stack: Stack, stripe_keys: None
) -> None:
    invoice = placed(stack)
    sign_in(page, f"{stack.place.sandbox_url}/storefront/", "customer@example.com", "customer")
    choose(page, invoice["number"])
    proceed(page)
    fill_card(page, "4000 0000 0000 0002")
    press_pay(page)
    expect(page.get_by_role("alert").filter(has_text="declined")).to_be_visible()
    fill_card(page, "4000 0025 0000 3155")
    press_pay(page)
    bank = page.frame_locator('iframe[title="Bank authentication"]')
    bank.get_by_role("button", name="Complete").click()
    expect(page.get_by_text(THANKS)).to_be_visible(timeout=30_000)
    paid_once(stack, invoice)


def test_a_guest_pays_on_the_invoices_own_page(
    page: Page, stack: Stack, stripe_keys: None, look: Look
) -> None:
    invoice = placed(stack)
    page.goto(invoice["url"])
    proceed(page)
    fill_card(page)
    look("hosted-card")
    press_pay(page)
    expect(page.get_by_text(THANKS)).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Paid", exact=True).first).to_be_visible()
    expect(page.get_by_text(THANKS)).to_be_visible()
    paid_once(stack, invoice)
    page.reload()
    expect(page.get_by_text("Paid", exact=True).first).to_be_visible()
    expect(page.get_by_role("button", name="Continue")).to_have_count(0)
    look("hosted-paid")


def test_a_customer_pays_through_saleors_payment_app(
    page: Page, stack: Stack, payment_app: None
) -> None:
    invoice = placed(stack)
    sign_in(page, f"{stack.place.sandbox_url}/storefront/", "customer@example.com", "customer")
    choose(page, invoice["number"])
    proceed(page)
    press_pay(page)
    expect(page.get_by_text(THANKS)).to_be_visible(timeout=30_000)
    paid_once(stack, invoice)


def test_a_guest_pays_through_saleors_payment_app(
    page: Page, stack: Stack, payment_app: None
) -> None:
    invoice = placed(stack)
    page.goto(invoice["url"])
    proceed(page)
    press_pay(page)
    expect(page.get_by_text(THANKS)).to_be_visible(timeout=30_000)
    paid_once(stack, invoice)
