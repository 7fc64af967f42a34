"""Sending one mail so that it is never sent twice by itself.

pending -> (lease, writing, connecting) -> sending, committed -> handed over -> sent. Whatever
fails before "sending" is tried again; what fails after it is judged by the server's answer, and
without one it is unknown: a person decides.
"""

import uuid

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from saleor_invoices import logs
from saleor_invoices.delivery import smtp
from saleor_invoices.delivery.compose.dispatch_mail import (
    Written,
    dispatch_write,
    reminder_step,
)
from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.delivery.problems import (
    mail_healed,
    mail_problem,
    mail_text_problem,
)
from saleor_invoices.delivery.selectors import reminder_obstacle
from saleor_invoices.delivery.services import dispatch_followers
from saleor_invoices.domain.errors import AppError, Conflict
from saleor_invoices.invoices.models import DocumentFile
from saleor_invoices.invoices.services import leases
from saleor_invoices.invoices.services.attempts import describe
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.stores.models import Installation

FIRST_DELAY = 60.0  # seconds; greylisting servers want some minutes
LONGEST_DELAY = 7_200.0
MAX_ATTEMPTS = 24  # about a day and a half

State = Dispatch.State

log = logs.get(__name__)


class _Unwanted(Exception):
    """The mail is no longer wanted; the argument is a word for why."""


def dispatches_sendable() -> QuerySet[Dispatch]:
    """Mails that may go now: the PDF is there, the store connected, the document not erased."""
    return Dispatch.objects.filter(
        state=State.PENDING,
        installation__state=Installation.State.ACTIVE,
        document__erased_at__isnull=True,
        document__files__kind=DocumentFile.Kind.PDF,
    )


def dispatch_send(*, dispatch_id: uuid.UUID | str) -> Dispatch | None:
    """Send one mail, if it is due; None when another worker has it or it can't go yet.

    Never called inside a transaction: each step is committed before the next.
    """
    # One row for each file of the document would make the claim's UPDATE join; hence the subquery.
    ready = Dispatch.objects.filter(
        pk__in=dispatches_sendable().filter(pk=dispatch_id).values("pk")
    )
    if leases.claim(ready.filter(state=State.PENDING)) is None:
        return None
    rows = Dispatch.objects.select_related(
        "installation", "document__installation", "document__legal_entity", "document__payment"
    )
    dispatch = rows.get(pk=dispatch_id)
    try:
        _attempt(dispatch)
    except _Unwanted as why:
        _cancelled(dispatch, str(why))
    except smtp.Uncertain as error:
        uncertain(dispatch, why=error.message)
    except Exception as error:  # whatever it is: it must be seen
        _failed(dispatch, describe(error))
    return dispatch


def _attempt(dispatch: Dispatch) -> None:
    if dispatch.attempts > MAX_ATTEMPTS:
        raise Conflict("Sending it stopped the worker each time.", code="WORKER_DIED")
    _refuse_unwanted(dispatch)
    written = dispatch_write(dispatch)
    with smtp.opened() as line:
        _refuse_unwanted(dispatch)  # it may have been paid while the server was slow
        if not _begin(dispatch, written):
            return  # the lease ran out: another worker goes on
        line.send(written.mail)
    _sent(dispatch)
    for error in written.letter.problems:
        if dispatch.document is not None:
            mail_text_problem(dispatch.document, language=dispatch.language, why=error.message)


def _refuse_unwanted(dispatch: Dispatch) -> None:
    step = reminder_step(dispatch.purpose)
    if step is None or dispatch.document is None:
        return
    obstacle = reminder_obstacle(dispatch.document, step=step)
    if obstacle:
        raise _Unwanted(obstacle)


def _begin(dispatch: Dispatch, written: Written) -> bool:
    """Commit that the mail is being sent: from here on it may have gone out."""
    with transaction.atomic(durable=True):
        return leases.settle(
            dispatch,
            states=(State.PENDING,),
            state=State.SENDING,
            subject=written.letter.subject[:300],
            next_attempt_at=leases.lease_end(),
        )


@transaction.atomic
def _sent(dispatch: Dispatch) -> None:
    # Also out of "unknown": a worker that outlived its lease knows better.
    if not leases.settle(
        dispatch,
        states=(State.SENDING, State.UNKNOWN),
        state=State.SENT,
        sent_at=timezone.now(),
        next_attempt_at=None,
        last_error="",
    ):
        return
    _tell(dispatch, "mail_sent")
    mail_healed(dispatch)


@transaction.atomic
def uncertain(dispatch: Dispatch, *, why: str) -> None:
    """Nobody knows whether the mail went out; it is not sent again by itself."""
    if leases.settle(
        dispatch,
        states=(State.SENDING,),
        state=State.UNKNOWN,
        next_attempt_at=None,
        last_error=f"{smtp.Uncertain.code}: {why}"[:2000],
    ):
        _tell(dispatch, "mail_uncertain")
        mail_problem(dispatch, code=smtp.Uncertain.code, why=why)


@transaction.atomic
def _cancelled(dispatch: Dispatch, why: str) -> None:
    if leases.settle(
        dispatch,
        states=(State.PENDING,),
        state=State.CANCELLED,
        next_attempt_at=None,
        last_error=why,
    ):
        _tell(dispatch, "mail_cancelled", why=why)
        mail_healed(dispatch)


@transaction.atomic
def _failed(dispatch: Dispatch, error: AppError) -> None:
    known = isinstance(error, smtp.NotAccepted | smtp.MailRefused)
    if dispatch.state == State.SENDING and not known:
        uncertain(dispatch, why=error.message)  # an error of our own at the worst moment
        return
    gave_up = error.permanent or dispatch.attempts >= MAX_ATTEMPTS
    log.warning("mail.failed", dispatch=str(dispatch.pk), code=error.code, gave_up=gave_up)
    again = leases.later(dispatch.attempts, error, first=FIRST_DELAY, longest=LONGEST_DELAY)
    settled = leases.settle(
        dispatch,
        states=(State.PENDING, State.SENDING),
        state=State.FAILED if gave_up else State.PENDING,
        next_attempt_at=None if gave_up else again,
        last_error=f"{error.code}: {error.message}"[:2000],
    )
    if settled and gave_up:
        code = _problem_code(error)
        _tell(dispatch, "mail_failed", code=code)
        mail_problem(dispatch, code=code, why=error.message)


def _problem_code(error: AppError) -> str:
    if isinstance(error, smtp.MailRefused):
        # Only what was said of the address is the customer's affair.
        return "MAIL_SENDER_REFUSED" if error.params.get("at") == "sender" else error.code
    return "MAIL_FAILED"


def _tell(dispatch: Dispatch, event: str, **params: object) -> None:
    if dispatch.document is not None:
        history_append(
            document=dispatch.document,
            event=event,
            actor=dispatch.requested_by,
            purpose=dispatch.purpose,
            dispatch=str(dispatch.pk),
            **params,
        )
    dispatch_followers.tell(dispatch)
