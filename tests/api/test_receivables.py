"""Who owes what, as everyone asks for it."""

from datetime import date, timedelta
from typing import Any

import pytest

from saleor_invoices.api.ids import global_id
from saleor_invoices.invoices.models import OrderRecord, Problem
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.api.conftest import Ask, World
from tests.api.counter import code
from tests.plugins import factories
from tests.reports.ledger import ANNA, BERT, DAY, credit, invoice, on, pay

OVERVIEW = """{ salesOverview { asOf failed toIssue
  open { amount { amount currency } documents }
  overdue { amount { amount } documents } dueSoon { documents } } }"""
AGEING = """query ($asOf: Date, $legalEntity: String! = "", $currency: String! = "") {
  salesAgeing(asOf: $asOf, legalEntity: $legalEntity, currency: $currency) { asOf
    currencies { currency moreCustomers
      total { notDue { amount } days1To30 { amount } days31To60 { amount } days61To90 { amount }
        over90 { amount } total { amount currency } }
      rows { customerId name email documents buckets { total { amount } } } } } }"""
ACCOUNT = """query ($id: ID!) { salesCustomerAccount(customerId: $id) {
  customerId name email currencies documents
  open { amount { amount } documents } overdue { amount { amount } documents } } }"""
STATEMENT = """query ($input: SalesStatementInput!) { salesStatement(input: $input) {
  customerId name currency from to
  opening { amount } closing { amount } invoiced { amount } credited { amount } paid { amount }
  rows { on entry reference documentId amount { amount } balance { amount } } } }"""
PERIOD = {"from": "2026-03-02", "to": "2026-03-31", "currency": "PLN"}
QUERIES: dict[str, tuple[str, dict[str, Any]]] = {
    "salesOverview": (OVERVIEW, {}),
    "salesAgeing": (AGEING, {}),
    "salesCustomerAccount": (ACCOUNT, {"id": ANNA}),
    "salesStatement": (STATEMENT, {"input": {**PERIOD, "customerId": ANNA}}),
}
REFUSED = {
    "bob": "PERMISSION_DENIED",
    "charlie": "PERMISSION_DENIED",
    "conny": "PERMISSION_DENIED",
    "key": "PERMISSION_DENIED",
    "guest": "PERMISSION_DENIED",
    "nobody": "UNAUTHENTICATED",
}


@pytest.fixture
def fresh(world: World) -> tuple[Installation, LegalEntity]:
    """Another seller of alice's store, whose documents are of Anna and Bert."""
    entity = factories.legal_entity(world.store, "fresh")
    with on(0):
        first = invoice(entity, 12_300, buyer_name="Sample Buyer Sp. z o.o.")
        invoice(entity, 5_000, customer=BERT)
        pay(first, 2_300)
    with on(20):
        credit(first, 1_230)
    return world.store, entity


@pytest.mark.parametrize("who", REFUSED)
@pytest.mark.parametrize("name", QUERIES)
def test_strangers_are_refused(ask: Ask, world: World, name: str, who: str) -> None:
    query, variables = QUERIES[name]
    assert code(ask(query, world.people[who], **variables)) == REFUSED[who]


@pytest.mark.parametrize("name", ["salesCustomerAccount", "salesStatement", "salesAgeing"])
@pytest.mark.usefixtures("fresh")
def test_another_store_sees_nothing_of_it(ask: Ask, world: World, name: str) -> None:
    query, variables = QUERIES[name]
    shown = ask(query, world.people["stella"], **variables)["data"][name]
    assert "Sample Buyer Sp." not in str(shown)
    if name == "salesStatement":
        assert (shown["rows"], shown["closing"]["amount"]) == ([], "0.00")
    if name == "salesCustomerAccount":
        assert shown is None


@pytest.mark.usefixtures("fresh")
def test_ageing(ask: Ask, world: World) -> None:
    answer = ask(AGEING, world.people["alice"], asOf="2026-03-21", legalEntity="fresh")
    (found,) = answer["data"]["salesAgeing"]["currencies"]
    assert answer["data"]["salesAgeing"]["asOf"] == "2026-03-21"
    nothing = {"amount": "0.00"}
    assert found == {
        "currency": "PLN",
        "moreCustomers": 0,
        "total": {
            "notDue": nothing,
            "days1To30": {"amount": "150.00"},
            "days31To60": nothing,
            "days61To90": nothing,
            "over90": nothing,
            "total": {"amount": "150.00", "currency": "PLN"},
        },
        "rows": [
            {
                "customerId": ANNA,
                "name": "Sample Buyer Sp. z o.o.",
                "email": f"{ANNA}@example.com",
                "documents": 1,
                "buckets": {"total": {"amount": "100.00"}},
            },
            {
                "customerId": BERT,
                "name": "Sample Buyer GmbH",
                "email": f"{BERT}@example.com",
                "documents": 1,
                "buckets": {"total": {"amount": "50.00"}},
            },
        ],
    }
    answer = ask(AGEING, world.people["alice"], legalEntity="fresh")
    (found,) = answer["data"]["salesAgeing"]["currencies"]
    assert found["total"]["over90"]["amount"] == "137.70"  # by now it was credited in part


def test_ageing_shows_two_hundred_customers(ask: Ask, world: World) -> None:
    entity = factories.legal_entity(world.store, "many")
    with on(0):
        for number in range(202):
            invoice(entity, 100 + number, customer=f"customer-{number}")
    answer = ask(AGEING, world.people["alice"], legalEntity="many", currency="PLN")
    (found,) = answer["data"]["salesAgeing"]["currencies"]
    assert len(found["rows"]) == 200
    assert found["rows"][0]["customerId"] == "customer-201"
    assert (found["moreCustomers"], found["total"]["total"]["amount"]) == (2, "405.01")


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"legalEntity": "nobody"}, "LEGAL_ENTITY_NOT_FOUND"),
        ({"currency": "XYZ"}, "UNKNOWN_CURRENCY"),
        ({"asOf": "2999-01-01"}, "DAY_INVALID"),
    ],
)
def test_ageing_of_what_is_not(
    ask: Ask, world: World, variables: dict[str, str], expected: str
) -> None:
    assert code(ask(AGEING, world.people["alice"], **variables)) == expected


@pytest.mark.usefixtures("fresh")
def test_account(ask: Ask, world: World) -> None:
    shown = ask(ACCOUNT, world.people["alice"], id=ANNA)["data"]["salesCustomerAccount"]
    assert shown == {
        "customerId": ANNA,
        "name": "Sample Buyer GmbH",  # as on the credit note, which is the latest
        "email": f"{ANNA}@example.com",
        "currencies": ["PLN"],
        "documents": 2,
        "open": [{"amount": {"amount": "87.70"}, "documents": 1}],
        "overdue": [{"amount": {"amount": "87.70"}, "documents": 1}],
    }
    for nobody in ("", "VXNlcjo5OTk="):
        answer = ask(ACCOUNT, world.people["alice"], id=nobody)
        assert answer == {"data": {"salesCustomerAccount": None}}


def test_statement(ask: Ask, world: World, fresh: tuple[Installation, LegalEntity]) -> None:
    wanted = {**PERIOD, "customerId": ANNA, "legalEntity": "fresh"}
    shown = ask(STATEMENT, world.people["alice"], input=wanted)["data"]["salesStatement"]
    rows = shown.pop("rows")
    assert shown == {
        "customerId": ANNA,
        "name": "Sample Buyer GmbH",
        "currency": "PLN",
        "from": "2026-03-02",
        "to": "2026-03-31",
        "opening": {"amount": "0.00"},
        "closing": {"amount": "87.70"},
        "invoiced": {"amount": "123.00"},
        "credited": {"amount": "12.30"},
        "paid": {"amount": "23.00"},
    }
    found = [(r["on"], r["entry"], r["amount"]["amount"], r["balance"]["amount"]) for r in rows]
    assert found == [
        ("2026-03-02", "INVOICE", "123.00", "123.00"),
        ("2026-03-02", "PAYMENT", "-23.00", "100.00"),
        ("2026-03-22", "CREDIT_NOTE", "-12.30", "87.70"),
    ]
    first = fresh[1].documents.get(kind="invoice", customer_id=ANNA)
    assert rows[0]["documentId"] == rows[1]["documentId"] == global_id("SalesInvoice", first.pk)
    assert rows[0]["reference"] == first.number


def test_overview(ask: Ask, world: World) -> None:
    OrderRecord.objects.update(status="UNFULFILLED")  # each was taken in
    shown = ask(OVERVIEW, world.people["alice"])["data"]["salesOverview"]
    assert shown["open"] == [{"amount": {"amount": "475.20", "currency": "PLN"}, "documents": 3}]
    assert (shown["failed"], shown["toIssue"]) == (0, 4)  # the samples cover no order
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011 any will do
    with on(yesterday):
        invoice(world.entity, 100, terms=-1)
        invoice(world.entity, 200, terms=4)
    Problem.objects.create(
        installation=world.store,
        subject="store",
        code="X",
        message="m",
        opened_at=world.store.registered_at,
        last_seen_at=world.store.registered_at,
    )
    before = shown
    shown = ask(OVERVIEW, world.people["alice"])["data"]["salesOverview"]
    assert shown["open"][0]["documents"] == 5
    assert sum(one["documents"] for one in shown["overdue"]) == 1 + sum(
        one["documents"] for one in before["overdue"]
    )
    assert sum(one["documents"] for one in shown["dueSoon"]) >= 1
    assert shown["failed"] == 1
    assert date.fromisoformat(shown["asOf"]) > DAY
    assert ask(OVERVIEW, world.people["stella"])["data"]["salesOverview"]["failed"] == 0
