"""Finding invoices that have become overdue, in the time zone of each legal entity."""

import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.dates import local_date
from saleor_invoices.domain.states import DocumentState, PaymentStatus
from saleor_invoices.events.models import Endpoint, EventRecord, EventType
from saleor_invoices.events.payload import Data, invoice_data
from saleor_invoices.events.services.event_write import event_write
from saleor_invoices.invoices.models import PaymentState, SalesDocument
from saleor_invoices.stores.models import Installation, LegalEntity

LATEST_DAYS = 30
"""Days after which an invoice that nobody was told of is old news."""
OVERDUE = EventType.INVOICE_OVERDUE


def overdue_find(*, now: datetime | None = None) -> int:
    """Write an event for each invoice that became overdue, once. Returns how many are new.

    What was due before anybody wanted to hear of it is left out: a new endpoint is not flooded.
    """
    moment, made = now or timezone.now(), 0
    for store, since in _listening():
        for entity in LegalEntity.objects.filter(installation=store).defer("logo"):
            today = local_date(moment, entity.timezone)
            first = max(today - timedelta(days=LATEST_DAYS), local_date(since, entity.timezone))
            for document in _overdue(entity, first, today).iterator(chunk_size=500):
                made += _tell(document.pk, today)
    return made


def _listening() -> Iterator[tuple[Installation, datetime]]:
    """Stores in which somebody wants to hear of it, and since when."""
    rows = Endpoint.objects.filter(
        enabled=True, installation__state=Installation.State.ACTIVE
    ).select_related("installation")
    found: dict[object, tuple[Installation, datetime]] = {}
    for row in rows.order_by("-created_at"):
        if not row.event_types or OVERDUE.value in row.event_types:
            found[row.installation_id] = (row.installation, row.created_at)
    yield from found.values()


def _overdue(entity: LegalEntity, first: date, today: date) -> QuerySet[SalesDocument]:
    told = EventRecord.objects.filter(document=OuterRef("pk"), type=OVERDUE)
    rows = SalesDocument.objects.filter(
        ~Exists(told),
        legal_entity=entity,
        kind=DocumentKind.INVOICE,
        state=DocumentState.ISSUED,
        erased_at__isnull=True,
        payment__installation_id=entity.installation_id,
        payment__due_date__range=(first, today - timedelta(days=1)),
        payment__balance_minor__gt=0,
    )
    rows = rows.exclude(payment__status=PaymentStatus.CANCELLED)
    return rows.only("pk").order_by("pk")


@transaction.atomic
def _tell(document_id: uuid.UUID, today: date) -> bool:
    """Under the invoice's lock: it may be paid just now."""
    rows = SalesDocument.objects.select_for_update(of=("self",), no_key=True)
    document = rows.select_related("installation").get(pk=document_id)
    state = PaymentState.objects.get(document=document)
    due = state.due_date
    if due is None or due >= today or state.status == PaymentStatus.CANCELLED:
        return False

    def data() -> Data:
        return {
            "invoice": invoice_data(document, state),
            "daysOverdue": (today - due).days,
        }

    return event_write(document, OVERDUE, f"{document.pk}:{due.isoformat()}", data) is not None
