"""Dutch."""

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.wordings.model import Wording

WORDING = Wording(
    language="nl",
    exemption_reasons={
        VatCategory.EXEMPT: "Vrijgesteld van belasting",
        # The words of article 35a (1) k of the Wet OB 1968.
        VatCategory.REVERSE_CHARGE: "Btw verlegd",
        # Wet OB 1968, table II a 6; in Belgium article 39bis of the W.BTW.
        VatCategory.INTRA_COMMUNITY: "Intracommunautaire levering, vrijgesteld van btw",
        # Wet OB 1968, table II a 2; in Belgium article 39 of the W.BTW.
        VatCategory.EXPORT: "Uitvoer, vrijgesteld van btw",
        VatCategory.OUTSIDE_SCOPE: "Niet aan btw onderworpen",
    },
    # Wet OB 1968, article 25; in Belgium article 56bis of the W.BTW.
    small_enterprise="Vrijgesteld van btw: bijzondere regeling voor kleine ondernemingen",
    shipping="Verzending",
    discount="Korting",
    order_discount="Al afgetrokken van de bovenstaande bedragen: {name}, {amount}.",
    terms="Te betalen binnen {days} dagen.",
    terms_at_once="Direct te betalen.",
    terms_paid="Betaald.",
    advance_payment="Vooruitbetaling: de levering volgt.",
    advance_payment_on="Vooruitbetaling ontvangen op {date}: de levering volgt.",
    supply_expected="De levering volgt na de factuurdatum.",
    paid_on="op {date}",
)
