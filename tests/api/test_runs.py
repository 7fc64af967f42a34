"""Bulk runs, worked off by the real task against a Saleor on a socket."""

from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.domain.errors import Conflict
from saleor_invoices.invoices.models import IssueRun, IssueRunItem, OrderRecord, SalesDocument
from saleor_invoices.invoices.services import issue_run
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.stores.models import LegalEntity
from tests.api.bulk import CANCEL, Start, counts, items, pages, seen
from tests.api.conftest import Ask
from tests.api.counter import SPOILED, Counter
from tests.invoices.desk import Desk, Message
from tests.invoices.shop import money
from tests.invoices.test_issue_concurrently import together
from tests.saleor.fake_saleor import denied


def test_tried_first_then_done(ask: Ask, counter: Counter, desk: Desk, start: Start) -> None:
    counter.order(1001)
    counter.order(1002, paid=False)
    counter.order(1003, shippingPrice={"net": money(1), "gross": money(2)})
    tried = start()
    assert (tried["dryRun"], tried["state"], tried["counts"]) == (True, "RUNNING", [])
    assert tried["startedBy"] == "staff:VXNlcjox"
    assert pages(desk) == 1
    expected = {"WOULD_ISSUE": 1, "NOT_DUE": 1, "REFUSED": 1, "COVERED": 1}
    assert counts(seen(ask, counter)) == expected
    assert not SalesDocument.objects.filter(order_number="1001").exists()

    start(dryRun=False)
    assert pages(desk) == 1
    run = seen(ask, counter)
    assert (run["state"], run["lastError"]) == ("DONE", "")
    assert run["finishedAt"]
    expected["ISSUED"] = expected.pop("WOULD_ISSUE")
    assert counts(run) == expected
    (issued,) = items(ask, counter, run, outcome="ISSUED")
    document = SalesDocument.objects.get(order_number="1001")
    assert issued.pop("id")
    assert issued.pop("findings") is not None
    assert issued == {
        "orderId": "order-1001",
        "orderNumber": "1001",
        "outcome": "ISSUED",
        "documentNumber": document.number,
        "gross": {"amount": "138.17", "currency": "EUR"},
    }
    assert document.history.get(event="issued").actor == "staff:VXNlcjox"
    (refused,) = items(ask, counter, run, outcome="REFUSED")
    assert refused["gross"] is None
    assert refused["findings"][0]["code"] == "TOTALS_DIFFER"
    assert refused["findings"][0]["remedy"]
    assert ledger_verify().ok


def test_what_it_issues_is_rendered_and_shown_in_saleor(
    counter: Counter, desk: Desk, start: Start
) -> None:
    counter.order(1001)
    start(dryRun=False)
    desk.work()
    document = SalesDocument.objects.get(order_number="1001")
    assert document.files.filter(kind="pdf").exists()
    shown = [row for row in counter.shop.invoices.values() if row["order"] == "order-1001"]
    assert [row["number"] for row in shown] == [document.number]


def test_page_by_page_in_a_task_each(
    ask: Ask, counter: Counter, desk: Desk, start: Start, monkeypatch: Any
) -> None:
    monkeypatch.setattr(issue_run, "PAGE", 2)
    for number in range(1001, 1006):
        counter.order(number)
    run = start(channel="europe")
    assert pages(desk) == 3
    found = items(ask, counter, run)
    assert len(found) == 6
    assert len({row["orderId"] for row in found}) == 6
    second = items(ask, counter, run, first=2, after=found[1]["id"])
    assert second == found[2:4]


def test_all_channels_or_one_and_the_sellers_own_days(
    ask: Ask, counter: Counter, desk: Desk, start: Start
) -> None:
    # Berlin is an hour ahead of UTC: the first was placed there on the 2nd, the second on the
    # 3rd, and Saleor counts both as the 2nd; the third was placed on the 4th.
    for number, placed in enumerate(
        ("2026-02-01T23:30", "2026-02-02T23:30", "2026-02-03T23:30"), start=1001
    ):
        counter.order(number, created=f"{placed}:00+00:00")
    outlet = {**counter.shop.orders["order-1001"]["channel"], "slug": "outlet"}
    counter.order(1004, created="2026-02-02T12:00:00+00:00", channel=outlet)
    run = start(createdFrom="2026-02-02", createdTo="2026-02-03")
    pages(desk)
    numbers = {row["orderNumber"] for row in items(ask, counter, run)}
    assert numbers == {"1001", "1002", "1004"}
    assert counter.shop.variables("ordersWithCardEvents")[-1]["channel"] is None
    run = start(createdFrom="2026-02-02", createdTo="2026-02-03", channel="outlet")
    pages(desk)
    assert [row["orderNumber"] for row in items(ask, counter, run)] == ["1004"]
    start(createdFrom="0001-01-01", createdTo="9999-12-31")
    pages(desk)
    assert counts(seen(ask, counter)) == {"COVERED": 1, "WOULD_ISSUE": 4}


def test_a_policy_of_the_runs_own(ask: Ask, counter: Counter, desk: Desk, start: Start) -> None:
    counter.order(1001, paid=False)
    counter.order(1002, paid=False, status="FULFILLED")
    for policy, due in (("CONFIRMED", 2), ("FULFILLED", 1), ("PER_FULFILLMENT", 1)):
        start(policy=policy)
        pages(desk)
        assert counts(seen(ask, counter)).get("WOULD_ISSUE") == due
    start(policy="ON_REQUEST")
    pages(desk)
    assert counts(seen(ask, counter)) == {"COVERED": 1, "NOT_DUE": 2}


def test_an_unreadable_order_stops_nothing(
    ask: Ask, counter: Counter, desk: Desk, start: Start
) -> None:
    counter.order(1001)
    counter.shop.spoiled.add(counter.order(1002))
    counter.order(1003, lines=None)
    run = start(dryRun=False)
    pages(desk)
    assert counts(seen(ask, counter)) == {"COVERED": 1, "ISSUED": 1, "REFUSED": 2}
    told = {row["orderNumber"]: row["findings"][0] for row in items(ask, counter, run)[2:]}
    assert {found["code"] for found in told.values()} == {"PAYLOAD_INVALID"}
    assert SPOILED in told["1002"]["message"]
    assert "lines" in told["1003"]["message"]


def test_settings_that_cannot_be_read_are_told_of_each_order(
    ask: Ask, counter: Counter, desk: Desk, start: Start
) -> None:
    LegalEntity.objects.filter(pk=counter.entity.pk).update(seller={"name": 5})
    counter.order(1001)
    run = start(dryRun=False)
    pages(desk)
    assert seen(ask, counter)["state"] == "DONE"
    (refused,) = items(ask, counter, run, outcome="REFUSED")
    assert refused["findings"][0]["code"] == "SELLER_INVALID"


def test_an_order_that_an_event_told_of_later_than_its_last_change_is_read_anew(
    ask: Ask, counter: Counter, desk: Desk, start: Start
) -> None:
    counter.order(1001)
    OrderRecord.objects.create(
        installation=counter.store,
        order_id="order-1001",
        seen_issued_at=timezone.now(),
        currency="EUR",
    )
    start(dryRun=False)
    pages(desk)
    assert counts(seen(ask, counter)) == {"COVERED": 1, "ISSUED": 1}
    assert counter.shop.operations[-1] == "orderWithCardEvents"


def test_a_page_done_twice_says_the_same(
    ask: Ask, counter: Counter, desk: Desk, start: Start
) -> None:
    counter.order(1001)
    run = start(dryRun=False)
    (message,) = desk.queued()
    desk.run(message)
    first = items(ask, counter, run)
    # As after a crash between the orders and the note that the page is done.
    IssueRun.objects.update(state="running", finished_at=None)
    desk.run(message)
    assert items(ask, counter, run) == first
    assert counts(seen(ask, counter)) == {"COVERED": 1, "ISSUED": 1}
    assert SalesDocument.objects.filter(order_number="1001").count() == 1


def test_a_task_that_comes_late_does_not_turn_the_run_back(
    counter: Counter, desk: Desk, start: Start, monkeypatch: Any
) -> None:
    monkeypatch.setattr(issue_run, "PAGE", 1)
    for number in (1001, 1002):
        counter.order(number)
    start()
    (message,) = desk.queued()

    def overtaken(run: IssueRun, page: Any) -> None:
        IssueRun.objects.filter(pk=run.pk).update(cursor="2")

    with monkeypatch.context() as patched:
        patched.setattr(issue_run, "_work", overtaken)
        desk.run(message)
    assert desk.queued() == []  # the other task has sent the next
    assert IssueRun.objects.get().cursor == "2"


def test_saleor_down_in_between(
    ask: Ask, counter: Counter, desk: Desk, start: Start, monkeypatch: Any
) -> None:
    monkeypatch.setattr(issue_run, "PAGE", 2)
    for number in range(1001, 1004):
        counter.order(number)
    start(dryRun=False)
    (message,) = desk.queued()
    desk.run(message)
    (second,) = [one for one in desk.queued() if one.name == "issue_run_page"]
    counter.shop.is_down = True
    IssueRun.objects.update(worked_at=timezone.now() - issue_run.PATIENCE * 2)
    desk.run(second)
    assert desk.later == [second]
    run = seen(ask, counter)
    assert (run["state"], run["finishedAt"]) == ("RUNNING", None)
    assert run["lastError"].startswith("UNREACHABLE: ")
    assert issue_run.issue_runs_stuck() == []  # the task itself comes again
    counter.shop.is_down = False
    desk.run(second)
    pages(desk)
    run = seen(ask, counter)
    assert (run["state"], run["lastError"]) == ("DONE", "")
    assert counts(run) == {"COVERED": 1, "ISSUED": 3}


def test_a_lost_message_is_sent_again_by_the_sweep(
    ask: Ask, counter: Counter, desk: Desk, start: Start
) -> None:
    start()
    desk.queued()
    IssueRun.objects.update(started_at=timezone.now() - issue_run.PATIENCE * 1.1)
    desk.run(Message("saleor_invoices.invoices.tasks.sweep", (), later=False))
    assert pages(desk) == 1
    assert seen(ask, counter)["state"] == "DONE"


def test_a_right_that_the_app_lacks_ends_the_run_with_the_reason(
    ask: Ask, counter: Counter, desk: Desk, start: Start
) -> None:
    start()
    counter.shop.faults["ordersWithCardEvents"] = [denied()]
    pages(desk)
    run = seen(ask, counter)
    assert run["state"] == "FAILED"
    assert run["lastError"].startswith("PERMISSION_MISSING: ")
    assert run["finishedAt"]
    start()  # it blocks no other one


def test_a_run_is_stopped_and_stays_so(
    ask: Ask, counter: Counter, desk: Desk, start: Start, monkeypatch: Any
) -> None:
    run = start(dryRun=False)
    (message,) = desk.queued()

    def stop(*_: Any) -> dict[str, Any]:
        return ask(CANCEL, counter.people["alice"], id=run["id"])

    with monkeypatch.context() as patched:
        patched.setattr(issue_run, "_work", stop)  # while its last page is worked off
        desk.run(message)
    first = seen(ask, counter)
    assert (first["state"], first["lastError"]) == ("CANCELLED", "")
    assert first["finishedAt"]
    assert stop()["data"]["issueRunCancel"]["run"] == first
    desk.run(message)
    assert not IssueRunItem.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_one_page_issue_each_order_once(counter: Counter) -> None:
    for number in (1001, 1002, 1003):
        counter.order(number)
    run = IssueRun.objects.create(
        installation=counter.store, dry_run=False, started_by="staff:1", cursor="1"
    )
    together([lambda: issue_run.issue_run_page(run_id=run.pk)] * 2)
    run.refresh_from_db()
    assert (run.state, run.last_error) == ("done", "")
    found = sorted(run.items.values_list("order_number", "outcome"))
    assert found == [(number, "issued") for number in ("1001", "1002", "1003")]
    assert ledger_verify().ok


@pytest.mark.django_db(transaction=True)
def test_of_two_that_are_started_at_once_one_is_refused(counter: Counter) -> None:
    def begin() -> str:
        try:
            request = issue_run.RunRequest()
            issue_run.issue_run_start(installation=counter.store, request=request, actor="staff:1")
        except Conflict as error:
            return error.code
        return "STARTED"

    assert sorted(map(str, together([begin] * 3))) == ["RUN_ACTIVE", "RUN_ACTIVE", "STARTED"]
    assert IssueRun.objects.count() == 1
