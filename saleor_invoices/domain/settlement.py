"""What of a document is settled: at its issue, and afterwards by its ledger.

See ``docs/algorithms/ledger.md``. All amounts are in the document's currency and not below zero.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from saleor_invoices.domain.document import Document, Prepayment
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.money import ZERO, unit
from saleor_invoices.domain.states import PaymentStatus


def prepaid(document: Document, *, amount: Decimal, label: str, kind: str = "payment") -> Document:
    """The draft with a part of it settled when it is issued (BT-113), so that less is due (BT-115).

    At most what is payable counts; nothing changes where that is nothing. ``label`` says how it was
    paid, ``kind`` is that of ``Prepayment``. Raises ``InvalidInput`` PREPAID_INVALID for an amount
    below zero or finer than the currency, ``Conflict`` ALREADY_ISSUED for a document with a number.
    """
    if document.number or document.issue_date:
        raise Conflict("The document was already issued.", code="ALREADY_ISSUED")
    if not amount.is_finite() or amount < 0 or amount % unit(document.currency):
        raise InvalidInput(
            f"{amount} {document.currency} can't be a prepaid amount.",
            code="PREPAID_INVALID",
            params={"field": "amount", "amount": str(amount), "currency": document.currency},
        )
    totals = document.totals
    part = min(amount, totals.payable)
    if part <= 0:
        return document
    return replace(
        document,
        prepayments=(*document.prepayments, Prepayment(amount=part, label=label, kind=kind)),
        totals=replace(totals, prepaid=totals.prepaid + part, payable=totals.payable - part),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An issued document's ledger, summed. Every amount is positive."""

    collectable: Decimal  # what had to come in money: gross + rounding - gift cards
    charged: Decimal = ZERO  # what came, recorded by hand included, before anything went back
    refunded: Decimal = ZERO
    disputed: Decimal = ZERO  # what the buyer's bank took back
    credited: Decimal = ZERO  # of credit notes
    cancelled: bool = False  # its order was cancelled

    @property
    def held(self) -> Decimal:
        """What the shop has now; below zero when more went back than came."""
        return self.charged - self.refunded - self.disputed

    @property
    def claim(self) -> Decimal:
        """What the document is still good for after its credit notes."""
        return max(self.collectable - self.credited, ZERO)


def balance(standing: Standing) -> Decimal:
    """What the buyer still owes, never below zero.

    A refund alone does not open the debt again, since what was refunded had been paid. One that a
    credit note stands for is no such payment: both sides fall. A chargeback does open it.
    """
    settled = standing.charged - standing.disputed - min(standing.refunded, standing.credited)
    return max(standing.collectable - standing.credited - settled, ZERO)


def status(standing: Standing) -> PaymentStatus:
    """The payment's status.

    A cancelled order that was paid for keeps the status of its money; a document that was credited
    in full and never paid is cancelled as well.
    """
    credited_in_full = standing.credited > 0 and standing.claim == 0
    untouched = standing.charged <= standing.disputed and standing.refunded <= 0
    if untouched and (standing.cancelled or credited_in_full):
        return PaymentStatus.CANCELLED
    if standing.held > standing.claim:
        return PaymentStatus.OVERPAID
    if standing.disputed > 0 and balance(standing) > 0:
        return PaymentStatus.UNPAID if standing.held <= 0 else PaymentStatus.PARTIALLY_PAID
    if standing.refunded > 0 and standing.held < standing.collectable:
        return PaymentStatus.REFUNDED if standing.held <= 0 else PaymentStatus.PARTIALLY_REFUNDED
    if balance(standing) == 0:
        return PaymentStatus.PAID
    return PaymentStatus.UNPAID if standing.held <= 0 else PaymentStatus.PARTIALLY_PAID
