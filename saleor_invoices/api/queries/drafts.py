"""Reading drafts that are written by hand, and trying forms."""

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_uuid
from saleor_invoices.api.mutations.drafts import draft_node
from saleor_invoices.api.types.draft_inputs import SalesDraftInput
from saleor_invoices.api.types.drafts import SalesDraft, SalesDraftForm, SalesDraftPreview
from saleor_invoices.invoices.selectors.drafts import draft_visible
from saleor_invoices.invoices.selectors.viewers import require_writer
from saleor_invoices.invoices.services.draft_make import draft_of_order, draft_preview

WRITERS = " For staff, and keys with `documents:read` and `documents:write`."


@strawberry.type
class DraftQueries:
    @strawberry.field(
        description="A draft as its form has it; null for what is no draft by hand." + WRITERS
    )
    def sales_draft(self, info: Info, id: strawberry.ID) -> SalesDraft | None:  # noqa: A002
        viewer = info.context.viewer
        require_writer(viewer)
        pk = local_uuid(id, "SalesInvoice", "CreditNote")
        kept = draft_visible(viewer=viewer, document_id=pk)
        return draft_node(kept, viewer) if kept else None

    @strawberry.field(
        description="What a form would become, computed by the rules of issue; nothing is kept."
        + WRITERS
    )
    def sales_draft_preview(
        self,
        info: Info,
        input: SalesDraftInput,  # noqa: A002
    ) -> SalesDraftPreview | None:
        viewer = info.context.viewer
        require_writer(viewer)
        made = draft_preview(installation=viewer.installation, form=input.form())
        return SalesDraftPreview.of(made)

    @strawberry.field(description="A form filled from an order as Saleor has it now." + WRITERS)
    def sales_draft_of_order(self, info: Info, order_id: strawberry.ID) -> SalesDraftForm | None:
        viewer = info.context.viewer
        require_writer(viewer)
        form = draft_of_order(installation=viewer.installation, order_id=order_id)
        return SalesDraftForm.of(form)
