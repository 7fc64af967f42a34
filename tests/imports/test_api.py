"""Imports through the API: uploads, jobs, documents one by one, money, and who may."""

import base64
import io
import json
from datetime import date
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
    DocumentFile,
    ExternalReference,
    Movement,
    PaymentState,
    RenderJob,
    SalesDocument,
)
from saleor_invoices.invoices.services.document_erase import document_erase
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import LegalEntity
from saleor_invoices.stores.services.api_key import api_key_create
from tests.api.conftest import Ask, Headers, World, ask, bearer, world
from tests.imports.files import find_lines, invoice, lines
from tests.imports.readers.workbooks import workbook
from tests.plugins import factories

__all__ = ["ask", "world"]
pytestmark = pytest.mark.django_db
START = """mutation ($input: SalesImportInput!) { salesImportStart(input: $input) { job {
  id state fileName fileSize format position created rejected warned progress lastError
  reportUrl startedBy options { columns { header field } decimalSign }
  rows { position place outcome number findings { code message remedy column value } } } } }"""
JOB = """query ($id: ID!) { salesImportJob(id: $id) { state position created rejected progress
  reportUrl rows(outcome: REJECTED) { position place number findings { code remedy } } } }"""
IMPORT = """mutation ($input: InvoiceImportInput!) { invoiceImport(input: $input) { items {
  position externalId number outcome documentId findings { code severity column } } } }"""
PAY = """mutation ($input: InvoiceImportPayInput!) { invoiceImportPay(input: $input) {
  documentId paymentStatus } }"""


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "reader_of", find_lines)


@pytest.fixture
def erp(world: World) -> Headers:
    """A key of the ERP."""
    _, token = api_key_create(installation=world.store, name="ERP", scopes=["imports:write"])
    return {"Authorization": f"Bearer {token}"}


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


def code(answer: dict[str, Any]) -> str:
    """The code of the only error."""
    (error,) = answer["errors"]
    found: str = error["extensions"]["code"]
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
    assert table.splitlines()[1].startswith("2,line 2,ERP-2,R-2,rejected,blocking,")
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


# --- Documents by the API -------------------------------------------------------------------------
def bring(ask: Ask, who: Headers, *documents: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Send documents."""
    given = {
        "idempotencyKey": "k1", "sourceSystem": "erp", "legalEntity": "main",
        "documents": [{"document": one} for one in documents],
    }  # fmt: skip
    return ask(IMPORT, who, input={**given, **more})


def test_each_document_has_its_own_answer(ask: Ask, erp: Headers) -> None:
    answer = bring(ask, erp, invoice(1), invoice(2, issueDate=None), invoice(3, kind="credit_note"))
    items = answer["data"]["invoiceImport"]["items"]
    assert [one["outcome"] for one in items] == ["CREATED", "REJECTED", "CREATED"]
    assert (items[0]["externalId"], items[0]["number"]) == ("ERP-1", "R-1")
    assert items[1]["findings"][0]["severity"] == "BLOCKING"
    assert items[2]["documentId"] == global_id(
        "CreditNote", SalesDocument.objects.get(number="R-3").pk
    )
    again = bring(ask, erp, invoice(1), invoice(2, issueDate=None), invoice(3, kind="credit_note"))
    assert again == answer
    assert code(bring(ask, erp, invoice(4))) == "IDEMPOTENCY_MISMATCH"
    other_key = bring(ask, erp, invoice(1), idempotencyKey="k2")
    assert other_key["data"]["invoiceImport"]["items"][0]["outcome"] == "UNCHANGED"
    assert SalesDocument.objects.filter(source="imported").count() == 2


def test_a_pdf_comes_with_it(client: Client, ask: Ask, erp: Headers, world: World) -> None:
    pdf = b"%PDF-1.7 " + b"x" * 700_000  # more than others may send
    given = {
        "idempotencyKey": "k", "sourceSystem": "erp", "legalEntity": "main",
        "documents": [
            {"document": invoice(1), "pdf": base64.b64encode(pdf).decode()},
            {"document": invoice(2), "pdf": base64.b64encode(b"<html>").decode()},
        ],
    }  # fmt: skip
    body = json.dumps({"query": IMPORT, "variables": {"input": given}})
    too_large = client.post(
        "/graphql/", body, content_type="application/json", headers=world.people["bob"]
    )
    assert too_large.status_code == 413
    items = ask(IMPORT, erp, input=given)["data"]["invoiceImport"]["items"]
    assert [one["outcome"] for one in items] == ["CREATED", "REJECTED"]
    assert items[1]["findings"][0]["code"] == "PDF_INVALID"
    kept = DocumentFile.objects.get(engine="imported")
    assert (kept.engine, kept.size) == ("imported", len(pdf))


@pytest.mark.parametrize("count", [0, 101])
def test_no_more_than_a_hundred(ask: Ask, erp: Headers, count: int) -> None:
    small = {"number": "1"}
    expected = "IMPORT_TOO_MANY" if count else "IMPORT_EMPTY"
    assert code(bring(ask, erp, *[small] * count)) == expected


def test_what_was_paid_is_told_later(ask: Ask, erp: Headers, world: World) -> None:
    bring(ask, erp, invoice(1))
    named = {"sourceSystem": "erp", "externalId": "ERP-1"}
    part = {**named, "payments": [{"amount": "19.00", "reference": "p1", "on": "2026-03-05"}]}
    for _ in range(2):
        told = ask(PAY, erp, input=part)["data"]["invoiceImportPay"]
    assert told["paymentStatus"] == "PARTIALLY_PAID"
    url = {**named, "settled": True, "paymentUrl": "https://pay.example.com/1"}
    for _ in range(2):
        told = ask(PAY, erp, input=url)["data"]["invoiceImportPay"]
    assert told["paymentStatus"] == "PAID"
    assert sorted(Movement.objects.values_list("amount_minor", flat=True)) == [1900, 10000]
    assert PaymentState.objects.get(document__number="R-1").balance_minor == 0
    shown = ask(
        "query ($id: ID!) { salesInvoice(id: $id) { ... on SalesInvoice { paymentUrl } } }",
        world.people["alice"],
        id=told["documentId"],
    )
    assert "errors" not in shown, shown
    assert shown["data"]["salesInvoice"]["paymentUrl"] == "https://pay.example.com/1"
    bad = {**named, "paymentUrl": "http://pay.example.com"}
    assert code(ask(PAY, erp, input=bad)) == "URL_INVALID"
    finer = {**named, "payments": [{"amount": "1.001"}]}
    assert code(ask(PAY, erp, input=finer)) == "PAYMENT_INVALID"


def test_the_pdf_is_made_when_somebody_asks(
    client: Client, ask: Ask, erp: Headers, world: World
) -> None:
    answer = bring(ask, erp, invoice(1), invoice(2))
    first, _ = (one["documentId"] for one in answer["data"]["invoiceImport"]["items"])
    many = "{ salesInvoices(filter: {source: IMPORTED}) { edges { node { downloadUrl } } } }"
    urls = ask(many, world.people["alice"])["data"]["salesInvoices"]["edges"]
    assert all(edge["node"]["downloadUrl"] for edge in urls)
    assert not DocumentFile.objects.filter(document__source="imported").exists()
    one = "query ($id: ID!) { salesInvoice(id: $id) { pdf { size } external { externalId link } } }"
    shown = ask(one, world.people["alice"], id=first)["data"]["salesInvoice"]
    assert shown["external"] == {"externalId": "ERP-1", "link": "PENDING"}
    assert shown["pdf"]["size"] > 1000
    for edge in urls:
        path = edge["node"]["downloadUrl"].removeprefix("https://invoices.example.com")
        opened = client.get(path)
        assert (opened.status_code, opened.content[:5]) == (200, b"%PDF-")
    assert DocumentFile.objects.filter(document__source="imported").count() == 2
    assert not RenderJob.objects.exists()


DIFFERENCES = """query ($id: ID!) { salesInvoice(id: $id) { external { totalsDifferences {
  total stated { amount currency } computed { amount } } } } }"""


def test_totals_that_its_lines_do_not_make_are_told_of_the_document(
    ask: Ask, erp: Headers, world: World
) -> None:
    off = {"net": "100.00", "tax": "19.01", "gross": "119.01"}
    items = bring(ask, erp, invoice(1, totals=off), invoice(2))["data"]["invoiceImport"]["items"]
    assert [one["code"] for one in items[0]["findings"]] == ["TOTALS_DIFFER", "TOTALS_DIFFER"]
    differing, agreeing = (
        ask(DIFFERENCES, world.people["alice"], id=one["documentId"])["data"]["salesInvoice"][
            "external"
        ]["totalsDifferences"]
        for one in items
    )
    assert differing == [
        {"total": total, "stated": {"amount": stated, "currency": "EUR"},
         "computed": {"amount": computed}}
        for total, stated, computed in (("TAX", "19.01", "19.00"), ("GROSS", "119.01", "119.00"))
    ]  # fmt: skip
    assert agreeing == []
    row = SalesDocument.objects.get(number="R-1")
    document_erase(document=row, reason="Asked for", actor="staff:alice", today=date(2100, 1, 1))
    gone = ask(DIFFERENCES, world.people["alice"], id=items[0]["documentId"])
    assert gone["data"]["salesInvoice"]["external"]["totalsDifferences"] == []


def test_deleting_and_linking_by_the_api(ask: Ask, erp: Headers, world: World) -> None:
    answer = bring(ask, erp, invoice(1))
    identity = answer["data"]["invoiceImport"]["items"][0]["documentId"]
    gone = 'mutation ($id: ID!) { invoiceImportDelete(id: $id, reason: "Twice") { id } }'
    assert code(ask(gone, erp, id=identity)) == "PERMISSION_DENIED"
    unlink = "mutation ($id: ID!) { salesImportUnlink(documentId: $id) { document { orderId } } }"
    alice = world.people["alice"]
    verbs = """query ($id: ID!) { salesDocumentVerbs(id: $id) {
      link unlink delete deleteRefused } }"""
    free = {"link": True, "unlink": False, "delete": True, "deleteRefused": ""}
    LegalEntity.objects.filter(pk=world.entity.pk).update(seller=parties.to_json(factories.SELLER))
    assert ask(verbs, alice, id=identity)["data"]["salesDocumentVerbs"] == free
    ExternalReference.objects.update(link="linked")
    assert ask(verbs, alice, id=identity)["data"]["salesDocumentVerbs"] == {**free, "unlink": True}
    shown = ask(unlink, alice, id=identity)["data"]["salesImportUnlink"]["document"]
    assert shown == {"orderId": None}
    assert ask(verbs, alice, id=identity)["data"]["salesDocumentVerbs"] == free
    assert ask(gone, alice, id=identity)["data"]["invoiceImportDelete"]["id"] == identity
    assert code(ask(gone, alice, id=identity)) == "NOT_FOUND"
    own = global_id("SalesInvoice", world.charlies.pk)
    assert code(ask(gone, alice, id=own)) == "NOT_IMPORTED"
