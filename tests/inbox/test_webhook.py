"""The door: what is let in, what is refused, and that nothing acknowledged is lost."""

import base64
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from django.db import OperationalError, connection
from django.utils import timezone

from saleor_invoices.inbox import registry, senders
from saleor_invoices.inbox.models import Delivery
from saleor_invoices.stores.models import Installation
from tests.inbox.conftest import BODY, EVENT, Send
from tests.plugins.factories import public_jwks, signing_key
from tests.plugins.fake_saleor import FakeSaleor, signature

pytestmark = pytest.mark.django_db
Queue = Callable[[], list[int]]


def _flip_a_bit(body: bytes) -> bytes:
    return body[:20] + bytes([body[20] ^ 1]) + body[21:]


def _encode(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def _unsigned_algorithm() -> str:
    header = {"alg": "none", "kid": "test-key", "b64": False, "crit": ["b64"], "typ": "JWT"}
    return _encode(json.dumps(header).encode()) + ".."


def _public_key_as_secret() -> str:
    header = {"alg": "HS256", "kid": "test-key", "b64": False, "crit": ["b64"], "typ": "JWT"}
    pem = (
        signing_key()
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    start = _encode(json.dumps(header).encode())
    mac = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
    return f"{start}..{_encode(mac.sign(start.encode() + b'.' + BODY, pem))}"


def _foreign_key_under_a_known_name() -> str:
    return signature(BODY, kid="stranger").replace(
        signature(BODY, kid="stranger").partition(".")[0], signature(BODY).partition(".")[0]
    )


def test_a_signed_delivery_is_kept_byte_for_byte_and_handed_to_a_worker(
    send: Send, store: Installation, queue: Queue, handled: list[registry.Inbound]
) -> None:
    before = timezone.now()
    response = send()

    delivery = Delivery.objects.get()
    assert response.status_code == 200
    assert (bytes(delivery.body), delivery.event) == (BODY, EVENT)
    assert (delivery.installation, delivery.source, delivery.state) == (store, "saleor", "pending")
    assert (delivery.attempts, delivery.received_count, delivery.error_code) == (0, 1, "")
    assert before <= delivery.received_at <= timezone.now()
    assert delivery.next_attempt_at == delivery.queued_at == delivery.received_at
    assert queue() == [delivery.pk]
    assert handled == []  # the work is a worker's


def test_the_older_names_of_the_headers_are_understood(
    send: Send, store: Installation, handled: list[registry.Inbound]
) -> None:
    older = {
        "Saleor-Event": None,
        "Saleor-Signature": None,
        "X-Saleor-Event": EVENT,
        "X-Saleor-Signature": signature(BODY),
    }
    assert send(headers=older).status_code == 200
    assert Delivery.objects.get().event == EVENT


def test_the_address_of_the_store_is_found_in_any_spelling(
    send: Send, store: Installation, handled: list[registry.Inbound]
) -> None:
    shouted = store.saleor_api_url.replace("http://", "HTTP://")
    assert send(headers={"Saleor-Api-Url": shouted}).status_code == 200
    assert Delivery.objects.get().installation == store


def test_the_same_delivery_again_is_counted_and_worked_off_once(
    send: Send, queue: Queue, handled: list[registry.Inbound]
) -> None:
    answers = [send().status_code for _ in range(3)]

    delivery = Delivery.objects.get()
    assert answers == [200, 200, 200]
    assert delivery.received_count == 3
    assert queue() == [delivery.pk]


def test_equal_states_at_two_times_are_two_deliveries(
    send: Send, queue: Queue, handled: list[registry.Inbound]
) -> None:
    send(BODY)
    send(BODY.replace(b"10:00:00", b"10:00:01"))
    assert Delivery.objects.count() == 2
    assert len(queue()) == 2


def test_another_event_of_the_same_order_is_another_delivery(
    send: Send, handled: list[registry.Inbound]
) -> None:
    send()
    send(BODY.replace(b"OrderPaid", b"OrderUpdated"), event="order_updated")
    assert set(Delivery.objects.values_list("event", flat=True)) == {EVENT, "order_updated"}


def test_a_duplicate_of_a_failed_delivery_gives_it_another_chance(
    send: Send, queue: Queue, handled: list[registry.Inbound]
) -> None:
    send()
    queue()
    Delivery.objects.update(
        state="failed", attempts=12, next_attempt_at=None, error_code="REFUSED", last_error="No."
    )

    assert send().status_code == 200
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.attempts, delivery.received_count) == ("pending", 0, 2)
    assert delivery.next_attempt_at is not None
    assert delivery.error_code == "REFUSED"  # stays until it is done: then it has healed
    assert queue() == [delivery.pk]


def test_a_duplicate_of_a_done_delivery_changes_nothing_but_the_count(
    send: Send, queue: Queue, handled: list[registry.Inbound]
) -> None:
    send()
    queue()
    done_at = timezone.now()
    Delivery.objects.update(state="done", attempts=1, next_attempt_at=None, done_at=done_at)

    assert send().status_code == 200
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.attempts, delivery.done_at) == ("done", 1, done_at)
    assert (delivery.received_count, delivery.next_attempt_at) == (2, None)
    assert queue() == []


def test_an_event_without_a_handler_is_kept_as_done_until_one_is_there(
    send: Send, queue: Queue
) -> None:
    assert send().status_code == 200
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.error_code) == ("done", "NO_HANDLER")
    assert delivery.done_at is not None
    assert queue() == []

    registry.register(EVENT, lambda inbound: None)
    assert send().status_code == 200
    delivery.refresh_from_db()
    assert delivery.state == "pending"
    assert Delivery.objects.get().done_at is None
    assert queue() == [delivery.pk]


@pytest.mark.parametrize(
    ("forged", "code"),
    [
        (None, "SIGNATURE_MISSING"),
        ("garbage", "SIGNATURE_INVALID"),
        ("a.b.c", "SIGNATURE_INVALID"),
        (signature(BODY + b" "), "SIGNATURE_INVALID"),
        (_unsigned_algorithm(), "SIGNATURE_INVALID"),
        (_public_key_as_secret(), "SIGNATURE_INVALID"),
        (_foreign_key_under_a_known_name(), "SIGNATURE_INVALID"),
        (signature(BODY, kid="stranger"), "KEY_UNKNOWN"),
    ],
    ids=["none", "garbage", "dots", "other body", "alg none", "HS256", "foreign key", "stranger"],
)
def test_a_delivery_without_a_good_signature_is_refused_and_not_kept(
    send: Send, queue: Queue, handled: list[registry.Inbound], forged: str | None, code: str
) -> None:
    response = send(headers={"Saleor-Signature": forged})
    assert response.status_code == 401
    assert response.json()["error"]["code"] == code
    assert Delivery.objects.count() == 0
    assert queue() == []


def test_a_body_that_was_altered_on_the_way_is_refused(
    send: Send, queue: Queue, handled: list[registry.Inbound]
) -> None:
    response = send(_flip_a_bit(BODY), headers={"Saleor-Signature": signature(BODY)})
    assert (response.status_code, Delivery.objects.count(), queue()) == (401, 0, [])


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (
            BODY,
            {"Saleor-Api-Url": "https://other.example.com/graphql/"},
            401,
            "UNKNOWN_INSTALLATION",
        ),
        (BODY, {"Saleor-Api-Url": None}, 400, "SALEOR_URL_MISSING"),
        (BODY, {"Saleor-Event": None}, 400, "EVENT_MISSING"),
        (BODY, {"Saleor-Event": "order paid; drop"}, 400, "EVENT_MISSING"),
        (b"", {}, 400, "BODY_NOT_JSON"),
        (b"{", {}, 400, "BODY_NOT_JSON"),
        (b"[]", {}, 400, "BODY_NOT_JSON"),
        (b'{"a": NaN}', {}, 400, "BODY_NOT_JSON"),
        (b'{"a": "\xff"}', {}, 400, "BODY_NOT_JSON"),
        (b'{"a":' + b"[" * 100_000, {}, 400, "BODY_NOT_JSON"),
    ],
)
def test_bad_requests_get_a_clear_error_and_leave_nothing(
    send: Send,
    queue: Queue,
    handled: list[registry.Inbound],
    body: bytes,
    headers: dict[str, str | None],
    status: int,
    code: str,
) -> None:
    response = send(body, headers=headers)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert Delivery.objects.count() == 0
    assert queue() == []


def test_a_payload_of_nothing_but_errors_is_kept(
    send: Send, handled: list[registry.Inbound]
) -> None:
    assert send(b'{"errors": [{"message": "no such order"}]}').status_code == 200
    assert Delivery.objects.get().state == "pending"


def test_a_body_over_the_limit_is_refused(
    send: Send, settings: Any, queue: Queue, handled: list[registry.Inbound]
) -> None:
    settings.WEBHOOK_MAX_BYTES = settings.DATA_UPLOAD_MAX_MEMORY_SIZE = len(BODY)
    assert send(BODY).status_code == 200
    response = send(BODY + b" ")
    assert (response.status_code, response.json()["error"]["code"]) == (413, "BODY_TOO_LARGE")
    assert Delivery.objects.count() == 1
    assert len(queue()) == 1


def test_only_post_is_answered(client: Any, store: Installation) -> None:
    assert client.get("/webhooks/saleor/").status_code == 405


def test_after_a_rotation_the_new_key_is_fetched_once(
    send: Send,
    fake_saleor: FakeSaleor,
    store: Installation,
    handled: list[registry.Inbound],
) -> None:
    send()  # the sender is remembered with the old key
    fake_saleor.kids = ("rotated",)
    fake_saleor.asked.clear()
    bodies = [BODY.replace(b"10:00:00", f"11:00:0{n}".encode()) for n in range(3)]
    for body in bodies:
        headers = {"Saleor-Signature": signature(body, kid="rotated")}
        assert send(body, headers=headers).status_code == 200
    assert fake_saleor.asked == ["/.well-known/jwks.json"]
    assert Delivery.objects.count() == 4
    store.refresh_from_db()
    assert store.jwks == public_jwks("rotated")
    assert store.jwks_fetched_at is not None


def test_keys_that_another_process_fetched_are_taken_from_the_database(
    send: Send, fake_saleor: FakeSaleor, store: Installation, handled: list[registry.Inbound]
) -> None:
    send()
    Installation.objects.update(jwks=public_jwks("rotated"))
    fake_saleor.asked.clear()
    body = BODY.replace(b"10:00:00", b"12:00:00")
    answer = send(body, headers={"Saleor-Signature": signature(body, kid="rotated")})
    assert answer.status_code == 200
    assert fake_saleor.asked == []


def test_an_unknown_key_is_asked_for_at_most_once_in_a_while_and_never_refused_unasked(
    send: Send, fake_saleor: FakeSaleor, store: Installation, handled: list[registry.Inbound]
) -> None:
    stranger = {"Saleor-Signature": signature(BODY, kid="stranger")}
    first, second = send(headers=stranger), send(headers=stranger)
    assert (first.status_code, second.status_code) == (401, 503)
    assert second.json()["error"]["code"] == "JWKS_RESTING"
    assert second["Retry-After"] == "10"
    assert fake_saleor.asked == ["/.well-known/jwks.json"]

    Installation.objects.update(jwks_tried_at=timezone.now() - timedelta(seconds=31))
    assert send(headers=stranger).status_code == 401
    assert Delivery.objects.count() == 0


def test_while_the_keys_are_out_of_reach_saleor_is_asked_to_try_again(
    send: Send, fake_saleor: FakeSaleor, store: Installation, handled: list[registry.Inbound]
) -> None:
    fake_saleor.keys_are_down = True
    response = send(headers={"Saleor-Signature": signature(BODY, kid="rotated")})
    assert (response.status_code, response.json()["error"]["code"]) == (503, "JWKS_NOT_AVAILABLE")
    store.refresh_from_db()
    assert store.jwks == public_jwks()
    assert Delivery.objects.count() == 0


def test_a_database_that_is_down_asks_saleor_to_try_again(
    send: Send, store: Installation, queue: Queue, handled: list[registry.Inbound]
) -> None:
    def refuse(*_args: Any) -> None:
        raise OperationalError("server closed the connection")

    senders.find(store.saleor_api_url)
    with connection.execute_wrapper(refuse):
        response = send()
    assert (response.status_code, response.json()["error"]["code"]) == (503, "DATABASE_UNREACHABLE")
    assert queue() == []
    assert send().status_code == 200


def test_a_delivery_takes_one_query(
    send: Send, handled: list[registry.Inbound], django_assert_num_queries: Any
) -> None:
    send()
    with django_assert_num_queries(1):
        send(BODY.replace(b"10:00:00", b"12:00:00"))
