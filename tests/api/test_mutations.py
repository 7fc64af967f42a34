"""Verbs: who may, what happens, and that nothing happens on a refusal."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from celery import current_app

from saleor_invoices.api.ids import global_id
from saleor_invoices.invoices.models import (
    DownloadLink,
    HistoryEntry,
    OrderRecord,
    Problem,
    SalesDocument,
)
from saleor_invoices.stores.models import Installation, LegalEntity
from saleor_invoices.stores.services.api_key import api_key_create
from tests.api.conftest import Ask, Headers, World, bearer
from tests.plugins import factories
from tests.saleor.fake_saleor import Reply, Script, data, served

ROOT = Path(__file__).resolve().parents[2]
ISSUE = """mutation ($id: ID!) { invoiceIssue(orderId: $id) { document {
  number kind orderId total { amount currency } history { event actor } } } }"""
REVOKE = "mutation ($id: ID!) { invoiceLinkRevoke(id: $id) { revoked document { number } } }"
RETRY = "mutation ($id: ID!) { problemRetry(problemId: $id) { problem { code resolvedAt } } }"
REFUSED = {
    "bob": "PERMISSION_DENIED",
    "charlie": "PERMISSION_DENIED",
    "key": "PERMISSION_DENIED",
    "guest": "PERMISSION_DENIED",
    "conny": "PERMISSION_DENIED",
    "nobody": "UNAUTHENTICATED",
}


def code(answer: dict[str, Any]) -> str:
    """The code of the only error; the field is null."""
    assert set(answer["data"].values()) == {None}
    (error,) = answer["errors"]
    found: str = error["extensions"]["code"]
    return found


@pytest.fixture
def order() -> dict[str, Any]:
    """A paid order as Saleor answers it."""
    text = (ROOT / "webhooks" / "order_fully_paid.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)["order"]
    return found


@pytest.fixture
def saleor(order: dict[str, Any]) -> Iterator[Script]:
    """A Saleor on a real socket that has the order."""
    script = Script(orderWithCardEvents=data(order=order))
    with served(script) as url:
        script.url = url  # type: ignore[attr-defined]
        yield script


@pytest.fixture
def store(db: None, saleor: Script) -> Installation:
    """A store there, with a seller."""
    found = factories.installation(saleor.url)  # type: ignore[attr-defined]
    factories.legal_entity(found, seller=_seller(), country="PL")
    return found


def _seller() -> dict[str, Any]:
    return {
        "name": "Sample Shop Sp. z o.o.",
        "vat_id": "PL5260001246",
        "address": {"street": "ul. Prosta 1", "city": "Warszawa", "country": "PL"},
    }


def _alice(store: Installation) -> Headers:
    return bearer(factories.staff_token(store, user="VXNlcjox", rights=["MANAGE_ORDERS"]), store)


def test_staff_issue_an_orders_invoice_once(
    ask: Ask, store: Installation, order: dict[str, Any]
) -> None:
    first = ask(ISSUE, _alice(store), id=order["id"])
    assert "errors" not in first, first
    document = first["data"]["invoiceIssue"]["document"]
    assert document["number"].startswith("INV-")
    assert document["kind"] == "INVOICE"
    assert document["orderId"] == order["id"]
    assert document["history"][0] == {"event": "issued", "actor": "staff:VXNlcjox"}
    again = ask(ISSUE, _alice(store), id=order["id"])
    assert again["data"]["invoiceIssue"]["document"]["number"] == document["number"]
    assert SalesDocument.objects.count() == 1


def test_a_key_with_the_right_to_write_issues(
    ask: Ask, store: Installation, order: dict[str, Any]
) -> None:
    _, token = api_key_create(
        installation=store, name="ERP", scopes=["documents:read", "documents:write"]
    )
    answer = ask(ISSUE, {"Authorization": f"Bearer {token}"}, id=order["id"])
    assert answer["data"]["invoiceIssue"]["document"]["history"] is None
    assert HistoryEntry.objects.get(event="issued").actor == "key:ERP"


@pytest.mark.parametrize("scope", ["documents:read", "documents:write"])
def test_a_key_needs_the_right_to_read_and_to_write(
    ask: Ask, saleor: Script, store: Installation, order: dict[str, Any], scope: str
) -> None:
    _, token = api_key_create(installation=store, name="ERP", scopes=[scope])
    answer = ask(ISSUE, {"Authorization": f"Bearer {token}"}, id=order["id"])
    assert code(answer) == "PERMISSION_DENIED"
    assert SalesDocument.objects.count() == 0
    assert saleor.calls == []


def test_an_order_without_seller_opens_a_problem(
    ask: Ask, store: Installation, order: dict[str, Any]
) -> None:
    LegalEntity.objects.all().delete()
    answer = ask(ISSUE, _alice(store), id=order["id"])
    assert code(answer) == "LEGAL_ENTITY_MISSING"
    assert "remedy" in answer["errors"][0]["extensions"]["params"]
    assert SalesDocument.objects.count() == 0
    assert Problem.objects.get(resolved_at=None).code == "LEGAL_ENTITY_MISSING"


def test_an_order_that_saleor_does_not_have_is_not_found(
    ask: Ask, saleor: Script, store: Installation
) -> None:
    saleor.answers["orderWithCardEvents"] = data(order=None)
    assert code(ask(ISSUE, _alice(store), id="T3JkZXI6OQ==")) == "NOT_FOUND"
    assert OrderRecord.objects.count() == 0


def test_a_saleor_that_is_down_issues_nothing(
    ask: Ask, saleor: Script, store: Installation, order: dict[str, Any]
) -> None:
    saleor.answers["orderWithCardEvents"] = Reply({}, status=500)
    assert code(ask(ISSUE, _alice(store), id=order["id"])) == "UNREACHABLE"
    assert SalesDocument.objects.count() == 0


@pytest.mark.parametrize("who", REFUSED)
def test_issuing_is_refused_to(ask: Ask, world: World, who: str) -> None:
    before = SalesDocument.objects.count()
    assert code(ask(ISSUE, world.people[who], id="order-404")) == REFUSED[who]
    assert SalesDocument.objects.count() == before
    assert not OrderRecord.objects.filter(order_id="order-404").exists()


def test_staff_revoke_the_links_of_a_document(ask: Ask, world: World) -> None:
    identity = global_id("SalesInvoice", world.guests.pk)
    answer = ask(REVOKE, world.people["alice"], id=identity)
    assert answer["data"]["invoiceLinkRevoke"] == {"revoked": 1, "document": {"number": "INV-3"}}
    assert DownloadLink.objects.filter(revoked_at=None).count() == 0
    (entry,) = HistoryEntry.objects.filter(document=world.guests)
    assert (entry.event, entry.actor, entry.params) == (
        "link_revoked",
        "staff:VXNlcjox",
        {"links": 1},
    )


@pytest.mark.parametrize("who", REFUSED)
def test_revoking_is_refused_to(ask: Ask, world: World, who: str) -> None:
    identity = global_id("SalesInvoice", world.guests.pk)
    assert code(ask(REVOKE, world.people[who], id=identity)) == REFUSED[who]
    assert DownloadLink.objects.filter(revoked_at=None).count() == 1


def test_staff_of_another_store_find_no_such_document(ask: Ask, world: World) -> None:
    identity = global_id("SalesInvoice", world.guests.pk)
    assert code(ask(REVOKE, world.people["stella"], id=identity)) == "NOT_FOUND"
    assert DownloadLink.objects.filter(revoked_at=None).count() == 1


@pytest.fixture
def problem(world: World) -> Problem:
    """A problem of the store."""
    return Problem.objects.create(
        installation=world.store,
        subject="order:order-1",
        code="TOTALS_DIFFER",
        message="The sums differ.",
        opened_at="2026-11-22T12:00Z",
        last_seen_at="2026-11-22T12:00Z",
    )


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Any]]:
    """The tasks that were handed to the workers."""
    tasks: list[tuple[str, Any]] = []
    monkeypatch.setattr(
        current_app, "send_task", lambda name, args=(), **_: tasks.append((name, tuple(args)))
    )
    return tasks


def test_staff_have_the_work_of_a_problem_done_again(
    ask: Ask,
    world: World,
    problem: Problem,
    sent: list[Any],
    django_capture_on_commit_callbacks: Any,
) -> None:
    identity = global_id("SalesProblem", problem.pk)
    with django_capture_on_commit_callbacks(execute=True):
        answer = ask(RETRY, world.people["alice"], id=identity)
    shown = {"code": "TOTALS_DIFFER", "resolvedAt": None}
    assert answer["data"]["problemRetry"]["problem"] == shown
    assert sent == [("saleor_invoices.invoices.tasks.problem_retry", (problem.pk,))]


@pytest.mark.parametrize("who", REFUSED)
def test_retrying_is_refused_to(
    ask: Ask,
    world: World,
    problem: Problem,
    sent: list[Any],
    django_capture_on_commit_callbacks: Any,
    who: str,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = ask(RETRY, world.people[who], id=global_id("SalesProblem", problem.pk))
    assert code(answer) == REFUSED[who]
    assert sent == []


def test_staff_of_another_store_find_no_such_problem(
    ask: Ask, world: World, problem: Problem, sent: list[Any]
) -> None:
    identity = global_id("SalesProblem", problem.pk)
    assert code(ask(RETRY, world.people["stella"], id=identity)) == "NOT_FOUND"
    assert sent == []


@pytest.mark.parametrize(
    "identity",
    [global_id("SalesProblem", "x"), global_id("SalesProblem", "9" * 30), global_id("Order", 1)],
)
def test_an_id_of_something_else_is_no_problem(ask: Ask, world: World, identity: str) -> None:
    assert code(ask(RETRY, world.people["alice"], id=identity)) == "INVALID_ID"
