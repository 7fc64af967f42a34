"""Paying an order through Saleor's Stripe app, which speaks to the Stripe to test against."""

import time
from typing import Any

import httpx
import pytest

from tests.plugins.sandbox import Sandbox
from tests.plugins.stripe import PUBLIC, SECRET, StripeStand
from tests.sandbox.conftest import FakeApp
from tests.sandbox.payment_flow import STRIPE, begin, fired, gateways, go_on, transactions

CARD = {"paymentIntent": {"paymentMethod": "card"}}
DECLINED = "4000000000000002"


@pytest.fixture
def stripe(stripe_processes: StripeStand) -> StripeStand:
    """Stripe with nothing in it."""
    stripe_processes.reset()
    return stripe_processes


def play(sandbox: Sandbox, stripe: StripeStand, **more: Any) -> None:
    given = {"kind": "stripe", "url": stripe.url, "key": SECRET, "publishable_key": PUBLIC}
    sandbox.control("config", {"payment_app": {**given, **more}})


@pytest.fixture
def order(sandbox: Sandbox, installed: FakeApp, stripe: StripeStand) -> dict[str, Any]:
    """An unpaid order of 29.00 euros; two deliveries so far."""
    play(sandbox, stripe)
    assert installed.auth_token
    return sandbox.place("guest")


def pay(sandbox: Sandbox, order: str, **more: Any) -> Any:
    return begin(sandbox, order, CARD, gateway=STRIPE, **more)


@pytest.mark.parametrize(
    ("answer", "outcome"), [("authorise", "CHARGE_SUCCESS"), ("fail", "CHARGE_ACTION_REQUIRED")]
)
def test_an_order_is_paid_at_the_customers_bank(
    sandbox: Sandbox, stripe: StripeStand, order: dict[str, Any], answer: str, outcome: str
) -> None:
    ideal = {"paymentIntent": {"paymentMethod": "ideal"}}
    begun = begin(sandbox, order["id"], ideal, gateway=STRIPE)
    intent, item = begun["transaction"]["pspReference"], begun["transaction"]["id"]
    stripe.pay(intent, type="ideal")
    stripe.control(f"payment_intents/{intent}/answer", {"answer": answer})
    assert go_on(sandbox, item)["transactionEvent"]["type"] == outcome


def test_an_order_is_paid_by_card(
    sandbox: Sandbox, stripe: StripeStand, order: dict[str, Any]
) -> None:
    (config,) = gateways(sandbox, order["id"])["gatewayConfigs"]
    assert config == {"id": STRIPE, "data": {"stripePublishableKey": PUBLIC}, "errors": []}
    begun = pay(sandbox, order["id"])
    intent, item = begun["transaction"]["pspReference"], begun["transaction"]["id"]
    assert begun["transactionEvent"]["type"] == "CHARGE_ACTION_REQUIRED"
    assert begun["data"]["paymentIntent"]["stripeClientSecret"].startswith(f"{intent}_secret_")
    waiting = go_on(sandbox, item)
    assert waiting["transactionEvent"]["type"] == "CHARGE_ACTION_REQUIRED"
    assert waiting["transactionEvent"]["message"] == "Payment intent requires payment method"
    stripe.pay(intent)
    ended = go_on(sandbox, item)
    assert ended["transactionEvent"]["type"] == "CHARGE_SUCCESS"
    assert ended["transactionEvent"]["pspReference"] == intent
    assert sandbox.order(order["id"])["charge_status"] == "FULL"
    assert fired(sandbox, 2) == ["paid", "fully_paid", "updated"]


def test_the_same_key_again_is_the_same_intent(sandbox: Sandbox, order: dict[str, Any]) -> None:
    first = pay(sandbox, order["id"], key="one", amount="10.00")
    again = pay(sandbox, order["id"], key="one", amount="10.00")
    assert again["data"] == first["data"]
    assert again["transaction"] == first["transaction"]
    assert len(transactions(sandbox, order["id"])) == 1


@pytest.mark.parametrize(
    ("kind", "amount", "units"), [("jpy", "5434", 5434), ("kwd", "14.920", 14920)]
)
def test_amounts_are_in_the_currencys_smallest_unit(
    sandbox: Sandbox, stripe: StripeStand, installed: FakeApp, kind: str, amount: str, units: int
) -> None:
    play(sandbox, stripe)
    order = sandbox.place(kind)
    intent = pay(sandbox, order["id"], amount=amount)["transaction"]["pspReference"]
    shown = stripe.http.get(
        f"/v1/payment_intents/{intent}", headers={"Authorization": f"Bearer {SECRET}"}
    ).json()
    assert shown["amount"] == units
    assert shown["currency"] == order["currency"].lower()
    assert shown["metadata"]["saleor_source_id"] == order["id"]
    assert installed.auth_token


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"paymentIntent": {"paymentMethod": "barter"}}, "UnsupportedPaymentMethodError"),
        ({"paymentIntent": {"paymentMethod": "card", "more": 1}}, "ParseError"),
        ({**CARD, "more": 1}, "ParseError"),
        (None, "ParseError"),
    ],
)
def test_data_of_another_shape_makes_no_intent(
    sandbox: Sandbox, order: dict[str, Any], data: Any, code: str
) -> None:
    failed = begin(sandbox, order["id"], data, gateway=STRIPE)
    assert failed["transactionEvent"]["type"] == "CHARGE_FAILURE"
    assert [row["code"] for row in failed["data"]["paymentIntent"]["errors"]] == [code]
    assert failed["transaction"]["pspReference"] == ""


def test_a_stripe_that_is_down_is_a_failure_in_the_apps_words(
    sandbox: Sandbox, stripe: StripeStand, order: dict[str, Any]
) -> None:
    stripe.mood = "503"
    failed = pay(sandbox, order["id"])
    assert failed["transactionEvent"]["type"] == "CHARGE_FAILURE"
    assert failed["data"]["paymentIntent"]["errors"][0]["code"] == "StripeApiError"


def test_a_slow_stripe_holds_up_nobody_else(
    sandbox: Sandbox, stripe: StripeStand, order: dict[str, Any]
) -> None:
    item = pay(sandbox, order["id"])["transaction"]
    stripe.pay(item["pspReference"])
    stripe.control("mode", {"slow": 3})
    waiting = httpx.Client(base_url=sandbox.url, timeout=0.5, trust_env=False)
    query = f'mutation {{ transactionProcess(id: "{item["id"]}") {{ errors {{ code }} }} }}'
    with waiting, pytest.raises(httpx.ReadTimeout):
        waiting.post("/graphql/", json={"query": query})
    with httpx.Client(base_url=sandbox.url, timeout=1.5, trust_env=False) as other:
        assert other.post("/graphql/", json={"query": "{ shop { name } }"}).is_success
    sandbox.wait(lambda: sandbox.order(order["id"])["charged"] == "29.00")


def test_a_customer_who_closed_the_tab_has_paid_all_the_same(
    sandbox: Sandbox, stripe: StripeStand, order: dict[str, Any]
) -> None:
    play(sandbox, stripe, webhooks=True)
    item = pay(sandbox, order["id"])["transaction"]
    stripe.pay(item["pspReference"])
    sandbox.wait(lambda: sandbox.order(order["id"])["charged"] == "29.00")
    ended = go_on(sandbox, item["id"])
    assert ended["transactionEvent"]["type"] == "CHARGE_SUCCESS"
    assert sandbox.order(order["id"])["charged"] == "29.00"
    assert fired(sandbox, 2) == ["paid", "fully_paid", "updated"]


def test_a_declined_card_may_be_followed_by_a_good_one(
    sandbox: Sandbox, stripe: StripeStand, order: dict[str, Any]
) -> None:
    play(sandbox, stripe, webhooks=True)
    intent = pay(sandbox, order["id"])["transaction"]["pspReference"]

    def kinds() -> list[str]:
        return [event["type"] for event in transactions(sandbox, order["id"])[0]["events"]]

    stripe.pay(intent, number=DECLINED)
    sandbox.wait(lambda: "CHARGE_FAILURE" in kinds())
    assert sandbox.order(order["id"])["charged"] == "0"
    # Stripe's times are whole seconds, and of two in one second Saleor takes the failure.
    time.sleep(1.1)
    stripe.pay(intent)
    sandbox.wait(lambda: "CHARGE_SUCCESS" in kinds())
    assert sandbox.order(order["id"])["charge_status"] == "FULL"


def test_an_event_that_is_not_of_stripe_is_refused(
    sandbox: Sandbox, stripe: StripeStand, order: dict[str, Any]
) -> None:
    play(sandbox, stripe, webhooks=True)
    headers = {"Stripe-Signature": "t=1,v1=00"}
    answer = sandbox.http.post("/payment-app/stripe/", content=b"{}", headers=headers)
    assert answer.status_code == 400
    assert sandbox.order(order["id"])["transactions"] == []


def test_a_refund_is_made_at_stripe(
    sandbox: Sandbox, stripe: StripeStand, order: dict[str, Any]
) -> None:
    item = pay(sandbox, order["id"])["transaction"]
    stripe.pay(item["pspReference"])
    go_on(sandbox, item["id"])
    sandbox.advance(order["id"], "refund_grant", amount="9.00")
    row = sandbox.order(order["id"])
    assert (row["charged"], row["refunded"]) == ("20.00", "9.00")
    event = row["transactions"][0]["events"][-1]
    assert event["type"] == "REFUND_SUCCESS"
    refund = stripe.http.get(
        f"/v1/refunds/{event['psp_reference']}", headers={"Authorization": f"Bearer {SECRET}"}
    ).json()
    assert (refund["amount"], refund["payment_intent"]) == (900, item["pspReference"])


def test_an_app_that_lacks_its_keys_is_not_set_up(sandbox: Sandbox, stripe: StripeStand) -> None:
    sandbox.control("reset", {})
    body = {"payment_app": {"kind": "stripe", "url": stripe.url}}
    answer = sandbox.http.post("/control/config", json=body)
    assert answer.status_code == 400
    assert "key, publishable_key" in answer.json()["error"]["message"]
    assert sandbox.control("state")["apps"] == []
