"""What a refund in Saleor was for: by the grant or the refunded parcel that it pays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from saleor_invoices.domain.money import from_minor
from saleor_invoices.domain.order import Fulfillment, GrantedRefund, Order
from saleor_invoices.invoices.models import Movement
from saleor_invoices.invoices.services.movement_record import STRIPE

_REFUNDED_PARCELS = frozenset({"REFUNDED", "REFUNDED_AND_RETURNED"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a refund was for: quantities by order line, and whether delivery was given back."""

    lines: Mapping[str, Decimal]
    shipping: bool = False
    reason: str = ""


def content_of(order: Order, movement: Movement, refunds: Sequence[Movement]) -> Content | None:
    """What a refund was for; None: unknown. ``refunds`` are all of the order."""
    grant = next((one for one in order.granted_refunds if _pays(movement, one)), None)
    if grant is not None and (grant.lines or grant.includes_shipping):
        quantities = {line: Decimal(quantity) for line, quantity in grant.lines}
        return Content(lines=quantities, shipping=grant.includes_shipping, reason=grant.reason)
    parcel = _refunded_parcel(order, movement, refunds)
    if parcel is None:
        return None
    quantities = {line: Decimal(quantity) for line, quantity in parcel.lines}
    return Content(lines=quantities, shipping=bool(parcel.refunded_shipping))


def _pays(movement: Movement, grant: GrantedRefund) -> bool:
    event = movement.key.rpartition(":")[2]
    if event in grant.event_ids:
        return True
    if not movement.reference or movement.reference not in grant.references:
        return False
    # Of our own provider the reference is unique, and the payment's id is ours.
    return movement.source == STRIPE or movement.payment_id == grant.payment_id


def _refunded_parcel(
    order: Order, movement: Movement, refunds: Sequence[Movement]
) -> Fulfillment | None:
    """The older way: staff refund products of a parcel, which then says how much it gave back.

    Of several refunds of one amount, a parcel's is the one that was made when it was.
    """
    amount = from_minor(-movement.amount_minor, order.currency)
    alike = [row for row in refunds if row.amount_minor == movement.amount_minor]

    def is_paid_by_it(parcel: Fulfillment) -> bool:
        nearest = min(alike, key=lambda row: abs(row.occurred_at - parcel.created))
        return parcel.refunded_total == amount and nearest.pk == movement.pk

    parcels = (one for one in order.fulfillments if one.status in _REFUNDED_PARCELS)
    fitting = [parcel for parcel in parcels if is_paid_by_it(parcel)]
    return fitting[0] if len(fitting) == 1 and fitting[0].lines else None
