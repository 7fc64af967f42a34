"""Questions about what went out; each is asked for a viewer or inside the app for one document."""

import uuid
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from saleor_invoices.delivery.models import Dispatch, ReminderHold, Transmission
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.dates import local_date
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.domain.states import DocumentState, PaymentStatus
from saleor_invoices.invoices.models import PaymentState, SalesDocument
from saleor_invoices.invoices.selectors import failures
from saleor_invoices.invoices.selectors.order_open import order_is_paid
from saleor_invoices.invoices.selectors.viewers import Viewer, require_staff
from saleor_invoices.stores.models import Installation

LATEST_DAYS = 7
"""Days after which a step that was missed is not made up for."""


def dispatch_visible(*, viewer: Viewer, dispatch_id: uuid.UUID) -> Dispatch:
    """One mail of the store, for staff. Raises ``NotFound``, and ``NotAllowed`` for others."""
    installation = require_staff(viewer).installation
    rows = Dispatch.objects.select_related("document__installation", "installation")
    found = rows.filter(installation=installation, pk=dispatch_id).first()
    if found is None:
        raise NotFound("There is no such mail.")
    return found


def dispatches_of_documents(ids: Iterable[uuid.UUID]) -> QuerySet[Dispatch]:
    """The mails of documents that the caller has been allowed to see, oldest first."""
    return Dispatch.objects.filter(document_id__in=list(ids)).order_by("created_at", "pk")


def mails_work(*, installation: Installation) -> bool:
    """Whether the mail server ever took a mail of the store, a test or a real one."""
    rows = Dispatch.objects.filter(installation=installation, state=Dispatch.State.SENT)
    return rows.exists()


def transmissions_of_documents(ids: Iterable[uuid.UUID]) -> QuerySet[Transmission]:
    """The same for e-invoices."""
    return Transmission.objects.filter(document_id__in=list(ids)).order_by("created_at", "pk")


def holds_of_documents(ids: Iterable[uuid.UUID]) -> QuerySet[ReminderHold]:
    """The holds of documents that staff have not released, past ones included."""
    return ReminderHold.objects.filter(document_id__in=list(ids), released_at__isnull=True)


def dispatches_failed(installation: Installation) -> QuerySet[Dispatch, uuid.UUID | None]:
    """Documents with a mail that failed, or of which nobody knows whether it went out."""
    states = (Dispatch.State.FAILED, Dispatch.State.UNKNOWN)
    rows = Dispatch.objects.filter(installation=installation, state__in=states)
    return rows.filter(document__isnull=False).values_list("document_id", flat=True)


def transmissions_failed(_: Installation) -> QuerySet[Transmission, uuid.UUID]:
    """Documents with an e-invoice that did not get through; see ``failures.failed_ids``."""
    rows = Transmission.objects.filter(state=failures.FAILED)
    return rows.values_list("document_id", flat=True)


def held(*, today: date) -> Q:
    """Holds that are in force on a day of the legal entity."""
    return Q(released_at__isnull=True) & (Q(until__isnull=True) | Q(until__gte=today))


def documents_owed() -> Q:
    """Documents of which a reminder may speak: issued, owed, nothing disputed, no test."""
    return (
        Q(
            kind=DocumentKind.INVOICE,
            state=DocumentState.ISSUED,
            test_mode=False,
            erased_at__isnull=True,
            due_date__isnull=False,
            payment__balance_minor__gt=0,
            payment__disputed_minor=0,
        )
        & ~Q(customer_email="")
        & ~Q(payment__status=PaymentStatus.CANCELLED)
        & ~order_is_paid()
    )


def reminder_obstacle(document: SalesDocument, *, step: int) -> str:
    """Why a reminder must not go out now, as a word; empty when it may. Reads afresh."""
    today = local_date(timezone.now(), document.legal_entity.timezone)
    if not SalesDocument.objects.filter(documents_owed(), pk=document.pk).exists():
        return _why_not_owed(document)
    if ReminderHold.objects.filter(held(today=today), document=document).exists():
        return "held"
    due = document.due_date
    if due is None or not 0 <= (today - due).days - step <= LATEST_DAYS:
        return "too_late"
    return ""


def step_window(*, today: date, step: int, following: int | None) -> tuple[date, date]:
    """First and last due date for which ``step`` is the newest one reached on ``today``.

    A step is a number of days after the due date; ``following`` is the next larger one.
    """
    last = today - timedelta(days=step)
    first = last - timedelta(days=LATEST_DAYS)
    if following is not None:
        first = max(first, today - timedelta(days=following) + timedelta(days=1))
    return first, last


def _why_not_owed(document: SalesDocument) -> str:
    payment = PaymentState.objects.filter(document=document).first()
    if payment is not None and payment.disputed_minor:
        return "disputed"
    is_paid = SalesDocument.objects.filter(order_is_paid(), pk=document.pk).exists()
    return "order_paid" if is_paid and payment and payment.balance_minor else "settled"
