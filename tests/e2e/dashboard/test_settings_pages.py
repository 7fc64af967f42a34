"""The settings' own pages and editors: sellers, rates, mails, rules, past orders, Stripe."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from demo.shop import Row
from demo.stack import Stack
from tests.plugins.back_office import BackOffice, ask, invoice
from tests.plugins.looks import Look
from tests.plugins.outside import Outside
from tests.plugins.stripe import RESTRICTED, SECRET, StripeStand

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]

UPDATE = """mutation ($id: ID!, $input: SalesLegalEntityInput!) {
  legalEntityUpdate(id: $id, input: $input) { legalEntity { id } } }"""
SELLERS = "{ salesLegalEntities { id key name address { city } } }"
RATES = "{ salesExchangeRates(first: 5) { currency target on rate source } }"
RULES = """{ salesSettings(level: CHANNEL, name: "channel-kwd") { key value overridden } }"""


def settings(office: BackOffice, path: str) -> None:
    """A page of the settings."""
    office.go(f"/settings/{path}")
    expect(office.app.get_by_role("heading", level=1, name="Settings")).to_be_visible()


def row(office: BackOffice, key: str) -> Locator:
    """A setting with its field."""
    return office.app.locator(f"#setting-{key}")


def save(office: BackOffice) -> None:
    """Save, and see that it was."""
    office.button("Save").click()
    office.told("Saved.")


def test_a_seller_is_added_changed_by_two_people_and_deleted(
    page: Page, stack: Stack, look: Look
) -> None:
    office = BackOffice(page, stack)
    app = office.app
    settings(office, "sellers")
    office.button("Add a legal entity").click()
    app.get_by_label("Legal name").fill("Sample Trade SARL")
    app.get_by_label("Country").select_option("FR")
    app.get_by_label("Street and number").fill("1 rue Exemple")
    app.get_by_label("Postal code").fill("75001")
    app.get_by_label("City").fill("Paris")
    app.get_by_label("VAT id").fill("FR00")
    office.button("Save").click()
    expect(app.get_by_text(re.compile("has not the form"))).to_be_visible()
    app.get_by_label("VAT id").fill("FR11123456782")
    assert office.faults() == []
    save(office)
    expect(app.get_by_text("Short name: sample-trade-sarl")).to_be_visible()

    made = next(one for one in rows(stack, SELLERS) if one["key"] == "sample-trade-sarl")
    app.get_by_label("City").fill("Lyon")
    app.get_by_label("Phone").fill("+33 1 00 00 00 00")
    ask(stack, UPDATE, id=made["id"], input={"address": {"city": "Lille"}})
    office.button("Save").click()
    conflict = app.get_by_role("alert").filter(has_text="Someone else changed this meanwhile.")
    expect(conflict).to_contain_text("City: Lille")
    look("seller-conflict")
    assert office.faults() == []
    conflict.get_by_role("button", name="Take theirs").click()
    expect(app.get_by_label("City")).to_have_value("Lille")
    expect(app.get_by_label("Phone")).to_have_value("+33 1 00 00 00 00")
    save(office)

    office.button("Delete this legal entity").click()
    office.dialog.get_by_role("button", name="Delete").dblclick()
    office.told("Sample Trade SARL was deleted.")
    expect(app.get_by_role("link", name="Sample Trade SARL")).to_have_count(0)
    invoice(stack, "jpy")
    app.get_by_role("link", name="Sample Seller K.K.").click()
    office.button("Delete this legal entity").click()
    office.dialog.get_by_role("button", name="Delete").click()
    expect(office.dialog).to_contain_text("the law wants them kept")
    assert {"japan"} == {one["key"] for one in rows(stack, SELLERS)} & {
        "japan",
        "sample-trade-sarl",
    }


def rows(stack: Stack, query: str) -> list[Row]:
    """What a list of the API has."""
    (found,) = stack.app.ask(query, stack.shop.app_token()).values()
    result: list[Row] = found
    return result


def test_an_exchange_rate_is_entered_and_put_right(page: Page, stack: Stack, look: Look) -> None:
    office = BackOffice(page, stack)
    app = office.app
    settings(office, "rates")
    app.get_by_label("One unit of").select_option("EUR")
    app.get_by_label("is worth in").select_option("CZK")
    app.get_by_label("Day").fill("2026-11-02")
    app.get_by_label("Source").fill("ECB")
    app.get_by_label("Rate", exact=True).fill("-24.3")
    office.button("Save the rate").click()
    expect(app.get_by_label("Rate", exact=True)).to_have_attribute("aria-invalid", "true")
    for rate in ("24.3", "24.315"):
        app.get_by_label("Rate", exact=True).fill(rate)
        office.button("Save the rate").dblclick()
        office.told("The rate was saved.")
        expect(app.get_by_role("row").filter(has_text="1 EUR → CZK")).to_contain_text(rate)
    look("settings-rates")
    assert office.faults() == []
    entered = [one for one in rows(stack, RATES) if one["target"] == "CZK"]
    assert [(one["on"], one["rate"]) for one in entered] == [("2026-11-02", "24.315")]
    settings(office, "history")
    expect(app.get_by_role("cell", name=re.compile("Exchange rate")).first).to_be_visible()


def test_a_mail_of_ones_own_words_is_tried_out_saved_and_sent(
    page: Page, stack: Stack, outside: Outside, look: Look
) -> None:
    office = BackOffice(page, stack)
    settings(office, "mails?channel=channel-kwd")
    texts = row(office, "mail_texts")
    texts.get_by_label("Language of the text").select_option("en")
    texts.get_by_label("Subject").fill("Your papers {{ nonsense")
    expect(texts.get_by_role("alert").first).to_be_visible()
    texts.get_by_label("Subject").fill("Your papers {{ number }} have come")
    texts.get_by_label("Text", exact=True).fill("Dear ")
    texts.get_by_text("What can be put in").click()
    texts.get_by_role("button", name="Put in buyer_name").click()
    expect(texts.get_by_label("Text", exact=True)).to_have_value("Dear {{ buyer_name }}")
    preview = texts.get_by_role("region", name="Preview of the mail")
    expect(preview).to_contain_text(re.compile(r"Your papers \S+ have come"))
    expect(preview.frame_locator("iframe").get_by_text(re.compile("^Dear ."))).to_be_visible()
    look("settings-mail-text")
    assert office.faults() == []

    texts.get_by_label("Send a test to").fill("tester@example.com")
    texts.get_by_role("button", name="Send", exact=True).click()
    expect(texts.get_by_text("The mail server took it")).to_be_visible(timeout=30_000)
    assert [re.sub(r"papers \S+", "papers", one) for one in outside.mails_to("tester@example.com")]
    outside.box.refused["tester@example.com"] = "550 5.7.1 not today"
    texts.get_by_role("button", name="Send", exact=True).click()
    expect(texts.get_by_text(re.compile("not today"))).to_be_visible(timeout=30_000)
    assert len(outside.mails_to("tester@example.com")) == 1
    save(office)
    document = invoice(stack, "kwd")
    office.open_document(document)
    office.button("Send").click()
    office.dialog.get_by_label("Recipient").fill("kuwait@example.com")
    office.button("Send now").click()
    sent = office.card("Delivery").get_by_text("Sent", exact=True)
    expect(sent).to_be_visible(timeout=30_000)
    (subject,) = outside.mails_to("kuwait@example.com")
    assert subject == f"Your papers {document['number']} have come"


def test_exceptions_for_some_buyers_are_written_put_in_order_and_kept(
    page: Page, stack: Stack, look: Look
) -> None:
    office = BackOffice(page, stack)
    settings(office, "issuing?channel=channel-kwd")
    rules = row(office, "issue_rules")
    add = rules.get_by_role("button", name="Add an exception")
    add.click()
    first = rules.get_by_role("group", name="Exception 1", exact=True)
    first.get_by_label("Buyer").select_option("")
    add.click()
    second = rules.get_by_role("group", name="Exception 2", exact=True)
    second.get_by_label("Buyer").select_option("business")
    second.get_by_label("When to invoice").select_option("on_request")
    second.get_by_label("Countries").select_option("KW")
    second.get_by_label("Countries").select_option("BH")
    expect(rules.get_by_text("A rule for all buyers must stand last")).to_be_visible()
    rules.get_by_role("button", name="Move Exception 2 up").click()
    expect(rules.get_by_text("A rule for all buyers must stand last")).to_have_count(0)
    look("settings-rules")
    assert office.faults() == []
    save(office)
    page.reload()
    expect(office.app.get_by_role("navigation").first).to_be_visible()
    settings(office, "issuing?channel=channel-kwd")
    expect(first.get_by_role("listitem")).to_have_text(["Kuwait", "Bahrain"])
    expect(second.get_by_label("Buyer")).to_have_value("")
    kept = {one["key"]: one["value"] for one in rows(stack, RULES)}["issue_rules"]
    assert kept == [
        {"policy": "on_request", "buyer": "business", "countries": ["KW", "BH"]},
        {"policy": "confirmed", "buyer": "", "countries": []},
    ]
    rules.get_by_role("button", name="Use the inherited value:").click()
    save(office)
    expect(rules.get_by_role("group", name="Exception 1")).to_have_count(0)


def test_a_run_over_past_orders_is_stopped(page: Page, stack: Stack, look: Look) -> None:
    stack.shop.place("usd_net")
    office = BackOffice(page, stack)
    settings(office, "issuing?channel=default-channel")
    stack.shop.control("mode", {"fail_next": 1_000, "status": 503})
    try:
        office.button("Try").dblclick()
        stop = office.button("Stop")
        expect(stop).to_be_visible()
        look("settings-run")
        assert office.faults() == []
        stop.click()
        expect(office.app.get_by_text("Stopped", exact=True)).to_be_visible()
        expect(stop).to_have_count(0)
    finally:
        stack.shop.control("mode", {"fail_next": 0, "status": 500})
    # Another one may begin: the stopped one is in nobody's way.
    office.button("Try").click()
    expect(office.app.get_by_role("tab").first).to_be_visible(timeout=60_000)


@pytest.fixture
def stripe(stack: Stack) -> Iterator[StripeStand]:
    """The stand-in Stripe of the running app, which knows our keys."""
    stand = StripeStand(stack.place.stripe_url)
    stand.know()
    yield stand
    stand.http.close()


def test_keys_of_stripe_are_tried_before_they_are_kept(
    page: Page, stack: Stack, stripe: StripeStand, look: Look
) -> None:
    office = BackOffice(page, stack)
    settings(office, "payment?seller=germany")
    secret = row(office, "stripe_secret_key").locator("input")
    public = office.app.get_by_label("Publishable key")
    told = office.card("Test the connection")
    attempts = [
        (
            "sk_test_revoked" + "z" * 9,
            "pk_test_" + "a" * 24,
            "Stripe does not know this secret key.",
        ),
        (SECRET, "pk_live_" + "a" * 24, "One key is of the test mode and the other one is live."),
        (RESTRICTED, "pk_test_" + "a" * 24, "Connected to Sample"),
        (SECRET, "pk_test_" + "a" * 24, "Connected to Sample"),
    ]
    for key, publishable, words in attempts:
        secret.fill(key)
        public.fill(publishable)
        told.get_by_role("button", name="Test the connection").click()
        expect(told).to_contain_text(words)
    expect(told).to_contain_text("Test mode")
    look("settings-stripe")
    assert office.faults() == []
    save(office)
    expect(row(office, "stripe_secret_key")).to_contain_text("Set, and not shown")
    told.get_by_role("button", name="Test the connection").click()
    expect(told).to_contain_text("Connected to Sample")
    assert stripe.asked[-1][1] == SECRET  # the one that is kept
    stripe.mood = "503"
    try:
        told.get_by_role("button", name="Test the connection").click()
        expect(told).to_contain_text("Stripe could not be reached", timeout=60_000)
    finally:
        stripe.mood = ""
    for key in ("stripe_secret_key", "stripe_publishable_key"):
        row(office, key).get_by_role("button", name=re.compile("^Use the ")).click()
    save(office)
