"""Italian."""

from saleor_invoices.web.hosted.words.catalogue import Words

WORDS = Words(
    language="it",
    open="Da pagare",
    partly_paid="Pagata in parte",
    overdue="Scaduta",
    paid="Pagata",
    credited="Stornata",
    cancelled="Annullata",
    refunded="Rimborsata",
    balance="Ancora da pagare",
    pay="Paga ora",
    pay_at="Il pagamento avviene su {host}.",
    download_pdf="Scarica il PDF",
    download_xml="Scarica la fattura elettronica (XML)",
    no_script="Per pagare online, attivi JavaScript per questa pagina.",
    payment_paid="Grazie, il pagamento è arrivato.",
    payment_pending=(
        "Il pagamento è in fase di conferma. L’esito comparirà qui appena disponibile."
    ),
    payment_failed="Il pagamento non è riuscito. Può riprovare.",
    look_again="Controlla di nuovo",
    private=(
        "Questa pagina è riservata. Ne condivida l’indirizzo solo con chi può vedere il documento."
    ),
    closed="Questo link non si apre più",
    recover=(
        "Possiamo inviarne uno nuovo. Inserisca l’indirizzo e-mail dell’ordine e il numero del "
        "documento."
    ),
    email="Indirizzo e-mail",
    number="Numero del documento",
    send="Invia un nuovo link",
    sent=(
        "Se indirizzo e numero corrispondono, un nuovo link è in arrivo a quell’indirizzo. Può "
        "richiedere qualche minuto."
    ),
    wait="Troppi tentativi. Riprovi più tardi.",
    subject="Nuovo link a {number}",
    body=(
        "Ecco il nuovo link a {number} di {seller}:\n\n{url}\n\nSe non l’ha richiesto, ignori "
        "questo messaggio.\n"
    ),
    details="Dettagli",
)
