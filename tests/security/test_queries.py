"""Queries made to cost much: what is refused, and that refusing is cheap."""

import time

import pytest
from graphql import get_introspection_query, parse

from saleor_invoices.api import limits
from saleor_invoices.api.schema import schema
from tests.api.conftest import Ask, World

SECONDS = 1.0
"""More than enough for any refusal, also on a slow machine."""


def refusal(ask: Ask, query: str, **variables: object) -> list[str]:
    """The codes of a refusal, which must come at once."""
    began = time.process_time()
    answer = ask(query, **variables)
    taken = time.process_time() - began
    assert answer["data"] is None
    assert taken < SECONDS
    return [error["extensions"]["code"] for error in answer["errors"]]


def cost(query: str, **variables: object) -> int:
    """What the limiter counts."""
    return limits.measure(parse(query), schema._schema, variables).cost


@pytest.fixture(autouse=True)
def _warm(ask: Ask, db: None) -> None:
    ask("{ __typename }")


def test_a_negative_page_does_not_pay_for_a_large_one(ask: Ask, world: World) -> None:
    large = """salesInvoices(first: 100) { edges { node { customer { salesInvoices(first: 100) {
      edges { node { lines { name } } } } } } } }"""
    query = f"{{ a: salesInvoices(first: -100000000) {{ totalCount }} b: {large} }}"
    assert refusal(ask, query) == ["QUERY_TOO_COSTLY"]
    literal = "{ salesInvoices(first: -5) { totalCount } }"
    assert cost(literal) == cost("query($n: Int) { salesInvoices(first: $n) { totalCount } }", n=-5)
    assert cost(literal) == 2


def test_a_variables_default_counts(ask: Ask) -> None:
    query = """query ($n: Int = 100) { salesInvoices(first: $n) { edges { node { customer {
      salesInvoices(first: $n) { edges { node { lines { name } } } } } } } } }"""
    assert refusal(ask, query) == ["QUERY_TOO_COSTLY"]
    page = "query ($n: Int = 100) { salesInvoices(first: $n) { totalCount } }"
    assert (cost(page), cost(page, n=3), cost(page, n=None)) == (101, 4, 21)


def test_a_default_of_another_operation_counts_too() -> None:
    both = """query A($n: Int = 5) { salesInvoices(first: $n) { totalCount } }
      query B($n: Int = 100) { salesInvoices(first: $n) { totalCount } }"""
    assert cost(both) == 202


def test_entities_by_default_count() -> None:
    things = ", ".join(['{__typename: "Order", id: "1"}'] * 7)
    query = f"""query ($r: [_Any!]! = [{things}]) {{ _entities(representations: $r) {{
      ... on Order {{ id }} }} }}"""
    assert cost(query) == 8


def test_one_schema_is_told_but_not_many(ask: Ask) -> None:
    whole = get_introspection_query(
        specified_by_url=True, schema_description=True, directive_is_repeatable=True,
        input_value_deprecation=True,
    )  # fmt: skip
    assert "errors" not in ask(whole)
    fields = "types { fields { name args { name type { name ofType { name } } } } }"
    many = " ".join(f"a{n}: {fields}" for n in range(limits.MAX_ALIASES - 1))
    assert refusal(ask, f"{{ __schema {{ {many} }} }}") == ["QUERY_TOO_COSTLY"]
    aliased = " ".join(f"a{n}: description" for n in range(limits.MAX_ALIASES + 1))
    assert refusal(ask, f"{{ __schema {{ {aliased} }} }}") == ["TOO_MANY_ALIASES"]


def test_a_field_that_is_repeated_is_refused_before_it_is_compared(ask: Ask) -> None:
    plain = "{ " + "salesInvoices { totalCount } " * 480 + "}"
    assert refusal(ask, plain) == ["QUERY_TOO_COSTLY"]
    wrapped = "{ " + "... on Query { store { appVersion } } " * 210 + "}"
    assert refusal(ask, wrapped) == ["QUERY_TOO_COSTLY"]
    nested = "store { " + "appVersion " * 19 + "} "
    assert refusal(ask, "{ " + nested * 90 + "}") == ["QUERY_TOO_COSTLY"]


def test_many_fragments_are_judged_at_once(ask: Ask) -> None:
    count = limits.MAX_DEFINITIONS - 1
    used = " ".join(f"...F{n}" for n in range(count))
    made = " ".join(f"fragment F{n} on Query {{ store {{ appVersion }} }}" for n in range(count))
    began = time.process_time()
    ask(f"{{ {used} }} {made}")
    assert time.process_time() - began < SECONDS
    more = f"{{ {used} ...G }} {made} fragment G on Query {{ store {{ appVersion }} }}"
    assert refusal(ask, more + " fragment H on Query { __typename }") == ["QUERY_TOO_COSTLY"]


def test_directives_without_end_are_refused(ask: Ask) -> None:
    query = "{ __typename " + "@include(if: true) " * 280 + "}"
    assert set(refusal(ask, query)) == {"GRAPHQL_VALIDATION_FAILED"}


def test_a_batch_is_refused(client: object) -> None:
    answer = client.post("/graphql/", "[{}]", content_type="application/json")  # type: ignore[attr-defined]
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
