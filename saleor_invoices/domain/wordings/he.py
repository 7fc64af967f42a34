"""Hebrew."""

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.wordings.model import Wording

WORDING = Wording(
    language="he",
    exemption_reasons={
        VatCategory.EXEMPT: "פטור ממס",
        # Directive 2006/112/EC, art. 226 no. 11a.
        VatCategory.REVERSE_CHARGE: "חיוב הפוך: הלקוח חייב בתשלום המס",
        VatCategory.INTRA_COMMUNITY: "אספקה פנים־קהילתית פטורה ממע״מ",
        # Israel taxes it at zero, which is category Z: VAT law 1975, section 30 (a)(1).
        VatCategory.EXPORT: "יצוא פטור ממע״מ",
        VatCategory.OUTSIDE_SCOPE: "לא חייב במע״מ",
    },
    small_enterprise="פטור ממע״מ: הסדר מיוחד לעסקים קטנים",
    shipping="משלוח",
    discount="הנחה",
    order_discount="כבר נוכה מהסכומים לעיל: {name}, {amount}.",
    terms="לתשלום תוך {days} ימים.",
    terms_at_once="לתשלום מיידי.",
    terms_paid="שולם.",
    advance_payment="מקדמה: האספקה תבוצע בהמשך.",
    advance_payment_on="מקדמה שהתקבלה בתאריך {date}: האספקה תבוצע בהמשך.",
    supply_expected="האספקה תבוצע לאחר תאריך החשבונית.",
    paid_on="בתאריך {date}",
)
