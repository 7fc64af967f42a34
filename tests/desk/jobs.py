"""Bulk jobs for tests: documents with real PDFs in the storage, and jobs over them."""

import io
import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import pikepdf

from saleor_invoices.desk.models import BulkItem, BulkJob
from saleor_invoices.desk.services.bulk_start import BulkPayment, BulkRequest, Named, bulk_start
from saleor_invoices.desk.services.bulk_work import bulk_work
from saleor_invoices.documents.storage import store
from saleor_invoices.domain.states import PaymentStatus
from saleor_invoices.invoices.models import DocumentFile, SalesDocument
from saleor_invoices.invoices.selectors.viewers import StaffViewer
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.plugins import factories

Kind = BulkJob.Kind
PAID_AT = "2026-03-05T10:00:00+00:00"


def staff(store_: Installation, *more: str) -> StaffViewer:
    """A member of staff with MANAGE_ORDERS, and more rights."""
    return StaffViewer(
        installation=store_, user_id="alice", permissions=frozenset({"MANAGE_ORDERS", *more})
    )


def invoice(
    entity: LegalEntity, number: str, *, email: str = "buyer@example.com", **columns: Any
) -> SalesDocument:
    """An issued invoice of 158.40 PLN, all of it owed, without files."""
    reference = factories.order_reference(number, email=email)
    document = factories.sample_document(number=number, order=reference)
    return factories.issued_document(
        entity, document, pdf=False, collectable_minor=15840, **columns
    )


def paid_invoice(entity: LegalEntity, number: str) -> SalesDocument:
    """One on which nothing is owed."""
    document = factories.sample_document(number=number, order=factories.order_reference(number))
    return factories.issued_document(
        entity, document, paid=PaymentStatus.PAID, balance="0", pdf=False, collectable_minor=0
    )


def with_file(row: SalesDocument, content: bytes, kind: str = "pdf") -> SalesDocument:
    """The document with a file that can be opened."""
    stored = store(f"{row.installation_id}/tests/{row.pk}.{kind}", content)
    DocumentFile.objects.create(
        document=row, kind=kind, storage_key=stored.key, sha256=stored.sha256,
        size=stored.size, engine="test",
    )  # fmt: skip
    return row


def pdf(pages: int = 1, width: int = 200) -> bytes:
    """A PDF with empty pages."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page(page_size=(width, 100))
        made.save(out)
    return out.getvalue()


def job(
    viewer: StaffViewer, kind: BulkJob.Kind, rows: Iterable[SalesDocument | uuid.UUID], **more: Any
) -> BulkJob:
    """A job over these documents."""
    key = more.pop("key", uuid.uuid4().hex)
    if kind is Kind.MARK_PAID:
        more.setdefault("payment", payment())
    named = [Named(id=row if isinstance(row, uuid.UUID) else row.pk) for row in rows]
    return bulk_start(viewer=viewer, request=BulkRequest(kind=kind, named=named, **more), key=key)


def payment(reference: str = "Statement 12") -> BulkPayment:
    """How it was paid."""
    return BulkPayment(reference=reference, occurred_at=datetime.fromisoformat(PAID_AT))


def work(one: BulkJob) -> BulkJob:
    """Work the job off as the worker does, task by task."""
    while True:
        bulk_work(job_id=one.pk)
        one.refresh_from_db()
        if one.state not in ("pending", "running"):
            return one
        assert not one.last_error


def outcomes(one: BulkJob) -> Sequence[tuple[str, str, str]]:
    """What came of each document: its number, the outcome and the code."""
    rows = BulkItem.objects.filter(job=one).order_by("position")
    return list(rows.values_list("document_number", "outcome", "code"))


def parties_json() -> dict[str, Any]:
    """The sample seller as a row keeps it."""
    found: dict[str, Any] = parties.to_json(factories.SELLER)
    return found
