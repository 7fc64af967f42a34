"""Methods that lead to the customer's bank: what the stand's API says of them."""

from typing import Any

import pytest
import stripe

from tests.plugins.stripe import SECRET, StripeStand, stripe_client

ORDER: Any = {"amount": 5000, "currency": "eur", "metadata": {"invoice_payment": "7"}}
BACK = "https://shop.example/invoices?page=2"


@pytest.fixture
def stand(stripe_processes: StripeStand) -> StripeStand:
    stripe_processes.reset()
    return stripe_processes


@pytest.fixture
def client(stand: StripeStand) -> stripe.StripeClient:
    return stripe_client(stand, SECRET)


def sent_away(stand: StripeStand, client: stripe.StripeClient) -> tuple[str, str]:
    """A payment whose customer is at their bank, and the address there."""
    made = client.v1.payment_intents.create(ORDER)
    shown = stand.pay(made.id, type="ideal", return_url=BACK)
    action = shown["next_action"]
    assert (shown["status"], action["type"]) == ("requires_action", "redirect_to_url")
    assert action["redirect_to_url"]["return_url"] == BACK
    return made.id, action["redirect_to_url"]["url"]


def decide(stand: StripeStand, intent: str, answer: str) -> dict[str, Any]:
    return stand.control(f"payment_intents/{intent}/answer", {"answer": answer})


def intents(stand: StripeStand) -> list[str]:
    kinds = [event["type"] for event in stand.events()]
    start = "payment_intent."
    return [kind.removeprefix(start) for kind in kinds if kind.startswith(start)]


def test_a_payment_by_ideal_succeeds(stand: StripeStand, client: stripe.StripeClient) -> None:
    intent, _ = sent_away(stand, client)
    assert decide(stand, intent, "authorise")["status"] == "succeeded"
    assert intents(stand) == ["created", "requires_action", "succeeded"]
    found = client.v1.payment_intents.retrieve(intent, {"expand": ["latest_charge"]})
    assert isinstance(found.latest_charge, stripe.Charge)
    details = found.latest_charge.payment_method_details
    assert details is not None
    assert (details.type, details.to_dict()["ideal"]["bank"]) == ("ideal", "ing")
    assert client.v1.refunds.create({"payment_intent": intent}).status == "succeeded"


def test_a_payment_that_failed_at_the_bank_is_made_another_way(
    stand: StripeStand, client: stripe.StripeClient
) -> None:
    intent, _ = sent_away(stand, client)
    failed = decide(stand, intent, "fail")
    assert (failed["status"], failed["next_action"]) == ("requires_payment_method", None)
    assert failed["last_payment_error"]["code"] == "payment_intent_authentication_failure"
    again = stand.pay(intent, type="ideal", return_url=BACK)
    assert (again["status"], again["last_payment_error"]) == ("requires_action", None)
    assert stand.pay(intent)["status"] == "succeeded"  # by card, and the bank is not waited for
    assert intents(stand) == [
        *("created", "requires_action", "payment_failed", "requires_action", "succeeded")
    ]


@pytest.mark.parametrize("outcome", ["succeeded", "failed"])
def test_a_bank_may_take_its_time(
    stand: StripeStand, client: stripe.StripeClient, outcome: str
) -> None:
    intent, _ = sent_away(stand, client)
    assert decide(stand, intent, "pending")["status"] == "processing"
    ended = stand.control(f"payment_intents/{intent}/settle", {"outcome": outcome})
    assert ended["status"] == ("succeeded" if outcome == "succeeded" else "requires_payment_method")
    last = "succeeded" if outcome == "succeeded" else "payment_failed"
    assert intents(stand) == ["created", "requires_action", "processing", last]


def test_the_page_of_an_attempt_before_decides_nothing(
    stand: StripeStand, client: stripe.StripeClient
) -> None:
    intent, page = sent_away(stand, client)
    stand.pay(intent, type="ideal", return_url=BACK)
    told = stand.http.post(f"{page}/authorise").json()
    assert told["url"].startswith(f"{BACK}&payment_intent={intent}&")
    assert client.v1.payment_intents.retrieve(intent).status == "requires_action"
    assert stand.http.get(f"{page}x/payment").json()["url"].endswith("redirect_status=failed")


def test_a_payment_that_was_taken_back_sends_the_customer_home(
    stand: StripeStand, client: stripe.StripeClient
) -> None:
    intent, page = sent_away(stand, client)
    shown = stand.http.get(f"{page}/payment").json()
    assert shown == {"amount": 5000, "currency": "eur", "seller": "Sample Seller GmbH"}
    client.v1.payment_intents.cancel(intent)
    assert stand.http.post(f"{page}/authorise").json()["url"].endswith("redirect_status=failed")
    assert client.v1.payment_intents.retrieve(intent).status == "canceled"


@pytest.mark.parametrize(
    ("order", "offered"),
    [
        ({"currency": "pln"}, False),
        ({"automatic_payment_methods": {"enabled": True, "allow_redirects": "never"}}, False),
        ({"setup_future_usage": "on_session"}, False),
        ({"payment_method_types": ["ideal"]}, True),
        ({}, True),
    ],
)
def test_ideal_is_offered_where_it_can_be_paid_with(
    client: stripe.StripeClient, order: Any, offered: bool
) -> None:
    given: Any = {**ORDER, **order}
    made = client.v1.payment_intents.create(given)
    assert ("ideal" in made.payment_method_types) is offered


def test_the_way_back_must_be_known(stand: StripeStand, client: stripe.StripeClient) -> None:
    made = client.v1.payment_intents.create(ORDER)
    told = stand.pay(made.id, type="ideal", return_url="")
    assert told["error"]["param"] == "return_url"
    assert client.v1.payment_intents.retrieve(made.id).status == "requires_payment_method"
