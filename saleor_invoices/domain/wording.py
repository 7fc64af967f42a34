"""The few sentences that become part of a document, in the languages that templates speak.

Labels belong to the templates; here is what the law wants said, so that it is frozen with the
document and is the same on the page and in the XML.
"""

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

    def date(self, day: date) -> str:
        """The day as the language writes it."""
        return format_date(day, format="medium", locale=self.language)

    def money(self, amount: Decimal, currency: str) -> str:
        """The amount as the language writes it."""
        return format_currency(amount, currency, locale=self.language)


def wording(language: str) -> Wording:
    """The sentences in the language (BCP 47), or in English where there are none."""
    return _WORDINGS.get(language.lower().split("-")[0], _WORDINGS["en"])


_EN = Wording(
    language="en",
    exemption_reasons={
        VatCategory.EXEMPT: "Exempt from tax",
        VatCategory.REVERSE_CHARGE: "Reverse charge",
        VatCategory.INTRA_COMMUNITY: "VAT-exempt intra-Community supply",
        VatCategory.EXPORT: "VAT-exempt export",
        VatCategory.OUTSIDE_SCOPE: "Not subject to VAT",
    },
    small_enterprise="VAT-exempt: special scheme for small enterprises",
    shipping="Shipping",
    discount="Discount",
    order_discount="Already deducted from the amounts above: {name}, {amount}.",
    terms="Payable within {days} days.",
    terms_at_once="Payable at once.",
    terms_paid="Paid.",
    advance_payment="Advance payment: the supply follows.",
    advance_payment_on="Advance payment received on {date}: the supply follows.",
    supply_expected="The supply follows after the invoice date.",
)
_DE = Wording(
    language="de",
    exemption_reasons={
        VatCategory.EXEMPT: "Steuerfrei",
        VatCategory.REVERSE_CHARGE: "Steuerschuldnerschaft des Leistungsempfängers",
        VatCategory.INTRA_COMMUNITY: "Steuerfreie innergemeinschaftliche Lieferung",
        VatCategory.EXPORT: "Steuerfreie Ausfuhrlieferung",
        VatCategory.OUTSIDE_SCOPE: "Nicht steuerbar",
    },
    small_enterprise="Steuerfrei: Sonderregelung für Kleinunternehmen",
    shipping="Versand",
    discount="Rabatt",
    order_discount="In den obigen Beträgen bereits abgezogen: {name}, {amount}.",
    terms="Zahlbar innerhalb von {days} Tagen.",
    terms_at_once="Sofort zahlbar.",
    terms_paid="Bezahlt.",
    advance_payment="Vorauszahlung: Die Leistung folgt.",
    advance_payment_on="Vorauszahlung vom {date}: Die Leistung folgt.",
    supply_expected="Die Leistung folgt nach dem Rechnungsdatum.",
)
_FR = Wording(
    language="fr",
    exemption_reasons={
        VatCategory.EXEMPT: "Exonération de taxe",
        VatCategory.REVERSE_CHARGE: "Autoliquidation",
        VatCategory.INTRA_COMMUNITY: "Livraison intracommunautaire exonérée de TVA",
        VatCategory.EXPORT: "Exportation exonérée de TVA",
        VatCategory.OUTSIDE_SCOPE: "Opération non soumise à la TVA",
    },
    small_enterprise="TVA non applicable : régime de la franchise en base",
    shipping="Livraison",
    discount="Remise",
    order_discount="Déjà déduit des montants ci-dessus : {name}, {amount}.",
    terms="Payable sous {days} jours.",
    terms_at_once="Payable immédiatement.",
    terms_paid="Payée.",
    advance_payment="Acompte : la livraison ou la prestation suivra.",
    advance_payment_on="Acompte reçu le {date} : la livraison ou la prestation suivra.",
    supply_expected="La livraison ou la prestation suivra la date de facture.",
)
_PL = Wording(
    language="pl",
    exemption_reasons={
        VatCategory.EXEMPT: "Zwolnione z podatku",
        VatCategory.REVERSE_CHARGE: "Odwrotne obciążenie",
        VatCategory.INTRA_COMMUNITY: "Wewnątrzwspólnotowa dostawa towarów",
        VatCategory.EXPORT: "Eksport towarów",
        VatCategory.OUTSIDE_SCOPE: "Nie podlega opodatkowaniu VAT",
    },
    small_enterprise="Zwolnione z VAT: procedura szczególna dla małych przedsiębiorstw",
    shipping="Dostawa",
    discount="Rabat",
    order_discount="Uwzględniono już w powyższych kwotach: {name}, {amount}.",
    terms="Termin płatności: {days} dni.",
    terms_at_once="Płatne natychmiast.",
    terms_paid="Zapłacono.",
    advance_payment="Zaliczka: dostawa nastąpi później.",
    advance_payment_on="Zaliczka otrzymana {date}: dostawa nastąpi później.",
    supply_expected="Dostawa nastąpi po dacie wystawienia faktury.",
)
_WORDINGS = {words.language: words for words in (_EN, _DE, _FR, _PL)}
