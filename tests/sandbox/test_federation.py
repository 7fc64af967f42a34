"""The sandbox as a subgraph: Saleor's SDL in Federation 1 style, and its rules on who sees whom."""

from typing import Any

import pytest

from tests.plugins.sandbox import Sandbox
from tests.sandbox.conftest import FakeApp

ENTITIES = """query Entities($wanted: [_Any]) { _entities(representations: $wanted) {
  __typename ... on Order { number } ... on User { email } ... on App { identifier }
  ... on Address { city }
} }"""


def entities(sandbox: Sandbox, token: str, *wanted: dict[str, Any]) -> Any:
    answered = sandbox.gql(ENTITIES, {"wanted": list(wanted)}, token)
    if answered.get("errors"):
        return answered["errors"][0]["message"]
    return [row and row[next(reversed(row))] for row in answered["data"]["_entities"]]


def order_of(row: dict[str, Any]) -> dict[str, str]:
    return {"__typename": "Order", "id": row["id"]}


def test_the_sdl_is_of_federation_1_and_has_no_subscriptions(sandbox: Sandbox) -> None:
    sdl = sandbox.gql("{ _service { sdl } }")["data"]["_service"]["sdl"]
    assert 'type Order implements Node & ObjectWithMetadata @key(fields: "id") {' in sdl
    assert '@key(fields: "id") @key(fields: "email") {' in sdl
    assert sdl.count("@key") == 5
    assert "@link" not in sdl
    assert "type Subscription" not in sdl
    assert "type OrderPaid" not in sdl


def test_an_order_is_shown_to_its_owner_and_to_who_manages_orders(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    mine, guests = sandbox.place("usd_net"), sandbox.place("guest")
    wanted = (order_of(mine), order_of(guests))
    second = sandbox.token("second@example.com", "second")
    viewer = sandbox.token("viewer@example.com", "viewer")
    both = [mine["number"], guests["number"]]
    assert entities(sandbox, sandbox.staff_token(), *wanted) == both
    assert entities(sandbox, installed.auth_token, *wanted) == both
    assert entities(sandbox, sandbox.customer_token(), *wanted) == [mine["number"], None]
    for token in ("", second, viewer):
        assert entities(sandbox, token, *wanted) == [None, None]


def test_a_person_is_shown_to_themselves_and_to_who_manages_people(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    me = sandbox.gql("{ me { id } }", token=sandbox.customer_token())["data"]["me"]["id"]
    by_id = {"__typename": "User", "id": me}
    by_email = {"__typename": "User", "email": "customer@example.com"}
    staff = {"__typename": "User", "email": "admin@example.com"}
    mail = "customer@example.com"
    own = sandbox.customer_token()
    assert entities(sandbox, own, by_id, by_email, staff) == [mail, mail, None]
    orders = sandbox.token("orders@example.com", "orders")
    for token in ("", orders, installed.auth_token, sandbox.token("second@example.com", "second")):
        assert entities(sandbox, token, by_id, by_email) == [None, None]
    everything = [mail, mail, "admin@example.com"]
    assert entities(sandbox, sandbox.staff_token(), by_id, by_email, staff) == everything


def test_a_mixed_batch_comes_back_by_type(sandbox: Sandbox, app: FakeApp) -> None:
    order = sandbox.place("usd_net")
    mine = {"__typename": "User", "email": "customer@example.com"}
    answer = entities(sandbox, sandbox.customer_token(), order_of(order), mine, order_of(order))
    assert answer == [order["number"], order["number"], "customer@example.com"]
    assert app.requests == []


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("moon", "must be an object"),
        ({"id": "x"}, "Missing required field: __typename"),
        ({"__typename": "Invoice", "id": "x"}, "unsupported model"),
        ({"__typename": "Order", "id": "x", "moon": 1}, "Unknown field for Order: moon"),
        ({"__typename": "Order", "number": "1"}, "Missing required field: id"),
    ],
)
def test_what_is_no_representation_is_refused(sandbox: Sandbox, wanted: Any, message: str) -> None:
    assert message in entities(sandbox, sandbox.staff_token(), wanted)


def test_at_most_a_hundred_are_answered(sandbox: Sandbox, app: FakeApp) -> None:
    row = order_of(sandbox.place("usd_net"))
    assert len(entities(sandbox, sandbox.customer_token(), *[row] * 100)) == 100
    assert "exceeded entity limit" in entities(sandbox, sandbox.customer_token(), *[row] * 101)
    assert app.requests == []


def test_a_customer_signs_in_and_reads_their_own_orders(sandbox: Sandbox, app: FakeApp) -> None:
    rows = [sandbox.place("usd_net") for _ in range(3)]
    sandbox.place("usd_net", customer="second@example.com")
    query = """{ me { id email orders(first: 2) { totalCount pageInfo { hasNextPage endCursor }
      edges { node { id number total { gross { amount } } } } } } }"""
    me = sandbox.gql(query, token=sandbox.customer_token())["data"]["me"]
    assert me["orders"]["totalCount"] == 3
    assert me["orders"]["pageInfo"]["hasNextPage"] is True
    numbers = [edge["node"]["number"] for edge in me["orders"]["edges"]]
    assert numbers == [rows[2]["number"], rows[1]["number"]]
    assert app.requests == []
