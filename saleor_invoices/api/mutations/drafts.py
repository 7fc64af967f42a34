"""Writing invoices by hand: drafts that are created, and saved by version."""

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.mutations.corrections import document_of, node_of
from saleor_invoices.api.texts import checked_key
from saleor_invoices.api.types.draft_inputs import SalesDraftInput
from saleor_invoices.api.types.drafts import DraftResult, SalesDraft, SalesDraftForm
from saleor_invoices.domain.draft_form import form_of
from saleor_invoices.invoices.models import DraftForm
from saleor_invoices.invoices.selectors.viewers import Viewer, require_writer
from saleor_invoices.invoices.services.draft_write import draft_create, draft_update

WRITERS = " For staff, and keys with `documents:read` and `documents:write`."


@strawberry.type
class DraftMutations:
    @strawberry.mutation(
        description="Keep an invoice by hand as a draft, finished or not. The same "
        "`idempotencyKey` again returns the first one." + WRITERS
    )
    def draft_create(
        self,
        info: Info,
        input: SalesDraftInput,  # noqa: A002
        idempotency_key: str,
    ) -> DraftResult | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        kept = draft_create(
            installation=viewer.installation,
            form=input.form(),
            key=checked_key(idempotency_key),
            actor=actor,
        )
        return DraftResult(draft=draft_node(kept.form, viewer))

    @strawberry.mutation(
        description="Save a draft anew. `version` is that of the draft that was read: the error "
        "is DRAFT_CHANGED where someone else saved meanwhile, DRAFT_ISSUED where it was issued."
        + WRITERS
    )
    def draft_update(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        version: int,
        input: SalesDraftInput,  # noqa: A002
    ) -> DraftResult | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        kept = draft_update(
            draft=document_of(viewer, id), version=version, form=input.form(), actor=actor
        )
        return DraftResult(draft=draft_node(kept.form, viewer))


def draft_node(kept: DraftForm, viewer: Viewer) -> SalesDraft:
    """A draft in the schema's words."""
    return SalesDraft(
        id=strawberry.ID(global_id("SalesInvoice", kept.pk)),
        version=kept.version,
        form=SalesDraftForm.of(form_of(kept.form)),
        document=node_of(kept.document, viewer),
        updated_at=kept.updated_at,
        updated_by=kept.updated_by,
    )
