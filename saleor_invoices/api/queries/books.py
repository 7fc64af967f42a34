"""Reading revenue, proof of numbers and checks of the ledger."""

import strawberry
from django.utils import timezone

from saleor_invoices.api.connections import page_size
from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_int
from saleor_invoices.api.types.books import (
    SalesLedgerCheck,
    SalesNumberReport,
    SalesRevenue,
    SalesRevenueInput,
    SalesRevenueRow,
    SalesSeriesReport,
)
from saleor_invoices.invoices.selectors.viewers import require_staff
from saleor_invoices.reports.selectors.ledger_checks import ledger_checks_listed
from saleor_invoices.reports.selectors.revenue import revenue_summed
from saleor_invoices.reports.selectors.scope import Scope
from saleor_invoices.reports.selectors.series import series_reported


@strawberry.type
class BookQueries:
    @strawberry.field(
        description="Net, VAT and gross of what was issued in a period; credit notes count "
        "against it. For staff."
    )
    def sales_revenue(
        self,
        info: Info,
        input: SalesRevenueInput,  # noqa: A002
    ) -> SalesRevenue | None:
        scope = Scope(
            installation=require_staff(info.context.viewer).installation,
            legal_entity=input.legal_entity,
            currency=input.currency,
            test_mode=input.test_mode,
        )
        rows = revenue_summed(scope, start=input.from_, end=input.to, by=input.by)
        return SalesRevenue(rows=[SalesRevenueRow.of(row) for row in rows])

    @strawberry.field(
        description="Every number series, period by period, with what lacks in it or is there "
        "twice. For staff."
    )
    def sales_number_report(
        self, info: Info, legal_entity: str = "", test_mode: bool = False
    ) -> SalesNumberReport | None:
        scope = Scope(
            installation=require_staff(info.context.viewer).installation,
            legal_entity=legal_entity,
            test_mode=test_mode,
        )
        series = [SalesSeriesReport.of(row) for row in series_reported(scope)]
        return SalesNumberReport(at=timezone.now(), series=series)

    @strawberry.field(description="One check of the ledger. For staff.")
    def sales_ledger_check(self, info: Info, id: strawberry.ID) -> SalesLedgerCheck | None:  # noqa: A002
        installation = require_staff(info.context.viewer).installation
        pk = local_int(id, "SalesLedgerCheck")
        row = ledger_checks_listed(installation=installation).filter(pk=pk).first()
        return SalesLedgerCheck.of(row) if row else None

    @strawberry.field(description="The checks of the ledger, the latest first. For staff.")
    def sales_ledger_checks(
        self, info: Info, first: int | None = None
    ) -> list[SalesLedgerCheck] | None:
        installation = require_staff(info.context.viewer).installation
        rows = ledger_checks_listed(installation=installation)[: page_size(first)]
        return [SalesLedgerCheck.of(row) for row in rows]
