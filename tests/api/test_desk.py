"""What staff keep: preferences, views, notes, links, and the names under which they do things."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from saleor_invoices.api.ids import global_id
from saleor_invoices.api.mutations import desk as mutations
from saleor_invoices.desk.models import Preference, SavedView, StaffMember, StaffNote
from saleor_invoices.desk.services import note, preference_set, view_save
from saleor_invoices.desk.services.view_save import view_update
from saleor_invoices.invoices.models import (
    Allocation,
    DownloadLink,
    HistoryEntry,
    Movement,
)
from saleor_invoices.invoices.services.document_erase import document_erase
from saleor_invoices.stores.models import SettingValue
from tests.api.conftest import Ask, Headers, World, bearer
from tests.api.test_mutations import REFUSED, code
from tests.invoices import books
from tests.plugins import factories

VIEWER = "{ salesViewer { userId email mayWork mayHandleMoney maySet mayReadSettings } }"
PREFERENCE = 'query ($name: String! = "grid") { salesPreference(name: $name) }'
SET = """mutation ($name: String! = "grid", $value: JSON) {
  salesPreferenceSet(name: $name, value: $value) { name value } }"""
VIEWS = "{ salesViews { id name state shared mine } }"
SAVE = """mutation ($input: SalesSavedViewInput!) {
  salesViewSave(input: $input) { view { id name state shared mine } } }"""
DELETE = "mutation ($id: ID!) { salesViewDelete(id: $id) { deleted } }"
NOTE = "id text pinned author authorName createdAt editedAt mine"
ADD = f"""mutation ($id: ID!, $text: String! = "Call them", $pinned: Boolean! = false) {{
  staffNoteAdd(documentId: $id, text: $text, pinned: $pinned) {{
    note {{ {NOTE} }} document {{ staffNotes {{ text }} }} }} }}"""
UPDATE = f"""mutation ($id: ID!, $text: String, $pinned: Boolean) {{
  staffNoteUpdate(id: $id, text: $text, pinned: $pinned) {{ note {{ {NOTE} }}
    document {{ id }} }} }}"""
REMOVE = "mutation ($id: ID!) { staffNoteDelete(id: $id) { deleted document { number } } }"
NOTES = f"query ($id: ID!) {{ salesInvoice(id: $id) {{ staffNotes {{ {NOTE} }} }} }}"
COPY = """mutation ($id: ID!) { invoiceLinkCopy(id: $id) {
  link { url opensUntil opensItself } document { customerLink { url opensItself } } } }"""
WORKINGS = """query ($id: ID!) { salesInvoice(id: $id) {
  customerLink { url opensUntil opensItself } staffNotes { text } failed
  payments { recordedByName } history { event actor actorName }
  dispatches { requestedBy requestedByName } } }"""


@pytest.fixture
def people(world: World) -> dict[str, Headers]:
    """Everyone, and anna, who works beside alice, and stella, who may do anything elsewhere."""

    def staff(user: str, *rights: str) -> Headers:
        token = factories.staff_token(
            world.store, user=user, rights=rights, email=f"{user}@example.com"
        )
        return bearer(token, world.store)

    return {
        **world.people,
        "alice": staff("alice", "MANAGE_ORDERS"),
        "anna": staff("anna", "MANAGE_ORDERS", "HANDLE_PAYMENTS"),
        "amy": staff("amy", "MANAGE_APPS"),
    }


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


def test_notes_are_written_pinned_changed_and_deleted(
    ask: Ask, world: World, people: dict[str, Headers], invoice: str
) -> None:
    alice, anna = people["alice"], people["anna"]
    first = ask(ADD, alice, id=invoice, text=" Pays late.\r\nCall first! ")["data"]["staffNoteAdd"]
    made = first["note"]
    assert (made["text"], made["pinned"], made["mine"]) == ("Pays late.\nCall first!", False, True)
    assert (made["author"], made["authorName"]) == ("staff:alice", "alice@example.com")
    assert first["document"]["staffNotes"] == [{"text": made["text"]}]
    ask(ADD, anna, id=invoice, text="Second")
    (second, _) = notes = ask(NOTES, alice, id=invoice)["data"]["salesInvoice"]["staffNotes"]
    assert [one["text"] for one in notes] == ["Second", made["text"]]
    assert [one["mine"] for one in notes] == [False, True]

    assert code(ask(UPDATE, anna, id=made["id"], text="Pays")) == "NOTE_NOT_YOURS"
    assert code(ask(REMOVE, anna, id=made["id"])) == "NOTE_NOT_YOURS"
    pinned = ask(UPDATE, anna, id=made["id"], pinned=True)["data"]["staffNoteUpdate"]["note"]
    assert (pinned["pinned"], pinned["editedAt"]) == (True, None)
    edited = ask(UPDATE, alice, id=made["id"], text="Paid")["data"]["staffNoteUpdate"]["note"]
    assert (edited["text"], edited["pinned"]) == ("Paid", True)
    assert edited["editedAt"]
    shown = ask(NOTES, anna, id=invoice)["data"]["salesInvoice"]["staffNotes"]
    assert [one["text"] for one in shown] == ["Paid", "Second"]

    assert ask(REMOVE, anna, id=second["id"])["data"]["staffNoteDelete"]["deleted"]
    assert code(ask(REMOVE, anna, id=second["id"])) == "NOT_FOUND"
    events = world.charlies.history.order_by("pk").values_list("event", "actor")
    assert list(events) == [
        ("note_added", "staff:alice"), ("note_added", "staff:anna"),
        ("note_edited", "staff:alice"), ("note_deleted", "staff:anna"),
    ]  # fmt: skip


def test_notes_of_another_store_are_not_there(
    ask: Ask, world: World, people: dict[str, Headers], invoice: str
) -> None:
    note = StaffNote.objects.create(document=world.charlies, author="staff:VXNlcjox", text="x")
    identity = global_id("SalesStaffNote", note.pk)
    assert code(ask(ADD, people["stella"], id=invoice)) == "NOT_FOUND"
    assert code(ask(UPDATE, people["stella"], id=identity, pinned=True)) == "NOT_FOUND"
    assert code(ask(REMOVE, people["stella"], id=identity)) == "NOT_FOUND"
    assert code(ask(COPY, people["stella"], id=invoice)) == "NOT_FOUND"


def test_notes_have_limits(
    ask: Ask, people: dict[str, Headers], invoice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("", " \n ", "x" * 5001, "a\u202eb", "bell\x07"):
        assert code(ask(ADD, people["alice"], id=invoice, text=text)) == "NOTE_INVALID"
    family = "👩\u200d👧 \u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645"
    assert "errors" not in ask(ADD, people["alice"], id=invoice, text=family)
    monkeypatch.setattr(note, "MOST_NOTES", 1)
    assert code(ask(ADD, people["alice"], id=invoice)) == "NOTES_TOO_MANY"


def test_an_erased_document_keeps_and_takes_no_notes(
    ask: Ask, world: World, people: dict[str, Headers]
) -> None:
    entity = factories.legal_entity(world.store, "ancient")
    old = books.invoice(entity, on=date(2012, 5, 4))
    identity = global_id("SalesInvoice", old.pk)
    assert "errors" not in ask(ADD, people["alice"], id=identity)
    document_erase(document=old, reason="Its time has run out.", actor="staff:1")
    assert not StaffNote.objects.exists()
    assert code(ask(ADD, people["alice"], id=identity)) == "DOCUMENT_ERASED"
    assert code(ask(COPY, people["alice"], id=identity)) == "DOCUMENT_ERASED"


def test_the_link_is_made_once_and_shown(
    ask: Ask, world: World, people: dict[str, Headers], invoice: str
) -> None:
    assert _seen(ask, people, invoice)["customerLink"] is None
    first, second = (
        ask(COPY, people["alice"], id=invoice)["data"]["invoiceLinkCopy"] for _ in "ab"
    )
    assert first["link"] == second["link"]
    assert first["link"]["url"].startswith("https://invoices.example.com/i/")
    assert first["link"]["opensItself"] is True
    assert first["document"]["customerLink"]["url"] == first["link"]["url"]
    assert world.charlies.history.filter(event="link_copied", actor="staff:alice").count() == 2
    assert _seen(ask, people, invoice)["customerLink"] == first["link"]
    SettingValue.objects.create(installation=world.store, key="strict_links", value=True)
    strict = ask(COPY, people["alice"], id=invoice)["data"]["invoiceLinkCopy"]
    assert (strict["link"]["opensItself"], strict["document"]["customerLink"]["opensItself"]) == (
        False, False,
    )  # fmt: skip
    DownloadLink.objects.update(revoked_at=timezone.now())
    fresh = ask(COPY, people["alice"], id=invoice)["data"]["invoiceLinkCopy"]["link"]
    assert fresh["url"] != first["link"]["url"]


def test_a_draft_has_no_link(ask: Ask, world: World, people: dict[str, Headers]) -> None:
    draft = global_id("SalesInvoice", world.draft.pk)
    assert code(ask(COPY, people["alice"], id=draft)) == "DOCUMENT_NOT_ISSUED"
    assert not DownloadLink.objects.filter(document=world.draft).exists()


@pytest.mark.parametrize("who", ["charlie", "key"])
def test_nobody_but_staff_sees_notes_links_failures_or_names(
    ask: Ask, world: World, people: dict[str, Headers], invoice: str, who: str
) -> None:
    StaffMember.objects.create(
        installation=world.store, user_id="a", email="a@example.com", seen_at=timezone.now()
    )
    movement = Movement.objects.create(
        installation=world.store, kind="manual", amount_minor=1, currency="PLN", key="manual:1",
        source="manual", occurred_at=timezone.now(), recorded_by="staff:a",
    )  # fmt: skip
    Allocation.objects.create(movement=movement, document=world.charlies, amount_minor=1)
    ask(ADD, people["alice"], id=invoice)
    ask(COPY, people["alice"], id=invoice)
    shown = ask(WORKINGS, people[who], id=invoice)["data"]["salesInvoice"]
    assert shown.pop("payments") == [{"recordedByName": None}]
    assert set(shown.values()) == {None}
    seen = ask(WORKINGS, people["alice"], id=invoice)["data"]["salesInvoice"]
    assert seen["payments"] == [{"recordedByName": "a@example.com"}]


def test_history_names_people_and_keys(
    ask: Ask, world: World, people: dict[str, Headers], invoice: str
) -> None:
    for actor in ("staff:unseen", "key:ERP", "app", "saleor"):
        HistoryEntry.objects.create(
            document=world.charlies, at=timezone.now(), actor=actor, event="tried"
        )
    StaffMember.objects.create(
        installation=world.other, user_id="unseen", email="x@example.com", seen_at=timezone.now()
    )
    ask(COPY, people["anna"], id=invoice)
    events = ask(WORKINGS, people["alice"], id=invoice)["data"]["salesInvoice"]["history"]
    assert {event["actor"]: event["actorName"] for event in events} == {
        "staff:unseen": "", "key:ERP": "ERP", "app": "", "saleor": "",
        "staff:anna": "anna@example.com",
    }  # fmt: skip


def test_a_member_of_staff_is_noted_once_a_day_and_when_the_address_changes(
    ask: Ask, world: World, people: dict[str, Headers]
) -> None:
    def row() -> StaffMember:
        return StaffMember.objects.get(installation=world.store, user_id="alice")

    ask(VIEWER, people["alice"])
    first = row()
    ask(VIEWER, people["alice"])
    assert row().seen_at == first.seen_at
    StaffMember.objects.update(seen_at=first.seen_at - timedelta(days=2))
    ask(VIEWER, people["alice"])
    assert row().seen_at > first.seen_at
    token = factories.staff_token(world.store, user="alice", email="new@example.com")
    ask(VIEWER, bearer(token, world.store))
    assert row().email == "new@example.com"
    assert StaffMember.objects.count() == 1


def test_a_page_asks_for_all_of_it_at_once(
    ask: Ask, world: World, people: dict[str, Headers]
) -> None:
    query = """{ salesInvoices(first: 50) { edges { node { failed staffNotes { authorName }
      customerLink { opensItself } history { actorName } } } } }"""

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert "errors" not in ask(query, people["alice"])
        return len(captured)

    queries()
    ask(ADD, people["alice"], id=global_id("SalesInvoice", world.charlies.pk))
    ask(COPY, people["alice"], id=global_id("SalesInvoice", world.charlies.pk))
    before = queries()
    for number in range(60, 75):
        row = factories.issued_document(world.entity, factories.sample_document(f"INV-{number}"))
        ask(ADD, people["anna"], id=global_id("SalesInvoice", row.pk))
        ask(COPY, people["anna"], id=global_id("SalesInvoice", row.pk))
    assert queries() == before


def _seen(ask: Ask, people: dict[str, Headers], invoice: str) -> dict[str, Any]:
    found: dict[str, Any] = ask(WORKINGS, people["alice"], id=invoice)["data"]["salesInvoice"]
    return found
