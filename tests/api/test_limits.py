"""What a query may ask for at most, and that measuring it is cheap."""

import time

import pytest
from graphql import get_introspection_query, parse

from saleor_invoices.api import limits
from saleor_invoices.api.limits import Measure, measure
from saleor_invoices.api.schema import schema
from tests.api.conftest import Ask, World


def codes(ask: Ask, query: str, **variables: object) -> list[str]:
    """The codes of the refusal."""
    answer = ask(query, **variables)
    assert answer["data"] is None
    return [error["extensions"]["code"] for error in answer["errors"]]


def sized(query: str, **variables: object) -> Measure:
    """The measure of an operation."""
    return measure(parse(query), schema._schema, variables)


def test_a_field_counts_for_each_object_that_it_is_read_of() -> None:
    assert sized("{ store { saleorVersion } }") == Measure(depth=2, aliases=0, cost=2)
    page = "{ salesInvoices(first: 7) { edges { node { number } } } }"
    assert sized(page) == Measure(depth=4, aliases=0, cost=1 + 7 * 3)
    assert sized(page.replace("(first: 7)", "")).cost == 1 + 20 * 3
    assert sized(page.replace("first: 7", "last: 7")).cost == 1 + 7 * 3
    lines = "{ salesInvoices(first: 7) { edges { node { lines { name } } } } }"
    assert sized(lines).cost == 1 + 7 * (2 + 1 + 10 * 1)


def test_page_sizes_are_read_from_variables() -> None:
    page = "query ($n: Int) { salesInvoices(first: $n) { totalCount } }"
    assert sized(page, n=100).cost == 101
    assert sized(page).cost == 21


def test_entities_count_by_their_number() -> None:
    query = """query ($all: [_Any!]!) { _entities(representations: $all) {
      ... on Order { id salesInvoices(first: 2) { totalCount } } } }"""
    assert sized(query, all=[{}] * 5).cost == 1 + 5 * (1 + 1 + 2)


def test_fragments_count_where_they_are_used() -> None:
    query = """query { salesInvoices(first: 2) { edges { ...E } }  b: salesInvoices(first: 3) {
      edges { ...E } } } fragment E on SalesDocumentEdge { node { n: number ... { id } } }"""
    assert sized(query) == Measure(depth=4, aliases=3, cost=(1 + 2 * 4) + (1 + 3 * 4))


def test_introspection_is_allowed_and_costs_nothing(ask: Ask) -> None:
    answer = ask(get_introspection_query())
    assert answer["data"]["__schema"]["queryType"]["name"] == "Query"


def test_a_query_too_deep_is_refused(ask: Ask) -> None:
    inner = "number"
    for _ in range(limits.MAX_DEPTH - 1):
        inner = f"precedingInvoice {{ {inner} }}"
    query = "{ salesInvoice(id: 1) { %s } }"
    assert codes(ask, query % inner) == ["QUERY_TOO_DEEP"]


def test_too_many_aliases_are_refused(ask: Ask) -> None:
    aliases = " ".join(f"a{n}: __typename" for n in range(limits.MAX_ALIASES + 1))
    assert codes(ask, f"{{ {aliases} }}") == ["TOO_MANY_ALIASES"]


def test_a_query_that_asks_for_too_much_is_refused(ask: Ask, world: World) -> None:
    query = """query ($n: Int) { salesInvoices(first: $n) { edges { node { order {
      salesInvoices(first: $n) { edges { node { lines { name sku } } } } } } } } }"""
    assert codes(ask, query, n=100) == ["QUERY_TOO_COSTLY"]
    answer = ask(query, world.people["alice"], n=10)
    assert "errors" not in answer


def test_the_refusal_says_the_limit(ask: Ask) -> None:
    aliases = " ".join(f"a{n}: __typename" for n in range(40))
    (error,) = ask(f"{{ {aliases} }}")["errors"]
    assert error["message"] == "The query has too many aliases."
    assert error["extensions"]["params"] == {"limit": limits.MAX_ALIASES, "value": 40}


def test_too_many_tokens_are_refused(ask: Ask) -> None:
    assert codes(ask, "{" + " __typename" * limits.MAX_TOKENS + "}") == ["GRAPHQL_PARSE_FAILED"]


@pytest.mark.parametrize("depth", [300, 900])
def test_brackets_without_end_are_refused(ask: Ask, depth: int) -> None:
    assert codes(ask, "{ a " * depth + "}" * depth) == ["GRAPHQL_PARSE_FAILED"]


def test_the_schema_is_not_read_in_circles(ask: Ask) -> None:
    query = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"
    assert codes(ask, query) == ["GRAPHQL_VALIDATION_FAILED"]


def test_every_operation_of_a_document_is_measured(ask: Ask) -> None:
    aliases = " ".join(f"a{n}: __typename" for n in range(limits.MAX_ALIASES))
    query = f"query A {{ {aliases} }} query B {{ {aliases} }}"
    assert codes(ask, query) == ["TOO_MANY_ALIASES"]


def test_fragments_that_double_each_other_are_measured_at_once(ask: Ask) -> None:
    levels = 100
    fragments = "".join(
        f"fragment F{n} on SalesStore {{ ...F{n + 1} ...F{n + 1} }} " for n in range(levels)
    )
    query = f"{{ store {{ ...F0 }} }} {fragments} fragment F{levels} on SalesStore {{ appVersion }}"
    began = time.perf_counter()
    assert codes(ask, query) == ["QUERY_TOO_COSTLY"]
    assert time.perf_counter() - began < 5


def test_fragments_that_name_each_other_are_refused(ask: Ask) -> None:
    query = """{ store { ...A } } fragment A on SalesStore { ...B }
      fragment B on SalesStore { ...A }"""
    assert codes(ask, query) == ["GRAPHQL_VALIDATION_FAILED"]
