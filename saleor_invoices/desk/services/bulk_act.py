"""What a job does to a document itself, at most once: mail it, or record that it was paid.

The effect and the note of it are one transaction under the item's lock: after a crash there are
both or neither, and of two workers one finds the other's note.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from saleor_invoices import logs
from saleor_invoices.delivery.services.dispatch_request import dispatch_by_hand
from saleor_invoices.desk.models import BulkItem, BulkJob
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import AppError, Conflict
from saleor_invoices.domain.money import from_minor
from saleor_invoices.domain.states import DocumentState, PaymentStatus
from saleor_invoices.invoices.models import PaymentState, SalesDocument
from saleor_invoices.invoices.services.attempts import describe
from saleor_invoices.invoices.services.order_issue import document_orders_lock
from saleor_invoices.invoices.services.payment_record import ManualPayment, payment_record

Outcome = BulkItem.Outcome
PATIENCE = 4
"""Attempts after which an error that nobody foresaw is the document's, not the job's."""
log = logs.get(__name__)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one document."""

    outcome: str = Outcome.DONE
    code: str = ""
    message: str = ""
    pages: int = 0


GONE = Result(Outcome.FAILED, "DOCUMENT_GONE", "The document is not there (any more).")
SKIPPED = frozenset(
    {"DOCUMENT_NOT_ISSUED", "DOCUMENT_ERASED", "NOT_PAYABLE", "NOT_ISSUED", "NOTHING_OWED"}
)
"""Codes that say: to such a document it can't be done, and nobody need do anything."""


def bulk_act(*, job: BulkJob, item_id: int) -> None:
    """Do the job's work to one document, unless it was done; note what came of it."""
    with transaction.atomic():
        item = BulkItem.objects.select_for_update().get(pk=item_id)
        if item.outcome:
            return
        rows = SalesDocument.objects.filter(installation=job.installation)
        document = (
            rows.select_related("legal_entity")
            .defer("snapshot")
            .filter(pk=item.document_id)
            .first()
        )
        if document is None:
            result = GONE
        else:
            document.installation = job.installation
            result = _tried(job, document)
        note(item, result)
        item.save(update_fields=["outcome", "code", "message"])


def note(item: BulkItem, result: Result) -> None:
    """Set what came of a document; the caller saves."""
    item.outcome, item.code = result.outcome, result.code[:80]
    item.message, item.pages = result.message[:500], result.pages


def refused(error: Exception) -> Result:
    """An error as what came of a document."""
    fault = describe(error)
    if not isinstance(error, AppError):
        log.error("bulk.item_failed", exc_info=error)
    outcome = Outcome.SKIPPED if fault.code in SKIPPED else Outcome.FAILED
    return Result(outcome, fault.code, fault.message)


def _tried(job: BulkJob, document: SalesDocument) -> Result:
    try:
        with transaction.atomic():
            return _ACTS[BulkJob.Kind(job.kind)](job, document)
    except AppError as error:
        return refused(error)
    except Exception as error:
        if job.attempts < PATIENCE:
            raise  # it may heal: the database was away, ...
        return refused(error)


def _send(job: BulkJob, document: SalesDocument) -> Result:
    if document.state != DocumentState.ISSUED:
        raise Conflict("A draft is not sent.", code="DOCUMENT_NOT_ISSUED")
    dispatch_by_hand(
        document=document,
        to="",
        message=str(job.params.get("message", "")),
        idempotency_key=f"bulk:{job.pk}:{document.pk.hex}",
        actor=job.started_by,
    )
    return Result()


def _mark_paid(job: BulkJob, document: SalesDocument) -> Result:
    _refuse_unpayable(document)
    document_orders_lock(document)  # first, as everywhere: its money may be coming in now
    SalesDocument.objects.select_for_update(no_key=True).only("pk").get(pk=document.pk)
    owed = _balance(document)
    given = job.params["payment"]
    payment = ManualPayment(
        amount=from_minor(owed, document.currency),
        reference=given["reference"],
        occurred_at=datetime.fromisoformat(given["occurred_at"]),
        method=given["method"],
    )
    payment_record(document=document, payment=payment, actor=job.started_by)
    if PaymentState.objects.get(document=document).balance_minor >= owed:
        # The ledger knew this reference with just this amount: nothing was added.
        raise Conflict(
            "A payment with this reference is recorded already; use another one.",
            code="REFERENCE_TAKEN",
        )
    return Result()


def _refuse_unpayable(document: SalesDocument) -> None:
    if document.state != DocumentState.ISSUED:
        raise Conflict("A draft can't be paid.", code="NOT_ISSUED")
    if document.kind != DocumentKind.INVOICE:
        raise Conflict("Only an invoice can be paid.", code="NOT_PAYABLE")


def _balance(document: SalesDocument) -> int:
    payment = PaymentState.objects.filter(document=document).first()
    if payment is None or payment.status == PaymentStatus.CANCELLED or payment.balance_minor <= 0:
        raise Conflict("Nothing is owed on it.", code="NOTHING_OWED")
    return payment.balance_minor


_ACTS: dict[BulkJob.Kind, Callable[[BulkJob, SalesDocument], Result]] = {
    BulkJob.Kind.SEND: _send,
    BulkJob.Kind.MARK_PAID: _mark_paid,
}
ACTS = frozenset(_ACTS)
"""The kinds of jobs that do something to documents; the others make a file."""
