"""Arabic."""

from saleor_invoices.delivery.words.catalogue import Words

WORDS = Words(
    names=("فاتورة", "إشعار دائن", "فاتورة مبدئية"),
    greeting="مرحبًا {{ buyer_name }}،",
    invoice=(
        "الفاتورة {{ number }} من {{ seller_name }}",
        "تجدون مرفقًا الفاتورة {{ number }} بمبلغ {{ total }}.",
    ),
    credit_note=(
        "إشعار دائن {{ number }} من {{ seller_name }}",
        "تجدون مرفقًا الإشعار الدائن {{ number }} بمبلغ {{ total }}.",
    ),
    proforma=(
        "فاتورة مبدئية {{ number }} من {{ seller_name }}",
        "تجدون مرفقًا الفاتورة المبدئية {{ number }} بمبلغ {{ total }}. وهي ليست فاتورة ضريبية.",
    ),
    before_due=(
        "موعد استحقاق الفاتورة {{ number }} هو {{ due_date }}",
        "نذكّركم بأن مبلغ {{ amount_due }} من الفاتورة {{ number }} يستحق في {{ due_date }}.",
    ),
    after_due=(
        "تذكير بالدفع: الفاتورة {{ number }}",
        "استحقت الفاتورة {{ number }} في {{ due_date }} ولا يزال مبلغ {{ amount_due }} غير مدفوع. "
        "نرجو منكم سداده، وإذا كنتم قد دفعتم بالفعل فيرجى تجاهل هذه الرسالة.",
    ),
    order="الطلب: {{ order_number }}",
    corrects="يصحح الفاتورة {{ preceding_number }}.",
    pay="يرجى دفع {{ amount_due }} في موعد أقصاه {{ due_date }}.",
    xml="ملف XML المرفق هو الفاتورة الإلكترونية.",
    link="العرض والتنزيل: {{ link }}",
    closing="مع أطيب التحيات\n{{ seller_name }}",
)
