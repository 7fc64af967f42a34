"""The EPC QR code ("GiroCode") that fills in a bank transfer.

European Payments Council, EPC069-12, version 002: euro only, an IBAN, 0.01 to 999 999 999.99,
at most 70 characters of name and 140 of remittance text, error correction M, QR version 13.
"""

import io
from decimal import Decimal

import segno
from segno import helpers
from stdnum import bic as bic_numbers
from stdnum import iban as iban_numbers

from saleor_invoices.documents.text import single_line
from saleor_invoices.domain.document import CreditTransfer, Document

_LEAST = Decimal("0.01")
_MOST = Decimal("999999999.99")
_NAME_LENGTH = 70
_TEXT_LENGTH = 140


def epc_code(document: Document) -> segno.QRCode | None:
    """The code to pay the document with; ``None`` where a transfer by EPC is not possible."""
    account = _account(document)
    if document.currency != "EUR" or not _LEAST <= document.totals.payable <= _MOST:
        return None
    if account is None or not (text := _remittance(document)):
        return None
    name = single_line(account.account_name or document.seller.name)[:_NAME_LENGTH]
    try:
        return helpers.make_epc_qr(
            name=name,
            iban=iban_numbers.compact(account.account),
            amount=document.totals.payable,
            text=text,
            bic=_bic(account.bic),
            encoding="utf-8",
        )
    except ValueError:  # 331 bytes are the limit, and letters beyond ASCII take more than one
        return None


def svg(code: segno.QRCode) -> bytes:
    """The code as SVG of black paths without a border; the template leaves the quiet zone."""
    output = io.BytesIO()
    code.save(output, kind="svg", border=0, xmldecl=False, svgns=True, nl=False)
    return output.getvalue()


def _account(document: Document) -> CreditTransfer | None:
    transfers = document.payment.credit_transfers if document.payment else ()
    return next((one for one in transfers if iban_numbers.is_valid(one.account)), None)


def _remittance(document: Document) -> str:
    reference = document.payment.remittance if document.payment else ""
    return single_line(reference or document.number)[:_TEXT_LENGTH]


def _bic(value: str) -> str | None:
    # Optional since version 002; a wrong one would make the bank's app refuse the whole code.
    return bic_numbers.compact(value) if bic_numbers.is_valid(value) else None
