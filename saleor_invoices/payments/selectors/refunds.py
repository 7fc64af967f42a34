"""What of customers' payments can still be given back, by what the ledger knows."""

import uuid
from collections import Counter
from collections.abc import Iterable

from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Movement
from saleor_invoices.invoices.services.movement_record import STRIPE
from saleor_invoices.payments.models import ProviderRefundRequest


def payment_refundable(movements: Iterable[Movement]) -> dict[int, int]:
    """By charge of ours: what is left of it, less what was asked for; in smallest units.

    A payment for several orders has a charge of each, and gives back no more than each has left.
    """
    charges = [row for row in movements if row.kind == MovementKind.CHARGE and row.source == STRIPE]
    if not charges:
        return {}
    payments = {row.payment_id for row in charges}
    held, back = Counter[str](), Counter[str]()
    rows = Movement.objects.filter(source=STRIPE, payment_id__in=payments)
    for payment_id, key, amount in rows.values_list("payment_id", "key", "amount_minor"):
        held[payment_id] += amount
        back[key.rpartition("@")[2]] += amount  # see ``money_back``: what for, then the charge
    asked = Counter[tuple[str, int | None]]()
    for payment, order, amount in ProviderRefundRequest.objects.filter(
        payment_id__in=[uuid.UUID(one) for one in payments], state=ProviderRefundRequest.State.OPEN
    ).values_list("payment_id", "order_id", "amount_minor"):
        held[str(payment)] -= amount  # on its way, and not in the ledger yet
        asked[str(payment), order] += amount
    return {
        row.pk: max(
            min(
                row.amount_minor + back[str(row.pk)] - asked[row.payment_id, row.order_id],
                held[row.payment_id],
            ),
            0,
        )
        for row in charges
    }
