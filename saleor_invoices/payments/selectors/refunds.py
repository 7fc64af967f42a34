"""What of customers' payments can still be given back, by what the ledger knows."""

import uuid
from collections.abc import Iterable

from django.db.models import Sum

from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Movement
from saleor_invoices.invoices.services.movement_record import STRIPE
from saleor_invoices.payments.models import ProviderRefundRequest


def payment_refundable(movements: Iterable[Movement]) -> dict[int, int]:
    """By charge of ours: what is left of it, less what was asked for; in smallest units."""
    charges = [row for row in movements if row.kind == MovementKind.CHARGE and row.source == STRIPE]
    if not charges:
        return {}
    payments = {row.payment_id for row in charges}
    held = _sums(payments)
    for payment, amount in ProviderRefundRequest.objects.filter(
        payment_id__in=[uuid.UUID(one) for one in payments], state=ProviderRefundRequest.State.OPEN
    ).values_list("payment_id", "amount_minor"):
        held[str(payment)] -= amount  # on its way, and not in the ledger yet
    return {row.pk: max(min(row.amount_minor, held[row.payment_id]), 0) for row in charges}


def _sums(payments: Iterable[str]) -> dict[str, int]:
    """What came by each payment, less what went back."""
    rows = Movement.objects.filter(source=STRIPE, payment_id__in=list(payments)).order_by()
    return dict(rows.values_list("payment_id").annotate(Sum("amount_minor")))
