"""Questions about documents of other systems: what they are called, and which are of no order."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.db.models import Q, QuerySet

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.models import (
    ExternalReference,
    ExternalVersion,
    OrderMoney,
    OrderRecord,
    SalesDocument,
)
from saleor_invoices.invoices.selectors.viewers import Viewer, require_importer, require_staff

NEAR = timedelta(days=60)
MOST_PROPOSALS = 3
MOST_SYSTEMS = 100
_LOOKED_AT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An order that a document may be of: the same total, and how near otherwise."""

    order: OrderRecord
    is_customer: bool
    days: int | None  # between them, either way; None: the order's day is not known


def external_references_of(
    rows: Iterable[SalesDocument],
) -> Mapping[uuid.UUID, ExternalReference]:
    """What other systems call these documents."""
    ids = [row.pk for row in rows if row.source == SalesDocument.Source.IMPORTED]
    found = ExternalReference.objects.filter(document__in=ids) if ids else ()
    return {one.document_id: one for one in found}


def external_versions_of(
    rows: Iterable[SalesDocument],
) -> Mapping[uuid.UUID, Sequence[ExternalVersion]]:
    """What these documents said before, oldest first."""
    ids = [row.pk for row in rows if row.source == SalesDocument.Source.IMPORTED]
    found: defaultdict[uuid.UUID, list[ExternalVersion]] = defaultdict(list)
    kept = ExternalVersion.objects.filter(document__in=ids).defer("snapshot")
    for one in kept.order_by("version"):
        found[one.document_id].append(one)
    return found


def order_money_of(rows: Iterable[SalesDocument]) -> Mapping[uuid.UUID, OrderMoney]:
    """What of their orders' money counts for these documents, where any does."""
    ids = [row.pk for row in rows if row.source == SalesDocument.Source.IMPORTED]
    found = OrderMoney.objects.filter(document__in=ids, came_minor__gt=0) if ids else ()
    return {one.document_id: one for one in found}


def externals_unlinked(*, viewer: Viewer, unnamed: bool = False) -> QuerySet[ExternalReference]:
    """Imported documents that wait for their order, the latest first. For staff (``NotAllowed``).

    ``unnamed``: those too that name no order.
    """
    installation = require_staff(viewer).installation
    links = [ExternalReference.Link.UNLINKED]
    if unnamed:
        links.append(ExternalReference.Link.NONE)
    rows = ExternalReference.objects.filter(
        installation=installation, link__in=links, document__erased_at__isnull=True
    )
    return rows.select_related("document").defer("document__snapshot").order_by("-pk")


def external_named(*, viewer: Viewer, source_system: str, external_id: str) -> SalesDocument:
    """The document that another system calls so. For importers (``NotAllowed``); ``NotFound``."""
    require_importer(viewer)
    rows = SalesDocument.objects.filter(
        installation=viewer.installation,
        external__source_system=source_system,
        external__external_id=external_id,
    )
    found = rows.defer("snapshot").first()
    if found is None:
        raise NotFound("There is no such document.")
    found.installation = viewer.installation
    return found


def source_systems(*, viewer: Viewer) -> Sequence[str]:
    """Names of the systems that the store's documents came from, by alphabet, a hundred at most.

    For importers (``NotAllowed``).
    """
    require_importer(viewer)
    rows = ExternalReference.objects.filter(installation=viewer.installation)
    names = rows.order_by("source_system").values_list("source_system", flat=True)
    found: list[str] = []
    # From name to name by the index: DISTINCT would read every document.
    while len(found) < MOST_SYSTEMS:
        name = names.filter(source_system__gt=found[-1] if found else "").first()
        if name is None:
            break
        found.append(name)
    return found


def order_proposals(reference: ExternalReference) -> Sequence[Proposal]:
    """Known orders of the same total whose customer is the same, or whose day is near; the best
    first. Orders that another imported invoice is of are left out.
    """
    document = reference.document
    if document.kind != DocumentKind.INVOICE:
        return ()
    orders = OrderRecord.objects.filter(
        installation_id=reference.installation_id,
        currency=document.currency,
        total_minor=document.gross_minor,
    ).exclude(documents__source=SalesDocument.Source.IMPORTED)
    customers = _customers_of(orders, document)
    found = [_proposal(order, document, customers) for order in orders[:_LOOKED_AT]]
    near = [one for one in found if one.is_customer or _is_near(one)]
    ranked = sorted(near, key=lambda one: (not one.is_customer, one.days is None, one.days or 0))
    return ranked[:MOST_PROPOSALS]


def _customers_of(orders: QuerySet[OrderRecord], document: SalesDocument) -> set[int]:
    """Keys of the orders that are of the document's customer, by account or by e-mail."""
    said = Q()
    if document.customer_id:
        said |= Q(customer_id=document.customer_id)
    if document.customer_email:
        said |= Q(documents__customer_email__iexact=document.customer_email)
    return set(orders.filter(said).values_list("pk", flat=True)) if said else set()


def _proposal(order: OrderRecord, document: SalesDocument, customers: set[int]) -> Proposal:
    days: int | None = None
    if order.seen_issued_at and document.issue_date:
        issued = datetime.combine(document.issue_date, time(12), UTC)
        days = abs((order.seen_issued_at - issued).days)
    return Proposal(order=order, is_customer=order.pk in customers, days=days)


def _is_near(found: Proposal) -> bool:
    return found.days is not None and found.days <= NEAR.days
