"""Arabic."""

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.wordings.model import Wording

WORDING = Wording(
    language="ar",
    exemption_reasons={
        VatCategory.EXEMPT: "معفى من الضريبة",
        # UAE: Federal Decree-Law 8/2017, article 48; Directive 2006/112/EC, art. 226 no. 11a.
        VatCategory.REVERSE_CHARGE: "الاحتساب العكسي: المشتري ملزم بسداد الضريبة",
        VatCategory.INTRA_COMMUNITY: "توريد داخل الاتحاد الأوروبي معفى من ضريبة القيمة المضافة",
        VatCategory.EXPORT: "تصدير معفى من ضريبة القيمة المضافة",
        VatCategory.OUTSIDE_SCOPE: "غير خاضع لضريبة القيمة المضافة",
    },
    small_enterprise="معفى من ضريبة القيمة المضافة: النظام الخاص بالمنشآت الصغيرة",
    shipping="الشحن",
    discount="خصم",
    order_discount="مخصوم مسبقًا من المبالغ أعلاه: {name}، {amount}.",
    terms="مهلة السداد بالأيام: {days}.",
    terms_at_once="مستحق الدفع فورًا.",
    terms_paid="مدفوعة.",
    advance_payment="دفعة مقدمة: التوريد لاحقًا.",
    advance_payment_on="دفعة مقدمة مستلمة بتاريخ {date}: التوريد لاحقًا.",
    supply_expected="يتم التوريد بعد تاريخ الفاتورة.",
    paid_on="بتاريخ {date}",
)
