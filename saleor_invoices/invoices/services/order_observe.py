"""Taking in a state of an order: its money, and by policy its invoice."""

from datetime import datetime

from django.db import transaction

from saleor_invoices.domain.errors import AppError, CannotIssue
from saleor_invoices.domain.money import to_minor
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.profile import IssuePolicy, NotifyPolicy
from saleor_invoices.invoices.models import OrderRecord, SalesDocument
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.order_issue import (
    REFUSED_STATUSES,
    order_document,
    order_issue,
    order_lock,
)
from saleor_invoices.invoices.services.payment_follow import payment_follow
from saleor_invoices.invoices.services.problem import (
    order_subject,
    problem_open,
    problem_resolve,
)
from saleor_invoices.invoices.services.publication_request import publication_request
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.profile import ChannelProfile
from saleor_invoices.stores.selectors import channel_profile

NEVER_BY_ITSELF = REFUSED_STATUSES | {"CANCELED"}


def order_observe(
    *, installation: Installation, order: Order, issued_at: datetime
) -> SalesDocument | None:
    """Take in the order's state as of ``issued_at`` and issue its invoice if the policy says so.

    States arrive twice and out of order: one older than the newest seen changes nothing. An order
    that can't be invoiced leaves a problem for the merchant; its money is taken in all the same.
    Returns the order's document, if it has one.
    """
    record = _record(installation, order)
    with transaction.atomic():
        record = order_lock(record)
        if _is_stale(record, issued_at):
            return order_document(record)
        _take_in(record, order, issued_at)
        document = order_document(record)
    if document is not None:
        return document
    return _issue_by_policy(record, order, issued_at)


def order_invoice(
    *,
    installation: Installation,
    order: Order,
    issued_at: datetime,
    saleor_invoice_id: str | None = None,
    actor: str = "app",
) -> SalesDocument:
    """Issue (once) and publish the order's invoice whatever the policy says.

    ``saleor_invoice_id`` is the Saleor invoice that was requested; a second request of a covered
    order gets the existing number and URL. Raises ``CannotIssue`` after opening a problem.
    """
    record = _record(installation, order)
    try:
        profile = channel_profile(installation=installation, channel=order.channel)
        return _issue_and_publish(
            record, order, profile, issued_at, saleor_invoice_id=saleor_invoice_id, actor=actor
        )
    except CannotIssue as error:
        order_problem_open(installation=installation, order=order, error=error)
        raise


def order_problem_open(*, installation: Installation, order: Order, error: AppError) -> None:
    """Tell the merchant why the order has no invoice."""
    problem_open(
        installation=installation,
        subject=order_subject(order.id),
        code=error.code,
        message=f"Order {order.number} has no invoice: {error.message}",
        remedy=str(error.params.get("remedy", "")),
        params={**error.params, "order_id": order.id, "order_number": order.number},
    )


def _record(installation: Installation, order: Order) -> OrderRecord:
    record, _ = OrderRecord.objects.get_or_create(
        installation=installation,
        order_id=order.id,
        defaults={"number": order.number, "channel": order.channel, "currency": order.currency},
    )
    return record


def _take_in(record: OrderRecord, order: Order, issued_at: datetime) -> None:
    record.seen_issued_at = issued_at
    record.number, record.channel, record.status = order.number, order.channel, order.status
    record.customer_id = order.customer.id if order.customer else ""
    record.currency = order.currency
    before = (record.charged_minor, record.refunded_minor)
    record.charged_minor = to_minor(order.charge.charged, order.currency)
    record.refunded_minor = to_minor(order.charge.refunded, order.currency)
    record.total_minor = to_minor(order.total.gross, order.currency)
    record.save()
    for document in record.documents.filter(state="issued"):
        state = payment_follow(order=record, document=document)
        if before != (record.charged_minor, record.refunded_minor):
            history_append(
                document=document, event="payment_changed", actor="saleor", status=state.status
            )


def _issue_by_policy(
    record: OrderRecord, order: Order, issued_at: datetime
) -> SalesDocument | None:
    if order.status in NEVER_BY_ITSELF:
        return None
    try:
        profile = channel_profile(installation=record.installation, channel=order.channel)
        if not profile.enabled or not _policy_met(profile.issue_policy, order):
            return None
        return _issue_and_publish(record, order, profile, issued_at)
    except CannotIssue as error:
        order_problem_open(installation=record.installation, order=order, error=error)
        return None


def _policy_met(policy: IssuePolicy, order: Order) -> bool:
    # Decided by the order's state, not by the event's name: events may be lost or overtaken.
    if policy is IssuePolicy.CONFIRMED:
        return True
    if policy is IssuePolicy.FULLY_PAID:
        return order.charge.is_paid
    return policy is IssuePolicy.FULFILLED and order.status == "FULFILLED"


def _issue_and_publish(
    record: OrderRecord,
    order: Order,
    profile: ChannelProfile,
    issued_at: datetime,
    *,
    saleor_invoice_id: str | None = None,
    actor: str = "app",
) -> SalesDocument:
    with transaction.atomic():
        record = order_lock(record)
        if not _is_stale(record, issued_at):
            _take_in(record, order, issued_at)
        document = order_issue(record=record, order=order, profile=profile, actor=actor)
        publication_request(
            document=document,
            saleor_invoice_id=saleor_invoice_id,
            notify=profile.notify_policy is NotifyPolicy.ON_ISSUE,
        )
        problem_resolve(installation=record.installation, subject=order_subject(order.id))
    return document


def _is_stale(record: OrderRecord, issued_at: datetime) -> bool:
    return record.seen_issued_at is not None and issued_at < record.seen_issued_at
