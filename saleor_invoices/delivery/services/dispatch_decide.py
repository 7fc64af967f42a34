"""What a person decides about a mail that failed, or of which nobody knows."""

import uuid

from django.db import transaction
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.delivery.problems import mail_healed
from saleor_invoices.delivery.services import dispatch_followers
from saleor_invoices.delivery.services.dispatch_request import SEND_TASK
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.invoices.models import Problem, SalesDocument
from saleor_invoices.invoices.services.history import history_append

State = Dispatch.State
_OPEN = (State.FAILED, State.UNKNOWN)


@transaction.atomic
def dispatch_retry(*, dispatch: Dispatch, actor: str) -> Dispatch:
    """Send a failed or doubtful mail again, with the same Message-ID.

    Raises ``Conflict`` DISPATCH_NOT_FAILED for any other, also when two people decide at once.
    """
    _settle(dispatch, state=State.PENDING, attempts=0, next_attempt_at=None, claim=None)
    _tell(dispatch, "mail_retried", actor)
    background.enqueue(SEND_TASK, str(dispatch.pk))
    return dispatch


@transaction.atomic
def dispatch_mark_sent(*, dispatch: Dispatch, actor: str) -> Dispatch:
    """Take a person's word that a doubtful or failed mail arrived; raises as ``dispatch_retry``."""
    _settle(dispatch, state=State.SENT, sent_at=timezone.now(), next_attempt_at=None, last_error="")
    _tell(dispatch, "mail_marked_sent", actor)
    mail_healed(dispatch)
    dispatch_followers.tell(dispatch)
    return dispatch


def mails_retry(problem: Problem) -> None:
    """The Retry button of a document's mail problem: a person wants them sent again."""
    document_id = uuid.UUID(problem.subject.partition(":")[2])
    rows = Dispatch.objects.select_related("document", "installation")
    for dispatch in rows.filter(
        installation=problem.installation, document_id=document_id, state__in=_OPEN
    ):
        dispatch_retry(dispatch=dispatch, actor="staff")


def dispatches_forget(document: SalesDocument) -> None:
    """Erase what is personal about a document's mails; that they were sent stays."""
    rows = Dispatch.objects.filter(document=document)
    rows.filter(state=State.PENDING).update(state=State.CANCELLED, next_attempt_at=None)
    for dispatch in rows:
        rows.filter(pk=dispatch.pk).update(
            recipient="", subject="", message="", last_error="", key=f"erased:{dispatch.pk}"
        )


def _settle(dispatch: Dispatch, **values: object) -> None:
    # A worker that still holds the old claim and succeeds late is heard no more: a person decided.
    mine = Dispatch.objects.filter(pk=dispatch.pk, state__in=_OPEN, document__isnull=False)
    changed = mine.update(**values)
    dispatch.refresh_from_db()
    if not changed:
        raise Conflict(
            "Only a mail that failed, or of which nobody knows, can be decided about.",
            code="DISPATCH_NOT_FAILED",
            params={"state": dispatch.state},
        )


def _tell(dispatch: Dispatch, event: str, actor: str) -> None:
    if dispatch.document is not None:
        history_append(
            document=dispatch.document, event=event, actor=actor, dispatch=str(dispatch.pk)
        )
