"""Paying an order through Saleor's dummy payment app, and Saleor's rules for such sessions."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.plugins.sandbox import Sandbox
from tests.sandbox.conftest import FakeApp
from tests.sandbox.payment_flow import DUMMY, begin, fired, gateways, go_on, happens, transactions

SUCCESS = happens("CHARGE_SUCCESS", includePspReference=True)


@pytest.fixture
def order(sandbox: Sandbox, installed: FakeApp) -> dict[str, Any]:
    """An unpaid order of 29.00 euros, of a guest; two deliveries so far."""
    sandbox.control("config", {"payment_app": {"kind": "dummy"}})
    row = sandbox.place("guest")
    assert (row["total"]["gross"], installed.manifest["id"]) == ("29.00", "example.fake")
    return row


def test_whoever_knows_the_orders_id_pays_it(sandbox: Sandbox, order: dict[str, Any]) -> None:
    shown = gateways(sandbox, order["id"])
    assert shown == {
        "gatewayConfigs": [{"id": DUMMY, "data": {"ok": True}, "errors": []}],
        "errors": [],
    }
    paid = begin(sandbox, order["id"], SUCCESS)
    assert paid["errors"] == []
    assert (paid["transactionEvent"]["type"], paid["data"]) == ("CHARGE_SUCCESS", None)
    assert paid["transactionEvent"]["amount"]["amount"] == 29.0
    assert paid["transaction"]["chargedAmount"]["amount"] == 29.0
    reference = paid["transaction"]["pspReference"]
    assert paid["transactionEvent"]["pspReference"] == reference != ""
    row = sandbox.order(order["id"])
    assert (row["charged"], row["charge_status"]) == ("29.00", "FULL")
    assert [(e["type"], e["counted"]) for e in row["transactions"][0]["events"]] == [
        ("CHARGE_REQUEST", False),
        ("CHARGE_SUCCESS", True),
    ]
    assert fired(sandbox, 2) == ["paid", "fully_paid", "updated"]


def test_the_same_key_again_is_the_same_payment(sandbox: Sandbox, order: dict[str, Any]) -> None:
    first = begin(sandbox, order["id"], SUCCESS, key="one", amount="10.00")
    again = begin(sandbox, order["id"], SUCCESS, key="one", amount="10.00")
    assert again == first
    assert sandbox.order(order["id"])["charged"] == "10.00"
    unique = [{"field": "idempotencyKey", "code": "UNIQUE"}]
    other = begin(sandbox, order["id"], SUCCESS, key="one", amount="11.00")
    assert codes(other) == unique
    elsewhere = sandbox.place("guest")
    foreign = begin(sandbox, elsewhere["id"], SUCCESS, key="one", amount="10.00")
    assert codes(foreign) == unique
    assert transactions(sandbox, elsewhere["id"]) == []
    rest = begin(sandbox, order["id"], SUCCESS, key="two")
    assert rest["transactionEvent"]["amount"]["amount"] == 19.0
    assert sandbox.order(order["id"])["charge_status"] == "FULL"


def codes(answered: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"field": row["field"], "code": row["code"]} for row in answered["errors"]]


def test_two_calls_with_one_key_at_the_same_time_pay_once(
    sandbox: Sandbox, order: dict[str, Any]
) -> None:
    def pay(_: int) -> Any:
        return begin(sandbox, order["id"], SUCCESS, key="one", amount="29.00")

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(pay, range(8)))
    assert {row["transactionEvent"]["id"] for row in answers} == {
        answers[0]["transactionEvent"]["id"]
    }
    assert sandbox.order(order["id"])["charged"] == "29.00"
    assert fired(sandbox, 2) == ["paid", "fully_paid", "updated"]


def test_what_needs_the_customer_goes_on_by_process(
    sandbox: Sandbox, order: dict[str, Any]
) -> None:
    begun = begin(sandbox, order["id"], happens("CHARGE_ACTION_REQUIRED"))
    assert begun["transactionEvent"]["type"] == "CHARGE_ACTION_REQUIRED"
    item = begun["transaction"]["id"]
    assert sandbox.order(order["id"])["charged"] == "0"
    ended = go_on(sandbox, item, SUCCESS)
    assert ended["transactionEvent"]["type"] == "CHARGE_SUCCESS"
    again = go_on(sandbox, item, happens("CHARGE_FAILURE"))
    assert again["transactionEvent"]["id"] == ended["transactionEvent"]["id"]
    assert sandbox.order(order["id"])["charged"] == "29.00"
    assert fired(sandbox, 2) == ["paid", "fully_paid", "updated"]


@pytest.mark.parametrize(("result", "charged"), [("success", "29.00"), ("failure", "0")])
def test_a_charge_under_way_ends_later(
    sandbox: Sandbox, order: dict[str, Any], result: str, charged: str
) -> None:
    begun = begin(sandbox, order["id"], happens("CHARGE_REQUEST"))
    assert begun["transactionEvent"]["type"] == "CHARGE_REQUEST"
    assert begun["transaction"]["chargePendingAmount"]["amount"] == 29.0
    assert fired(sandbox, 2) == []
    left = begin(sandbox, order["id"], happens("CHARGE_ACTION_REQUIRED"))
    assert left["transactionEvent"]["amount"]["amount"] == 0
    sandbox.advance(order["id"], "settle_charge", result=result)
    assert sandbox.order(order["id"])["charged"] == charged


def test_a_failure_is_final_and_moves_nothing(sandbox: Sandbox, order: dict[str, Any]) -> None:
    failed = begin(sandbox, order["id"], happens("CHARGE_FAILURE"))
    assert failed["transactionEvent"]["type"] == "CHARGE_FAILURE"
    again = go_on(sandbox, failed["transaction"]["id"], SUCCESS)
    assert again["transactionEvent"]["id"] == failed["transactionEvent"]["id"]
    assert sandbox.order(order["id"])["charged"] == "0"
    assert fired(sandbox, 2) == []


@pytest.mark.parametrize(
    "data", [None, "CHARGE_SUCCESS", {}, {"event": {"type": "REFUND_SUCCESS"}}, {"event": []}]
)
def test_data_of_another_shape_is_a_failure(
    sandbox: Sandbox, order: dict[str, Any], data: Any
) -> None:
    failed = begin(sandbox, order["id"], data)
    assert failed["transactionEvent"]["type"] == "CHARGE_FAILURE"
    assert failed["data"] == {"exception": True}


def test_refusals_are_saleors(sandbox: Sandbox, order: dict[str, Any], installed: FakeApp) -> None:
    missing = "T3JkZXI6bW9vbg=="
    assert codes(begin(sandbox, missing, SUCCESS)) == [{"field": "id", "code": "NOT_FOUND"}]
    user = "VXNlcjox"
    assert codes(begin(sandbox, user, SUCCESS)) == [{"field": "id", "code": "INVALID"}]
    nobody = begin(sandbox, order["id"], SUCCESS, gateway="moon")
    assert codes(nobody) == [{"field": "paymentGateway", "code": "NOT_FOUND"}]
    empty = begin(sandbox, order["id"], SUCCESS, key="")
    assert codes(empty) == [{"field": "idempotencyKey", "code": "INVALID"}]
    for given in ({"action": "CHARGE"}, {"ip": "192.0.2.1"}):
        denied = begin(sandbox, order["id"], SUCCESS, **given)
        assert denied["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    wrong = begin(sandbox, order["id"], SUCCESS, ip="moon", token=installed.auth_token)
    assert codes(wrong) == [{"field": "customerIpAddress", "code": "INVALID"}]
    shown = gateways(sandbox, order["id"], "moon")["gatewayConfigs"]
    assert shown == [{"id": "moon", "data": None, "errors": [{"field": "id", "code": "NOT_FOUND"}]}]
    assert transactions(sandbox, order["id"]) == []


def test_an_app_may_only_authorise(
    sandbox: Sandbox, order: dict[str, Any], installed: FakeApp
) -> None:
    held = begin(
        sandbox,
        order["id"],
        happens("AUTHORIZATION_SUCCESS"),
        action="AUTHORIZATION",
        token=installed.auth_token,
    )
    assert held["transactionEvent"]["type"] == "AUTHORIZATION_SUCCESS"
    assert transactions(sandbox, order["id"])[0]["amounts"] == {"authorized": "29.00"}
    assert fired(sandbox, 2) == ["updated"]


def test_an_app_without_the_webhook_leaves_a_failure_that_may_be_tried_again(
    sandbox: Sandbox, order: dict[str, Any], installed: FakeApp
) -> None:
    name = installed.manifest["id"]
    failed = begin(sandbox, order["id"], SUCCESS, gateway=name)
    event = failed["transactionEvent"]
    assert (event["type"], event["message"]) == ("CHARGE_FAILURE", "Failed to delivery request.")
    again = go_on(sandbox, failed["transaction"]["id"], SUCCESS)
    assert again["transactionEvent"]["id"] != event["id"]


def test_an_app_that_was_removed_is_told(sandbox: Sandbox, order: dict[str, Any]) -> None:
    item = begin(sandbox, order["id"], happens("CHARGE_ACTION_REQUIRED"))["transaction"]["id"]
    sandbox.control("config", {"payment_app": None})
    assert codes(go_on(sandbox, item)) == [{"field": "id", "code": "MISSING_PAYMENT_APP"}]
    sandbox.control("config", {"payment_app": {"kind": "dummy"}})
    assert go_on(sandbox, item, SUCCESS)["transactionEvent"]["type"] == "CHARGE_SUCCESS"


def test_a_hundred_transactions_are_the_most(sandbox: Sandbox, order: dict[str, Any]) -> None:
    for number in range(100):
        assert (
            begin(sandbox, order["id"], happens("CHARGE_FAILURE"), key=f"{number}")["data"] is None
        )
    refused = begin(sandbox, order["id"], SUCCESS)
    assert codes(refused) == [{"field": "id", "code": "INVALID"}]
    assert gateways(sandbox, order["id"])["errors"] == [{"field": "id", "code": "INVALID"}]


def test_a_refund_is_asked_of_the_app(sandbox: Sandbox, order: dict[str, Any]) -> None:
    begin(sandbox, order["id"], SUCCESS)
    sandbox.advance(order["id"], "refund_grant", amount="9.00")
    row = sandbox.order(order["id"])
    assert (row["charged"], row["refunded"]) == ("20.00", "9.00")
