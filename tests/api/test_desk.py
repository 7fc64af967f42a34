"""What staff keep for themselves and each other: preferences and views, and who may."""

from typing import Any

import pytest

from saleor_invoices.api.ids import global_id
from saleor_invoices.api.mutations import desk as mutations
from saleor_invoices.desk.models import Preference, SavedView, StaffNote
from saleor_invoices.desk.services import preference_set, view_save
from saleor_invoices.desk.services.view_save import view_update
from saleor_invoices.invoices.models import (
    DownloadLink,
    HistoryEntry,
)
from tests.api.conftest import Ask, Headers, World
from tests.api.desk import ADD, COPY, REMOVE, UPDATE, VIEWER, staff_of
from tests.api.test_mutations import REFUSED, code

PREFERENCE = 'query ($name: String! = "grid") { salesPreference(name: $name) }'
SET = """mutation ($name: String! = "grid", $value: JSON) {
  salesPreferenceSet(name: $name, value: $value) { name value } }"""
VIEWS = "{ salesViews { id name state shared mine } }"
SAVE = """mutation ($input: SalesSavedViewInput!) {
  salesViewSave(input: $input) { view { id name state shared mine } } }"""
DELETE = "mutation ($id: ID!) { salesViewDelete(id: $id) { deleted } }"


@pytest.fixture
def people(world: World) -> dict[str, Headers]:
    """Everyone, and the staff of the back office."""
    return staff_of(world)


@pytest.fixture
def invoice(world: World) -> str:
    """Charlie's."""
    return global_id("SalesInvoice", world.charlies.pk)


def test_the_viewer_is_told_what_they_may_do(ask: Ask, people: dict[str, Headers]) -> None:
    def seen(who: str) -> dict[str, Any]:
        found: dict[str, Any] = ask(VIEWER, people[who])["data"]["salesViewer"]
        return found

    assert seen("alice") == {
        "userId": "alice", "email": "alice@example.com",
        "mayWork": True, "mayHandleMoney": False, "maySet": False, "mayReadSettings": True,
    }  # fmt: skip
    assert seen("anna")["mayHandleMoney"]
    assert seen("amy") == {
        "userId": "amy", "email": "amy@example.com",
        "mayWork": False, "mayHandleMoney": False, "maySet": True, "mayReadSettings": True,
    }  # fmt: skip
    assert not any(v for k, v in seen("bob").items() if k.startswith("may"))


@pytest.mark.parametrize("who", [who for who in REFUSED if who != "bob"])
def test_nobody_but_staff_is_a_viewer(ask: Ask, people: dict[str, Headers], who: str) -> None:
    assert code(ask(VIEWER, people[who])) == REFUSED[who]


@pytest.mark.parametrize("who", REFUSED)
@pytest.mark.parametrize(
    "query",
    [
        PREFERENCE, VIEWS, "{ salesTabs { all toIssue unpaid overdue failed } }",
        "{ salesOrdersToIssue { edges { cursor node { orderId } } } }",
        "{ salesInvoices(filter: {failed: true}) { edges { node { number } } } }",
    ],
)  # fmt: skip
def test_the_back_office_is_for_staff(
    ask: Ask, people: dict[str, Headers], query: str, who: str
) -> None:
    assert code(ask(query, people[who])) == REFUSED[who]


@pytest.mark.parametrize("who", REFUSED)
def test_verbs_are_for_staff(
    ask: Ask, world: World, people: dict[str, Headers], invoice: str, who: str
) -> None:
    view = SavedView.objects.create(installation=world.store, user_id="alice", name="n", state={})
    kept = StaffNote.objects.create(document=world.charlies, author="staff:alice", text="x")
    history = HistoryEntry.objects.count()
    for query, asked in (
        (SET, {"value": 1}),
        (SAVE, {"input": {"name": "mine", "state": {}}}),
        (DELETE, {"id": global_id("SalesSavedView", view.pk)}),
        (ADD, {"id": invoice}),
        (UPDATE, {"id": global_id("SalesStaffNote", kept.pk), "pinned": True}),
        (REMOVE, {"id": global_id("SalesStaffNote", kept.pk)}),
        (COPY, {"id": invoice}),
    ):
        assert code(ask(query, people[who], **asked)) == REFUSED[who], query
    assert (Preference.objects.count(), SavedView.objects.count()) == (0, 1)
    assert StaffNote.objects.get().pinned is False
    assert not DownloadLink.objects.filter(document=world.charlies).exists()
    assert HistoryEntry.objects.count() == history


def test_a_preference_is_ones_own(ask: Ask, people: dict[str, Headers]) -> None:
    assert ask(PREFERENCE, people["alice"]) == {"data": {"salesPreference": None}}
    value = {"columns": ["number", "total"], "width": {"number": 120}}
    answer = ask(SET, people["alice"], value=value)
    assert answer["data"]["salesPreferenceSet"] == {"name": "grid", "value": value}
    ask(SET, people["alice"], value=[1])
    assert ask(PREFERENCE, people["alice"])["data"]["salesPreference"] == [1]
    for other in ("anna", "stella"):
        assert ask(PREFERENCE, people[other])["data"]["salesPreference"] is None
    ask(SET, people["alice"], value=None)
    assert not Preference.objects.exists()
    falsies: tuple[Any, ...] = (False, 0, "", [])
    for falsy in falsies:
        ask(SET, people["alice"], value=falsy)
        assert ask(PREFERENCE, people["alice"])["data"]["salesPreference"] == falsy


def test_preferences_have_limits(
    ask: Ask, people: dict[str, Headers], monkeypatch: pytest.MonkeyPatch
) -> None:
    alice = people["alice"]
    assert code(ask(SET, alice, value="x" * 8192)) == "VALUE_TOO_LARGE"
    for name in ("", " ", "x" * 101, "a\u202eb"):
        assert code(ask(SET, alice, name=name, value=1)) == "NAME_INVALID"
    for value in ("1e999", "[-1e999]"):  # PostgreSQL keeps no such number
        text = f'mutation {{ salesPreferenceSet(name: "grid", value: {value}) {{ name }} }}'
        assert code(ask(text, alice)) == "VALUE_INVALID"
    deep: list[Any] = []
    for _ in range(100):
        deep = [{"deeper": deep}]
    assert code(ask(SET, alice, value=deep)) == "VALUE_INVALID"
    monkeypatch.setattr(preference_set, "MOST_NAMES", 2)
    for name in ("a", "b", "a"):
        assert "errors" not in ask(SET, alice, name=name, value=1)
    assert code(ask(SET, alice, name="c", value=1)) == "PREFERENCES_TOO_MANY"
    assert Preference.objects.count() == 2


def test_views_are_seen_by_their_owner_and_shared_ones_by_all(
    ask: Ask, people: dict[str, Headers]
) -> None:
    def save(who: str, **given: Any) -> dict[str, Any]:
        return ask(SAVE, people[who], input={"state": {"tab": "all"}, **given})

    def names(who: str) -> list[tuple[str, bool]]:
        return [(v["name"], v["mine"]) for v in ask(VIEWS, people[who])["data"]["salesViews"]]

    mine = save("alice", name="  Big  ones ")["data"]["salesViewSave"]["view"]
    assert (mine["name"], mine["state"], mine["shared"]) == ("Big ones", {"tab": "all"}, False)
    shared = save("alice", name="All of us", shared=True)["data"]["salesViewSave"]["view"]
    assert names("alice") == [("All of us", True), ("Big ones", True)]
    assert names("anna") == [("All of us", False)]
    assert names("stella") == []
    changed = save("alice", id=mine["id"], name="Bigger", shared=True, state=[1])
    assert changed["data"]["salesViewSave"]["view"] == {
        "id": mine["id"], "name": "Bigger", "state": [1], "shared": True, "mine": True,
    }  # fmt: skip
    assert code(save("anna", id=shared["id"], name="Taken")) == "VIEW_NOT_YOURS"
    assert code(ask(DELETE, people["anna"], id=shared["id"])) == "VIEW_NOT_YOURS"
    for stranger in ("stella",):
        assert code(save(stranger, id=shared["id"], name="Taken")) == "NOT_FOUND"
        assert code(ask(DELETE, people[stranger], id=shared["id"])) == "NOT_FOUND"
    assert ask(DELETE, people["alice"], id=shared["id"])["data"]["salesViewDelete"]["deleted"]
    assert code(ask(DELETE, people["alice"], id=shared["id"])) == "NOT_FOUND"
    assert names("anna") == [("Bigger", False)]


def test_a_view_that_is_deleted_while_it_is_saved_is_not_there(
    ask: Ask, people: dict[str, Headers], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {"name": "Mine", "state": {}}
    view = ask(SAVE, people["alice"], input=given)["data"]["salesViewSave"]["view"]
    update = view_update

    def late(**values: Any) -> SavedView:
        SavedView.objects.all().delete()
        return update(**values)

    monkeypatch.setattr(mutations, "view_update", late)
    assert code(ask(SAVE, people["alice"], input={"id": view["id"], **given})) == "NOT_FOUND"
    assert not SavedView.objects.exists()


def test_another_persons_own_view_is_not_there(ask: Ask, people: dict[str, Headers]) -> None:
    given = {"name": "secret", "state": {}}
    view = ask(SAVE, people["alice"], input=given)["data"]["salesViewSave"]["view"]
    assert code(ask(SAVE, people["anna"], input={**given, "id": view["id"]})) == "NOT_FOUND"


def test_views_have_limits(
    ask: Ask, people: dict[str, Headers], monkeypatch: pytest.MonkeyPatch
) -> None:
    def save(**given: Any) -> dict[str, Any]:
        return ask(SAVE, people["alice"], input={"name": "n", "state": {}, **given})

    assert code(save(name=" ")) == "NAME_INVALID"
    assert code(save(state="x" * 9000)) == "VALUE_TOO_LARGE"
    monkeypatch.setattr(view_save, "MOST_VIEWS", 1)
    assert "errors" not in save()
    assert code(save()) == "VIEWS_TOO_MANY"
    assert SavedView.objects.count() == 1
