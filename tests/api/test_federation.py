"""The subgraph: what a gateway asks for, and that it costs the same for one entity as for many."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.api.conftest import CHARLIE, Ask, World
from tests.plugins import factories

ORDERS = """query ($all: [_Any!]!, $first: Int, $after: String) { _entities(representations: $all) {
  __typename ... on Order { id salesInvoices(first: $first, after: $after) {
    totalCount edges { cursor node { number lines { name } downloadUrl } }
    pageInfo { hasNextPage hasPreviousPage endCursor } } } } }"""


def order(number: int) -> dict[str, str]:
    """A gateway's representation of an order."""
    return {"__typename": "Order", "id": f"order-{number}"}


def test_the_service_says_which_entities_it_extends(ask: Ask) -> None:
    sdl = ask("{ _service { sdl } }")["data"]["_service"]["sdl"]
    assert 'url: "https://specs.apollo.dev/federation/v2.' in sdl
    assert 'type Order @key(fields: "id") {' in sdl
    assert 'type User @key(fields: "id") {' in sdl
    assert "type PageInfo @shareable {" in sdl


def test_an_order_pages_its_documents_newest_first(ask: Ask, world: World) -> None:
    reference = factories.order_reference(1)
    for day in (20, 21, 23):
        factories.issued_document(
            world.entity,
            factories.sample_document(f"N-{day}", order=reference),
            issue_date=factories.TODAY.replace(day=day),
        )

    def page(after: str | None) -> Any:
        answer = ask(ORDERS, world.people["alice"], all=[order(1)], first=2, after=after)
        return answer["data"]["_entities"][0]["salesInvoices"]

    first = page(None)
    assert [edge["node"]["number"] for edge in first["edges"]] == ["N-23", "INV-1"]
    assert first["totalCount"] == 4
    assert first["pageInfo"]["hasNextPage"] is True
    second = page(first["pageInfo"]["endCursor"])
    assert [edge["node"]["number"] for edge in second["edges"]] == ["N-21", "N-20"]
    assert second["totalCount"] == 4
    assert second["pageInfo"] == {
        "hasNextPage": False,
        "hasPreviousPage": True,
        "endCursor": second["edges"][-1]["cursor"],
    }


def test_an_order_that_we_do_not_know_has_an_empty_page(ask: Ask, world: World) -> None:
    (unknown,) = ask(ORDERS, world.people["alice"], all=[order(404)])["data"]["_entities"]
    assert unknown["__typename"] == "Order"
    assert (unknown["salesInvoices"]["totalCount"], unknown["salesInvoices"]["edges"]) == (0, [])


def test_many_orders_cost_as_many_queries_as_one(
    ask: Ask, world: World, django_assert_num_queries: Any
) -> None:
    for number in range(100, 120):
        document = factories.sample_document(f"F-{number}", order=factories.order_reference(number))
        factories.issued_document(world.entity, document)

    def names(*numbers: int) -> list[str]:
        asked = [order(number) for number in numbers]
        entities = ask(ORDERS, world.people["alice"], all=asked)["data"]["_entities"]
        return [e["salesInvoices"]["edges"][0]["node"]["number"] for e in entities]

    # store, ids of the pages, rows of the pages, counts, snapshots, files
    with django_assert_num_queries(6):
        assert names(100) == ["F-100"]
    with django_assert_num_queries(6):
        assert names(*range(100, 120)) == [f"F-{number}" for number in range(100, 120)]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ([{"__typename": "Order"}], "REPRESENTATION_INVALID"),
        ([{"id": "x"}], "REPRESENTATION_INVALID"),
        ([{"__typename": "SalesInvoice", "id": "x"}], "REPRESENTATION_INVALID"),
        ([{"__typename": ["Order"], "id": "x"}], "REPRESENTATION_INVALID"),
        (["Order"], "REPRESENTATION_INVALID"),
        ([{"__typename": "Order", "id": 5}], "REPRESENTATION_INVALID"),
        ([order(1)] * 101, "TOO_MANY_ENTITIES"),
    ],
)
def test_representations_that_make_no_sense_are_refused(
    ask: Ask, world: World, asked: list[Any], code: str
) -> None:
    query = "query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }"
    answer = ask(query, world.people["alice"], all=asked)
    assert answer["data"] is None
    assert [error["extensions"]["code"] for error in answer["errors"]] == [code]


EVERY_FIELD = """{ salesInvoices(first: 50) { totalCount edges { cursor node {
  id number kind state source testMode issueDate dueDate currency language channel orderId
  orderNumber customerId customerEmail createdAt paymentStatus paymentTerms downloadUrl
  net { amount } tax { amount } total { amount } payable { amount } balance { amount }
  prepaid { amount } rounding { amount }
  seller { name address { city } } buyer { name } notes { text } delivery { supplyDate }
  lines { name tax { category rate } allowances { amount } } charges { amount }
  allowances { amount }
  prepayments { amount } vatBreakdown { taxAmount } pdf { sha256 }
  precedingInvoice { number lines { name } creditNotes { number } }
  creditNotes { number lines { name } pdf { size } precedingInvoice { number } }
  publications { state } problems { code } history { event }
  order { id salesInvoices { totalCount edges { node { number lines { name } } } } }
  customer { id salesInvoices { edges { node { number pdf { size } } } } }
} } } }"""


@pytest.mark.parametrize("who", ["alice", "charlie", "key"])
def test_twenty_documents_cost_as_many_queries_as_two(ask: Ask, world: World, who: str) -> None:
    factories.credit_note(world.entity, world.charlies)

    def count() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as queries:
            answer = ask(EVERY_FIELD, world.people[who])
        assert "errors" not in answer, answer["errors"]
        return len(answer["data"]["salesInvoices"]["edges"]), len(queries)

    count()  # the first use of an API key is written down
    few, queries = count()
    for number in range(18):
        reference = factories.order_reference(50 + number, customer=CHARLIE)
        document = factories.sample_document(f"Q-{number}", order=reference)
        row = factories.issued_document(world.entity, document)
        factories.credit_note(world.entity, row, number=f"QC-{number}")
    assert count() == (few + 36, queries)


def test_a_list_without_lines_leaves_the_snapshots_alone(ask: Ask, world: World) -> None:
    with CaptureQueriesContext(connection) as queries:
        ask(
            "{ salesInvoices { edges { node { number total { amount } } } } }",
            world.people["alice"],
        )
    assert not [query["sql"] for query in queries if '"snapshot"' in query["sql"]]
    # The store, the drafts at the top of the list, then what has a date.
    assert len(queries) == 3
