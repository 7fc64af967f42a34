"""After an order was taken in or invoiced: money to invoices, credit notes, differences."""

from saleor_invoices.domain.order import Order
from saleor_invoices.invoices.models import OrderRecord
from saleor_invoices.invoices.services.credit_follow import credits_follow
from saleor_invoices.invoices.services.difference_follow import difference_follow
from saleor_invoices.invoices.services.ledger_allocate import invoices_of, ledger_allocate
from saleor_invoices.invoices.services.order_issue import (
    coverage_of,
    is_covered,
    uninvoiced_follow,
)
from saleor_invoices.invoices.services.order_money import order_money_follow
from saleor_invoices.stores.profile import ChannelProfile


def order_settle(*, record: OrderRecord, order: Order, profile: ChannelProfile) -> None:
    """Bring everything that follows from the order's state up to date.

    Must run under the lock of the order's row. Income is given out before refunds are looked at:
    what of a refund needs a credit note depends on what the shop holds.
    """
    uninvoiced_follow(record)
    invoices, covered = invoices_of(record), is_covered(record)
    ledger_allocate(record=record, invoices=invoices, is_covered=covered, only_income=True)
    live = {row.document_id for row in coverage_of(record) if row.released_at is None}
    # An invoice that was replaced or voided is credited in full; what is refunded from now on, or
    # was before, is the new one's.
    standing = [row for row in invoices if row.pk in live and row.erased_at is None]
    credits_follow(
        record=record,
        order=order,
        profile=profile,
        invoices=invoices,
        standing=standing,
        is_covered=covered,
    )
    ledger_allocate(record=record, invoices=invoices, is_covered=covered)
    order_money_follow(record=record)
    difference_follow(record=record, order=order, profile=profile, invoices=standing)
