"""Orders that wait for their invoice, and what stands behind the grid's tabs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from saleor_invoices.domain.policy import NEVER_BY_ITSELF
from saleor_invoices.domain.states import DocumentState, PaymentStatus
from saleor_invoices.invoices.models import OrderCoverage, OrderRecord, Problem
from saleor_invoices.invoices.selectors.documents import (
    DocumentFilter,
    documents_filtered,
    documents_visible,
)
from saleor_invoices.invoices.selectors.keyset import Ordering
from saleor_invoices.invoices.selectors.viewers import Viewer, require_staff
from saleor_invoices.stores.models import Installation

MOST = 1_000
"""To which tabs count: one more means "more"."""
LATEST_FIRST = Ordering(column="pk", descending=True)
UNPAID = DocumentFilter(
    state=DocumentState.ISSUED,
    payment_status=[PaymentStatus.UNPAID, PaymentStatus.PARTIALLY_PAID],
)
OVERDUE, FAILED = DocumentFilter(overdue=True), DocumentFilter(failed=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabs:
    """How many stand behind each tab, up to ``MOST`` + 1."""

    all: int
    to_issue: int
    unpaid: int
    overdue: int
    failed: int


def orders_to_issue(*, viewer: Viewer) -> QuerySet[OrderRecord]:
    """Orders that the app has seen, that may be invoiced, and that have no invoice.

    One whose invoice was voided counts again. Raises ``NotAllowed`` unless staff ask.
    """
    live = OrderCoverage.objects.filter(order=OuterRef("pk"), released_at__isnull=True)
    rows = OrderRecord.objects.filter(installation=require_staff(viewer).installation)
    # Without a status it was never taken in: a draft or a proforma names it, its amounts are not
    # known.
    known = rows.exclude(status__in=NEVER_BY_ITSELF).exclude(status="").exclude(currency="")
    return known.filter(~Exists(live))


def problems_of_orders(
    *, installation: Installation, order_ids: Iterable[str]
) -> Mapping[str, list[Problem]]:
    """The open problems of each order, by Saleor's id."""
    subjects = {f"order:{order_id}": order_id for order_id in order_ids}
    rows = Problem.objects.filter(
        installation=installation, subject__in=list(subjects), resolved_at__isnull=True
    )
    found: dict[str, list[Problem]] = {}
    for problem in rows.order_by("pk"):
        found.setdefault(subjects[problem.subject], []).append(problem)
    return found


def tabs_counted(*, viewer: Viewer) -> Tabs:
    """Counts for the grid's tabs. Raises ``NotAllowed`` unless staff ask."""
    require_staff(viewer)
    rows = documents_visible(viewer=viewer)

    def count(wanted: DocumentFilter) -> int:
        return _counted(documents_filtered(rows, wanted=wanted, installation=viewer.installation))

    return Tabs(
        all=_counted(rows),
        to_issue=_counted(orders_to_issue(viewer=viewer)),
        unpaid=count(UNPAID),
        overdue=count(OVERDUE),
        failed=count(FAILED),
    )


def _counted(rows: QuerySet[Any]) -> int:
    return rows.order_by().values("pk")[: MOST + 1].count()
