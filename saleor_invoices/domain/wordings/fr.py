"""French."""

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.wordings.model import Wording

WORDING = Wording(
    language="fr",
    exemption_reasons={
        VatCategory.EXEMPT: "Exonération de taxe",
        # The word of article 242 nonies A, annexe II of the CGI.
        VatCategory.REVERSE_CHARGE: "Autoliquidation",
        # CGI, article 262 ter I.
        VatCategory.INTRA_COMMUNITY: "Livraison intracommunautaire exonérée de TVA",
        # CGI, article 262 I.
        VatCategory.EXPORT: "Exportation exonérée de TVA",
        VatCategory.OUTSIDE_SCOPE: "Opération non soumise à la TVA",
    },
    # CGI, article 293 B.
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
    paid_on="le {date}",
)
