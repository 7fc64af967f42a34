"""The domain's closed lists as enums of the schema, with names that no other subgraph has.

Types take them from here: an enum that strawberry meets unregistered gets its bare class name.
"""

from typing import TypeAlias

import strawberry

from saleor_invoices.domain.codes import DocumentKind, SupplyDateKind, VatCategory
from saleor_invoices.domain.states import DocumentState, PaymentStatus
from saleor_invoices.invoices.models import Publication, SalesDocument
from saleor_invoices.invoices.selectors.documents import DocumentSort

__all__ = [
    "DocumentKind",
    "DocumentSort",
    "DocumentState",
    "PaymentStatus",
    "PublicationState",
    "Source",
    "SupplyDateKind",
    "VatCategory",
]

PublicationState: TypeAlias = Publication.State
Source: TypeAlias = SalesDocument.Source

for _enum, _name in {
    DocumentKind: "SalesDocumentKind",
    DocumentSort: "SalesDocumentSortField",
    DocumentState: "SalesDocumentState",
    PaymentStatus: "SalesDocumentPaymentStatus",
    PublicationState: "SalesDocumentPublicationState",
    Source: "SalesDocumentSource",
    SupplyDateKind: "SalesDocumentSupplyDateKind",
    VatCategory: "SalesDocumentVatCategory",
}.items():
    strawberry.enum(_enum, name=_name)
