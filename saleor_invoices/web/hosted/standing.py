"""How a document stands, in the one word that people look for first."""

from enum import StrEnum

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.states import PaymentStatus
from saleor_invoices.invoices.models import PaymentState, SalesDocument
from saleor_invoices.invoices.selectors.documents import documents_overdue
from saleor_invoices.web.hosted.words import Words


class Standing(StrEnum):
    """The values name fields of ``Words``, and classes of the style sheet."""

    OPEN = "open"
    PARTLY_PAID = "partly_paid"
    OVERDUE = "overdue"
    PAID = "paid"
    CREDITED = "credited"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"

    @property
    def is_owed(self) -> bool:
        """Whether something is still to be paid."""
        return self in (Standing.OPEN, Standing.PARTLY_PAID, Standing.OVERDUE)

    def said(self, words: Words) -> str:
        """In the language of the page."""
        return str(getattr(words, self.value))


def standing_of(document: SalesDocument) -> Standing | None:
    """Of an invoice; None for what nobody owes, such as a credit note."""
    state = PaymentState.objects.filter(document=document).first()
    if state is None or document.kind != DocumentKind.INVOICE:
        return None
    if state.status == PaymentStatus.CANCELLED:
        return Standing.CREDITED if state.credited_minor else Standing.CANCELLED
    return _owed(document, state) if state.balance_minor > 0 else _settled(state)


def _owed(document: SalesDocument, state: PaymentState) -> Standing:
    if documents_overdue(installation=document.installation, ids=[document.pk]):
        return Standing.OVERDUE
    partly = state.status == PaymentStatus.PARTIALLY_PAID
    return Standing.PARTLY_PAID if partly else Standing.OPEN


def _settled(state: PaymentState) -> Standing:
    if state.status in (PaymentStatus.REFUNDED, PaymentStatus.PARTIALLY_REFUNDED):
        return Standing.REFUNDED
    # What a credit note took back without money was never paid.
    credited = state.credited_minor > 0 and state.paid_minor <= 0
    return Standing.CREDITED if credited else Standing.PAID
