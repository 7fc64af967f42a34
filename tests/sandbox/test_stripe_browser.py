"""The stand's script in a browser: a form is filled in, a bank asks, a shop's page hears of it."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.plugins.stripe import PUBLIC, SECRET, StripeStand, stripe_client

HOST = """<!doctype html><html lang="en"><head><title>Shop</title></head><body>
<h1>Shop</h1><div id="place"></div><button id="pay">Pay</button><p id="told"></p></body></html>"""
START = """async ([secret, key, options, confirm]) => {
  const stripe = Stripe(key);
  window.heard = [];
  const elements = stripe.elements({ clientSecret: secret, ...options });
  const element = elements.create("payment", {});
  for (const name of ["ready", "change", "loaderror"])
    element.on(name, (event) => window.heard.push([name, event]));
  element.mount("#place");
  document.querySelector("#pay").onclick = async () => {
    const { error, paymentIntent } = await stripe.confirmPayment({ elements, ...confirm });
    document.querySelector("#told").textContent = error
      ? `${error.type} ${error.decline_code ?? error.code}` : paymentIntent.status;
  };
}"""
STAY = {"confirmParams": {}, "redirect": "if_required"}

pytestmark = pytest.mark.e2e


class Shop(BaseHTTPRequestHandler):
    """Any page of a shop."""

    def do_GET(self) -> None:
        content = HOST.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def shop_url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Shop)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def shop(page: Page, shop_url: str, stripe_processes: StripeStand) -> Iterator[Page]:
    """A shop's page with Stripe's script on it."""
    stripe_processes.reset()
    page.goto(shop_url)
    page.add_script_tag(url=f"{stripe_processes.url}/v3/")
    yield page
    stripe_processes.reset()


def begin(shop: Page, stand: StripeStand, confirm: dict[str, Any] = STAY) -> str:
    """A payment of 12.34 EUR, and its form on the page."""
    order: Any = {"amount": 1234, "currency": "eur"}
    made = stripe_client(stand, SECRET).v1.payment_intents.create(order)
    shop.evaluate(START, [made.client_secret, PUBLIC, {}, confirm])
    return made.id


def form(shop: Page) -> FrameLocator:
    return shop.frame_locator('iframe[title="Secure payment input frame"]')


def fill(shop: Page, number: str) -> None:
    fields = form(shop)
    fields.get_by_label("Card number").fill(number)
    fields.get_by_label("Expiration date").fill("1234")
    fields.get_by_label("Security code").fill("123")


def test_a_card_pays(shop: Page, stripe_processes: StripeStand) -> None:
    intent = begin(shop, stripe_processes)
    shop.get_by_role("button", name="Pay", exact=True).click()
    expect(shop.locator("#told")).to_have_text("validation_error incomplete_number")
    expect(form(shop).get_by_text("Your card number is incomplete.")).to_be_visible()
    fill(shop, "4000 0000 0000 9995")
    shop.locator("#pay").click()
    expect(shop.locator("#told")).to_have_text("card_error insufficient_funds")
    fill(shop, "4242 4242 4242 4242")
    shop.locator("#pay").click()
    expect(shop.locator("#told")).to_have_text("succeeded")
    names = [name for name, _ in shop.evaluate("window.heard")]
    assert names[0] == "ready"
    assert shop.evaluate("window.heard.at(-1)[1].complete") is True
    kinds = [
        event["type"] for event in stripe_processes.events() if event["type"].startswith("pay")
    ]
    assert kinds == [
        f"payment_intent.{kind}" for kind in ("created", "payment_failed", "succeeded")
    ]
    assert stripe_processes.events("payment_intent.succeeded")[0]["data"]["object"]["id"] == intent


def test_the_bank_asks(shop: Page, stripe_processes: StripeStand) -> None:
    begin(shop, stripe_processes)
    fill(shop, "4000002500003155")
    for button, told in (
        ("Fail", "payment_intent_authentication_failure"),
        ("Complete", "succeeded"),
    ):
        shop.locator("#pay").click()
        bank = shop.frame_locator('iframe[title="Bank authentication"]')
        expect(bank.get_by_role("dialog")).to_contain_text("€12.34")
        bank.get_by_role("button", name=button).click()
        expect(shop.locator("#told")).to_contain_text(told)
        expect(shop.locator('iframe[title="Bank authentication"]')).to_have_count(0)


def test_the_customer_is_led_back(shop: Page, shop_url: str, stripe_processes: StripeStand) -> None:
    confirm = {"confirmParams": {"return_url": f"{shop_url}/back?order=7"}}
    intent = begin(shop, stripe_processes, confirm)
    form(shop).get_by_text("SEPA Debit").click()
    form(shop).get_by_role("button", name="Test IBAN").click()
    shop.locator("#pay").click()
    shop.wait_for_url("**/back?order=7&payment_intent=*")
    assert f"payment_intent={intent}&payment_intent_client_secret={intent}_secret_" in shop.url
    assert shop.url.endswith("redirect_status=pending")


@pytest.mark.parametrize(
    ("button", "status", "redirect_status"),
    [
        ("Authorise", "succeeded", "succeeded"),
        ("Fail", "requires_payment_method", "failed"),
        ("Leave it pending", "processing", "pending"),
    ],
)
def test_the_customers_bank_has_a_page_of_its_own(
    shop: Page,
    shop_url: str,
    stripe_processes: StripeStand,
    button: str,
    status: str,
    redirect_status: str,
) -> None:
    confirm = {**STAY, "confirmParams": {"return_url": f"{shop_url}/back?order=7#invoices"}}
    intent = begin(shop, stripe_processes, confirm)
    form(shop).get_by_text("iDEAL").click()
    expect(form(shop).get_by_text("You confirm the payment at your bank")).to_be_visible()
    shop.locator("#pay").click()
    expect(shop.get_by_role("heading", name="Test bank")).to_be_visible()
    expect(shop.locator("#amount")).to_have_text("€12.34")
    bank = shop.url
    shop.get_by_role("button", name=button, exact=True).click()
    shop.wait_for_url(f"{shop_url}/back?order=7&payment_intent={intent}&*")
    assert shop.url.endswith(f"&redirect_status={redirect_status}#invoices")
    found = stripe_client(stripe_processes, SECRET).v1.payment_intents.retrieve(intent)
    assert found.status == status
    shop.goto(bank)  # what was decided stays so
    shop.wait_for_url(f"{shop_url}/back?*")
    assert shop.url.endswith(f"&redirect_status={redirect_status}#invoices")


def test_a_payment_that_is_over_shows_no_form(shop: Page, stripe_processes: StripeStand) -> None:
    client = stripe_client(stripe_processes, SECRET)
    made = client.v1.payment_intents.create({"amount": 1234, "currency": "eur"})
    client.v1.payment_intents.cancel(made.id)
    shop.evaluate(START, [made.client_secret, PUBLIC, {}, STAY])
    expect(form(shop).get_by_role("alert").last).to_have_text("The payment form can't be shown.")
    (name, event), *_ = shop.evaluate("window.heard")
    assert (name, event["error"]["code"]) == ("loaderror", "payment_intent_unexpected_state")


def test_a_saved_method_pays_without_a_form(shop: Page, stripe_processes: StripeStand) -> None:
    client = stripe_client(stripe_processes, SECRET)
    customer = client.v1.customers.create({"email": "a@example.com"})
    kept: Any = {"amount": 500, "currency": "eur", "customer": customer.id}
    keeping: Any = {**kept, "setup_future_usage": "on_session"}
    first = client.v1.payment_intents.create(keeping)
    stripe_processes.pay(first.id)
    (method,) = client.v1.payment_methods.list({"customer": customer.id}).data
    second = client.v1.payment_intents.create(kept)
    ask = """async ([key, clientSecret, payment_method]) => (await Stripe(key).confirmPayment({
      clientSecret, confirmParams: { payment_method }, redirect: "if_required" })).paymentIntent"""
    paid = shop.evaluate(ask, [PUBLIC, second.client_secret, method.id])
    assert (paid["status"], paid["payment_method"]) == ("succeeded", method.id)
    assert "customer" not in paid  # a publishable key sees less
    read = "([key, secret]) => Stripe(key).retrievePaymentIntent(secret)"
    assert shop.evaluate(read, [PUBLIC, second.client_secret])["paymentIntent"]["amount"] == 500


def test_the_stands_own_page_moves_money(page: Page, stripe_processes: StripeStand) -> None:
    stripe_processes.reset()
    order: Any = {"amount": 1234, "currency": "eur", "description": "RE-2026-00001"}
    made = stripe_client(stripe_processes, SECRET).v1.payment_intents.create(order)
    page.goto(stripe_processes.url)
    row = page.get_by_role("row", name="RE-2026-00001")
    for step, seen in (
        ("Pay by test card", "succeeded"),
        ("Customer disputes", "needs_response"),
        ("Dispute is won", "won"),
        ("Refund the rest", "Refund €12.34"),
        ("Refund fails", "failed"),
    ):
        row.get_by_role("button", name=step).click()
        expect(row).to_contain_text(seen)
    assert page.locator("#fault").inner_text() == ""
    assert (
        stripe_processes.events("refund.failed")[0]["data"]["object"]["payment_intent"] == made.id
    )
