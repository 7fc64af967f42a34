"""The Swiss QR-bill: what its code says, by the Swiss Implementation Guidelines QR-bill 2.3 (SIX).

Franc or euro, an account in Switzerland or Liechtenstein, addresses in structured form (the only
one since November 2025), error correction M, QR version 25 at most. The payment part itself is
drawn by the template.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

import segno
from stdnum import iban as iban_numbers
from stdnum.ch import esr
from stdnum.iso7064 import mod_97_10

from saleor_invoices.documents.text import single_line
from saleor_invoices.domain.document import Address, CreditTransfer, Document

CURRENCIES = ("CHF", "EUR")
_COUNTRIES = ("CH", "LI")
_LEAST, _MOST = Decimal("0.01"), Decimal("999999999.99")
_QR_IID = range(30_000, 32_000)  # institution ids of QR-IBANs
_NAME, _STREET, _POSTAL_CODE, _TOWN = 70, 70, 16, 35  # longest, in characters
_MESSAGE = 140  # together with the billing information, which we do not use
_CREDITOR_REFERENCE = 21  # ISO 11649, without "RF" and check digits
_QR_REFERENCE = 26  # without the check digit
# Latin-1, Latin Extended-A, and what is named one by one (SIG 2.3, 4.1.1).
_PERMITTED = re.compile("[\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u20ac]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class BillParty:
    """A creditor or debtor: name and structured address, cut to the standard's lengths."""

    name: str
    street: str
    postal_code: str
    town: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SwissBill:
    """All that the payment part tells. ``reference`` is empty for the type ``NON``."""

    iban: str  # without spaces
    creditor: BillParty
    amount: Decimal
    currency: str
    debtor: BillParty | None  # None: the payer fills in their name by hand
    reference_type: str  # QRR, SCOR or NON
    reference: str
    message: str


def swiss_bill(document: Document) -> SwissBill | None:
    """The bill; ``None`` where the guidelines have none, e.g. for an account elsewhere.

    A QR-IBAN demands a QR reference and every other account forbids it (SIG 2.3, 2.5), so a number
    that no reference can be made of leaves a QR-IBAN without a bill.
    """
    account, payable = _account(document), document.totals.payable
    if account is None or document.currency not in CURRENCIES or not _LEAST <= payable <= _MOST:
        return None
    if not document.number:
        return None
    iban = iban_numbers.compact(account.account)
    kind, reference = _reference(document.number, is_qr=_is_qr_iban(iban))
    payee = document.payee or document.seller
    creditor = _party(account.account_name or payee.name, payee.address)
    if creditor is None or not kind:
        return None
    return SwissBill(
        iban=iban,
        creditor=creditor,
        amount=payable,
        currency=document.currency,
        debtor=_party(document.buyer.name, document.buyer.address),
        reference_type=kind,
        reference=reference,
        message=(_permitted(document.number) or "")[:_MESSAGE],
    )


def payload(bill: SwissBill) -> str:
    """The code's data elements, one a line, in the order of SIG 2.3, table 8."""
    ultimate_creditor = ("",) * 7  # for future use: has to be empty
    return "\n".join(
        (
            *("SPC", "0200", "1", bill.iban),
            *_party_lines(bill.creditor),
            *ultimate_creditor,
            *(f"{bill.amount:.2f}", bill.currency),
            *_party_lines(bill.debtor),
            *(bill.reference_type, bill.reference, bill.message, "EPD"),
        )
    )


def bill_code(bill: SwissBill) -> segno.QRCode:
    """The code; at most 997 characters always fit into version 25."""
    return segno.make_qr(payload(bill).encode(), error="m", boost_error=False)


def written_iban(iban: str) -> str:
    """In blocks of four, as it is printed."""
    return _blocks(iban, 4)


def written_reference(bill: SwissBill) -> str:
    """As it is printed: ISO 11649 in fours, a QR reference in fives from the right."""
    if bill.reference_type == "QRR":
        return f"{bill.reference[:2]} {_blocks(bill.reference[2:], 5)}"
    return _blocks(bill.reference, 4)


def _account(document: Document) -> CreditTransfer | None:
    """The account that comes first for a payer: of EUR any IBAN, of CHF only one from there."""
    transfers = document.payment.credit_transfers if document.payment else ()
    valid = (one for one in transfers if iban_numbers.is_valid(one.account))
    if document.currency == "CHF":
        return next((one for one in valid if _is_swiss(one.account)), None)
    first = next(valid, None)
    return first if first and _is_swiss(first.account) else None


def _is_swiss(account: str) -> bool:
    return iban_numbers.compact(account).startswith(_COUNTRIES)


def _is_qr_iban(iban: str) -> bool:
    institution = iban[4:9]
    return institution.isdigit() and int(institution) in _QR_IID


def _reference(number: str, *, is_qr: bool) -> tuple[str, str]:
    """Type and reference; an empty type where a QR-IBAN gets none."""
    signs = "".join(sign for sign in number.upper() if sign.isascii() and sign.isalnum())
    if is_qr:
        # Letters as ISO 7064 turns them into digits: A is 10, Z is 35.
        digits = "".join(str(int(sign, 36)) for sign in signs)
        if not digits or len(digits) > _QR_REFERENCE:
            return "", ""
        digits = digits.zfill(_QR_REFERENCE)
        return "QRR", digits + str(esr.calc_check_digit(digits))
    if not signs or len(signs) > _CREDITOR_REFERENCE:
        return "NON", ""
    return "SCOR", f"RF{mod_97_10.calc_check_digits(signs + 'RF')}{signs}"


def _party(name: str, address: Address) -> BillParty | None:
    """``None`` where a part that must be there is missing, too long or can't be written."""
    known, town = _permitted(name), _permitted(address.city)
    code, country = _permitted(address.postal_code), address.country
    if not known or not town or not code or len(country) != 2:
        return None
    if len(code) > _POSTAL_CODE or len(town) > _TOWN:
        return None
    return BillParty(
        name=known[:_NAME].rstrip(),
        street=(_permitted(address.street) or "")[:_STREET].rstrip(),
        postal_code=code,
        town=town,
        country=country,
    )


def _party_lines(party: BillParty | None) -> tuple[str, ...]:
    if party is None:
        return ("",) * 7
    # "S": structured. The house number may stand in the street's element.
    return ("S", party.name, party.street, "", party.postal_code, party.town, party.country)


def _permitted(value: str) -> str | None:
    """The text in the standard's letters, accents that it lacks left out; ``None``: impossible."""
    text = single_line(unicodedata.normalize("NFC", value))
    if _PERMITTED.fullmatch(text):
        return text
    bare = "".join(
        one if _PERMITTED.fullmatch(one) else unicodedata.normalize("NFKD", one)[:1] for one in text
    )
    return bare if _PERMITTED.fullmatch(bare) else None


def _blocks(text: str, size: int) -> str:
    return " ".join(text[at : at + size] for at in range(0, len(text), size))
