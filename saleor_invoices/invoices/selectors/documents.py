"""Which documents a viewer sees, which of them a question asks for, and in which order."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from babel.numbers import list_currencies
from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from saleor_invoices.domain import money
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.search import normalise
from saleor_invoices.domain.states import DocumentState, PaymentStatus
from saleor_invoices.invoices.models import OrderCoverage, SalesDocument
from saleor_invoices.invoices.selectors.failures import failed_ids
from saleor_invoices.invoices.selectors.keyset import Ordering
from saleor_invoices.invoices.selectors.viewers import CustomerViewer, LinkViewer, Viewer, sees_all
from saleor_invoices.stores.models import Installation, LegalEntity, SettingValue
from saleor_invoices.stores.registry import SETTINGS
from saleor_invoices.stores.selectors import setting_resolve

MAX_SEARCH_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Both ends inclusive; an end that is None is open. Dates, or amounts in the major unit."""

    least: date | Decimal | None = None
    most: date | Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilter:
    """What a list is narrowed to; None asks nothing, all that is asked must hold."""

    issue_date: Between | None = None
    due_date: Between | None = None
    total: Between | None = None
    currency: Sequence[str] | None = None
    payment_status: Sequence[PaymentStatus] | None = None
    kind: Sequence[DocumentKind] | None = None
    state: DocumentState | None = None
    channel: Sequence[str] | None = None
    order_id: str | None = None
    order_number: str | None = None
    customer_id: str | None = None
    source: SalesDocument.Source | None = None
    source_system: Sequence[str] | None = None
    import_job: int | None = None  # that brought it last
    test_mode: bool | None = None
    overdue: bool | None = None
    failed: bool | None = None


class DocumentSort(StrEnum):
    """What lists are sorted by."""

    ISSUE_DATE = "issue_date"
    NUMBER = "number"
    TOTAL = "gross_minor"
    DUE_DATE = "due_date"
    BALANCE = "payment__balance_minor"
    CREATED_AT = "created_at"

    def ordering(self, *, descending: bool) -> Ordering:
        """How to page in this order.

        A draft, which has no date yet, comes after all dates; who owes nothing yet, first.
        """
        by_balance = self is DocumentSort.BALANCE
        nullable = by_balance or self in (DocumentSort.ISSUE_DATE, DocumentSort.DUE_DATE)
        return Ordering(
            column=self.value,
            descending=descending,
            nullable=nullable,
            null_is_largest=not by_balance,
            tie="payment__pk" if by_balance else "pk",
            scope=Q(payment__installation=F("installation")) if by_balance else None,
        )


def documents_visible(*, viewer: Viewer) -> QuerySet[SalesDocument]:
    """Every document that the viewer may see, without its snapshot.

    Staff need MANAGE_ORDERS and keys ``documents:read`` (``NotAllowed``). A customer sees what was
    issued to them, in channels that show invoices in the storefront; a link shows one document.
    """
    rows = SalesDocument.objects.filter(installation=viewer.installation)
    rows = rows.select_related("order", "payment").defer("snapshot", "salt", "search_text")
    if sees_all(viewer):
        return rows
    rows = rows.filter(state=DocumentState.ISSUED)
    if isinstance(viewer, CustomerViewer):
        return _of_customer(rows, viewer)
    return rows.filter(pk=viewer.document_id) if isinstance(viewer, LinkViewer) else rows.none()


def documents_filtered(
    rows: QuerySet[SalesDocument], *, wanted: DocumentFilter, installation: Installation
) -> QuerySet[SalesDocument]:
    """Narrow a list. Raises ``InvalidInput`` for an unknown currency.

    What failed and where a document came from is for staff: the caller sees to that.
    """
    rows = rows.filter(**_exact(wanted, installation))
    if wanted.order_id is not None:
        covered = OrderCoverage.objects.filter(
            order__installation=installation, order__order_id=wanted.order_id
        )
        # A collective invoice belongs to each of its orders.
        rows = rows.filter(
            Q(order__order_id=wanted.order_id) | Q(pk__in=covered.values("document"))
        )
    if wanted.total is not None:
        rows = rows.filter(_total_between(wanted.total, wanted.currency))
    if wanted.overdue is not None:
        overdue = _overdue(installation)
        rows = rows.filter(overdue) if wanted.overdue else rows.exclude(overdue)
    if wanted.failed is not None:
        failed = Q(pk__in=failed_ids(installation))
        rows = rows.filter(failed) if wanted.failed else rows.exclude(failed)
    return rows


def documents_searched(rows: QuerySet[SalesDocument], *, text: str) -> QuerySet[SalesDocument]:
    """Narrow to documents in which every word of ``text`` occurs, whatever case and accents.

    Numbers, the buyer's name and VAT id, the order's number and the customer's e-mail are looked
    through; a part of a word is enough.
    """
    for word in normalise(text).split()[:MAX_SEARCH_WORDS]:
        rows = rows.filter(search_text__contains=word)
    return rows


def documents_first_of_each(
    rows: QuerySet[SalesDocument], *, by: str, values: Iterable[str], size: int
) -> Mapping[str, list[SalesDocument]]:
    """The newest ``size`` documents for each value of a column, in one query for all of them.

    Answers ``Order.salesInvoices`` of many orders at once; newest first by date of issue.
    """
    place = Window(
        RowNumber(), partition_by=[F(by)], order_by=[F("issue_date").desc(nulls_first=True), "-pk"]
    )
    wanted = rows.filter(**{f"{by}__in": set(values)})
    top = (
        wanted.order_by().annotate(place=place).filter(place__lte=size).values_list("pk", flat=True)
    )
    found = rows.filter(pk__in=list(top)).annotate(group=F(by), sort_value=F("issue_date"))
    groups: dict[str, list[SalesDocument]] = {}
    for row in found.order_by(F("issue_date").desc(nulls_first=True), "-pk"):
        groups.setdefault(row.group, []).append(row)
    return groups


def documents_count_each(
    rows: QuerySet[SalesDocument], *, by: str, values: Iterable[str]
) -> Mapping[str, int]:
    """How many documents there are for each value of a column."""
    counted = rows.filter(**{f"{by}__in": set(values)}).order_by().values_list(by)
    return dict(counted.annotate(Count("pk")))


def document_snapshots(ids: Iterable[uuid.UUID]) -> Mapping[uuid.UUID, bytes]:
    """The snapshots of documents that the caller has already been allowed to see."""
    rows = SalesDocument.objects.filter(pk__in=list(ids)).values_list("pk", "snapshot")
    return {pk: bytes(snapshot) for pk, snapshot in rows}


def credit_snapshots(ids: Iterable[uuid.UUID]) -> Mapping[uuid.UUID, list[bytes | None]]:
    """The snapshots of the credit notes of each of the documents, oldest first; None: erased."""
    rows = SalesDocument.objects.filter(
        preceding_id__in=list(ids), kind=DocumentKind.CREDIT_NOTE, state=DocumentState.ISSUED
    )
    found: dict[uuid.UUID, list[bytes | None]] = {}
    ordered = rows.order_by("issued_at", "sequence")
    for pk, snapshot, erased in ordered.values_list("preceding_id", "snapshot", "erased_at"):
        found.setdefault(pk, []).append(None if erased else bytes(snapshot))
    return found


def documents_overdue(
    *, installation: Installation, ids: Iterable[uuid.UUID]
) -> frozenset[uuid.UUID]:
    """Those of the documents that are overdue today where their seller is."""
    rows = SalesDocument.objects.filter(_overdue(installation), pk__in=list(ids))
    return frozenset(rows.values_list("pk", flat=True))


def channels_where(
    *, installation: Installation, key: str, channels: Iterable[str]
) -> frozenset[str]:
    """Those of the channels in which a yes-or-no setting is on."""
    if not SettingValue.objects.filter(installation=installation, key=key).exists():
        return frozenset(channels) if SETTINGS[key].default else frozenset()
    return frozenset(
        channel
        for channel in set(channels)
        if setting_resolve(installation=installation, channel=channel, key=key)[0]
    )


def _exact(wanted: DocumentFilter, installation: Installation) -> dict[str, object]:
    asked: dict[str, object] = {
        "currency__in": wanted.currency,
        "payment__status__in": wanted.payment_status,
        "kind__in": wanted.kind,
        "state": wanted.state,
        "channel__in": wanted.channel,
        "order_number": wanted.order_number,
        "customer_id": wanted.customer_id,
        "source": wanted.source,
        "external__installation": installation if wanted.source_system is not None else None,
        "external__source_system__in": wanted.source_system,
        "external__job": wanted.import_job,
        "test_mode": wanted.test_mode,
        "issue_date__gte": wanted.issue_date and wanted.issue_date.least,
        "issue_date__lte": wanted.issue_date and wanted.issue_date.most,
        "due_date__gte": wanted.due_date and wanted.due_date.least,
        "due_date__lte": wanted.due_date and wanted.due_date.most,
    }
    return {name: value for name, value in asked.items() if value is not None}


def _of_customer(rows: QuerySet[SalesDocument], viewer: CustomerViewer) -> QuerySet[SalesDocument]:
    own = rows.filter(customer_id=viewer.user_id).exclude(kind=DocumentKind.PROFORMA)
    if not viewer.user_id:  # the empty id is that of guests, and of every one of them
        return own.none()
    channels = own.order_by().values_list("channel", flat=True).distinct()
    shown = channels_where(
        installation=viewer.installation, key="show_in_storefront", channels=channels
    )
    return own.filter(channel__in=shown)


def _total_between(wanted: Between, currencies: Sequence[str] | None) -> Q:
    # Amounts are kept in smallest units: one bound is another integer for each exponent.
    condition = Q(pk__in=[])
    for exponent, group in _exponents(currencies).items():
        bounds = group
        if isinstance(wanted.least, Decimal):
            least = wanted.least.scaleb(exponent).to_integral_value(ROUND_CEILING)
            bounds &= Q(gross_minor__gte=int(least))
        if isinstance(wanted.most, Decimal):
            most = wanted.most.scaleb(exponent).to_integral_value(ROUND_FLOOR)
            bounds &= Q(gross_minor__lte=int(most))
        condition |= bounds
    return condition


def _exponents(currencies: Sequence[str] | None) -> dict[int, Q]:
    groups: dict[int, list[str]] = {}
    for currency in currencies or sorted(list_currencies()):
        groups.setdefault(money.exponent(currency), []).append(currency)
    if currencies:
        return {exponent: Q(currency__in=group) for exponent, group in groups.items()}
    del groups[2]  # most have two decimals: naming the others makes the shorter list
    others = {exponent: Q(currency__in=group) for exponent, group in groups.items()}
    unusual = [currency for group in groups.values() for currency in group]
    return {2: ~Q(currency__in=unusual), **others}


def _overdue(installation: Installation) -> Q:
    """Still owed after the due date, by the calendar of each document's own legal entity."""
    condition = Q(pk__in=[])
    for day, entities in _todays(installation, now=timezone.now()).items():
        condition |= Q(legal_entity_id__in=entities, due_date__lt=day)
    owed = Q(state=DocumentState.ISSUED, payment__balance_minor__gt=0)
    return condition & owed & ~Q(payment__status=PaymentStatus.CANCELLED)


def _todays(installation: Installation, *, now: datetime) -> dict[date, list[int]]:
    days: dict[date, list[int]] = {}
    entities = LegalEntity.objects.filter(installation=installation).values_list("pk", "timezone")
    for pk, zone in entities:
        days.setdefault(now.astimezone(ZoneInfo(zone)).date(), []).append(pk)
    return days
