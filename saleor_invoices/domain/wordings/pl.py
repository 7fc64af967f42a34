"""Polish."""

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.wordings.model import Wording

WORDING = Wording(
    language="pl",
    exemption_reasons={
        VatCategory.EXEMPT: "Zwolnione z podatku",
        # The words of article 106e (1)(18) of the Polish VAT act.
        VatCategory.REVERSE_CHARGE: "Odwrotne obciążenie",
        # Article 13 of the Polish VAT act.
        VatCategory.INTRA_COMMUNITY: "Wewnątrzwspólnotowa dostawa towarów",
        # Article 2 no. 8 of the Polish VAT act.
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
    paid_on="dnia {date}",
)
