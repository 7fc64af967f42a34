"""Handing an e-invoice over, and asking afterwards what became of it."""

import uuid
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from saleor_invoices import background, logs
from saleor_invoices.delivery.models import Transmission
from saleor_invoices.delivery.problems import transmission_healed, transmission_problem
from saleor_invoices.delivery.services.dispatch_followers import TRANSMIT_TASK
from saleor_invoices.delivery.transmission.package import package_of
from saleor_invoices.delivery.transmission.port import (
    Progress,
    Receipt,
    Status,
    Transmitter,
    transmitter_for,
)
from saleor_invoices.domain.errors import AppError, Conflict
from saleor_invoices.invoices.services import leases
from saleor_invoices.invoices.services.attempts import describe
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.selectors import channel_profile

BATCH = 500
FIRST_DELAY = 30.0  # seconds
LONGEST_DELAY = 7_200.0
MAX_ATTEMPTS = 24  # about a day and a half
FIRST_POLL = 60.0
LONGEST_POLL = 21_600.0
UNCONFIRMED_AFTER = timedelta(days=3)
GIVEN_UP_AFTER = timedelta(days=60)

State = Transmission.State

log = logs.get(__name__)


def transmissions_open() -> QuerySet[Transmission]:
    """Those to hand over or to ask about, of connected stores."""
    return Transmission.objects.filter(
        state__in=[State.PENDING, State.IN_FLIGHT],
        document__installation__state=Installation.State.ACTIVE,
        document__erased_at__isnull=True,
    )


def transmission_work(*, transmission_id: uuid.UUID | str) -> Transmission | None:
    """Take the next step with one transmission; None when it is not due or another has it."""
    open_rows = transmissions_open().filter(pk=transmission_id)
    rows = Transmission.objects.filter(
        pk__in=open_rows.values("pk"), state__in=[State.PENDING, State.IN_FLIGHT]
    )
    if leases.claim(rows) is None:
        return None
    row = Transmission.objects.select_related("document__installation").get(pk=transmission_id)
    try:
        _step(row)
    except Exception as error:  # whatever it is: it must be seen
        fault = describe(error)
        log.warning("transmission.failed", transmission=str(row.pk), code=fault.code)
        _not_submitted(row, fault) if row.state == State.PENDING else _not_known(row, fault)
    return row


def transmissions_sweep() -> None:
    """Pick up what is due and what a crash left behind."""
    due = transmissions_open().filter(leases.due()).values_list("pk", flat=True)
    for identity in due.order_by("created_at")[:BATCH]:
        background.send(TRANSMIT_TASK, str(identity))


def _step(row: Transmission) -> None:
    document = row.document
    profile = channel_profile(installation=document.installation, channel=document.channel)
    transmitter = transmitter_for(row.channel, profile)
    if row.state == State.PENDING:
        _submit(row, transmitter)
    else:
        _poll(row, transmitter)


def _submit(row: Transmission, transmitter: Transmitter) -> None:
    if row.attempts > MAX_ATTEMPTS:
        raise Conflict("Sending it stopped the worker each time.", code="WORKER_DIED")
    receipt = transmitter.submit(package_of(row))
    now = timezone.now()
    with transaction.atomic():
        settled = leases.settle(
            row,
            states=(State.PENDING,),
            state=State.IN_FLIGHT,
            external_id=receipt.external_id[:300],
            submitted_at=now,
            attempts=0,
            next_attempt_at=now + timedelta(seconds=FIRST_POLL),
            last_error="",
            **_said(receipt.status),
        )
        if settled:
            _tell(row, "einvoice_submitted")
            _follow(row, receipt.status)


def _poll(row: Transmission, transmitter: Transmitter) -> None:
    known = Status(progress=Progress.IN_FLIGHT, detail=row.detail, raw=row.receipt)
    status = transmitter.poll(Receipt(external_id=row.external_id, status=known))
    with transaction.atomic():
        again = timezone.now() + timedelta(seconds=_pause(row))
        if leases.settle(
            row,
            states=(State.IN_FLIGHT,),
            next_attempt_at=again,
            last_error="",
            **_said(status),
        ):
            _follow(row, status)


def _follow(row: Transmission, status: Status) -> None:
    """Go where the channel's answer leads; called in the transaction that wrote the answer."""
    if status.progress is Progress.DELIVERED:
        _end(row, State.DELIVERED, delivered_at=timezone.now())
        _tell(row, "einvoice_delivered")
        transmission_healed(row)
    elif status.progress is Progress.FAILED:
        why = status.detail or "The channel reports a failure."
        _end(row, State.FAILED, last_error=why[:2000])
        _tell(row, "einvoice_failed", code="TRANSMISSION_FAILED")
        transmission_problem(row, code="TRANSMISSION_FAILED", why=why)
    else:
        _watch(row)


def _not_submitted(row: Transmission, fault: AppError) -> None:
    gave_up = fault.permanent or row.attempts >= MAX_ATTEMPTS
    again = leases.later(row.attempts, fault, first=FIRST_DELAY, longest=LONGEST_DELAY)
    with transaction.atomic():
        settled = leases.settle(
            row,
            states=(State.PENDING,),
            state=State.FAILED if gave_up else State.PENDING,
            next_attempt_at=None if gave_up else again,
            last_error=f"{fault.code}: {fault.message}"[:2000],
        )
        if settled and gave_up:
            _tell(row, "einvoice_failed", code=fault.code)
            transmission_problem(row, code="TRANSMISSION_FAILED", why=fault.message)


def _not_known(row: Transmission, fault: AppError) -> None:
    """A question without answer: the channel has the e-invoice all the same."""
    with transaction.atomic():
        if leases.settle(
            row,
            states=(State.IN_FLIGHT,),
            next_attempt_at=timezone.now() + timedelta(seconds=_pause(row)),
            last_error=f"{fault.code}: {fault.message}"[:2000],
        ):
            _watch(row)


def _watch(row: Transmission) -> None:
    waited = timezone.now() - (row.submitted_at or timezone.now())
    if waited < UNCONFIRMED_AFTER:
        return
    why = "the channel took it and has not said what became of it."
    if waited >= GIVEN_UP_AFTER:
        _end(row, State.FAILED, last_error=f"TRANSMISSION_UNCONFIRMED: {why}")
        _tell(row, "einvoice_failed", code="TRANSMISSION_UNCONFIRMED")
    transmission_problem(row, code="TRANSMISSION_UNCONFIRMED", why=why)


def _end(row: Transmission, state: str, **values: object) -> None:
    leases.settle(row, states=(State.IN_FLIGHT,), state=state, next_attempt_at=None, **values)


def _pause(row: Transmission) -> float:
    return min(FIRST_POLL * 2.0 ** min(row.attempts, 20), LONGEST_POLL)


def _said(status: Status) -> dict[str, object]:
    return {"detail": status.detail[:1000], "receipt": dict(status.raw)}


def _tell(row: Transmission, event: str, **params: object) -> None:
    history_append(
        document=row.document,
        event=event,
        actor=row.requested_by,
        channel=row.channel,
        external_id=row.external_id,
        **params,
    )
