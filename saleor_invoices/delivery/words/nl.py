"""Dutch."""

from saleor_invoices.delivery.words.catalogue import Words

WORDS = Words(
    names=("Factuur", "Creditnota", "Proformafactuur"),
    greeting="Beste {{ buyer_name }},",
    invoice=(
        "Factuur {{ number }} van {{ seller_name }}",
        "In de bijlage vindt u factuur {{ number }} van {{ total }}.",
    ),
    credit_note=(
        "Creditnota {{ number }} van {{ seller_name }}",
        "In de bijlage vindt u creditnota {{ number }} van {{ total }}.",
    ),
    proforma=(
        "Proformafactuur {{ number }} van {{ seller_name }}",
        "In de bijlage vindt u proformafactuur {{ number }} van {{ total }}. "
        "Dit is geen btw-factuur.",
    ),
    before_due=(
        "Factuur {{ number }} vervalt op {{ due_date }}",
        "Wij herinneren u eraan dat {{ amount_due }} van factuur {{ number }} uiterlijk op "
        "{{ due_date }} betaald moet zijn.",
    ),
    after_due=(
        "Betalingsherinnering: factuur {{ number }}",
        "Factuur {{ number }} had op {{ due_date }} betaald moeten zijn; {{ amount_due }} staat "
        "nog open. Wij verzoeken u het bedrag te betalen. Hebt u intussen betaald, dan kunt u "
        "dit bericht als niet verzonden beschouwen.",
    ),
    order="Bestelling: {{ order_number }}",
    corrects="Deze corrigeert factuur {{ preceding_number }}.",
    pay="Gelieve {{ amount_due }} uiterlijk op {{ due_date }} te betalen.",
    xml="Het bijgevoegde XML-bestand is de elektronische factuur.",
    link="Bekijken en downloaden: {{ link }}",
    closing="Met vriendelijke groet\n{{ seller_name }}",
)
