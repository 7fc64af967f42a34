"""English."""

from saleor_invoices.delivery.words.catalogue import Words

WORDS = Words(
    names=("Invoice", "Credit note", "Proforma invoice"),
    greeting="Hello {{ buyer_name }},",
    invoice=(
        "Invoice {{ number }} from {{ seller_name }}",
        "Attached is invoice {{ number }} for {{ total }}.",
    ),
    credit_note=(
        "Credit note {{ number }} from {{ seller_name }}",
        "Attached is credit note {{ number }} for {{ total }}.",
    ),
    proforma=(
        "Proforma invoice {{ number }} from {{ seller_name }}",
        "Attached is proforma invoice {{ number }} for {{ total }}. It is not a tax invoice.",
    ),
    before_due=(
        "Invoice {{ number }} is due on {{ due_date }}",
        "A friendly reminder: {{ amount_due }} of invoice {{ number }} is due on {{ due_date }}.",
    ),
    after_due=(
        "Payment reminder: invoice {{ number }}",
        "Invoice {{ number }} was due on {{ due_date }}, and {{ amount_due }} is still open. "
        "Please pay it now; if you have paid in the meantime, thank you, and please ignore this.",
    ),
    order="Order: {{ order_number }}",
    corrects="It corrects invoice {{ preceding_number }}.",
    pay="Please pay {{ amount_due }} by {{ due_date }}.",
    xml="The attached XML file is the electronic invoice.",
    link="View and download: {{ link }}",
    closing="Kind regards\n{{ seller_name }}",
)
