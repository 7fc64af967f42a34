"""Watching open payments: how they stand, whether they may still be paid, and their end."""

import uuid
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from saleor_invoices import background, logs
from saleor_invoices.domain.errors import AppError, Conflict, ExternalFailure
from saleor_invoices.invoices.models import PaymentState, SalesDocument
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.order_issue import document_orders_lock
from saleor_invoices.payments.models import CustomerPayment, PaymentPart, PaymentProvider
from saleor_invoices.payments.offers import gateway_of
from saleor_invoices.payments.port import ProviderPayment, ProviderState
from saleor_invoices.payments.selectors.plans import payment_plan
from saleor_invoices.payments.services.app_payment import app_payment_settle
from saleor_invoices.payments.services.payment_create import payment_keep
from saleor_invoices.payments.services.payment_settle import payment_settle

RECHECK_TASK = "saleor_invoices.payments.tasks.open_payments_recheck"
FRESH = timedelta(seconds=2)
"""How long the provider's last word is believed while somebody waits."""
EXPIRES = timedelta(hours=24)
"""After which an unpaid payment is taken back."""
OVERTAKEN, EXPIRED = "PAID_ELSEWHERE", "EXPIRED"
State = CustomerPayment.State
_UNSETTLED = (State.NEW, State.OPEN, State.PROCESSING)

log = logs.get(__name__)


def payment_take_in(*, payment: CustomerPayment, found: ProviderPayment) -> CustomerPayment:
    """Take in what the provider says of a payment: booked, still open, or over."""
    if found.state is ProviderState.SUCCEEDED:
        return payment_settle(payment=payment, found=found)
    payment_keep(payment=payment, found=found)
    if payment.state == State.CANCELED and payment.settled_at is None:
        _end(payment)
    return payment


def payment_refresh(*, payment: CustomerPayment) -> CustomerPayment:
    """Ask the provider how an unsettled payment stands, if nobody asked just now.

    So a payment is booked while the customer looks on, even where no event arrives. Does not raise
    for a provider that is away: what is known is still true.
    """
    now = timezone.now()
    if payment.is_final or not payment.provider_id:
        return payment
    if payment.provider != PaymentProvider.STRIPE:
        return payment
    if payment.checked_at is not None and now - payment.checked_at < FRESH:
        return payment
    provider = gateway_of(payment)
    if provider is None:
        return payment
    try:
        found = provider.payment_read(payment.provider_id)
    except ExternalFailure as error:
        log.warning("payment.refresh_failed", payment=str(payment.pk), code=error.code)
        return payment
    return payment_take_in(payment=payment, found=found)


def payment_check(*, payment: CustomerPayment) -> CustomerPayment:
    """Look once more, right before the customer confirms, whether the invoices are still owed.

    Another open payment of the same invoices is asked about first: it may have succeeded a moment
    ago. Raises ``Conflict`` INVOICE_PAID, PAYMENT_PENDING or AMOUNT_TOO_LARGE (less is owed by
    now), and takes the payment back then.
    """
    payment_refresh(payment=payment)
    if payment.is_final:
        return payment
    documents = _documents(payment)
    _refresh_rivals(payment, documents)
    code = _obstacle(payment, documents)
    if code:
        payment_cancel(payment=payment, reason=OVERTAKEN)
        if payment.state == State.SUCCEEDED:
            return payment  # it was paid while we looked
        raise Conflict("The invoices are not owed like this any more.", code=code)
    return payment


def payment_cancel(*, payment: CustomerPayment, reason: str = "") -> CustomerPayment:
    """Take an unpaid payment back at the provider; one that was paid meanwhile is booked.

    One that a payment app of Saleor has begun is nobody's here to take back: it ends when the app
    or the ledger says so, or as expired. Raises ``ExternalFailure`` while the provider can't be
    asked: it may still be paid.
    """
    if payment.is_final:
        return payment
    if payment.provider_id and payment.provider == PaymentProvider.STRIPE:
        provider = gateway_of(payment)
        if provider is None:
            return payment
        found = provider.payment_cancel(payment.provider_id)
        if found.state is not ProviderState.CANCELED:
            return payment_take_in(payment=payment, found=found)
    if payment.app_session.get("begun"):
        app_payment_settle(payment=payment)
        if payment.state == State.SUCCEEDED or reason != EXPIRED:
            return payment
    _end(payment, reason)
    return payment


def open_payments_recheck(*, document_id: uuid.UUID) -> int:
    """Take back the open payments of an invoice that ask for more than is owed; returns how many.

    One that fails is tried by the sweep again: ``payment_check`` would refuse it in any case.
    """
    count = 0
    for payment in _open_of(document_id):
        try:
            payment_refresh(payment=payment)
            if not payment.is_final and _obstacle(payment, _documents(payment)):
                payment_cancel(payment=payment, reason=OVERTAKEN)
                count += payment.state == State.CANCELED
        except AppError as error:
            log.warning("payment.recheck_failed", payment=str(payment.pk), code=error.code)
    return count


def balance_fell(document: SalesDocument, before: PaymentState | None, after: PaymentState) -> None:
    """A listener: less is owed than before, so open payments may ask for too much."""
    if before is None or after.balance_minor >= before.balance_minor:
        return
    if PaymentPart.objects.filter(document=document, payment__state__in=_UNSETTLED).exists():
        background.enqueue(RECHECK_TASK, str(document.pk))


def payments_sweep() -> int:
    """Ask about payments that nobody watches any more, and take unpaid ones back after a day."""
    now = timezone.now()
    unseen = Q(checked_at__isnull=True) | Q(checked_at__lt=now - timedelta(minutes=10))
    rows = CustomerPayment.objects.filter(unseen, state__in=_UNSETTLED)
    rows = rows.filter(created_at__lt=now - timedelta(minutes=2))
    count = 0
    for payment in rows.select_related("installation", "legal_entity").order_by("checked_at")[:50]:
        CustomerPayment.objects.filter(pk=payment.pk).update(checked_at=now)
        try:
            _swept(payment, is_old=payment.created_at < now - EXPIRES)
        except AppError as error:
            log.warning("payment.sweep_failed", payment=str(payment.pk), code=error.code)
        count += 1
    return count


def _swept(payment: CustomerPayment, *, is_old: bool) -> None:
    payment.checked_at = None
    payment_refresh(payment=payment)
    if is_old and payment.state in (State.NEW, State.OPEN):
        payment_cancel(payment=payment, reason=EXPIRED)


def _documents(payment: CustomerPayment) -> list[SalesDocument]:
    rows = SalesDocument.objects.filter(payment_parts__payment=payment).distinct()
    return list(rows.select_related("legal_entity", "installation", "order").order_by("pk"))


def _open_of(document_id: uuid.UUID) -> list[CustomerPayment]:
    rows = CustomerPayment.objects.filter(
        parts__document_id=document_id, state__in=_UNSETTLED
    ).distinct()
    return list(rows.select_related("installation", "legal_entity").order_by("created_at"))


def _refresh_rivals(payment: CustomerPayment, documents: list[SalesDocument]) -> None:
    rivals = CustomerPayment.objects.filter(
        parts__document__in=documents, state__in=_UNSETTLED
    ).exclude(pk=payment.pk)
    for rival in rivals.select_related("installation", "legal_entity").distinct():
        payment_refresh(payment=rival)


def _obstacle(payment: CustomerPayment, documents: list[SalesDocument]) -> str:
    """Why the payment asks for more than is owed; empty where it does not."""
    with transaction.atomic():
        document_orders_lock(*documents)
        plan = payment_plan(documents, but=payment)
    wanted: dict[object, int] = {}
    for part in payment.parts.all():
        wanted[part.document_id] = wanted.get(part.document_id, 0) + part.amount_minor
    if all(part <= plan.open_minor.get(pk, 0) for pk, part in wanted.items()):
        return ""
    if plan.refusal == "PAYMENT_PENDING":
        return plan.refusal
    return "AMOUNT_TOO_LARGE" if sum(plan.open_minor.values()) else "INVOICE_PAID"


def _end(payment: CustomerPayment, reason: str = "") -> None:
    values = {"state": State.CANCELED, "settled_at": timezone.now()}
    if reason:
        values |= {"failure_code": reason}
    rows = CustomerPayment.objects.filter(pk=payment.pk).exclude(
        state__in=(State.SUCCEEDED, State.FAILED)
    )
    if rows.filter(settled_at__isnull=True).update(**values):
        for document in _documents(payment):
            history_append(document=document, event="payment_canceled", actor="app", reason=reason)
    payment.refresh_from_db()
