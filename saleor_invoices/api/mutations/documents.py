"""Verbs on documents and problems."""

import strawberry
from django.db import transaction

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_int, local_uuid
from saleor_invoices.api.peers import Peers
from saleor_invoices.api.types.documents import SalesDocument, document_node
from saleor_invoices.api.types.workings import SalesProblem
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.models import SalesDocument as Row
from saleor_invoices.invoices.selectors.documents import documents_visible
from saleor_invoices.invoices.selectors.problems import problem_visible
from saleor_invoices.invoices.selectors.viewers import Viewer, require_writer
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.link_create import link_revoke
from saleor_invoices.invoices.services.order_pending import order_invoice_now
from saleor_invoices.invoices.services.problem import problem_retry_request


@strawberry.type(description="What came of issuing.")
class InvoiceIssue:
    document: SalesDocument


@strawberry.type(description="What came of revoking.")
class InvoiceLinkRevoke:
    revoked: int = strawberry.field(description="How many links were closed.")
    document: SalesDocument


@strawberry.type(description="The problem whose work is being done again.")
class SalesProblemRetry:
    problem: SalesProblem


@strawberry.type
class DocumentMutations:
    @strawberry.mutation(
        description="Issue an order's invoice whatever the channel's policy says; the existing "
        "one where there is one. For staff, and keys with `documents:read` and `documents:write`."
    )
    def invoice_issue(self, info: Info, order_id: strawberry.ID) -> InvoiceIssue | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        document = order_invoice_now(
            installation=viewer.installation, order_id=order_id, actor=actor
        )
        return InvoiceIssue(document=_node(document, viewer))

    @strawberry.mutation(
        description="Close the private links of a document for good. For staff, and keys with "
        "`documents:read` and `documents:write`."
    )
    def invoice_link_revoke(self, info: Info, id: strawberry.ID) -> InvoiceLinkRevoke | None:  # noqa: A002
        viewer = info.context.viewer
        actor = require_writer(viewer)
        pk = local_uuid(id, "SalesInvoice", "CreditNote")
        row = documents_visible(viewer=viewer).filter(pk=pk).first()
        if row is None:
            raise NotFound("There is no such document.")
        with transaction.atomic():
            revoked = link_revoke(document=row)
            history_append(document=row, event="link_revoked", actor=actor, links=revoked)
        return InvoiceLinkRevoke(revoked=revoked, document=_node(row, viewer))

    @strawberry.mutation(
        description="Do again, in the background, what a problem is about; the problem closes "
        "when it succeeds. For staff."
    )
    def problem_retry(self, info: Info, problem_id: strawberry.ID) -> SalesProblemRetry | None:
        problem = problem_visible(
            viewer=info.context.viewer, problem_id=local_int(problem_id, "SalesProblem")
        )
        problem_retry_request(problem=problem)
        return SalesProblemRetry(problem=SalesProblem.of(problem))


def _node(row: Row, viewer: Viewer) -> SalesDocument:
    return document_node(row, Peers([row], viewer))
