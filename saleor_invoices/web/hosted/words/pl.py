"""Polish."""

from saleor_invoices.web.hosted.words.catalogue import Words

WORDS = Words(
    language="pl",
    open="Do zapłaty",
    partly_paid="Częściowo zapłacone",
    overdue="Po terminie",
    paid="Zapłacone",
    credited="Skorygowane",
    cancelled="Anulowane",
    refunded="Zwrócone",
    balance="Pozostało do zapłaty",
    pay="Zapłać teraz",
    pay_at="Płatność odbywa się na stronie {host}.",
    download_pdf="Pobierz PDF",
    download_xml="Pobierz e-fakturę (XML)",
    no_script="Aby zapłacić online, włącz JavaScript dla tej strony.",
    payment_paid="Dziękujemy, płatność dotarła.",
    payment_pending="Płatność jest potwierdzana. Wynik pojawi się tutaj, gdy tylko będzie znany.",
    payment_failed="Płatność się nie powiodła. Możesz spróbować ponownie.",
    look_again="Sprawdź ponownie",
    private=(
        "Ta strona jest prywatna. Przekazuj jej adres tylko osobom, które mogą zobaczyć dokument."
    ),
    closed="Ten link już się nie otwiera",
    recover=(
        "Możemy wysłać nowy. Podaj adres e-mail, z którego złożono zamówienie, i numer dokumentu."
    ),
    email="Adres e-mail",
    number="Numer dokumentu",
    send="Wyślij nowy link",
    sent=(
        "Jeśli adres i numer do siebie pasują, nowy link jest już w drodze pod ten adres. Może "
        "to potrwać kilka minut."
    ),
    wait="Zbyt wiele prób. Spróbuj ponownie później.",
    subject="Nowy link do {number}",
    body=(
        "Oto nowy link do {number} od {seller}:\n\n{url}\n\nJeśli o niego nie prosiłeś, "
        "zignoruj tę wiadomość.\n"
    ),
    details="Szczegóły",
)
