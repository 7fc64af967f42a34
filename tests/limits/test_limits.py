"""How often something may be done, counted in the database."""

from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from saleor_invoices.domain.errors import Throttled
from saleor_invoices.limits import services
from saleor_invoices.limits.models import Meter
from saleor_invoices.limits.services import limits_check, limits_prune, limits_take
from saleor_invoices.limits.tasks import prune
from tests.invoices.test_issue_concurrently import together


class Clock:
    """Milliseconds that pass when a test says so."""

    now = 1_700_000_000_000

    def __call__(self) -> int:
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.now += round(seconds * 1000)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The limits' clock."""
    made = Clock()
    monkeypatch.setattr(services, "_now", made)
    return made


def take(key: str = "someone", *, most: int = 3, seconds: int = 60) -> float:
    """Zero if there was room, else the seconds to wait."""
    try:
        limits_take(scope="test", key=key, most=most, seconds=seconds)
    except Throttled as refused:
        return refused.retry_after
    return 0


@pytest.mark.django_db
class TestOneKey:
    """What one who asks often is told."""

    def test_so_many_pass_at_once_and_then_one_in_each_share(self, clock: Clock) -> None:
        assert [take() for _ in range(5)] == [0, 0, 0, 20, 20]
        clock.sleep(19.5)
        assert take() == 1  # rounded up: whoever waits as long as they were told gets in
        clock.sleep(0.5)
        assert [take(), take()] == [0, 20]

    def test_after_its_whole_time_everything_is_there_again_and_no_more(self, clock: Clock) -> None:
        assert [take() for _ in range(4)] == [0, 0, 0, 20]
        clock.sleep(3600)
        assert [take() for _ in range(4)] == [0, 0, 0, 20]

    def test_keys_and_scopes_are_counted_apart(self, clock: Clock) -> None:
        assert [take("a", most=1), take("b", most=1), take("a", most=1)] == [0, 0, 60]
        limits_take(scope="other", key="a", most=1, seconds=60)
        # Joined without care, "test" and "a" could be another scope's key.
        limits_take(scope="tes", key="ta", most=1, seconds=60)

    def test_a_refused_use_writes_nothing(self, clock: Clock) -> None:
        take(most=1)
        with CaptureQueriesContext(connection) as seen:
            assert take(most=1)
        assert [query["sql"].split()[0] for query in seen.captured_queries] == ["SELECT"]

    def test_looking_refuses_alike_and_counts_nothing(self, clock: Clock) -> None:
        for _ in range(5):
            limits_check(scope="test", key="someone", most=1, seconds=60)
        assert not Meter.objects.exists()
        assert [take(most=1), take(most=1)] == [0, 60]
        with pytest.raises(Throttled) as refused:
            limits_check(scope="test", key="someone", most=1, seconds=60)
        assert refused.value.retry_after == 60
        clock.sleep(60)
        limits_check(scope="test", key="someone", most=1, seconds=60)

    def test_nothing_says_who_was_counted(self, clock: Clock) -> None:
        take("buyer@example.com")
        row = Meter.objects.get()
        assert "buyer" not in f"{row.key}{row.scope}"
        assert len(row.key) == 64

    def test_a_key_may_be_anything(self, clock: Clock) -> None:
        for key in ("", "x" * 100_000, "\x00\n", "購入者@example.com"):
            assert [take(key, most=1), take(key, most=1)] == [0, 60]

    def test_rows_that_tell_nothing_any_more_go(self, clock: Clock) -> None:
        take("early")
        clock.sleep(30)
        take("late")
        clock.sleep(51)
        assert limits_prune() == 1
        assert Meter.objects.count() == 1
        clock.sleep(60)
        assert settings.CELERY_BEAT_SCHEDULE["limits-prune"]["task"] == prune.name
        prune()
        assert not Meter.objects.exists()


class TestAnyRate(TestCase):
    """Property: never more than ``most`` at once, nor than the rate in the long run."""

    @hypothesis_settings(max_examples=40, deadline=None)
    @given(
        most=st.integers(1, 50),
        seconds=st.integers(1, 86_400),
        pauses=st.lists(st.integers(0, 100_000), max_size=60),
    )
    def test_no_more_pass_than_may(self, most: int, seconds: int, pauses: list[int]) -> None:
        clock, before = Clock(), services._now
        services._now = clock
        try:
            passed = 0
            for pause in pauses:
                clock.now += pause
                passed += take(most=most, seconds=seconds) == 0
            elapsed = clock.now - Clock.now
            assert passed <= most + elapsed * most / (seconds * 1000)
            wait = take(most=most, seconds=seconds)
            clock.sleep(wait)
            assert not wait or take(most=most, seconds=seconds) == 0
        finally:
            services._now = before


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_only_as_many_pass_as_there_is_room() -> None:
    jobs: list[Any] = [lambda: take(most=10, seconds=3600)] * 64
    waits = together(jobs)
    assert sum(wait == 0 for wait in waits) == 10
    assert Meter.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_row_that_is_pruned_in_the_middle_costs_nobody_their_turn() -> None:
    take("someone", most=8)
    for _ in range(20):
        Meter.objects.update(full_until=1)
        jobs: list[Any] = [lambda: take("someone", most=4), limits_prune] * 4
        results = together(jobs)
        assert [wait for wait in results[::2] if wait] == []
