"""Chinese."""

from saleor_invoices.delivery.words.catalogue import Words

WORDS = Words(
    names=("账单", "贷记单", "形式账单"),
    greeting="{{ buyer_name }}，您好：",
    invoice=(
        "{{ seller_name }} 的账单 {{ number }}",
        "随信附上账单 {{ number }}，金额为 {{ total }}。",
    ),
    credit_note=(
        "{{ seller_name }} 的贷记单 {{ number }}",
        "随信附上贷记单 {{ number }}，金额为 {{ total }}。",
    ),
    proforma=(
        "{{ seller_name }} 的形式账单 {{ number }}",
        "随信附上形式账单 {{ number }}，金额为 {{ total }}。本单据不是正式的税务发票。",
    ),
    before_due=(
        "账单 {{ number }} 将于 {{ due_date }} 到期",
        "谨此提醒：账单 {{ number }} 的 {{ amount_due }} 将于 {{ due_date }} 到期。",
    ),
    after_due=(
        "付款提醒：账单 {{ number }}",
        "账单 {{ number }} 已于 {{ due_date }} 到期，尚有 {{ amount_due }} 未付。请尽快付款。"
        "如您已付款，请忽略此邮件。",
    ),
    order="订单：{{ order_number }}",
    corrects="该单据更正账单 {{ preceding_number }}。",
    pay="请在 {{ due_date }} 或之前支付 {{ amount_due }}。",
    xml="随附的 XML 文件为电子账单。",
    link="查看和下载：{{ link }}",
    closing="此致\n{{ seller_name }}",
)
