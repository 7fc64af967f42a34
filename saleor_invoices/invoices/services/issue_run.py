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
from saleor_invoices.domain.errors import AppError, CannotIssue, Conflict, InvalidInput
from saleor_invoices.domain.findings import finding_json
from saleor_invoices.domain.money import to_minor
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.policy import buyer_kind, is_due, issue_policy
from saleor_invoices.domain.profile import IssuePolicy
from saleor_invoices.invoices.models import IssueRun, IssueRunItem, SalesDocument
from saleor_invoices.invoices.services.invoice_check import order_check
from saleor_invoices.invoices.services.order_observe import order_invoice
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
    """Which orders: of a channel (empty: all), created between two days (inclusive).

    ``policy`` decides which of them are due; None: each channel's own policy.
    """

    dry_run: bool = True
    channel: str = ""
    created_from: date | None = None
    created_to: date | None = None
    policy: IssuePolicy | None = None


def issue_run_start(*, installation: Installation, request: RunRequest, actor: str) -> IssueRun:
    """Start a run in the background. Raises ``Conflict`` RUN_ACTIVE while another one goes on."""
    start, end = request.created_from, request.created_to
    if start and end and end < start:
        raise InvalidInput("The period ends before it begins.", params={"field": "createdTo"})
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
        page = orders_page(
            saleor_client(run.installation),
            channel=run.channel,
            created_from=run.created_from,
            created_to=run.created_to,
            after=run.cursor or None,
            saleor_version=run.installation.saleor_version,
            first=PAGE,
        )
    except AppError as error:
        if not error.permanent:
            raise
        _finish(run, IssueRun.State.FAILED, f"{error.code}: {error.message}")
        return
    _work(run, page)
    run.worked_at = timezone.now()
    if page.cursor is None:
        _finish(run, IssueRun.State.DONE)
        return
    run.cursor = page.cursor
    run.save(update_fields=["cursor", "worked_at"])
    background.enqueue(RUN_TASK, run.pk)


def issue_runs_stuck() -> list[int]:
    """Runs whose message was lost: nothing was worked off for a while."""
    long_ago = timezone.now() - PATIENCE
    rows = IssueRun.objects.filter(
        state=IssueRun.State.RUNNING, installation__state=Installation.State.ACTIVE
    )
    waiting = Q(worked_at__lt=long_ago) | Q(worked_at__isnull=True, started_at__lt=long_ago)
    return list(rows.filter(waiting).values_list("pk", flat=True))


def _work(run: IssueRun, page: OrdersPage) -> None:
    profiles: dict[str, ChannelProfile] = {}
    for order in page.orders:
        if order.channel not in profiles:
            profiles[order.channel] = channel_profile(
                installation=run.installation, channel=order.channel
            )
        _keep(run, order.id, order.number, _outcome(run, order, profiles[order.channel]))
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


def _outcome(run: IssueRun, order: Order, profile: ChannelProfile) -> dict[str, object]:
    check = order_check(installation=run.installation, order=order, profile=profile)
    if check.existing is not None:
        return {"outcome": Outcome.COVERED, "document": check.existing}
    if not profile.enabled or not _is_due(run, order, profile):
        return {"outcome": Outcome.NOT_DUE}
    found: dict[str, object] = {"findings": [finding_json(one) for one in check.findings]}
    if not check.can_be_issued or check.document is None:
        return {**found, "outcome": Outcome.REFUSED}
    gross = to_minor(check.document.totals.gross, order.currency)
    found |= {"currency": order.currency, "gross_minor": gross}
    if run.dry_run:
        return {**found, "outcome": Outcome.WOULD_ISSUE}
    try:
        document = _issue(run, order)
    except CannotIssue as error:
        refused = {"code": error.code, "message": error.message, "severity": "blocking"}
        return {**found, "outcome": Outcome.REFUSED, "findings": [refused]}
    return {**found, "outcome": Outcome.ISSUED, "document": document}


def _issue(run: IssueRun, order: Order) -> SalesDocument:
    updated = order.updated or order.created
    return order_invoice(
        installation=run.installation, order=order, issued_at=updated, actor=run.started_by
    )


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
    return is_due(order, policy, None, timezone=document.timezone if document else "UTC")


def _keep(run: IssueRun, order_id: str, number: str, values: Mapping[str, object]) -> None:
    IssueRunItem.objects.update_or_create(
        run=run, order_id=order_id, defaults={"order_number": number, **values}
    )


def _finish(run: IssueRun, state: IssueRun.State, error: str = "") -> None:
    run.state, run.last_error, run.finished_at = state, error[:2000], timezone.now()
    run.save(update_fields=["state", "last_error", "finished_at", "worked_at"])
