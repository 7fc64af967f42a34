"""Questions about bulk runs."""

from django.db.models import Count, QuerySet

from saleor_invoices.invoices.models import IssueRun, IssueRunItem
from saleor_invoices.invoices.selectors.viewers import Viewer, require_staff


def runs_visible(*, viewer: Viewer) -> QuerySet[IssueRun]:
    """The store's runs, the latest first. For staff with MANAGE_ORDERS."""
    installation = require_staff(viewer).installation
    return IssueRun.objects.filter(installation=installation).order_by("-pk")


def run_tally(*, run: IssueRun) -> list[tuple[str, int]]:
    """How many orders ended how."""
    rows = run.items.order_by("outcome").values_list("outcome")
    return list(rows.annotate(orders=Count("pk")))


def run_items(*, run: IssueRun, outcome: str | None, after: int) -> QuerySet[IssueRunItem]:
    """The run's orders after one of them, in the order in which they were looked at."""
    rows = run.items.filter(pk__gt=after).select_related("document").order_by("pk")
    return rows.filter(outcome=outcome) if outcome else rows
