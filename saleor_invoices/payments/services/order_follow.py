"""After money of ours went back: the order as Saleor has it, so that credit notes follow."""

from django.db import transaction

from saleor_invoices.domain.errors import Disconnected, NotFound
from saleor_invoices.invoices.models import OrderRecord
from saleor_invoices.invoices.services.ledger_allocate import invoices_of, ledger_allocate
from saleor_invoices.invoices.services.order_issue import is_covered, order_lock
from saleor_invoices.invoices.services.order_money import order_money_follow
from saleor_invoices.invoices.services.order_observe import order_observe
from saleor_invoices.invoices.services.order_pending import order_read


def order_follow(*, order: OrderRecord) -> None:
    """Settle an order anew; without Saleor, at least its invoices show what went back.

    Raises ``Unreachable`` when it should be tried again.
    """
    try:
        found = order_read(installation=order.installation, order_id=order.order_id)
    except (Disconnected, NotFound):
        _allocate(order)
        return
    order_observe(installation=order.installation, order=found.order, issued_at=found.as_of)


def _allocate(order: OrderRecord) -> None:
    with transaction.atomic():
        record = order_lock(order)
        ledger_allocate(record=record, invoices=invoices_of(record), is_covered=is_covered(record))
        order_money_follow(record=record)
