"""What a language module has to say for the domain: the sentences of ``Wording``."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency

from saleor_invoices.domain.codes import VatCategory


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One language's sentences; ``{}`` parts are named in each."""

    language: str
    exemption_reasons: Mapping[VatCategory, str]  # BT-120
    small_enterprise: str  # BT-120, art. 284 of Directive 2006/112/EC
    shipping: str  # BT-104
    discount: str  # BT-139
    order_discount: str  # {name} {amount}
    terms: str  # BT-20, {days}
    terms_at_once: str
    terms_paid: str
    advance_payment: str  # art. 226 no. 7: the payment came before the supply
    advance_payment_on: str  # {date}
    supply_expected: str
    paid_on: str  # {date}; follows "Paid" or "Already refunded"

    def paid(self, day: date | None, means: str) -> str:
        """A prepayment's label: when and how, of which either may be unknown (None, empty)."""
        when = self.paid_on.format(date=self.date(day)) if day else ""
        return " · ".join(part for part in (when, means) if part)

    def date(self, day: date) -> str:
        """The day as the language writes it."""
        return format_date(day, format="medium", locale=self.language)

    def money(self, amount: Decimal, currency: str) -> str:
        """The amount as the language writes it."""
        return format_currency(amount, currency, locale=self.language)
