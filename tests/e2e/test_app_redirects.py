"""A customer is led to their bank by the Stripe app of the shop's Saleor, and comes back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from demo.stack import Stack
from tests.e2e.test_redirect_payments import (
    HOSTED,
    SOON,
    STOREFRONT,
    Place,
    decide,
    enter,
    go_to_bank,
    is_tidy,
    pay_by_card,
    placed,
)
from tests.e2e.test_storefront_payments import paid_once, put
from tests.plugins.stripe import PUBLIC, SECRET

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("stack"),
    pytest.mark.timeout(240),
    pytest.mark.usefixtures("rested"),
]
CHANNEL = {"level": "CHANNEL", "name": "channel-eur"}
BY_APP = {"payment_provider": "saleor_app", "payment_app": "saleor.app.payment.stripe"}


@pytest.fixture(autouse=True)
def _app(stack: Stack) -> Iterator[None]:
    app = {"kind": "stripe", "url": stack.place.stripe_url, "key": SECRET, "webhooks": True}
    stack.shop.control("config", {"payment_app": {**app, "publishable_key": PUBLIC}})
    put(stack, CHANNEL, BY_APP)
    yield
    put(stack, CHANNEL, BY_APP, away=True)
    stack.shop.control("config", {"payment_app": None})


@pytest.mark.parametrize("place", [HOSTED, STOREFRONT], ids=["hosted", "storefront"])
def test_a_payment_that_failed_at_the_bank_is_made_another_way(
    page: Page, stack: Stack, place: Place
) -> None:
    invoice = placed(stack)
    enter(page, stack, place, invoice)
    go_to_bank(page, place)
    decide(page, "Fail")
    told = {"hosted": "Die Zahlung ist fehlgeschlagen.", "storefront": place.failed}[place.name]
    expect(page.get_by_text(told)).to_be_visible(timeout=SOON)
    again = {"hosted": "Erneut versuchen", "storefront": "Try again"}[place.name]
    page.get_by_role("button", name=again).click()
    is_tidy(page)
    pay_by_card(page, place)
    paid_once(stack, invoice)


@pytest.mark.parametrize("place", [HOSTED, STOREFRONT], ids=["hosted", "storefront"])
def test_an_invoice_is_paid_at_the_bank(page: Page, stack: Stack, place: Place) -> None:
    invoice = placed(stack)
    enter(page, stack, place, invoice)
    go_to_bank(page, place)
    decide(page, "Authorise")
    expect(page.get_by_text(place.thanks)).to_be_visible(timeout=SOON)
    is_tidy(page)
    paid_once(stack, invoice)
