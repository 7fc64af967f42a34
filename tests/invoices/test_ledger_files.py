"""Stored files and e-invoices: what is recorded is there, unchanged, and judged."""

from typing import Any

import pytest
from django.core.files.storage import storages

from saleor_invoices.documents.storage import store
from saleor_invoices.invoices.models import DocumentFile, EInvoiceRecord, RenderJob, SalesDocument
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices import books
from tests.invoices.tampering import codes, faults, unguarded
from tests.plugins import factories

pytestmark = pytest.mark.django_db
MADE = EInvoiceRecord.Outcome.MADE


def keep(document: SalesDocument, kind: str = "pdf", content: bytes = b"%PDF-1.7") -> DocumentFile:
    """Store a file of a document."""
    stored = store(f"{document.pk}/file.{kind}", content)
    return DocumentFile.objects.create(
        document=document,
        kind=kind,
        storage_key=stored.key,
        sha256=stored.sha256,
        size=stored.size,
        engine="test",
    )


def record(document: SalesDocument, outcome: str = MADE) -> EInvoiceRecord:
    """Say what became of a document's e-invoice."""
    return EInvoiceRecord.objects.create(document=document, outcome=outcome, profile="en16931")


@pytest.fixture
def invoice(seller: LegalEntity) -> SalesDocument:
    """An invoice without files."""
    return books.invoice(seller)


def test_files_that_are_what_was_stored_hold(invoice: SalesDocument) -> None:
    keep(invoice)
    keep(invoice, "xml", b"<Invoice/>")
    record(invoice)
    report = ledger_verify(files=True)
    assert (report.faults, report.files) == ([], 2)


@pytest.mark.parametrize("kind", ["pdf", "xml"])
def test_a_file_that_was_changed_or_lost_is_found(
    seller: LegalEntity, invoice: SalesDocument, kind: str
) -> None:
    record(invoice)
    other = books.invoice(seller)
    record(other)
    storage: Any = storages["documents"]
    with storage.open(keep(invoice, kind).storage_key, "wb") as file:
        file.write(b"forged")
    storage.delete(keep(other, kind).storage_key)
    assert ledger_verify().ok  # files are only looked at when asked for
    assert faults(files=True) == [
        ("FILE", invoice.number, "The stored file was changed."),
        ("FILE", other.number, "The file is gone."),
    ]


def test_an_einvoice_that_was_made_and_is_nowhere_is_found(invoice: SalesDocument) -> None:
    record(invoice)
    assert faults() == [("EINVOICE_FILE", invoice.number, "made, but there is no file")]
    RenderJob.objects.create(document=invoice)
    assert ledger_verify().ok  # it is being made
    RenderJob.objects.update(state="failed")
    assert not ledger_verify().ok
    keep(invoice)
    assert ledger_verify().ok


@pytest.mark.parametrize("outcome", [None, "left_out", "not_wanted"])
def test_an_xml_that_nobody_judged_is_found(invoice: SalesDocument, outcome: str | None) -> None:
    keep(invoice, "xml")
    if outcome:
        record(invoice, outcome)
    assert faults() == [("EINVOICE_RECORD", invoice.number, "an XML that nobody judged")]


def test_a_document_that_wants_no_einvoice_holds(invoice: SalesDocument) -> None:
    record(invoice, "not_wanted")
    keep(invoice)
    assert ledger_verify(files=True).ok


def test_one_store_is_verified_without_the_others(
    invoice: SalesDocument, store: Installation
) -> None:
    keep(invoice)
    elsewhere = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    theirs = books.invoice(factories.legal_entity(elsewhere))
    keep(theirs, "xml")
    with unguarded():
        DocumentFile.objects.filter(document=theirs).update(sha256="0" * 64)
    assert ledger_verify(installation=store, files=True).faults == []
    assert ledger_verify(installation=store, files=True).files == 1
    assert codes(ledger_verify(installation=elsewhere, files=True)) == {"FILE", "EINVOICE_RECORD"}
