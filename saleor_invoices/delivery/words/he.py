"""Hebrew."""

from saleor_invoices.delivery.words.catalogue import Words

WORDS = Words(
    names=("חשבונית", "חשבונית זיכוי", "חשבונית פרופורמה"),
    greeting="שלום {{ buyer_name }},",
    invoice=(
        "חשבונית {{ number }} מאת {{ seller_name }}",
        "מצורפת חשבונית {{ number }} על סך {{ total }}.",
    ),
    credit_note=(
        "חשבונית זיכוי {{ number }} מאת {{ seller_name }}",
        "מצורפת חשבונית זיכוי {{ number }} על סך {{ total }}.",
    ),
    proforma=(
        "חשבונית פרופורמה {{ number }} מאת {{ seller_name }}",
        "מצורפת חשבונית פרופורמה {{ number }} על סך {{ total }}. מסמך זה אינו חשבונית מס.",
    ),
    before_due=(
        "מועד התשלום של חשבונית {{ number }} הוא {{ due_date }}",
        "ברצוננו להזכיר כי מועד התשלום של {{ amount_due }} בגין חשבונית {{ number }} הוא "
        "{{ due_date }}.",
    ),
    after_due=(
        "תזכורת תשלום: חשבונית {{ number }}",
        "מועד התשלום של חשבונית {{ number }} היה {{ due_date }}, ונותרו לתשלום {{ amount_due }}. "
        "נודה על הסדרת התשלום. אם כבר שילמתם, אנא התעלמו מהודעה זו.",
    ),
    order="הזמנה: {{ order_number }}",
    corrects="היא מתקנת את חשבונית {{ preceding_number }}.",
    pay="נא לשלם {{ amount_due }} עד {{ due_date }}.",
    xml="קובץ ה-XML המצורף הוא החשבונית האלקטרונית.",
    link="לצפייה ולהורדה: {{ link }}",
    closing="בברכה,\n{{ seller_name }}",
)
