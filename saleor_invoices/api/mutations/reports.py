"""Starting checks of the ledger, and trying failed work again."""

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.types.books import SalesLedgerCheck
from saleor_invoices.api.types.failed_work import FailedWorkKind, work_key
from saleor_invoices.invoices.selectors.viewers import require_staff
from saleor_invoices.reports.services.ledger_check import ledger_check_start
from saleor_invoices.reports.services.work_retry import work_retry


@strawberry.type(description="The check that was started.")
class LedgerCheckResult:
    check: SalesLedgerCheck


@strawberry.type(description="What is being tried again.")
class FailedWorkRetry:
    kind: FailedWorkKind
    id: strawberry.ID


@strawberry.type
class ReportMutations:
    @strawberry.mutation(
        description="Check chain, numbers, totals and money of everything that was issued, in the "
        "background; `withFiles` reads every stored file as well. For staff."
    )
    def ledger_check_start(self, info: Info, with_files: bool = False) -> LedgerCheckResult | None:
        staff = require_staff(info.context.viewer)
        check = ledger_check_start(
            installation=staff.installation,
            with_files=with_files,
            actor=f"staff:{staff.user_id}",
        )
        return LedgerCheckResult(check=SalesLedgerCheck.of(check))

    @strawberry.mutation(
        description="Try any row of `salesFailedWork` again, in the background. For staff."
    )
    def failed_work_retry(
        self,
        info: Info,
        kind: FailedWorkKind,
        id: strawberry.ID,  # noqa: A002
    ) -> FailedWorkRetry | None:
        staff = require_staff(info.context.viewer)
        work_retry(
            installation=staff.installation,
            kind=kind,
            pk=work_key(kind, id),
            actor=f"staff:{staff.user_id}",
        )
        return FailedWorkRetry(kind=kind, id=id)
