"""A Stripe in trouble: before the work, in the middle of it, and after it."""

import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import stripe

from tests.plugins.stripe import SECRET, StripeStand, stripe_client

ORDER: Any = {"amount": 5000, "currency": "eur"}
KEY: Any = {"idempotency_key": "one"}


@pytest.fixture
def stand(stripe_processes: StripeStand) -> Iterator[StripeStand]:
    stripe_processes.reset()
    yield stripe_processes
    stripe_processes.reset()


@pytest.fixture
def client(stand: StripeStand) -> stripe.StripeClient:
    return stripe_client(stand, SECRET)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ({"down": True}, stripe.APIConnectionError),
        ({"status": 500}, stripe.APIError),
        ({"status": 503}, stripe.APIError),
        ({"status": 429}, stripe.RateLimitError),
        ({"html": True}, stripe.APIError),
    ],
)
def test_nothing_is_done_while_it_is_down(
    stand: StripeStand, client: stripe.StripeClient, mode: dict[str, Any], kind: type
) -> None:
    stand.control("mode", {**mode, "next": 2, "method": "POST", "path": "/v1/payment_intents"})
    for _ in range(2):
        with pytest.raises(stripe.StripeError) as caught:
            client.v1.payment_intents.create(ORDER, KEY)
        assert type(caught.value) is kind
        client.v1.balance.retrieve()  # another path
    assert client.v1.payment_intents.list().data == []
    assert client.v1.payment_intents.create(ORDER, KEY).amount == 5000


def test_the_answer_is_lost_and_the_work_is_done(
    stand: StripeStand, client: stripe.StripeClient
) -> None:
    stand.control("mode", {"drop_answer_next": 1})
    with pytest.raises(stripe.APIConnectionError):
        client.v1.payment_intents.create(ORDER, KEY)
    again = client.v1.payment_intents.create(ORDER, KEY)
    assert [row.id for row in client.v1.payment_intents.list().data] == [again.id]


def test_the_answer_comes_too_late_and_the_work_is_done(stand: StripeStand) -> None:
    client = stripe.StripeClient(
        SECRET,
        base_addresses={"api": stand.url},
        max_network_retries=0,
        http_client=stripe.HTTPXClient(timeout=0.7, allow_sync_methods=True),
    )
    stand.control("mode", {"slow": 2, "next": 1})
    began = time.monotonic()
    with pytest.raises(stripe.APIConnectionError) as caught:
        client.v1.payment_intents.create(ORDER, KEY)
    assert isinstance(caught.value.__context__, httpx.ReadTimeout)
    assert time.monotonic() - began < 2
    patient = stripe_client(stand, SECRET).v1.payment_intents
    again = patient.create(ORDER, KEY)
    assert [row.id for row in patient.list().data] == [again.id]


def test_what_was_asked_is_written_down(stand: StripeStand, client: stripe.StripeClient) -> None:
    client.v1.payment_intents.create(ORDER, KEY)
    (row,) = stand.control("requests")["requests"]
    assert row == {
        "method": "POST",
        "path": "/v1/payment_intents",
        "key": SECRET,
        "idempotency_key": "one",
        "status": 200,
    }


@pytest.mark.parametrize(
    ("path", "given"),
    [
        ("mode", {"nonsense": 1}),
        ("payment_intents/pi_1/pay", {}),
        ("disputes", {"payment_intent": "pi_1"}),
        ("refunds/re_1", {"status": "failed"}),
        ("deliveries/1/resend", {}),
    ],
)
def test_the_control_api_refuses_what_is_not_there(
    stand: StripeStand, path: str, given: dict[str, Any]
) -> None:
    answer = stand.http.post(f"/_stand/{path}", json=given)
    assert answer.status_code in (400, 404)
    assert answer.json()["error"]["message"]
