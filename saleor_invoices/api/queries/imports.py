"""Looking at imports, and at imported documents without an order."""

import strawberry

from saleor_invoices.api.connections import page_size
from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import global_id, local_int
from saleor_invoices.api.peers import Peers
from saleor_invoices.api.types.documents import SalesDocument, document_node
from saleor_invoices.api.types.external import SalesLinkProposal
from saleor_invoices.api.types.import_inputs import SalesImportOptionsInput
from saleor_invoices.api.types.imports import (
    SalesImportJob,
    SalesImportMapping,
    SalesImportPreview,
)
from saleor_invoices.imports.selectors.jobs import (
    import_job_visible,
    import_jobs_visible,
    import_mappings_visible,
    import_upload_visible,
)
from saleor_invoices.imports.services.preview import import_preview
from saleor_invoices.imports.services.upload import upload_id as checked_upload
from saleor_invoices.invoices.models import ExternalReference
from saleor_invoices.invoices.selectors.documents import documents_visible
from saleor_invoices.invoices.selectors.external import (
    externals_unlinked,
    order_proposals,
    source_systems,
)
from saleor_invoices.invoices.selectors.viewers import Viewer


@strawberry.type(description="An imported document that is linked to no order.")
class SalesUnlinkedImport:
    id: strawberry.ID = strawberry.field(description="To go on from, by `after`.")
    row: strawberry.Private[ExternalReference]
    document: SalesDocument

    @strawberry.field(description="Known orders that it may be of, the best first.")
    def proposals(self) -> list[SalesLinkProposal]:
        return [SalesLinkProposal.of(found) for found in order_proposals(self.row)]


@strawberry.type
class ImportQueries:
    @strawberry.field(
        description="One import of the store. For staff, and keys with `imports:write`."
    )
    def sales_import_job(self, info: Info, id: strawberry.ID) -> SalesImportJob | None:  # noqa: A002
        pk = local_int(id, "SalesImportJob")
        return SalesImportJob.of(import_job_visible(viewer=info.context.viewer, job_id=pk))

    @strawberry.field(
        description="The store's imports, the latest first. For staff, and keys with "
        "`imports:write`."
    )
    def sales_import_jobs(
        self, info: Info, first: int | None = None
    ) -> list[SalesImportJob] | None:
        rows = import_jobs_visible(viewer=info.context.viewer)[: page_size(first)]
        return [SalesImportJob.of(row) for row in rows]

    @strawberry.field(
        description="The beginning of a file that was uploaded, and what its columns seem to be. "
        "For staff, and keys with `imports:write`."
    )
    def sales_import_preview(
        self,
        info: Info,
        upload_id: strawberry.ID,
        options: SalesImportOptionsInput | None = None,
    ) -> SalesImportPreview | None:
        upload = import_upload_visible(
            viewer=info.context.viewer, upload_id=checked_upload(upload_id)
        )
        chosen = (options or SalesImportOptionsInput()).options()
        return SalesImportPreview.of(*import_preview(upload=upload, options=chosen))

    @strawberry.field(
        description="The mappings of columns that the store keeps, by name. For staff, and keys "
        "with `imports:write`."
    )
    def sales_import_mappings(self, info: Info) -> list[SalesImportMapping] | None:
        rows = import_mappings_visible(viewer=info.context.viewer)
        return [SalesImportMapping.of(row) for row in rows]

    @strawberry.field(
        description="The systems that the store's documents were imported from, by alphabet. For "
        "staff, and keys with `imports:write`."
    )
    def sales_source_systems(self, info: Info) -> list[str] | None:
        return list(source_systems(viewer=info.context.viewer))

    @strawberry.field(
        description="Imported documents whose order Saleor does not know, the latest first; with "
        "`unnamed` also those that name no order. `after` is an item's id. For staff."
    )
    def sales_unlinked_imports(
        self,
        info: Info,
        first: int | None = None,
        after: strawberry.ID | None = None,
        unnamed: bool = False,
    ) -> list[SalesUnlinkedImport] | None:
        viewer = info.context.viewer
        rows = externals_unlinked(viewer=viewer, unnamed=unnamed)
        if after:
            rows = rows.filter(pk__lt=local_int(after, "SalesUnlinkedImport"))
        return _waiting(list(rows[: page_size(first)]), viewer)


def _waiting(rows: list[ExternalReference], viewer: Viewer) -> list[SalesUnlinkedImport]:
    wanted = [row.document_id for row in rows]
    documents = documents_visible(viewer=viewer).filter(pk__in=wanted)
    peers = Peers(documents, viewer)
    shown = {document.pk: document for document in peers.rows}
    return [
        SalesUnlinkedImport(
            id=strawberry.ID(global_id("SalesUnlinkedImport", row.pk)),
            row=row,
            document=document_node(shown[row.document_id], peers),
        )
        for row in rows
        if row.document_id in shown
    ]
