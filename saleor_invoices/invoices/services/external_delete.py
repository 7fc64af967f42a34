"""Deleting an imported document, with a trace of who, when, why, and what it went through.

Its books are elsewhere, so that here it may go; one on which money was recorded stays, since the
ledger would tell of money for nothing.
"""

from django.db import models, transaction
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.documents import storage
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.invoices.models import (
    DeletedExternal,
    ExternalReference,
    ExternalVersion,
    OrderRecord,
    Problem,
    SalesDocument,
)
from saleor_invoices.invoices.services import listeners
from saleor_invoices.invoices.services.external_link import document_lock
from saleor_invoices.invoices.services.order_issue import order_lock
from saleor_invoices.invoices.services.order_money import order_money_later
from saleor_invoices.invoices.services.page_show import page_keys
from saleor_invoices.invoices.services.problem import document_subject
from saleor_invoices.invoices.services.publication_withdraw import deleted_finish

FINISH_TASK = "saleor_invoices.invoices.tasks.external_deleted_finish"
LONGEST_REASON = 300
MONEY = frozenset({
    "allocation", "movement", "creditdecision", "refundrequest", "paymentpart",
    "providerrefundrequest", "movementreport",
})  # fmt: skip
"""Tables that tell of money; a document that one of them names stays."""
_STAYS = MONEY | {"salesdocument", "erasure", "issuerunitem"}


def external_delete(*, document: SalesDocument, reason: str, actor: str) -> DeletedExternal:
    """Delete the document and what hangs on it; its files go after commit.

    Raises ``InvalidInput`` REASON_MISSING, REASON_TOO_LONG; ``Conflict`` NOT_IMPORTED,
    DOCUMENT_PAID where money was recorded on it, DOCUMENT_CORRECTED where a credit note names it,
    DOCUMENT_ERASED.
    """
    words = _checked(reason)
    reference = ExternalReference.objects.filter(document=document).first()
    if reference is None:
        raise Conflict(
            "Only an imported document can be deleted; correct ours by a credit note.",
            code="NOT_IMPORTED",
        )
    with transaction.atomic():
        for record in OrderRecord.objects.filter(documents=document):
            record.installation = document.installation
            order_lock(record)
        row = document_lock(reference)
        _refuse_tied(row)
        trace = _traced(row, reference, words, actor)
        listeners.erased(row)
        order_money_later(row)
        _remove(row)
        background.enqueue(FINISH_TASK, trace.pk)
    return trace


def external_delete_refused(document: SalesDocument) -> Conflict | None:
    """Why an imported document has to stay, if it has to."""
    if document.following.exists():
        return Conflict("Another document corrects it.", code="DOCUMENT_CORRECTED")
    for model, field in _dependants():
        named = model._default_manager.filter(**{field: document})
        if model._meta.model_name in MONEY and named.exists():
            return Conflict("Money was recorded on it.", code="DOCUMENT_PAID")
    return None


def external_deleted_finish(*, trace: DeletedExternal) -> bool:
    """Delete what the document left in the storage and in Saleor, as often as it takes."""
    for key in trace.files:
        storage.discard(key)
    DeletedExternal.objects.filter(pk=trace.pk).update(files=[])
    return deleted_finish(trace)


def external_deleted_open() -> list[int]:
    """Traces of documents that left something behind elsewhere."""
    rows = DeletedExternal.objects.exclude(files=[], saleor_invoices=[])
    return list(rows.values_list("pk", flat=True)[:100])


def _checked(reason: str) -> str:
    words = " ".join(reason.replace("\x00", "").split())
    if not words:
        raise InvalidInput(
            "Say why it is deleted.", code="REASON_MISSING", params={"field": "reason"}
        )
    if len(words) > LONGEST_REASON:
        raise InvalidInput(
            f"A reason has {LONGEST_REASON} characters at most.",
            code="REASON_TOO_LONG",
            params={"field": "reason"},
        )
    return words


def _refuse_tied(document: SalesDocument) -> None:
    refused = external_delete_refused(document)
    if refused is not None:
        raise refused


def _dependants() -> list[tuple[type[models.Model], str]]:
    """Every table that names a document, with the column: also those of features above."""
    return [
        (relation.related_model, relation.field.name)
        for relation in SalesDocument._meta.related_objects
    ]


def _traced(
    document: SalesDocument, reference: ExternalReference, reason: str, actor: str
) -> DeletedExternal:
    # The row must be there before the triggers let anything go.
    return DeletedExternal.objects.create(
        installation_id=document.installation_id,
        document_id=document.pk,
        source_system=reference.source_system,
        external_id=reference.external_id,
        number=document.number,
        kind=document.kind,
        issue_date=document.issue_date,
        gross_minor=document.gross_minor,
        currency=document.currency,
        reason=reason,
        deleted_by=actor,
        deleted_at=timezone.now(),
        history=_history(document),
        files=_files(document),
        saleor_invoices=[
            found
            for found in document.publications.values_list("saleor_invoice_id", flat=True)
            if found
        ],
    )


def _history(document: SalesDocument) -> list[dict[str, object]]:
    return [
        {"at": row.at.isoformat(), "actor": row.actor, "event": row.event, "params": row.params}
        for row in document.history.order_by("at", "pk")
    ]


def _files(document: SalesDocument) -> list[str]:
    keys = list(document.files.values_list("storage_key", flat=True))
    keys += [str(page["key"]) for page in page_keys(document=document) if page.get("key")]
    for version in ExternalVersion.objects.filter(document=document):
        keys += [str(file["key"]) for file in version.files]
    return list(dict.fromkeys(keys))


def _remove(document: SalesDocument) -> None:
    Problem.objects.filter(
        installation_id=document.installation_id, subject=document_subject(document.pk)
    ).delete()
    for model, field in _dependants():
        if model._meta.model_name not in _STAYS:
            model._default_manager.filter(**{field: document}).delete()
    SalesDocument.objects.filter(pk=document.pk).delete()
