"""Taking documents out of Saleor again, because they are of another order, or gone."""

from collections.abc import Iterable

from saleor_invoices import background, logs
from saleor_invoices.domain.errors import AppError, Disconnected
from saleor_invoices.invoices.models import DeletedExternal, Publication, SalesDocument
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor import publishing

TAKE_BACK_TASK = "saleor_invoices.invoices.tasks.saleor_invoice_delete"

log = logs.get(__name__)


def publications_take_back(*, document: SalesDocument) -> list[str]:
    """Have the document's Saleor invoices deleted after commit; returns their ids.

    One whose id is not known yet is withdrawn: it was not created, or is found by nobody.
    """
    shown = list(document.publications.exclude(state=Publication.State.WITHDRAWN))
    ids = [row.saleor_invoice_id for row in shown if row.saleor_invoice_id]
    Publication.objects.filter(pk__in=[row.pk for row in shown]).delete()
    for invoice_id in ids:
        background.enqueue(TAKE_BACK_TASK, document.installation_id, invoice_id)
    return ids


def deleted_finish(trace: DeletedExternal) -> bool:
    """Delete in Saleor what a deleted document left there; returns whether nothing is left.

    Raises nothing for a Saleor that is away: it is tried again.
    """
    left = list(trace.saleor_invoices)
    try:
        client = saleor_client(trace.installation)
        for invoice_id in _each(left):
            publishing.invoice_delete(client, invoice_id=invoice_id)
    except Disconnected:
        left = []  # the shop is gone, and its invoices with it
    except AppError as error:
        log.warning("external.left_in_saleor", number=trace.number, code=error.code)
    DeletedExternal.objects.filter(pk=trace.pk).update(saleor_invoices=left)
    return not left


def _each(left: list[str]) -> Iterable[str]:
    """The ids, each taken off the list once it was dealt with."""
    while left:
        yield left[0]
        del left[0]
