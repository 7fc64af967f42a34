"""German."""

from saleor_invoices.delivery.words.catalogue import Words

WORDS = Words(
    names=("Rechnung", "Rechnungskorrektur", "Proforma-Rechnung"),
    greeting="Guten Tag {{ buyer_name }},",
    invoice=(
        "Rechnung {{ number }} von {{ seller_name }}",
        "anbei erhalten Sie die Rechnung {{ number }} über {{ total }}.",
    ),
    credit_note=(
        "Rechnungskorrektur {{ number }} von {{ seller_name }}",
        "anbei erhalten Sie die Rechnungskorrektur {{ number }} über {{ total }}.",
    ),
    proforma=(
        "Proforma-Rechnung {{ number }} von {{ seller_name }}",
        "anbei erhalten Sie die Proforma-Rechnung {{ number }} über {{ total }}. "
        "Sie ist keine Rechnung im Sinne des Umsatzsteuerrechts.",
    ),
    before_due=(
        "Rechnung {{ number }} ist am {{ due_date }} fällig",
        "wir möchten Sie daran erinnern, dass {{ amount_due }} aus der Rechnung {{ number }} "
        "am {{ due_date }} fällig sind.",
    ),
    after_due=(
        "Zahlungserinnerung: Rechnung {{ number }}",
        "die Rechnung {{ number }} war am {{ due_date }} fällig; {{ amount_due }} sind noch "
        "offen. Bitte überweisen Sie den Betrag. Falls Sie inzwischen gezahlt haben, danken wir "
        "Ihnen und bitten Sie, dieses Schreiben als gegenstandslos zu betrachten.",
    ),
    order="Bestellung: {{ order_number }}",
    corrects="Sie korrigiert die Rechnung {{ preceding_number }}.",
    pay="Bitte zahlen Sie {{ amount_due }} bis zum {{ due_date }}.",
    xml="Die angehängte XML-Datei ist die elektronische Rechnung.",
    link="Ansehen und herunterladen: {{ link }}",
    closing="Mit freundlichen Grüßen\n{{ seller_name }}",
)
