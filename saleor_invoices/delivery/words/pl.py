"""Polish."""

from saleor_invoices.delivery.words.catalogue import Words

WORDS = Words(
    names=("Faktura", "Faktura korygująca", "Faktura pro forma"),
    greeting="Dzień dobry, {{ buyer_name }},",
    invoice=(
        "Faktura {{ number }} od {{ seller_name }}",
        "w załączniku przesyłamy fakturę {{ number }} na kwotę {{ total }}.",
    ),
    credit_note=(
        "Faktura korygująca {{ number }} od {{ seller_name }}",
        "w załączniku przesyłamy fakturę korygującą {{ number }} na kwotę {{ total }}.",
    ),
    proforma=(
        "Faktura pro forma {{ number }} od {{ seller_name }}",
        "w załączniku przesyłamy fakturę pro forma {{ number }} na kwotę {{ total }}. "
        "Nie jest ona fakturą VAT.",
    ),
    before_due=(
        "Termin płatności faktury {{ number }}: {{ due_date }}",
        "przypominamy, że {{ due_date }} upływa termin płatności {{ amount_due }} za fakturę "
        "{{ number }}.",
    ),
    after_due=(
        "Przypomnienie o płatności: faktura {{ number }}",
        "termin płatności faktury {{ number }} upłynął {{ due_date }}; do zapłaty pozostaje "
        "{{ amount_due }}. Prosimy o uregulowanie należności. Jeśli płatność została już "
        "wykonana, dziękujemy i prosimy o zignorowanie tej wiadomości.",
    ),
    order="Zamówienie: {{ order_number }}",
    corrects="Koryguje ona fakturę {{ preceding_number }}.",
    pay="Prosimy o zapłatę {{ amount_due }} do {{ due_date }}.",
    xml="Załączony plik XML jest fakturą elektroniczną.",
    link="Podgląd i pobranie: {{ link }}",
    closing="Z poważaniem\n{{ seller_name }}",
)
