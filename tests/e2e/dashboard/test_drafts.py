"""Invoices by hand as a merchant writes them, against the whole running app."""

import re
from decimal import Decimal
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from demo.stack import Stack
from tests.plugins.back_office import BackOffice, dress, sign_in

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]

DOCUMENT = """query ($id: ID!) { salesInvoice(id: $id) {
  number state net { amount } tax { amount } total { amount } downloadUrl } }"""


def field(app: FrameLocator, place: str) -> Locator:
    return app.locator(f'[data-place="{place}"]').locator("input, select, textarea").first


def fill_line(app: FrameLocator, place: int, name: str, price: str, rate: str) -> None:
    line = app.locator("[data-line]").nth(place)
    line.get_by_role("combobox").first.fill(name)
    line.get_by_role("combobox").first.press("Escape")
    field(app, f"lines.{place}.unitPrice").fill(price)
    field(app, f"lines.{place}.taxRate").fill(rate)


def fill_buyer(app: FrameLocator, name: str) -> None:
    field(app, "buyer.name").fill(name)
    field(app, "buyer.name").press("Escape")
    field(app, "buyer.address.street").fill("Beispielweg 7")
    field(app, "buyer.address.postalCode").fill("20095")
    field(app, "buyer.address.city").fill("Hamburg")
    field(app, "buyer.address.country").select_option("DE")


def new_draft(page: Page, stack: Stack) -> BackOffice:
    office = BackOffice(page, stack)
    office.app.get_by_role("navigation").get_by_role("button").click()  # "New invoice"
    field(office.app, "channel").select_option("channel-eur")
    field(office.app, "currency").select_option("EUR")
    return office


def draft_id(office: BackOffice) -> str:
    office.page.wait_for_url(re.compile(r"/drafts/(?!new)"))
    return re.sub(r".*/drafts/([^?]+).*", r"\1", office.page.url)


def document(stack: Stack, document_id: str) -> dict[str, Any]:
    token = stack.shop.app_token()
    found: dict[str, Any] = stack.app.ask(DOCUMENT, token, id=document_id)["salesInvoice"]
    return found


def pdf_text(page: Page, stack: Stack, document_id: str) -> str:
    stack.wait(lambda: document(stack, document_id)["downloadUrl"] is not None, "the PDF")
    content = page.request.get(document(stack, document_id)["downloadUrl"]).body()
    pages = pypdfium2.PdfDocument(content)
    return " ".join(one.get_textpage().get_text_range() for one in pages)


def issue(office: BackOffice, ask: str, confirm: str) -> None:
    office.button(ask).click()
    button = office.dialog.get_by_role("button", name=confirm)
    expect(button).to_be_enabled(timeout=30_000)
    button.dblclick()


def test_a_net_invoice_is_written_put_in_order_saved_looked_at_and_issued(
    page: Page, stack: Stack
) -> None:
    office = new_draft(page, stack)
    app = office.app
    field(app, "pricesIncludeTax").select_option("net")
    fill_buyer(app, "Sample Buyer GmbH")
    fill_line(app, 0, "Consulting", "100.00", "19")
    office.button("Add line").click()
    fill_line(app, 1, "Cookbook", "20.00", "7")
    field(app, "lines.1.quantity").fill("3")
    app.get_by_role("button", name="Move line 2 up").press("Enter")
    expect(app.locator("[data-line]").first.get_by_role("combobox").first).to_have_value("Cookbook")
    totals = office.card("Totals")
    expect(totals).to_contain_text("183.20")  # 60 + 4.20 + 100 + 19
    expect(app.get_by_text("Ready to be issued")).to_be_visible()
    assert office.faults() == []

    office.button("Save draft").dblclick()
    office.told("The draft was saved.")
    kept = draft_id(office)
    office.button("Show the PDF").click()
    expect(app.get_by_role("img", name="Page 1")).to_be_visible(timeout=30_000)
    issue(office, "Issue ...", "Issue invoice")
    expect(app.get_by_role("heading", level=1, name=re.compile("RE-"))).to_be_visible()
    issued = document(stack, kept.replace("%3D", "="))
    assert (issued["net"]["amount"], issued["total"]["amount"]) == ("160.00", "183.20")
    text = pdf_text(page, stack, kept.replace("%3D", "="))
    for words in ("Sample Buyer GmbH", "Consulting", "Cookbook", issued["number"]):
        assert words in text
    assert text.index("Cookbook") < text.index("Consulting")


def test_a_gross_invoice_in_german_keeps_its_gross_price(page: Page, stack: Stack) -> None:
    dress(page, theme="dark", language="de")
    office = new_draft(page, stack)
    app = office.app
    field(app, "pricesIncludeTax").select_option("gross")
    fill_buyer(app, "Käufer & Söhne")
    fill_line(app, 0, "Tischlampe", "1.234,50", "19")
    expect(office.card("Summen")).to_contain_text("1.234,50")
    assert office.faults() == []
    office.button("Entwurf speichern").click()
    kept = draft_id(office).replace("%3D", "=")
    issue(office, "Ausstellen ...", "Rechnung ausstellen")
    expect(app.get_by_role("heading", level=1, name=re.compile("RE-"))).to_be_visible()
    issued = document(stack, kept)
    assert issued["total"]["amount"] == "1234.50"
    assert issued["tax"]["amount"] == "197.11"
    assert "Käufer & Söhne" in pdf_text(page, stack, kept)


def test_what_was_typed_outlives_a_reload_and_an_error(page: Page, stack: Stack) -> None:
    office = new_draft(page, stack)
    fill_buyer(office.app, "Not saved yet")
    expect(office.card("Totals")).to_contain_text("0.00")
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(field(office.app, "buyer.name")).to_have_value("Not saved yet")
    expect(office.app.get_by_text("Your unsaved changes from before are back.")).to_be_visible()
    field(office.app, "currency").select_option("USD")
    page.route(
        "**/graphql/",
        lambda route: (
            route.abort() if "draftCreate" in (route.request.post_data or "") else route.continue_()
        ),
    )
    office.button("Save draft").click()
    expect(office.app.get_by_role("alert").filter(has_text="was not saved")).to_be_visible()
    expect(field(office.app, "buyer.name")).to_have_value("Not saved yet")
    page.unroute("**/graphql/")
    office.button("Save draft").click()
    office.told("The draft was saved.")


def test_two_people_at_one_draft_lose_nothing(page: Page, chromium: Browser, stack: Stack) -> None:
    office = new_draft(page, stack)
    fill_buyer(office.app, "First Buyer")
    fill_line(office.app, 0, "Consulting", "100.00", "19")
    office.button("Save draft").click()
    kept = draft_id(office)
    context = chromium.new_context(locale="en-GB")
    other = BackOffice(context.new_page(), stack)
    other.go(f"/drafts/{kept}")
    field(other.app, "buyer.name").fill("Second Buyer")
    field(other.app, "buyer.name").press("Escape")
    field(other.app, "paymentTerms").fill("At once")
    other.button("Save draft").click()
    other.told("The draft was saved.")
    context.close()

    field(office.app, "buyer.name").fill("Third Buyer")
    field(office.app, "buyer.name").press("Escape")
    office.button("Save draft").click()
    conflict = office.app.get_by_role("alert").filter(has_text="Someone else saved this draft")
    expect(conflict).to_contain_text("Second Buyer")
    expect(conflict).to_contain_text("Third Buyer")
    expect(conflict).to_contain_text("At once")
    assert office.faults() == []
    office.button("Go on with this").click()
    expect(field(office.app, "buyer.name")).to_have_value("Third Buyer")
    expect(field(office.app, "paymentTerms")).to_have_value("At once")
    office.button("Save draft").click()
    office.told("The draft was saved.")


def test_an_order_is_taken_over_changed_and_issued_though_the_token_ends_meanwhile(
    page: Page, stack: Stack
) -> None:
    order = stack.shop.place("eur_domestic")
    page.add_init_script("sessionStorage.setItem('sandbox-renewal', 'off')")
    sign_in(page, stack)
    stack.shop.control("config", {"app_token_lifetime": 6})
    try:
        office = BackOffice(page, stack, who=None)
        app = office.app
        app.get_by_role("navigation").get_by_role("button").click()
        app.get_by_role("combobox", name="Order").fill(str(order["number"]))
        app.get_by_role("option", name=re.compile(rf"#{order['number']}\b")).click()
        office.dialog.get_by_role("button", name="Fill the form").click()
        expect(field(app, "buyer.address.city")).not_to_have_value("")
        expect(app.locator("[data-line]")).to_have_count(2)
        field(app, "paymentTerms").fill("Paid when it is ")
        page.wait_for_timeout(6_500)  # the token is over by now
        field(app, "paymentTerms").press_sequentially("collected")
        office.button("Save draft").click()
        office.told("The draft was saved.")
        expect(app.get_by_role("alert")).to_have_count(0)
    finally:
        stack.shop.control("config", {"app_token_lifetime": 12 * 3600})
    kept = draft_id(office).replace("%3D", "=")
    office.button("Issue ...").click()
    expect(office.dialog).to_contain_text("To nobody by itself; send it afterwards")
    office.dialog.get_by_role("button", name="Cancel").click()
    issue(office, "Issue ...", "Issue invoice")
    title = app.get_by_role("heading", level=1, name=re.compile("Invoice RE-"))
    expect(title).to_be_visible()
    expect(office.card("Details")).to_contain_text("Paid when it is collected")
    (covering,) = stack.app.documents(stack.shop.app_token(), order_id=order["id"])
    assert covering["id"] == kept
    assert Decimal(covering["total"]["amount"]) == Decimal("117.27")
