"""What the law asks for beside the documents: answers of VIES, and erasures."""

import datetime as dt

import strawberry

from saleor_invoices.api.ids import global_id
from saleor_invoices.api.types.enums import VatAnswer
from saleor_invoices.invoices.models import Erasure, VatCheck


@strawberry.type(description="What VIES said about a buyer's VAT id, kept as proof.")
class SalesVatCheck:
    id: strawberry.ID
    vat_id: str
    requester_vat_id: str = strawberry.field(description="Who asked; empty: nobody in particular.")
    answer: VatAnswer
    name: str = strawberry.field(description="As the register has it; empty where it tells none.")
    address: str
    consultation_number: str = strawberry.field(description="VIES' own number of the answer.")
    detail: str = strawberry.field(description="VIES' code, where it could not answer.")
    checked_at: dt.datetime

    @classmethod
    def of(cls, row: VatCheck) -> "SalesVatCheck":
        """What the API shows of a row."""
        return cls(
            id=strawberry.ID(global_id("SalesVatCheck", row.pk)),
            vat_id=row.vat_id,
            requester_vat_id=row.requester_vat_id,
            answer=VatAnswer(row.answer),
            name=row.name,
            address=row.address,
            consultation_number=row.consultation_number,
            detail=row.detail,
            checked_at=row.checked_at,
        )


@strawberry.type(description="The lawful erasure of a document's content.")
class SalesDocumentErasure:
    reason: str
    retained_until: dt.date = strawberry.field(
        description="The last day on which the document had to be kept."
    )
    erased_by: str
    erased_at: dt.datetime

    @classmethod
    def of(cls, row: Erasure) -> "SalesDocumentErasure":
        """What the API shows of a row."""
        return cls(
            reason=row.reason,
            retained_until=row.retained_until,
            erased_by=row.erased_by,
            erased_at=row.erased_at,
        )
