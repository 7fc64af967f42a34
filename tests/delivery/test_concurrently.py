"""Many workers at once, and workers that die: each mail goes out once at most."""

import threading
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from saleor_invoices.delivery import smtp
from saleor_invoices.delivery.models import Dispatch, Transmission
from saleor_invoices.delivery.services import dispatch_send as sending
from saleor_invoices.delivery.services.dispatch_decide import dispatch_retry
from saleor_invoices.delivery.services.dispatch_request import (
    MANUAL_A_DAY,
    dispatch_by_hand,
)
from saleor_invoices.delivery.services.dispatch_send import MAX_ATTEMPTS, dispatch_send
from saleor_invoices.delivery.services.dispatch_sweep import dispatches_sweep
from saleor_invoices.delivery.services.reminders_plan import reminders_plan
from saleor_invoices.delivery.services.transmission_request import transmission_request
from saleor_invoices.domain.errors import Conflict, Throttled
from saleor_invoices.invoices.models import Problem
from tests.delivery.conftest import Configure, Issue, ask
from tests.delivery.smtp_server import Mailbox
from tests.invoices.test_issue_concurrently import together

pytestmark = pytest.mark.django_db(transaction=True)

State = Dispatch.State


class Killed(BaseException):
    """The process is gone: no handler of ours runs."""


def lease_over(dispatch: Dispatch) -> None:
    """Let the lease run out."""
    past = timezone.now() - timedelta(seconds=1)
    Dispatch.objects.filter(pk=dispatch.pk).update(next_attempt_at=past)


def test_eight_workers_send_one_mail_once(box: Mailbox, issue: Issue) -> None:
    dispatch = ask(issue())
    together([lambda: dispatch_send(dispatch_id=dispatch.pk)] * 8)
    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.attempts, len(box.mails)) == (State.SENT, 1, 1)


def test_workers_and_sweeps_share_twenty_mails(box: Mailbox, issue: Issue) -> None:
    rows = [ask(issue()) for _ in range(20)]
    jobs = [partial(dispatch_send, dispatch_id=row.pk) for row in rows for _ in range(3)]
    together(list(jobs))
    assert sorted(mail["Message-ID"] for mail in box.mails) == sorted(r.message_id for r in rows)


def test_the_same_mail_asked_for_eight_times_at_once_is_one(box: Mailbox, issue: Issue) -> None:
    document = issue()
    together([lambda: ask(document)] * 8)
    assert Dispatch.objects.count() == 1


def test_eight_requests_with_one_key_are_one_mail(issue: Issue) -> None:
    document = issue()

    def by_hand() -> object:
        return dispatch_by_hand(
            document=document, to="", message="", idempotency_key="k", actor="staff:1"
        ).pk

    assert len(set(together([by_hand] * 8))) == Dispatch.objects.count() == 1


def test_many_keys_at_once_do_not_pass_the_daily_limit(issue: Issue) -> None:
    document = issue()

    def by_hand(key: int) -> object:
        try:
            return dispatch_by_hand(
                document=document, to="", message="", idempotency_key=str(key), actor="staff:1"
            )
        except Throttled as error:
            return error

    results = together([partial(by_hand, key) for key in range(MANUAL_A_DAY + 6)])
    assert sum(isinstance(result, Throttled) for result in results) == 6
    assert Dispatch.objects.count() == MANUAL_A_DAY


def test_a_worker_killed_while_writing_gives_the_mail_back(
    box: Mailbox, issue: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    dispatch = ask(issue())
    with monkeypatch.context() as patch:
        patch.setattr(sending, "dispatch_write", _killed)
        with pytest.raises(Killed):
            dispatch_send(dispatch_id=dispatch.pk)
    dispatch.refresh_from_db()
    assert dispatch.state == State.PENDING
    assert dispatch_send(dispatch_id=dispatch.pk) is None  # its lease holds
    lease_over(dispatch)
    dispatch_send(dispatch_id=dispatch.pk)
    assert len(box.mails) == 1


def test_a_worker_that_is_killed_each_time_does_not_go_on_for_ever(
    box: Mailbox, issue: Issue
) -> None:
    dispatch = ask(issue())
    Dispatch.objects.filter(pk=dispatch.pk).update(attempts=MAX_ATTEMPTS)
    dispatch_send(dispatch_id=dispatch.pk)
    dispatch.refresh_from_db()
    assert dispatch.state == State.FAILED
    assert dispatch.last_error.startswith("WORKER_DIED")


@pytest.mark.parametrize("handed_over", [True, False])
def test_a_worker_killed_while_sending_leaves_a_doubt_and_no_second_mail(
    box: Mailbox, issue: Issue, monkeypatch: pytest.MonkeyPatch, handed_over: bool
) -> None:
    document = issue()
    dispatch = ask(document)
    real = smtp.Line.send

    def send(line: smtp.Line, mail: Any) -> None:
        if handed_over:
            real(line, mail)
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(smtp.Line, "send", send)
        with pytest.raises(Killed):
            dispatch_send(dispatch_id=dispatch.pk)
    dispatch.refresh_from_db()
    assert dispatch.state == State.SENDING
    dispatches_sweep()
    assert _state(dispatch) == State.SENDING  # the worker may still be at it
    lease_over(dispatch)
    together([dispatches_sweep] * 4)
    assert _state(dispatch) == State.UNKNOWN
    dispatches_sweep()
    assert dispatch_send(dispatch_id=dispatch.pk) is None
    assert len(box.mails) == handed_over
    assert Problem.objects.get().code == "MAIL_UNCERTAIN"
    assert document.history.filter(event="mail_uncertain").count() == 1


def test_a_worker_that_outlives_its_lease_still_tells_that_it_was_sent(
    box: Mailbox, issue: Issue
) -> None:
    dispatch = ask(issue())
    box.gate = threading.Event()

    def work() -> None:
        try:
            dispatch_send(dispatch_id=dispatch.pk)
        finally:
            connection.close()

    worker = threading.Thread(target=work)
    worker.start()
    assert box.arrived.wait(5)
    lease_over(dispatch)
    dispatches_sweep()
    assert _state(dispatch) == State.UNKNOWN
    box.gate.set()
    worker.join()
    assert _state(dispatch) == State.SENT
    assert not Problem.objects.filter(resolved_at=None).exists()


def test_two_people_decide_at_once_and_one_is_heard(
    settings: Settings, box: Mailbox, issue: Issue
) -> None:
    dispatch = ask(issue())
    Dispatch.objects.filter(pk=dispatch.pk).update(state=State.UNKNOWN)

    def decide() -> object:
        try:
            return dispatch_retry(dispatch=Dispatch.objects.get(pk=dispatch.pk), actor="staff:1")
        except Conflict as error:
            return error

    results = together([decide] * 6)
    assert sum(isinstance(result, Conflict) for result in results) == 5


def test_reminders_planned_at_once_are_planned_once(issue: Issue, configure: Configure) -> None:
    configure(reminder_days=[1])
    now = timezone.now().replace(hour=12)
    day = now.date()
    for _ in range(5):
        issue(due_date=day - timedelta(days=2), issue_date=day - timedelta(days=9))
    together([lambda: reminders_plan(now=now)] * 4)
    assert Dispatch.objects.count() == 5


def test_one_transmission_of_a_document_however_many_ask(issue: Issue) -> None:
    document = issue(xml=True)
    together([lambda: transmission_request(document=document, channel="email")] * 8)
    assert Transmission.objects.count() == 1


def _killed(_: object) -> None:
    raise Killed


def _state(dispatch: Dispatch) -> str:
    return Dispatch.objects.get(pk=dispatch.pk).state
