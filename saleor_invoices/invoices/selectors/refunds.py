"""What can still be given back through Saleor, by what the ledger knows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import F, Q

from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import HistoryEntry, Movement, RefundRequest

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


def refunds_worded(entries: Iterable[HistoryEntry]) -> Iterator[HistoryEntry]:
    """The entries; those of refunds with why, and what Saleor said, as far as it is not erased.

    The history holds no personal data and is kept for ever, so such words are not in it.
    """
    rows = list(entries)
    named = {row.params["refund"] for row in rows if "refund" in row.params}
    requests = RefundRequest.objects.in_bulk(named) if named else {}
    for row in rows:
        request = requests.get(row.params.get("refund"))
        if request is not None:
            is_first = row.event == "refund_requested"
            name, words = ("reason", request.reason) if is_first else ("message", request.message)
            row.params |= {name: words} if words else {}
        yield row


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
    asked = RefundRequest.objects.filter(_not_in_ledger(), **wanted)
    for store, payment, amount in asked.values_list(
        "installation_id", "payment_id", "amount_minor"
    ):
        held[store, payment] -= amount
    return held


def _not_in_ledger() -> Q:
    """What was asked for, and what was done since Saleor last told of the order's money."""
    untold = Q(order__seen_issued_at__isnull=True) | Q(order__seen_issued_at__lt=F("told_at"))
    done = Q(state=RefundRequest.State.DONE, told_at__isnull=False)
    return Q(state=RefundRequest.State.OPEN) | (done & untold)
