"""What a payment app reports of its transactions, and Saleor's rules for it."""

import time
from typing import Any

import httpx
import pytest

from tests.plugins.sandbox import Sandbox
from tests.sandbox.conftest import FakeApp
from tests.sandbox.payment_flow import UPDATE, create, fired, report, transactions


@pytest.fixture
def order(sandbox: Sandbox, installed: FakeApp) -> dict[str, Any]:
    """An unpaid order of 29.00 euros; two deliveries so far."""
    assert installed.auth_token
    return sandbox.place("guest")


@pytest.fixture
def item(sandbox: Sandbox, installed: FakeApp, order: dict[str, Any]) -> str:
    """A transaction without amounts, of the installed app."""
    return create(sandbox, installed.auth_token, order["id"])


def test_a_transaction_without_amounts_moves_nothing(
    sandbox: Sandbox, order: dict[str, Any], item: str
) -> None:
    (row,) = transactions(sandbox, order["id"])
    assert (row["id"], row["amounts"], row["events"]) == (item, {}, [])
    assert fired(sandbox, 2) == []


def test_a_contradiction_is_refused_and_leaves_a_failure_that_counts_for_nothing(
    sandbox: Sandbox, installed: FakeApp, order: dict[str, Any], item: str
) -> None:
    token = installed.auth_token
    report(sandbox, token, item, "CHARGE_SUCCESS", "pi_1", amount="29.00")
    refused = report(sandbox, token, item, "CHARGE_SUCCESS", "pi_1", amount="28.00")
    assert refused["errors"] == [{"field": "pspReference", "code": "INCORRECT_DETAILS"}]
    row = sandbox.order(order["id"])
    assert row["charged"] == "29.00"
    told = [(e["type"], e["counted"]) for e in row["transactions"][0]["events"]]
    assert told == [("CHARGE_SUCCESS", True), ("CHARGE_FAILURE", False)]
    assert fired(sandbox, 2) == ["paid", "fully_paid", "updated"]


def test_a_repeated_report_is_one_event_and_may_change_the_actions(
    sandbox: Sandbox, installed: FakeApp, item: str
) -> None:
    token = installed.auth_token
    first = report(sandbox, token, item, "CHARGE_SUCCESS", "pi_1", amount="29.00")
    again = report(
        sandbox, token, item, "CHARGE_SUCCESS", "pi_1", amount="29.000", actions=["REFUND"]
    )
    assert (first["alreadyProcessed"], again["alreadyProcessed"]) == (False, True)
    assert again["transactionEvent"] == first["transactionEvent"]
    assert (first["transaction"]["actions"], again["transaction"]["actions"]) == ([], ["REFUND"])


def test_money_back_by_report(
    sandbox: Sandbox, installed: FakeApp, order: dict[str, Any], item: str
) -> None:
    token = installed.auth_token
    report(sandbox, token, item, "CHARGE_SUCCESS", "pi_1", amount="29.00")
    report(sandbox, token, item, "REFUND_SUCCESS", "re_1", amount="9.00")
    assert fired(sandbox, 5) == ["refunded", "updated"]
    report(sandbox, token, item, "REFUND_SUCCESS", "re_2", amount="20.00")
    assert fired(sandbox, 7) == ["refunded", "updated", "fully_refunded"]
    report(sandbox, token, item, "REFUND_REVERSE", "re_1")
    row = sandbox.order(order["id"])
    assert (row["charged"], row["refunded"]) == ("9.00", "20.00")
    assert fired(sandbox, 10) == ["paid", "updated"]


def test_a_refund_under_way_that_fails_is_given_back(
    sandbox: Sandbox, installed: FakeApp, order: dict[str, Any], item: str
) -> None:
    token = installed.auth_token
    report(sandbox, token, item, "CHARGE_SUCCESS", "pi_1", amount="29.00")
    report(sandbox, token, item, "REFUND_REQUEST", "re_1", amount="9.00")
    assert sandbox.order(order["id"])["charged"] == "20.00"
    failed = report(sandbox, token, item, "REFUND_FAILURE", "re_1")
    assert failed["transactionEvent"]["amount"]["amount"] == 9.0
    assert sandbox.order(order["id"])["charged"] == "29.00"


def test_a_dispute_takes_its_amount_from_the_charge(
    sandbox: Sandbox, installed: FakeApp, order: dict[str, Any], item: str
) -> None:
    token = installed.auth_token
    report(sandbox, token, item, "CHARGE_SUCCESS", "pi_1", amount="29.00")
    report(sandbox, token, item, "CHARGE_BACK", "pi_1")
    assert sandbox.order(order["id"])["charged"] == "0.00"
    assert fired(sandbox, 5) == ["updated"]
    unknown = report(sandbox, token, item, "CHARGE_BACK", "pi_9")
    assert unknown["errors"] == [{"field": "amount", "code": "REQUIRED"}]


def test_money_beyond_the_total_pays_the_order_once_more(
    sandbox: Sandbox, installed: FakeApp, order: dict[str, Any], item: str
) -> None:
    token = installed.auth_token
    report(sandbox, token, item, "CHARGE_SUCCESS", "pi_1", amount="29.00")
    report(sandbox, token, item, "CHARGE_SUCCESS", "pi_2", amount="5.00")
    assert sandbox.order(order["id"])["charge_status"] == "OVERCHARGED"
    assert fired(sandbox, 5) == ["paid", "fully_paid", "updated"]


def test_an_authorisation_is_adjusted_and_not_reported_twice(
    sandbox: Sandbox, installed: FakeApp, order: dict[str, Any], item: str
) -> None:
    token = installed.auth_token
    report(sandbox, token, item, "AUTHORIZATION_SUCCESS", "pi_1", amount="29.00")
    twice = report(sandbox, token, item, "AUTHORIZATION_SUCCESS", "pi_2", amount="1.00")
    assert twice["errors"] == [{"field": "type", "code": "ALREADY_EXISTS"}]
    report(sandbox, token, item, "AUTHORIZATION_ADJUSTMENT", "pi_1", amount="25.00")
    report(sandbox, token, item, "CHARGE_SUCCESS", "pi_1", amount="10.00")
    amounts = transactions(sandbox, order["id"])[0]["amounts"]
    assert amounts == {"authorized": "15.00", "charged": "10.00"}


def test_only_the_owner_reports_also_after_it_was_installed_anew(
    sandbox: Sandbox, installed: FakeApp, order: dict[str, Any], item: str
) -> None:
    denied = report(sandbox, sandbox.staff_token(), item, "CHARGE_SUCCESS", "pi_1", amount="1.00")
    assert denied["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    first = installed.auth_token
    remove = """mutation Remove($id: ID!) { appDelete(id: $id) { errors { code } } }"""
    app = sandbox.control("state")["apps"][0]["id"]
    sandbox.gql(remove, {"id": app}, sandbox.staff_token())
    installed.requests.clear()
    sandbox.install(f"{installed.url}/manifest", installed.manifest["permissions"])
    assert installed.auth_token != first
    taken = report(sandbox, installed.auth_token, item, "CHARGE_SUCCESS", "pi_1", amount="29.00")
    assert taken["errors"] == []
    assert sandbox.order(order["id"])["charged"] == "29.00"


def test_an_update_names_what_the_amounts_are_from_now_on(
    sandbox: Sandbox, installed: FakeApp, order: dict[str, Any], item: str
) -> None:
    def update(**given: Any) -> Any:
        answered = sandbox.gql(UPDATE, {"id": item, "input": given}, installed.auth_token)
        return answered["data"]["transactionUpdate"]

    paid = update(pspReference="pi_1", amountCharged={"amount": "29.00", "currency": "EUR"})
    assert paid["transaction"]["pspReference"] == "pi_1"
    less = update(amountCharged={"amount": "20.00", "currency": "EUR"}, availableActions=["REFUND"])
    assert less["transaction"]["chargedAmount"]["amount"] == 20.0
    assert less["transaction"]["actions"] == ["REFUND"]
    create(sandbox, installed.auth_token, order["id"], pspReference="pi_2")
    taken = update(pspReference="pi_2")
    assert taken["errors"] == [{"field": "transaction", "code": "UNIQUE"}]
    foreign = update(amountCharged={"amount": "1.00", "currency": "USD"})
    assert foreign["errors"][0]["code"] == "INCORRECT_CURRENCY"


@pytest.mark.parametrize("code", ["INVALID", "NOT_FOUND", "PermissionDenied"])
def test_saleor_may_refuse_reports(
    sandbox: Sandbox, installed: FakeApp, order: dict[str, Any], item: str, code: str
) -> None:
    sandbox.control("mode", {"refuse_reports": True, "refuse_code": code})
    refused = report(sandbox, installed.auth_token, item, "CHARGE_SUCCESS", "pi_1", amount="29.00")
    error = refused["errors"][0]
    assert error.get("code", error.get("extensions", {}).get("exception", {}).get("code")) == code
    assert transactions(sandbox, order["id"])[0]["events"] == []
    sandbox.control("mode", {"refuse_reports": False})
    report(sandbox, installed.auth_token, item, "CHARGE_SUCCESS", "pi_1", amount="29.00")
    assert sandbox.order(order["id"])["charged"] == "29.00"


def test_a_lost_answer_is_of_something_that_was_done(
    sandbox: Sandbox, installed: FakeApp, order: dict[str, Any], item: str
) -> None:
    sandbox.control("mode", {"lose_next": 1})
    with pytest.raises(ValueError, match="Expecting value"):
        report(sandbox, installed.auth_token, item, "CHARGE_SUCCESS", "pi_1", amount="29.00")
    assert sandbox.order(order["id"])["charged"] == "29.00"
    again = report(sandbox, installed.auth_token, item, "CHARGE_SUCCESS", "pi_1", amount="29.00")
    assert again["alreadyProcessed"] is True


def test_a_late_answer_is_of_something_that_was_done_at_once(
    sandbox: Sandbox, installed: FakeApp, order: dict[str, Any], item: str
) -> None:
    sandbox.control("mode", {"late_seconds": 1.5})
    impatient = httpx.Client(base_url=sandbox.url, timeout=0.5, trust_env=False)
    query = (
        f'mutation {{ transactionEventReport(id: "{item}", pspReference: "pi_1", amount: 29, '
        "type: CHARGE_SUCCESS) { errors { code } } }"
    )
    headers = {"Authorization": f"Bearer {installed.auth_token}"}
    with impatient, pytest.raises(httpx.ReadTimeout):
        impatient.post("/graphql/", json={"query": query}, headers=headers)
    assert sandbox.order(order["id"])["charged"] == "29.00"
    began = time.monotonic()
    sandbox.gql("{ shop { name } }")
    assert time.monotonic() - began > 1.4
