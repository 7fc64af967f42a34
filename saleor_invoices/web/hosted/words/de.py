"""German."""

from saleor_invoices.web.hosted.words.catalogue import Words

WORDS = Words(
    language="de",
    open="Offen",
    partly_paid="Teilweise bezahlt",
    overdue="Überfällig",
    paid="Bezahlt",
    credited="Gutgeschrieben",
    cancelled="Storniert",
    refunded="Erstattet",
    balance="Noch zu zahlen",
    pay="Jetzt bezahlen",
    pay_at="Sie bezahlen bei {host}.",
    download_pdf="PDF herunterladen",
    download_xml="E-Rechnung (XML) herunterladen",
    no_script="Zum Bezahlen schalten Sie bitte JavaScript für diese Seite ein.",
    payment_paid="Vielen Dank, Ihre Zahlung ist eingegangen.",
    payment_pending=(
        "Ihre Zahlung wird gerade bestätigt. Das Ergebnis erscheint hier, sobald es vorliegt."
    ),
    payment_failed="Die Zahlung hat nicht geklappt. Sie können es noch einmal versuchen.",
    look_again="Noch einmal nachsehen",
    private=(
        "Diese Seite ist vertraulich. Geben Sie die Adresse nur an Personen weiter, die das "
        "Dokument sehen dürfen."
    ),
    closed="Dieser Link öffnet sich nicht mehr",
    recover=(
        "Wir können Ihnen einen neuen zusenden. Geben Sie die E-Mail-Adresse der Bestellung und "
        "die Nummer des Dokuments ein."
    ),
    email="E-Mail-Adresse",
    number="Dokumentnummer",
    send="Neuen Link zusenden",
    sent=(
        "Wenn Adresse und Nummer zusammengehören, ist ein neuer Link an diese Adresse "
        "unterwegs. Das kann einige Minuten dauern."
    ),
    wait="Zu viele Versuche. Bitte versuchen Sie es später noch einmal.",
    subject="Neuer Link zu {number}",
    body=(
        "Hier ist der neue Link zu {number} von {seller}:\n\n{url}\n\nFalls Sie ihn nicht "
        "angefordert haben, beachten Sie diese E-Mail nicht.\n"
    ),
    details="Einzelheiten",
)
