"""Working off: once, however many workers; again, when it may heal; visible, when it does not."""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.errors import (
    AppError,
    CannotIssue,
    Disconnected,
    Refused,
    Throttled,
    Unreachable,
)
from saleor_invoices.inbox import backoff, registry
from saleor_invoices.inbox.models import Delivery
from saleor_invoices.inbox.registry import Failure, Inbound
from saleor_invoices.inbox.services.delivery_receive import delivery_receive
from saleor_invoices.inbox.services.delivery_work import delivery_claim, delivery_work
from saleor_invoices.inbox.tasks import delivery_process
from saleor_invoices.stores.models import Installation
from tests.inbox.conftest import BODY, EVENT
from tests.plugins import factories
from tests.plugins.fake_saleor import FakeSaleor

pytestmark = pytest.mark.django_db
Queue = Callable[[], list[int]]
IDENTIFIER = "app.saleor-invoices"


@pytest.fixture
def failures() -> list[tuple[int, Failure]]:
    """What the merchant would be told."""
    told: list[tuple[int, Failure]] = []
    registry.on_failure(lambda inbound, failure: told.append((inbound.delivery_id, failure)))
    return told


def _receive(store: Installation, body: bytes = BODY, event: str = EVENT) -> Delivery:
    receipt = delivery_receive(installation_id=store.pk, source="saleor", event=event, body=body)
    return Delivery.objects.get(pk=receipt.delivery_id)


def _handle_with(error: Exception) -> None:
    def handler(inbound: Inbound) -> None:
        raise error

    registry.register(EVENT, handler)


def test_a_handler_gets_the_delivery_and_it_is_done(
    store: Installation, handled: list[Inbound]
) -> None:
    delivery = _receive(store)
    delivery_process(delivery.pk)

    (inbound,) = handled
    assert (inbound.body, inbound.event, inbound.source) == (BODY, EVENT, "saleor")
    assert (inbound.delivery_id, inbound.attempt) == (delivery.pk, 1)
    assert inbound.installation == store
    assert inbound.installation.token == "app-token"
    assert inbound.received_at == delivery.received_at
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts, delivery.next_attempt_at) == ("done", 1, None)
    assert delivery.done_at is not None


def test_a_done_delivery_is_not_worked_off_again(
    store: Installation, handled: list[Inbound]
) -> None:
    delivery = _receive(store)
    for _ in range(3):
        delivery_work(delivery_id=delivery.pk)
    delivery_work(delivery_id=delivery.pk + 1)  # one that does not exist
    assert len(handled) == 1


def test_what_a_handler_wrote_stays_apart_from_the_claim(
    store: Installation, failures: list[tuple[int, Failure]]
) -> None:
    def handler(inbound: Inbound) -> None:
        Installation.objects.update(saleor_version="3.23.1")
        raise Unreachable("Saleor is down.")

    registry.register(EVENT, handler)
    delivery = _receive(store)
    delivery_work(delivery_id=delivery.pk)
    store.refresh_from_db()
    delivery.refresh_from_db()
    assert (store.saleor_version, delivery.attempts) == ("3.23.1", 1)


def test_a_temporary_failure_is_tried_again_later(
    store: Installation, queue: Queue, failures: list[tuple[int, Failure]]
) -> None:
    _handle_with(Unreachable("Saleor is down."))
    delivery = _receive(store)
    before = timezone.now()
    delivery_work(delivery_id=delivery.pk)

    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == ("pending", 1)
    assert (delivery.error_code, delivery.last_error) == ("UNREACHABLE", "Saleor is down.")
    assert delivery.next_attempt_at is not None
    wait = (delivery.next_attempt_at - before).total_seconds()
    assert 4 <= wait <= 7  # 5 s, a fifth of jitter, and the test's own time
    assert failures == []


def test_a_retry_before_its_time_does_nothing(
    store: Installation, failures: list[tuple[int, Failure]]
) -> None:
    _handle_with(Unreachable("Saleor is down."))
    delivery = _receive(store)
    delivery_work(delivery_id=delivery.pk)
    delivery_work(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    assert delivery.attempts == 1


def test_a_throttling_saleor_gets_the_pause_it_asks_for(store: Installation) -> None:
    _handle_with(Throttled("Slow down.", retry_after=900))
    delivery = _receive(store)
    delivery_work(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    assert delivery.next_attempt_at is not None
    assert delivery.next_attempt_at > timezone.now() + timedelta(seconds=890)
    assert delivery.queued_at is None  # too far ahead for a message: the sweep's


@pytest.mark.parametrize("error", [CannotIssue("No address."), Refused("No.", code="NOT_READY")])
def test_a_permanent_failure_is_given_up_at_once_and_told(
    store: Installation, failures: list[tuple[int, Failure]], error: AppError
) -> None:
    _handle_with(error)
    delivery = _receive(store)
    delivery_work(delivery_id=delivery.pk)

    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts, delivery.next_attempt_at) == ("failed", 1, None)
    assert (delivery.error_code, delivery.last_error) == (error.code, error.message)
    assert failures == [(delivery.pk, Failure(code=error.code, message=error.message))]


def test_after_the_last_attempt_it_is_given_up_and_told(
    store: Installation, failures: list[tuple[int, Failure]]
) -> None:
    _handle_with(Unreachable("Saleor is down."))
    delivery = _receive(store)
    for attempt in range(1, backoff.MAX_ATTEMPTS + 1):
        Delivery.objects.update(next_attempt_at=timezone.now())
        delivery_work(delivery_id=delivery.pk)
        delivery.refresh_from_db()
        assert delivery.attempts == attempt
    assert delivery.state == "failed"
    assert [failure.code for _, failure in failures] == ["UNREACHABLE"]


def test_a_fault_of_our_own_is_tried_again_and_says_nothing_personal(
    store: Installation, failures: list[tuple[int, Failure]]
) -> None:
    _handle_with(KeyError("jane.doe@example.com"))
    delivery = _receive(store)
    delivery_work(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.error_code) == ("pending", "INTERNAL_ERROR")
    assert delivery.last_error == "Internal error (KeyError)."


def test_a_delivery_that_kills_its_workers_is_given_up(
    store: Installation, handled: list[Inbound], failures: list[tuple[int, Failure]]
) -> None:
    delivery = _receive(store)
    for _ in range(backoff.MAX_ATTEMPTS):  # claimed, and never settled
        assert delivery_claim(delivery_id=delivery.pk) is not None
        Delivery.objects.update(next_attempt_at=timezone.now())
    delivery_work(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.error_code) == ("failed", "WORKER_DIED")
    assert handled == []
    assert len(failures) == 1


def test_a_delivery_whose_feature_is_gone_fails_visibly(
    store: Installation, handled: list[Inbound], failures: list[tuple[int, Failure]]
) -> None:
    delivery = _receive(store)
    registry._handlers.clear()
    delivery_work(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.error_code) == ("failed", "NO_HANDLER")


def test_while_one_worker_has_it_another_gets_nothing(
    store: Installation, handled: list[Inbound]
) -> None:
    delivery = _receive(store)
    first = delivery_claim(delivery_id=delivery.pk)
    assert first is not None
    assert delivery_claim(delivery_id=delivery.pk) is None
    delivery_work(delivery_id=delivery.pk)
    assert handled == []


def test_a_worker_that_outlived_its_lease_does_not_undo_its_successor(
    store: Installation, failures: list[tuple[int, Failure]]
) -> None:
    def slow(inbound: Inbound) -> None:
        if inbound.attempt == 1:  # the lease ends, and a second worker does it all
            Delivery.objects.update(next_attempt_at=timezone.now())
            delivery_work(delivery_id=inbound.delivery_id)
            raise CannotIssue("Too late to say so.")

    registry.register(EVENT, slow)
    delivery = _receive(store)
    delivery_work(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts, delivery.error_code) == ("done", 2, "")
    assert failures == []


def test_recovery_is_told_only_after_a_failure(store: Installation, handled: list[Inbound]) -> None:
    healed: list[int] = []
    registry.on_recovery(lambda inbound: healed.append(inbound.delivery_id))
    fine = _receive(store)
    delivery_work(delivery_id=fine.pk)
    assert healed == []

    ill = _receive(store, BODY + b" ")
    Delivery.objects.filter(pk=ill.pk).update(error_code="UNREACHABLE", last_error="Down.")
    delivery_work(delivery_id=ill.pk)
    ill.refresh_from_db()
    assert healed == [ill.pk]
    assert (ill.error_code, ill.last_error) == ("", "")


def test_a_listener_that_fails_does_not_keep_a_lost_delivery_alive(store: Installation) -> None:
    def broken(inbound: Inbound, failure: Failure) -> None:
        raise RuntimeError

    registry.on_failure(broken)
    _handle_with(CannotIssue("No address."))
    delivery = _receive(store)
    delivery_work(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    assert delivery.state == "failed"


def test_a_dead_token_disconnects_the_store_and_keeps_the_delivery(
    store: Installation, failures: list[tuple[int, Failure]]
) -> None:
    _handle_with(Disconnected("The token is dead."))
    delivery = _receive(store)
    delivery_work(delivery_id=delivery.pk)
    store.refresh_from_db()
    delivery.refresh_from_db()
    assert (store.state, store.state_reason) == ("disconnected", "The token is dead.")
    assert store.disconnected_at is not None
    assert (delivery.state, delivery.error_code) == ("failed", "DISCONNECTED")
    assert bytes(delivery.body) == BODY


def test_work_for_a_removed_store_stops(
    store: Installation, handled: list[Inbound], failures: list[tuple[int, Failure]]
) -> None:
    delivery = _receive(store)
    Installation.objects.update(state="disconnected")
    delivery_work(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.error_code) == ("failed", "DISCONNECTED")
    assert handled == []


def test_a_store_that_was_only_switched_off_is_taken_up_again(
    store: Installation, handled: list[Inbound], fake_saleor: FakeSaleor
) -> None:
    fake_saleor.install("app-token", identifier=IDENTIFIER)
    delivery = _receive(store)
    Installation.objects.update(state="disconnected", state_reason="Switched off.")
    delivery_work(delivery_id=delivery.pk)
    store.refresh_from_db()
    assert (store.state, store.state_reason, store.disconnected_at) == ("active", "", None)
    assert len(handled) == 1


@given(attempt=st.integers(1, 12), at_least=st.floats(0, 7200))
def test_waits_grow_and_stay_within_bounds(attempt: int, at_least: float) -> None:
    wait = backoff.delay(attempt, at_least=at_least).total_seconds()
    plain = min(5 * 2 ** (attempt - 1), 3600)
    assert max(0.8 * plain, at_least) - 0.001 <= wait <= max(1.2 * plain, at_least) + 0.001


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_at_once_exactly_one_works(handled: list[Inbound]) -> None:
    store = factories.installation()
    deliveries = [_receive(store, BODY + b" " * n) for n in range(5)]
    start = threading.Barrier(8)

    def work() -> None:
        start.wait()
        try:
            for delivery in deliveries:
                delivery_work(delivery_id=delivery.pk)
        finally:
            connections.close_all()

    _in_threads(8, work)
    assert sorted(inbound.delivery_id for inbound in handled) == [row.pk for row in deliveries]
    assert set(Delivery.objects.values_list("state", "attempts")) == {("done", 1)}


@pytest.mark.django_db(transaction=True)
def test_the_same_delivery_from_many_sides_at_once_is_one(handled: list[Inbound]) -> None:
    store = factories.installation()
    start = threading.Barrier(8)
    needs_work: list[bool] = []

    def receive() -> None:
        start.wait()
        try:
            receipt = delivery_receive(
                installation_id=store.pk, source="saleor", event=EVENT, body=BODY
            )
            needs_work.append(receipt.needs_work)
        finally:
            connections.close_all()

    _in_threads(8, receive)
    assert Delivery.objects.get().received_count == 8
    assert sum(needs_work) == 1


def _in_threads(count: int, target: Callable[[], Any]) -> None:
    threads = [threading.Thread(target=target) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
