"""Money of an imported invoice that its source, or whoever speaks for it, tells of later."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.money import from_minor
from saleor_invoices.invoices.models import (
    ExternalReference,
    PaymentState,
    SalesDocument,
)
from saleor_invoices.invoices.services import listeners
from saleor_invoices.invoices.services.external_accept import source_lock
from saleor_invoices.invoices.services.external_intake import Intake
from saleor_invoices.invoices.services.external_link import document_lock
from saleor_invoices.invoices.services.external_money import Payee, money_write
from saleor_invoices.invoices.services.external_prepare import refuse_payments
from saleor_invoices.invoices.services.external_record import PaidAmount
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.order_money import order_money_later
from saleor_invoices.invoices.services.payment_follow import payment_follow
from saleor_invoices.invoices.services.told_money import told_money
from saleor_invoices.stores.values import https_url

MOST_PAYMENTS = 100


def external_pay(
    *,
    document: SalesDocument,
    payments: Sequence[PaidAmount],
    settled: bool,
    payment_url: str | None,
    actor: str,
) -> PaymentState | None:
    """Write what was not told before; with ``settled`` also what is still open, as paid today.

    Returns how the invoice stands. Raises ``Conflict`` NOT_IMPORTED, NOT_PAYABLE, DOCUMENT_ERASED;
    ``InvalidInput`` PAYMENT_INVALID, PAYMENTS_TOO_MANY, URL_INVALID.
    """
    reference = ExternalReference.objects.filter(document=document).first()
    if reference is None:
        raise Conflict("This document was issued here.", code="NOT_IMPORTED")
    _refuse(document, payments)
    url = None if payment_url is None else _checked_url(payment_url)
    intake = Intake(
        installation=document.installation,
        legal_entity=document.legal_entity,
        source_system=reference.source_system,
        actor=actor,
    )
    with transaction.atomic():
        source_lock(intake)
        row = document_lock(reference)
        state = _written(intake, reference, row, payments, settled=settled)
        if url is not None:
            listeners.payment_urls({row.pk: url}, actor)
            history_append(document=row, event="payment_address_set", actor=actor)
    return state


def _refuse(document: SalesDocument, payments: Sequence[PaidAmount]) -> None:
    if document.kind != "invoice":
        raise Conflict("Only an invoice can be paid.", code="NOT_PAYABLE")
    if len(payments) > MOST_PAYMENTS:
        raise InvalidInput(
            f"Tell of {MOST_PAYMENTS} payments at most.",
            code="PAYMENTS_TOO_MANY",
            params={"field": "payments", "most": MOST_PAYMENTS},
        )
    refuse_payments(tuple(payments), document.currency)


def _checked_url(url: str) -> str:
    try:
        return str(https_url(url))
    except ValueError as error:
        raise InvalidInput(
            f"The address {error}.", code="URL_INVALID", params={"field": "paymentUrl"}
        ) from error


def _written(
    intake: Intake,
    reference: ExternalReference,
    document: SalesDocument,
    payments: Sequence[PaidAmount],
    *,
    settled: bool,
) -> PaymentState:
    payee = Payee(
        pk=document.pk,
        external_id=reference.external_id,
        currency=document.currency,
        issue_date=document.issue_date or timezone.now().date(),
    )
    came = money_write(intake, [(payee, payments)])
    state = payment_follow(document=document, actor=intake.actor)
    if settled and state.balance_minor:
        # What was still open, as paid, and what its source had not told of yet.
        unseen = told_money([document])[document.pk].unseen_minor
        rest = PaidAmount(
            amount=from_minor(state.balance_minor + unseen, document.currency),
            reference=f"settled {document.allocations.count() + 1}",
            on=timezone.now().date(),
        )
        came |= money_write(intake, [(payee, [rest])])
        state = payment_follow(document=document, actor=intake.actor)
    if came:
        history_append(document=document, event="payment_imported", actor=intake.actor)
        order_money_later(document)
    return state
