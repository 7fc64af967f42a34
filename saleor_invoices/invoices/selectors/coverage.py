"""Which orders have their invoice."""

from collections.abc import Iterable, Mapping

from saleor_invoices.invoices.models import OrderCoverage, SalesDocument
from saleor_invoices.invoices.selectors.documents import documents_visible
from saleor_invoices.invoices.selectors.viewers import Viewer


def invoices_of_orders(*, viewer: Viewer, order_ids: Iterable[str]) -> Mapping[str, SalesDocument]:
    """The newest live document that covers each order, or a part of it, by the order's id."""
    rows = OrderCoverage.objects.filter(
        order__installation=viewer.installation,
        order__order_id__in=list(order_ids),
        released_at__isnull=True,
    )
    covering = dict(rows.order_by("pk").values_list("order__order_id", "document_id"))
    visible = documents_visible(viewer=viewer).in_bulk(list(covering.values()))
    return {order: visible[pk] for order, pk in covering.items() if pk in visible}
