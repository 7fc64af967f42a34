"""What becomes of money at the stand: paid, declined, on its way, given back, disputed."""

from typing import Any

import pytest
import stripe

from tests.plugins.stripe import SECRET, StripeStand, stripe_client
from tests.plugins.stripe_shapes import misfits

ORDER: Any = {"amount": 5000, "currency": "eur", "metadata": {"invoice_payment": "7"}}
LATER = "DE89370400440532013000"
KINDS = {
    "payment_intent": stripe.PaymentIntent,
    "charge": stripe.Charge,
    "refund": stripe.Refund,
    "dispute": stripe.Dispute,
    "customer": stripe.Customer,
    "payment_method": stripe.PaymentMethod,
}

SEEN = {
    "payment_intent.requires_action",
    "charge.pending",
    "payment_method.attached",
    "refund.failed",
    "charge.dispute.funds_withdrawn",
}


@pytest.fixture
def stand(stripe_processes: StripeStand) -> StripeStand:
    stripe_processes.reset()
    return stripe_processes


@pytest.fixture
def client(stand: StripeStand) -> stripe.StripeClient:
    return stripe_client(stand, SECRET)


def paid(stand: StripeStand, client: stripe.StripeClient, **how: Any) -> stripe.PaymentIntent:
    """A payment of 50.00 EUR that was made, with its charge."""
    made = client.v1.payment_intents.create(ORDER)
    stand.pay(made.id, **how)
    return client.v1.payment_intents.retrieve(made.id, {"expand": ["latest_charge"]})


def kinds(stand: StripeStand, start: str) -> list[str]:
    return [event["type"] for event in stand.events() if event["type"].startswith(start)]


@pytest.mark.parametrize(
    ("number", "code", "decline"),
    [
        ("4000000000000002", "card_declined", "generic_decline"),
        ("4000000000009995", "card_declined", "insufficient_funds"),
        ("4000000000000069", "expired_card", "expired_card"),
        ("4000000000000119", "processing_error", "processing_error"),
    ],
)
def test_a_declined_card_leaves_the_payment_open(
    stand: StripeStand, client: stripe.StripeClient, number: str, code: str, decline: str
) -> None:
    made = client.v1.payment_intents.create(ORDER)
    told = stand.pay(made.id, number=number)["error"]
    assert (told["type"], told["code"], told["decline_code"]) == ("card_error", code, decline)
    found = client.v1.payment_intents.retrieve(made.id, {"expand": ["latest_charge"]})
    charge, error = found.latest_charge, found.last_payment_error
    assert isinstance(charge, stripe.Charge)
    assert error is not None
    assert (found.status, found.payment_method) == ("requires_payment_method", None)
    assert (error.code, charge.failure_code, charge.status) == (code, code, "failed")
    assert stand.pay(made.id)["status"] == "succeeded"
    again = client.v1.payment_intents.retrieve(made.id)
    assert (again.last_payment_error, again.amount_received) == (None, 5000)
    assert len(client.v1.charges.list({"payment_intent": made.id}).data) == 2


@pytest.mark.parametrize("number", ["4242424242424241", "4111111111111111"])
def test_what_is_no_test_card_is_refused(
    stand: StripeStand, client: stripe.StripeClient, number: str
) -> None:
    made = client.v1.payment_intents.create(ORDER)
    assert stand.pay(made.id, number=number)["error"]["type"] == "card_error"
    assert client.v1.payment_intents.retrieve(made.id).latest_charge is None


def test_a_bank_that_asks(stand: StripeStand, client: stripe.StripeClient) -> None:
    made = client.v1.payment_intents.create(ORDER)
    asked = stand.pay(made.id, number="4000002500003155")
    assert (asked["status"], asked["next_action"]["type"]) == ("requires_action", "use_stripe_sdk")
    failed = stand.pay(made.id, number="4000002500003155", authenticate=False)
    assert failed["last_payment_error"]["code"] == "payment_intent_authentication_failure"
    done = stand.pay(made.id, number="4000002500003155", authenticate=True)
    assert (done["status"], done["next_action"]) == ("succeeded", None)
    assert kinds(stand, "payment_intent.payment_failed") == ["payment_intent.payment_failed"]


@pytest.mark.parametrize("outcome", ["succeeded", "failed"])
def test_a_debit_takes_days(stand: StripeStand, client: stripe.StripeClient, outcome: str) -> None:
    found = paid(stand, client, iban=LATER)
    assert isinstance(found.latest_charge, stripe.Charge)
    assert (found.status, found.latest_charge.status) == ("processing", "pending")
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.payment_intents.cancel(found.id)
    ended = stand.control(f"payment_intents/{found.id}/settle", {"outcome": outcome})
    is_paid = outcome == "succeeded"
    assert ended["status"] == ("succeeded" if is_paid else "requires_payment_method")
    last = "payment_intent.succeeded" if is_paid else "payment_intent.payment_failed"
    assert kinds(stand, "payment_intent.")[1:] == ["payment_intent.processing", last]


def test_money_goes_back_in_parts_and_never_more(
    stand: StripeStand, client: stripe.StripeClient
) -> None:
    found = paid(stand, client)
    part = client.v1.refunds.create(
        {"payment_intent": found.id, "amount": 2000, "metadata": {"credit_note": "1"}}
    )
    assert (part.status, part.to_dict()["metadata"]) == ("succeeded", {"credit_note": "1"})
    with pytest.raises(stripe.InvalidRequestError) as caught:
        client.v1.refunds.create({"payment_intent": found.id, "amount": 3001})
    assert caught.value.param == "amount"
    stand.control("refunds", {"payment_intent": found.id})  # somebody in Stripe's dashboard
    with pytest.raises(stripe.InvalidRequestError) as caught:
        client.v1.refunds.create({"payment_intent": found.id})
    assert caught.value.code == "charge_already_refunded"
    assert [row.amount for row in client.v1.refunds.list().data] == [3000, 2000]
    charge = client.v1.charges.retrieve(str(part.charge))
    assert (charge.amount_refunded, charge.refunded) == (5000, True)
    refunded = stand.events("charge.refunded")
    assert [event["data"]["object"]["amount_refunded"] for event in refunded] == [2000, 5000]
    assert refunded[1]["request"] == {"id": None, "idempotency_key": None}


@pytest.mark.parametrize("number", ["4242424242424242", "4000000000005126"])
def test_a_refund_that_fails_is_money_again(
    stand: StripeStand, client: stripe.StripeClient, number: str
) -> None:
    found = paid(stand, client, number=number)
    made = client.v1.refunds.create({"payment_intent": found.id, "amount": 2000})
    reason = "expired_or_canceled_card"
    given = {"status": "failed", "failure_reason": reason}
    failed = stand.control(f"refunds/{made.id}", given)
    assert (failed["status"], failed["failure_reason"]) == ("failed", reason)
    charge = client.v1.charges.retrieve(str(made.charge))
    assert (charge.amount_refunded, charge.refunded) == (0, False)
    expected = ["refund.created", "refund.updated", "refund.failed"]
    assert kinds(stand, "refund.") == expected
    assert client.v1.refunds.create({"payment_intent": found.id}).amount == 5000


def test_a_refund_may_be_on_its_way(stand: StripeStand, client: stripe.StripeClient) -> None:
    found = paid(stand, client, number="4000000000007726")
    made = client.v1.refunds.create({"payment_intent": found.id})
    assert made.status == "pending"
    assert client.v1.charges.retrieve(str(made.charge)).amount_refunded == 5000
    assert stand.control(f"refunds/{made.id}", {"status": "succeeded"})["status"] == "succeeded"
    (event,) = stand.events("refund.updated")
    assert event["data"]["previous_attributes"] == {"status": "pending"}


@pytest.mark.parametrize("end", ["won", "lost"])
def test_a_dispute_takes_money_and_may_give_it_again(
    stand: StripeStand, client: stripe.StripeClient, end: str
) -> None:
    found = paid(stand, client)
    made = stand.control("disputes", {"payment_intent": found.id, "amount": 3000})
    assert (made["status"], made["amount"]) == ("needs_response", 3000)
    with pytest.raises(stripe.InvalidRequestError) as caught:
        client.v1.refunds.create({"payment_intent": found.id})
    assert caught.value.code == "charge_disputed"
    assert client.v1.charges.retrieve(made["charge"]).disputed
    stand.control(f"disputes/{made['id']}", {"status": end})
    closed = client.v1.disputes.retrieve(made["id"])
    moved = [row.amount for row in closed.balance_transactions]
    reinstated = ["charge.dispute.funds_reinstated"] if end == "won" else []
    assert (closed.status, moved) == (end, [-3000, 3000] if end == "won" else [-3000])
    assert kinds(stand, "charge.dispute") == [
        *("charge.dispute.created", "charge.dispute.funds_withdrawn", "charge.dispute.updated"),
        *reinstated,
        "charge.dispute.closed",
    ]


def test_some_cards_are_disputed_by_themselves(
    stand: StripeStand, client: stripe.StripeClient
) -> None:
    found = paid(stand, client, number="4000000000000259")
    (event,) = stand.events("charge.dispute.created")
    assert event["data"]["object"]["payment_intent"] == found.id
    asked = paid(stand, client, number="4000000000001976")
    assert len(stand.events("charge.dispute.created")) == 2
    assert len(stand.events("charge.dispute.funds_withdrawn")) == 1  # the other only asks
    assert client.v1.refunds.create({"payment_intent": asked.id}).status == "succeeded"


def test_every_object_has_the_shape_of_the_sdk(
    stand: StripeStand, client: stripe.StripeClient
) -> None:
    everything_happens(stand, client)
    events = stand.events()
    assert {event["type"] for event in events} >= SEEN
    shapes: list[tuple[dict[str, Any], type]] = [(event, stripe.Event) for event in events]
    shapes += [(event["data"]["object"], kind_of(event)) for event in events]
    charge = stand.events("charge.refunded")[0]["data"]["object"]["id"]
    expand = "expand[]=refunds&expand[]=balance_transaction&expand[]=payment_intent"
    headers = {"Authorization": f"Bearer {SECRET}"}
    for path, kind in (
        (f"charges/{charge}?{expand}", stripe.Charge),
        ("account", stripe.Account),
        ("balance", stripe.Balance),
    ):
        shapes.append((stand.http.get(f"/v1/{path}", headers=headers).json(), kind))
    faults = {fault for value, kind in shapes for fault in misfits(value, kind, value["object"])}
    assert faults == set()


def everything_happens(stand: StripeStand, client: stripe.StripeClient) -> None:
    """A payment of each kind, and what may become of it."""
    customer = client.v1.customers.create({"email": "a@example.com", "address": {"city": "Bonn"}})
    kept: Any = {**ORDER, "customer": customer.id, "setup_future_usage": "off_session"}
    for how in ({"number": "4000000000000002"}, {"number": "4000002760000016"}, {"iban": LATER}):
        stand.pay(client.v1.payment_intents.create(kept).id, **how)
    asks: Any = {**ORDER, "confirm": True, "return_url": "https://a.test"}
    asks["payment_method"] = "pm_card_authenticationRequired"
    asked = client.v1.payment_intents.create(asks)
    client.v1.payment_intents.cancel(asked.id)
    for answer in ("authorise", "fail"):
        away = client.v1.payment_intents.create(ORDER)
        stand.pay(away.id, type="ideal")
        stand.control(f"payment_intents/{away.id}/answer", {"answer": answer})
    one, two = paid(stand, client), paid(stand, client)
    stand.control("refunds", {"payment_intent": one.id, "amount": 70, "status": "pending"})
    stand.control("refunds", {"payment_intent": one.id, "amount": 80, "status": "failed"})
    stand.control("disputes", {"payment_intent": two.id})


def test_a_shape_that_is_wrong_is_seen(stand: StripeStand, client: stripe.StripeClient) -> None:
    found = paid(stand, client).to_dict()
    found |= {"amount": "5000", "status": 5, "invoice": None}
    del found["currency"]
    assert sorted(misfits(found, stripe.PaymentIntent, "it")) == [
        "it.amount: str, not <class 'int'>",
        "it.currency is missing",
        "it.invoice is unknown",
        "it.status = 5",
    ]


def kind_of(event: dict[str, Any]) -> type:
    return KINDS[event["data"]["object"]["object"]]
