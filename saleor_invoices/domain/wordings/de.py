"""German."""

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.wordings.model import Wording

WORDING = Wording(
    language="de",
    exemption_reasons={
        VatCategory.EXEMPT: "Steuerfrei",
        # The words of section 14a (5) UStG.
        VatCategory.REVERSE_CHARGE: "Steuerschuldnerschaft des Leistungsempfängers",
        # Section 4 no. 1 b, section 6a UStG.
        VatCategory.INTRA_COMMUNITY: "Steuerfreie innergemeinschaftliche Lieferung",
        # Section 4 no. 1 a, section 6 UStG.
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
    paid_on="am {date}",
)
