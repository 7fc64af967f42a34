"""Customers led to their bank: they pay there, fail, turn back, close the tab, come twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from demo.stack import Stack
from tests.e2e.test_browser import sign_in
from tests.e2e.test_storefront_payments import choose, fields, paid_by_stripe, paid_once
from tests.e2e.test_storefront_payments import placed as placed_of
from tests.plugins.looks import Look

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("stack"),
    pytest.mark.timeout(240),
    pytest.mark.usefixtures("rested"),
]
SELLER = {"level": "LEGAL_ENTITY", "name": "germany"}
SOON = 30_000


@dataclass(frozen=True)
class Place:
    """Where a customer pays, and what it says there."""

    name: str
    begin: str
    pay: str
    thanks: str
    failed: str
    processing: str
    card: tuple[str, str, str]


HOSTED = Place(
    name="hosted",
    begin="Weiter",
    pay="bezahlen",
    thanks="Vielen Dank, Ihre Zahlung ist eingegangen.",
    failed="Die Zahlung hat nicht geklappt. Sie können es noch einmal versuchen.",
    processing="Ihre Zahlung wird gerade bestätigt.",
    card=("Kartennummer", "Ablaufdatum", "Prüfziffer"),
)
STOREFRONT = Place(
    name="storefront",
    begin="Continue",
    pay="Pay",
    thanks="Thank you, your payment has arrived.",
    failed="The payment failed. You have not been charged.",
    processing="Your payment is being processed.",
    card=("Card number", "Expiration date", "Security code"),
)


@pytest.fixture(params=[HOSTED, STOREFRONT], ids=["hosted", "storefront"])
def place(request: pytest.FixtureRequest) -> Place:
    """The invoice's own page in German, and the web component in a shop."""
    found: Place = request.param
    return found


@pytest.fixture(autouse=True)
def _keys(stack: Stack) -> Iterator[None]:
    with paid_by_stripe(stack, SELLER):
        yield


def placed(stack: Stack) -> dict[str, Any]:
    """An unpaid order over 117.27 EUR, with its published invoice."""
    return placed_of(stack, "eur_domestic")


def enter(page: Page, stack: Stack, place: Place, invoice: dict[str, Any]) -> None:
    """The page on which the invoice is paid, before anything is chosen."""
    if place is HOSTED:
        page.goto(invoice["url"])
        return
    sign_in(page, f"{stack.place.sandbox_url}/storefront/", "customer@example.com", "customer")
    choose(page, invoice["number"])


def press_pay(page: Page, place: Place) -> None:
    page.get_by_role("button", name=re.compile(place.pay)).last.click()


def go_to_bank(page: Page, place: Place) -> None:
    """From the first button to the bank's own page."""
    page.get_by_role("button", name=place.begin).click()
    fields(page).get_by_text("iDEAL").click()
    press_pay(page, place)
    expect(page.get_by_role("heading", name="Test bank")).to_be_visible()
    expect(page.locator("#amount")).to_have_text("€117.27")


def pay_by_card(page: Page, place: Place) -> None:
    number, expiry, code = place.card
    page.get_by_role("button", name=place.begin).click()
    fields(page).get_by_label(number).fill("4242 4242 4242 4242")
    fields(page).get_by_label(expiry).fill("1234")
    fields(page).get_by_label(code).fill("123")
    press_pay(page, place)
    expect(page.get_by_text(place.thanks)).to_be_visible(timeout=SOON)


def decide(page: Page, button: str) -> str:
    """Press a button of the bank's; the address to which that leads back."""
    with page.expect_request(re.compile("redirect_status=")) as sent:
        page.get_by_role("button", name=button, exact=True).click()
    return sent.value.url


def is_tidy(page: Page) -> None:
    """The address bar names neither a payment nor its secret."""
    expect(page).not_to_have_url(re.compile("payment_intent|saleor_invoice_payment|redirect_st"))


def intent_of(stack: Stack, invoice: dict[str, Any]) -> dict[str, Any]:
    """The payment of an invoice at Stripe: there is one."""
    rows = stack.till.control("payments")["payments"]
    (found,) = [row for row in rows if row["description"] == invoice["number"]]
    result: dict[str, Any] = found
    return result


def test_an_invoice_is_paid_at_the_bank_and_once_however_often_the_customer_comes_back(
    page: Page, stack: Stack, place: Place, look: Look
) -> None:
    invoice = placed(stack)
    enter(page, stack, place, invoice)
    go_to_bank(page, place)
    back = decide(page, "Authorise")
    expect(page.get_by_text(place.thanks)).to_be_visible(timeout=SOON)
    is_tidy(page)
    expect(page.get_by_text("Noch zu zahlen")).to_have_count(0)
    look(f"{place.name}-ideal-paid")
    paid_once(stack, invoice)
    page.goto(back)
    expect(page.get_by_text(place.thanks)).to_be_visible(timeout=SOON)
    is_tidy(page)
    page.reload()
    expect(page.get_by_text(invoice["number"]).first).to_be_visible()
    expect(page.get_by_role("button", name=place.begin)).to_have_count(0)
    paid_once(stack, invoice)


def test_a_payment_that_failed_at_the_bank_is_told_and_made_another_way(
    page: Page, stack: Stack, place: Place, look: Look
) -> None:
    invoice = placed(stack)
    enter(page, stack, place, invoice)
    go_to_bank(page, place)
    decide(page, "Fail")
    expect(page.get_by_text(place.failed)).to_be_visible(timeout=SOON)
    is_tidy(page)
    expect(page.get_by_text("PaymentMethod")).to_have_count(0)  # what Stripe tells programmers
    look(f"{place.name}-ideal-failed")
    if place is STOREFRONT:
        page.get_by_role("button", name="Try again").click()
    pay_by_card(page, place)
    paid_once(stack, invoice)
    assert intent_of(stack, invoice)["status"] == "succeeded"


def test_who_turns_back_at_the_bank_pays_another_way(
    page: Page, stack: Stack, place: Place
) -> None:
    invoice = placed(stack)
    enter(page, stack, place, invoice)
    go_to_bank(page, place)
    page.go_back()
    if place is STOREFRONT:
        choose(page, invoice["number"])
    pay_by_card(page, place)
    paid_once(stack, invoice)
    page.go_forward()  # the bank's page is over, and leads home
    expect(page.get_by_text(place.thanks)).to_be_visible(timeout=SOON)
    is_tidy(page)
    paid_once(stack, invoice)


def test_a_payment_succeeds_although_the_tab_was_closed(
    page: Page, stack: Stack, place: Place
) -> None:
    invoice = placed(stack)
    enter(page, stack, place, invoice)
    go_to_bank(page, place)
    page.goto("about:blank")
    payment = intent_of(stack, invoice)
    stack.till.control(f"payment_intents/{payment['id']}/answer", {"answer": "authorise"})
    paid_once(stack, invoice)
    assert intent_of(stack, invoice)["method"] == "ideal"


@pytest.mark.parametrize("outcome", ["succeeded", "failed"])
def test_a_bank_that_takes_its_time_is_waited_for(
    page: Page, stack: Stack, place: Place, outcome: str, look: Look
) -> None:
    invoice = placed(stack)
    enter(page, stack, place, invoice)
    go_to_bank(page, place)
    decide(page, "Leave it pending")
    expect(page.get_by_text(place.processing)).to_be_visible(timeout=SOON)
    is_tidy(page)
    look(f"{place.name}-ideal-pending")
    payment = intent_of(stack, invoice)
    stack.till.control(f"payment_intents/{payment['id']}/settle", {"outcome": outcome})
    if outcome == "succeeded":
        expect(page.get_by_text(place.thanks)).to_be_visible(timeout=SOON)
    else:
        expect(page.get_by_text(place.failed)).to_be_visible(timeout=SOON)
        if place is STOREFRONT:
            page.get_by_role("button", name="Try again").click()
        pay_by_card(page, place)
    paid_once(stack, invoice)
