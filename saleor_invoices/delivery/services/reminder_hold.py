"""Staff stop reminders of a document, and let them go on."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from saleor_invoices.delivery.models import ReminderHold
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.dates import local_date
from saleor_invoices.domain.errors import Conflict, InvalidInput, NotFound
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.history import history_append

LONGEST_REASON = 500


def reminder_hold(
    *, document: SalesDocument, reason: str, until: date | None, actor: str
) -> ReminderHold:
    """Hold reminders through ``until``, or until they are released; a present hold is changed.

    Raises ``Conflict`` NOT_REMINDED for anything but an issued invoice, ``InvalidInput``
    REASON_TOO_LONG, HOLD_IN_THE_PAST.
    """
    _refuse_unfit(document, reason, until)
    with transaction.atomic():
        SalesDocument.objects.select_for_update().only("pk").get(pk=document.pk)
        hold = ReminderHold.objects.filter(document=document, released_at__isnull=True).first()
        hold = hold or ReminderHold(document=document)
        hold.reason, hold.until, hold.held_by = reason, until, actor
        hold.save()
        history_append(
            document=document,
            event="reminders_held",
            actor=actor,
            until=until.isoformat() if until else "",
        )
    return hold


def reminder_release(*, document: SalesDocument, actor: str) -> ReminderHold:
    """Let reminders go on. Raises ``NotFound`` HOLD_UNKNOWN where there is no hold."""
    with transaction.atomic():
        hold = (
            ReminderHold.objects.select_for_update()
            .filter(document=document, released_at__isnull=True)
            .first()
        )
        if hold is None:
            raise NotFound("Reminders of this document are not held.", code="HOLD_UNKNOWN")
        hold.released_by, hold.released_at = actor, timezone.now()
        hold.save(update_fields=["released_by", "released_at"])
        history_append(document=document, event="reminders_released", actor=actor)
    return hold


def _refuse_unfit(document: SalesDocument, reason: str, until: date | None) -> None:
    if (document.kind, document.state) != (DocumentKind.INVOICE, DocumentState.ISSUED):
        raise Conflict("Only an issued invoice is reminded of.", code="NOT_REMINDED")
    if len(reason) > LONGEST_REASON or "\x00" in reason:
        raise InvalidInput(
            f"A reason has at most {LONGEST_REASON} characters.",
            code="REASON_TOO_LONG",
            params={"field": "reason"},
        )
    today = local_date(timezone.now(), document.legal_entity.timezone)
    if until is not None and until < today:
        raise InvalidInput("That day is over.", code="HOLD_IN_THE_PAST", params={"field": "until"})
