"""Verbs that the law asks for: having a VAT id checked, and erasing."""

import uuid

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_uuid
from saleor_invoices.api.peers import Peers
from saleor_invoices.api.types.documents import SalesDocument, document_node
from saleor_invoices.api.types.law import SalesDocumentErasure, SalesVatCheck
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.models import SalesDocument as Row
from saleor_invoices.invoices.selectors.documents import documents_visible
from saleor_invoices.invoices.selectors.viewers import Viewer, require_staff, require_writer
from saleor_invoices.invoices.services.document_erase import document_erase
from saleor_invoices.invoices.services.vat_check import vat_check_request


@strawberry.type(description="What came of asking for a check of a VAT id.")
class VatCheckRequest:
    check: SalesVatCheck | None = strawberry.field(
        description="A valid answer of the last 24 hours; null while VIES is being asked."
    )
    document: SalesDocument


@strawberry.type(description="What came of erasing.")
class DocumentErase:
    erasure: SalesDocumentErasure
    document: SalesDocument


@strawberry.type
class LawMutations:
    @strawberry.mutation(
        description="Have VIES asked, in the background, about the VAT id of a document's buyer. "
        "For staff, and keys with `documents:read` and `documents:write`."
    )
    def vat_check_request(self, info: Info, id: strawberry.ID) -> VatCheckRequest | None:  # noqa: A002
        viewer = info.context.viewer
        actor = require_writer(viewer)
        row = _visible(viewer, local_uuid(id, "SalesInvoice", "CreditNote"))
        check = vat_check_request(document=row, actor=actor)
        return VatCheckRequest(
            check=SalesVatCheck.of(check) if check else None, document=_node(row, viewer)
        )

    @strawberry.mutation(
        description="Erase the content of a document for good, once the law no longer wants it "
        "kept (error `RETENTION_RUNS` before). Number, dates and amounts stay. Asked again, it "
        "answers the same. For staff only."
    )
    def document_erase(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        reason: str,
    ) -> DocumentErase | None:
        viewer = require_staff(info.context.viewer)
        row = _visible(viewer, local_uuid(id, "SalesInvoice", "CreditNote"))
        erasure = document_erase(document=row, reason=reason, actor=f"staff:{viewer.user_id}")
        return DocumentErase(
            erasure=SalesDocumentErasure.of(erasure),
            document=_node(_visible(viewer, row.pk), viewer),
        )


def _visible(viewer: Viewer, pk: uuid.UUID) -> Row:
    row = documents_visible(viewer=viewer).filter(pk=pk).first()
    if row is None:
        raise NotFound("There is no such document.")
    return row


def _node(row: Row, viewer: Viewer) -> SalesDocument:
    return document_node(row, Peers([row], viewer))
