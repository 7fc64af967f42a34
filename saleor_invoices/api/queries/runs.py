"""Looking before issuing: checks of orders, and bulk runs."""

import strawberry

from saleor_invoices.api.connections import page_size
from saleor_invoices.api.content import Content
from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_int
from saleor_invoices.api.mutations.corrections import document_of, node_of
from saleor_invoices.api.types.content import InvoiceMoney
from saleor_invoices.api.types.documents import SalesDocument
from saleor_invoices.api.types.enums import RunOutcome
from saleor_invoices.api.types.money import SalesFinding
from saleor_invoices.api.types.runs import SalesRun, SalesRunItem
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.selectors.runs import run_items, run_tallies, runs_visible
from saleor_invoices.invoices.selectors.viewers import Viewer, require_writer
from saleor_invoices.invoices.services.invoice_check import Check, draft_check, invoice_check


@strawberry.type(description="What an order or a draft would become; nothing was issued.")
class SalesCheck:
    can_be_issued: bool
    findings: list[SalesFinding]
    existing: SalesDocument | None = strawberry.field(description="The invoice that it has.")
    total: InvoiceMoney | None = strawberry.field(description="With VAT.")
    next_number: str = strawberry.field(
        description="The number that it would get now; empty where none can be told. Nothing is "
        "taken: another document may come first."
    )
    mailed_on_issue: bool = strawberry.field(
        description="Whether the store mails it by itself as soon as it is issued, where an "
        "address is known."
    )


@strawberry.type
class RunQueries:
    @strawberry.field(
        description="Check an order as Saleor has it now: every finding with its rule and where "
        "to mend it. For staff, and keys with `documents:read` and `documents:write`."
    )
    def invoice_check(self, info: Info, order_id: strawberry.ID) -> SalesCheck | None:
        viewer = info.context.viewer
        require_writer(viewer)
        check = invoice_check(installation=viewer.installation, order_id=order_id)
        return _shown(check, viewer)

    @strawberry.field(
        description="Check a draft that is kept, e.g. a credit note to review. For staff, and "
        "keys with `documents:read` and `documents:write`."
    )
    def draft_check(self, info: Info, id: strawberry.ID) -> SalesCheck | None:  # noqa: A002
        viewer = info.context.viewer
        require_writer(viewer)
        return _shown(draft_check(draft=document_of(viewer, id)), viewer)

    @strawberry.field(description="Bulk runs, the latest first. For staff.")
    def issue_runs(self, info: Info, first: int | None = None) -> list[SalesRun] | None:
        rows = list(runs_visible(viewer=info.context.viewer)[: page_size(first)])
        tallies = run_tallies(runs=rows)
        return [SalesRun.of(row, tallies[row.pk]) for row in rows]

    @strawberry.field(
        description="What came of each order of a run, in its order; `after` is an item's id. "
        "For staff."
    )
    def issue_run_items(
        self,
        info: Info,
        run_id: strawberry.ID,
        outcome: RunOutcome | None = None,
        first: int | None = None,
        after: strawberry.ID | None = None,
    ) -> list[SalesRunItem] | None:
        pk = local_int(run_id, "SalesRun")
        run = runs_visible(viewer=info.context.viewer).filter(pk=pk).first()
        if run is None:
            raise NotFound("There is no such run.")
        place = local_int(after, "SalesRunItem") if after else 0
        rows = run_items(run=run, outcome=outcome, after=place)
        return [SalesRunItem.of(row) for row in rows[: page_size(first)]]


def _shown(check: Check, viewer: Viewer) -> SalesCheck:
    document = check.document
    return SalesCheck(
        can_be_issued=check.can_be_issued,
        findings=[SalesFinding.of(found) for found in check.findings],
        existing=node_of(check.existing, viewer) if check.existing else None,
        total=_total(document) if document else None,
        next_number=check.next_number,
        mailed_on_issue=check.is_mailed,
    )


def _total(document: Document) -> InvoiceMoney:
    amount = Content(document).amount(document.totals.gross)
    return InvoiceMoney(amount=amount, currency=document.currency)
