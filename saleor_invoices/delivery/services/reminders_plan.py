"""Finding what is to be reminded of today, in the time zone of each legal entity."""

from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from saleor_invoices import logs
from saleor_invoices.delivery.compose.dispatch_mail import REMINDER
from saleor_invoices.delivery.models import Dispatch, ReminderHold
from saleor_invoices.delivery.selectors import documents_owed, held, step_window
from saleor_invoices.delivery.services.dispatch_request import dispatch_request
from saleor_invoices.domain.errors import AppError
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores.models import Installation, LegalEntity, SettingValue
from saleor_invoices.stores.selectors import channel_profile

FROM_HOUR = 8
"""The hour of the legal entity's day from which reminders go out: nobody is dunned at night."""

log = logs.get(__name__)


def reminders_plan(*, now: datetime | None = None) -> int:
    """Plan the reminders that are due; each step of a document once. Returns how many are new.

    Of several steps that were missed only the newest is taken, and none that is a week late.
    """
    moment, made = now or timezone.now(), 0
    stores = SettingValue.objects.filter(
        key="reminder_days", installation__state=Installation.State.ACTIVE
    )
    for store_id in stores.values_list("installation_id", flat=True).distinct():
        store = Installation.objects.get(pk=store_id)
        for document, step in _due(store, moment):
            made += _plan(document, step)
    return made


def _due(store: Installation, moment: datetime) -> Iterator[tuple[SalesDocument, int]]:
    for entity in LegalEntity.objects.filter(installation=store).defer("logo"):
        local = moment.astimezone(ZoneInfo(entity.timezone))
        if local.hour < FROM_HOUR:
            continue
        owed = SalesDocument.objects.filter(
            documents_owed(), installation=store, legal_entity=entity
        )
        for channel in list(owed.order_by().values_list("channel", flat=True).distinct()):
            steps = channel_profile(installation=store, channel=channel).mailing.reminder_days
            for step, rows in _of_steps(owed.filter(channel=channel), steps, local):
                yield from ((row, step) for row in rows.iterator(chunk_size=500))


def _of_steps(
    owed: QuerySet[SalesDocument], steps: tuple[int, ...], local: datetime
) -> Iterator[tuple[int, QuerySet[SalesDocument]]]:
    """For each step the documents of which it is the newest reached and not done yet."""
    today, ordered = local.date(), sorted(steps)
    for step, following in zip_longest(ordered, ordered[1:]):
        window = step_window(today=today, step=step, following=following)
        done = Dispatch.objects.filter(document=OuterRef("pk"), purpose=f"{REMINDER}{step}")
        holds = ReminderHold.objects.filter(held(today=today), document=OuterRef("pk"))
        rows = owed.filter(~Exists(done), ~Exists(holds), due_date__range=window)
        # A step before the due date that lies before the issue would dun for a new invoice.
        yield (
            step,
            rows.filter(issue_date__lt=today)
            .select_related("installation")
            .defer("snapshot", "salt", "search_text")
            .order_by("pk"),
        )


def _plan(document: SalesDocument, step: int) -> bool:
    try:
        dispatch_request(
            document=document, purpose=f"{REMINDER}{step}", recipient=document.customer_email
        )
    except AppError as error:  # an address that is none: the invoice's own mail told already
        log.info("reminder.not_planned", document=str(document.pk), code=error.code)
        return False
    older = Dispatch.objects.filter(
        document=document, state=Dispatch.State.PENDING, purpose__startswith=REMINDER
    )
    older.exclude(purpose=f"{REMINDER}{step}").update(
        state=Dispatch.State.CANCELLED, next_attempt_at=None, last_error="overtaken"
    )
    return True
