"""Bulk jobs over the API: who may, what is refused and shown, the file behind its address."""

from datetime import timedelta
from typing import Any

import pytest
from celery import current_app
from django.test import Client
from django.utils import timezone

from saleor_invoices.api.ids import global_id
from saleor_invoices.desk.models import BulkItem, BulkJob
from saleor_invoices.desk.services import bulk_download, bulk_start
from saleor_invoices.desk.tasks import bulk_work, sweep, tidy
from saleor_invoices.invoices.models import Movement
from tests.api.conftest import Ask, Headers, World, bearer
from tests.api.test_mutations import REFUSED, code
from tests.desk import jobs
from tests.plugins import factories

JOB = """id kind state total done skipped failed startedBy startedByName createdAt finishedAt
  lastError downloadUrl fileName fileSize expiresAt"""
START = f"""mutation ($input: SalesBulkInput!) {{ salesBulkStart(input: $input) {{ job {{ {JOB}
  items {{ id documentId documentNumber outcome code message }} }} }} }}"""
CANCEL = f"mutation ($id: ID!) {{ salesBulkCancel(id: $id) {{ job {{ {JOB} }} }} }}"
ONE = f"""query ($id: ID!, $outcome: SalesBulkOutcome, $first: Int, $after: ID) {{
  salesBulkJob(id: $id) {{ {JOB} items(outcome: $outcome, first: $first, after: $after) {{
    id documentId documentNumber outcome code message }} }} }}"""
LIST = "query ($first: Int) { salesBulkJobs(first: $first) { id kind done } }"
PAYMENT = {"reference": "Statement 12", "occurredAt": jobs.PAID_AT, "method": "Transfer"}


@pytest.fixture
def people(world: World) -> dict[str, Headers]:
    """Everyone, and alice and anna with other rights to money."""

    def staff(user: str, *rights: str) -> Headers:
        token = factories.staff_token(
            world.store, user=user, rights=rights, email=f"{user}@example.com"
        )
        return bearer(token, world.store)

    return {
        **world.people,
        "alice": staff("alice", "MANAGE_ORDERS"),
        "anna": staff("anna", "MANAGE_ORDERS", "HANDLE_PAYMENTS"),
        "cashier": staff("cashier", "HANDLE_PAYMENTS"),
    }


@pytest.fixture
def ids(world: World) -> list[str]:
    """Two invoices with PDFs, and the draft."""
    rows = [jobs.with_file(jobs.invoice(world.entity, f"B-{n}"), jobs.pdf()) for n in range(2)]
    return [global_id("SalesInvoice", row.pk) for row in (*rows, world.draft)]


def start(ask: Ask, who: Headers, key: str = "k", **given: Any) -> dict[str, Any]:
    """Start a job."""
    return ask(START, who, input={"kind": "ZIP", "idempotencyKey": key, **given})


def made(answer: dict[str, Any]) -> dict[str, Any]:
    """The job of an answer."""
    job: dict[str, Any] = answer["data"]["salesBulkStart"]["job"]
    return job


def pk(job: dict[str, Any]) -> int:
    """The key of the newest job."""
    row = BulkJob.objects.latest("pk")
    assert global_id("SalesBulkJob", row.pk) == job["id"]
    return row.pk


def test_an_archive_is_made_and_opened(
    ask: Ask, client: Client, people: dict[str, Headers], ids: list[str]
) -> None:
    job = made(start(ask, people["alice"], ids=ids))
    assert (job["state"], job["total"], job["done"], job["downloadUrl"]) == ("PENDING", 3, 0, None)
    assert (job["startedBy"], job["startedByName"]) == ("staff:alice", "alice@example.com")
    assert job["items"] == []
    bulk_work(pk(job))
    job = ask(ONE, people["anna"], id=job["id"])["data"]["salesBulkJob"]
    assert (job["state"], job["done"], job["skipped"], job["failed"]) == ("DONE", 2, 1, 0)
    (skipped,) = [item for item in job["items"] if item["outcome"] == "SKIPPED"]
    assert skipped.pop("id")
    assert skipped == {
        "documentId": ids[2], "documentNumber": "", "outcome": "SKIPPED",
        "code": "DOCUMENT_NOT_ISSUED", "message": "A draft has no PDF.",
    }  # fmt: skip
    url = job["downloadUrl"]
    assert url.startswith("https://invoices.example.com/bulk/")
    path = url.removeprefix("https://invoices.example.com")
    answer = client.get(path)
    body = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
    assert answer["Content-Disposition"] == f'attachment; filename="{job["fileName"]}"'
    assert (answer["Content-Length"], len(body)) == (str(job["fileSize"]), job["fileSize"])
    assert answer["Cache-Control"] == "private, no-store"
    assert client.post(path).status_code == 405
    BulkJob.objects.update(expires_at=timezone.now())
    assert client.get(path).status_code == 410
    assert ask(ONE, people["alice"], id=job["id"])["data"]["salesBulkJob"]["downloadUrl"] is None
    tidy()
    assert client.get(path).status_code == 410


def test_an_address_lasts_five_minutes_and_can_not_be_made_up(
    ask: Ask, client: Client, people: dict[str, Headers], ids: list[str], monkeypatch: Any
) -> None:
    job = made(start(ask, people["alice"], ids=ids))
    bulk_work(pk(job))
    url = ask(ONE, people["alice"], id=job["id"])["data"]["salesBulkJob"]["downloadUrl"]
    path = url.removeprefix("https://invoices.example.com")
    for wrong in ("/bulk/1/", "/bulk/1:abc:def/", path[:-5] + "AAAA/"):
        assert client.get(wrong).status_code == 404
    monkeypatch.setattr(bulk_download, "LIFETIME", timedelta(seconds=-1))
    assert client.get(path).status_code == 410


def test_the_same_key_is_the_same_job(ask: Ask, people: dict[str, Headers], ids: list[str]) -> None:
    first = made(start(ask, people["alice"], ids=ids))
    assert made(start(ask, people["alice"], ids=ids))["id"] == first["id"]
    others: list[dict[str, Any]] = [{"ids": ids[:1]}, {"ids": ids, "kind": "SEND"}, {"filter": {}}]
    for other in others:
        assert code(start(ask, people["alice"], **other)) == "IDEMPOTENCY_MISMATCH"
    assert made(start(ask, people["anna"], ids=ids))["id"] != first["id"]
    bulk_work(BulkJob.objects.earliest("pk").pk)
    again = made(start(ask, people["alice"], ids=ids))
    assert (again["id"], again["state"], len(again["items"])) == (first["id"], "DONE", 3)


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({}, "BULK_EMPTY"),
        ({"ids": []}, "BULK_EMPTY"),
        ({"filter": {"currency": ["USD"]}}, "BULK_EMPTY"),
        ({"ids": ["x"]}, "INVALID_ID"),
        ({"ids": [global_id("SalesRun", 1)]}, "INVALID_ID"),
        ({"filter": {}, "ids": []}, "BULK_AMBIGUOUS"),
        ({"search": "x", "ids": []}, "BULK_AMBIGUOUS"),
        ({"search": "x" * 201}, "SEARCH_TOO_LONG"),
        ({"filter": {}, "kind": "SEND", "message": "x" * 2001}, "MESSAGE_TOO_LONG"),
        ({"filter": {}, "idempotencyKey": ""}, "IDEMPOTENCY_KEY_INVALID"),
        ({"filter": {}, "kind": "MARK_PAID"}, "PAYMENT_INVALID"),
        ({"filter": {}, "payment": {**PAYMENT, "reference": " "}}, "PAYMENT_INVALID"),
        ({"filter": {}, "payment": {**PAYMENT, "reference": "x" * 121}}, "REFERENCE_TOO_LONG"),
        (
            {"filter": {}, "payment": PAYMENT | {"occurredAt": "2999-01-01T00:00Z"}},
            "PAYMENT_INVALID",
        ),
        (
            {"filter": {}, "payment": PAYMENT | {"occurredAt": "2026-01-01T00:00"}},
            "PAYMENT_INVALID",
        ),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("ids")
def test_what_makes_no_job_is_refused(
    ask: Ask, people: dict[str, Headers], given: dict[str, Any], refusal: str
) -> None:
    assert code(start(ask, people["anna"], **given)) == refusal
    assert not BulkJob.objects.exists()


def test_jobs_have_limits(
    ask: Ask, people: dict[str, Headers], ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_start, "MOST_IDS", 2)
    monkeypatch.setattr(bulk_start, "MOST_FOUND", 3)
    assert code(start(ask, people["alice"], ids=ids)) == "BULK_TOO_MANY"
    assert code(start(ask, people["alice"], filter={})) == "BULK_TOO_MANY"
    for number in range(3):
        assert "errors" not in start(ask, people["alice"], key=str(number), ids=ids[:1] * 3)
    assert BulkItem.objects.count() == 3
    assert code(start(ask, people["anna"], ids=ids[:1])) == "BULK_JOBS_ACTIVE"
    again = made(start(ask, people["alice"], key="0", ids=ids[:1] * 3))
    assert again["state"] == "PENDING"
    ask(CANCEL, people["anna"], id=again["id"])
    assert "errors" not in start(ask, people["anna"], ids=ids[:1])


def test_filter_and_search_choose_documents(
    ask: Ask, world: World, people: dict[str, Headers], monkeypatch: Any
) -> None:
    monkeypatch.setattr(bulk_start, "MOST_JOBS", 100)

    def numbers(key: str, **given: Any) -> list[str]:
        answer = start(ask, people["alice"], key=key, **given)
        assert "errors" not in answer, answer
        rows = BulkItem.objects.filter(job_id=pk(made(answer))).order_by("position")
        return sorted(rows.values_list("document_number", flat=True))

    assert numbers("a", filter={}) == ["", "INV-1", "INV-2", "INV-3"]
    assert numbers("b", filter={"state": "ISSUED"}, search="inv-2") == ["INV-2"]
    assert numbers("c", search="INV-3") == ["INV-3"]
    monkeypatch.setattr(current_app, "send_task", lambda *_, **__: None)
    sweep()


def test_to_record_payments_takes_the_right_to_money(
    ask: Ask, people: dict[str, Headers], ids: list[str]
) -> None:
    given: dict[str, Any] = {"kind": "MARK_PAID", "ids": ids, "payment": PAYMENT}
    for who in ("alice", "cashier"):
        assert code(start(ask, people[who], **given)) == "PERMISSION_DENIED"
    assert not BulkJob.objects.exists()
    job = made(start(ask, people["anna"], **given))
    bulk_work(pk(job))
    job = ask(ONE, people["alice"], id=job["id"])["data"]["salesBulkJob"]
    assert (job["state"], job["done"], job["skipped"], job["fileName"]) == ("DONE", 2, 1, "")
    movements = Movement.objects.values_list("reference", "method", "recorded_by").distinct()
    assert list(movements) == [("Statement 12", "Transfer", "staff:anna")]


def test_items_come_in_pages_and_by_outcome(
    ask: Ask, people: dict[str, Headers], ids: list[str]
) -> None:
    job = made(start(ask, people["alice"], ids=ids))
    bulk_work(pk(job))

    def items(**asked: Any) -> list[str]:
        answer = ask(ONE, people["alice"], id=job["id"], **asked)
        return [item["id"] for item in answer["data"]["salesBulkJob"]["items"]]

    every = items()
    assert items(first=2) + items(first=2, after=items(first=2)[-1]) == every
    assert items(outcome="SKIPPED") == every[2:]
    assert items(outcome="FAILED") == []
    assert [one["kind"] for one in ask(LIST, people["alice"])["data"]["salesBulkJobs"]] == ["ZIP"]


@pytest.mark.parametrize("who", REFUSED)
def test_jobs_are_for_staff(ask: Ask, people: dict[str, Headers], ids: list[str], who: str) -> None:
    job = made(start(ask, people["alice"], ids=ids))
    assert code(ask(ONE, people[who], id=job["id"])) == REFUSED[who]
    assert code(ask(LIST, people[who])) == REFUSED[who]
    assert code(ask(CANCEL, people[who], id=job["id"])) == REFUSED[who]
    assert code(start(ask, people[who], key="x", ids=ids)) == REFUSED[who]
    assert BulkJob.objects.get().state == "pending"


def test_jobs_of_another_store_are_not_there(
    ask: Ask, people: dict[str, Headers], ids: list[str]
) -> None:
    job = made(start(ask, people["alice"], ids=ids))
    for query in (ONE, CANCEL):
        assert code(ask(query, people["stella"], id=job["id"])) == "NOT_FOUND"
    assert ask(LIST, people["stella"])["data"]["salesBulkJobs"] == []
    theirs = made(start(ask, people["stella"], ids=ids))
    bulk_work(pk(theirs))
    seen = ask(ONE, people["stella"], id=theirs["id"])["data"]["salesBulkJob"]
    assert (seen["failed"], seen["downloadUrl"]) == (3, None)
    assert {item["code"] for item in seen["items"]} == {"DOCUMENT_GONE"}
    assert {item["documentNumber"] for item in seen["items"]} == {""}
