"""The grid of invoices as a merchant works with it, against the whole running app."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from demo.stack import Stack
from tests.plugins.back_office import BackOffice, ask, invoice, sign_in
from tests.plugins.looks import Look
from tests.plugins.outside import Outside

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]
BALANCE = "query ($id: ID!) { salesInvoice(id: $id) { paymentStatus } }"
CREDIT = """mutation ($id: ID!, $key: String!) {
  creditNoteCreate(invoiceId: $id, input: {everything: true}, idempotencyKey: $key,
    draft: true) { creditNote { id } } }"""
CHOSEN = ["Number", "Kind", "Date", "Due", "Customer", "Payment", "Balance", "Total", "Source"]
LIFETIME = 12 * 3600  # of tokens, in seconds: the sandbox's usual one
ORDERS_ONLY, PRODUCTS_ONLY = ("orders@example.com", "orders"), ("viewer@example.com", "viewer")


def row(office: BackOffice, document: dict[str, Any]) -> Locator:
    """A document's row in the grid."""
    return office.app.get_by_role("row").filter(has=office.app.get_by_text(document["number"]))


def search(office: BackOffice, words: str) -> None:
    """Type into the grid's search; a number leaves one row, which moves no more."""
    office.app.get_by_label("Search invoices").fill(words)
    if words:
        expect(office.app.get_by_text("1 invoice shown")).to_be_visible()


def act(office: BackOffice, document: dict[str, Any], name: str) -> None:
    """An action of a row's menu."""
    office.choose(name, menu=f"Actions for {document['number']}")


def hash_of(page: Page) -> str:
    """What the dashboard's address bar has."""
    found: str = page.evaluate("location.hash")
    return found


def test_filters_views_and_columns_outlive_a_reload_and_a_copied_link(
    page: Page, stack: Stack, look: Look
) -> None:
    german, polish = invoice(stack), invoice(stack, "pln_gross_two_rates_voucher")
    office = BackOffice(page, stack)
    expect(row(office, german)).to_be_visible()
    office.button("Filters").click()
    office.dialog.get_by_label("PLN", exact=True).check()
    office.dialog.get_by_label("Unpaid", exact=True).check()
    look("grid-filters")
    assert office.faults() == []
    office.button("Apply").click()
    expect(row(office, german)).to_have_count(0)
    expect(row(office, polish)).to_be_visible()
    office.app.get_by_role("columnheader", name="Total").get_by_role("button").click()
    assert "currency=PLN" in hash_of(page)
    assert "payment=UNPAID" in hash_of(page)

    office.button("Views").click()
    office.button("Save this view").click()
    office.dialog.get_by_label("Name").fill("Unpaid in Poland")
    office.button("Save").dblclick()
    office.told("The view was saved.")
    office.button("Columns").click()
    office.app.get_by_label("Source").check()
    office.app.get_by_label("Order", exact=True).uncheck()
    with page.expect_response(lambda answer: answer.url.endswith("/graphql/")):
        office.button("Move Balance forward").click()
    page.keyboard.press("Escape")
    heads = office.app.get_by_role("columnheader")
    expect(heads).to_have_text(["", *CHOSEN, "Actions"])
    page.wait_for_timeout(500)  # the last choice is on its way to the app

    page.reload()
    expect(row(office, polish)).to_be_visible()
    expect(heads).to_have_text(["", *CHOSEN, "Actions"])
    expect(office.button("Unpaid in Poland")).to_be_visible()
    office.app.get_by_role("button", name="Remove the filter “Currency”").click()
    expect(row(office, german)).to_be_visible()
    link = hash_of(page)
    page.goto(f"{stack.place.sandbox_url}/dashboard/#/orders")
    page.goto(f"{stack.place.sandbox_url}/dashboard/{link}")
    expect(office.app.get_by_text("Payment status: Unpaid")).to_be_visible()
    office.button("Views").click()
    office.app.get_by_role("button", name="Delete the view Unpaid in Poland").click()
    expect(office.app.get_by_role("button", name="Unpaid in Poland")).to_have_count(0)
    office.button("Columns").click()
    office.button("Usual columns").click()
    expect(heads).to_have_count(11)


def test_rows_are_sent_and_drafts_thrown_away_while_what_is_issued_stays(
    page: Page, stack: Stack, look: Look
) -> None:
    document = invoice(stack)
    office = BackOffice(page, stack)
    search(office, document["number"])
    act(office, document, "Send to customer")
    office.dialog.get_by_label("Your message").fill("With kind regards from the shop.")
    expect(office.dialog.get_by_role("region")).to_contain_text("With kind regards from the shop.")
    look("grid-send")
    office.button("Send").dblclick()
    office.told(f"{document['number']} is on its way to")
    act(office, document, "Delete")
    expect(office.dialog).to_contain_text("the law wants it kept")
    look("grid-delete-refused")
    office.dialog.get_by_role("button", name="Close").last.click()
    with page.expect_download() as download:
        act(office, document, "Download PDF")
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")

    ask(stack, CREDIT, id=document["id"], key="grid-draft")
    search(office, "")
    office.app.get_by_role("tab", name="To issue").click()
    draft = office.app.get_by_role("row").filter(has_text="Credit note")
    number = document["order"]["number"]
    draft.get_by_role("button", name=re.compile(f"Actions for Draft #{number}")).click()
    office.app.get_by_role("menuitem", name="Delete").click()
    office.button("Throw away").click()
    office.told("The draft was deleted.")

    act_on = invoice(stack)
    office.app.get_by_role("tab", name="All").click()
    search(office, act_on["number"])
    act(office, act_on, "Delete")
    office.button("Create credit note").click()
    expect(office.app.get_by_role("heading", level=1)).to_contain_text(act_on["number"])
    expect(office.dialog).to_contain_text("credit")


def test_many_documents_at_once(page: Page, stack: Stack, look: Look) -> None:
    documents = [invoice(stack) for _ in range(3)]
    office = BackOffice(page, stack)
    boxes = [office.app.get_by_label(f"Select {one['number']}", exact=True) for one in documents]
    boxes[2].check()
    boxes[0].click(modifiers=["Shift"])
    expect(office.app.get_by_text("3 documents selected")).to_be_visible()
    look("grid-selected")
    office.button("Download ZIP").click()
    office.button("Start").dblclick()
    expect(office.dialog.get_by_text("3 of 3 done")).to_be_visible(timeout=30_000)
    look("grid-job")
    assert office.faults() == []
    with page.expect_download() as download:
        office.button("Save the file").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        assert len([name for name in archive.namelist() if name.endswith(".pdf")]) == 3
    office.dialog.get_by_role("button", name="Close").last.click()

    office.button("Mark as paid").click()
    office.dialog.get_by_label("Reference").fill("Statement 47")
    office.button("Start").dblclick()
    expect(office.dialog.get_by_text("3 of 3 done")).to_be_visible(timeout=30_000)
    office.dialog.get_by_role("button", name="Close").last.click()
    for document in documents:
        expect(row(office, document)).to_contain_text("Paid")
        assert ask(stack, BALANCE, id=document["id"])["paymentStatus"] == "PAID"

    office.app.get_by_role("link", name="Jobs").click()
    expect(office.app.get_by_role("row").filter(has_text="Mark as paid")).to_contain_text("Done")
    office.app.get_by_role("button", name="Mark as paid").first.click()
    page.wait_for_function("location.hash.includes('job=')")
    look("jobs")


def run_job(office: BackOffice, name: str, done: str) -> None:
    """Start a job over the chosen rows, and see it through."""
    office.button("Start").dblclick()
    expect(office.dialog.get_by_text(done)).to_be_visible(timeout=60_000)
    expect(office.dialog.get_by_role("progressbar", name=name)).to_be_visible()


def saved(office: BackOffice) -> bytes:
    """The file of a job that is done; its dialog is closed."""
    with office.page.expect_download() as download:
        office.button("Save the file").click()
    office.dialog.get_by_role("button", name="Close").last.click()
    return Path(download.value.path()).read_bytes()


def test_chosen_documents_are_mailed_printed_and_exported(
    page: Page, stack: Stack, outside: Outside
) -> None:
    documents = [invoice(stack) for _ in range(2)]
    numbers = [one["number"] for one in documents]
    office = BackOffice(page, stack)
    for number in numbers:
        office.app.get_by_label(f"Select {number}", exact=True).check()
    office.button("Send").click()
    office.dialog.get_by_label("Your message").fill("Both at once.")
    run_job(office, "Send", "2 of 2 done")
    office.dialog.get_by_role("button", name="Close").last.click()
    mailed = outside.mails_to("customer@example.com")
    assert all(any(number in subject for subject in mailed) for number in numbers)

    office.button("One PDF").click()
    run_job(office, "One PDF", "2 of 2 done")
    pages = pypdfium2.PdfDocument(saved(office))
    text = " ".join(one.get_textpage().get_text_range() for one in pages)
    assert all(number in text for number in numbers)
    for kind, begins in (("CSV", b""), ("Excel (XLSX)", b"PK"), ("JSON lines", b"{")):
        office.choose(f"Export as {kind}", menu="Export")
        run_job(office, f"Export as {kind}", "2 of 2 done")
        content = saved(office)
        assert content.removeprefix(b"\xef\xbb\xbf").startswith(begins)
        if not begins.startswith(b"PK"):
            assert all(number.encode() in content for number in numbers)


def test_orders_that_wait_are_issued_from_their_tab(page: Page, stack: Stack) -> None:
    order = stack.shop.place("eur_domestic")
    office = BackOffice(page, stack)
    office.app.get_by_role("tab", name="To issue").click()
    issue = office.button(f"Issue the invoice of order #{order['number']} now")
    stack.wait(issue.is_visible, "the order")
    issue.dblclick()
    office.told("was issued.")
    expect(issue).to_have_count(0)
    rows = [one for one in stack.shop.orders() if one["id"] == order["id"]]
    stack.wait(lambda: len(rows[0]["invoices"]) <= 1, "one invoice")


def test_it_is_used_without_a_mouse(page: Page, stack: Stack) -> None:
    first, second = invoice(stack), invoice(stack)
    office = BackOffice(page, stack)
    box = office.app.get_by_label(f"Select {second['number']}", exact=True)
    box.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    expect(office.app.get_by_text("2 documents selected")).to_be_visible()
    expect(office.app.get_by_label(f"Select {first['number']}", exact=True)).to_be_checked()
    office.app.get_by_role("button", name=f"Actions for {second['number']}").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    expect(office.app.get_by_role("menuitem", name="Delete")).to_be_focused()
    page.keyboard.press("Escape")
    expect(office.app.get_by_role("button", name=f"Actions for {second['number']}")).to_be_focused()
    office.app.get_by_role("tab", name="All").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(office.app.get_by_role("tab", name="Unpaid")).to_have_attribute("aria-selected", "true")
    page.wait_for_function("location.hash.includes('tab=unpaid')")


def test_a_token_that_ends_while_one_types_is_renewed_unseen(page: Page, stack: Stack) -> None:
    document = invoice(stack)
    page.add_init_script("sessionStorage.setItem('sandbox-renewal', 'off')")
    sign_in(page, stack)
    stack.shop.control("config", {"app_token_lifetime": 6})
    try:
        office = BackOffice(page, stack, who=None)
        expect(row(office, document)).to_be_visible()
        field = office.app.get_by_label("Search invoices")
        field.press_sequentially(document["number"][:4])
        page.wait_for_timeout(6_500)  # the token is over by now
        field.press_sequentially(document["number"][4:])
        expect(office.app.get_by_text("1 invoice shown")).to_be_visible()
        expect(field).to_have_value(document["number"])
        expect(office.app.get_by_role("alert")).to_have_count(0)
    finally:
        stack.shop.control("config", {"app_token_lifetime": LIFETIME})


def test_people_see_what_their_permissions_allow(page: Page, stack: Stack, look: Look) -> None:
    document = invoice(stack)
    office = BackOffice(page, stack, ORDERS_ONLY)
    office.app.get_by_label(f"Select {document['number']}", exact=True).check()
    expect(office.button("Download ZIP")).to_be_visible()
    expect(office.button("Mark as paid")).to_have_count(0)
    page.get_by_role("button", name="Sign out").click()
    page.goto("about:blank")  # the dashboard stays where it was
    office = BackOffice(page, stack, PRODUCTS_ONLY)
    expect(office.app.get_by_role("alert")).to_contain_text("You may not see this page")
    expect(office.app.get_by_text(document["number"])).to_have_count(0)
    look("forbidden")
    assert office.faults() == []


def test_it_looks_right_in_the_dark_in_german_and_in_a_narrow_frame(
    page: Page, stack: Stack, look: Look
) -> None:
    document = invoice(stack)
    office = BackOffice(page, stack)
    expect(row(office, document)).to_be_visible()
    look("grid")
    assert office.faults() == []
    page.get_by_role("button", name="Dark").click()
    page.get_by_label("Language").select_option("de")
    expect(office.app.get_by_role("heading", level=1)).to_have_text("Rechnungen")
    expect(office.app.get_by_role("tab", name="Auszustellen")).to_be_visible()
    look("grid-dark-german")
    assert office.faults() == []
    page.set_viewport_size({"width": 560, "height": 900})
    look("grid-narrow")
    width = office.app.locator("body").evaluate("(body) => body.scrollWidth - innerWidth")
    assert width <= 0
