"""The French file of accounting entries (fichier des ecritures comptables, FEC), of sales.

Livre des procedures fiscales, art. A. 47 A-1 (decree of 29 July 2013): 18 columns in this order,
a tab between them, dates as AAAAMMJJ, decimal commas, characters of ISO 8859-15, a name of SIREN,
FEC and the last day of the fiscal year. A document is one entry: the customer's account against
revenue and VAT charged, balanced to the cent. Entries of other journals are not ours: who keeps
the books merges them.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import BinaryIO, NamedTuple

from saleor_invoices.domain.money import ZERO
from saleor_invoices.exports.books.accounts import Accounts, same_for_all
from saleor_invoices.exports.books.booking import (
    account_of,
    bookable,
    is_credit,
    rate_of,
    shares_of,
)
from saleor_invoices.exports.books.parties import customer_code
from saleor_invoices.exports.books.seller import Seller, setting_missing
from saleor_invoices.exports.context import NOTHING, ExportContext
from saleor_invoices.exports.formats.datev_file import one_year
from saleor_invoices.exports.records import Depth, DocumentRecord
from saleor_invoices.exports.texts import cell

ENCODING = "iso8859-15"
COLUMNS = (
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib",
    "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit",
    "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
)  # fmt: skip
DEBTORS, GOODS, SERVICES, VAT = "411000", "707000", "706000", "445710"
_KINDS = {"411": "Clients", "706": "Prestations de services", "707": "Ventes de marchandises",
          "445": "TVA collectée"}  # fmt: skip
_SIREN_DIGITS = 9


class Posting(NamedTuple):
    """One line of an entry; of debit and credit one is zero."""

    account: str
    debit: Decimal
    credit: Decimal
    is_customer: bool = False


class FecWriter:
    """One legal entity, one fiscal year."""

    name, suffix, content_type = "fec", "txt", "text/plain; charset=iso-8859-15"
    depth, is_of_books = Depth.VAT, True

    def stem(self, context: ExportContext) -> str:
        """A. 47 A-1, X: SIREN, FEC, last day of the fiscal year."""
        _, ends = context.seller.fiscal_year(context.last)
        return f"{siren_of(context.seller)}FEC{ends:%Y%m%d}"

    def accounts(self, seller: Seller) -> Accounts:
        """The revenue accounts."""
        usual = SERVICES if seller.sells_services else GOODS
        return same_for_all(seller.revenue_accounts, usual)

    def check(self, context: ExportContext) -> None:
        """Raises ``InvalidInput`` EXPORT_SETTING_MISSING, EXPORT_SEVERAL_YEARS and the like."""
        seller = context.seller
        if not siren_of(seller):
            raise setting_missing(seller, "siren", "The SIREN")
        if not seller.journal_code or not seller.journal_name:
            name = "fec_journal_name" if seller.journal_code else "fec_journal_code"
            raise setting_missing(seller, name, "The journal of sales")
        one_year(context)

    def write(
        self, records: Iterable[DocumentRecord], out: BinaryIO, context: ExportContext = NOTHING
    ) -> None:
        """See ``Writer``."""
        self.check(context)
        out.write(_line(COLUMNS))
        seller = context.seller
        revenue = self.accounts(seller)
        vat = same_for_all(seller.vat_accounts, VAT)
        for record in bookable(records):
            postings = _postings(record, context, revenue, vat)
            out.writelines(_entry(record, postings, context))


def siren_of(seller: Seller) -> str:
    """The seller's SIREN: its setting, else its legal registration (BT-30) if that is one."""
    registration = seller.party.legal_registration
    digits = "".join(registration.value.split()) if registration else ""
    is_one = digits.isdecimal() and len(digits) == _SIREN_DIGITS
    return seller.siren or (digits if is_one and seller.country == "FR" else "")


def _postings(
    record: DocumentRecord, context: ExportContext, revenue: Accounts, vat: Accounts
) -> list[Posting]:
    seller = context.seller
    sign = -1 if is_credit(record) else 1
    shares = shares_of(record, seller, context.rate)
    found: dict[str, Decimal] = {}
    for share in shares:
        account = account_of(revenue, share.sale, seller, "revenue_accounts").number
        found[account] = found.get(account, ZERO) + sign * share.net
        if share.tax:
            account = account_of(vat, share.sale, seller, "vat_accounts").number
            found[account] = found.get(account, ZERO) + sign * share.tax
    owed = sign * sum((share.gross for share in shares), ZERO)
    customer = Posting(seller.debtor_account or DEBTORS, *_sides(owed), is_customer=True)
    others = [Posting(number, *_sides(-amount)) for number, amount in found.items() if amount]
    return [customer, *others] if others else []


def _sides(amount: Decimal) -> tuple[Decimal, Decimal]:
    """An amount above zero is a debit."""
    return (amount, ZERO) if amount >= 0 else (ZERO, -amount)


def _entry(
    record: DocumentRecord, postings: Iterable[Posting], context: ExportContext
) -> Iterator[bytes]:
    seller = context.seller
    day = f"{record.issue_date:%Y%m%d}" if record.issue_date else ""
    number, customer = _text(record.number, 40), customer_code(record)
    # An account of its own has a name: who was erased, or can't be written, is named by it.
    buyer = _text(record.buyer_name, 80) or customer
    label = _text(f"{'Avoir' if is_credit(record) else 'Facture'} {record.number}", 100)
    journal = (_text(seller.journal_code, 10), _text(seller.journal_name, 60))
    is_foreign = record.currency != seller.currency
    rate = rate_of(record, seller.currency, context.rate)
    for posting in postings:
        auxiliary = (customer, buyer) if posting.is_customer else ("", "")
        amount = posting.debit - posting.credit
        foreign = (_amount(amount / rate), record.currency) if is_foreign else ("", "")
        yield _line(
            [
                *(*journal, number, day, posting.account),
                *(_KINDS.get(posting.account[:3], "Ventes"), *auxiliary, number, day, label),
                *(_amount(posting.debit), _amount(posting.credit), "", "", day, *foreign),
            ]
        )


def _text(text: str, longest: int) -> str:
    return cell(text, longest, ENCODING)


def _amount(amount: Decimal) -> str:
    return f"{amount:.2f}".replace(".", ",")


def _line(fields: Iterable[str]) -> bytes:
    return ("\t".join(fields) + "\r\n").encode(ENCODING, "replace")
