"""Checks of VAT ids and erasure by the API: who may, what happens, what is left to see."""

from datetime import date
from typing import Any

import pytest
from celery import current_app
from django.test import Client
from django.utils import timezone

from saleor_invoices.api.ids import global_id
from saleor_invoices.invoices.models import Erasure, HistoryEntry, SalesDocument, VatCheck
from saleor_invoices.invoices.services.document_erase import document_erase
from saleor_invoices.invoices.services.download import download_url
from saleor_invoices.invoices.services.link_create import link_create, link_url
from saleor_invoices.stores.services.api_key import api_key_create
from tests.api.conftest import CHARLIE, Ask, World
from tests.api.test_mutations import REFUSED, code
from tests.invoices import books
from tests.plugins import factories

REQUEST = """mutation ($id: ID!) { vatCheckRequest(id: $id) {
  check { vatId answer } document { number } } }"""
CHECKS = """query ($vatId: String, $first: Int) { vatChecks(vatId: $vatId, first: $first) {
  id vatId requesterVatId answer name address consultationNumber detail checkedAt } }"""
ERASE = """mutation ($id: ID!, $reason: String!) { documentErase(id: $id, reason: $reason) {
  erasure { reason retainedUntil erasedBy erasedAt }
  document { number erasedAt buyer { name } } } }"""
ERASABLE = """query ($first: Int, $after: String) {
  documentsErasable(first: $first, after: $after) {
  edges { node { number issueDate } cursor } totalCount pageInfo { hasNextPage endCursor } } }"""
SHOWN = """query ($id: ID!) { salesInvoice(id: $id) {
  number issueDate dueDate currency customerEmail erasedAt paymentStatus paymentTerms
  net { amount } tax { amount } total { amount } payable { amount } balance { amount }
  prepaid { amount } rounding { amount } seller { name } buyer { name vatId } lines { name }
  charges { amount } allowances { amount } prepayments { amount } vatBreakdown { taxAmount }
  notes { text } delivery { recipient } pdf { sha256 } downloadUrl
  history { event actor } } }"""
REASON = "Its time has run out."
VAT_ID = "DE136695976"


@pytest.fixture
def old(world: World) -> SalesDocument:
    """A document of 2012 that nobody has to keep any more."""
    entity = factories.legal_entity(world.store, "ancient")
    document = books.invoice(entity, on=date(2012, 5, 4))
    factories.document_file(document)
    return document


def _id(document: SalesDocument) -> str:
    return global_id("SalesInvoice", document.pk)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tasks that were handed to the workers."""
    tasks: list[str] = []
    monkeypatch.setattr(current_app, "send_task", lambda name, **_: tasks.append(name))
    return tasks


# --- VAT ids -----------------------------------------------------------------------------------


def test_staff_have_a_vat_id_checked(
    ask: Ask, world: World, sent: list[str], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = ask(REQUEST, world.people["alice"], id=_id(world.charlies))
    assert answer["data"]["vatCheckRequest"] == {"check": None, "document": {"number": "INV-1"}}
    assert sent == ["saleor_invoices.invoices.tasks.vat_check"]
    entry = HistoryEntry.objects.get(event="vat_check_requested")
    assert (entry.document_id, entry.actor) == (world.charlies.pk, "staff:VXNlcjox")


def _check(world: World, vat_id: str = VAT_ID, **columns: Any) -> VatCheck:
    values: dict[str, Any] = {
        "installation": world.store,
        "vat_id": vat_id,
        "requester_vat_id": "PL5260001246",
        "answer": "valid",
        "name": "Sample Buyer GmbH",
        "consultation_number": "WAPI1",
        "checked_at": timezone.now(),
    }
    return VatCheck.objects.create(**{**values, **columns})


def test_a_fresh_answer_is_given_at_once(ask: Ask, world: World, sent: list[str]) -> None:
    _check(world)
    answer = ask(REQUEST, world.people["alice"], id=_id(world.charlies))
    check = {"vatId": VAT_ID, "answer": "VALID"}
    assert answer["data"]["vatCheckRequest"]["check"] == check
    assert sent == []


def test_a_key_that_writes_may_ask_as_well(ask: Ask, world: World, sent: list[str]) -> None:
    scopes = ["documents:read", "documents:write"]
    _, token = api_key_create(installation=world.store, name="ERP", scopes=scopes)
    answer = ask(REQUEST, {"Authorization": f"Bearer {token}"}, id=_id(world.charlies))
    assert "errors" not in answer
    assert HistoryEntry.objects.get(event="vat_check_requested").actor == "key:ERP"


@pytest.mark.parametrize("who", REFUSED)
def test_asking_vies_is_refused_to(ask: Ask, world: World, who: str) -> None:
    assert code(ask(REQUEST, world.people[who], id=_id(world.charlies))) == REFUSED[who]
    assert not HistoryEntry.objects.exists()


def test_staff_of_another_store_have_nothing_checked(ask: Ask, world: World) -> None:
    assert code(ask(REQUEST, world.people["stella"], id=_id(world.charlies))) == "NOT_FOUND"


def test_a_draft_is_not_checked(ask: Ask, world: World) -> None:
    assert code(ask(REQUEST, world.people["alice"], id=_id(world.draft))) == "NOT_ISSUED"


@pytest.mark.parametrize("who", ["alice", "key"])
def test_the_answers_are_listed_the_latest_first(ask: Ask, world: World, who: str) -> None:
    first, second = _check(world), _check(world, "PL1234563218", answer="unavailable", detail="X")
    _check(world, installation=world.other)
    rows = ask(CHECKS, world.people[who])["data"]["vatChecks"]
    assert [row["id"] for row in rows] == [
        global_id("SalesVatCheck", check.pk) for check in (second, first)
    ]
    assert rows[1] == {
        "id": global_id("SalesVatCheck", first.pk),
        "vatId": VAT_ID,
        "requesterVatId": "PL5260001246",
        "answer": "VALID",
        "name": "Sample Buyer GmbH",
        "address": "",
        "consultationNumber": "WAPI1",
        "detail": "",
        "checkedAt": first.checked_at.isoformat(),
    }
    rows = ask(CHECKS, world.people[who], vatId=VAT_ID)["data"]["vatChecks"]
    assert [row["vatId"] for row in rows] == [VAT_ID]
    assert len(ask(CHECKS, world.people[who], first=1)["data"]["vatChecks"]) == 1
    assert code(ask(CHECKS, world.people[who], first=0)) == "PAGE_SIZE"


def test_another_store_sees_its_own_answers_only(ask: Ask, world: World) -> None:
    _check(world)
    assert ask(CHECKS, world.people["stella"])["data"]["vatChecks"] == []


@pytest.mark.parametrize("who", [name for name in REFUSED if name != "key"])
def test_the_answers_are_refused_to(ask: Ask, world: World, who: str) -> None:
    assert code(ask(CHECKS, world.people[who])) == REFUSED[who]


# --- Erasure -----------------------------------------------------------------------------------


def test_staff_erase_a_document(ask: Ask, world: World, old: SalesDocument) -> None:
    answer = ask(ERASE, world.people["alice"], id=_id(old), reason=REASON)
    found = answer["data"]["documentErase"]
    assert found["erasure"] == {
        "reason": REASON,
        "retainedUntil": "2018-12-31",
        "erasedBy": "staff:VXNlcjox",
        "erasedAt": Erasure.objects.get().erased_at.isoformat(),
    }
    assert found["document"]["number"] == old.number
    assert found["document"]["erasedAt"] == found["erasure"]["erasedAt"]
    assert found["document"]["buyer"] == {"name": ""}
    again = ask(ERASE, world.people["alice"], id=_id(old), reason="Another one.")
    assert again["data"]["documentErase"]["erasure"] == found["erasure"]


def test_an_erased_document_still_has_its_number_dates_and_amounts(
    ask: Ask, world: World, old: SalesDocument
) -> None:
    before = ask(SHOWN, world.people["alice"], id=_id(old))["data"]["salesInvoice"]
    assert (before["erasedAt"], before["rounding"]) == (None, {"amount": "0.00"})
    ask(ERASE, world.people["alice"], id=_id(old), reason=REASON)
    after = ask(SHOWN, world.people["alice"], id=_id(old))["data"]["salesInvoice"]
    kept = {
        "number", "issueDate", "dueDate", "currency", "paymentStatus",
        "net", "tax", "total", "payable", "balance",
    }  # fmt: skip
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert (after["prepaid"], after["rounding"], after["delivery"]) == (None, None, None)
    assert (after["seller"], after["buyer"]) == ({"name": ""}, {"name": "", "vatId": ""})
    lists = ("lines", "charges", "allowances", "prepayments", "vatBreakdown", "notes")
    assert {name: after[name] for name in lists} == {name: [] for name in lists}
    assert (after["pdf"], after["downloadUrl"], after["customerEmail"]) == (None, None, "")
    assert after["history"][-1] == {"event": "erased", "actor": "staff:VXNlcjox"}
    page = ask('{ salesInvoices(search: "Sample Buyer") { totalCount } }', world.people["alice"])
    assert page["data"]["salesInvoices"]["totalCount"] == 4  # it is no longer found by its buyer


def test_it_is_no_longer_its_customers(ask: Ask, world: World) -> None:
    one = "query ($id: ID!) { salesInvoice(id: $id) { number } }"
    identity = _id(world.charlies)
    assert ask(one, world.people["charlie"], id=identity)["data"]["salesInvoice"]
    assert world.charlies.customer_id == CHARLIE
    document_erase(document=world.charlies, reason=REASON, actor="staff:1", today=date(2040, 1, 1))
    assert ask(one, world.people["charlie"], id=identity)["data"]["salesInvoice"] is None


def test_no_address_opens_it_any_more(client: Client, old: SalesDocument) -> None:
    link = link_url(link_create(document=old, open_days=30, strict=False))
    signed = download_url(old.pk)
    document_erase(document=old, reason=REASON, actor="staff:1")
    assert client.get("/" + link.split("/", 3)[3]).status_code == 404
    assert client.get("/" + signed.split("/", 3)[3]).status_code == 410


def test_what_must_be_kept_is_kept(ask: Ask, world: World) -> None:
    answer = ask(ERASE, world.people["alice"], id=_id(world.charlies), reason=REASON)
    assert code(answer) == "RETENTION_RUNS"
    params = answer["errors"][0]["extensions"]["params"]
    assert params == {"number": "INV-1", "retained_until": "2032-12-31"}
    world.charlies.refresh_from_db()
    assert world.charlies.erased_at is None


@pytest.mark.parametrize(
    ("reason", "expected"), [(" ", "REASON_MISSING"), ("x" * 301, "REASON_TOO_LONG")]
)
def test_a_reason_is_asked_for(
    ask: Ask, world: World, old: SalesDocument, reason: str, expected: str
) -> None:
    assert code(ask(ERASE, world.people["alice"], id=_id(old), reason=reason)) == expected


@pytest.mark.parametrize("who", REFUSED)
def test_erasing_is_refused_to(ask: Ask, world: World, old: SalesDocument, who: str) -> None:
    assert code(ask(ERASE, world.people[who], id=_id(old), reason=REASON)) == REFUSED[who]
    assert not Erasure.objects.exists()


def test_no_key_erases(ask: Ask, world: World, old: SalesDocument) -> None:
    scopes = ["documents:read", "documents:write", "settings:write"]
    _, token = api_key_create(installation=world.store, name="ERP", scopes=scopes)
    answer = ask(ERASE, {"Authorization": f"Bearer {token}"}, id=_id(old), reason=REASON)
    assert code(answer) == "PERMISSION_DENIED"
    assert not Erasure.objects.exists()


def test_staff_of_another_store_erase_nothing(ask: Ask, world: World, old: SalesDocument) -> None:
    answer = ask(ERASE, world.people["stella"], id=_id(old), reason=REASON)
    assert code(answer) == "NOT_FOUND"
    assert not Erasure.objects.exists()


def test_what_may_be_erased_is_listed_the_oldest_first(
    ask: Ask, world: World, old: SalesDocument
) -> None:
    newer = books.invoice(old.legal_entity, on=date(2019, 12, 31))
    books.invoice(old.legal_entity, on=date(2020, 1, 1))  # kept until the end of 2026
    page = ask(ERASABLE, world.people["alice"])["data"]["documentsErasable"]
    assert [edge["node"]["number"] for edge in page["edges"]] == [old.number, newer.number]
    assert page["totalCount"] == 2
    first = ask(ERASABLE, world.people["alice"], first=1)["data"]["documentsErasable"]
    assert first["pageInfo"]["hasNextPage"] is True
    cursor = first["pageInfo"]["endCursor"]
    second = ask(ERASABLE, world.people["alice"], after=cursor)["data"]["documentsErasable"]
    assert [edge["node"]["number"] for edge in second["edges"]] == [newer.number]
    ask(ERASE, world.people["alice"], id=_id(old), reason=REASON)
    page = ask(ERASABLE, world.people["alice"])["data"]["documentsErasable"]
    assert [edge["node"]["number"] for edge in page["edges"]] == [newer.number]
    assert ask(ERASABLE, world.people["stella"])["data"]["documentsErasable"]["edges"] == []


@pytest.mark.parametrize("who", REFUSED)
def test_the_list_of_what_may_be_erased_is_refused_to(
    ask: Ask, world: World, old: SalesDocument, who: str
) -> None:
    assert code(ask(ERASABLE, world.people[who])) == REFUSED[who]
