"""VAT told in the accounting currency as well (BT-6, BT-111).

Directive 2006/112/EC, art. 230: amounts may be in any currency, provided that the VAT is in the
national currency of the seller's member state too, by the rate of art. 91.
"""

from collections.abc import Sequence
from dataclasses import replace

from saleor_invoices.domain.document import Document, ExchangeRate
from saleor_invoices.domain.findings import Finding, blocking
from saleor_invoices.domain.money import ZERO, quantize


def wants_accounting_currency(document: Document, currency: str) -> bool:
    """Whether VAT must be told in ``currency`` too: not without VAT, nor in its own currency."""
    return currency not in ("", document.currency) and document.totals.tax != 0


def in_accounting_currency(document: Document, currency: str, rate: ExchangeRate) -> Document:
    """The document with its VAT in ``currency`` at ``rate``, rounded to the currency's unit."""
    tax = quantize(document.totals.tax * rate.rate, currency)
    return replace(
        document,
        vat_accounting_currency=currency,
        exchange_rate=rate,
        totals=replace(document.totals, tax_in_accounting_currency=tax),
    )


def credited_in_accounting_currency(
    note: Document, invoice: Document, earlier: Sequence[Document]
) -> Document:
    """The credit note with its VAT in the invoice's second currency, at the invoice's rate.

    Counted from the invoice on: all its credit notes together tell what the invoice told.
    """
    rate, currency = invoice.exchange_rate, invoice.vat_accounting_currency
    if rate is None or not wants_accounting_currency(note, currency):
        return note
    credited = sum((one.totals.tax for one in earlier), note.totals.tax)
    told = sum((one.totals.tax_in_accounting_currency or ZERO for one in earlier), ZERO)
    tax = max(quantize(credited * rate.rate, currency) - told, ZERO)
    return replace(
        note,
        vat_accounting_currency=currency,
        exchange_rate=rate,
        totals=replace(note.totals, tax_in_accounting_currency=tax),
    )


def rate_missing(document: Document, currency: str) -> Finding:
    """No rate is known for the day: without it the document would lack what the law asks for."""
    return blocking(
        "EXCHANGE_RATE_MISSING",
        f"VAT must be told in {currency} too, but there is no rate from {document.currency}.",
        remedy="Enter the exchange rate of the day in the app's settings, then try again.",
        currency=document.currency,
        target=currency,
        place="settings:accounting_currency",
    )
