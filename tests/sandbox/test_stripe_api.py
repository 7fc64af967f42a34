"""The stand's API as the official SDK meets it: payments, keys, idempotency, lists."""

import threading
from typing import Any

import pytest
import stripe

from tests.plugins.stripe import ACCOUNT, PUBLIC, RESTRICTED, SECRET, StripeStand, stripe_client

ORDER: Any = {
    "amount": 1234,
    "currency": "eur",
    "automatic_payment_methods": {"enabled": True},
    "description": "RE-2026-00001",
    "metadata": {"invoice_payment": "7"},
    "statement_descriptor_suffix": "RE 1",
    "receipt_email": "a@example.com",
}
OTHER_ACCOUNT = "sk_test_" + "o" * 24


@pytest.fixture
def stand(stripe_processes: StripeStand) -> StripeStand:
    """An empty one that takes every test key."""
    stripe_processes.reset()
    return stripe_processes


@pytest.fixture
def client(stand: StripeStand) -> stripe.StripeClient:
    return stripe_client(stand, SECRET)


def refusal(call: Any, *arguments: Any) -> Any:
    """The error that a call raises."""
    with pytest.raises(stripe.StripeError) as caught:
        call(*arguments)
    return caught.value


def test_a_payment_gives_back_what_it_was_given(client: stripe.StripeClient) -> None:
    made = client.v1.payment_intents.create(ORDER)
    found = client.v1.payment_intents.retrieve(made.id)
    assert found.to_dict() == made.to_dict()
    given = made.to_dict()
    enabled = given["automatic_payment_methods"]
    assert enabled == {"enabled": True, "allow_redirects": "always"}
    assert {name: given[name] for name in ORDER} == {**ORDER, "automatic_payment_methods": enabled}
    assert (made.status, made.payment_method_types) == (
        "requires_payment_method",
        ["card", "sepa_debit", "ideal"],
    )
    changed = client.v1.payment_intents.update(
        made.id, {"amount": 999, "metadata": {"invoice_payment": "", "other": "8"}}
    )
    assert (changed.amount, changed.metadata.to_dict()) == (999, {"other": "8"})


def test_the_same_key_brings_the_first_answer(
    stand: StripeStand, client: stripe.StripeClient
) -> None:
    first, again = (
        client.v1.payment_intents.create(ORDER, {"idempotency_key": "one"}) for _ in range(2)
    )
    assert first.id == again.id
    assert "idempotent-replayed" not in headers_of(first)
    assert headers_of(again)["idempotent-replayed"] == "true"
    other = {**ORDER, "amount": 1235}
    error = refusal(client.v1.payment_intents.create, other, {"idempotency_key": "one"})
    assert isinstance(error, stripe.IdempotencyError)
    assert error.http_status == 400
    # Keys are of one secret key; another account's is another key.
    elsewhere = stripe_client(stand, OTHER_ACCOUNT).v1.payment_intents
    assert elsewhere.create(ORDER, {"idempotency_key": "one"}).id != first.id
    assert len(client.v1.payment_intents.list().data) == 1


def body_of(error: stripe.StripeError) -> dict[str, Any]:
    body: Any = error.json_body
    found: dict[str, Any] = body["error"]
    return found


def headers_of(found: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in found.last_response.headers.items()}


def test_a_refusal_of_parameters_uses_no_key_up(client: stripe.StripeClient) -> None:
    key: Any = {"idempotency_key": "one"}
    assert refusal(client.v1.payment_intents.create, {**ORDER, "amount": 49}, key).code == (
        "amount_too_small"
    )
    assert client.v1.payment_intents.create(ORDER, key).amount == 1234


def test_a_declined_card_is_declined_again_by_its_key(client: stripe.StripeClient) -> None:
    made = client.v1.payment_intents.create(ORDER)
    pay: Any = {"payment_method": "pm_card_visa_chargeDeclined", "return_url": "https://a.test/"}
    first, again = (
        refusal(client.v1.payment_intents.confirm, made.id, pay, {"idempotency_key": "pay"})
        for _ in range(2)
    )
    assert isinstance(first, stripe.CardError)
    assert (first.code, first.request_id != again.request_id) == ("card_declined", True)
    assert first.json_body == again.json_body
    assert len(client.v1.charges.list({"payment_intent": made.id}).data) == 1


def test_a_request_under_way_holds_its_key(stand: StripeStand, client: stripe.StripeClient) -> None:
    answers: list[str] = []

    def create() -> None:
        try:
            made = client.v1.payment_intents.create(ORDER, {"idempotency_key": "one"})
            answers.append(made.id)
        except stripe.StripeError as error:
            answers.append(f"{error.http_status} {body_of(error)['code']}")

    threads = [threading.Thread(target=create) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made = {answer for answer in answers if answer.startswith("pi_")}
    assert len(made) == 1
    assert set(answers) - made <= {"409 idempotency_key_in_use"}
    assert len(stand.events("payment_intent.created")) == 1


@pytest.mark.parametrize(
    ("amount", "currency", "code"),
    [
        (49, "eur", "amount_too_small"),
        (50, "eur", ""),
        (49, "jpy", "amount_too_small"),
        (50, "jpy", ""),
        (1230, "kwd", ""),
        (1234, "kwd", "parameter_invalid_integer"),
        (17_499, "huf", "amount_too_small"),
        (150, "isk", "parameter_invalid_integer"),
        (100_000_000, "usd", "amount_too_large"),
        (0, "usd", "parameter_invalid_integer"),
        ("1.5", "usd", "parameter_invalid_integer"),
    ],
)
def test_amounts_are_those_that_stripe_takes(
    client: stripe.StripeClient, amount: Any, currency: str, code: str
) -> None:
    params: Any = {"amount": amount, "currency": currency}
    if not code:
        assert client.v1.payment_intents.create(params).amount == amount
        return
    error = refusal(client.v1.payment_intents.create, params)
    assert (error.http_status, error.code) == (400, code)


@pytest.mark.parametrize(
    ("more", "param"),
    [
        ({"nonsense": "1"}, "nonsense"),
        ({"currency": "xyz"}, "currency"),
        ({"customer": "cus_1"}, "customer"),
        ({"setup_future_usage": "ever"}, "setup_future_usage"),
        ({"statement_descriptor_suffix": "123"}, "statement_descriptor_suffix"),
        ({"metadata": {"k" * 41: "v"}}, f"metadata[{'k' * 41}]"),
    ],
)
def test_a_parameter_that_is_wrong_is_named(
    client: stripe.StripeClient, more: dict[str, Any], param: str
) -> None:
    error = refusal(client.v1.payment_intents.create, {**ORDER, **more})
    assert isinstance(error, stripe.InvalidRequestError)
    assert error.param == param


def test_an_account_sees_its_own_alone(stand: StripeStand, client: stripe.StripeClient) -> None:
    made = client.v1.payment_intents.create(ORDER)
    other = stripe_client(stand, OTHER_ACCOUNT)
    for call in (other.v1.payment_intents.retrieve, other.v1.payment_intents.cancel):
        error = refusal(call, made.id)
        assert (error.http_status, error.code) == (404, "resource_missing")
    assert other.v1.payment_intents.list().data == []
    assert client.v1.accounts.retrieve_current().id == ACCOUNT
    assert other.v1.accounts.retrieve_current().id != ACCOUNT


@pytest.mark.parametrize(
    ("key", "status", "kind"),
    [
        ("sk_test_revoked_" + "a" * 20, 401, stripe.AuthenticationError),
        ("sk_live_" + "q" * 24, 401, stripe.AuthenticationError),
        ("hunter2", 401, stripe.AuthenticationError),
        (PUBLIC, 401, stripe.AuthenticationError),
        (RESTRICTED, 403, stripe.PermissionError),
    ],
)
def test_keys_that_may_not(stand: StripeStand, key: str, status: int, kind: type) -> None:
    error = refusal(stripe_client(stand, key).v1.balance.retrieve)
    assert (error.http_status, type(error)) == (status, kind)
    assert key not in str(error)


def test_a_publishable_key_needs_the_secret_of_a_payment(
    stand: StripeStand, client: stripe.StripeClient
) -> None:
    made = client.v1.payment_intents.create(ORDER)
    path, key = f"/v1/payment_intents/{made.id}", {"key": PUBLIC}
    known = {**key, "client_secret": str(made.client_secret)}
    assert stand.http.get(path, params=known).json()["amount"] == 1234
    assert stand.http.get(path, params=key).status_code == 404
    guessed = {**known, "client_secret": f"{made.id}_secret_x"}
    assert stand.http.post(f"{path}/confirm", data=guessed).status_code == 404
    for refused in (path, f"{path}/cancel", f"{path}/capture", "/v1/refunds", "/v1/customers"):
        answer = stand.http.post(refused, data=known)
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "secret_key_required")
    assert stand.http.get("/v1/payment_methods", params=key).status_code == 401


def test_lists_go_by_time_and_page(stand: StripeStand, client: stripe.StripeClient) -> None:
    orders: list[Any] = [{**ORDER, "amount": 1000 + n} for n in range(5)]
    rows = [client.v1.payment_intents.create(order) for order in orders]
    stand.control("age", {"id": rows[4].id, "seconds": 1000})
    newest = [rows[n].id for n in (3, 2, 1, 0, 4)]
    walked = client.v1.payment_intents.list({"limit": 2}).auto_paging_iter()
    assert [row.id for row in walked] == newest
    since: Any = {"created": {"gte": rows[0].created - 10}}
    assert [row.id for row in client.v1.payment_intents.list(since).data] == newest[:4]
    before = client.v1.payment_intents.list({"limit": 2, "ending_before": rows[0].id})
    assert [row.id for row in before.data] == [rows[2].id, rows[1].id]


def test_search_by_metadata(stand: StripeStand, client: stripe.StripeClient) -> None:
    wanted = client.v1.payment_intents.create(ORDER)
    other: Any = {**ORDER, "metadata": {"invoice_payment": "8"}}
    client.v1.payment_intents.create(other)
    query = "metadata['invoice_payment']:'7' AND status:'succeeded'"
    assert client.v1.payment_intents.search({"query": query}).data == []
    stand.pay(wanted.id)
    (found,) = client.v1.payment_intents.search({"query": query}).data
    assert found.id == wanted.id


def test_a_customer_keeps_a_method(stand: StripeStand, client: stripe.StripeClient) -> None:
    customer = client.v1.customers.create({"email": "a@example.com", "metadata": {"saleor": "1"}})
    keep: Any = {**ORDER, "customer": customer.id, "setup_future_usage": "on_session"}
    stand.pay(client.v1.payment_intents.create(keep).id, number="5555555555554444")
    (method,) = client.v1.payment_methods.list({"customer": customer.id}).data
    assert method.card is not None
    assert (method.card.brand, method.card.last4, method.customer) == (
        "mastercard",
        "4444",
        customer.id,
    )
    with_it: Any = {**ORDER, "customer": customer.id, "payment_method": method.id}
    again = client.v1.payment_intents.create(with_it)
    assert again.status == "requires_confirmation"
    assert stand.pay(again.id)["status"] == "succeeded"
    stranger = client.v1.customers.create({})
    theirs: Any = {**with_it, "customer": stranger.id}
    assert refusal(client.v1.payment_intents.create, theirs).param == "payment_method"
    client.v1.payment_methods.detach(method.id)
    assert client.v1.payment_methods.list({"customer": customer.id}).data == []
    assert refusal(client.v1.payment_intents.create, with_it).param == "payment_method"


def test_cancelling_ends_what_is_unpaid(stand: StripeStand, client: stripe.StripeClient) -> None:
    made = client.v1.payment_intents.create(ORDER)
    gone = client.v1.payment_intents.cancel(made.id, {"cancellation_reason": "abandoned"})
    assert (gone.status, gone.cancellation_reason) == ("canceled", "abandoned")
    assert gone.canceled_at
    error = refusal(client.v1.payment_intents.cancel, made.id)
    assert error.code == "payment_intent_unexpected_state"
    assert stand.pay(made.id)["error"]["code"] == "payment_intent_unexpected_state"
    paid = client.v1.payment_intents.create(ORDER)
    stand.pay(paid.id)
    assert refusal(client.v1.payment_intents.cancel, paid.id).http_status == 400
    assert len(stand.events("payment_intent.canceled")) == 1
