"""Who wants to hear what becomes of a document; features above register, none is known here.

Register in ``AppConfig.ready``. A listener plans work in our own tables and leaves the doing to
the workers; it may be told of the same thing twice.
"""

import uuid
from collections.abc import Callable, Mapping

from django.db import transaction

from saleor_invoices import logs
from saleor_invoices.invoices.models import OrderRecord, PaymentState, Problem, SalesDocument
from saleor_invoices.invoices.services.problem import problem_open, problem_resolve

Callback = Callable[[SalesDocument], object]
CreditCallback = Callable[[SalesDocument, SalesDocument], object]
PaymentCallback = Callable[[SalesDocument, PaymentState | None, PaymentState], object]
Retry = Callable[[Problem], object]
UrlsCallback = Callable[[Mapping[uuid.UUID, str], str], object]
OrderCallback = Callable[[OrderRecord], object]

_rendered: list[Callback] = []
_erased: list[Callback] = []
_payment_changed: list[PaymentCallback] = []
_credited: list[CreditCallback] = []
_retries: dict[str, Retry] = {}
_payment_urls: list[UrlsCallback] = []
_order_money: list[OrderCallback] = []

PLANNING = "planning"

log = logs.get(__name__)


def on_rendered(callback: Callback) -> None:
    """Call back when an issued document has its files."""
    if callback not in _rendered:
        _rendered.append(callback)


def on_erased(callback: Callback) -> None:
    """Call back when a document's content is erased, in the transaction that does so."""
    if callback not in _erased:
        _erased.append(callback)


def on_payment_changed(callback: PaymentCallback) -> None:
    """Call back when a document stands otherwise than before, in the transaction that does so.

    It gets the document and its states before and after; before is None right after the issue.
    """
    if callback not in _payment_changed:
        _payment_changed.append(callback)


def on_credited(callback: CreditCallback) -> None:
    """Call back with an invoice and the credit note issued for it, in the issuing transaction."""
    if callback not in _credited:
        _credited.append(callback)


def on_retry(kind: str, callback: Retry) -> None:
    """Call back to do again what a problem with a subject ``<kind>:...`` is about."""
    _retries[kind] = callback


def on_payment_urls(callback: UrlsCallback) -> None:
    """Call back with where imported invoices are paid, by their ids, and who says so."""
    if callback not in _payment_urls:
        _payment_urls.append(callback)


def on_order_money(callback: OrderCallback) -> None:
    """Call back before the money of an order with imported invoices is shared out, under its lock:
    who knows which invoice some of it was paid for allocates it.
    """
    if callback not in _order_money:
        _order_money.append(callback)


def rendered(document: SalesDocument) -> None:
    """Tell of a document's files. A listener that fails is a problem: the rendering stands."""
    failed = [callback for callback in _rendered if not _told(callback, document)]
    subject = f"{PLANNING}:{document.pk}"
    if not failed:
        problem_resolve(installation=document.installation, subject=subject)
        return
    problem_open(
        installation=document.installation,
        subject=subject,
        code="PLANNING_FAILED",
        message=f"What follows the PDF of {document.number}, such as its mail, was not planned.",
        remedy="Press Retry; if it stays, the operator finds the cause in the log.",
        params={"document_id": str(document.pk)},
    )


def _told(callback: Callback, document: SalesDocument) -> bool:
    try:
        with transaction.atomic():
            callback(document)
    except Exception as error:
        log.exception("listener.failed", document=str(document.pk), error=type(error).__name__)
        return False
    return True


def _plan_again(problem: Problem) -> None:
    document_id = uuid.UUID(problem.subject.partition(":")[2])
    rows = SalesDocument.objects.select_related("installation")
    for document in rows.filter(installation=problem.installation, pk=document_id):
        rendered(document)


def erased(document: SalesDocument) -> None:
    """Tell of an erasure. A listener that fails undoes it: nothing may be left behind."""
    for callback in _erased:
        callback(document)


def payment_changed(
    document: SalesDocument, before: PaymentState | None, after: PaymentState
) -> None:
    """Tell of a document's new state. A listener that fails undoes it, so that none is missed."""
    for callback in _payment_changed:
        callback(document, before, after)


def credited(invoice: SalesDocument, note: SalesDocument) -> None:
    """Tell of a credit note. A listener that fails undoes it, so that none is missed."""
    for callback in _credited:
        callback(invoice, note)


def payment_urls(urls: Mapping[uuid.UUID, str], actor: str) -> None:
    """Tell where invoices are paid, empty for nowhere. A listener that fails undoes it."""
    for callback in _payment_urls if urls else ():
        callback(urls, actor)


def order_money(record: OrderRecord) -> None:
    """Ask which invoices the order's money was paid for. A listener that fails undoes it."""
    for callback in _order_money:
        callback(record)


def retry_of(kind: str) -> Retry | None:
    """Who does problems of this kind again."""
    return _plan_again if kind == PLANNING else _retries.get(kind)
