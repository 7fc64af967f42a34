"""The page of a document as a merchant works on it, against the whole running app."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from demo.stack import Stack
from tests.plugins.back_office import BackOffice, ask, dress, invoice
from tests.plugins.looks import Look

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]

CREDIT = """mutation ($id: ID!, $input: CreditNoteInput!, $key: String!, $draft: Boolean!) {
  creditNoteCreate(invoiceId: $id, input: $input, idempotencyKey: $key, draft: $draft) {
    creditNote { id number } } }"""
DISCARD = "mutation ($id: ID!) { draftDiscard(id: $id) { discarded } }"
STATE = """query ($id: ID!) { salesInvoice(id: $id) {
  balance { amount } creditNotes { id number state total { amount } }
  orderDifference dispatches { recipient } payments { kind amount { amount } } } }"""


def state(stack: Stack, document: dict[str, Any]) -> dict[str, Any]:
    """What the API says of it."""
    return ask(stack, STATE, id=document["id"])


def test_from_the_list_to_the_mail_the_notes_and_the_link(page: Page, stack: Stack) -> None:
    document = invoice(stack)
    office = BackOffice(page, stack)
    app = office.app
    app.get_by_role("link", name=document["number"], exact=True).first.click()
    expect(app.get_by_role("heading", level=1)).to_have_text(f"Invoice {document['number']}")
    expect(app.get_by_role("img", name="Page 1 of the PDF")).to_be_visible(timeout=30_000)
    expect(office.card("Summary")).to_contain_text("117.27")

    office.button("Send").click()
    office.dialog.get_by_label("A word of your own").fill("Thank you for the lamp.")
    expect(office.dialog.get_by_role("region", name="The e-mail")).to_contain_text(
        "Thank you for the lamp."
    )
    office.button("Send now").dblclick()
    expect(office.card("Delivery")).to_contain_text("customer@example.com")
    expect(office.card("Delivery").get_by_text("Sent", exact=True)).to_be_visible(timeout=30_000)
    history = office.card("History")
    expect(history.get_by_role("listitem").filter(has_text="E-mail sent")).to_contain_text(
        "admin@example.com"
    )
    assert [one["recipient"] for one in state(stack, document)["dispatches"]] == [
        "customer@example.com"
    ]

    notes = office.card("Notes")
    notes.get_by_label("Write a note").fill("Called them: they pay on Friday.")
    office.button("Add note").click()
    expect(notes.get_by_text("Called them: they pay on Friday.")).to_be_visible()
    office.choose("Edit note", "Actions for this note")
    notes.get_by_label("Edit note").fill("They pay on Monday.")
    office.button("Save").click()
    office.choose("Pin", "Actions for this note")
    expect(notes.get_by_text(re.compile("edited · pinned"))).to_be_visible()
    office.choose("Delete", "Actions for this note")
    office.dialog.get_by_role("button", name="Delete").click()
    expect(notes.get_by_text("They pay on Monday.")).to_have_count(0)

    office.choose("Copy customer link")
    url = office.dialog.get_by_label("Address")
    expect(url).to_have_value(re.compile(r"/i/[\w-]+"))
    address = url.input_value()
    assert page.request.get(address).headers["content-type"] == "application/pdf"
    office.dialog.get_by_role("button", name="Close").last.click()
    office.choose("Close customer link")
    office.dialog.get_by_role("button", name="Close customer link").click()
    expect(office.card("Customer link")).to_contain_text("There is no open link")
    assert page.request.get(address).headers["content-type"] != "application/pdf"


def test_crediting_by_line_and_by_amount_to_the_cent(page: Page, stack: Stack) -> None:
    document = invoice(stack, "eur_domestic", "pay")
    office = BackOffice(page, stack)
    office.open_document(document, "credit")
    dialog = office.dialog
    dialog.get_by_label("Chosen lines and charges").check()
    dialog.get_by_label("Cookbook", exact=True).check()
    dialog.get_by_label("Quantity of Cookbook").fill("3")
    expect(dialog).to_contain_text("More than is left.")
    dialog.get_by_label("Quantity of Cookbook").fill("1")
    expect(dialog).to_contain_text("Left to credit afterwardsEUR91.27")
    dialog.get_by_label("UPS").check()
    dialog.get_by_label("Reason").fill("Came back torn")
    dialog.get_by_role("button", name="Issue credit note over EUR 31.83").dblclick()
    app = office.app
    expect(app.get_by_role("heading", level=1)).to_have_text(re.compile(r"Credit note GS-"))
    expect(office.card("Details")).to_contain_text("Came back torn")
    expect(office.card("Lines")).to_contain_text("26.00")

    app.get_by_role("link", name=f"Invoice {document['number']}").click()
    office.button("Credit").click()
    dialog.get_by_label("An amount").check()
    dialog.get_by_label("Amount with VAT").fill("85.45")
    expect(dialog).to_contain_text("That is more than is left: EUR 85.44.")
    dialog.get_by_label("Amount with VAT").fill("10")
    dialog.get_by_role("button", name="Issue credit note over EUR 10.00").click()
    expect(app.get_by_role("heading", level=1)).to_have_text(re.compile(r"Credit note GS-"))
    notes = state(stack, document)["creditNotes"]
    assert sorted(one["total"]["amount"] for one in notes) == ["10.00", "31.83"]


def test_a_draft_is_looked_at_and_issued_or_thrown_away(page: Page, stack: Stack) -> None:
    document = invoice(stack)
    office = BackOffice(page, stack)
    office.open_document(document, "credit")
    office.button("Save as draft").click()
    title = office.app.get_by_role("heading", level=1)
    expect(title).to_have_text("Draft of a credit note")
    office.button("Issue").click()
    office.dialog.get_by_role("button", name="Issue").dblclick()
    expect(title).to_have_text(re.compile(r"Credit note GS-"))
    (note,) = state(stack, document)["creditNotes"]
    assert note["state"] == "ISSUED"


def test_payments_are_recorded_once_and_moved(page: Page, stack: Stack) -> None:
    document, other = invoice(stack), invoice(stack)
    office = BackOffice(page, stack)
    office.open_document(document, "pay")
    dialog = office.dialog
    expect(dialog.get_by_label("Amount")).to_have_value("117.27")
    dialog.get_by_label("Amount").fill("100,00")
    dialog.get_by_label("Reference").fill(f"bank-{document['number']}")
    dialog.get_by_label("Method").fill("Bank transfer")
    dialog.get_by_role("button", name="Record payment").dblclick()
    summary = office.card("Summary")
    expect(summary).to_contain_text("BalanceEUR17.27")
    expect(office.app.get_by_text("Partially paid").first).to_be_visible()
    payments = office.card("Payments")
    expect(payments.get_by_role("row").nth(1)).to_contain_text("admin@example.com")

    office.choose("Count for another invoice", "Actions for payment")
    dialog.get_by_role("combobox", name="Invoice").fill(other["number"])
    office.app.get_by_role("option", name=re.compile(other["number"])).click()
    dialog.get_by_label("Amount").fill("40")
    dialog.get_by_role("button", name="Move").dblclick()
    expect(summary).to_contain_text("BalanceEUR57.27")
    assert state(stack, document)["balance"]["amount"] == "57.27"
    assert state(stack, other)["balance"]["amount"] == "77.27"


def test_money_goes_back_through_saleor(page: Page, stack: Stack, look: Look) -> None:
    document = invoice(stack, "eur_domestic", "pay")
    stack.wait(lambda: bool(state(stack, document)["payments"]), "the payment")
    dress(page, theme="dark")
    office = BackOffice(page, stack)
    office.open_document(document)
    office.choose("Refund", "Actions for payment")
    dialog = office.dialog
    dialog.get_by_label("Amount").fill("117.28")
    expect(dialog).to_contain_text("More than can be given back: EUR 117.27.")
    dialog.get_by_label("Amount").fill("26")
    look("document-refund-dark")
    assert office.faults() == []
    dialog.get_by_label("Reason").fill("One book came back")
    dialog.get_by_role("button", name="Refund EUR 26").dblclick()
    expect(office.card("Summary")).to_contain_text("Given back26.00", timeout=30_000)
    history = office.card("History")
    expect(history.get_by_text("Refund of EUR 26.00 asked for")).to_have_count(1)
    refunds = [one for one in state(stack, document)["payments"] if one["kind"] == "REFUND"]
    assert [one["amount"]["amount"] for one in refunds] == ["-26.00"]


def test_an_invoice_that_reached_nobody_is_voided(page: Page, stack: Stack) -> None:
    document = invoice(stack)
    office = BackOffice(page, stack)
    office.open_document(document)
    office.choose("Void invoice")
    office.dialog.get_by_label("Reason").fill("Ordered twice")
    office.dialog.get_by_role("button", name="Void invoice").dblclick()
    title = office.app.get_by_role("heading", level=1)
    expect(title).to_have_text(re.compile(r"Credit note GS-"))
    office.open_document(document, "void")
    expect(office.dialog).to_contain_text("Nothing is left of this invoice")


def test_a_changed_order_is_corrected_in_one_step(page: Page, stack: Stack) -> None:
    document = invoice(stack, "eur_domestic", "pay")
    stack.shop.advance(document["order"]["id"], "change")
    stack.wait(lambda: bool(state(stack, document)["orderDifference"]), "the difference")
    office = BackOffice(page, stack)
    office.open_document(document)
    notice = office.card("The order has changed since it was invoiced")
    expect(notice).to_contain_text("The billing address changed")
    notice.get_by_role("button", name="Correct invoice").click()
    expect(office.dialog).to_contain_text("New invoiceEUR117.27")
    office.dialog.get_by_role("button", name="Correct invoice").dblclick()
    title = office.app.get_by_role("heading", level=1)
    expect(title).not_to_have_text(f"Invoice {document['number']}")
    expect(title).to_have_text(re.compile(r"Invoice RE-"))
    linked = office.card("Linked documents")
    expect(linked.get_by_role("link")).to_have_count(2)
    expect(linked).to_contain_text(document["number"])


def test_others_were_quicker(page: Page, stack: Stack) -> None:
    document = invoice(stack)
    office = BackOffice(page, stack)
    office.open_document(document, "credit")
    dialog = office.dialog
    dialog.get_by_label("Reason").fill("Typed with care")
    submit = dialog.get_by_role("button", name="Issue credit note over EUR 117.27")
    expect(submit).to_be_enabled()
    everything = {"everything": True}
    ask(stack, CREDIT, id=document["id"], input=everything, key="other", draft=False)
    submit.click()
    expect(dialog.get_by_role("alert").first).to_contain_text("Nothing is left to credit.")
    expect(dialog.get_by_label("Reason")).to_have_value("Typed with care")
    expect(office.app.get_by_text("Cancelled").first).to_be_visible()

    other = invoice(stack)
    made = ask(stack, CREDIT, id=other["id"], input=everything, key="d", draft=True)
    draft = made["creditNote"]
    office.open_document(draft)
    office.button("Discard").click()
    ask(stack, DISCARD, id=draft["id"])
    office.dialog.get_by_role("button", name="Discard").click()
    expect(dialog.get_by_role("alert")).to_contain_text("somebody deleted it meanwhile")
    dialog.get_by_role("button", name="Cancel").click()
    expect(office.app.get_by_text("This document was deleted")).to_be_visible()
    office.open_document({"id": "nonsense", "number": ""})
    expect(office.app.get_by_text("There is no such document")).to_be_visible()


def test_a_problem_is_tried_again_from_the_page(page: Page, stack: Stack) -> None:
    office = BackOffice(page, stack)
    document = invoice(stack)
    stack.shop.control("mode", {"fail_next": 40, "status": 400})
    try:
        office.open_document(document)
        publications = office.card("In Saleor")
        expect(publications).to_contain_text("Failed", timeout=30_000)
    finally:
        stack.shop.control("mode", {"fail_next": 0, "status": 500})
    retry = office.app.get_by_role("button", name="Try again")
    retry.dblclick()
    expect(publications).to_contain_text("Shown", timeout=30_000)
    expect(retry).to_have_count(0)


def test_who_may_not_handle_money_is_offered_none_of_it(page: Page, stack: Stack) -> None:
    document = invoice(stack, "eur_domestic", "pay")
    office = BackOffice(page, stack, ("orders@example.com", "orders"))
    office.open_document(document, "pay")
    expect(office.card("Payments")).to_contain_text("117.27")
    expect(office.button("Credit")).to_be_visible()
    expect(office.dialog).to_have_count(0)
    expect(office.button("Record payment")).to_have_count(0)
    expect(office.app.get_by_role("button", name=re.compile("for payment"))).to_have_count(0)


def test_it_can_be_read_by_everyone(page: Page, stack: Stack, tmp_path: Path) -> None:
    document = invoice(stack, "eur_business_vat_id")
    office = BackOffice(page, stack)
    office.open_document(document)
    expect(office.app.get_by_role("img", name="Page 1")).to_be_visible(timeout=30_000)
    assert office.faults() == []
    office.shine("dark")
    office.speak("de")
    app = office.app
    expect(app.get_by_role("heading", level=1)).to_have_text(f"Rechnung {document['number']}")
    expect(office.card("Verlauf")).to_contain_text(f"Ausgestellt als {document['number']}")
    assert office.faults() == []
    office.button("Gutschreiben").click()
    expect(office.dialog).to_contain_text("Gutschrift über EUR 788,60 ausstellen")
    assert office.faults() == []
    office.dialog.get_by_role("button", name="Abbrechen").click()
    with page.expect_download() as download:
        office.choose("PDF herunterladen", "Weitere Aktionen")
    download.value.save_as(tmp_path / "document.pdf")
    assert (tmp_path / "document.pdf").read_bytes().startswith(b"%PDF")
