"""Documents, sellers and contexts for the tests of accountants' files; nothing needs a database."""

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from saleor_invoices.domain.codes import DocumentKind, VatCategory
from saleor_invoices.domain.document import (
    Address,
    Contact,
    Delivery,
    Document,
    ExchangeRate,
    Identifier,
    Party,
    PrecedingInvoice,
    Tax,
    VatSubtotal,
)
from saleor_invoices.exports import source
from saleor_invoices.exports.books.seller import Seller
from saleor_invoices.exports.context import ExportContext
from saleor_invoices.exports.records import Depth, DocumentRecord
from saleor_invoices.exports.registry import WRITERS
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.plugins import factories

MADE_AT = datetime(2026, 12, 1, 8, 30, 15, 123_456, tzinfo=UTC)
RATES = {"PLN": Decimal("0.23"), "USD": Decimal("0.91"), "JPY": Decimal("0.0061")}
SELLER = Party(
    name="Sample Shop GmbH",
    vat_id="DE136695976",
    legal_registration=Identifier(value="HRB 12345"),
    address=Address(street="Shop Street 1", city="Berlin", postal_code="10115", country="DE"),
    contact=Contact(name="Accounts", phone="+49 30 1234567", email="accounts@example.com"),
)
_DEFAULT = Seller(
    key="main",
    name=SELLER.name,
    country="DE",
    party=SELLER,
    currency="EUR",
    sells_services=False,
    vat_registered=True,
    framework="skr03",
    consultant=29098,
    client=55003,
    debtor_account="",
    revenue_accounts=(),
    vat_accounts=(),
    fiscal_year_month=1,
    siren="732829320",
    journal_code="VE",
    journal_name="Ventes",
    oss_registered=True,
    own_vat_countries=frozenset(),
)


def seller(**changes: Any) -> Seller:
    """A German seller of goods whose every number is known."""
    return replace(_DEFAULT, **changes)


def rate(currency: str, target: str, on: date) -> Decimal | None:
    """What was entered, for any day."""
    return RATES.get(currency)


def context(one: Seller | None = None, **changes: Any) -> ExportContext:
    """Of files of November 2026."""
    found = one or seller()
    values: dict[str, Any] = {
        "sellers": {found.key: found}, "first": date(2026, 11, 1), "last": date(2026, 11, 30),
        "made_at": MADE_AT, "rates": rate,
    }  # fmt: skip
    return ExportContext(**{**values, **changes})


def record_of(document: Document, **columns: Any) -> DocumentRecord:
    """The record of a document, as it would be read from its row."""
    entity = LegalEntity(installation=Installation(), key="main")
    preceding_date = columns.pop("preceding_date", None)
    preceding_number = columns.pop("preceding_number", None)
    row = factories.document_row(entity, document, **columns)
    known = {
        "legal_entity__key": "main", "preceding__number": preceding_number,
        "preceding__issue_date": preceding_date,
    }  # fmt: skip
    values = tuple(
        known.get(name) if "__" in name else getattr(row, name) for name in source._COLUMNS.values()
    )
    return source._record((*values, bytes(row.snapshot)), Depth.LINES, {})


def tax(category: str, percent: str = "0") -> Tax:
    """A category with its rate."""
    return Tax(category=VatCategory(category), rate=Decimal(percent))


def sold(
    *shares: tuple[str, str, str, str],
    number: str = "INV-1",
    country: str = "DE",
    vat_id: str = "",
    **changes: Any,
) -> Document:
    """An invoice in euro with a line for each share: category, rate, net and VAT."""
    currency = changes.pop("currency", "EUR")
    lines, breakdown = [], []
    for place, (category, percent, net, vat) in enumerate(shares, start=1):
        amounts = (Decimal(net), Decimal(vat))
        line = factories._line(
            str(place), f"Item {place}", quantity=1, amounts=(net, vat), rate=tax(category, percent)
        )
        lines.append(line)
        breakdown.append(
            VatSubtotal(
                tax=tax(category, percent), taxable_amount=amounts[0], tax_amount=amounts[1]
            )
        )
    net_sum = sum((one.taxable_amount for one in breakdown), Decimal(0))
    tax_sum = sum((one.tax_amount for one in breakdown), Decimal(0))
    totals = replace(
        factories.TOTALS, line_net=net_sum, charges=Decimal(0), net=net_sum, tax=tax_sum,
        gross=net_sum + tax_sum, payable=net_sum + tax_sum,
    )  # fmt: skip
    address = Address(street="Main Street 5", city="Town", postal_code="75001", country=country)
    document = factories.sample_document(
        number, seller=SELLER, currency=currency, lines=tuple(lines), charges=(),
        vat_breakdown=tuple(breakdown), totals=totals,
        buyer=Party(name="Sample Buyer", vat_id=vat_id, address=address),
        delivery=Delivery(recipient="Sample Buyer", address=address),
    )  # fmt: skip
    return replace(document, **changes)


def credit_of(document: Document, number: str = "CN-1", **changes: Any) -> Document:
    """A credit note over all of it."""
    before = PrecedingInvoice(number=document.number, issue_date=document.issue_date)
    return replace(
        document, kind=DocumentKind.CREDIT_NOTE, number=number, preceding_invoices=(before,),
        reason="Returned", **changes,
    )  # fmt: skip


def in_euro(document: Document, rate_: str) -> Document:
    """The document with its VAT told in euro too (BT-111)."""
    told = (document.totals.tax * Decimal(rate_)).quantize(Decimal("0.01"))
    return replace(
        document,
        vat_accounting_currency="EUR",
        exchange_rate=ExchangeRate(rate=Decimal(rate_), on=factories.TODAY, source="ECB"),
        totals=replace(document.totals, tax_in_accounting_currency=told),
    )


def written(
    name: str, documents: Iterable[Document | DocumentRecord], where: ExportContext | None = None
) -> bytes:
    """A file of these documents."""
    out = io.BytesIO()
    records = [one if isinstance(one, DocumentRecord) else record_of(one) for one in documents]
    WRITERS[name].write(records, out, where or context())
    return out.getvalue()
