"""Closed code lists of the document model."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What the document is; the value is stored, ``type_code`` is BT-3 (UNTDID 1001)."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    PROFORMA = "proforma"

    @property
    def type_code(self) -> str:
        """BT-3: 380 commercial invoice, 381 credit note, 325 proforma invoice."""
        return {"invoice": "380", "credit_note": "381", "proforma": "325"}[self.value]


class VatCategory(StrEnum):
    """VAT category codes of EN 16931 (UNCL 5305 subset; BT-95, BT-102, BT-118, BT-151)."""

    STANDARD = "S"
    ZERO = "Z"
    EXEMPT = "E"
    REVERSE_CHARGE = "AE"
    INTRA_COMMUNITY = "K"
    EXPORT = "G"
    OUTSIDE_SCOPE = "O"
    CANARY_IGIC = "L"
    CEUTA_MELILLA_IPSI = "M"


class SupplyDateKind(StrEnum):
    """What the supply date means (Directive 2006/112/EC, art. 226 no. 7)."""

    DELIVERY = "delivery"  # goods were delivered, or the service was completed, on the date
    ADVANCE_PAYMENT = "advance_payment"  # paid before the supply; the date is that of the payment
    EXPECTED = "expected"  # supply follows; no date is known yet
