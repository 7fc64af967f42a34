"""The aggregate: documents that are frozen once issued, and what goes on living beside them.

``SalesDocument`` rows are protected by triggers after issue (``invoices.triggers``); payment,
publishing, files, links and problems therefore live in tables of their own. Amounts are integers
in the currency's smallest unit: exact, sortable and summable on both databases.
"""

from saleor_invoices.invoices.models.documents import (
    DocumentFile,
    DownloadLink,
    HistoryEntry,
    LinkCode,
    NumberSeries,
    OrderCoverage,
    OrderRecord,
    SalesDocument,
)
from saleor_invoices.invoices.models.drafts import DraftForm
from saleor_invoices.invoices.models.external import (
    DeletedExternal,
    ExternalReference,
    ExternalSource,
    ExternalVersion,
)
from saleor_invoices.invoices.models.ledger import (
    Allocation,
    CreditDecision,
    Movement,
    OrderMoney,
    PaymentState,
)
from saleor_invoices.invoices.models.pages import FilePages
from saleor_invoices.invoices.models.proofs import EInvoiceRecord, Erasure, VatCheck
from saleor_invoices.invoices.models.refunds import RefundRequest
from saleor_invoices.invoices.models.reporting import MovementReport, OrderTransaction
from saleor_invoices.invoices.models.runs import IssueRun, IssueRunItem
from saleor_invoices.invoices.models.shares import VatShare
from saleor_invoices.invoices.models.work import Attempted, Leased, Problem, Publication, RenderJob

__all__ = [
    "Allocation",
    "Attempted",
    "CreditDecision",
    "DeletedExternal",
    "DocumentFile",
    "DownloadLink",
    "DraftForm",
    "EInvoiceRecord",
    "Erasure",
    "ExternalReference",
    "ExternalSource",
    "ExternalVersion",
    "FilePages",
    "HistoryEntry",
    "IssueRun",
    "IssueRunItem",
    "Leased",
    "LinkCode",
    "Movement",
    "MovementReport",
    "NumberSeries",
    "OrderCoverage",
    "OrderMoney",
    "OrderRecord",
    "OrderTransaction",
    "PaymentState",
    "Problem",
    "Publication",
    "RefundRequest",
    "RenderJob",
    "SalesDocument",
    "VatCheck",
    "VatShare",
]
