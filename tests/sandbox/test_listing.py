"""Orders listed page by page, and what a query costs."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.plugins.sandbox import Sandbox
from tests.sandbox.conftest import FakeApp

PAGE = """query P($created: DateRangeInput, $first: Int!, $after: String, $down: OrderDirection!) {
  orders(channel: "channel-eur", filter: {created: $created}, first: $first, after: $after,
      sortBy: {field: CREATED_AT, direction: $down}) {
    edges { node { number lines { id variant { id } } invoices { id } } }
    pageInfo { hasNextPage endCursor }
  }
}"""


def page(sandbox: Sandbox, **more: Any) -> dict[str, Any]:
    given = {"first": 2, "down": "ASC", **more}
    return sandbox.gql(PAGE, given, sandbox.staff_token())


def numbers(answer: dict[str, Any]) -> list[str]:
    return [edge["node"]["number"] for edge in answer["data"]["orders"]["edges"]]


def test_orders_are_paged_by_the_day_they_were_placed(sandbox: Sandbox, app: FakeApp) -> None:
    ages = (1, 40, 3, 2)
    placed = [sandbox.place("guest", days_ago=age)["number"] for age in ages]
    sandbox.place("usd_net", days_ago=2)
    oldest_first = [placed[1], placed[2], placed[3], placed[0]]
    first = page(sandbox)
    assert numbers(first) == oldest_first[:2]
    info = first["data"]["orders"]["pageInfo"]
    assert info["hasNextPage"] is True
    second = page(sandbox, after=info["endCursor"])
    assert numbers(second) == oldest_first[2:]
    assert second["data"]["orders"]["pageInfo"]["hasNextPage"] is False
    assert numbers(page(sandbox, down="DESC")) == oldest_first[:1:-1]
    today = datetime.now(UTC).date()
    created = {"gte": str(today - timedelta(days=3)), "lte": str(today - timedelta(days=2))}
    assert numbers(page(sandbox, created=created, first=9)) == oldest_first[1:3]
    assert app.requests == []


def test_a_query_costs_by_saleors_rule(sandbox: Sandbox, app: FakeApp) -> None:
    def cost(answer: dict[str, Any]) -> int:
        return int(answer["extensions"]["cost"]["requestedQueryCost"])

    # Of an order: itself, its lines, their variants, and ten for its invoices.
    assert cost(page(sandbox, first=2)) == 2 * (1 + 1 + 1 + 10)
    assert cost(page(sandbox, first=100)) == 100 * 13
    assert cost(sandbox.gql("{ shop { name } }")) == 1
    assert app.requests == []


def test_a_query_above_the_limit_is_refused(sandbox: Sandbox, app: FakeApp) -> None:
    nested = """{ customers(first: 100) { edges { node {
      orders(first: 100) { edges { node { number lines { id } invoices { id } } } }
    } } } }"""
    answer = sandbox.post(nested, None, sandbox.staff_token())
    assert answer.status_code == 400
    assert "50000" in answer.json()["errors"][0]["message"]
    assert app.requests == []
