"""Invoicing past orders in bulk: a dry run tells what would come of each, then the run does it.

A run is worked off page by page, each in a task of its own, from a cursor that is kept: after a
crash the page is done again, and an order that has its invoice stays as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain.dates import local_date
from saleor_invoices.domain.errors import (
    AppError,
    CannotIssue,
    Conflict,
    InvalidInput,
    NotFound,
    Unverified,
)
from saleor_invoices.domain.findings import finding_json
from saleor_invoices.domain.money import to_minor
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.policy import buyer_kind, is_due, issue_policy
from saleor_invoices.domain.profile import IssuePolicy
from saleor_invoices.invoices.models import (
    IssueRun,
    IssueRunItem,
    OrderRecord,
    SalesDocument,
)
from saleor_invoices.invoices.services.invoice_check import error_finding, order_check
from saleor_invoices.invoices.services.order_issue import order_document
from saleor_invoices.invoices.services.order_observe import Overtaken, order_invoice
from saleor_invoices.invoices.services.order_pending import Reading, order_read
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor.order_list import OrdersPage, orders_page
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.profile import ChannelProfile
from saleor_invoices.stores.selectors import channel_profile

RUN_TASK = "saleor_invoices.invoices.tasks.issue_run_page"
PAGE = 20
PATIENCE = timedelta(minutes=10)
Outcome = IssueRunItem.Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRequest:
    """Which orders: of a channel (empty: all), placed between two of the seller's days (inclusive).

    ``policy`` decides which of them are due; None: each channel's own policy.
    """

    dry_run: bool = True
    channel: str = ""
    created_from: date | None = None
    created_to: date | None = None
    policy: IssuePolicy | None = None


def issue_run_start(*, installation: Installation, request: RunRequest, actor: str) -> IssueRun:
    """Start a run in the background.

    Raises ``Conflict`` RUN_ACTIVE while another one goes on, ``InvalidInput`` PERIOD_INVALID.
    """
    start, end = request.created_from, request.created_to
    if start and end and end < start:
        raise InvalidInput(
            "The period ends before it begins.",
            code="PERIOD_INVALID",
            params={"field": "createdTo"},
        )
    with transaction.atomic():
        Installation.objects.select_for_update().get(pk=installation.pk)
        active = installation.issue_runs.filter(state=IssueRun.State.RUNNING)
        if active.exists():
            raise Conflict("Another run is going on.", code="RUN_ACTIVE")
        run = IssueRun.objects.create(
            installation=installation,
            dry_run=request.dry_run,
            channel=request.channel,
            created_from=start,
            created_to=end,
            overrides={"policy": request.policy.value} if request.policy else {},
            started_by=actor,
        )
        background.enqueue(RUN_TASK, run.pk)
    return run


def issue_run_cancel(*, run: IssueRun) -> IssueRun:
    """Stop a run after the page it is at; what was issued stays."""
    IssueRun.objects.filter(pk=run.pk, state=IssueRun.State.RUNNING).update(
        state=IssueRun.State.CANCELLED, finished_at=timezone.now()
    )
    run.refresh_from_db()
    return run


def issue_run_page(*, run_id: int) -> None:
    """Work one page off and plan the next. Raises ``Unreachable`` when it should be tried again."""
    run = IssueRun.objects.select_related("installation").filter(pk=run_id).first()
    if run is None or run.state != IssueRun.State.RUNNING:
        return
    try:
        page = _page(run)
        _work(run, page)
    except AppError as error:
        _fail(run, error)
        if error.permanent:
            return
        raise
    _advance(run, page.cursor)


def issue_runs_stuck() -> list[int]:
    """Runs whose message was lost: nothing was worked off for a while."""
    long_ago = timezone.now() - PATIENCE
    rows = IssueRun.objects.filter(
        state=IssueRun.State.RUNNING, installation__state=Installation.State.ACTIVE
    )
    waiting = Q(worked_at__lt=long_ago) | Q(worked_at__isnull=True, started_at__lt=long_ago)
    return list(rows.filter(waiting).values_list("pk", flat=True))


def _page(run: IssueRun) -> OrdersPage:
    # Saleor counts the days in UTC and the period is in the seller's: a day more at both ends.
    return orders_page(
        saleor_client(run.installation),
        channel=run.channel,
        created_from=_beside(run.created_from, -1),
        created_to=_beside(run.created_to, 1),
        after=run.cursor or None,
        saleor_version=run.installation.saleor_version,
        first=PAGE,
    )


def _beside(day: date | None, days: int) -> date | None:
    try:
        return day and day + timedelta(days=days)
    except OverflowError:  # the first or the last day that there is
        return None


def _work(run: IssueRun, page: OrdersPage) -> None:
    profiles: dict[str, ChannelProfile | AppError] = {}
    for order in page.orders:
        profile = _profile(run, order.channel, profiles)
        if _is_in_period(run, order, profile):
            _take(run, order, profile)
    for unread in page.unreadable:
        found = {**_UNREADABLE, "message": unread.why}
        _keep(run, unread.id, unread.number, {"outcome": Outcome.REFUSED, "findings": [found]})


_UNREADABLE = {
    "code": "PAYLOAD_INVALID",
    "rule": "PAYLOAD_INVALID",
    "severity": "blocking",
    "remedy": "Open the order in Saleor and save it.",
    "place": "order",
}


def _profile(
    run: IssueRun, channel: str, known: dict[str, ChannelProfile | AppError]
) -> ChannelProfile | AppError:
    """The channel's settings; where they can't be read, why: that is told of each of its orders."""
    if channel not in known:
        try:
            known[channel] = channel_profile(installation=run.installation, channel=channel)
        except AppError as error:
            known[channel] = error
    return known[channel]


def _is_in_period(run: IssueRun, order: Order, profile: ChannelProfile | AppError) -> bool:
    day = local_date(order.created, _zone(profile))
    return (run.created_from or day) <= day <= (run.created_to or day)


def _zone(profile: ChannelProfile | AppError) -> str:
    document = None if isinstance(profile, AppError) else profile.document_or_none
    return document.timezone if document else "UTC"


def _take(run: IssueRun, order: Order, profile: ChannelProfile | AppError) -> None:
    try:
        found = _outcome(run, order, profile)
        if found["outcome"] == Outcome.WOULD_ISSUE and not run.dry_run:
            _issue(run, order, found)
            return
    except (CannotIssue, Conflict, InvalidInput, NotFound, Unverified) as error:
        found = {
            "outcome": Outcome.REFUSED,
            "findings": [finding_json(error_finding(error))],
        }
    _keep(run, order.id, order.number, found)


def _outcome(run: IssueRun, order: Order, profile: ChannelProfile | AppError) -> dict[str, object]:
    existing = _existing(run, order)
    if existing is not None:
        return {"outcome": Outcome.COVERED, "document": existing}
    if isinstance(profile, AppError):
        raise profile
    if not profile.enabled or not _is_due(run, order, profile):
        return {"outcome": Outcome.NOT_DUE}
    check = order_check(installation=run.installation, order=order, profile=profile)
    findings = [finding_json(one) for one in check.findings]
    if not check.can_be_issued or check.document is None:
        return {"outcome": Outcome.REFUSED, "findings": findings}
    gross = to_minor(check.document.totals.gross, order.currency)
    money = {"currency": order.currency, "gross_minor": gross}
    return {"outcome": Outcome.WOULD_ISSUE, "findings": findings, **money}


def _existing(run: IssueRun, order: Order) -> SalesDocument | None:
    """The order's invoice; also one that was voided, which is done again on request only."""
    records = OrderRecord.objects.filter(installation=run.installation, order_id=order.id)
    record = records.first()
    return order_document(record) if record else None


def _issue(run: IssueRun, order: Order, found: Mapping[str, object]) -> None:
    updated = order.updated or order.created
    try:
        _issue_reading(run, Reading(order=order, as_of=updated), found)
    except Overtaken:
        # An event bears the moment when it was sent, which is later than the order's last change.
        reading = order_read(installation=run.installation, order_id=order.id)
        _issue_reading(run, reading, found)


def _issue_reading(run: IssueRun, reading: Reading, found: Mapping[str, object]) -> None:
    with transaction.atomic():  # the invoice and its report: a page done again says the same
        order = reading.order
        document = order_invoice(
            installation=run.installation,
            order=order,
            issued_at=reading.as_of,
            actor=run.started_by,
        )
        issued = {"outcome": Outcome.ISSUED, "document": document}
        _keep(run, order.id, order.number, {**found, **issued, "gross_minor": document.gross_minor})


def _is_due(run: IssueRun, order: Order, profile: ChannelProfile) -> bool:
    # The day from which orders are invoiced by themselves does not bind who names them.
    document = profile.document_or_none
    own = run.overrides.get("policy")
    policy = IssuePolicy(own) if own else profile.issue_policy
    if not own and document is not None:
        policy = issue_policy(
            order,
            default=profile.issue_policy,
            rules=profile.issue_rules,
            kind=buyer_kind(order, document),
        )
    if policy is IssuePolicy.PER_FULFILLMENT:
        policy = IssuePolicy.FULFILLED  # a run invoices whole orders: once all has been sent
    return is_due(order, policy, None, timezone=_zone(profile))


def _keep(run: IssueRun, order_id: str, number: str, values: Mapping[str, object]) -> None:
    rows = IssueRunItem.objects.filter(run=run, order_id=order_id)
    if rows.filter(outcome=Outcome.ISSUED).exists():
        return  # when a page is done again, what this run has issued looks covered
    columns: dict[str, object] = {"document": None, "currency": "", "gross_minor": None}
    columns |= {"order_number": number, "findings": [], **values}
    IssueRunItem.objects.update_or_create(run=run, order_id=order_id, defaults=columns)


def _advance(run: IssueRun, cursor: str | None) -> None:
    """Note the page as done, unless the run was stopped or another task was faster."""
    now = timezone.now()
    mine = IssueRun.objects.filter(pk=run.pk, state=IssueRun.State.RUNNING, cursor=run.cursor)
    if cursor is None:
        mine.update(state=IssueRun.State.DONE, worked_at=now, finished_at=now, last_error="")
    elif mine.update(cursor=cursor, worked_at=now, last_error=""):
        background.enqueue(RUN_TASK, run.pk)


def _fail(run: IssueRun, error: AppError) -> None:
    """Say on the run why it does not go on; for good, if trying again can't help."""
    now = timezone.now()
    told: dict[str, object] = {
        "last_error": f"{error.code}: {error.message}"[:2000],
        "worked_at": now,  # the task is tried again by itself: the sweep must not send more of them
    }
    if error.permanent:
        told |= {"state": IssueRun.State.FAILED, "finished_at": now}
    IssueRun.objects.filter(pk=run.pk, state=IssueRun.State.RUNNING).update(**told)
