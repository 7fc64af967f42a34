"""Lawful erasure: the one audited way in which an issued document loses its content.

GDPR, art. 5(1)(e) and 17, wants personal data gone when no law asks for it any more. What goes,
what stays and why is told in docs/retention.md. Everything in the database goes in one transaction;
the stored files go after it was committed, and their keys stay with the erasure, so that deleting
them can be done again after a crash.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from saleor_invoices import logs
from saleor_invoices.documents import storage
from saleor_invoices.domain import chain
from saleor_invoices.domain.errors import AppError, Conflict, InvalidInput
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import (
    EInvoiceRecord,
    Erasure,
    IssueRunItem,
    OrderRecord,
    Problem,
    Publication,
    RenderJob,
    SalesDocument,
    VatCheck,
)
from saleor_invoices.invoices.selectors.retention import document_retained_until, local_today
from saleor_invoices.invoices.selectors.vat_checks import vat_checks_of_none_but
from saleor_invoices.invoices.services import listeners
from saleor_invoices.invoices.services.external_forget import external_files, external_forget
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.page_show import page_keys
from saleor_invoices.invoices.services.problem import (
    document_subject,
    order_subject,
    problem_open,
    problem_resolve,
)
from saleor_invoices.invoices.triggers import EMPTIED

UNFINISHED = "ERASURE_UNFINISHED"
LONGEST_REASON = 300

log = logs.get(__name__)


def document_erase(
    *, document: SalesDocument, reason: str, actor: str, today: date | None = None
) -> Erasure:
    """Replace an issued document's content by a tombstone; number, dates and amounts stay.

    Asked again, it returns the erasure and deletes what is left of the files. ``today`` is the day
    where the seller is (default: by the clock).

    Raises ``InvalidInput`` REASON_MISSING, REASON_TOO_LONG; ``Conflict`` NOT_ISSUED,
    RETENTION_RUNS (``params["retained_until"]`` is the last day on which it must be kept), or
    DOCUMENT_ALTERED: what was tampered with is evidence and not erased.
    """
    words = _checked(reason)
    with transaction.atomic():
        orders = _lock_orders(document)
        row = _lock(document)
        erasure = Erasure.objects.filter(document=row).first()
        if erasure is None:
            until = _refuse_kept(row, today)
            erasure = _erase(row, orders, reason=words, actor=actor, until=until, today=today)
    document.refresh_from_db()
    transaction.on_commit(lambda: erasure_finish(erasure=erasure))
    return erasure


def erasure_finish(*, erasure: Erasure) -> bool:
    """Delete the stored files of an erased document, as often as it takes.

    A storage that fails leaves a problem of the document; returns whether nothing is left.
    """
    document = erasure.document
    try:
        for file in erasure.files:
            if file.get("key"):
                storage.discard(file["key"])
    except Exception as error:  # a storage's own kinds of errors are many
        log.warning("erasure.unfinished", document=str(document.pk), error=type(error).__name__)
        _tell_unfinished(document)
        return False
    subject = document_subject(document.pk)
    problem_resolve(installation=document.installation, subject=subject, codes=(UNFINISHED,))
    return True


def _checked(reason: str) -> str:
    words = reason.replace("\x00", "").strip()
    if not words:
        raise InvalidInput(
            "Say why it is erased.", code="REASON_MISSING", params={"field": "reason"}
        )
    if len(words) > LONGEST_REASON:
        raise InvalidInput(
            f"A reason has {LONGEST_REASON} characters at most.",
            code="REASON_TOO_LONG",
            params={"field": "reason"},
        )
    return words


def _lock_orders(document: SalesDocument) -> list[OrderRecord]:
    # Orders before documents, as everywhere: two workers must not wait for each other.
    wanted = set(document.coverage.values_list("order_id", flat=True))
    if document.order_id is not None:
        wanted.add(document.order_id)
    return list(OrderRecord.objects.select_for_update().filter(pk__in=wanted).order_by("pk"))


def _lock(document: SalesDocument) -> SalesDocument:
    rows = SalesDocument.objects.select_for_update(of=("self",))
    return rows.select_related("legal_entity", "installation").get(pk=document.pk)


def _refuse_kept(document: SalesDocument, today: date | None) -> date:
    if document.state != DocumentState.ISSUED or document.issue_date is None:
        raise Conflict("A draft is not erased but deleted.", code="NOT_ISSUED")
    until = document_retained_until(document=document)
    if (today or local_today(document.legal_entity)) <= until:
        raise Conflict(
            f"{document.number} must be kept until {until.isoformat()}.",
            code="RETENTION_RUNS",
            params={"number": document.number, "retained_until": until.isoformat()},
        )
    if not _is_intact(document):
        raise Conflict(
            f"{document.number} is not what was issued: run verify_ledger first.",
            code="DOCUMENT_ALTERED",
            params={"number": document.number},
        )
    return until


def _is_intact(document: SalesDocument) -> bool:
    if document.source != SalesDocument.Source.OWN:
        return True  # what was imported has no place in a chain
    try:
        digest = chain.digest(bytes(document.snapshot), bytes(document.salt))
    except AppError:  # the salt was cut
        return False
    return digest == document.digest


def _erase(
    document: SalesDocument,
    orders: Iterable[OrderRecord],
    *,
    reason: str,
    actor: str,
    until: date,
    today: date | None,
) -> Erasure:
    checks = list(vat_checks_of_none_but(document=document))
    # The row must be there before the triggers let anything go.
    erasure = Erasure.objects.create(
        document=document,
        reason=reason,
        retained_until=until,
        erased_by=actor,
        erased_at=_instant(today),
        files=[
            *_files(document),
            *external_files(document),
            *page_keys(document=document),
            *_proofs(checks),
        ],
    )
    _empty(document, erasure)
    VatCheck.objects.filter(pk__in=[check.pk for check in checks]).delete()
    _withdraw_work(document)
    for order in orders:
        _forget_order(order)
    listeners.erased(document)
    history_append(document=document, event="erased", actor=actor, retained_until=until.isoformat())
    return erasure


def _instant(today: date | None) -> datetime:
    return datetime.combine(today, time(12), UTC) if today else timezone.now()


def _files(document: SalesDocument) -> list[dict[str, str]]:
    return [
        {"kind": file.kind, "sha256": file.sha256, "key": file.storage_key}
        for file in document.files.order_by("pk")
    ]


def _proofs(checks: Iterable[VatCheck]) -> list[dict[str, str]]:
    # The triggers let exactly these rows go (``triggers._CHECK_ERASED``).
    return [{"kind": f"vat_check:{check.pk}", "sha256": ""} for check in checks]


def _empty(document: SalesDocument, erasure: Erasure) -> None:
    SalesDocument.objects.filter(pk=document.pk).update(
        snapshot=b"", salt=b"", erased_at=erasure.erased_at, **dict.fromkeys(EMPTIED, "")
    )
    document.erased_at = erasure.erased_at
    document.files.all().delete()
    document.links.all().delete()  # and with them their codes
    EInvoiceRecord.objects.filter(document=document).delete()
    document.refund_requests.update(reason="", message="")
    external_forget(document)


def _withdraw_work(document: SalesDocument) -> None:
    """Nothing is rendered or published any more; texts that may name a person go."""
    withdrawn = {"state": RenderJob.State.WITHDRAWN, "next_attempt_at": None}
    RenderJob.objects.filter(document=document).update(**withdrawn, last_error="")
    unfinished = (Publication.State.PENDING, Publication.State.FAILED)
    document.publications.filter(state__in=unfinished).update(**withdrawn, last_error="")
    IssueRunItem.objects.filter(document=document).update(findings=[])
    _delete_problems(document.installation_id, document_subject(document.pk))


def _forget_order(order: OrderRecord) -> None:
    """Whose order it was, once none of its documents says so any more."""
    documents = SalesDocument.objects.filter(Q(order=order) | Q(coverage__order=order))
    if documents.filter(erased_at__isnull=True).exists():
        return
    order.customer_id, order.difference = "", None
    order.save(update_fields=["customer_id", "difference"])
    IssueRunItem.objects.filter(
        run__installation_id=order.installation_id, order_id=order.order_id
    ).update(findings=[])
    _delete_problems(order.installation_id, order_subject(order.order_id))


def _delete_problems(installation_id: int, subject: str) -> None:
    Problem.objects.filter(installation_id=installation_id, subject=subject).delete()


def _tell_unfinished(document: SalesDocument) -> None:
    problem_open(
        installation=document.installation,
        subject=document_subject(document.pk),
        code=UNFINISHED,
        message=f"{document.number} is erased, but its stored files could not be deleted yet.",
        remedy="See that the file storage answers, then press Retry.",
        params={"document_id": str(document.pk), "number": document.number},
    )
