"""Bulk runs as alice starts them, works them off and looks at them."""

from collections.abc import Callable
from typing import Any

from tests.api.conftest import Ask
from tests.api.counter import Counter
from tests.invoices.desk import Desk

RUN = """id dryRun state channel createdFrom createdTo lastError startedBy startedAt finishedAt
  counts { outcome orders }"""
START = (
    f"mutation ($input: IssueRunInput!) {{ issueRunStart(input: $input) {{ run {{ {RUN} }} }} }}"
)
CANCEL = f"mutation ($id: ID!) {{ issueRunCancel(id: $id) {{ run {{ {RUN} }} }} }}"
RUNS = f"query ($first: Int) {{ issueRuns(first: $first) {{ {RUN} }} }}"
ITEMS = """query ($id: ID!, $outcome: SalesRunOutcome, $first: Int, $after: ID) {
  issueRunItems(runId: $id, outcome: $outcome, first: $first, after: $after) {
    id orderId orderNumber outcome documentNumber gross { amount currency }
    findings { code severity message remedy place } } }"""
Start = Callable[..., dict[str, Any]]


def pages(desk: Desk) -> int:
    """Work the run's own tasks off; how many there were."""
    done = 0
    while messages := [one for one in desk.queued() if one.name == "issue_run_page"]:
        for message in messages:
            desk.run(message)
            done += 1
    return done


def seen(ask: Ask, counter: Counter) -> dict[str, Any]:
    """The latest run as alice sees it."""
    run: dict[str, Any] = ask(RUNS, counter.people["alice"])["data"]["issueRuns"][0]
    return run


def counts(run: dict[str, Any]) -> dict[str, int]:
    """How many orders ended how."""
    return {row["outcome"]: row["orders"] for row in run["counts"]}


def items(ask: Ask, counter: Counter, run: dict[str, Any], **asked: Any) -> list[dict[str, Any]]:
    """The orders of a run as alice sees them."""
    answer = ask(ITEMS, counter.people["alice"], id=run["id"], **asked)
    found: list[dict[str, Any]] = answer["data"]["issueRunItems"]
    return found
