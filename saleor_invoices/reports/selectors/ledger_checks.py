"""Which checks of the ledger a store has had."""

from django.db.models import QuerySet

from saleor_invoices.reports.models import LedgerCheck
from saleor_invoices.stores.models import Installation


def ledger_checks_listed(*, installation: Installation) -> QuerySet[LedgerCheck]:
    """The store's checks, the latest first."""
    return LedgerCheck.objects.filter(installation=installation).order_by("-pk")
