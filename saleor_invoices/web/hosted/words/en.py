"""English."""

from saleor_invoices.web.hosted.words.catalogue import Words

WORDS = Words(
    language="en",
    open="Open",
    partly_paid="Partly paid",
    overdue="Overdue",
    paid="Paid",
    credited="Credited",
    cancelled="Cancelled",
    refunded="Refunded",
    balance="Still to pay",
    pay="Pay now",
    pay_at="You pay at {host}.",
    download_pdf="Download PDF",
    download_xml="Download e-invoice (XML)",
    no_script="To pay online, switch on JavaScript for this page.",
    payment_paid="Thank you, your payment has arrived.",
    payment_pending=(
        "Your payment is being confirmed. This page shows the result as soon as it is there."
    ),
    payment_failed="The payment did not go through. You can try again.",
    look_again="Look again",
    private="This page is private. Share its address only with people who may see the document.",
    closed="This link no longer opens",
    recover=(
        "We can mail you a new one. Enter the e-mail address that the order was placed with, "
        "and the number of the document."
    ),
    email="E-mail address",
    number="Document number",
    send="Send me a new link",
    sent=(
        "If address and number belong together, a new link is on its way to that address. It "
        "may take a few minutes."
    ),
    wait="Too many attempts. Please try again later.",
    subject="New link to {number}",
    body=(
        "Here is the new link to {number} from {seller}:\n\n{url}\n\nIf you did not ask for it, "
        "ignore this mail.\n"
    ),
    details="Details",
)
