"""The stand's webhooks: endpoints, signatures, retries, and deliveries that go wrong."""

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import stripe

from tests.plugins.stripe import SECRET, StripeStand, stripe_client
from tests.plugins.stripe_shapes import misfits
from tests.sandbox.conftest import FakeApp, serving

ORDER: Any = {"amount": 5000, "currency": "eur", "metadata": {"invoice_payment": "7"}}
PAID: Any = ["payment_intent.succeeded", "payment_intent.payment_failed"]
OTHER_ACCOUNT = "sk_test_" + "o" * 24


@pytest.fixture
def stand(stripe_processes: StripeStand) -> Iterator[StripeStand]:
    stripe_processes.reset()
    yield stripe_processes
    stripe_processes.reset()  # nothing is sent to a receiver that is gone


@pytest.fixture
def client(stand: StripeStand) -> stripe.StripeClient:
    return stripe_client(stand, SECRET)


@pytest.fixture
def receiver(stand: StripeStand) -> Iterator[FakeApp]:
    """Listens at ``/webhook``."""
    with serving() as app:
        yield app


@pytest.fixture
def endpoint(client: stripe.StripeClient, receiver: FakeApp) -> stripe.WebhookEndpoint:
    """Wants to hear of what became of payments."""
    return client.v1.webhook_endpoints.create(
        {"url": f"{receiver.url}/webhook", "enabled_events": PAID, "metadata": {"app": "1"}}
    )


def pay(stand: StripeStand, client: stripe.StripeClient) -> str:
    made = client.v1.payment_intents.create(ORDER)
    stand.pay(made.id)
    return made.id


def until(holds: Callable[[], Any], seconds: float = 20) -> Any:
    """What ``holds`` gives once it is true."""
    end = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < end, "It did not come."
        time.sleep(0.02)
    return found


def statuses(stand: StripeStand) -> list[str]:
    return [row["status"] for row in stand.deliveries()]


def test_an_event_arrives_signed(
    stand: StripeStand,
    client: stripe.StripeClient,
    receiver: FakeApp,
    endpoint: stripe.WebhookEndpoint,
) -> None:
    made = client.v1.payment_intents.create(ORDER)
    stand.pay(made.id, number="4000000000000002")
    stand.pay(made.id)
    failed, paid = until(lambda: len(receiver.webhooks()) == 2 and receiver.webhooks())
    header, secret = paid.headers["stripe-signature"], str(endpoint.secret)
    event = stripe.Webhook.construct_event(paid.body, header, secret)
    assert (event.type, event.data.object["id"]) == ("payment_intent.succeeded", made.id)
    assert list(misfits(json.loads(paid.body), stripe.Event, "event")) == []
    assert failed.json()["type"] == "payment_intent.payment_failed"
    for body, wanted in ((paid.body + b" ", secret), (paid.body, "whsec_other")):
        with pytest.raises(stripe.SignatureVerificationError):
            stripe.Webhook.construct_event(body, header, wanted)
    assert client.v1.events.retrieve(event.id).type == event.type


def test_an_endpoint_is_made_changed_and_forgotten(
    stand: StripeStand, client: stripe.StripeClient, endpoint: stripe.WebhookEndpoint
) -> None:
    assert str(endpoint.secret).startswith("whsec_")
    assert list(misfits(endpoint.to_dict(), stripe.WebhookEndpoint, "it")) == []
    found = client.v1.webhook_endpoints.retrieve(endpoint.id)
    assert "secret" not in found.to_dict()  # told once
    (listed,) = client.v1.webhook_endpoints.list().data
    assert listed.id == endpoint.id
    assert stripe_client(stand, OTHER_ACCOUNT).v1.webhook_endpoints.list().data == []
    changed = client.v1.webhook_endpoints.update(endpoint.id, {"disabled": True})
    assert changed.status == "disabled"
    pay(stand, client)
    assert client.v1.webhook_endpoints.delete(endpoint.id).deleted
    pay(stand, client)
    assert stand.deliveries() == []
    with pytest.raises(stripe.InvalidRequestError, match="No such webhook_endpoint"):
        client.v1.webhook_endpoints.delete(endpoint.id)


@pytest.mark.parametrize(
    ("change", "param"),
    [
        ({"url": "ftp://a.test"}, "url"),
        ({"enabled_events": ["Nonsense"]}, "enabled_events"),
        ({"api_version": "yesterday"}, "api_version"),
    ],
)
def test_an_endpoint_that_can_not_be(
    client: stripe.StripeClient, change: dict[str, Any], param: str
) -> None:
    given: Any = {"url": "https://a.test/", "enabled_events": ["*"], **change}
    with pytest.raises(stripe.InvalidRequestError) as caught:
        client.v1.webhook_endpoints.create(given)
    assert caught.value.param == param


def test_sixteen_endpoints_are_the_most(client: stripe.StripeClient) -> None:
    given: Any = {"url": "https://a.test/", "enabled_events": ["*"]}
    for _ in range(16):
        client.v1.webhook_endpoints.create(given)
    with pytest.raises(stripe.InvalidRequestError, match="maximum"):
        client.v1.webhook_endpoints.create(given)


def test_a_receiver_that_fails_is_asked_again(
    stand: StripeStand,
    client: stripe.StripeClient,
    receiver: FakeApp,
    endpoint: stripe.WebhookEndpoint,
) -> None:
    receiver.statuses = [500, 302]
    pay(stand, client)
    until(lambda: statuses(stand) == ["SUCCESS"])
    assert [row["code"] for row in stand.deliveries()[0]["attempts"]] == [500, 302, 200]
    first, _, last = receiver.webhooks()
    assert first.body == last.body
    receiver.statuses = [500] * 4
    pay(stand, client)
    until(lambda: statuses(stand) == ["SUCCESS", "FAILED"])
    stand.control(f"deliveries/{stand.deliveries()[1]['id']}/resend", {})
    until(lambda: statuses(stand) == ["SUCCESS", "SUCCESS"])


def test_deliveries_are_held_doubled_and_mixed(
    stand: StripeStand,
    client: stripe.StripeClient,
    receiver: FakeApp,
    endpoint: stripe.WebhookEndpoint,
) -> None:
    stand.control("mode", {"hold": True, "duplicates": 2, "shuffle": True})
    paid = [pay(stand, client) for _ in range(4)]
    assert statuses(stand) == ["HELD"] * 8
    assert receiver.webhooks() == []
    assert stand.control("flush", {}) == {"released": 8}
    until(lambda: len(receiver.webhooks()) == 8)
    bodies = [row.json() for row in receiver.webhooks()]
    assert len({body["id"] for body in bodies}) == 4
    assert sorted(body["data"]["object"]["id"] for body in bodies) == sorted(paid * 2)


def test_a_delivery_is_lost_and_the_event_sent_later(
    stand: StripeStand,
    client: stripe.StripeClient,
    receiver: FakeApp,
    endpoint: stripe.WebhookEndpoint,
) -> None:
    stand.control("mode", {"drop_next": 1})
    lost, kept = pay(stand, client), pay(stand, client)
    until(lambda: statuses(stand) == ["DROPPED", "SUCCESS"])
    assert [row.json()["data"]["object"]["id"] for row in receiver.webhooks()] == [kept]
    (event, _) = stand.events("payment_intent.succeeded")
    stand.control(f"events/{event['id']}/resend", {})
    until(lambda: len(receiver.webhooks()) == 2)
    assert receiver.webhooks()[1].json()["data"]["object"]["id"] == lost


def test_a_delivery_for_a_receiver_without_a_port(
    stand: StripeStand, client: stripe.StripeClient, endpoint: stripe.WebhookEndpoint
) -> None:
    stand.control("mode", {"hold": True})
    intent = pay(stand, client)
    (row,) = stand.deliveries("payment_intent.succeeded")
    assert (row["object"], row["code"]) == (intent, None)
    fresh, old = stand.signed(row["id"]), stand.signed(row["id"], age=90_000)
    for sent in (fresh, old):
        header = sent["headers"]["Stripe-Signature"]
        tolerance = 300 if sent is fresh else 100_000
        stripe.Webhook.construct_event(sent["body"], header, str(endpoint.secret), tolerance)
    header = old["headers"]["Stripe-Signature"]
    with pytest.raises(stripe.SignatureVerificationError, match="tolerance"):
        stripe.Webhook.construct_event(old["body"], header, str(endpoint.secret))
