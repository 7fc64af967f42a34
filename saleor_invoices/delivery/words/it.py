"""Italian."""

from saleor_invoices.delivery.words.catalogue import Words

WORDS = Words(
    names=("Fattura", "Nota di credito", "Fattura proforma"),
    greeting="Buongiorno {{ buyer_name }},",
    invoice=(
        "Fattura {{ number }} di {{ seller_name }}",
        "in allegato trova la fattura {{ number }} di {{ total }}.",
    ),
    credit_note=(
        "Nota di credito {{ number }} di {{ seller_name }}",
        "in allegato trova la nota di credito {{ number }} di {{ total }}.",
    ),
    proforma=(
        "Fattura proforma {{ number }} di {{ seller_name }}",
        "in allegato trova la fattura proforma {{ number }} di {{ total }}. "
        "Il documento non è valido ai fini fiscali.",
    ),
    before_due=(
        "La fattura {{ number }} scade il {{ due_date }}",
        "le ricordiamo che {{ amount_due }} della fattura {{ number }} scadono il {{ due_date }}.",
    ),
    after_due=(
        "Sollecito di pagamento: fattura {{ number }}",
        "la fattura {{ number }} è scaduta il {{ due_date }} e restano da pagare "
        "{{ amount_due }}. La preghiamo di provvedere al pagamento; se ha già pagato, non tenga "
        "conto di questo messaggio.",
    ),
    order="Ordine: {{ order_number }}",
    corrects="Rettifica la fattura {{ preceding_number }}.",
    pay="La preghiamo di pagare {{ amount_due }} entro il {{ due_date }}.",
    xml="Il file XML allegato è la fattura elettronica.",
    link="Visualizza e scarica: {{ link }}",
    closing="Cordiali saluti\n{{ seller_name }}",
)
