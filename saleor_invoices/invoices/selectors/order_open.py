"""What of an order is still to be paid in Saleor, for invoices that another system makes."""

from collections.abc import Iterable, Mapping

from django.db.models import F, Q

from saleor_invoices.invoices.models import OrderRecord, SalesDocument


def order_is_paid() -> Q:
    """Imported documents of an order of which Saleor says that nothing is to be paid any more.

    Their source may tell otherwise, but nobody is asked to pay for an order twice.
    """
    paid = F("order__charged_minor") + F("order__refunded_minor")
    return Q(
        source=SalesDocument.Source.IMPORTED,
        order__seen_issued_at__isnull=False,
        order__total_minor__lte=paid,
    )


def orders_open(documents: Iterable[SalesDocument]) -> Mapping[int, int]:
    """By the keys of orders that imported documents are linked to: what is open in Saleor.

    What was refunded had been paid. An order that Saleor never told of is left out.
    """
    imported = [row for row in documents if row.source == SalesDocument.Source.IMPORTED]
    if not any(row.order_id for row in imported):
        return {}
    rows = OrderRecord.objects.filter(documents__in=imported, seen_issued_at__isnull=False)
    return {
        row.pk: max(row.total_minor - row.charged_minor - row.refunded_minor, 0)
        for row in rows.distinct()
    }
