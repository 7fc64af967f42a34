"""Taking in a state of an order: its money, and by policy its invoice."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from saleor_invoices.domain.errors import AppError, CannotIssue, Conflict, InvalidInput
from saleor_invoices.domain.money import quantize, to_minor
from saleor_invoices.domain.order import MoneyMove, Order
from saleor_invoices.domain.order_document import refuse_unknown_currency
from saleor_invoices.domain.policy import buyer_kind, is_due, issue_policy
from saleor_invoices.domain.profile import IssuePolicy, NotifyPolicy
from saleor_invoices.invoices.models import OrderRecord, SalesDocument
from saleor_invoices.invoices.services.movement_record import movements_record
from saleor_invoices.invoices.services.order_issue import (
    coverage_of,
    is_covered,
    order_document,
    order_issue,
    order_lock,
    parcels_issue,
)
from saleor_invoices.invoices.services.order_settle import order_settle
from saleor_invoices.invoices.services.payment_refund import refunds_follow
from saleor_invoices.invoices.services.problem import (
    order_subject,
    problem_open,
    problem_resolve,
)
from saleor_invoices.invoices.services.publication_request import publication_request
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.profile import ChannelProfile
from saleor_invoices.stores.selectors import channel_profile


class Overtaken(Conflict):
    """A newer state of the order was taken in meanwhile: read it anew, do not issue this one."""

    code = "ORDER_OVERTAKEN"
    permanent = False


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
        # One lock for both: were it given back in between, a newer state could be taken in by
        # another worker, and this one would freeze the former.
        record = order_lock(record)
        document = None if is_stale(record, issued_at) else _observe(record, order, issued_at)
        return document or order_document(record)


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
    order gets the existing number and URL. Raises ``CannotIssue`` after opening a problem, and
    ``Overtaken`` when a state newer than ``issued_at`` is known and no invoice issued yet.
    """
    record = _record(installation, order)
    with transaction.atomic():
        record = order_lock(record)
        is_old = refuse_overtaken(record, issued_at)
        outcome: SalesDocument | CannotIssue
        try:
            with _refusing():
                if not is_old:
                    order_take_in(record=record, order=order, issued_at=issued_at)
                with transaction.atomic():  # as in _observe
                    outcome = _issue_asked(record, order, saleor_invoice_id, actor)
        except CannotIssue as error:
            order_problem_open(installation=installation, order=order, error=error)
            outcome = error
        if not is_old:
            _settle(record, order)
    if isinstance(outcome, CannotIssue):
        # After the commit: an older state that comes later must not close the problem.
        raise outcome
    return outcome


def order_take_in(*, record: OrderRecord, order: Order, issued_at: datetime) -> None:
    """Keep what the order has become by ``issued_at``, and what is new about its money.

    Must run under the lock of the order's row, and not with a state older than the newest seen.
    Raises ``CannotIssue`` for a currency that is none.
    """
    refuse_unknown_currency(order)
    record.seen_issued_at = issued_at
    record.number, record.channel, record.status = order.number, order.channel, order.status
    record.customer_id = order.customer.id if order.customer else ""
    record.currency = order.currency
    record.charged_minor = _minor(order.charge.charged, order)
    record.refunded_minor = _minor(order.charge.refunded, order)
    record.total_minor = _minor(order.total.gross, order)
    record.save()
    movements_record(record=record, order=order, at=order.updated or issued_at)
    refunds_follow(record=record)


def is_stale(record: OrderRecord, issued_at: datetime) -> bool:
    """Whether a newer state of the order than that of ``issued_at`` was taken in."""
    return record.seen_issued_at is not None and issued_at < record.seen_issued_at


def refuse_overtaken(record: OrderRecord, issued_at: datetime) -> bool:
    """Whether a newer state was taken in. Raises ``Overtaken`` where something is to be issued."""
    is_old = is_stale(record, issued_at)
    if is_old and not is_covered(record):
        raise Overtaken(f"Order {record.number} has changed meanwhile.")
    return is_old


def order_problem_open(*, installation: Installation, order: Order, error: AppError) -> None:
    """Tell the merchant why the order has no invoice; only the newest reason stays open."""
    subject = order_subject(order.id)
    problem_open(
        installation=installation,
        subject=subject,
        code=error.code,
        message=f"Order {order.number} has no invoice: {error.message}",
        remedy=str(error.params.get("remedy", "")),
        params={**error.params, "order_id": order.id, "order_number": order.number},
    )
    problem_resolve(installation=installation, subject=subject, but=error.code)


def _record(installation: Installation, order: Order) -> OrderRecord:
    record, _ = OrderRecord.objects.get_or_create(
        installation=installation,
        order_id=order.id,
        defaults={"number": order.number, "channel": order.channel, "currency": order.currency},
    )
    record.installation = installation  # as it was read already
    return record


def _observe(record: OrderRecord, order: Order, issued_at: datetime) -> SalesDocument | None:
    try:
        with _refusing():
            order_take_in(record=record, order=order, issued_at=issued_at)
            with transaction.atomic():  # what can't be issued takes back itself, not the money
                _issue_by_policy(record, order)
    except CannotIssue as error:
        order_problem_open(installation=record.installation, order=order, error=error)
    _settle(record, order)
    return order_document(record)


def _issue_asked(
    record: OrderRecord, order: Order, saleor_invoice_id: str | None, actor: str
) -> SalesDocument:
    profile = channel_profile(installation=record.installation, channel=order.channel)
    _refuse_disabled(record, profile)
    document = order_issue(record=record, order=order, profile=profile, actor=actor)
    _publish(record, profile, document, saleor_invoice_id=saleor_invoice_id)
    return document


def _settle(record: OrderRecord, order: Order) -> None:
    with suppress(InvalidInput):  # settings that can't be read: the problem is open already
        profile = channel_profile(installation=record.installation, channel=order.channel)
        order_settle(record=record, order=order, profile=profile)


@contextmanager
def _refusing() -> Iterator[None]:
    """A setting that can't be used (a number pattern, a seller) stops the issue like the rest."""
    try:
        yield
    except InvalidInput as error:
        remedy = {"remedy": "Correct the app's settings and try again."}
        raise CannotIssue(
            error.message, code=error.code, params={**remedy, **error.params}
        ) from error


def _minor(amount: Decimal, order: Order) -> int:
    # A payment app may report more decimals than the currency has.
    return to_minor(quantize(amount, order.currency), order.currency)


def _issue_by_policy(record: OrderRecord, order: Order) -> None:
    profile = channel_profile(installation=record.installation, channel=order.channel)
    rows = coverage_of(record)
    for document in _due_documents(record, order, profile, is_new=not rows):
        _publish(record, profile, document)
    if not rows and not record.coverage.exists() and not _is_asked_for(order):
        # Neither due nor asked for (any more): why it had no invoice is of no interest now.
        problem_resolve(installation=record.installation, subject=order_subject(order.id))


def _due_documents(
    record: OrderRecord, order: Order, profile: ChannelProfile, *, is_new: bool
) -> list[SalesDocument]:
    if not profile.enabled:
        return []
    # Decided by the order's state, not by the event's name: events may be lost or overtaken.
    policy = _policy(order, profile)
    zone = profile.document.timezone if profile.document_or_none else "UTC"
    asked = _before_cancellation(order) if policy is IssuePolicy.FULLY_PAID else order
    if not is_due(asked, policy, profile.issue_not_before, timezone=zone):
        return []
    if policy is IssuePolicy.PER_FULFILLMENT:
        return parcels_issue(record=record, order=order, profile=profile)
    if not is_new:
        return []
    return [order_issue(record=record, order=order, profile=profile)]


def _before_cancellation(order: Order) -> Order:
    """The order as it was before its cancellation, if it had been paid for by then.

    A cancellation may overtake the payment. Had it not, the invoice would be there and be credited
    now; the same facts must give the same documents.
    """
    cancelled = order.cancelled_at
    if order.status != "CANCELED" or cancelled is None:
        return order
    paid = [
        event.amount
        for payment in order.payments
        for event in payment.events
        if event.move is MoneyMove.CHARGE and event.at <= cancelled
    ]
    was_paid = sum(paid, Decimal(0)) >= order.total.gross
    return replace(order, status="UNFULFILLED") if was_paid else order


def _policy(order: Order, profile: ChannelProfile) -> IssuePolicy:
    if profile.document_or_none is None or not profile.issue_rules:
        return profile.issue_policy
    return issue_policy(
        order,
        default=profile.issue_policy,
        rules=profile.issue_rules,
        kind=buyer_kind(order, profile.document),
    )


def _is_asked_for(order: Order) -> bool:
    return any(invoice.status == "PENDING" for invoice in order.invoices)


def _refuse_disabled(record: OrderRecord, profile: ChannelProfile) -> None:
    if profile.enabled or is_covered(record):
        return
    raise CannotIssue(
        f"The app makes no invoices for channel {profile.channel}.",
        code="CHANNEL_DISABLED",
        params={
            "channel": profile.channel,
            "remedy": "Switch the channel on in the app's settings, or delete the request.",
        },
    )


def _publish(
    record: OrderRecord,
    profile: ChannelProfile,
    document: SalesDocument,
    *,
    saleor_invoice_id: str | None = None,
) -> None:
    publication_request(
        document=document,
        order=record,
        saleor_invoice_id=saleor_invoice_id,
        notify=profile.notify_policy is NotifyPolicy.ON_ISSUE,
    )
    problem_resolve(installation=record.installation, subject=order_subject(record.order_id))
