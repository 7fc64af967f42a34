"""Which code a document is paid with: the EPC code, the Swiss QR-bill, or none."""

from dataclasses import dataclass

import segno

from saleor_invoices.documents.epc import epc_code
from saleor_invoices.documents.swiss import SwissBill, bill_code, swiss_bill
from saleor_invoices.documents.view.payment import asks_for_money
from saleor_invoices.domain.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentCode:
    """The code's image, and the bill where it is a Swiss one; both ``None`` without a code."""

    image: segno.QRCode | None = None
    bill: SwissBill | None = None

    @property
    def is_epc(self) -> bool:
        """Whether the code stands beside the accounts, and not on a payment part of its own."""
        return self.image is not None and self.bill is None


def payment_code(document: Document) -> PaymentCode:
    """The code to print.

    None where nothing is asked for (paid, a credit note) or ``Presentation.payment_code`` is
    "none". An account in Switzerland gets a QR-bill; EPC codes are for euro to any other IBAN.
    """
    if document.presentation.payment_code == "none" or not asks_for_money(document):
        return PaymentCode()
    if bill := swiss_bill(document):
        return PaymentCode(image=bill_code(bill), bill=bill)
    return PaymentCode(image=epc_code(document))
