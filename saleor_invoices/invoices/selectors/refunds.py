"""What can still be given back through Saleor, by what the ledger knows."""

from collections import defaultdict
from collections.abc import Iterable

from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Movement, RefundRequest

_OF_PAYMENTS = (MovementKind.CHARGE, MovementKind.REFUND, MovementKind.CHARGEBACK)


def refundable_minor(movements: Iterable[Movement]) -> dict[int, int]:
    """By movement: what is left of it and of its payment, less what was asked for already.

    Only a charge that came through Saleor is there; a payment that a person recorded goes back as
    it came, and is recorded by a person again. Two queries, however many movements.
    """
    charges = [row for row in movements if _came_through_saleor(row)]
    if not charges:
        return {}
    held = _held(charges)
    return {
        row.pk: max(min(row.amount_minor, held[row.installation_id, row.payment_id]), 0)
        for row in charges
    }


def _came_through_saleor(row: Movement) -> bool:
    return (
        row.kind == MovementKind.CHARGE
        and row.source == "saleor"
        and bool(row.payment_id)
        and row.order_id is not None
        and row.amount_minor > 0
    )


def _held(charges: list[Movement]) -> dict[tuple[int, str], int]:
    held: defaultdict[tuple[int, str], int] = defaultdict(int)
    wanted = {
        "installation_id__in": {row.installation_id for row in charges},
        "payment_id__in": {row.payment_id for row in charges},
    }
    rows = Movement.objects.filter(**wanted, kind__in=_OF_PAYMENTS)
    for store, payment, amount in rows.values_list("installation_id", "payment_id", "amount_minor"):
        held[store, payment] += amount
    # A refund that was just done may be told here and by the ledger for a moment: then less is
    # shown than there is, never more.
    asked = RefundRequest.objects.filter(**wanted, state=RefundRequest.State.OPEN)
    for store, payment, amount in asked.values_list(
        "installation_id", "payment_id", "amount_minor"
    ):
        held[store, payment] -= amount
    return held
