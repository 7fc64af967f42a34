"""Narrowing and searching lists."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.domain.document import Totals
from saleor_invoices.domain.states import PaymentStatus
from tests.api.conftest import DORA, Ask, World
from tests.plugins import factories

LIST = """query ($filter: SalesDocumentFilter, $search: String) {
  salesInvoices(first: 100, filter: $filter, search: $search) {
    edges { node { number } } totalCount } }"""


@pytest.fixture
def shelf(world: World) -> World:
    """Beside Charlie's, Dora's and the guest's PLN 158.40: yen, dinars, another kind and date."""
    entity, make = world.entity, factories.sample_document
    for currency, amount in (("JPY", "1500"), ("KWD", "1.5")):
        totals = _totals(Decimal(amount))
        document = make(f"{currency}-1", currency=currency, totals=totals)
        factories.issued_document(entity, document)
    factories.issued_document(
        entity,
        make("OLD-1", issue_date=factories.TODAY - timedelta(days=400), test_mode=True),
        paid=PaymentStatus.PAID,
        balance="0",
        due_date=factories.TODAY - timedelta(days=386),
        source="imported",
        channel="outlet",
    )
    factories.credit_note(entity, world.charlies)
    return world


def _totals(amount: Decimal) -> Totals:
    whole = dict.fromkeys(("net", "gross", "payable"), amount)
    return replace(factories.sample_document().totals, tax=Decimal(0), **whole)


def found(ask: Ask, world: World, **variables: Any) -> set[str]:
    """The numbers that alice finds; the count agrees."""
    page = ask(LIST, world.people["alice"], **variables)["data"]["salesInvoices"]
    numbers = {edge["node"]["number"] for edge in page["edges"]}
    assert page["totalCount"] == len(page["edges"])
    return numbers


PLN = {"", "INV-1", "INV-2", "INV-3", "OLD-1", "CN-1"}
EVERYTHING = PLN | {"JPY-1", "KWD-1"}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, EVERYTHING),
        ({"currency": ["JPY", "KWD"]}, {"JPY-1", "KWD-1"}),
        ({"total": {"gte": "158.40", "lte": "158.40"}}, PLN),
        ({"total": {"gte": "158.41"}}, {"JPY-1"}),
        ({"total": {"lte": "1.5"}}, {"KWD-1"}),
        ({"total": {"lte": "1.499"}}, set()),
        ({"total": {"gte": "1499.5", "lte": "1500.5"}}, {"JPY-1"}),
        ({"total": {"gte": "100"}, "currency": ["KWD"]}, set()),
        ({"total": {"gte": "999999999999999"}}, set()),
        ({"kind": ["CREDIT_NOTE"]}, {"CN-1"}),
        ({"state": "DRAFT"}, {""}),
        ({"channel": ["outlet"]}, {"OLD-1"}),
        ({"channel": []}, set()),
        ({"orderId": "order-2"}, {"INV-2"}),
        ({"orderNumber": "3"}, {"INV-3"}),
        ({"customerId": DORA}, {"INV-2"}),
        ({"source": "IMPORTED"}, {"OLD-1"}),
        ({"testMode": True}, {"OLD-1"}),
        ({"testMode": False, "state": "ISSUED", "currency": ["PLN"]}, PLN - {"", "OLD-1"}),
        ({"paymentStatus": ["PAID", "OVERPAID"]}, {"OLD-1"}),
        ({"issueDate": {"lte": "2026-11-21"}}, {"OLD-1"}),
        ({"issueDate": {"gte": "2026-11-22", "lte": "2026-11-22"}}, EVERYTHING - {"", "OLD-1"}),
        ({"dueDate": {"lte": "2026-01-01"}}, {"OLD-1"}),
        (None, EVERYTHING),
    ],
)
def test_a_filter_narrows_the_list(
    ask: Ask, shelf: World, wanted: dict[str, Any] | None, expected: set[str]
) -> None:
    assert found(ask, shelf, filter=wanted) == expected


def test_overdue_is_what_is_owed_after_its_day(ask: Ask, world: World) -> None:
    today = timezone.now().date()
    make, entity = factories.sample_document, world.entity
    late = today - timedelta(days=2)
    factories.issued_document(entity, make("LATE", due_date=late))
    factories.issued_document(entity, make("PAID", due_date=late), balance="0")
    factories.issued_document(
        entity, make("CANCELLED", due_date=late), paid=PaymentStatus.CANCELLED
    )
    factories.issued_document(entity, make("NEVER", due_date=None))
    factories.issued_document(entity, make("SOON", due_date=today + timedelta(days=2)))
    assert "LATE" in found(ask, world, filter={"overdue": True})
    assert not {"PAID", "CANCELLED", "NEVER", "SOON"} & found(ask, world, filter={"overdue": True})
    calm = found(ask, world, filter={"overdue": False})
    assert {"PAID", "CANCELLED", "NEVER", "SOON"} <= calm
    assert "LATE" not in calm


def test_due_today_is_overdue_where_the_sellers_day_is_over(ask: Ask, world: World) -> None:
    # Kiritimati is 25 hours ahead of Niue: at no moment do the two have the same date.
    ahead = factories.legal_entity(world.store, "ahead", timezone="Pacific/Kiritimati")
    behind = factories.legal_entity(world.store, "behind", timezone="Pacific/Niue")
    today_behind = timezone.now() - timedelta(hours=11)
    for entity, number in ((ahead, "AHEAD"), (behind, "BEHIND")):
        document = factories.sample_document(number, due_date=today_behind.date())
        factories.issued_document(entity, document)
    overdue = found(ask, world, filter={"overdue": True})
    assert "AHEAD" in overdue
    assert "BEHIND" not in overdue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("inv-2", {"INV-2"}),
        ("GMBH buyer", {"INV-1", "INV-2", "INV-3", "", "KRAKOW"}),
        ("lodz", {"KRAKOW"}),
        ("ŁÓDŹ kraków", {"KRAKOW"}),
        ("de1366", {"INV-1", "INV-2", "INV-3", "", "KRAKOW"}),
        ("someone@ex", {"KRAKOW"}),
        ("100%", set()),
        ("inv_2", set()),
        ("   ", {"INV-1", "INV-2", "INV-3", "", "KRAKOW"}),
    ],
)
def test_search_finds_parts_of_words_whatever_case_and_accents(
    ask: Ask, world: World, text: str, expected: set[str]
) -> None:
    order = factories.order_reference("Łódź", email="Someone@example.com")
    factories.issued_document(world.entity, factories.sample_document("KRAKOW", order=order))
    assert found(ask, world, search=text) == expected


def test_a_search_of_unreasonable_length_is_refused(ask: Ask, world: World) -> None:
    answer = ask(LIST, world.people["alice"], search="x" * 201)
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["SEARCH_TOO_LONG"]


def test_an_unknown_currency_is_refused(ask: Ask, world: World) -> None:
    wanted = {"currency": ["XQX"], "total": {"gte": "1"}}
    answer = ask(LIST, world.people["alice"], filter=wanted)
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["UNKNOWN_CURRENCY"]


@pytest.mark.parametrize("amount", ["x", "1e999999999", "NaN", "", "1.5.2", 1.5, True, "-"])
def test_an_amount_that_is_no_decimal_string_is_refused(
    ask: Ask, world: World, amount: object
) -> None:
    answer = ask(LIST, world.people["alice"], filter={"total": {"gte": amount}})
    (error,) = answer["errors"]
    assert error["extensions"]["code"] == "INVALID_AMOUNT"
