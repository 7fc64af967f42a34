"""Open problems and work that failed for good, in one list and each once.

What failed has a problem that stands for it, and then only that is listed. Without one (a person
closed it, or it could not be opened) the work stands for itself, so that nothing is out of sight.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from heapq import merge
from itertools import islice
from typing import Any

from django.db.models import Case, Model, QuerySet, Value, When

from saleor_invoices.delivery.models import Dispatch, Transmission
from saleor_invoices.delivery.problems import MAIL, TRANSMISSION
from saleor_invoices.events.models import EventDelivery
from saleor_invoices.events.problems import WEBHOOK
from saleor_invoices.events.selectors import deliveries_listed
from saleor_invoices.inbox.models import Delivery
from saleor_invoices.invoices.models import Attempted, Problem, Publication, RenderJob
from saleor_invoices.invoices.selectors import keyset
from saleor_invoices.invoices.selectors.keyset import Ordering, Place, Window
from saleor_invoices.invoices.services.publication_publish import PROBLEM_PREFIX
from saleor_invoices.stores.models import Installation

FAILED = Attempted.State.FAILED
RENDER_FAILED = "RENDER_FAILED"
_CHUNK = 100


class WorkKind(StrEnum):
    """What failed."""

    PROBLEM = "problem"
    MAIL = "mail"
    PUBLICATION = "publication"
    FILE = "file"
    TRANSMISSION = "transmission"
    DELIVERY = "delivery"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True)
class Work:
    """One row of the list; ``row`` is a model of the kind."""

    kind: WorkKind
    at: datetime
    row: Any

    @property
    def place(self) -> tuple[datetime, str, Any]:
        """Its key in the list; ids are compared within a kind only."""
        return self.at, self.kind.value, self.row.pk


@dataclass(frozen=True, slots=True)
class WorkPlace:
    """Where a page of the list begins."""

    at: datetime
    kind: WorkKind
    pk: object


@dataclass(frozen=True, slots=True)
class _Source:
    rows: QuerySet[Any]
    time: str
    subject: str  # of the problem that stands for a row: ``<subject>:<key>``
    key: str = "document_id"
    code: str = ""  # how that problem's code begins


def work_failed(
    *, installation: Installation, size: int, after: WorkPlace | None = None
) -> tuple[list[Work], bool]:
    """A page of the list, the latest first, and whether there are more."""
    told = _told(installation)
    parts = [_from(kind, source, told, after) for kind, source in _sources(installation).items()]
    rows = merge(*parts, key=lambda work: work.place, reverse=True)
    found = list(islice(rows, size + 1))
    return found[:size], len(found) > size


def work_failed_count(*, installation: Installation) -> int:
    """How many rows the list has."""
    told = _told(installation)
    count = 0
    for kind, source in _sources(installation).items():
        if kind is WorkKind.PROBLEM:
            count += source.rows.count()
            continue
        keys = source.rows.order_by().values_list(source.key, flat=True)
        count += sum(not _stands(source, key, told) for key in keys.iterator())
    return count


def failed_row(*, installation: Installation, kind: WorkKind, pk: object) -> Model | None:
    """One row that failed, whether or not a problem stands for it."""
    source = _sources(installation)[kind]
    row: Model | None = source.rows.filter(pk=pk).first()
    return row


def _sources(installation: Installation) -> dict[WorkKind, _Source]:
    of_document = {"document__installation": installation, "state": FAILED}
    mails = Dispatch.objects.filter(
        installation=installation,
        state__in=[Dispatch.State.FAILED, Dispatch.State.UNKNOWN],
        document__isnull=False,  # whoever tries the mail server out sees what it says
    )
    problems = Problem.objects.filter(installation=installation, resolved_at__isnull=True)
    deliveries = Delivery.objects.filter(installation=installation, state=Delivery.State.FAILED)
    emptied = Case(When(body=b"", then=Value(True)), default=Value(False))
    deliveries = deliveries.annotate(is_emptied=emptied).defer("body")
    events = deliveries_listed(installation=installation, state=EventDelivery.State.FAILED)
    return {
        WorkKind.PROBLEM: _Source(problems, "opened_at", "none", key="pk"),
        WorkKind.MAIL: _Source(mails, "created_at", MAIL),
        WorkKind.PUBLICATION: _Source(
            Publication.objects.filter(**of_document), "created_at", "document", code=PROBLEM_PREFIX
        ),
        WorkKind.FILE: _Source(
            RenderJob.objects.filter(**of_document), "created_at", "document", code=RENDER_FAILED
        ),
        WorkKind.TRANSMISSION: _Source(
            Transmission.objects.filter(**of_document), "created_at", TRANSMISSION
        ),
        WorkKind.DELIVERY: _Source(deliveries, "received_at", "delivery", key="pk"),
        WorkKind.WEBHOOK: _Source(events, "created_at", WEBHOOK, key="endpoint_id"),
    }


def _told(installation: Installation) -> dict[str, list[str]]:
    """The codes of all open problems, by subject."""
    rows = Problem.objects.filter(installation=installation, resolved_at__isnull=True)
    found: dict[str, list[str]] = {}
    for subject, code in rows.values_list("subject", "code"):
        found.setdefault(subject, []).append(code)
    return found


def _stands(source: _Source, key: object, told: dict[str, list[str]]) -> bool:
    """Whether an open problem stands for the row."""
    codes = told.get(f"{source.subject}:{key}", ())
    return any(code.startswith(source.code) for code in codes)


def _from(
    kind: WorkKind, source: _Source, told: dict[str, list[str]], after: WorkPlace | None
) -> Iterator[Work]:
    """The rows of a kind beyond a place, read piece by piece."""
    rows, start = source.rows, None
    if after is not None and kind is after.kind:
        start = Place(value=after.at, id=after.pk)
    elif after is not None:
        compared = "lte" if kind < after.kind else "lt"
        rows = rows.filter(**{f"{source.time}__{compared}": after.at})
    ordering, more = Ordering(column=source.time, descending=True), True
    while more:
        page = keyset.page(rows, ordering=ordering, window=Window(size=_CHUNK, after=start))
        for row in page.rows:
            start = Place(value=getattr(row, source.time), id=row.pk)
            if not _stands(source, getattr(row, source.key), told):
                yield Work(kind, getattr(row, source.time), row)
        more = page.has_next
