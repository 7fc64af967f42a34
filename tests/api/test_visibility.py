"""Every root field as every kind of caller: who sees what, and what a refusal says."""

from typing import Any

import pytest

from saleor_invoices.api.ids import global_id
from saleor_invoices.invoices.models import Problem
from saleor_invoices.stores.models import Installation, SettingValue
from saleor_invoices.stores.services.api_key import api_key_create
from tests.api.conftest import CHARLIE, CONNY, DORA, Ask, World, bearer
from tests.plugins import factories

LIST = "{ salesInvoices { edges { node { number } } totalCount } }"
ONE = "query ($id: ID!) { salesInvoice(id: $id) { number } }"
PROBLEMS = "{ problems { code } }"
STORE = "{ store { saleorApiUrl saleorVersion connected openProblems } }"
ENTITIES = """query ($all: [_Any!]!) { _entities(representations: $all) {
  ... on Order { id salesInvoices { edges { node { number } } totalCount } }
  ... on User { id salesInvoices { edges { node { number } } } } } }"""
WORKINGS = """{ salesInvoices(filter: {orderNumber: "1"}) { edges { node {
  publications { state } problems { code } history { event } } } } }"""

SEEN = {
    "alice": {"", "INV-1", "INV-2", "INV-3"},
    "key": {"", "INV-1", "INV-2", "INV-3"},
    "charlie": {"INV-1"},
    "dora": {"INV-2"},
    "guest": {"INV-3"},
    "stella": {"INV-9"},
    "conny": {"INV-9"},
}
REFUSED = {"bob": "PERMISSION_DENIED", "nobody": "UNAUTHENTICATED"}


def numbers(connection: dict[str, Any]) -> set[str]:
    """The numbers on a page."""
    return {edge["node"]["number"] for edge in connection["edges"]}


def code(answer: dict[str, Any]) -> str:
    """The code of the only error, whose field is null."""
    (error,) = answer["errors"]
    assert set((answer["data"] or {"": None}).values()) == {None}
    found: str = error["extensions"]["code"]
    return found


@pytest.mark.parametrize("who", SEEN)
def test_the_list_holds_what_the_caller_may_see(ask: Ask, world: World, who: str) -> None:
    page = ask(LIST, world.people[who])["data"]["salesInvoices"]
    assert numbers(page) == SEEN[who]
    assert page["totalCount"] == len(SEEN[who])


@pytest.mark.parametrize("who", REFUSED)
def test_the_list_is_refused_to(ask: Ask, world: World, who: str) -> None:
    assert code(ask(LIST, world.people[who])) == REFUSED[who]


@pytest.mark.parametrize("who", SEEN)
def test_one_document_is_null_unless_the_caller_may_see_it(
    ask: Ask, world: World, who: str
) -> None:
    for row in (world.charlies, world.doras, world.guests, world.draft, world.others):
        answer = ask(ONE, world.people[who], id=global_id("SalesInvoice", row.pk))
        # The draft has no number: only those who see "" in the list see it here.
        expected = {"number": row.number} if row.number in SEEN[who] else None
        assert answer == {"data": {"salesInvoice": expected}}


@pytest.mark.parametrize("who", REFUSED)
def test_one_document_is_refused_to(ask: Ask, world: World, who: str) -> None:
    answer = ask(ONE, world.people[who], id=global_id("SalesInvoice", world.charlies.pk))
    assert code(answer) == REFUSED[who]


@pytest.mark.parametrize("who", SEEN)
def test_orders_and_users_of_a_gateway_show_what_the_caller_may_see(
    ask: Ask, world: World, who: str
) -> None:
    orders = [{"__typename": "Order", "id": f"order-{number}"} for number in (1, 2, 3, 4, 9)]
    answer = ask(ENTITIES, world.people[who], all=orders)
    shown = answer["data"]["_entities"]
    assert [entity["id"] for entity in shown] == [order["id"] for order in orders]
    assert {n for entity in shown for n in numbers(entity["salesInvoices"])} == SEEN[who]
    assert sum(entity["salesInvoices"]["totalCount"] for entity in shown) == len(SEEN[who])


def test_a_customer_is_refused_another_users_invoices(ask: Ask, world: World) -> None:
    users = [{"__typename": "User", "id": user} for user in (CHARLIE, DORA, CONNY)]
    answer = ask(ENTITIES, world.people["charlie"], all=users)
    charlie, dora, conny = answer["data"]["_entities"]
    assert numbers(charlie["salesInvoices"]) == {"INV-1"}
    assert dora["salesInvoices"] is None
    assert conny["salesInvoices"] is None
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["PERMISSION_DENIED"] * 2


def test_staff_see_every_user_of_their_own_store(ask: Ask, world: World) -> None:
    users = [{"__typename": "User", "id": user} for user in (CHARLIE, CONNY)]
    charlie, conny = ask(ENTITIES, world.people["alice"], all=users)["data"]["_entities"]
    assert numbers(charlie["salesInvoices"]) == {"", "INV-1"}
    assert numbers(conny["salesInvoices"]) == set()


@pytest.mark.parametrize("who", REFUSED)
def test_entities_are_there_but_their_invoices_are_refused_to(
    ask: Ask, world: World, who: str
) -> None:
    orders = [{"__typename": "Order", "id": "order-1"}]
    answer = ask(ENTITIES, world.people[who], all=orders)
    assert answer["data"]["_entities"] == [{"id": "order-1", "salesInvoices": None}]
    assert answer["errors"][0]["extensions"]["code"] == REFUSED[who]


def test_problems_of_one_thing_are_those_of_the_own_store(ask: Ask, world: World) -> None:
    _problem(world.store, "MINE")
    _problem(world.other, "THEIRS")
    query = "query Q($subject: String!) { problems(subject: $subject) { code } }"
    alice = world.people["alice"]
    assert ask(query, alice, subject="store")["data"]["problems"] == [{"code": "MINE"}]
    assert ask(query, alice, subject="order:1")["data"]["problems"] == []


@pytest.mark.parametrize("who", ["alice", "stella"])
def test_staff_see_the_problems_of_their_own_store(ask: Ask, world: World, who: str) -> None:
    for store, name in ((world.store, "MINE"), (world.other, "THEIRS")):
        _problem(store, name)
    expected = "MINE" if who == "alice" else "THEIRS"
    assert ask(PROBLEMS, world.people[who])["data"]["problems"] == [{"code": expected}]
    own = world.store if who == "alice" else world.other
    assert ask(STORE, world.people[who])["data"]["store"] == {
        "saleorApiUrl": own.saleor_api_url,
        "saleorVersion": "3.22.67",
        "connected": True,
        "openProblems": 1,
    }


@pytest.mark.parametrize("query", [PROBLEMS, STORE])
@pytest.mark.parametrize("who", ["bob", "charlie", "key", "guest", "conny"])
def test_problems_and_store_are_refused_to_all_but_staff(
    ask: Ask, world: World, who: str, query: str
) -> None:
    _problem(world.store, "MINE")
    assert code(ask(query, world.people[who])) == "PERMISSION_DENIED"


@pytest.mark.parametrize("query", [PROBLEMS, STORE])
def test_problems_and_store_ask_nobody_to_sign_in(ask: Ask, world: World, query: str) -> None:
    assert code(ask(query, world.people["nobody"])) == "UNAUTHENTICATED"


def test_only_staff_see_the_workings_of_a_document(ask: Ask, world: World) -> None:
    hidden = {"publications": None, "problems": None, "history": None}
    for who in ("charlie", "key"):
        (edge,) = ask(WORKINGS, world.people[who])["data"]["salesInvoices"]["edges"]
        assert edge["node"] == hidden
    (edge,) = ask(WORKINGS, world.people["alice"])["data"]["salesInvoices"]["edges"]
    assert edge["node"] == {"publications": [], "problems": [], "history": []}


def test_a_proforma_is_not_shown_to_the_customer(ask: Ask, world: World) -> None:
    reference = factories.order_reference(7, customer=CHARLIE)
    proforma = factories.sample_document(number="PRO-7", kind="proforma", order=reference)
    factories.issued_document(world.entity, proforma)
    assert numbers(ask(LIST, world.people["charlie"])["data"]["salesInvoices"]) == {"INV-1"}
    assert "PRO-7" in numbers(ask(LIST, world.people["alice"])["data"]["salesInvoices"])


def test_a_channel_can_hide_its_invoices_from_customers(ask: Ask, world: World) -> None:
    SettingValue.objects.create(
        installation=world.store, channel="default-channel", key="show_in_storefront", value=False
    )
    assert numbers(ask(LIST, world.people["charlie"])["data"]["salesInvoices"]) == set()
    assert "INV-1" in numbers(ask(LIST, world.people["alice"])["data"]["salesInvoices"])


def test_a_channel_can_keep_customers_from_downloading(ask: Ask, world: World) -> None:
    query = '{ salesInvoices(filter: {orderNumber: "1"}) { edges { node { downloadUrl } } } }'

    def url(who: str) -> str | None:
        (edge,) = ask(query, world.people[who])["data"]["salesInvoices"]["edges"]
        found: str | None = edge["node"]["downloadUrl"]
        return found

    assert (url("charlie") or "").startswith("https://invoices.example.com/documents/")
    SettingValue.objects.create(installation=world.store, key="allow_download", value=False)
    assert url("charlie") is None
    assert url("alice") is not None


def test_a_customer_without_id_is_not_every_guest(ask: Ask, world: World) -> None:
    who = bearer(factories.customer_token(world.store, user=""), world.store)
    assert code(ask(LIST, who)) == "TOKEN_INVALID"


def test_a_key_without_the_scope_reads_nothing(ask: Ask, world: World) -> None:
    _, token = api_key_create(installation=world.store, name="x", scopes=["payments:write"])
    assert code(ask(LIST, {"Authorization": f"Bearer {token}"})) == "PERMISSION_DENIED"


def _problem(store: Installation, name: str) -> None:
    Problem.objects.create(
        installation=store,
        subject="store",
        code=name,
        message="It failed.",
        opened_at="2026-11-22T12:00Z",
        last_seen_at="2026-11-22T12:00Z",
    )
