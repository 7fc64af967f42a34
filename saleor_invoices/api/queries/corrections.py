"""Looking before a document is taken back: what would come of it, and what is allowed at all."""

import datetime as dt

import strawberry

from saleor_invoices.api.content import Content
from saleor_invoices.api.context import Info
from saleor_invoices.api.mutations.corrections import WRITERS, CreditNoteInput, document_of
from saleor_invoices.api.types.content import InvoiceMoney, InvoiceVatSubtotal
from saleor_invoices.api.types.money import SalesFinding
from saleor_invoices.delivery.services.transmission_request import is_transmissible
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.selectors.viewers import require_writer
from saleor_invoices.invoices.services.credit_preview import CreditPreview, credit_preview
from saleor_invoices.invoices.services.document_verbs import document_verbs


@strawberry.type(description="What a credit note would be; nothing was issued.")
class SalesCreditPreview:
    net: InvoiceMoney
    tax: InvoiceMoney
    total: InvoiceMoney
    payable: InvoiceMoney
    vat_breakdown: list[InvoiceVatSubtotal]
    left: InvoiceMoney = strawberry.field(description="What can be credited after it, with VAT.")
    findings: list[SalesFinding]
    can_be_issued: bool

    @classmethod
    def of(cls, preview: CreditPreview) -> "SalesCreditPreview":
        """In the schema's words."""
        content = Content(preview.document)
        totals = preview.document.totals
        return cls(
            net=content.money(totals.net),
            tax=content.money(totals.tax),
            total=content.money(totals.gross),
            payable=content.money(totals.payable),
            vat_breakdown=content.vat_breakdown(),
            left=content.money(preview.left),
            findings=[SalesFinding.of(found) for found in preview.findings],
            can_be_issued=preview.can_be_issued,
        )


@strawberry.type(
    description="What a document's state and the law allow; each verb decides again when asked."
)
class SalesDocumentVerbs:
    send: bool
    credit: bool
    correct: bool
    void: bool
    transmit: bool
    erase: bool
    link: bool = strawberry.field(
        description="A document of another system to an order, or to another one."
    )
    unlink: bool
    delete: bool = strawberry.field(description="`invoiceImportDelete`.")
    delete_refused: str = strawberry.field(
        description="Why a document of another system has to stay, for programs: DOCUMENT_PAID, "
        "DOCUMENT_CORRECTED; else empty."
    )
    retained_until: dt.date | None = strawberry.field(
        description="The last day on which the law wants it kept; null for a draft."
    )


@strawberry.type
class CorrectionQueries:
    @strawberry.field(
        description="What a credit note would come to, exactly; nothing is kept. With `draft`, "
        "what other drafts leave." + WRITERS
    )
    def credit_note_preview(
        self,
        info: Info,
        invoice_id: strawberry.ID,
        input: CreditNoteInput,  # noqa: A002
        draft: bool = False,
    ) -> SalesCreditPreview | None:
        viewer = info.context.viewer
        require_writer(viewer)
        invoice = document_of(viewer, invoice_id)
        return SalesCreditPreview.of(
            credit_preview(invoice=invoice, request=input.request(), is_draft=draft)
        )

    @strawberry.field(description="What can be done with a document as it stands." + WRITERS)
    def sales_document_verbs(self, info: Info, id: strawberry.ID) -> SalesDocumentVerbs | None:  # noqa: A002
        viewer = info.context.viewer
        require_writer(viewer)
        row = document_of(viewer, id)
        verbs = document_verbs(document=row)
        return SalesDocumentVerbs(
            send=row.state == DocumentState.ISSUED and row.erased_at is None,
            credit=verbs.credit,
            correct=verbs.correct,
            void=verbs.void,
            transmit=is_transmissible(row),
            erase=verbs.erase,
            link=verbs.link,
            unlink=verbs.unlink,
            delete=verbs.delete,
            delete_refused=verbs.delete_refused,
            retained_until=verbs.retained_until,
        )
