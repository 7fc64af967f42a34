"""Dutch."""

from saleor_invoices.web.hosted.words.catalogue import Words

WORDS = Words(
    language="nl",
    open="Openstaand",
    partly_paid="Deels betaald",
    overdue="Te laat",
    paid="Betaald",
    credited="Gecrediteerd",
    cancelled="Geannuleerd",
    refunded="Terugbetaald",
    balance="Nog te betalen",
    pay="Nu betalen",
    pay_at="U betaalt bij {host}.",
    download_pdf="PDF downloaden",
    download_xml="E-factuur (XML) downloaden",
    no_script="Zet JavaScript aan voor deze pagina om online te betalen.",
    payment_paid="Bedankt, uw betaling is ontvangen.",
    payment_pending="Uw betaling wordt bevestigd. Het resultaat verschijnt hier zodra het er is.",
    payment_failed="De betaling is niet gelukt. U kunt het opnieuw proberen.",
    look_again="Opnieuw kijken",
    private="Deze pagina is privé. Deel het adres alleen met mensen die het document mogen zien.",
    closed="Deze link opent niet meer",
    recover=(
        "Wij kunnen u een nieuwe sturen. Vul het e-mailadres van de bestelling en het nummer "
        "van het document in."
    ),
    email="E-mailadres van de bestelling",
    number="Documentnummer",
    send="Stuur mij een nieuwe link",
    sent=(
        "Als adres en nummer bij elkaar horen, is een nieuwe link onderweg naar dat adres. Dat "
        "kan enkele minuten duren."
    ),
    wait="Te veel pogingen. Probeer het later opnieuw.",
    subject="Nieuwe link naar {number}",
    body=(
        "Hier is de nieuwe link naar {number} van {seller}:\n\n{url}\n\nHebt u er niet om "
        "gevraagd, dan kunt u deze e-mail negeren.\n"
    ),
    details="Specificatie",
)
