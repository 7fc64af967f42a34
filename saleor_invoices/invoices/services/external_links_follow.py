"""Looking up in Saleor, some at a time, whose orders and customers imported documents name.

By id an order is the one; by number or reference it must fit besides: another store of the same
source counts from 1 as well. What does not fit waits for a person.
"""

import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from saleor_invoices import background, logs
from saleor_invoices.domain.errors import AppError, Refused
from saleor_invoices.invoices.models import ExternalReference
from saleor_invoices.invoices.services import leases
from saleor_invoices.invoices.services.attempts import describe
from saleor_invoices.invoices.services.external_link import (
    document_lock,
    external_attach,
    follow,
)
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor import matches
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.matches import OrderMatch
from saleor_invoices.stores.models import Installation

LINK_TASK = "saleor_invoices.invoices.tasks.external_links"
BATCH = 40
A_TASK = 20.0
"""Seconds after which a task hands on to the next one."""
ACTOR = "app"
MISSING, OTHER = "ORDER_MISSING", "ORDER_DIFFERS"
Link = ExternalReference.Link

log = logs.get(__name__)


@dataclass(slots=True)
class _Answers:
    """What Saleor said of a batch."""

    by_id: Mapping[str, OrderMatch] = field(default_factory=dict)
    by_number: Mapping[str, OrderMatch] = field(default_factory=dict)
    by_reference: Mapping[str, OrderMatch] = field(default_factory=dict)
    customers: frozenset[str] = frozenset()
    emails: Mapping[str, str] = field(default_factory=dict)


def external_links_follow(*, installation: Installation) -> int:
    """Look up what is due, for as long as a task may take; returns how many were looked up."""
    until, done = time.monotonic() + A_TASK, 0
    while time.monotonic() < until:
        rows = _claimed(installation)
        if not rows:
            return done
        if not _batch(installation, rows):
            return done
        done += len(rows)
    background.send(LINK_TASK, installation.pk)
    return done


def external_links_due() -> list[int]:
    """Stores with something to look up."""
    rows = ExternalReference.objects.filter(
        leases.due(), link=Link.PENDING, installation__state=Installation.State.ACTIVE
    )
    return list(rows.order_by().values_list("installation_id", flat=True).distinct())


def _claimed(installation: Installation) -> list[ExternalReference]:
    pending = ExternalReference.objects.filter(installation=installation, link=Link.PENDING)
    keys = list(
        pending.filter(leases.due())
        .order_by("next_attempt_at", "pk")
        .values_list("pk", flat=True)[:BATCH]
    )
    token = uuid.uuid4()
    with transaction.atomic():
        free = pending.filter(leases.due(), pk__in=keys)
        for row in free.select_for_update(skip_locked=True).only("pk", "attempts"):
            ExternalReference.objects.filter(pk=row.pk).update(
                claim=token, next_attempt_at=leases.lease_end(), attempts=row.attempts + 1
            )
    rows = pending.filter(claim=token).select_related("document").defer("document__snapshot")
    return list(rows.order_by("pk"))


def _batch(installation: Installation, rows: Sequence[ExternalReference]) -> bool:
    """Whether Saleor answered; where it did not, all of them are tried again later."""
    try:
        answers = _asked(saleor_client(installation), rows)
    except Refused as error:
        if len(rows) > 1:  # one of them may have spoiled it for the others
            answered = [_batch(installation, [row]) for row in rows]
            return all(answered)
        _settle(rows[0], link=Link.UNLINKED, link_code=error.code)
        return True
    except AppError as error:
        _later(rows, error)
        return False
    for row in rows:
        _one(row, answers)
    return True


def _asked(client: SaleorClient, rows: Sequence[ExternalReference]) -> _Answers:
    by_number = [row for row in rows if row.order_number and not row.order_given]
    by_reference = [
        row for row in rows if row.order_reference and not (row.order_given or row.order_number)
    ]
    by_email = [row for row in rows if row.customer_email and not row.customer_given]
    return _Answers(
        by_id=matches.orders_by_id(client, (row.order_given for row in rows)),
        by_number=matches.orders_by_number(client, (row.order_number for row in by_number)),
        by_reference=matches.orders_by_reference(
            client, (row.order_reference for row in by_reference)
        ),
        customers=matches.customers_by_id(client, (row.customer_given for row in rows)),
        emails=matches.customers_by_email(client, (row.customer_email for row in by_email)),
    )


def _one(row: ExternalReference, answers: _Answers) -> None:
    """What came of one; a fault of its own leaves the others alone."""
    try:
        customer = _customer(row, answers)
        if not _names_order(row):
            _customer_only(row, customer)
            return
        order = _order(row, answers)
        code = MISSING if order is None else "" if _fits(row, order) else OTHER
        if order is None or code:
            _customer_only(row, customer, link=Link.UNLINKED, link_code=code)
            return
        external_attach(reference=row, order=order, actor=ACTOR, customer_id=customer)
    except AppError as error:
        _settle(row, link=Link.UNLINKED, link_code=error.code)
    except Exception as error:  # whatever it is: it must be seen, and tried again
        log.exception("external.link_failed", reference=row.pk, error=type(error).__name__)
        _later([row], describe(error))


def _names_order(row: ExternalReference) -> bool:
    return bool(row.order_given or row.order_number or row.order_reference)


def _order(row: ExternalReference, answers: _Answers) -> OrderMatch | None:
    if row.order_given:
        return answers.by_id.get(row.order_given)
    if row.order_number:
        return answers.by_number.get(row.order_number)
    return answers.by_reference.get(row.order_reference)


def _fits(row: ExternalReference, order: OrderMatch) -> bool:
    document = row.document
    if document.currency != order.currency:
        return False
    if row.order_given:
        return True
    told, known = row.customer_email.lower(), order.email.lower()
    return document.channel in ("", order.channel) and (not told or not known or told == known)


def _customer(row: ExternalReference, answers: _Answers) -> str:
    if row.customer_given:
        return row.customer_given if row.customer_given in answers.customers else ""
    return answers.emails.get(row.customer_email.lower(), "")


def _customer_only(
    row: ExternalReference, customer: str, *, link: str = Link.NONE, link_code: str = ""
) -> None:
    with transaction.atomic():
        document = document_lock(row)
        if customer and document.customer_id != customer:
            follow(document, customer_id=customer)
        _settle(row, link=link, link_code=link_code)


def _settle(row: ExternalReference, **values: object) -> None:
    """Write what came of it, if it is still ours: a person may have decided meanwhile."""
    settled = {"claim": None, "next_attempt_at": None, "last_error": "", "attempts": 0}
    mine = ExternalReference.objects.filter(pk=row.pk, claim=row.claim, link=Link.PENDING)
    mine.update(**settled, **values)


def _later(rows: Sequence[ExternalReference], error: AppError) -> None:
    for row in rows:
        at = leases.later(row.attempts, error, first=10.0, longest=3_600.0)
        ExternalReference.objects.filter(pk=row.pk, claim=row.claim, link=Link.PENDING).update(
            claim=None, next_attempt_at=at, last_error=f"{error.code}: {error.message}"[:2000]
        )
