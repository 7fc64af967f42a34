"""Starting and stopping bulk runs."""

import datetime as dt

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_int
from saleor_invoices.api.texts import checked_line
from saleor_invoices.api.types.enums import IssuePolicy
from saleor_invoices.api.types.runs import SalesRun
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.models import IssueRun
from saleor_invoices.invoices.selectors.runs import run_tallies, runs_visible
from saleor_invoices.invoices.selectors.viewers import require_staff
from saleor_invoices.invoices.services.issue_run import (
    RunRequest,
    issue_run_cancel,
    issue_run_start,
)

LONGEST_CHANNEL = 255


@strawberry.input(description="Which orders a run looks at.")
class IssueRunInput:
    dry_run: bool = True
    channel: str = strawberry.field(default="", description="Slug; empty: all.")
    created_from: dt.date | None = strawberry.field(
        default=None, description="A day of the seller's calendar."
    )
    created_to: dt.date | None = strawberry.field(default=None, description="Inclusive.")
    policy: IssuePolicy | None = strawberry.field(
        default=None, description="Which orders are due; null: by each channel's own policy."
    )


@strawberry.type(description="A run.")
class IssueRunResult:
    run: SalesRun


@strawberry.type
class RunMutations:
    @strawberry.mutation(
        description="Invoice past orders in bulk, or with `dryRun` only tell what would come of "
        "each. For staff."
    )
    def issue_run_start(self, info: Info, input: IssueRunInput) -> IssueRunResult | None:  # noqa: A002
        staff = require_staff(info.context.viewer)
        request = RunRequest(
            dry_run=input.dry_run,
            channel=checked_line(input.channel, most=LONGEST_CHANNEL, name="channel"),
            created_from=input.created_from,
            created_to=input.created_to,
            policy=input.policy,
        )
        run = issue_run_start(
            installation=staff.installation, request=request, actor=f"staff:{staff.user_id}"
        )
        return IssueRunResult(run=_shown(run))

    @strawberry.mutation(description="Stop a run; what it issued stays. For staff.")
    def issue_run_cancel(self, info: Info, id: strawberry.ID) -> IssueRunResult | None:  # noqa: A002
        require_staff(info.context.viewer)
        pk = local_int(id, "SalesRun")
        run = runs_visible(viewer=info.context.viewer).filter(pk=pk).first()
        if run is None:
            raise NotFound("There is no such run.")
        stopped = issue_run_cancel(run=run)
        return IssueRunResult(run=_shown(stopped))


def _shown(run: IssueRun) -> SalesRun:
    return SalesRun.of(run, run_tallies(runs=[run])[run.pk])
