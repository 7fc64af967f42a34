"""Trying the mail server and the texts out, with made-up values only."""

import uuid
from datetime import timedelta

from django.core.mail import EmailMessage
from django.utils import timezone

from saleor_invoices.delivery import smtp
from saleor_invoices.delivery.compose.letter import Letter
from saleor_invoices.delivery.compose.mail import address_checked, mail_write, message_id_for
from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.delivery.services.mail_preview import Sample, sample_letter, seller_name
from saleor_invoices.domain.errors import Throttled
from saleor_invoices.invoices.services import leases
from saleor_invoices.invoices.services.attempts import describe
from saleor_invoices.stores.models import Installation

TESTS_AN_HOUR = 20

State = Dispatch.State


def mail_test_send(*, sample: Sample, to: str, actor: str) -> Dispatch:
    """Send a mail with made-up values now; its state and error tell what the mail server said.

    It is tried once. Raises ``InvalidInput`` MAIL_RECIPIENT_INVALID, MAIL_TEXT_INVALID;
    ``Throttled`` for more than twenty in an hour.
    """
    address = address_checked(to)
    _refuse_flood(sample.installation)
    letter, profile = sample_letter(sample), sample.profile
    dispatch = _begin(sample, letter, to=address, actor=actor)
    mail = mail_write(
        letter=letter,
        recipient=address,
        seller_name=seller_name(profile),
        reply_to=profile.reply_to,
        message_id=dispatch.message_id,
        automatic=True,
    )
    state, words = _handed_over(mail)
    leases.settle(
        dispatch,
        states=(State.SENDING, State.UNKNOWN),
        state=state,
        sent_at=timezone.now() if state == State.SENT else None,
        next_attempt_at=None,
        last_error=words[:2000],
    )
    return dispatch


def _begin(sample: Sample, letter: Letter, *, to: str, actor: str) -> Dispatch:
    identity = uuid.uuid4()
    return Dispatch.objects.create(
        id=identity,
        installation=sample.installation,
        purpose="test",
        recipient=to,
        language=letter.language,
        subject=letter.subject,
        key=f"test:{identity}",
        state=State.SENDING,
        attempts=1,
        claim=uuid.uuid4(),
        next_attempt_at=leases.lease_end(),
        message_id=message_id_for(identity),
        requested_by=actor,
    )


def _handed_over(mail: EmailMessage) -> tuple[State, str]:
    try:
        with smtp.opened() as line:
            line.send(mail)
    except Exception as error:  # whoever tries a mail out wants to read it
        fault = describe(error)
        doubtful = isinstance(error, smtp.Uncertain)
        return State.UNKNOWN if doubtful else State.FAILED, f"{fault.code}: {fault.message}"
    return State.SENT, ""


def _refuse_flood(installation: Installation) -> None:
    since = timezone.now() - timedelta(hours=1)
    rows = Dispatch.objects.filter(installation=installation, purpose="test")
    if rows.filter(created_at__gt=since).count() >= TESTS_AN_HOUR:
        raise Throttled("Too many test mails were sent in this hour.", retry_after=3600)
