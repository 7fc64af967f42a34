"""Orders that the app has seen and that no invoice covers."""

from django.db.models import Exists, OuterRef

from saleor_invoices.invoices.models import OrderCoverage, OrderRecord, SalesDocument
from saleor_invoices.stores.models import Installation

MOST = 1_000
_NEVER = ("CANCELED", "EXPIRED", "DRAFT", "UNCONFIRMED")


def orders_to_issue_count(*, installation: Installation) -> int:
    """How many there are, counted to ``MOST``: one more means that there are more."""
    covered = OrderCoverage.objects.filter(order=OuterRef("pk"), released_at__isnull=True)
    own = SalesDocument.objects.filter(order=OuterRef("pk"))
    rows = OrderRecord.objects.filter(installation=installation, total_minor__gt=0)
    return (
        rows.exclude(status__in=_NEVER).filter(~Exists(covered), ~Exists(own))[: MOST + 1].count()
    )
