"""Starting, stopping and resuming imports of files; mappings that a store keeps."""

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_int
from saleor_invoices.api.texts import checked_key
from saleor_invoices.api.types.import_inputs import SalesImportOptionsInput
from saleor_invoices.api.types.imports import ImportPolicy, SalesImportJob, SalesImportMapping
from saleor_invoices.imports.models import ImportJob
from saleor_invoices.imports.selectors.jobs import (
    import_job_visible,
    import_mapping_visible,
    import_upload_visible,
)
from saleor_invoices.imports.services.job_start import (
    ImportWish,
    import_resume,
    import_start,
    import_stop,
)
from saleor_invoices.imports.services.mapping import mapping_delete, mapping_save
from saleor_invoices.imports.services.seller import import_seller
from saleor_invoices.imports.services.upload import upload_id
from saleor_invoices.invoices.selectors.viewers import Viewer, require_importer


@strawberry.input(description="Which file to import, and how.")
class SalesImportInput:
    upload_id: strawberry.ID = strawberry.field(description="Of the answer to the upload.")
    idempotency_key: str
    source_system: str = strawberry.field(
        description="Where the documents come from, in small letters: with its own id this makes "
        "a document known."
    )
    legal_entity: str = strawberry.field(
        default="", description="Key of the seller; empty: the store's only one."
    )
    policy: ImportPolicy = strawberry.field(
        default=ImportPolicy.REFUSE,
        description="What becomes of documents that were brought before and say something else.",
    )
    dry_run: bool = strawberry.field(
        default=False, description="Check everything and keep nothing."
    )
    publish: bool = strawberry.field(
        default=True, description="Put documents on their orders in Saleor once linked."
    )
    options: SalesImportOptionsInput | None = None

    def wish(self, viewer: Viewer) -> ImportWish:
        """Checked. Raises ``InvalidInput``, ``NotFound``."""
        upload = import_upload_visible(viewer=viewer, upload_id=upload_id(self.upload_id))
        return ImportWish(
            upload=upload,
            legal_entity=import_seller(viewer.installation, self.legal_entity),
            source_system=self.source_system,
            policy=self.policy,
            dry_run=self.dry_run,
            publish=self.publish,
            options=(self.options or SalesImportOptionsInput()).options(),
        )


@strawberry.type(description="An import.")
class SalesImportResult:
    job: SalesImportJob


@strawberry.type(description="The mapping as it is kept.")
class SalesImportMappingResult:
    mapping: SalesImportMapping


@strawberry.type(description="A mapping is gone.")
class SalesImportMappingDelete:
    deleted: bool


@strawberry.type
class ImportMutations:
    @strawberry.mutation(
        description="Import a file that was uploaded to `/imports/`, in the background. The same "
        "`idempotencyKey` again returns the first import. For staff, and keys with `imports:write`."
    )
    def sales_import_start(self, info: Info, input: SalesImportInput) -> SalesImportResult | None:  # noqa: A002
        viewer = info.context.viewer
        actor = require_importer(viewer)
        key = checked_key(input.idempotency_key)
        job = import_start(
            installation=viewer.installation, wish=input.wish(viewer), key=key, actor=actor
        )
        return SalesImportResult(job=SalesImportJob.of(job))

    @strawberry.mutation(
        description="Stop an import; what was kept stays, and it can go on. For staff, and keys "
        "with `imports:write`."
    )
    def sales_import_stop(self, info: Info, id: strawberry.ID) -> SalesImportResult | None:  # noqa: A002
        return SalesImportResult(job=SalesImportJob.of(import_stop(job=_job(info, id))))

    @strawberry.mutation(
        description="Go on with an import that was stopped or failed, where it was. For staff, "
        "and keys with `imports:write`."
    )
    def sales_import_resume(self, info: Info, id: strawberry.ID) -> SalesImportResult | None:  # noqa: A002
        return SalesImportResult(job=SalesImportJob.of(import_resume(job=_job(info, id))))

    @strawberry.mutation(
        description="Keep a mapping of columns, in place of one of the same name. For staff, and "
        "keys with `imports:write`."
    )
    def sales_import_mapping_save(
        self, info: Info, name: str, options: SalesImportOptionsInput
    ) -> SalesImportMappingResult | None:
        viewer = info.context.viewer
        row = mapping_save(
            actor=require_importer(viewer),
            installation=viewer.installation,
            name=name,
            options=options.options(),
        )
        return SalesImportMappingResult(mapping=SalesImportMapping.of(row))

    @strawberry.mutation(description="Forget a mapping. For staff, and keys with `imports:write`.")
    def sales_import_mapping_delete(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
    ) -> SalesImportMappingDelete | None:
        require_importer(info.context.viewer)
        pk = local_int(id, "SalesImportMapping")
        found = import_mapping_visible(viewer=info.context.viewer, mapping_id=pk)
        mapping_delete(mapping=found)
        return SalesImportMappingDelete(deleted=True)


def _job(info: Info, identity: str) -> ImportJob:
    require_importer(info.context.viewer)
    return import_job_visible(
        viewer=info.context.viewer, job_id=local_int(identity, "SalesImportJob")
    )
