"""A document as amounts to book, in the currency of the seller's books.

Net and VAT are those of the VAT breakdown (BG-23). In another currency they are turned by the
document's own rate where it has one, so that the VAT is what the document tells (BT-111, Directive
2006/112/EC, art. 230); else by the rate entered for the day of issue. A credit note takes back at
the rate of its invoice.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from saleor_invoices.domain.codes import DocumentKind, VatCategory
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.money import ZERO, quantize
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.domain.territories import EU_MEMBER_STATES
from saleor_invoices.domain.vat_shares import rate_text
from saleor_invoices.exports.books.accounts import OSS, Account, Accounts, Sale
from saleor_invoices.exports.books.seller import Seller
from saleor_invoices.exports.records import DocumentRecord, VatRecord

Rates = Callable[[str, str, date], Decimal | None]
"""Units of the second currency for one of the first on a day; None where nobody entered one."""
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Share:
    """What of a document is one sale; negative where the document takes it back by itself."""

    sale: Sale
    net: Decimal
    tax: Decimal

    @property
    def gross(self) -> Decimal:
        """With VAT."""
        return self.net + self.tax


def left_out(record: DocumentRecord) -> str:
    """Why a document has no place in the books, as a code; empty for one that has."""
    if record.state != DocumentState.ISSUED:
        return "DOCUMENT_NOT_ISSUED"
    if record.test_mode:
        return "DOCUMENT_IN_TEST_MODE"
    return "DOCUMENT_IS_PROFORMA" if record.kind == DocumentKind.PROFORMA else ""


def bookable(records: Iterable[DocumentRecord]) -> Iterator[DocumentRecord]:
    """Those that belong into the books."""
    return (record for record in records if not left_out(record))


def is_credit(record: DocumentRecord) -> bool:
    """Whether it takes back what an invoice charged."""
    return record.kind == DocumentKind.CREDIT_NOTE


def sale_of(record: DocumentRecord, vat: VatRecord, seller: Seller) -> Sale:
    """Which kind of sale a row of the VAT breakdown is."""
    return sale_at(
        seller,
        category=vat.vat_category,
        rate=rate_text(vat.vat_rate),
        country=record.tax_country or record.buyer_country,
        to_business=bool(record.buyer_vat_id),
    )


def sale_at(seller: Seller, *, category: str, rate: str, country: str, to_business: bool) -> Sale:
    """The kind of sale.

    VAT that was charged on a sale to a private person in another member state is that state's if
    the seller declares it by the One Stop Shop (art. 33, 369a ff.) or there; else it is the
    seller's own state's, as below the threshold of art. 59c.
    """
    abroad = country in EU_MEMBER_STATES and country != seller.country
    if category != VatCategory.STANDARD or not abroad or to_business:
        return Sale(category, country, rate)
    if country in seller.own_vat_countries:
        return Sale(category, country, rate, is_foreign=True)
    if seller.oss_registered:
        return Sale(OSS, country, rate, is_foreign=True)
    return Sale(category, country, rate)


def shares_of(record: DocumentRecord, seller: Seller, rates: Rates) -> list[Share]:
    """The document's sales in the currency of the books. Raises as ``rate_of``."""
    rate = rate_of(record, seller.currency, rates)
    nets = [_turned(vat.taxable, rate, seller.currency) for vat in record.vat]
    taxes = [_turned(vat.tax, rate, seller.currency) for vat in record.vat]
    told = record.accounting_tax if record.accounting_currency == seller.currency else None
    if told is not None and taxes:
        largest = max(range(len(taxes)), key=lambda place: abs(taxes[place]))
        taxes[largest] += told - sum(taxes, ZERO)
    sales = [sale_of(record, vat, seller) for vat in record.vat]
    return [Share(*found) for found in zip(sales, nets, taxes, strict=True)]


def rate_of(record: DocumentRecord, currency: str, rates: Rates) -> Decimal:
    """Units of ``currency`` for one of the document's. Raises ``InvalidInput`` RATE_MISSING."""
    if record.currency == currency:
        return ONE
    if record.exchange_rate is not None and record.accounting_currency == currency:
        return record.exchange_rate
    day = (record.preceding_date if is_credit(record) else None) or record.issue_date
    found = rates(record.currency, currency, day) if day else None
    if found is None:
        raise rate_missing(record.currency, currency, day)
    return found


def rate_missing(currency: str, target: str, day: date | None) -> InvalidInput:
    """The refusal of a file that needs a rate which nobody entered."""
    return InvalidInput(
        f"There is no exchange rate from {currency} to {target} for {day}: enter it first.",
        code="EXCHANGE_RATE_MISSING",
        params={"currency": currency, "target": target, "on": str(day)},
    )


def account_of(accounts: Accounts, sale: Sale, seller: Seller, setting: str) -> Account:
    """The account of a sale. Raises ``InvalidInput`` EXPORT_ACCOUNT_MISSING, naming the setting."""
    found = accounts.of(sale)
    if found is None:
        raise InvalidInput(
            f"Legal entity {seller.key} has no account for sales of the kind {sale}: add a line"
            f" like {str(sale) or 'S 19'} = 8400 to {setting}.",
            code="EXPORT_ACCOUNT_MISSING",
            params={
                "field": setting, "setting": setting, "sale": str(sale), "legal_entity": seller.key,
            },
        )  # fmt: skip
    return found


def _turned(amount: Decimal, rate: Decimal, currency: str) -> Decimal:
    return quantize(amount * rate, currency)
