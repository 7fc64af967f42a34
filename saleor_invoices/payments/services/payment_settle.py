"""Money that came: one row of the ledger for each order, however often the provider tells of it.

The provider's word is the trigger, and the unique key of the ledger's row makes it once. What
Saleor must be told is written in the same transaction.
"""

import uuid
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from saleor_invoices.domain.money import from_minor
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Allocation, Movement, OrderRecord, SalesDocument
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.money_report import movement_report_request
from saleor_invoices.invoices.services.movement_record import STRIPE
from saleor_invoices.invoices.services.order_issue import document_orders_lock
from saleor_invoices.invoices.services.payment_follow import payments_follow
from saleor_invoices.invoices.services.problem import document_subject, problem_open
from saleor_invoices.payments.models import CustomerPayment, PaymentPart
from saleor_invoices.payments.port import ProviderPayment, ProviderState

TRANSACTION_NAME = "Invoice payment (Stripe)"
DIFFERS = "PAYMENT_DIFFERS"
State = CustomerPayment.State


def payment_settle(*, payment: CustomerPayment, found: ProviderPayment) -> CustomerPayment:
    """Book a payment that succeeded at the provider; booked before, nothing changes.

    Must be called with what the provider itself said (an answer, or an event that it signed). An
    amount that is not the one that was asked for is booked as it is, and told.
    """
    if found.state is not ProviderState.SUCCEEDED:
        return payment
    documents = _documents(payment)
    with transaction.atomic():
        document_orders_lock(*documents)
        locked = _locked(documents)
        row = CustomerPayment.objects.select_for_update(of=("self",)).get(pk=payment.pk)
        if row.state != State.SUCCEEDED:
            _book(row, found, locked)
    payment.refresh_from_db()
    return payment


def _documents(payment: CustomerPayment) -> list[SalesDocument]:
    rows = SalesDocument.objects.filter(payment_parts__payment=payment).distinct()
    documents = list(rows.select_related("installation", "order"))
    return sorted(documents, key=lambda row: str(row.pk))


def _locked(documents: Iterable[SalesDocument]) -> dict[uuid.UUID, SalesDocument]:
    known = {row.pk: row for row in documents}
    rows = SalesDocument.objects.select_for_update(no_key=True).filter(pk__in=known)
    locked = {}
    for row in rows.order_by("pk"):
        row.installation = known[row.pk].installation
        locked[row.pk] = row
    return locked


def _book(
    row: CustomerPayment, found: ProviderPayment, documents: dict[uuid.UUID, SalesDocument]
) -> None:
    parts = list(row.parts.select_related("order").order_by("pk"))
    amounts = _received(parts, found.received_minor)
    groups: dict[object, list[tuple[PaymentPart, int]]] = {}
    for part, amount in zip(parts, amounts, strict=True):
        groups.setdefault(part.order_id or str(part.document_id), []).append((part, amount))
    for place, group in groups.items():
        _movement(row, found, documents, str(place), group)
    now = timezone.now()
    row.state, row.provider_id, row.settled_at = State.SUCCEEDED, found.id, now
    row.failure_code = row.failure_message = ""
    row.checked_at, row.is_test = now, found.is_test
    row.save()
    if found.received_minor != row.amount_minor or found.currency != row.currency:
        _tell_difference(row, found, next(iter(documents.values())))
    payments_follow(documents=documents.values(), actor=row.payer)


def _received(parts: list[PaymentPart], received: int) -> list[int]:
    """What came, over the parts in turn; what is more than asked for is the last one's."""
    amounts = []
    for part in parts[:-1]:
        amounts.append(min(part.amount_minor, received))
        received -= amounts[-1]
    return [*amounts, received]


def _movement(
    row: CustomerPayment,
    found: ProviderPayment,
    documents: dict[uuid.UUID, SalesDocument],
    place: str,
    group: list[tuple[PaymentPart, int]],
) -> None:
    order: OrderRecord | None = group[0][0].order
    total = sum(amount for _, amount in group)
    if total <= 0:
        return
    movement = Movement.objects.create(
        installation_id=row.installation_id,
        order=order,
        kind=MovementKind.CHARGE,
        amount_minor=total,
        currency=found.currency,
        key=f"{STRIPE}:{found.id}:{place}",
        source=STRIPE,
        payment_id=str(row.pk),
        reference=found.id,
        method=_method(found),
        # Not when it was opened: that may be days ago, and the money came now.
        occurred_at=timezone.now(),
        recorded_by=row.payer,
    )
    for part, amount in group:
        _count(movement, documents[part.document_id], amount)
    movement_report_request(
        movement=movement,
        document=documents[group[0][0].document_id],
        payment_reference=found.id,
        name=TRANSACTION_NAME,
    )


def _count(movement: Movement, document: SalesDocument, amount: int) -> None:
    """Have a part of the money count for a document."""
    payer = movement.recorded_by
    Allocation.objects.create(
        movement=movement, document=document, amount_minor=amount, created_by=payer
    )
    history_append(
        document=document,
        event="payment_received",
        actor=payer,
        amount_minor=amount,
        reference=movement.reference,
    )


def _method(found: ProviderPayment) -> str:
    return f"Stripe {found.method}".strip() + (" (test)" if found.is_test else "")


def _tell_difference(row: CustomerPayment, found: ProviderPayment, document: SalesDocument) -> None:
    asked, came = (
        f"{from_minor(minor, currency)} {currency}"
        for minor, currency in (
            (row.amount_minor, row.currency),
            (found.received_minor, found.currency),
        )
    )
    problem_open(
        installation=row.installation,
        subject=document_subject(document.pk),
        code=DIFFERS,
        message=f"{came} came for {document.number} where {asked} were asked for.",
        remedy="Look the payment up in Stripe; what is too much can be refunded here.",
        params={"document_id": str(document.pk), "reference": found.id},
    )
