"""Background work on payments. Every task may run twice, late and at the same time."""

import uuid

from celery import shared_task

from saleor_invoices import background, logs
from saleor_invoices.domain.errors import AppError, Unreachable
from saleor_invoices.invoices.models import OrderRecord
from saleor_invoices.payments.models import CustomerPayment
from saleor_invoices.payments.services import (
    endpoint,
    order_follow,
    payment_watch,
    reconcile,
    refund_watch,
)
from saleor_invoices.payments.services.money_back import ORDER_TASK
from saleor_invoices.stores.models import Installation

RECONCILE_TASK = "saleor_invoices.payments.tasks.reconcile_store"

log = logs.get(__name__)


@shared_task(name=payment_watch.RECHECK_TASK)
def open_payments_recheck(document_id: str) -> None:
    """Take back open payments that ask for more than is owed."""
    payment_watch.open_payments_recheck(document_id=uuid.UUID(document_id))


@shared_task(
    name=endpoint.ENSURE_TASK, autoretry_for=(Unreachable,), retry_backoff=5, max_retries=8
)
def endpoints_ensure(installation_id: int) -> None:
    """Make the endpoints at Stripe that a store's keys want."""
    installation = Installation.objects.filter(pk=installation_id).first()
    if installation is not None and installation.is_active:
        endpoint.endpoints_ensure(installation=installation)


@shared_task(
    name=ORDER_TASK,
    autoretry_for=(Unreachable,),
    retry_backoff=5,
    retry_backoff_max=600,
    max_retries=12,
)
def order_settle_anew(order_pk: int) -> None:
    """After money went back: the order as Saleor has it."""
    rows = OrderRecord.objects.select_related("installation")
    order = rows.filter(pk=order_pk).first()
    if order is not None:
        order_follow.order_follow(order=order)


@shared_task
def sweep() -> None:
    """Ask about payments and refunds that nobody watches any more."""
    payment_watch.payments_sweep()
    refund_watch.refunds_sweep()


@shared_task
def reconcile_all() -> None:
    """Once a day: every store that takes payments."""
    stores = CustomerPayment.objects.filter(installation__state=Installation.State.ACTIVE)
    for installation_id in stores.order_by().values_list("installation", flat=True).distinct():
        background.send(RECONCILE_TASK, installation_id)


@shared_task(name=RECONCILE_TASK, autoretry_for=(Unreachable,), retry_backoff=60, max_retries=6)
def reconcile_store(installation_id: int) -> None:
    """Compare ledger, Stripe and Saleor."""
    installation = Installation.objects.get(pk=installation_id)
    try:
        reconcile.reconcile(installation=installation)
    except AppError as error:
        if not error.permanent:
            raise
        log.warning("payments.reconcile_failed", store=str(installation), code=error.code)
