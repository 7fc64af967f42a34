"""A document's own files, as its source made them: kept before the rows that name them."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from saleor_invoices.documents.storage import store
from saleor_invoices.invoices.models import DocumentFile
from saleor_invoices.invoices.services.external_intake import Intake
from saleor_invoices.invoices.services.external_prepare import Prepared

ENGINE = "imported"


def external_files_store(intake: Intake, pk: UUID, prepared: Prepared) -> Iterator[dict[str, Any]]:
    """Store the document's files under their digests; the rows that name them, as columns.

    The same file again has the same key, so that a batch that is done anew leaves nothing behind.
    """
    given = {DocumentFile.Kind.PDF: prepared.pdf, DocumentFile.Kind.XML: prepared.xml}
    for kind, file in given.items():
        if file is None:
            continue
        folder = f"{intake.installation.uuid}/{prepared.issue_date.year:04}/{pk}"
        key = f"{folder}/imported-{file.sha256[:16]}.{kind.value}"
        stored = store(key, file.path.read_bytes(), replace=True)
        yield {
            "document_id": pk,
            "kind": kind.value,
            "storage_key": stored.key,
            "sha256": stored.sha256,
            "size": stored.size,
            "engine": ENGINE,
        }
