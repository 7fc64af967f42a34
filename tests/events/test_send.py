"""Signatures, schedule and what each answer leads to."""

from datetime import timedelta

import pytest
from django.utils import timezone
from standardwebhooks.webhooks import Webhook

from saleor_invoices.domain.errors import Conflict
from saleor_invoices.events.models import Endpoint, EventDelivery, EventType
from saleor_invoices.events.selectors import deliveries_sendable
from saleor_invoices.events.services import delivery_send as sending
from saleor_invoices.events.services.delivery_decide import delivery_retry, endpoint_test
from saleor_invoices.events.services.delivery_send import MAX_ATTEMPTS, SCHEDULE
from saleor_invoices.events.services.delivery_sweep import deliveries_sweep
from saleor_invoices.events.services.endpoint_write import (
    EndpointInput,
    endpoint_delete,
    endpoint_secret_rotate,
    endpoint_update,
)
from saleor_invoices.events.services.event_write import SEND_TASK
from saleor_invoices.invoices.models import Problem
from saleor_invoices.invoices.selectors.failures import documents_failed
from saleor_invoices.invoices.services.problem_report import problem_retry
from saleor_invoices.stores.models import Installation
from tests.events.conftest import Listen, again, issued, send, the_delivery
from tests.events.receiver import Receiver, signed_by
from tests.saleor.fake_saleor import Reply

pytestmark = pytest.mark.django_db

State = EventDelivery.State


@pytest.fixture
def delivery(store: Installation, listen: Listen) -> EventDelivery:
    """An issued invoice that is to be told of."""
    listen()
    issued(store)
    return the_delivery()


def exhaust(delivery: EventDelivery) -> EventDelivery:
    """Make every attempt that there is."""
    for _ in range(MAX_ATTEMPTS):
        again(delivery)
    return delivery


def problems() -> list[str]:
    """The codes of what is open."""
    return list(Problem.objects.filter(resolved_at=None).values_list("code", flat=True))


def test_an_event_arrives_signed(delivery: EventDelivery, receiver: Receiver) -> None:
    sent = send(delivery)
    assert (sent.state, sent.status_code, sent.attempts) == (State.DELIVERED, 200, 1)
    assert sent.response_head == '{"ok": true}'
    (call,) = receiver.calls
    assert call.path == "/hooks?key=k"
    assert call.body.decode() == delivery.event.body
    assert call.headers["content-type"] == "application/json"
    assert call.headers["webhook-id"] == f"msg_{delivery.event.pk.hex}"
    assert signed_by(delivery.endpoint.secret, call)
    assert not signed_by("whsec_AAAA", call)
    Webhook(delivery.endpoint.secret).verify(call.body, call.headers)
    assert send(delivery).attempts == 1  # done: not again


def test_a_body_that_was_changed_does_not_verify(
    delivery: EventDelivery, receiver: Receiver
) -> None:
    send(delivery)
    (call,) = receiver.calls
    call.body = call.body.replace(b"184.40", b"184.41")
    assert not signed_by(delivery.endpoint.secret, call)


def test_both_secrets_sign_for_a_day(
    delivery: EventDelivery, receiver: Receiver, listen: Listen
) -> None:
    old = delivery.endpoint.secret
    endpoint, new = endpoint_secret_rotate(endpoint=delivery.endpoint)
    assert endpoint.secret == new != old
    with pytest.raises(Conflict) as error:
        endpoint_secret_rotate(endpoint=endpoint)
    assert error.value.code == "SECRET_ROTATED_LATELY"
    send(delivery)
    assert [signed_by(key, receiver.calls[0]) for key in (old, new)] == [True, True]
    Endpoint.objects.update(previous_until=timezone.now())
    delivery_retry(delivery=delivery)
    send(delivery)
    assert [signed_by(key, receiver.calls[1]) for key in (old, new)] == [False, True]
    endpoint_secret_rotate(endpoint=endpoint)


@pytest.mark.parametrize("status", [300, 302, 307, 400, 401, 404, 409, 500, 503])
def test_all_but_2xx_is_tried_again(
    delivery: EventDelivery, receiver: Receiver, status: int
) -> None:
    receiver.moods = [Reply("no", status=status, headers={"Location": receiver.url})]
    sent = send(delivery)
    assert (sent.state, sent.status_code, sent.attempts) == (State.PENDING, status, 1)
    assert len(receiver.calls) == 1  # no redirect is followed
    assert again(delivery).state == State.DELIVERED
    first, second = receiver.calls
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_any_2xx_is_success(delivery: EventDelivery, receiver: Receiver, status: int) -> None:
    receiver.answer = Reply(b"", status=status)
    assert send(delivery).state == State.DELIVERED


def test_attempts_are_made_by_the_schedule(delivery: EventDelivery, receiver: Receiver) -> None:
    receiver.answer = Reply("down", status=500)
    for seconds in SCHEDULE:
        sent = again(delivery)
        assert sent.next_attempt_at is not None
        wait = (sent.next_attempt_at - timezone.now()).total_seconds()
        assert 0.9 * seconds - 5 <= wait <= 1.1 * seconds
        assert send(delivery).attempts == sent.attempts  # not before its time
    assert again(delivery).state == State.FAILED
    assert len(receiver.calls) == MAX_ATTEMPTS == 10
    assert len(set(receiver.ids)) == 1
    assert timedelta(seconds=sum(SCHEDULE)) > timedelta(days=3)


def test_a_server_may_ask_for_more_time(delivery: EventDelivery, receiver: Receiver) -> None:
    receiver.moods = [Reply("slowly", status=429, headers={"Retry-After": "600"})]
    sent = send(delivery)
    assert sent.next_attempt_at is not None
    assert sent.next_attempt_at > timezone.now() + timedelta(seconds=590)


def test_410_switches_the_endpoint_off(
    delivery: EventDelivery, receiver: Receiver, store: Installation
) -> None:
    receiver.moods = [Reply("gone", status=410)]
    assert send(delivery).state == State.FAILED
    endpoint = Endpoint.objects.get()
    assert (endpoint.enabled, endpoint.disabled_reason) == (False, "gone")
    assert problems() == ["WEBHOOK_GONE"]
    issued(store)
    assert EventDelivery.objects.count() == 1  # nothing is written for it any more
    problem_retry(problem=Problem.objects.get())
    assert problems() == []
    assert send(delivery).state == State.DELIVERED
    endpoint.refresh_from_db()
    assert (endpoint.enabled, endpoint.disabled_reason) == (True, "")


def test_days_without_success_switch_it_off_and_tell_the_merchant(
    delivery: EventDelivery, receiver: Receiver, store: Installation
) -> None:
    receiver.answer = Reply("down", status=500)
    exhaust(delivery)
    endpoint = Endpoint.objects.get()
    assert (endpoint.enabled, endpoint.disabled_reason) == (False, "failing")
    assert problems() == ["WEBHOOK_DISABLED"]
    document = delivery.event.document
    assert document is not None
    assert documents_failed(installation=store, ids=[document.pk]) == {document.pk}
    receiver.answer = Reply("up")
    problem_retry(problem=Problem.objects.get())
    assert send(delivery).state == State.DELIVERED
    assert problems() == []
    assert not documents_failed(installation=store, ids=[document.pk])


def test_one_event_that_is_never_taken_leaves_the_endpoint_on(
    delivery: EventDelivery, receiver: Receiver, store: Installation
) -> None:
    issued(store)
    other = EventDelivery.objects.exclude(pk=delivery.pk).get()
    send(other)
    receiver.answer = Reply("not this one", status=400)
    exhaust(delivery)
    assert Endpoint.objects.get().enabled
    assert problems() == ["WEBHOOK_FAILED"]
    receiver.answer = Reply("well")
    delivery.refresh_from_db()
    delivery_retry(delivery=delivery)
    assert send(delivery).state == State.DELIVERED
    assert problems() == []


def test_what_waits_for_a_disabled_endpoint_goes_when_it_is_on_again(
    delivery: EventDelivery, receiver: Receiver, store: Installation
) -> None:
    endpoint = endpoint_update(endpoint=delivery.endpoint, given=EndpointInput(enabled=False))
    assert send(delivery).attempts == 0
    assert not deliveries_sendable().exists()
    with pytest.raises(Conflict):
        endpoint_test(endpoint=endpoint, actor="staff:1")
    endpoint_update(endpoint=endpoint, given=EndpointInput(enabled=True))
    assert send(delivery).state == State.DELIVERED


def test_a_deleted_endpoint_hears_nothing_more(
    delivery: EventDelivery, receiver: Receiver, store: Installation
) -> None:
    endpoint_delete(endpoint=delivery.endpoint)
    assert send(delivery).state == State.CANCELLED
    issued(store)
    assert (EventDelivery.objects.count(), receiver.calls) == (1, [])
    row = Endpoint.objects.get()
    assert (row.secret, row.previous_secret) == ("", "")


def test_a_store_that_left_is_not_told(
    delivery: EventDelivery, receiver: Receiver, store: Installation
) -> None:
    store.state = Installation.State.DISCONNECTED
    store.save()
    assert send(delivery).attempts == 0


def test_a_test_goes_to_one_endpoint_whatever_it_asked_for(
    store: Installation, listen: Listen, receiver: Receiver
) -> None:
    listen()

    mine = listen(EventType.INVOICE_OVERDUE)
    sent = send(endpoint_test(endpoint=mine, actor="staff:1"))
    assert (sent.state, sent.endpoint_id) == (State.DELIVERED, mine.pk)
    assert receiver.bodies[0]["type"] == "webhook.test"
    assert EventDelivery.objects.count() == 1


def test_the_sweep_takes_up_what_is_due_and_nothing_else(
    delivery: EventDelivery, monkeypatch: pytest.MonkeyPatch, receiver: Receiver
) -> None:
    queued: list[tuple[object, ...]] = []
    monkeypatch.setattr(sending, "SECONDS", 5.0)
    monkeypatch.setattr("saleor_invoices.background.send", lambda *message: queued.append(message))
    deliveries_sweep()
    assert queued == [(SEND_TASK, str(delivery.pk))]
    receiver.moods = [Reply("no", status=500)]
    send(delivery)
    deliveries_sweep()
    assert len(queued) == 1


def test_an_answer_is_kept_in_part(delivery: EventDelivery, receiver: Receiver) -> None:
    receiver.answer = Reply(b"a\x00\xff" + b"x" * 100_000)
    sent = send(delivery)
    assert sent.response_head.startswith("a\ufffd\ufffdx")
    assert len(sent.response_head) == 1000
    assert sent.duration_ms is not None
