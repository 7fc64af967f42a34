"""Questions about bulk runs."""

from collections.abc import Iterable, Mapping

from django.db.models import Count, QuerySet

from saleor_invoices.invoices.models import IssueRun, IssueRunItem
from saleor_invoices.invoices.selectors.viewers import Viewer, require_staff


def runs_visible(*, viewer: Viewer) -> QuerySet[IssueRun]:
    """The store's runs, the latest first. For staff with MANAGE_ORDERS."""
    installation = require_staff(viewer).installation
    return IssueRun.objects.filter(installation=installation).order_by("-pk")


def run_tallies(*, runs: Iterable[IssueRun]) -> Mapping[int, list[tuple[str, int]]]:
    """How many orders of each run ended how, by the run's key; one query for all of them."""
    keys = [run.pk for run in runs]
    rows = IssueRunItem.objects.filter(run__in=keys).order_by("run", "outcome")
    found: dict[int, list[tuple[str, int]]] = {key: [] for key in keys}
    counted = rows.values_list("run_id", "outcome").annotate(orders=Count("pk"))
    for key, outcome, orders in counted:
        found[key].append((outcome, orders))
    return found


def run_items(*, run: IssueRun, outcome: str | None, after: int) -> QuerySet[IssueRunItem]:
    """The run's orders after one of them, in the order in which they were looked at."""
    rows = run.items.filter(pk__gt=after).order_by("pk")
    rows = rows.select_related("document").defer("document__snapshot", "document__search_text")
    return rows.filter(outcome=outcome) if outcome else rows
