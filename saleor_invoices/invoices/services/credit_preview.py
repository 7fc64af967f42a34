"""What a credit note would be, while a person still chooses."""

from dataclasses import dataclass
from decimal import Decimal

from saleor_invoices.domain.credit import CreditRequest, remaining
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.findings import Finding
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.credit_issue import (
    Credit,
    credit_draft,
    credit_drafts_of,
    credit_notes_of,
    creditable_check,
)
from saleor_invoices.invoices.services.document_issue import decoded


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditPreview:
    """The credit note as it would be issued now; ``left`` can be credited after it, with VAT."""

    document: Document
    findings: tuple[Finding, ...]
    left: Decimal

    @property
    def can_be_issued(self) -> bool:
        """Whether nothing blocks."""
        return not any(finding.is_blocking for finding in self.findings)


def credit_preview(
    *, invoice: SalesDocument, request: CreditRequest, is_draft: bool = False
) -> CreditPreview:
    """The credit note that ``request`` would make, by the very rules; nothing is kept.

    A draft is offered only what other drafts leave. Raises what making it raises.
    """
    creditable_check(invoice)
    earlier = credit_notes_of(invoice)
    if is_draft:
        earlier += credit_drafts_of(invoice)
    found = credit_draft(
        invoice=invoice, credit=Credit(cause="preview", request=request), earlier=earlier
    )
    after = remaining(decoded(invoice), [*earlier, found.document])
    return CreditPreview(document=found.document, findings=found.findings, left=after.gross)
