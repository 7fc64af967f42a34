"""The domain's closed lists as enums of the schema, with names that no other subgraph has.

Types take them from here: an enum that strawberry meets unregistered gets its bare class name.
"""

from enum import Enum
from typing import TypeAlias

import strawberry

from saleor_invoices.domain.codes import DocumentKind, SupplyDateKind, VatCategory
from saleor_invoices.domain.findings import Severity as FindingSeverity
from saleor_invoices.domain.profile import IssuePolicy
from saleor_invoices.domain.states import DocumentState, MovementKind, PaymentStatus
from saleor_invoices.invoices.models import (
    EInvoiceRecord,
    IssueRun,
    IssueRunItem,
    Publication,
    SalesDocument,
    VatCheck,
)
from saleor_invoices.invoices.selectors.documents import DocumentSort
from saleor_invoices.invoices.selectors.setup import SetupState
from saleor_invoices.stores.scopes import Scope

__all__ = [
    "DocumentKind",
    "DocumentSort",
    "DocumentState",
    "EInvoiceOutcome",
    "FindingSeverity",
    "IssuePolicy",
    "MovementKind",
    "PaymentStatus",
    "PublicationState",
    "RefundState",
    "RunOutcome",
    "RunState",
    "Scope",
    "SetupState",
    "Source",
    "SupplyDateKind",
    "VatAnswer",
    "VatCategory",
]

EInvoiceOutcome: TypeAlias = EInvoiceRecord.Outcome
PublicationState: TypeAlias = Publication.State
RunOutcome: TypeAlias = IssueRunItem.Outcome
RunState: TypeAlias = IssueRun.State
Source: TypeAlias = SalesDocument.Source
VatAnswer: TypeAlias = VatCheck.Answer


class RefundState(Enum):
    """How a refund that was asked for stands."""

    REQUESTED = "requested"
    DONE = "done"
    REFUSED = "refused"


for _enum, _name in {
    DocumentKind: "SalesDocumentKind",
    DocumentSort: "SalesDocumentSortField",
    DocumentState: "SalesDocumentState",
    EInvoiceOutcome: "SalesEInvoiceOutcome",
    FindingSeverity: "SalesFindingSeverity",
    IssuePolicy: "SalesIssuePolicy",
    MovementKind: "SalesPaymentKind",
    PaymentStatus: "SalesDocumentPaymentStatus",
    RefundState: "SalesRefundState",
    PublicationState: "SalesDocumentPublicationState",
    RunOutcome: "SalesRunOutcome",
    RunState: "SalesRunState",
    Scope: "SalesApiKeyScope",
    SetupState: "SalesSetupState",
    Source: "SalesDocumentSource",
    SupplyDateKind: "SalesDocumentSupplyDateKind",
    VatAnswer: "SalesVatCheckAnswer",
    VatCategory: "SalesDocumentVatCategory",
}.items():
    strawberry.enum(_enum, name=_name)
