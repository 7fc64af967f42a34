"""What a crash, a lost message or an absent broker left behind is picked up, and not doubled."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from celery import current_app
from django.utils import timezone
from kombu import pools

from saleor_invoices.inbox.models import Delivery
from saleor_invoices.inbox.registry import Inbound
from saleor_invoices.inbox.services import delivery_enqueue, inbox_prune, inbox_sweep
from saleor_invoices.inbox.tasks import prune, sweep
from saleor_invoices.stores.models import Installation
from tests.inbox.conftest import BODY, EVENT, Send

pytestmark = pytest.mark.django_db
Queue = Callable[[], list[int]]


@pytest.fixture
def absent_broker() -> Iterator[None]:
    """Point Celery at a port where nothing listens."""
    app: Any = current_app
    before = app.conf.broker_write_url
    app.conf.broker_write_url = "redis://127.0.0.1:1/0"
    _drop_pools(app)
    yield
    app.conf.broker_write_url = before
    _drop_pools(app)


def _drop_pools(app: Any) -> None:
    pools.reset()
    app._pool = None
    app.amqp._producer_pool = None


def _delivery(store: Installation, n: int = 0, **columns: Any) -> Delivery:
    now = timezone.now()
    values: dict[str, Any] = {
        "event": EVENT,
        "body": BODY,
        "body_sha256": f"{n:064}",
        "received_at": now,
        "next_attempt_at": now,
        "queued_at": None,
    }
    return Delivery.objects.create(installation=store, **{**values, **columns})


def _ago(**parts: float) -> Any:
    return timezone.now() - timedelta(**parts)


def test_a_broker_that_is_away_does_not_fail_the_answer_and_the_sweep_gets_it(
    send: Send, absent_broker: None, handled: list[Inbound]
) -> None:
    start = time.monotonic()
    answers = [send(BODY + b" " * n).status_code for n in range(5)]
    assert answers == [200] * 5
    assert time.monotonic() - start < 5  # the breaker spares each answer its own time-out
    assert set(Delivery.objects.values_list("state", "queued_at")) == {("pending", None)}


def test_the_sweep_hands_over_what_the_absent_broker_never_got(
    store: Installation, queue: Queue
) -> None:
    lost = _delivery(store)
    sweep()
    lost.refresh_from_db()
    assert queue() == [lost.pk]
    assert lost.queued_at is not None


def test_a_message_that_was_lost_is_sent_again_after_a_while(
    store: Installation, queue: Queue
) -> None:
    lost = _delivery(store, 1, queued_at=_ago(seconds=31), next_attempt_at=_ago(seconds=31))
    _delivery(store, 2, queued_at=_ago(seconds=5), next_attempt_at=_ago(seconds=5))
    sweep()
    sweep()
    assert queue() == [lost.pk]


def test_a_dead_workers_delivery_comes_back_when_its_lease_ends(
    store: Installation, queue: Queue
) -> None:
    queued = _ago(minutes=2)
    dead = _delivery(store, 1, attempts=1, queued_at=queued, next_attempt_at=_ago(seconds=1))
    _delivery(store, 2, attempts=1, queued_at=queued, next_attempt_at=_ago(seconds=-30))
    sweep()
    assert queue() == [dead.pk]


def test_what_is_settled_is_left_alone(store: Installation, queue: Queue) -> None:
    _delivery(store, 1, state="done", next_attempt_at=None)
    _delivery(store, 2, state="failed", next_attempt_at=None)
    sweep()
    assert queue() == []


def test_a_large_backlog_is_taken_in_batches_oldest_first(
    store: Installation, queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_sweep, "BATCH", 3)
    rows = [_delivery(store, n, next_attempt_at=_ago(seconds=100 - n)) for n in range(5)]
    assert inbox_sweep.inbox_sweep() == 3
    assert queue() == [row.pk for row in rows[:3]]
    assert inbox_sweep.inbox_sweep() == 2
    assert queue() == [row.pk for row in rows[3:]]


def test_while_the_broker_rests_nothing_is_marked_as_sent(
    store: Installation, queue: Queue
) -> None:
    waiting = _delivery(store)
    delivery_enqueue.breaker.trip()
    assert inbox_sweep.inbox_sweep() == 0
    waiting.refresh_from_db()
    assert waiting.queued_at is None
    delivery_enqueue.breaker.reset()
    assert inbox_sweep.inbox_sweep() == 1


def test_old_bodies_of_done_deliveries_are_emptied_and_rows_stay(
    store: Installation, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_prune, "BATCH", 2)
    settings.INBOX_KEEP_DAYS = 30
    old = [_delivery(store, n, state="done", done_at=_ago(days=31)) for n in range(5)]
    young = _delivery(store, 6, state="done", done_at=_ago(days=29))
    failed = _delivery(store, 7, state="failed")
    prune()

    emptied = Delivery.objects.filter(body=b"").values_list("pk", flat=True)
    assert sorted(emptied) == [row.pk for row in old]
    assert Delivery.objects.count() == 7
    for kept in (young, failed):
        kept.refresh_from_db()
        assert bytes(kept.body) == BODY
