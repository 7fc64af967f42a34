"""Spanish."""

from saleor_invoices.delivery.words.catalogue import Words

WORDS = Words(
    names=("Factura", "Factura rectificativa", "Factura proforma"),
    greeting="Hola, {{ buyer_name }}:",
    invoice=(
        "Factura {{ number }} de {{ seller_name }}",
        "Le adjuntamos la factura {{ number }} por un importe de {{ total }}.",
    ),
    credit_note=(
        "Factura rectificativa {{ number }} de {{ seller_name }}",
        "Le adjuntamos la factura rectificativa {{ number }} por un importe de {{ total }}.",
    ),
    proforma=(
        "Factura proforma {{ number }} de {{ seller_name }}",
        "Le adjuntamos la factura proforma {{ number }} por un importe de {{ total }}. "
        "No tiene validez como factura.",
    ),
    before_due=(
        "La factura {{ number }} vence el {{ due_date }}",
        "Le recordamos que {{ amount_due }} de la factura {{ number }} vencen el {{ due_date }}.",
    ),
    after_due=(
        "Recordatorio de pago: factura {{ number }}",
        "La factura {{ number }} venció el {{ due_date }} y quedan {{ amount_due }} por pagar. "
        "Le rogamos que efectúe el pago; si ya lo ha hecho, no tenga en cuenta este mensaje.",
    ),
    order="Pedido: {{ order_number }}",
    corrects="Rectifica la factura {{ preceding_number }}.",
    pay="Le rogamos que pague {{ amount_due }} a más tardar el {{ due_date }}.",
    xml="El archivo XML adjunto es la factura electrónica.",
    link="Ver y descargar: {{ link }}",
    closing="Atentamente,\n{{ seller_name }}",
)
