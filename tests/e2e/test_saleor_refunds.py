"""Staff give a customer's payment back in Saleor's own dashboard, and never open the app."""

from decimal import Decimal
from typing import Any

import pytest

from demo.stack import Stack
from tests.e2e.test_storefront_payments import order_of, paid_once, placed, stripe_keys

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
