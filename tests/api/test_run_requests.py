"""Asking for bulk runs and what came of them: who may, and what is refused."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_invoices.api.ids import global_id
from saleor_invoices.invoices.models import IssueRun, IssueRunItem, SalesDocument
from tests.api.bulk import CANCEL, ITEMS, RUNS, START, Start, seen
from tests.api.conftest import Ask
from tests.api.counter import REFUSED, Counter, code, everything, refusal

NO_STAFF = {**REFUSED, "erp": "PERMISSION_DENIED", "teller": "PERMISSION_DENIED"}


def test_a_second_run_is_refused_while_one_goes_on(
    ask: Ask, counter: Counter, start: Start
) -> None:
    start()
    before = everything()
    again = ask(START, counter.people["alice"], input={"dryRun": False})
    assert code(again) == "RUN_ACTIVE"
    assert everything() == before
    start_there = ask(START, counter.people["stella"], input={})
    assert start_there["data"]["issueRunStart"]["run"]["state"] == "RUNNING"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"createdFrom": "2026-02-02", "createdTo": "2026-02-01"}, "PERIOD_INVALID"),
        ({"channel": "c" * 256}, "CHANNEL_TOO_LONG"),
        ({"channel": "a\u0007"}, "CHANNEL_INVALID"),
        ({"createdFrom": "soon"}, "GRAPHQL_VALIDATION_FAILED"),
        ({"policy": "SOMETIMES"}, "GRAPHQL_VALIDATION_FAILED"),
    ],
)
def test_a_run_that_makes_no_sense_is_refused(
    ask: Ask, counter: Counter, wanted: dict[str, Any], expected: str
) -> None:
    assert code(ask(START, counter.people["alice"], input=wanted)) == expected
    assert not IssueRun.objects.exists()


def test_verbs_and_lists_are_refused_to(ask: Ask, counter: Counter, start: Start) -> None:
    run = start()
    before = everything()
    asked: dict[str, dict[str, Any]] = {
        START: {"input": {}},
        CANCEL: {"id": run["id"]},
        RUNS: {},
        ITEMS: {"id": run["id"]},
    }
    for text, variables in asked.items():
        for who, expected in NO_STAFF.items():
            answer = ask(text, counter.people[who], **variables)
            assert (text, who, code(answer)) == (text, who, expected)
    assert everything() == before


def test_staff_of_another_store_see_and_stop_nothing(
    ask: Ask, counter: Counter, start: Start
) -> None:
    run, stella = start(), counter.people["stella"]
    assert ask(RUNS, stella) == {"data": {"issueRuns": []}}
    for text in (CANCEL, ITEMS):
        assert code(ask(text, stella, id=run["id"])) == "NOT_FOUND"
    assert seen(ask, counter)["state"] == "RUNNING"


def test_what_is_no_run_and_no_page_is_refused(ask: Ask, counter: Counter, start: Start) -> None:
    run, alice = start(), counter.people["alice"]
    for bad in ("", global_id("SalesRun", "x"), global_id("SalesPayment", 1)):
        for text in (CANCEL, ITEMS):
            assert code(ask(text, alice, id=bad)) == "INVALID_ID"
        assert code(ask(ITEMS, alice, id=run["id"], after=bad or "-")) == "INVALID_ID"
    for first in (0, 101):
        assert refusal(ask(RUNS, alice, first=first)) == ("PAGE_SIZE", {"largest": 100})
        assert code(ask(ITEMS, alice, id=run["id"], first=first)) == "PAGE_SIZE"


def test_many_runs_and_items_cost_as_many_queries_as_few(ask: Ask, counter: Counter) -> None:
    row = SalesDocument.objects.get()

    def more(number: int) -> str:
        run = IssueRun.objects.create(installation=counter.store, state="done")
        for outcome in ("issued", "covered"):
            IssueRunItem.objects.create(
                run=run, order_id=outcome, outcome=outcome, document=row, order_number=number
            )
        return global_id("SalesRun", run.pk)

    def queries(text: str, **variables: Any) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert "errors" not in ask(text, counter.people["alice"], **variables)
        assert not [one for one in captured if '"snapshot"' in one["sql"]]
        return len(captured)

    run_id = more(1)
    few = queries(RUNS), queries(ITEMS, id=run_id)
    for number in range(2, 21):
        more(number)
    run = IssueRun.objects.earliest("pk")
    for number in range(18):
        IssueRunItem.objects.create(run=run, order_id=str(number), outcome="issued", document=row)
    assert (queries(RUNS), queries(ITEMS, id=run_id)) == few
