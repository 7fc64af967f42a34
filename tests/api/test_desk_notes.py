"""Notes and links of a document, and the names under which staff do things."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from saleor_invoices.api.ids import global_id
from saleor_invoices.desk.models import StaffMember, StaffNote
from saleor_invoices.desk.services import note
from saleor_invoices.invoices.models import (
    Allocation,
    DownloadLink,
    HistoryEntry,
    Movement,
)
from saleor_invoices.invoices.services.document_erase import document_erase
from saleor_invoices.stores.models import SettingValue
from tests.api.conftest import Ask, Headers, World, bearer
from tests.api.desk import ADD, COPY, NOTE, REMOVE, UPDATE, VIEWER, staff_of
from tests.api.test_mutations import code
from tests.invoices import books
from tests.plugins import factories

NOTES = f"query ($id: ID!) {{ salesInvoice(id: $id) {{ staffNotes {{ {NOTE} }} }} }}"
WORKINGS = """query ($id: ID!) { salesInvoice(id: $id) {
  customerLink { url opensUntil opensItself } staffNotes { text } failed
  payments { recordedByName } history { event actor actorName }
  dispatches { requestedBy requestedByName } } }"""


@pytest.fixture
def people(world: World) -> dict[str, Headers]:
    """Everyone, and the staff of the back office."""
    return staff_of(world)


@pytest.fixture
def invoice(world: World) -> str:
    """Charlie's."""
    return global_id("SalesInvoice", world.charlies.pk)


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
