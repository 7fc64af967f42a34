"""The states of a document and of its payment."""

from enum import StrEnum


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
