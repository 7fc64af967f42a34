"""Money that went back, or came again: refunds and disputes, as rows of the ledger, each once.

What goes back is spread over what the payment had paid, the part that was asked for first. Rows of
an order are left to the order's settlement, which decides on credit notes and on the invoice that
a refund counts for, as for every other refund; a document without an order gets its share here.
"""

import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Allocation, Movement, SalesDocument
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.money_report import movement_report_request
from saleor_invoices.invoices.services.movement_record import STRIPE
from saleor_invoices.invoices.services.order_issue import document_orders_lock
from saleor_invoices.invoices.services.payment_follow import payments_follow
from saleor_invoices.payments.models import CustomerPayment, ProviderRefundRequest
from saleor_invoices.payments.port import ProviderDispute, ProviderRefund, RefundState
from saleor_invoices.payments.services.payment_settle import TRANSACTION_NAME

ORDER_TASK = "saleor_invoices.payments.tasks.order_follow"
_EVENTS = {
    (MovementKind.REFUND, False): "payment_refunded",
    (MovementKind.REFUND, True): "refund_reversed",
    (MovementKind.CHARGEBACK, False): "payment_disputed",
    (MovementKind.CHARGEBACK, True): "dispute_won",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that happened to a payment's money. ``amount_minor`` below zero: it went back."""

    key: str  # without the place
    kind: MovementKind
    amount_minor: int
    reference: str
    first: SalesDocument | None = None  # whose part is taken first


def refund_take(*, payment: CustomerPayment, found: ProviderRefund) -> list[Movement]:
    """Book a refund that the provider made, or one that failed after it had been booked."""
    request = _request(payment, found)
    base = f"{STRIPE}:{found.id}"
    first = request.document if request else None
    if found.state is RefundState.SUCCEEDED:
        fact = Fact(
            key=base,
            kind=MovementKind.REFUND,
            amount_minor=-found.amount_minor,
            reference=found.id,
            first=first,
        )
        return money_take(payment=payment, fact=fact)
    booked = _booked(payment, base)
    if found.state is RefundState.FAILED and booked:
        fact = Fact(
            key=f"{base}:failed",
            kind=MovementKind.REFUND,
            amount_minor=booked,
            reference=found.id,
            first=first,
        )
        return money_take(payment=payment, fact=fact)
    return []


def dispute_take(
    *, payment: CustomerPayment, found: ProviderDispute, withdrawn: bool
) -> list[Movement]:
    """Book what a bank took back, or gave again when the shop had won."""
    name = "withdrawn" if withdrawn else "reinstated"
    fact = Fact(
        key=f"{STRIPE}:{found.id}:{name}",
        kind=MovementKind.CHARGEBACK,
        amount_minor=-found.amount_minor if withdrawn else found.amount_minor,
        reference=found.id,
    )
    return money_take(payment=payment, fact=fact)


def money_take(*, payment: CustomerPayment, fact: Fact) -> list[Movement]:
    """Write a fact's rows, once; returns those that are new."""
    documents = {
        row.pk: row
        for row in SalesDocument.objects.filter(payment_parts__payment=payment)
        .select_related("installation", "order")
        .distinct()
    }
    if not documents:
        return []
    with transaction.atomic():
        document_orders_lock(*documents.values())
        if _is_booked(payment, fact):
            return []
        new = [
            _written(payment, fact, charge, documents, amount)
            for charge, amount in _spread(payment, fact)
        ]
        payments_follow(documents=documents.values())
        for order_id in {row.order_id for row in new if row.order_id is not None}:
            background.enqueue(ORDER_TASK, order_id)
    return new


def _is_booked(payment: CustomerPayment, fact: Fact) -> bool:
    return Movement.objects.filter(
        installation_id=payment.installation_id, key__startswith=f"{fact.key}@"
    ).exists()


def _booked(payment: CustomerPayment, base: str) -> int:
    """What of a refund is in the ledger, as an amount above zero."""
    rows = Movement.objects.filter(
        installation_id=payment.installation_id, key__startswith=f"{base}@"
    )
    return -(rows.aggregate(total=Sum("amount_minor"))["total"] or 0)


def _spread(payment: CustomerPayment, fact: Fact) -> list[tuple[Movement, int]]:
    """The amount over the payment's charges, within what each still holds (or had given back)."""
    charges = list(
        Movement.objects.filter(
            installation_id=payment.installation_id,
            kind=MovementKind.CHARGE,
            source=STRIPE,
            payment_id=str(payment.pk),
        ).order_by("pk")
    )
    if not charges:
        return []
    first = fact.first.pk if fact.first else None
    charges.sort(key=lambda row: not row.allocations.filter(document=first).exists())
    left, spread = fact.amount_minor, []
    for charge in charges[:-1]:
        room = _held(charge) if left < 0 else charge.amount_minor - _held(charge)
        part = max(left, -room) if left < 0 else min(left, room)
        left -= part
        if part:
            spread.append((charge, part))
    # The last takes what is left: the provider says that it moved, so it is written.
    return [*spread, (charges[-1], left)] if left else spread


def _held(charge: Movement) -> int:
    """What of a charge has not gone back, by the rows that were written for it."""
    rows = Movement.objects.filter(
        installation_id=charge.installation_id,
        payment_id=charge.payment_id,
        key__endswith=f"@{charge.pk}",
    )
    return charge.amount_minor + (rows.aggregate(total=Sum("amount_minor"))["total"] or 0)


def _written(
    payment: CustomerPayment,
    fact: Fact,
    charge: Movement,
    documents: dict[uuid.UUID, SalesDocument],
    amount: int,
) -> Movement:
    movement = Movement.objects.create(
        installation_id=payment.installation_id,
        order=charge.order,
        kind=fact.kind,
        amount_minor=amount,
        currency=charge.currency,
        key=f"{fact.key}@{charge.pk}",
        source=STRIPE,
        payment_id=charge.payment_id,
        reference=fact.reference,
        method=charge.method,
        occurred_at=timezone.now(),
        recorded_by=STRIPE,
    )
    document = _document(fact, charge, documents)
    if charge.order_id is None:
        Allocation.objects.create(
            movement=movement, document=document, amount_minor=amount, created_by=STRIPE
        )
    _tell(payment, fact, movement, document)
    return movement


def _tell(
    payment: CustomerPayment, fact: Fact, movement: Movement, document: SalesDocument
) -> None:
    """In the document's history, and in Saleor."""
    event = _EVENTS[fact.kind, movement.amount_minor > 0]
    history_append(
        document=document,
        event=event,
        actor=STRIPE,
        amount_minor=movement.amount_minor,
        reference=fact.reference,
    )
    movement_report_request(
        movement=movement,
        document=document,
        payment_reference=payment.provider_id,
        name=TRANSACTION_NAME,
    )


def _document(
    fact: Fact, charge: Movement, documents: dict[uuid.UUID, SalesDocument]
) -> SalesDocument:
    """Where staff see it: the invoice that was asked for, else the first that the charge paid."""
    paid = list(charge.allocations.order_by("pk").values_list("document_id", flat=True))
    if fact.first is not None and fact.first.pk in paid:
        return documents[fact.first.pk]
    known = [documents[pk] for pk in paid if pk in documents]
    return known[0] if known else next(iter(documents.values()))


def _request(payment: CustomerPayment, found: ProviderRefund) -> ProviderRefundRequest | None:
    rows = ProviderRefundRequest.objects.filter(payment=payment).select_related("document")
    request = rows.filter(provider_id=found.id).first()
    if request is None and found.reference:
        request = next((row for row in rows if str(row.pk) == found.reference), None)
    if request is not None:
        _follow(request, found)
    return request


def _follow(request: ProviderRefundRequest, found: ProviderRefund) -> None:
    states = {
        RefundState.SUCCEEDED: ProviderRefundRequest.State.DONE,
        RefundState.FAILED: ProviderRefundRequest.State.REFUSED,
        RefundState.PENDING: ProviderRefundRequest.State.OPEN,
    }
    request.state, request.provider_id = states[found.state], found.id
    request.message = found.message[:2000]
    request.save(update_fields=["state", "provider_id", "message"])
