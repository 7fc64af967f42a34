"""Orders and their invoices: none is uncovered, none is invoiced twice."""

import uuid
from collections.abc import Iterable, Iterator

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import OrderCoverage, OrderRecord, SalesDocument
from saleor_invoices.invoices.services.verification.report import BATCH, Fault
from saleor_invoices.stores.models import Installation

WHOLE_ORDER = "order"


def coverage_faults(installation: Installation | None) -> Iterator[Fault]:
    """Compare what covers each order with the invoices that there are."""
    yield from _uncovered(installation)
    yield from _wrong_rows(installation)
    yield from _twins(installation)


def is_credited(document: SalesDocument) -> bool:
    """Whether credit notes have taken back the whole of an invoice."""
    notes = document.following.filter(kind=DocumentKind.CREDIT_NOTE, state=DocumentState.ISSUED)
    amounts = list(notes.values_list("gross_minor", flat=True))
    return bool(amounts) and sum(amounts) == document.gross_minor


def _invoices(installation: Installation | None) -> QuerySet[SalesDocument]:
    rows = SalesDocument.objects.filter(
        kind=DocumentKind.INVOICE, state=DocumentState.ISSUED, source=SalesDocument.Source.OWN
    ).defer("snapshot", "salt", "search_text")
    return rows if installation is None else rows.filter(installation=installation)


def _uncovered(installation: Installation | None) -> Iterator[Fault]:
    """Own invoices of an order that no coverage knows of."""
    covering = OrderCoverage.objects.filter(document=OuterRef("pk"))
    rows = _invoices(installation).filter(~Exists(covering), order__isnull=False)
    for row in rows.order_by("pk").iterator(chunk_size=BATCH):
        if not _lives_on(row) and not is_credited(row):
            yield Fault(code="COVERAGE_MISSING", number=row.number, detail=row.order_number)


def _lives_on(document: SalesDocument) -> bool:
    """Whether a later invoice that follows this one covers an order in its place."""
    seen: set[uuid.UUID] = {document.pk}
    waiting = [document]
    while waiting:
        followers = waiting.pop().following.filter(kind=DocumentKind.INVOICE, state="issued")
        for follower in followers.exclude(pk__in=seen):
            if follower.coverage.exists():
                return True
            seen.add(follower.pk)
            waiting.append(follower)
    return False


def _wrong_rows(installation: Installation | None) -> Iterator[Fault]:
    """Coverage by what is no issued invoice of that order, or released without need."""
    rows = OrderCoverage.objects.select_related("order", "document").defer(
        "document__snapshot", "document__salt", "document__search_text"
    )
    if installation is not None:
        rows = rows.filter(order__installation=installation)
    wrong = rows.filter(
        ~Q(document__kind=DocumentKind.INVOICE)
        | ~Q(document__state=DocumentState.ISSUED)
        | ~Q(document__installation=F("order__installation"))
        | (Q(document__order__isnull=False) & ~Q(document__order=F("order")))
    )
    for row in wrong.order_by("pk").iterator(chunk_size=BATCH):
        yield _fault("COVERAGE_WRONG", row)
    for row in rows.filter(released_at__isnull=False).order_by("pk").iterator(chunk_size=BATCH):
        if not is_credited(row.document):
            yield _fault("COVERAGE_RELEASED", row)


def _fault(code: str, row: OrderCoverage) -> Fault:
    return Fault(code=code, number=row.document.number, detail=f"{row.order.number}: {row.part}")


def _twins(installation: Installation | None) -> Iterator[Fault]:
    """Orders of which one live invoice has the whole, and another one has it too or a part."""
    for order in _suspects(installation):
        rows = list(order.coverage.select_related("document"))
        parts: dict[uuid.UUID, set[str]] = {}
        for row in rows:
            parts.setdefault(row.document_id, set()).add(row.part)
        candidates = _invoices(None).filter(Q(order=order) | Q(pk__in=list(parts)))
        live = [row for row in candidates.distinct() if not is_credited(row)]
        if len(live) > 1 and any(_has_whole(parts.get(row.pk, set())) for row in live):
            yield Fault(code="ORDER_TWIN", number=order.number, detail=str(len(live)))


def _has_whole(parts: set[str]) -> bool:
    return not parts or WHOLE_ORDER in parts


def _suspects(installation: Installation | None) -> Iterable[OrderRecord]:
    """Orders with more than one invoice, of their own or by coverage."""
    own = _invoices(installation).filter(order__isnull=False).order_by().values("order_id")
    several = own.annotate(count=Count("pk")).filter(count__gt=1).values("order_id")
    covered = OrderCoverage.objects.order_by().values("order_id")
    shared = covered.annotate(count=Count("document", distinct=True)).filter(count__gt=1)
    foreign = OrderCoverage.objects.filter(
        Exists(_invoices(None).filter(order=OuterRef("order")).exclude(pk=OuterRef("document")))
    )
    orders = OrderRecord.objects.filter(
        Q(pk__in=several) | Q(pk__in=shared.values("order_id")) | Q(pk__in=foreign.values("order"))
    )
    if installation is not None:
        orders = orders.filter(installation=installation)
    return orders.order_by("pk").iterator(chunk_size=BATCH)
