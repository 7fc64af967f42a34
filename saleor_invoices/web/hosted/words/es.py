"""Spanish."""

from saleor_invoices.web.hosted.words.catalogue import Words

WORDS = Words(
    language="es",
    open="Pendiente",
    partly_paid="Pagada en parte",
    overdue="Vencida",
    paid="Pagada",
    credited="Abonada",
    cancelled="Anulada",
    refunded="Reembolsada",
    balance="Pendiente de pago",
    pay="Pagar ahora",
    pay_at="El pago se realiza en {host}.",
    download_pdf="Descargar PDF",
    download_xml="Descargar factura electrónica (XML)",
    no_script="Para pagar en línea, active JavaScript en esta página.",
    payment_paid="Gracias, hemos recibido su pago.",
    payment_pending=(
        "Su pago se está confirmando. El resultado aparecerá aquí en cuanto se conozca."
    ),
    payment_failed="El pago no se ha completado. Puede volver a intentarlo.",
    look_again="Comprobar de nuevo",
    private="Esta página es privada. Comparta su dirección solo con quien pueda ver el documento.",
    closed="Este enlace ya no se abre",
    recover=(
        "Podemos enviarle uno nuevo. Indique la dirección de correo del pedido y el número del "
        "documento."
    ),
    email="Correo electrónico",
    number="Número del documento",
    send="Enviarme un enlace nuevo",
    sent=(
        "Si la dirección y el número se corresponden, un enlace nuevo va de camino a esa "
        "dirección. Puede tardar unos minutos."
    ),
    wait="Demasiados intentos. Vuelva a intentarlo más tarde.",
    subject="Enlace nuevo a {number}",
    body=(
        "Este es el enlace nuevo a {number} de {seller}:\n\n{url}\n\nSi no lo ha solicitado, no "
        "tenga en cuenta este correo.\n"
    ),
    details="Detalles",
)
