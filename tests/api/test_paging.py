"""Pages by key: complete, without repetition, in the same order on both databases."""

import base64
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleor_invoices.api.connections import LARGEST_PAGE
from saleor_invoices.invoices.models import PaymentState, SalesDocument
from saleor_invoices.invoices.selectors import keyset
from saleor_invoices.invoices.selectors.documents import DocumentSort
from saleor_invoices.invoices.selectors.keyset import Place, Window
from tests.api.conftest import Ask, World
from tests.plugins import factories

PAGE = """query (
  $first: Int, $after: String, $last: Int, $before: String, $sort: SalesDocumentSort
) {
  salesInvoices(first: $first, after: $after, last: $last, before: $before, sortBy: $sort) {
    edges { cursor node { id number } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
FIELDS = ["ISSUE_DATE", "NUMBER", "TOTAL", "DUE_DATE", "BALANCE", "CREATED_AT"]


@pytest.fixture
def many(world: World) -> list[SalesDocument]:
    """17 documents with equal dates and amounts among them, and some without a date or payment."""
    rows = []
    for index in range(17):
        day = None if index % 6 == 5 else factories.TODAY - timedelta(days=index % 4)
        document = factories.sample_document(f"M-{index % 5}-{index}")
        row = factories.document_row(
            world.entity, document, issue_date=day, due_date=day, gross_minor=100 * (index % 3),
            source="imported",
        )  # fmt: skip
        row.save(force_insert=True)
        if index % 5:
            PaymentState.objects.create(
                document=row,
                installation_id=row.installation_id,
                status="unpaid",
                balance_minor=index % 4,
            )
        rows.append(row)
    return rows


def walk(ask: Ask, who: Any, *, backwards: bool = False, **variables: Any) -> list[str]:
    """Follow the pages to their end; returns the ids in the order of the list."""
    found: list[str] = []
    size, place, more = (
        ("last", "before", "hasPreviousPage") if backwards else ("first", "after", "hasNextPage")
    )
    cursor = None
    for _ in range(50):
        answer = ask(PAGE, who, **{size: 3, place: cursor}, **variables)
        page = answer["data"]["salesInvoices"]
        ids = [edge["node"]["id"] for edge in page["edges"]]
        found = ids + found if backwards else found + ids
        cursor = page["pageInfo"]["startCursor" if backwards else "endCursor"]
        if not page["pageInfo"][more]:
            return found
    raise AssertionError("the pages do not end")


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
@pytest.mark.parametrize("field", FIELDS)
def test_pages_in_both_directions_show_every_document_once(
    ask: Ask, world: World, field: str, direction: str
) -> None:
    alice, sort = world.people["alice"], {"field": field, "direction": direction}
    whole = ask(PAGE, alice, first=100, sort=sort)["data"]["salesInvoices"]["edges"]
    ids = [edge["node"]["id"] for edge in whole]
    assert (
        len(ids) == len(set(ids)) == SalesDocument.objects.filter(installation=world.store).count()
    )
    assert walk(ask, alice, sort=sort) == ids
    assert walk(ask, alice, sort=sort, backwards=True) == ids


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("field", FIELDS)
def test_descending_is_ascending_turned_round_and_null_has_its_place(
    ask: Ask, world: World, field: str
) -> None:
    def ids(direction: str) -> list[str]:
        sort = {"field": field, "direction": direction}
        page = ask(PAGE, world.people["alice"], first=100, sort=sort)["data"]["salesInvoices"]
        return [edge["node"]["id"] for edge in page["edges"]]

    assert ids("ASC") == ids("DESC")[::-1]
    sort = DocumentSort[field]
    rows = SalesDocument.objects.filter(installation=world.store).values_list("pk", sort.value)
    null_is_largest = field != "BALANCE"

    def place(row: Any) -> Any:
        pk, value = row
        return (value is None) == null_is_largest, value if value is not None else 0, pk

    ordered = sorted(rows, key=place)
    expected = [str(pk) for pk, _ in ordered]
    shown = [base64.b64decode(identity).decode().partition(":")[2] for identity in ids("ASC")]
    assert shown == expected


def test_a_page_says_what_lies_beyond_it(ask: Ask, world: World) -> None:
    alice, sort = world.people["alice"], {"field": "NUMBER", "direction": "ASC"}
    first = ask(PAGE, alice, first=2, sort=sort)["data"]["salesInvoices"]
    assert [edge["node"]["number"] for edge in first["edges"]] == ["", "INV-1"]
    info = first["pageInfo"]
    assert (info["hasNextPage"], info["hasPreviousPage"]) == (True, False)
    assert (info["startCursor"], info["endCursor"]) == tuple(
        edge["cursor"] for edge in first["edges"]
    )
    rest = ask(PAGE, alice, first=2, after=info["endCursor"], sort=sort)["data"]["salesInvoices"]
    assert [edge["node"]["number"] for edge in rest["edges"]] == ["INV-2", "INV-3"]
    assert (rest["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasPreviousPage"]) == (False, True)


def test_what_comes_in_between_does_not_shift_the_next_page(ask: Ask, world: World) -> None:
    alice, sort = world.people["alice"], {"field": "NUMBER", "direction": "ASC"}
    first = ask(PAGE, alice, first=2, sort=sort)["data"]["salesInvoices"]
    factories.issued_document(world.entity, factories.sample_document("INV-0"))
    after = first["pageInfo"]["endCursor"]
    rest = ask(PAGE, alice, first=9, after=after, sort=sort)["data"]["salesInvoices"]
    assert [edge["node"]["number"] for edge in rest["edges"]] == ["INV-2", "INV-3"]


def test_an_empty_page_has_no_cursors(ask: Ask, world: World) -> None:
    query = '{ salesInvoices(search: "none such") { edges { cursor } pageInfo { endCursor } } }'
    page = ask(query, world.people["alice"])["data"]["salesInvoices"]
    assert page == {"edges": [], "pageInfo": {"endCursor": None}}


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"first": 0}, "PAGE_SIZE"),
        ({"first": -1}, "PAGE_SIZE"),
        ({"first": LARGEST_PAGE + 1}, "PAGE_SIZE"),
        ({"last": LARGEST_PAGE + 1}, "PAGE_SIZE"),
        ({"first": 1, "last": 1}, "PAGE_AMBIGUOUS"),
        ({"after": "nonsense"}, "CURSOR_INVALID"),
        ({"before": "é"}, "CURSOR_INVALID"),
        ({"after": base64.b64encode(b'["NUMBER","x","y"]').decode()}, "CURSOR_INVALID"),
        (
            {"after": base64.b64encode(b'["TOTAL",1,"' + b"0" * 32 + b'"]').decode()},
            "CURSOR_INVALID",
        ),
        ({"after": base64.b64encode(b"[" * 100_000).decode()}, "CURSOR_INVALID"),
    ],
)
def test_arguments_that_make_no_page_are_refused(
    ask: Ask, world: World, variables: dict[str, Any], code: str
) -> None:
    answer = ask(PAGE, world.people["alice"], **variables)
    assert answer["data"] == {"salesInvoices": None}
    assert [error["extensions"]["code"] for error in answer["errors"]] == [code]


def test_a_cursor_beyond_what_a_database_counts_is_refused(ask: Ask, world: World) -> None:
    huge = base64.b64encode(b'["TOTAL",99999999999999999999,"' + b"0" * 32 + b'"]').decode()
    answer = ask(PAGE, world.people["alice"], after=huge, sort={"field": "TOTAL"})
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["CURSOR_INVALID"]


@pytest.mark.django_db
@settings(max_examples=30, deadline=None)
@given(
    days=st.lists(st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 5)), max_size=12),
    size=st.integers(1, 5),
    descending=st.booleans(),
)
def test_any_pages_together_are_the_sorted_list(
    days: list[date | None], size: int, descending: bool
) -> None:
    store = factories.installation(f"https://{uuid4().hex}.example.com/graphql/")
    entity = factories.legal_entity(store)
    rows = [
        factories.document_row(
            entity, factories.sample_document(str(i)), issue_date=day, source="imported"
        )
        for i, day in enumerate(days)
    ]
    SalesDocument.objects.bulk_create(rows)
    ordering = DocumentSort.ISSUE_DATE.ordering(descending=descending)
    mine = SalesDocument.objects.filter(installation=store)
    found: list[SalesDocument] = []
    window = Window(size=size)
    while True:
        page = keyset.page(mine, ordering=ordering, window=window)
        found += page.rows
        if not page.has_next:
            break
        last = page.rows[-1]
        window = Window(size=size, after=Place(value=last.issue_date, id=last.pk))
    ordered = sorted(rows, key=lambda row: (row.issue_date is None, row.issue_date or 0, row.pk))
    expected = [row.pk for row in (reversed(ordered) if descending else ordered)]
    assert [row.pk for row in found] == expected
