"""Staff give a customer's payment back in Saleor's own dashboard, and never open the app."""

from decimal import Decimal
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from demo.stack import Stack
from tests.e2e.test_storefront_payments import order_of, paid_once, placed, stripe_keys
from tests.plugins.back_office import BackOffice, sign_in
from tests.plugins.looks import Look

__all__ = ["stripe_keys"]

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("stack"),
    pytest.mark.timeout(240),
    pytest.mark.usefixtures("rested", "stripe_keys"),
]
CREATE = """mutation ($ids: [ID!]!, $key: String!) {
  invoicePaymentCreate(invoiceIds: $ids, idempotencyKey: $key) {
    id stripe { clientSecret } } }"""

ACTION = """mutation ($id: ID!) { transactionRequestAction(id: $id, actionType: REFUND) {
  transaction { id } errors { code message } } }"""


def paid(stack: Stack) -> dict[str, Any]:
    """An order whose invoice the customer has paid by card."""
    invoice = placed(stack)
    (row,) = stack.app.documents(stack.shop.app_token(), order_id=invoice["order"])
    customer = stack.shop.login("customer@example.com", "customer")
    made = stack.app.ask(CREATE, customer, ids=[row["id"]], key=invoice["number"])
    secret = made["invoicePaymentCreate"]["stripe"]["clientSecret"]
    intent = secret.partition("_secret_")[0]
    stack.till.control(f"payment_intents/{intent}/pay", {})
    paid_once(stack, invoice)
    return {**invoice, "document": row["id"], "intent": intent}


def money(stack: Stack, order_id: str) -> dict[str, Any]:
    """The order's one transaction as Saleor has it."""
    (item,) = order_of(stack, order_id)["transactions"]
    found: dict[str, Any] = item
    return found


def notes(stack: Stack, order_id: str) -> list[dict[str, Any]]:
    rows = stack.app.documents(stack.shop.app_token(), order_id=order_id)
    return [row for row in rows if row["kind"] == "CREDIT_NOTE"]


def test_a_granted_line_is_given_back_credited_and_shown_as_done(stack: Stack) -> None:
    invoice = paid(stack)
    stack.shop.advance(invoice["order"], "refund_grant", lines={"0": 1}, reason="Scratched")
    types = [event["type"] for event in money(stack, invoice["order"])["events"]]
    assert types == ["CHARGE_SUCCESS", "REFUND_REQUEST", "REFUND_SUCCESS"]
    stack.wait(lambda: bool(notes(stack, invoice["order"])), "the credit note")
    (note,) = notes(stack, invoice["order"])
    assert note["reason"] == "Scratched"
    given = order_of(stack, invoice["order"])["refunded"]
    assert Decimal(note["total"]["amount"]) == Decimal(given) > 0
    types = [event["type"] for event in money(stack, invoice["order"])["events"]]
    assert types == ["CHARGE_SUCCESS", "REFUND_REQUEST", "REFUND_SUCCESS"]  # no second one
    stack.shop.advance(invoice["order"], "refund", amount="1.00")
    stack.shop.ask(ACTION, {"id": money(stack, invoice["order"])["id"]})
    stack.wait(lambda: len(notes(stack, invoice["order"])) == 3, "the credit notes of the rest")
    assert Decimal(order_of(stack, invoice["order"])["charged"]) == 0


def test_the_button_on_the_orders_page_and_what_the_invoice_tells_of_it(
    page: Page, stack: Stack, look: Look
) -> None:
    invoice = paid(stack)
    sign_in(page, stack)
    page.goto(f"{stack.place.sandbox_url}/dashboard/#/orders/{quote(invoice['order'])}")
    page.get_by_role("button", name="Refund").click()
    stack.wait(lambda: bool(notes(stack, invoice["order"])), "the credit note")
    look("order-refunded-in-saleor")
    office = BackOffice(page, stack, who=None)
    office.go(f"/invoices/{quote(invoice['document'])}")
    expect(office.app.get_by_role("heading", level=1)).to_contain_text(invoice["number"])
    asked = office.card("History").get_by_role("listitem").filter(has_text="asked for")
    expect(asked).to_contain_text("by Saleor")
    expect(office.app.get_by_text("Refunded", exact=True).first).to_be_visible()
    look("invoice-refunded-in-saleor")


def test_what_stripe_refuses_is_told_to_staff_and_credits_nothing(stack: Stack) -> None:
    invoice = paid(stack)
    stack.till.control("mode", {"status": 400, "path": "/v1/refunds", "next": 1})
    stack.shop.advance(invoice["order"], "refund_grant", lines={"0": 1})
    *_, asked, refused = money(stack, invoice["order"])["events"]
    assert (asked["type"], refused["type"]) == ("REFUND_REQUEST", "REFUND_FAILURE")
    assert refused["message"]
    assert Decimal(order_of(stack, invoice["order"])["refunded"]) == 0
    stack.shop.advance(invoice["order"], "refund_grant", lines={"1": 1})
    stack.wait(lambda: bool(notes(stack, invoice["order"])), "the credit note of the second try")
    assert len(notes(stack, invoice["order"])) == 1
