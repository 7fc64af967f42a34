"""Doing again what failed, whatever it is: one verb for every row of the list of failed work."""

import uuid
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from saleor_invoices import background
from saleor_invoices.delivery.models import Dispatch, Transmission
from saleor_invoices.delivery.services.dispatch_decide import dispatch_retry
from saleor_invoices.delivery.services.transmission_request import transmission_request
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.events.models import EventDelivery
from saleor_invoices.events.services.delivery_decide import delivery_retry
from saleor_invoices.inbox.models import Delivery
from saleor_invoices.inbox.services.delivery_replay import delivery_replay
from saleor_invoices.invoices.models import Attempted, Problem, Publication, RenderJob
from saleor_invoices.invoices.services.document_issue import RENDER_TASK
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.problem import problem_retry_request
from saleor_invoices.invoices.services.publication_request import PUBLISH_TASK
from saleor_invoices.reports.selectors.failed_work import WorkKind, failed_row
from saleor_invoices.stores.models import Installation


def work_retry(
    *, installation: Installation, kind: WorkKind, pk: int | uuid.UUID, actor: str
) -> None:
    """Try failed work again in the background.

    Raises ``Conflict`` WORK_NOT_FAILED for what has healed, was tried again meanwhile, or is none
    of the store's; and what the verbs for mails, e-invoices and deliveries raise.
    """
    row = failed_row(installation=installation, kind=kind, pk=pk)
    if row is None:
        raise _not_failed()
    _VERBS[kind](row, actor)


def _problem(row: Problem, _actor: str) -> None:
    problem_retry_request(problem=row)


def _mail(row: Dispatch, actor: str) -> None:
    dispatch_retry(dispatch=row, actor=actor)


def _publication(row: Publication, actor: str) -> None:
    _begin_anew(row, actor, "publication_retried")
    background.enqueue(PUBLISH_TASK, row.pk)


def _file(row: RenderJob, actor: str) -> None:
    _begin_anew(row, actor, "render_retried")
    background.enqueue(RENDER_TASK, str(row.pk))


def _transmission(row: Transmission, actor: str) -> None:
    transmission_request(document=row.document, channel=row.channel, actor=actor)


def _delivery(row: Delivery, _actor: str) -> None:
    delivery_replay(delivery_id=row.pk)


def _webhook(row: EventDelivery, _actor: str) -> None:
    delivery_retry(delivery=row)


def _begin_anew(row: Publication | RenderJob, actor: str, event: str) -> None:
    """Only one of two who press at once does it."""
    with transaction.atomic():
        rows: QuerySet[Any] = type(row)._default_manager.all()
        failed = rows.filter(pk=row.pk, state=Attempted.State.FAILED)
        if not failed.update(state=Attempted.State.PENDING, attempts=0, next_attempt_at=None):
            raise _not_failed()
        history_append(document=row.document, event=event, actor=actor)


def _not_failed() -> Conflict:
    return Conflict(
        "This is no failed work (any more): look at the list again.", code="WORK_NOT_FAILED"
    )


_VERBS: dict[WorkKind, Callable[..., None]] = {
    WorkKind.PROBLEM: _problem,
    WorkKind.MAIL: _mail,
    WorkKind.PUBLICATION: _publication,
    WorkKind.FILE: _file,
    WorkKind.TRANSMISSION: _transmission,
    WorkKind.DELIVERY: _delivery,
    WorkKind.WEBHOOK: _webhook,
}
