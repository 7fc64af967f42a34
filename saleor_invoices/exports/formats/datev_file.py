"""DATEV's booking batch (EXTF 700, Buchungsstapel, format version 13), for German tax advisers.

Header, columns, field forms, windows-1252, CR LF, semicolons and decimal commas are those of
DATEV's developer portal (https://developer.datev.de/datev/platform/de/dtvf). Each sale of a
document is one booking of the customer's account against a revenue account, of the amount with VAT:
the usual revenue accounts are automatic, so DATEV works the VAT out of it. Amounts are in the
currency of the books; another currency's amount and rate stand in the additional information.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import BinaryIO

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.exports.books.accounts import Account, Accounts, german
from saleor_invoices.exports.books.booking import (
    Share,
    account_of,
    bookable,
    is_credit,
    rate_of,
    shares_of,
)
from saleor_invoices.exports.books.seller import Seller, setting_missing
from saleor_invoices.exports.context import NOTHING, ExportContext
from saleor_invoices.exports.formats.datev_columns import HEADINGS, quoted, row
from saleor_invoices.exports.records import Depth, DocumentRecord
from saleor_invoices.exports.texts import cell

ENCODING = "cp1252"
DEBTORS = "10000"
MOST_TEXT = 60
_NOT_IN_REFERENCE = re.compile(r"[^A-Za-z0-9_$&%*+\-/]")
_LONGEST_REFERENCE = 36
_LARGEST = Decimal("9999999999.99")


class DatevWriter:
    """One batch of one legal entity, within one fiscal year: bookings name day and month only."""

    name, suffix, content_type = "datev", "csv", "text/csv; charset=windows-1252"
    depth, is_of_books = Depth.VAT, True

    def stem(self, context: ExportContext) -> str:
        """DATEV finds a file by its beginning."""
        return f"EXTF_Buchungsstapel_{context.first:%Y%m%d}-{context.last:%Y%m%d}"

    def accounts(self, seller: Seller) -> Accounts:
        """The revenue accounts."""
        return german(
            seller.revenue_accounts,
            framework=seller.framework,
            registered=seller.vat_registered,
            own=seller.own_vat_countries,
        )

    def check(self, context: ExportContext) -> None:
        """Raises ``InvalidInput`` EXPORT_SETTING_MISSING, EXPORT_SEVERAL_YEARS and the like."""
        seller = context.seller
        if not seller.consultant:
            raise setting_missing(seller, "datev_consultant_number", "The tax adviser's number")
        if not seller.client:
            raise setting_missing(seller, "datev_client_number", "The number at the tax adviser's")
        if not (seller.debtor_account or DEBTORS).isdecimal():
            raise setting_missing(seller, "debtor_account", "A customers' account of digits")
        one_year(context)

    def write(
        self, records: Iterable[DocumentRecord], out: BinaryIO, context: ExportContext = NOTHING
    ) -> None:
        """See ``Writer``."""
        self.check(context)
        out.write(_line(_header(context)))
        out.write(_line(";".join(HEADINGS)))
        accounts = self.accounts(context.seller)
        for record in bookable(records):
            out.writelines(map(_line, _bookings(record, context, accounts)))


def one_year(context: ExportContext) -> None:
    """Refuse documents of several fiscal years (``InvalidInput`` EXPORT_SEVERAL_YEARS)."""
    seller = context.seller
    if seller.fiscal_year(context.first) != seller.fiscal_year(context.last):
        raise InvalidInput(
            "Such a file is of one fiscal year: choose documents of one"
            " (fiscal_year_month says when it begins).",
            code="EXPORT_SEVERAL_YEARS",
            params={"first": str(context.first), "last": str(context.last)},
        )


def _header(context: ExportContext) -> str:
    """The 31 fields of the first line."""
    seller = context.seller
    made = context.made_at
    begins, _ = seller.fiscal_year(context.first)
    fields = (
        '"EXTF"', "700", "21", '"Buchungsstapel"', "13",
        f"{made:%Y%m%d%H%M%S}{made.microsecond // 1000:03}", "", '"RE"', '""', '""',
        str(seller.consultant), str(seller.client), f"{begins:%Y%m%d}", str(_digits(seller)),
        f"{context.first:%Y%m%d}", f"{context.last:%Y%m%d}", '"Rechnungen"', '""',
        "1", "0", "0", quoted(seller.currency), "", '""', "", "",
        quoted(seller.framework[3:]), "", "", '""', '""',
    )  # fmt: skip
    return ";".join(fields)


def _digits(seller: Seller) -> int:
    """How long general accounts are: customers' accounts have one digit more."""
    return max(4, len(seller.debtor_account or DEBTORS) - 1)


def _bookings(record: DocumentRecord, context: ExportContext, accounts: Accounts) -> Iterator[str]:
    seller = context.seller
    for share in shares_of(record, seller, context.rate):
        if share.gross:
            account = account_of(accounts, share.sale, seller, "revenue_accounts")
            values = _booking(record, share, account, seller) | _foreign(record, share, context)
            yield row(values | _original(record, context))


def _booking(
    record: DocumentRecord, share: Share, account: Account, seller: Seller
) -> dict[str, str]:
    owed = (share.gross < 0) == is_credit(record)  # or given back
    due = record.due_date
    return {
        "Umsatz (ohne Soll/Haben-Kz)": _amount(share.gross, record),
        "Soll/Haben-Kennzeichen": "S" if owed else "H",
        "WKZ Umsatz": seller.currency,
        "Konto": seller.debtor_account or DEBTORS,
        "Gegenkonto (ohne BU-Schlüssel)": _number(account, seller),
        "BU-Schlüssel": account.key.zfill(4) if account.key else "",
        "Belegdatum": _day(record.issue_date),
        "Belegfeld 1": reference(record.number),
        "Buchungstext": cell(record.buyer_name or record.number, MOST_TEXT, ENCODING),
        "Auftragsnummer": cell(record.order_number, 30, ENCODING),
        "Fälligkeit": f"{due:%d%m%Y}" if due and not is_credit(record) else "",
    }


def _foreign(record: DocumentRecord, share: Share, context: ExportContext) -> dict[str, str]:
    """What the recapitulative statement and the One Stop Shop need of a sale abroad."""
    if share.sale.is_foreign:
        rate = f"{Decimal(share.sale.rate):05.2f}".replace(".", ",")  # two digits, two decimals
        return {
            "EU-Land u. UStID (Bestimmung)": share.sale.country,
            "EU-Steuersatz (Bestimmung)": rate if len(rate) == len("00,00") else "",
        }
    if share.sale.kind in ("K", "AE") and share.sale.country != context.seller.country:
        return {"EU-Land u. UStID (Bestimmung)": cell(record.buyer_vat_id, 15, ENCODING)}
    return {}


def _original(record: DocumentRecord, context: ExportContext) -> dict[str, str]:
    currency = context.seller.currency
    if record.currency == currency:
        return {}
    rate = rate_of(record, currency, context.rate)
    return {
        "Zusatzinformation - Art 1": "Fremdwährung",
        "Zusatzinformation- Inhalt 1": f"{record.currency} {record.gross:f}".replace(".", ","),
        "Zusatzinformation - Art 2": "Kurs",
        "Zusatzinformation- Inhalt 2": f"{rate:f}".replace(".", ","),
    }


def reference(number: str) -> str:
    """Belegfeld 1: letters, digits and ``_$&%*+-/``, at most 36, of a long one its end."""
    clean = _NOT_IN_REFERENCE.sub("-", number)
    return clean[-_LONGEST_REFERENCE:].lstrip("+-")


def _number(account: Account, seller: Seller) -> str:
    if not account.number.isdecimal():
        raise setting_missing(seller, "revenue_accounts", f"An account of digits ({account})")
    return account.number


def _amount(amount: Decimal, record: DocumentRecord) -> str:
    if abs(amount) > _LARGEST:
        raise InvalidInput(
            f"{record.number}: the amount is larger than DATEV takes.",
            code="AMOUNT_TOO_LARGE",
            params={"number": record.number},
        )
    return f"{abs(amount):.2f}".replace(".", ",")


def _day(day: date | None) -> str:
    return f"{day:%d%m}" if day else ""


def _line(text: str) -> bytes:
    return (text + "\r\n").encode(ENCODING, "replace")
