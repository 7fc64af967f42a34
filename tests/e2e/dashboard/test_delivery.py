"""What goes out of a document, and its end: mails, e-invoice, reminders, VIES, erasure."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from demo.plans import LEITWEG_ID
from demo.stack import Stack
from tests.delivery.smtp_server import HANG_UP
from tests.plugins.back_office import BackOffice, ask, invoice
from tests.plugins.looks import Look
from tests.plugins.outside import Outside
from tests.vies.fake_vies import CONSULTATION, known

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]

CUSTOMER = "customer@example.com"
FORMER_SELLER = """[legal_entities.former]
name = "Former Seller Inc."
country = "US"
timezone = "America/New_York"
address = { street = "1 Trade Street", city = "New York", postal_code = "10001" }
[legal_entities.former.settings]
retention_years = 0
"""
DRAFT = """mutation ($input: SalesDraftInput!) {
  draftCreate(input: $input, idempotencyKey: "past") { draft { id } } }"""
KEPT = """query ($id: ID!) { salesInvoice(id: $id) {
  number erasedAt buyer { name } lines { name } notes { text } total { amount } } }"""
HELD = "query ($id: ID!) { salesInvoice(id: $id) { reminderHold { reason until } } }"


def send(office: BackOffice, to: str) -> None:
    """Send the document that is open to an address."""
    office.button("Send").click()
    office.dialog.get_by_label("Recipient").fill(to)
    office.button("Send now").click()
    expect(office.dialog).to_have_count(0)


def mail(office: BackOffice, to: str) -> Locator:
    """A mail of the document that is open, with what became of it."""
    return office.card("Delivery").get_by_role("listitem").filter(has_text=to)


def test_a_mail_that_failed_is_sent_again_and_a_doubtful_one_is_decided_about(
    page: Page, stack: Stack, outside: Outside, look: Look
) -> None:
    document = invoice(stack)
    office = BackOffice(page, stack)
    office.open_document(document)
    outside.box.refused["moved@example.com"] = "550 5.1.1 no such mailbox"
    send(office, "moved@example.com")
    moved = mail(office, "moved@example.com")
    expect(moved).to_contain_text("no such mailbox", timeout=30_000)
    expect(moved.get_by_text("Failed", exact=True)).to_be_visible()
    look("document-mail-failed")
    assert office.faults() == []
    del outside.box.refused["moved@example.com"]
    moved.get_by_role("button", name="Send again").dblclick()
    expect(moved.get_by_text("Sent", exact=True)).to_be_visible(timeout=30_000)
    (subject,) = outside.mails_to("moved@example.com")
    assert document["number"] in subject

    outside.box.moods.append({"content": HANG_UP})
    send(office, "doubtful@example.com")
    doubtful = mail(office, "doubtful@example.com")
    expect(doubtful.get_by_text("Uncertain", exact=True)).to_be_visible(timeout=30_000)
    doubtful.get_by_role("button", name="Mark as sent").click()
    expect(doubtful.get_by_text("Sent", exact=True)).to_be_visible()
    expect(doubtful.get_by_role("button")).to_have_count(0)
    assert len(outside.mails_to("doubtful@example.com")) == 1


def test_an_e_invoice_goes_out_as_the_settings_say_and_again_after_a_refusal(
    page: Page, stack: Stack, outside: Outside, look: Look
) -> None:
    order = stack.shop.place("eur_domestic")
    metadata = {"buyer_reference": LEITWEG_ID}
    stack.shop.advance(order["id"], "change", metadata=metadata)
    issue = "mutation ($id: ID!) { invoiceIssue(orderId: $id) { document { id number } } }"
    document = ask(stack, issue, id=order["id"])["document"]
    office = BackOffice(page, stack)
    office.open_document(document)
    expect(office.card("E-invoice").get_by_text("Valid", exact=True)).to_be_visible(timeout=60_000)

    def way(name: str) -> None:
        office.go("/settings/einvoices?channel=channel-eur")
        office.app.get_by_label("Send e-invoices").select_option(name)
        office.button("Save").click()
        office.told("Saved.")

    way("email")
    outside.box.refused[CUSTOMER] = "550 5.7.1 no e-invoices here"
    try:
        office.open_document(document)
        office.choose("Send e-invoice")
        expect(office.dialog).to_contain_text(CUSTOMER)
        look("document-transmit")
        assert office.faults() == []
        office.dialog.get_by_role("button", name="Send e-invoice").dblclick()
        delivery = office.card("Delivery")
        again = delivery.get_by_role("button", name="Send e-invoice again")
        expect(again).to_be_visible(timeout=60_000)
    finally:
        del outside.box.refused[CUSTOMER]
    again.click()
    office.dialog.get_by_role("button", name="Send e-invoice").dblclick()
    expect(delivery.get_by_text("Delivered", exact=True)).to_be_visible(timeout=60_000)
    sent = [one for one in outside.box.mails if document["number"] in str(one["Subject"])]
    kinds = [[part.get_content_type() for part in one.iter_attachments()] for one in sent]
    assert [sorted(each) for each in kinds] == [["application/pdf", "application/xml"]]
    way("none")


def test_reminders_are_held_and_let_go_on(page: Page, stack: Stack) -> None:
    document = invoice(stack)
    office = BackOffice(page, stack)
    office.open_document(document)
    delivery = office.card("Delivery")
    office.button("Hold reminders").click()
    office.dialog.get_by_label("Reason").fill("They wait for a part")
    office.dialog.get_by_label("Until").fill("2099-12-31")
    office.dialog.get_by_role("button", name="Hold reminders").dblclick()
    expect(delivery).to_contain_text("They wait for a part")
    hold = ask(stack, HELD, id=document["id"])["reminderHold"]
    assert hold == {"reason": "They wait for a part", "until": "2099-12-31"}
    delivery.get_by_role("button", name="Change").click()
    expect(office.dialog.get_by_label("Reason")).to_have_value("They wait for a part")
    office.dialog.get_by_role("button", name="Cancel").click()
    delivery.get_by_role("button", name="Let them go on").click()
    expect(delivery).to_contain_text("Reminders go out as the settings say.")
    assert ask(stack, HELD, id=document["id"])["reminderHold"] is None


def test_vies_is_asked_about_a_buyer_and_its_answer_kept(
    page: Page, stack: Stack, outside: Outside
) -> None:
    document = invoice(stack, "eur_business_vat_id")
    office = BackOffice(page, stack)
    office.open_document(document)
    check = office.card("VAT ID check")
    check.get_by_role("button", name="Ask VIES").dblclick()
    expect(check.get_by_text("Not valid", exact=True)).to_be_visible(timeout=30_000)
    problem = office.app.get_by_role("region", name=re.compile("is not valid"))
    expect(problem).to_contain_text("Ask the buyer for the right VAT id")
    outside.vies.answers["FR11123456782"] = known(name="Société Exemple")
    problem.get_by_role("button", name="Try again").click()
    expect(check.get_by_text("Valid", exact=True)).to_be_visible(timeout=30_000)
    expect(check).to_contain_text("Société Exemple")
    expect(check).to_contain_text(CONSULTATION)
    expect(problem).to_have_count(0)
    history = office.card("History")
    expect(history).to_contain_text("VIES: the VAT ID is valid")


def issued_long_ago(stack: Stack, home: Path) -> dict[str, Any]:
    """An invoice of 2009 by a seller of its own, made by the app itself with its clock put back."""
    path = home / "former.toml"
    path.write_text(FORMER_SELLER, encoding="utf-8")
    stack.manage("configure_store", str(path), "--store", stack.place.api_url)
    address = {"street": "Sample Street 5", "city": "Boston", "country": "US"}
    line = {"name": "A lamp of old", "quantity": "1", "unitPrice": "80.00", "taxRate": "0"}
    form = {
        "legalEntity": "former",
        "currency": "USD",
        "buyer": {"name": "Buyer of Old", "address": address},
        "lines": [line],
    }
    draft = ask(stack, DRAFT, input=form)["draft"]
    stack.program("tests.e2e.long_ago", draft["id"], "2009-06-30")
    return {"id": draft["id"], "number": ask(stack, KEPT, id=draft["id"])["number"]}


def test_what_the_law_wants_kept_no_more_is_erased_for_good(
    page: Page, stack: Stack, tmp_path: Path, look: Look
) -> None:
    document = issued_long_ago(stack, tmp_path)
    office = BackOffice(page, stack)
    office.open_document(invoice(stack))
    office.app.get_by_role("button", name="More actions").click()
    expect(office.app.get_by_role("menuitem", name="Erase content")).to_have_count(0)
    page.keyboard.press("Escape")

    office.open_document(document)
    expect(office.card("Customer")).to_contain_text("Buyer of Old")
    office.choose("Erase content")
    erase = office.dialog.get_by_role("button", name="Erase content")
    office.dialog.get_by_label("Why is it erased?").fill("Asked for by the buyer")
    expect(erase).to_be_disabled()
    office.dialog.get_by_label("I know that this can’t be undone.").check()
    look("document-erase")
    assert office.faults() == []
    erase.dblclick()
    expect(office.app.get_by_text("The content was erased", exact=True)).to_be_visible()
    expect(office.app.get_by_text("Buyer of Old")).to_have_count(0)
    expect(office.app.get_by_role("heading", level=1, name=document["number"])).to_be_visible()
    kept = ask(stack, KEPT, id=document["id"])
    assert (kept["number"], kept["total"]) == (document["number"], {"amount": "80.00"})
    assert kept["erasedAt"]
    assert "Buyer of Old" not in str(kept)
    assert "A lamp of old" not in str(kept)
    assert stack.manage("verify_ledger").rstrip().endswith(": ok")
