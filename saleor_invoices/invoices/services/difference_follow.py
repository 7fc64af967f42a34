"""An order that changed after its invoice was issued: said on the invoice, with what differs."""

from saleor_invoices.domain.difference import difference, summary, to_json
from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.order_document import document_from_order
from saleor_invoices.invoices.models import OrderRecord, SalesDocument
from saleor_invoices.invoices.services import clock
from saleor_invoices.invoices.services.credit_issue import credit_notes_of
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.invoices.services.order_issue import is_covered
from saleor_invoices.invoices.services.problem import (
    document_subject,
    problem_open,
    problem_resolve,
)
from saleor_invoices.stores.profile import ChannelProfile

CHANGED = "ORDER_CHANGED"


def difference_follow(
    *,
    record: OrderRecord,
    order: Order,
    profile: ChannelProfile,
    invoices: list[SalesDocument],
) -> None:
    """Compare the order with its invoices; a difference becomes a problem of the newest one.

    Orders that are not wholly invoiced yet, cancelled ones and those of a collective invoice are
    not compared: there a difference is no mistake, or is seen on another document.
    """
    own = [row for row in invoices if row.order_id == record.pk and row.erased_at is None]
    if not own or not is_covered(record):
        return
    found = None if order.status == "CANCELED" else _compare(order, profile, own)
    if found != record.difference:
        record.difference = found
        record.save(update_fields=["difference"])
        _tell(record, own[-1], found)


def difference_accept(
    *, record: OrderRecord, order: Order, profile: ChannelProfile, invoice: SalesDocument
) -> None:
    """Take how an order differs from its edited invoice as it is meant; a later change is told."""
    record.difference = _compare(order, profile, [invoice])
    record.save(update_fields=["difference"])


def _compare(
    order: Order, profile: ChannelProfile, own: list[SalesDocument]
) -> dict[str, object] | None:
    try:
        on = clock.today(profile.document.timezone)
        now = document_from_order(order, profile.document, on=on).document
    except AppError:  # it can't be invoiced as it stands: nothing to compare with
        return None
    notes = [note for row in own for note in credit_notes_of(row)]
    found = difference([decoded(row) for row in own], now, credits=notes)
    return {**to_json(found), "summary": summary(found)} if found else None


def _tell(record: OrderRecord, invoice: SalesDocument, found: dict[str, object] | None) -> None:
    subject = document_subject(invoice.pk)
    if found is None:
        problem_resolve(installation=record.installation, subject=subject, codes=(CHANGED,))
        return
    problem_open(
        installation=record.installation,
        subject=subject,
        code=CHANGED,
        message=f"Order {record.number} changed after {invoice.number} was issued."
        f" {found['summary']}",
        remedy="Correct the invoice: it is credited, and a new one is issued, in one step.",
        params={"document_id": str(invoice.pk), "order_id": record.order_id},
    )
