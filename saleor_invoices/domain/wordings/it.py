"""Italian."""

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.wordings.model import Wording

WORDING = Wording(
    language="it",
    exemption_reasons={
        # DPR 633/1972, article 10.
        VatCategory.EXEMPT: "Operazione esente",
        # The words of article 21 (6-bis) of DPR 633/1972.
        VatCategory.REVERSE_CHARGE: "Inversione contabile",
        # DL 331/1993, article 41.
        VatCategory.INTRA_COMMUNITY: "Cessione intracomunitaria non imponibile IVA",
        # DPR 633/1972, article 8.
        VatCategory.EXPORT: "Cessione all’esportazione non imponibile IVA",
        # DPR 633/1972, article 21 (6-bis) b.
        VatCategory.OUTSIDE_SCOPE: "Operazione non soggetta a IVA",
    },
    small_enterprise="Operazione in franchigia da IVA: regime speciale per le piccole imprese",
    shipping="Spedizione",
    discount="Sconto",
    order_discount="Già detratto dagli importi sopra indicati: {name}, {amount}.",
    terms="Pagamento entro {days} giorni.",
    terms_at_once="Pagamento immediato.",
    terms_paid="Pagata.",
    advance_payment="Acconto: la cessione o la prestazione seguirà.",
    advance_payment_on="Acconto ricevuto il {date}: la cessione o la prestazione seguirà.",
    supply_expected="La cessione o la prestazione seguirà la data della fattura.",
    paid_on="il {date}",
)
