"""An imported document may go, with a trace; ours may not, whoever forges the trace."""

# ruff: noqa: S608  (tables and columns of our own, no input)

import uuid
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from saleor_invoices.desk.services.note import note_add
from saleor_invoices.documents.storage import is_stored
from saleor_invoices.domain.errors import AppError
from saleor_invoices.imports.models import ImportJob, ImportRowReport
from saleor_invoices.invoices.models import (
    DeletedExternal,
    DocumentFile,
    ExternalReference,
    ExternalVersion,
    HistoryEntry,
    SalesDocument,
    VatShare,
)
from saleor_invoices.invoices.services.document_erase import document_erase
from saleor_invoices.invoices.services.document_verbs import document_verbs
from saleor_invoices.invoices.services.external_delete import (
    external_delete,
    external_deleted_finish,
    external_deleted_open,
)
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.link_create import link_create
from saleor_invoices.payments.services.address import payment_address_set
from saleor_invoices.stores.models import LegalEntity
from tests.imports.files import brought, counts, invoice
from tests.plugins import factories

pytestmark = pytest.mark.django_db


def the_one(entity: LegalEntity) -> SalesDocument:
    """The only document."""
    found = SalesDocument.objects.get()
    found.installation = entity.installation
    return found


def delete(document: SalesDocument) -> DeletedExternal:
    """Delete it as staff."""
    return external_delete(document=document, reason="Brought by mistake", actor="staff:alice")


def refused(sql: str, *values: Any) -> str:
    """Run a statement that must be refused; returns the database's words."""
    with (
        pytest.raises(DatabaseError) as caught,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql, values)
    return str(caught.value)


def test_all_of_it_goes_and_its_history_stays_as_a_trace(entity: LegalEntity) -> None:
    brought(entity, [invoice(1, pdf="one")])
    brought(entity, [invoice(1, pdf="two")], "b", policy=ImportJob.Policy.NEW_VERSION)
    document = the_one(entity)
    note_add(document=document, text="Odd", pinned=False, author="staff:alice")
    payment_address_set(document=document, url="https://pay.example.com/", actor="staff:alice")
    link_create(document=document, open_days=30, strict=False)
    keys = [DocumentFile.objects.get().storage_key, ExternalVersion.objects.get().files[0]["key"]]
    trace = delete(document)
    assert not SalesDocument.objects.exists()
    assert not HistoryEntry.objects.exists()
    assert not VatShare.objects.exists()
    assert (trace.number, trace.external_id, trace.deleted_by) == ("R-1", "ERP-1", "staff:alice")
    assert (trace.reason, trace.gross_minor) == ("Brought by mistake", 11900)
    events = [entry["event"] for entry in trace.history]
    assert events[:2] == ["imported", "revised"]
    assert sorted(trace.files) == sorted(keys)
    assert external_deleted_open() == [trace.pk]
    assert external_deleted_finish(trace=trace)
    assert not any(is_stored(key) for key in keys)
    assert external_deleted_open() == []
    assert ledger_verify(files=True).ok


def test_it_can_be_brought_again_as_another_document(entity: LegalEntity) -> None:
    brought(entity, [invoice(1)])
    first = the_one(entity)
    delete(first)
    assert counts(brought(entity, [invoice(1)], "b")) == {"created": 1}
    second = the_one(entity)
    assert second.pk != first.pk
    assert "frozen" in refused("DELETE FROM invoices_salesdocument")
    delete(second)
    assert DeletedExternal.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"payments": [{"amount": "1.00"}]}, "DOCUMENT_PAID"), ({}, "DOCUMENT_CORRECTED")],
)
def test_what_money_or_a_correction_hangs_on_stays(
    entity: LegalEntity, changes: dict[str, Any], code: str
) -> None:
    brought(entity, [invoice(1, **changes)])
    document = the_one(entity)
    if code == "DOCUMENT_CORRECTED":
        factories.credit_note(entity, document)
    verbs = document_verbs(document=document)
    assert (verbs.delete, verbs.delete_refused, verbs.link) == (False, code, True)
    with pytest.raises(AppError) as caught:
        delete(document)
    assert caught.value.code == code
    assert not DeletedExternal.objects.exists()


def test_ours_are_not_deleted(entity: LegalEntity) -> None:
    own = factories.issued_document(entity, pdf=False)
    own.installation = entity.installation
    verbs = document_verbs(document=own)
    assert (verbs.delete, verbs.delete_refused, verbs.link, verbs.unlink) == (
        False, "", False, False,
    )  # fmt: skip
    with pytest.raises(AppError) as caught:
        delete(own)
    assert caught.value.code == "NOT_IMPORTED"
    with pytest.raises(DatabaseError, match="Only a document of another"), transaction.atomic():
        forge(entity, own.pk)
    with pytest.raises(DatabaseError, match="Only a document of another"), transaction.atomic():
        forge(entity, uuid.uuid4())


def forge(entity: LegalEntity, pk: uuid.UUID) -> None:
    """Write a trace without deleting."""
    DeletedExternal.objects.create(
        installation=entity.installation, document_id=pk, source_system="erp", external_id="x",
        number="x", kind="invoice", gross_minor=1, currency="EUR", reason="x", deleted_by="x",
        deleted_at=timezone.now(),
    )  # fmt: skip


def test_a_trace_is_kept_for_ever(entity: LegalEntity) -> None:
    brought(entity, [invoice(1)])
    delete(the_one(entity))
    assert "kept for ever" in refused("DELETE FROM invoices_deletedexternal")
    assert "kept for ever" in refused("UPDATE invoices_deletedexternal SET reason = 'other'")


def test_erasing_its_content_takes_former_versions_too(entity: LegalEntity) -> None:
    brought(entity, [invoice(1, pdf="one")])
    job = brought(
        entity, [invoice(1, pdf="two")], "b",
        policy=ImportJob.Policy.NEW_VERSION,
    )  # fmt: skip
    ImportRowReport.objects.filter(job=job).update(findings=[{"code": "X", "value": "A name"}])
    document = the_one(entity)
    keys = [DocumentFile.objects.get().storage_key, ExternalVersion.objects.get().files[0]["key"]]
    erasure = document_erase(
        document=document, reason="Asked", actor="staff:alice", today=date(2099, 1, 1)
    )
    assert sorted(file["key"] for file in erasure.files) == sorted(keys)
    assert not ExternalVersion.objects.exists()
    assert ExternalReference.objects.get().customer_email == ""
    assert ImportRowReport.objects.get(job=job).findings == []
    again = brought(entity, [invoice(1)], "c", policy=ImportJob.Policy.NEW_VERSION)
    assert again.rejected_count == 1
    assert bytes(the_one(entity).snapshot) == b""


# --- What the triggers let through, and what not --------------------------------------------------
TABLE = "invoices_salesdocument"


def test_an_imported_row_changes_only_by_counting_its_revision_up(entity: LegalEntity) -> None:
    brought(entity, [invoice(1)])
    assert "frozen" in refused(f"UPDATE {TABLE} SET number = 'X'")
    assert "frozen" in refused(f"UPDATE {TABLE} SET number = 'X', revision = revision + 2")
    assert "frozen" in refused(f"UPDATE {TABLE} SET source = 'own', revision = revision + 1")
    assert "frozen" in refused(f"UPDATE {TABLE} SET state = 'draft', revision = revision + 1")
    assert "frozen" in refused(f"UPDATE {TABLE} SET sequence = 1, revision = revision + 1")
    other = factories.installation("https://other.example.com/graphql/").pk
    assert "frozen" in refused(
        f"UPDATE {TABLE} SET installation_id = {other}, revision = revision + 1"
    )
    assert "frozen" in refused(f"DELETE FROM {TABLE}")
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {TABLE} SET number = 'X', revision = revision + 1")
    assert the_one(entity).number == "X"


def test_a_row_of_ours_changes_by_no_revision(entity: LegalEntity) -> None:
    factories.issued_document(entity, pdf=False)
    for change in ("number = 'X'", "source = 'imported'", "gross_minor = 1"):
        assert "frozen" in refused(f"UPDATE {TABLE} SET {change}, revision = revision + 1")
    assert "frozen" in refused(f"UPDATE {TABLE} SET revision = revision + 1")


def test_the_history_of_an_import_is_append_only(entity: LegalEntity) -> None:
    brought(entity, [invoice(1)])
    brought(entity, [invoice(1, note="x")], "b", policy=ImportJob.Policy.NEW_VERSION)
    for table in ("invoices_historyentry", "invoices_externalversion"):
        assert "kept for ever" in refused(f"DELETE FROM {table}")
        assert "kept for ever" in refused(f"UPDATE {table} SET id = id")
    assert ExternalReference.objects.get().version == 2
