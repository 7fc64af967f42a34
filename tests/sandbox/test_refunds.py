"""Money back, as Saleor plays it: who fires what, what a grant leaves alone, the older payments."""

from typing import Any

import httpx
import pytest

from tests.plugins.sandbox import Sandbox
from tests.sandbox.conftest import FakeApp

MONEY = """query Money($id: ID!) { order(id: $id) {
  isPaid chargeStatus totalCharged { amount } totalRefunded { amount }
  totalRefundPending { amount } totalGrantedRefund { amount }
  transactions { id chargedAmount { amount } refundedAmount { amount }
    refundPendingAmount { amount } events { id type pspReference amount { amount } } }
  payments { isActive capturedAmount { amount }
    transactions { id token kind isSuccess amount { amount } } }
  grantedRefunds { id status amount { amount } shippingCostsIncluded
    lines { quantity orderLine { id } } transaction { id }
    transactionEvents { id type pspReference } }
  fulfillments { status totalRefundedAmount { amount } shippingRefundedAmount { amount }
    lines { quantity orderLine { id } } }
  events { type date }
} }"""


def money(sandbox: Sandbox, app: FakeApp, order_id: str) -> dict[str, Any]:
    row: dict[str, Any] = sandbox.gql(MONEY, {"id": order_id}, app.auth_token)["data"]["order"]
    return row


def fired(sandbox: Sandbox, since: int) -> list[str]:
    """What was queued after the first `since` deliveries."""
    sandbox.wait_idle()
    rows = sandbox.control("deliveries")["deliveries"]
    return [row["event"].removeprefix("ORDER_").lower() for row in rows][since:]


@pytest.fixture
def paid(sandbox: Sandbox, installed: FakeApp) -> dict[str, Any]:
    """A paid order: a lamp, two books, delivery; five deliveries so far."""
    order = sandbox.place("eur_domestic", paid=True)
    assert order["total"]["gross"] == "117.27"
    assert installed.auth_token
    return order


def test_two_partial_refunds_make_a_full_one(
    sandbox: Sandbox, installed: FakeApp, paid: dict[str, Any]
) -> None:
    sandbox.advance(paid["id"], "refund", amount="17.27")
    assert fired(sandbox, 5) == ["refunded", "updated"]
    sandbox.advance(paid["id"], "refund")
    assert fired(sandbox, 7) == ["refunded", "updated", "fully_refunded"]
    seen = money(sandbox, installed, paid["id"])
    assert (seen["totalCharged"]["amount"], seen["totalRefunded"]["amount"]) == (0.0, 117.27)
    (item,) = seen["transactions"]
    told = [(event["type"], event["amount"]["amount"]) for event in item["events"]]
    assert told == [
        ("REFUND_SUCCESS", 100.0),
        ("REFUND_SUCCESS", 17.27),
        ("CHARGE_SUCCESS", 117.27),
    ]
    assert len({event["pspReference"] for event in item["events"]}) == 3
    with pytest.raises(httpx.HTTPStatusError):
        sandbox.advance(paid["id"], "refund", amount="1.00")


def test_a_grant_fires_nothing_and_moves_nothing(
    sandbox: Sandbox, installed: FakeApp, paid: dict[str, Any]
) -> None:
    sandbox.advance(paid["id"], "grant", lines={"1": 1}, shipping=True, reason="Late")
    assert fired(sandbox, 5) == []
    seen = money(sandbox, installed, paid["id"])
    (grant,) = seen["grantedRefunds"]
    assert grant["lines"] == [{"quantity": 1, "orderLine": {"id": paid["lines"][1]["id"]}}]
    assert (grant["status"], grant["shippingCostsIncluded"]) == ("NONE", True)
    # The rounded unit price, and the delivery: 26.00 and 5.83.
    assert grant["amount"]["amount"] == seen["totalGrantedRefund"]["amount"] == 31.83
    assert (grant["transactionEvents"], seen["totalRefunded"]["amount"]) == ([], 0.0)
    with pytest.raises(httpx.HTTPStatusError, match="400"):
        sandbox.advance(paid["id"], "grant", shipping=True)  # granted already
    with pytest.raises(httpx.HTTPStatusError, match="400"):
        sandbox.advance(paid["id"], "grant", lines={"1": 2})  # one of the two is left


def test_a_granted_refund_is_paid_back_by_an_event_that_names_it(
    sandbox: Sandbox, installed: FakeApp, paid: dict[str, Any]
) -> None:
    sandbox.advance(paid["id"], "refund_lines", lines={paid["lines"][1]["id"]: 2})
    assert fired(sandbox, 5) == ["refunded", "updated"]
    seen = money(sandbox, installed, paid["id"])
    (grant,), (item,) = seen["grantedRefunds"], seen["transactions"]
    assert (grant["status"], grant["transaction"]) == ("SUCCESS", {"id": item["id"]})
    done = next(event for event in item["events"] if event["type"] == "REFUND_SUCCESS")
    paid_by = [e["id"] for e in grant["transactionEvents"] if e["type"] == "REFUND_SUCCESS"]
    assert paid_by == [done["id"]]
    assert done["amount"] == grant["amount"] == seen["totalRefunded"]
    with pytest.raises(httpx.HTTPStatusError, match="400"):
        sandbox.advance(paid["id"], "pay_grant")


def test_only_the_delivery_is_given_back(
    sandbox: Sandbox, installed: FakeApp, paid: dict[str, Any]
) -> None:
    sandbox.advance(paid["id"], "refund_shipping")
    (grant,) = money(sandbox, installed, paid["id"])["grantedRefunds"]
    assert (grant["lines"], grant["shippingCostsIncluded"]) == ([], True)
    assert sandbox.order(paid["id"])["refunded"] == paid["shipping"]["gross"] == "5.83"


def test_a_refund_that_is_under_way_is_taken_off_before_it_is_refunded(
    sandbox: Sandbox, installed: FakeApp, paid: dict[str, Any]
) -> None:
    sandbox.control("config", {"refunds": "later"})
    sandbox.advance(paid["id"], "refund_grant", amount="17.27")
    assert fired(sandbox, 5) == ["updated"]
    seen = money(sandbox, installed, paid["id"])
    assert [seen[name]["amount"] for name in ("totalCharged", "totalRefundPending")] == [100, 17.27]
    assert (seen["totalRefunded"]["amount"], seen["grantedRefunds"][0]["status"]) == (0, "PENDING")
    sandbox.advance(paid["id"], "settle_refund")
    assert fired(sandbox, 6) == ["refunded", "updated"]
    seen = money(sandbox, installed, paid["id"])
    assert [seen[name]["amount"] for name in ("totalCharged", "totalRefundPending")] == [100, 0]
    assert seen["grantedRefunds"][0]["status"] == "SUCCESS"


def test_a_refund_that_fails_leaves_the_money_where_it_was(
    sandbox: Sandbox, installed: FakeApp, paid: dict[str, Any]
) -> None:
    sandbox.control("config", {"refunds": "fail"})
    sandbox.advance(paid["id"], "refund_grant", amount="17.27")
    assert fired(sandbox, 5) == []
    seen = money(sandbox, installed, paid["id"])
    assert (seen["totalCharged"]["amount"], seen["totalRefunded"]["amount"]) == (117.27, 0)
    assert seen["grantedRefunds"][0]["status"] == "FAILURE"


def test_a_dispute_lowers_what_is_held_and_is_no_refund(
    sandbox: Sandbox, installed: FakeApp, paid: dict[str, Any]
) -> None:
    sandbox.advance(paid["id"], "chargeback", amount="50.00")
    assert fired(sandbox, 5) == ["updated"]
    row = sandbox.order(paid["id"])
    assert (row["charged"], row["refunded"]) == ("67.27", "0")
    kinds = [e["type"] for e in money(sandbox, installed, paid["id"])["transactions"][0]["events"]]
    assert kinds == ["CHARGE_BACK", "CHARGE_SUCCESS"]


def test_a_refund_that_comes_back_looks_like_a_payment(
    sandbox: Sandbox, paid: dict[str, Any]
) -> None:
    sandbox.advance(paid["id"], "refund")
    sandbox.advance(paid["id"], "reverse_refund")
    assert fired(sandbox, 8) == ["paid", "fully_paid", "updated"]
    row = sandbox.order(paid["id"])
    assert (row["charged"], row["refunded"]) == ("117.27", "0.00")


REPORT = """mutation R($id: ID!, $ref: String!, $type: TransactionEventTypeEnum!,
    $amount: PositiveDecimal) {
  transactionEventReport(id: $id, pspReference: $ref, type: $type, amount: $amount) {
    alreadyProcessed errors { code }
  }
}"""
REQUEST = """mutation Q($id: ID!) {
  transactionRequestRefundForGrantedRefund(grantedRefundId: $id) {
    transaction { id } errors { field code }
  }
}"""


def test_an_app_reports_its_own_refunds_and_a_replay_does_nothing(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    token, order = installed.auth_token, sandbox.place("guest")
    create = """mutation T($id: ID!, $input: TransactionCreateInput!) {
      transactionCreate(id: $id, transaction: $input) { transaction { id } errors { code } } }"""
    given = {"name": "Card", "amountCharged": {"amount": 29.0, "currency": "EUR"}}
    made = sandbox.gql(create, {"id": order["id"], "input": given}, token)["data"]
    item = made["transactionCreate"]["transaction"]["id"]
    report = {"id": item, "ref": "re_1", "type": "REFUND_SUCCESS", "amount": 9.0}
    answers = [sandbox.gql(REPORT, report, token)["data"] for _ in range(2)]
    told = [answer["transactionEventReport"]["alreadyProcessed"] for answer in answers]
    assert told == [False, True]
    sandbox.gql(REPORT, report | {"ref": "dp_1", "type": "CHARGE_BACK", "amount": 5.0}, token)
    row = sandbox.order(order["id"])
    assert (row["charged"], row["refunded"]) == ("15.00", "9.00")
    assert fired(sandbox, 5) == ["refunded", "updated", "updated"]


def test_staff_ask_for_a_grant_over_the_api(
    sandbox: Sandbox, installed: FakeApp, paid: dict[str, Any]
) -> None:
    sandbox.advance(paid["id"], "grant", amount="10.00")
    grant = money(sandbox, installed, paid["id"])["grantedRefunds"][0]["id"]
    staff = sandbox.staff_token()
    asked = [sandbox.gql(REQUEST, {"id": grant}, staff)["data"] for _ in range(2)]
    name = "transactionRequestRefundForGrantedRefund"
    assert asked[0][name]["errors"] == []
    assert asked[1][name]["errors"] == [
        {"field": "grantedRefundId", "code": "REFUND_ALREADY_PROCESSED"}
    ]
    assert sandbox.order(paid["id"])["refunded"] == "10.00"


OLDER = """mutation O($id: ID!, $amount: PositiveDecimal!) {
  orderRefund(id: $id, amount: $amount) { order { id } errors { field code } }
}"""
PRODUCTS = """mutation P($id: ID!, $input: OrderRefundProductsInput!) {
  orderFulfillmentRefundProducts(order: $id, input: $input) {
    fulfillment { status } errors { field code }
  }
}"""


def older(sandbox: Sandbox) -> dict[str, Any]:
    order = sandbox.place("eur_domestic")
    return sandbox.advance(order["id"], "pay", legacy=True)


def test_an_older_payment_is_refunded_by_amount(sandbox: Sandbox, installed: FakeApp) -> None:
    order, staff = older(sandbox), sandbox.staff_token()
    sandbox.gql(OLDER, {"id": order["id"], "amount": 17.27}, staff)
    seen = money(sandbox, installed, order["id"])
    steps = seen["payments"][0]["transactions"]
    assert [(step["kind"], step["amount"]["amount"]) for step in steps] == [
        ("CAPTURE", 117.27),
        ("REFUND", 17.27),
    ]
    assert len({step["token"] for step in steps}) == len({step["id"] for step in steps}) == 2
    # Saleor leaves a parcel that was never sent, with the amount and nothing in it.
    (parcel,) = seen["fulfillments"]
    assert (parcel["status"], parcel["lines"]) == ("REFUNDED", [])
    assert parcel["totalRefundedAmount"]["amount"] == 17.27
    sandbox.gql(OLDER, {"id": order["id"], "amount": 100.0}, staff)
    assert fired(sandbox, 5) == ["refunded", "updated", "refunded", "updated", "fully_refunded"]
    none = sandbox.gql(OLDER, {"id": order["id"], "amount": 1.0}, staff)["data"]["orderRefund"]
    assert none["errors"] == [{"field": "payment", "code": "CANNOT_REFUND"}]


def test_products_are_refunded_through_an_older_payment(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    order = older(sandbox)
    line = {"orderLineId": order["lines"][1]["id"], "quantity": 1}
    wanted = {"orderLines": [line], "includeShippingCosts": True}
    answer = sandbox.gql(PRODUCTS, {"id": order["id"], "input": wanted}, sandbox.staff_token())
    assert answer["data"]["orderFulfillmentRefundProducts"] == {
        "fulfillment": {"status": "REFUNDED"},
        "errors": [],
    }
    (parcel,) = money(sandbox, installed, order["id"])["fulfillments"]
    assert parcel == {
        "status": "REFUNDED",
        "totalRefundedAmount": {"amount": 31.83},
        "shippingRefundedAmount": {"amount": 5.83},
        "lines": [{"quantity": 1, "orderLine": {"id": order["lines"][1]["id"]}}],
    }
    assert sandbox.order(order["id"])["refunded"] == "31.83"


def test_a_transaction_is_not_refunded_by_the_older_ways(
    sandbox: Sandbox, paid: dict[str, Any]
) -> None:
    staff = sandbox.staff_token()
    older_way = sandbox.gql(OLDER, {"id": paid["id"], "amount": 1.0}, staff)["data"]
    assert older_way["orderRefund"]["errors"][0]["code"] == "CANNOT_REFUND"
    wanted = {"id": paid["id"], "input": {"includeShippingCosts": True}}
    products = sandbox.gql(PRODUCTS, wanted, staff)["data"]["orderFulfillmentRefundProducts"]
    assert products["errors"][0]["code"] == "CANNOT_REFUND"
    assert fired(sandbox, 5) == []


def test_a_cancelled_order_keeps_its_money_and_tells_when(
    sandbox: Sandbox, installed: FakeApp, paid: dict[str, Any]
) -> None:
    sandbox.advance(paid["id"], "cancel")
    assert fired(sandbox, 5) == ["cancelled", "updated"]
    seen = money(sandbox, installed, paid["id"])
    assert (seen["isPaid"], seen["chargeStatus"]) == (True, "FULL")
    assert [event["type"] for event in seen["events"]] == ["PLACED", "CANCELED"]
    sandbox.advance(paid["id"], "refund")
    assert fired(sandbox, 7) == ["refunded", "updated", "fully_refunded"]
