"""Reading who owes what."""

import datetime as dt

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.types.receivables import (
    SalesAgeing,
    SalesAgeingCurrency,
    SalesCustomerAccount,
    SalesOpenAmount,
    SalesOverview,
    SalesStatement,
    SalesStatementInput,
)
from saleor_invoices.desk.selectors.orders import MOST, orders_to_issue
from saleor_invoices.invoices.selectors.viewers import require_staff
from saleor_invoices.reports.selectors.customers import customer_account, customer_statement
from saleor_invoices.reports.selectors.failed_work import work_failed_count
from saleor_invoices.reports.selectors.receivables import receivables_aged, receivables_summed
from saleor_invoices.reports.selectors.scope import Scope


@strawberry.type
class ReceivableQueries:
    @strawberry.field(description="What waits for someone: money and work. For staff.")
    def sales_overview(self, info: Info) -> SalesOverview | None:
        viewer = require_staff(info.context.viewer)
        installation, waiting = viewer.installation, orders_to_issue(viewer=viewer)
        amounts = receivables_summed(Scope(installation=installation))
        return SalesOverview(
            as_of=amounts.as_of,
            open=SalesOpenAmount.all_of(amounts.open),
            overdue=SalesOpenAmount.all_of(amounts.overdue),
            due_soon=SalesOpenAmount.all_of(amounts.due_soon),
            failed=work_failed_count(installation=installation),
            to_issue=waiting.order_by().values("pk")[: MOST + 1].count(),
        )

    @strawberry.field(
        description="Who owed how much for how long at the end of a day (by default: now), by the "
        "seller's calendar. Test documents are left out. For staff."
    )
    def sales_ageing(
        self,
        info: Info,
        as_of: dt.date | None = None,
        legal_entity: str = "",
        currency: str = "",
    ) -> SalesAgeing | None:
        staff = require_staff(info.context.viewer)
        scope = Scope(installation=staff.installation, legal_entity=legal_entity, currency=currency)
        day, currencies = receivables_aged(scope, as_of=as_of)
        return SalesAgeing(as_of=day, currencies=[SalesAgeingCurrency.of(c) for c in currencies])

    @strawberry.field(
        description="How a customer stands; null for one without documents. For staff."
    )
    def sales_customer_account(
        self, info: Info, customer_id: strawberry.ID
    ) -> SalesCustomerAccount | None:
        scope = Scope(installation=require_staff(info.context.viewer).installation)
        account = customer_account(scope, customer_id=customer_id)
        return SalesCustomerAccount.of(account) if account else None

    @strawberry.field(
        description="A customer's documents and money of a period, in order. Test documents are "
        "left out. For staff."
    )
    def sales_statement(
        self,
        info: Info,
        input: SalesStatementInput,  # noqa: A002
    ) -> SalesStatement | None:
        scope = Scope(
            installation=require_staff(info.context.viewer).installation,
            legal_entity=input.legal_entity,
            currency=input.currency,
        )
        statement = customer_statement(
            scope, customer_id=input.customer_id, start=input.from_, end=input.to
        )
        return SalesStatement.of(statement)
