"""VAT told in the accounting currency as well (BT-6, BT-111).

Directive 2006/112/EC, art. 230: amounts may be in any currency, provided that the VAT is in the
national currency of the seller's member state too, by the rate of art. 91.
"""

from dataclasses import replace

from saleor_invoices.domain.document import Document, ExchangeRate
from saleor_invoices.domain.findings import Finding, blocking
from saleor_invoices.domain.money import quantize


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
