"""Spanish."""

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.wordings.model import Wording

WORDING = Wording(
    language="es",
    exemption_reasons={
        VatCategory.EXEMPT: "Exento de impuesto",
        # The words of article 6.1 m) of Real Decreto 1619/2012.
        VatCategory.REVERSE_CHARGE: "Inversión del sujeto pasivo",
        # Ley 37/1992, article 25.
        VatCategory.INTRA_COMMUNITY: "Entrega intracomunitaria exenta de IVA",
        # Ley 37/1992, article 21.
        VatCategory.EXPORT: "Exportación exenta de IVA",
        # Ley 37/1992, article 7.
        VatCategory.OUTSIDE_SCOPE: "Operación no sujeta a IVA",
    },
    small_enterprise="Exento de IVA: régimen especial de las pequeñas empresas",
    shipping="Envío",
    discount="Descuento",
    order_discount="Ya deducido de los importes anteriores: {name}, {amount}.",
    terms="Pago a {days} días.",
    terms_at_once="Pago inmediato.",
    terms_paid="Pagada.",
    advance_payment="Pago anticipado: la entrega o la prestación se realizará después.",
    advance_payment_on=(
        "Pago anticipado recibido el {date}: la entrega o la prestación se realizará después."
    ),
    supply_expected="La entrega o la prestación será posterior a la fecha de la factura.",
    paid_on="el {date}",
)
