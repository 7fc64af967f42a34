"""The states of a document and of its payment."""

from decimal import Decimal
from enum import StrEnum

from saleor_invoices.domain.money import ZERO


class DocumentState(StrEnum):
    """A draft may change and has no number; an issued document never changes."""

    DRAFT = "draft"
    ISSUED = "issued"


class MovementKind(StrEnum):
    """What a row of the ledger is."""

    CHARGE = "charge"
    REFUND = "refund"
    CHARGEBACK = "chargeback"  # the buyer's bank took the money back
    MANUAL = "manual"  # recorded by a person: a transfer, cash
    CREDIT = "credit"  # a credit note applied to the invoice it corrects


class PaymentStatus(StrEnum):
    """What became of the amount due (BT-115)."""

    UNPAID = "unpaid"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    OVERPAID = "overpaid"
    REFUNDED = "refunded"
    PARTIALLY_REFUNDED = "partially_refunded"
    CANCELLED = "cancelled"


def payment_status(
    *, payable: Decimal, charged: Decimal, refunded: Decimal = ZERO, cancelled: bool = False
) -> PaymentStatus:
    """The payment's status.

    ``payable`` is the document's BT-115; ``charged`` is what the shop holds now, as Saleor's
    ``totalCharged``, from which refunds are already taken off; ``refunded`` is what was given
    back. A cancelled order that was paid for keeps the status of its money.
    """
    if cancelled and charged <= 0 and refunded <= 0:
        return PaymentStatus.CANCELLED
    if refunded > 0 and charged < payable:
        return PaymentStatus.REFUNDED if charged <= 0 else PaymentStatus.PARTIALLY_REFUNDED
    if charged > max(payable, ZERO):
        return PaymentStatus.OVERPAID
    if charged == payable or payable <= 0:
        return PaymentStatus.PAID
    return PaymentStatus.UNPAID if charged <= 0 else PaymentStatus.PARTIALLY_PAID


def amount_due(*, payable: Decimal, charged: Decimal, refunded: Decimal = ZERO) -> Decimal:
    """What the buyer still owes, never below zero.

    What was refunded had been paid: giving money back does not open the debt again.
    """
    return max(payable - charged - refunded, ZERO)
