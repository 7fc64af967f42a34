"""Looking before issuing: everything noticed about an order or a draft, with where to mend it."""

from dataclasses import dataclass, replace

from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.findings import Finding, blocking
from saleor_invoices.domain.order import Order
from saleor_invoices.invoices.models import OrderRecord, SalesDocument
from saleor_invoices.invoices.services.document_complete import einvoice_findings
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.invoices.services.order_issue import Issue, order_document, order_draft
from saleor_invoices.invoices.services.order_pending import order_read
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.profile import ChannelProfile
from saleor_invoices.stores.selectors import channel_profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What an order would become, and what is to be said about it; nothing was written.

    ``document`` is None where it can't even be drafted; ``existing`` is the order's invoice.
    """

    findings: tuple[Finding, ...]
    document: Document | None = None
    existing: SalesDocument | None = None

    @property
    def can_be_issued(self) -> bool:
        """Whether nothing blocks."""
        return not any(finding.is_blocking for finding in self.findings)


def invoice_check(*, installation: Installation, order_id: str) -> Check:
    """Check an order as Saleor has it now. Raises what reading it raises."""
    order = order_read(installation=installation, order_id=order_id).order
    profile = channel_profile(installation=installation, channel=order.channel)
    return order_check(installation=installation, order=order, profile=profile)


def order_check(*, installation: Installation, order: Order, profile: ChannelProfile) -> Check:
    """Check an order in hand."""
    record = OrderRecord.objects.filter(installation=installation, order_id=order.id).first()
    existing = order_document(record) if record else None
    record = record or OrderRecord(installation=installation, order_id=order.id)
    record.installation = installation
    work = Issue(record=record, order=order, profile=profile)
    try:
        draft = order_draft(work=work)
    except AppError as error:
        return Check(findings=(_from_error(error),), existing=existing)
    found = draft.findings
    if not any(finding.is_blocking for finding in found):
        found += einvoice_findings(draft.document)
    return Check(findings=_once(found), document=draft.document, existing=existing)


def draft_check(*, draft: SalesDocument) -> Check:
    """Check a draft that is kept."""
    document = decoded(draft)
    return Check(findings=_once(einvoice_findings(document)), document=document)


def _from_error(error: AppError) -> Finding:
    remedy = str(error.params.get("remedy", ""))
    found = blocking(error.code, error.message, remedy=remedy)
    params = {name: str(value) for name, value in error.params.items() if name != "remedy"}
    return replace(found, params=params)


def _once(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple({(one.code, one.message): one for one in found}.values())
