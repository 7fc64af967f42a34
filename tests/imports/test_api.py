"""Imports through the API: uploads, jobs, their documents in lists, and who may."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from saleor_invoices.api.ids import global_id
from saleor_invoices.desk.models import BulkItem
from saleor_invoices.documents.storage import is_stored
from saleor_invoices.imports import reading
from saleor_invoices.imports.models import ImportJob, ImportUpload
from saleor_invoices.imports.readers.registry import reader_of
from saleor_invoices.imports.services.job_work import import_work
from saleor_invoices.invoices.models import (
    ExternalReference,
)
from saleor_invoices.stores.services.api_key import api_key_create
from tests.api.conftest import Ask, Headers, World, ask, bearer, world
from tests.imports.api import code, erp
from tests.imports.files import invoice, lines
from tests.imports.readers.workbooks import workbook
from tests.plugins import factories

__all__ = ["ask", "erp", "world"]
pytestmark = pytest.mark.django_db
START = """mutation ($input: SalesImportInput!) { salesImportStart(input: $input) { job {
  id state fileName fileSize format position created rejected warned progress lastError
  reportUrl startedBy options { columns { header field } decimalSign }
  rows { position place outcome number findings { code message remedy column value } } } } }"""
JOB = """query ($id: ID!) { salesImportJob(id: $id) { state position created rejected progress
  reportUrl rows(outcome: REJECTED) { position place number findings { code remedy } } } }"""


def upload(client: Client, content: bytes, who: Headers, **more: Any) -> Any:
    """POST a file."""
    return client.post(
        "/imports/?name=../erp.jsonl", content, content_type="application/octet-stream",
        headers=who, **more,
    )  # fmt: skip


def start(client: Client, ask: Ask, who: Headers, rows: list[Any], **more: Any) -> dict[str, Any]:
    """Bring a file and start it; the job."""
    upload_id = upload(client, lines(rows), who).json()["id"]
    given = {
        "uploadId": upload_id, "idempotencyKey": "k", "sourceSystem": "erp", "legalEntity": "main",
    }  # fmt: skip
    answer = ask(START, who, input={**given, **more})
    found: dict[str, Any] = answer["data"]["salesImportStart"]["job"]
    return found


def test_a_file_is_brought_looked_at_and_imported(
    client: Client, ask: Ask, world: World, erp: Headers
) -> None:
    rows = [invoice(1), invoice(2, currency="XXY"), invoice(3)]
    answer = upload(client, lines(rows), erp)
    assert answer.status_code == 201
    told = answer.json()
    assert (told["name"], told["size"]) == ("erp.jsonl", len(lines(rows)))
    preview = ask(
        "query ($id: ID!) { salesImportPreview(uploadId: $id) { format headers } }", erp,
        id=told["id"],
    )  # fmt: skip
    assert preview["data"]["salesImportPreview"]["format"] == "jsonl"
    job = start(client, ask, erp, rows)
    assert (job["state"], job["position"], job["startedBy"]) == ("PENDING", 0, "key:ERP")
    import_work(job_id=ImportJob.objects.get().pk)
    done = ask(JOB, world.people["alice"], id=job["id"])["data"]["salesImportJob"]
    assert (done["state"], done["created"], done["rejected"], done["progress"]) == (
        "DONE", 2, 1, 1.0,
    )  # fmt: skip
    (row,) = done["rows"]
    assert (row["position"], row["place"], row["number"]) == (2, "line 2", "R-2")
    assert row["findings"][0]["remedy"]
    report = client.get(done["reportUrl"].removeprefix("https://invoices.example.com"))
    table = b"".join(report.streaming_content).decode()  # type: ignore[attr-defined]
    assert table.splitlines()[1].startswith("2,line 2,ERP-2,R-2,Rejected,Error,")
    assert len(table.splitlines()) == 2


def test_the_sheets_of_a_workbook_are_listed(
    client: Client, ask: Ask, erp: Headers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(reading, "reader_of", reader_of)

    def archive(book: Any, _sheet: Any) -> None:
        other = book.add_worksheet("Archive")
        other.write_row(0, 0, ("Old number",))
        other.hide()

    book = workbook(tmp_path / "a.xlsx", ("Number",), ("A-1",), more=archive)
    identity = upload(client, book.read_bytes(), erp).json()["id"]
    shown = """query ($id: ID!, $sheet: String!) {
      salesImportPreview(uploadId: $id, options: {sheet: $sheet}) {
        format headers options { sheet } sheets { name hidden } } }"""
    for sheet, headers in (("", ["Number"]), ("Archive", ["Old number"])):
        told = ask(shown, erp, id=identity, sheet=sheet)["data"]["salesImportPreview"]
        assert told == {
            "format": "xlsx", "headers": headers, "options": {"sheet": sheet or "Invoices"},
            "sheets": [{"name": "Invoices", "hidden": False}, {"name": "Archive", "hidden": True}],
        }  # fmt: skip


def test_amounts_that_differ_are_told_apart_from_the_words(
    client: Client, ask: Ask, erp: Headers
) -> None:
    off = invoice(1, totals={"net": "100.00", "tax": "19.00", "gross": "119.02"})
    job = start(client, ask, erp, [off, invoice(2, currency="XXY")])
    import_work(job_id=ImportJob.objects.get().pk)
    shown = """query ($id: ID!) { salesImportJob(id: $id) {
      rows { findings { code column stated computed } } } }"""
    rows = ask(shown, erp, id=job["id"])["data"]["salesImportJob"]["rows"]
    assert [row["findings"] for row in rows] == [
        [{"code": "TOTALS_DIFFER", "column": "totals.gross", "stated": "119.02",
          "computed": "119.00"}],
        [{"code": "UNKNOWN_CURRENCY", "column": "currency", "stated": "", "computed": ""}],
    ]  # fmt: skip


def test_the_report_has_no_formulas(client: Client, ask: Ask, erp: Headers) -> None:
    job = start(client, ask, erp, [invoice(1, number="=cmd|'/c calc'!A1", currency="XXY")])
    import_work(job_id=ImportJob.objects.get().pk)
    url = ask(JOB, erp, id=job["id"])["data"]["salesImportJob"]["reportUrl"]
    report = client.get(url.removeprefix("https://invoices.example.com"))
    assert ",'=cmd|" in b"".join(report.streaming_content).decode()  # type: ignore[attr-defined]


def test_the_same_key_starts_once(client: Client, ask: Ask, erp: Headers) -> None:
    first = start(client, ask, erp, [invoice(1)])
    upload_id = str(ImportUpload.objects.get().pk)
    given = {
        "uploadId": upload_id, "idempotencyKey": "k", "sourceSystem": "erp", "legalEntity": "main",
    }  # fmt: skip
    assert ask(START, erp, input=given)["data"]["salesImportStart"]["job"]["id"] == first["id"]
    other = ask(START, erp, input={**given, "policy": "NEW_VERSION"})
    assert code(other) == "IDEMPOTENCY_MISMATCH"
    assert ImportJob.objects.count() == 1


def test_stopping_and_resuming(client: Client, ask: Ask, world: World, erp: Headers) -> None:
    job = start(client, ask, erp, [invoice(1)])
    stop = "mutation ($id: ID!) { salesImportStop(id: $id) { job { state } } }"
    assert ask(stop, erp, id=job["id"])["data"]["salesImportStop"]["job"]["state"] == "STOPPED"
    resume = "mutation ($id: ID!) { salesImportResume(id: $id) { job { state } } }"
    answer = ask(resume, world.people["alice"], id=job["id"])
    assert answer["data"]["salesImportResume"]["job"]["state"] == "PENDING"
    found = ask("{ salesImportJobs { id state } }", erp)["data"]["salesImportJobs"]
    assert found == [{"id": job["id"], "state": "PENDING"}]


def test_mappings_are_kept_by_name(ask: Ask, erp: Headers) -> None:
    save = """mutation ($o: SalesImportOptionsInput!) {
      salesImportMappingSave(name: " ERP ", options: $o) { mapping { id name
        options { columns { header field } delimiter language } } } }"""
    options = {"columns": [{"header": "Nr", "field": "number"}], "delimiter": ";"}
    for _ in range(2):
        answer = ask(save, erp, o=options)
    made = answer["data"]["salesImportMappingSave"]["mapping"]
    assert (made["name"], made["options"]["columns"]) == ("ERP", options["columns"])
    assert len(ask("{ salesImportMappings { id } }", erp)["data"]["salesImportMappings"]) == 1
    gone = "mutation ($id: ID!) { salesImportMappingDelete(id: $id) { deleted } }"
    assert ask(gone, erp, id=made["id"])["data"]["salesImportMappingDelete"]["deleted"]
    assert code(ask(save, erp, o={"delimiter": ";;"})) == "OPTIONS_INVALID"


LIST = """query ($filter: SalesDocumentFilter) { salesInvoices(filter: $filter) {
  totalCount edges { node { number } } } }"""


def listed(ask: Ask, who: Headers, **wanted: Any) -> set[str]:
    """The numbers that a filter finds."""
    page = ask(LIST, who, filter=wanted)["data"]["salesInvoices"]
    assert page["totalCount"] == len(page["edges"])
    return {edge["node"]["number"] for edge in page["edges"]}


def test_the_documents_of_one_import_are_listed(
    client: Client, ask: Ask, world: World, erp: Headers
) -> None:
    alice = world.people["alice"]
    first = start(client, ask, erp, [invoice(1), invoice(2), invoice(3, currency="XXY")])
    import_work(job_id=ImportJob.objects.get().pk)
    assert listed(ask, alice, importJob=first["id"]) == {"R-1", "R-2"}
    rows = [invoice(1), invoice(2, note="Corrected"), invoice(4)]
    second = start(
        client, ask, erp, rows, idempotencyKey="k2", policy="NEW_VERSION"
    )  # what it changed is of the second import from then on
    import_work(job_id=ImportJob.objects.latest("pk").pk)
    assert listed(ask, alice, importJob=second["id"]) == {"R-2", "R-4"}
    assert listed(ask, alice, importJob=first["id"]) == {"R-1"}
    assert listed(ask, alice, importJob=first["id"], sourceSystem=["erp"]) == {"R-1"}
    assert listed(ask, alice, sourceSystem=["erp"]) == {"R-1", "R-2", "R-4"}
    assert listed(ask, alice, sourceSystem=["old"]) == set()
    assert listed(ask, alice, importJob=global_id("SalesImportJob", 999)) == set()


def test_an_import_of_another_store_finds_nothing_and_a_wrong_id_is_refused(
    client: Client, ask: Ask, world: World, erp: Headers
) -> None:
    job = start(client, ask, erp, [invoice(1)])
    import_work(job_id=ImportJob.objects.get().pk)
    rights = factories.staff_token(world.other, rights=["MANAGE_ORDERS"])
    stranger = bearer(rights, world.other)
    assert listed(ask, stranger, importJob=job["id"]) == set()
    assert listed(ask, stranger, sourceSystem=["erp"]) == set()
    for wrong in ("1", "x", "", global_id("SalesImportMapping", 1)):
        answer = ask(LIST, world.people["alice"], filter={"importJob": wrong})
        assert code(answer) == "INVALID_ID"
    for wanted in ({"importJob": job["id"]}, {"sourceSystem": ["erp"]}):
        assert code(ask(LIST, world.people["charlie"], filter=wanted)) == "PERMISSION_DENIED"


def test_the_systems_that_documents_came_from_are_named(
    client: Client, ask: Ask, world: World, erp: Headers
) -> None:
    systems = "{ salesSourceSystems }"
    assert ask(systems, erp)["data"]["salesSourceSystems"] == []
    for name, numbers in (("old-shop", [1]), ("erp", [2, 3])):
        start(
            client, ask, erp, [invoice(one) for one in numbers],
            idempotencyKey=name, sourceSystem=name,
        )  # fmt: skip
        import_work(job_id=ImportJob.objects.latest("pk").pk)
    alice = world.people["alice"]
    assert ask(systems, alice)["data"]["salesSourceSystems"] == ["erp", "old-shop"]
    assert listed(ask, alice, sourceSystem=["old-shop"]) == {"R-1"}
    stranger = bearer(factories.staff_token(world.other, rights=["MANAGE_ORDERS"]), world.other)
    assert ask(systems, stranger)["data"]["salesSourceSystems"] == []
    for who in ("bob", "charlie", "guest"):
        assert code(ask(systems, world.people[who])) == "PERMISSION_DENIED"


def test_an_export_of_one_import_has_its_documents_only(
    client: Client, ask: Ask, world: World, erp: Headers
) -> None:
    start(client, ask, erp, [invoice(1)])
    import_work(job_id=ImportJob.objects.get().pk)
    second = start(client, ask, erp, [invoice(2), invoice(3)], idempotencyKey="k2")
    import_work(job_id=ImportJob.objects.latest("pk").pk)
    begin = """mutation ($input: SalesBulkInput!) { salesBulkStart(input: $input) {
      job { total } } }"""
    given = {"kind": "EXPORT_CSV", "filter": {"importJob": second["id"]}, "idempotencyKey": "b"}
    answer = ask(begin, world.people["alice"], input=given)
    assert answer["data"]["salesBulkStart"]["job"]["total"] == 2
    numbers = set(BulkItem.objects.values_list("document_number", flat=True))
    assert numbers == {"R-2", "R-3"}
    strange = {**given, "filter": {"importJob": "x"}, "idempotencyKey": "c"}
    assert code(ask(begin, world.people["alice"], input=strange)) == "INVALID_ID"


# --- Uploads --------------------------------------------------------------------------------------
def test_who_may_not_import_brings_no_file(client: Client, world: World) -> None:
    reads = api_key_create(installation=world.store, name="R", scopes=["documents:read"])[1]
    people = {
        401: {}, 403: world.people["bob"],
    }  # fmt: skip
    for status, who in people.items():
        assert upload(client, b"x", who).status_code == status
    for who in (world.people["charlie"], {"Authorization": f"Bearer {reads}"}):
        assert upload(client, b"x", who).json()["error"]["code"] == "PERMISSION_DENIED"
    bad = upload(client, b"x", {"Authorization": "Bearer nonsense"})
    assert bad.status_code == 401
    assert client.get("/imports/").status_code == 405
    assert not ImportUpload.objects.exists()


def test_a_file_that_is_cut_off_empty_or_too_large_is_not_kept(
    client: Client, erp: Headers, settings: Any
) -> None:
    settings.IMPORT_MAX_BYTES = 10
    large = upload(client, b"x" * 11, erp)
    assert (large.status_code, large.json()["error"]["code"]) == (413, "UPLOAD_TOO_LARGE")
    empty = upload(client, b"", erp)
    assert empty.json()["error"]["code"] == "UPLOAD_EMPTY"
    broken_off = {"wsgi.input": io.BytesIO(b"x" * 5), "CONTENT_LENGTH": "9"}
    cut = upload(client, b"", erp, **broken_off)
    assert (cut.status_code, cut.json()["error"]["code"]) == (400, "UPLOAD_INCOMPLETE")
    assert not ImportUpload.objects.exists()


def test_a_file_of_another_store_is_not_there(client: Client, ask: Ask, world: World) -> None:
    told = upload(client, lines([invoice(1)]), world.people["alice"]).json()
    rights = factories.staff_token(world.other, rights=["MANAGE_ORDERS"])
    stranger = bearer(rights, world.other)
    preview = "query ($id: ID!) { salesImportPreview(uploadId: $id) { format } }"
    assert code(ask(preview, stranger, id=told["id"])) == "NOT_FOUND"
    given = {"uploadId": told["id"], "idempotencyKey": "k", "sourceSystem": "erp"}
    assert code(ask(START, stranger, input=given)) == "NOT_FOUND"
    assert is_stored(ImportUpload.objects.get().storage_key)


def test_jobs_and_lists_of_another_store_are_not_there(
    client: Client, ask: Ask, world: World, erp: Headers
) -> None:
    job = start(client, ask, erp, [invoice(1, order={"number": "5"})])
    import_work(job_id=ImportJob.objects.get().pk)
    ExternalReference.objects.update(link="unlinked")
    rights = factories.staff_token(world.other, rights=["MANAGE_ORDERS"])
    stranger = bearer(rights, world.other)
    assert code(ask(JOB, stranger, id=job["id"])) == "NOT_FOUND"
    assert ask("{ salesImportJobs { id } }", stranger)["data"]["salesImportJobs"] == []
    waiting = "{ salesUnlinkedImports { document { number } proposals { orderId } } }"
    assert ask(waiting, stranger)["data"]["salesUnlinkedImports"] == []
    mine = ask(waiting, world.people["alice"])["data"]["salesUnlinkedImports"]
    assert [one["document"]["number"] for one in mine] == ["R-1"]
    assert code(ask(waiting, erp)) == "PERMISSION_DENIED"  # it shows documents
    for who in ("bob", "charlie", "guest"):
        assert code(ask("{ salesImportJobs { id } }", world.people[who])) == "PERMISSION_DENIED"
