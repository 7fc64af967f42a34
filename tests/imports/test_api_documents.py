"""Documents through the API: one by one, their money, their PDFs, and managing them."""

import base64
import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from saleor_invoices.api.ids import global_id
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
from tests.api.conftest import Ask, Headers, World, ask, world
from tests.imports.api import code, erp
from tests.imports.files import invoice
from tests.plugins import factories

__all__ = ["ask", "erp", "world"]
pytestmark = pytest.mark.django_db
IMPORT = """mutation ($input: InvoiceImportInput!) { invoiceImport(input: $input) { items {
  position externalId number outcome documentId findings { code severity column } } } }"""
PAY = """mutation ($input: InvoiceImportPayInput!) { invoiceImportPay(input: $input) {
  documentId paymentStatus } }"""


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
