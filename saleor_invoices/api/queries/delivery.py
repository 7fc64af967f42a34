"""Reading what a mail would say."""

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_uuid
from saleor_invoices.api.types.delivery import SalesMailPreview, SalesMailTextInput
from saleor_invoices.api.types.enums import DocumentKind
from saleor_invoices.delivery.services.mail_preview import Sample, mail_preview, sample_preview
from saleor_invoices.delivery.words import Occasion
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.selectors.documents import documents_visible
from saleor_invoices.invoices.selectors.viewers import require_settings_reader, require_writer


@strawberry.type
class DeliveryQueries:
    @strawberry.field(
        description="The mail with a document as it would be written now; nothing is sent. For "
        "staff, and keys with `documents:read` and `documents:write`."
    )
    def invoice_send_preview(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        message: str = "",
        occasion: Occasion = Occasion.DOCUMENT,
        texts: SalesMailTextInput | None = None,
    ) -> SalesMailPreview | None:
        viewer = info.context.viewer
        require_writer(viewer)
        pk = local_uuid(id, "SalesInvoice", "CreditNote")
        row = documents_visible(viewer=viewer).filter(pk=pk).first()
        if row is None:
            raise NotFound("There is no such document.")
        preview = mail_preview(
            document=row,
            occasion=occasion,
            message=message,
            texts=texts.texts() if texts else None,
        )
        return SalesMailPreview.of(preview)

    @strawberry.field(
        description="A mail with made-up values, to edit texts by. For staff with MANAGE_APPS, "
        "MANAGE_SETTINGS or MANAGE_ORDERS, and keys with `settings:read`."
    )
    def mail_text_preview(  # noqa: PLR0917 fields get their arguments by name
        self,
        info: Info,
        channel: str = "",
        kind: DocumentKind = DocumentKind.INVOICE,
        occasion: Occasion = Occasion.DOCUMENT,
        language: str = "",
        texts: SalesMailTextInput | None = None,
    ) -> SalesMailPreview | None:
        sample = Sample(
            installation=require_settings_reader(info.context.viewer),
            channel=channel,
            kind=kind,
            occasion=occasion,
            language=language,
            texts=texts.texts() if texts else None,
        )
        return SalesMailPreview.of(sample_preview(sample=sample))
