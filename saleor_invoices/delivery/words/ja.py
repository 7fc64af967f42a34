"""Japanese."""

from saleor_invoices.delivery.words.catalogue import Words

WORDS = Words(
    names=("請求書", "返還請求書", "見積送り状"),
    greeting="{{ buyer_name }} 様",
    invoice=(
        "請求書 {{ number }}（{{ seller_name }}）",
        "請求書 {{ number }}（金額 {{ total }}）を添付にてお送りいたします。",
    ),
    credit_note=(
        "返還請求書 {{ number }}（{{ seller_name }}）",
        "返還請求書 {{ number }}（金額 {{ total }}）を添付にてお送りいたします。",
    ),
    proforma=(
        "見積送り状 {{ number }}（{{ seller_name }}）",
        "見積送り状 {{ number }}（金額 {{ total }}）を添付にてお送りいたします。"
        "本書は正式な請求書ではありません。",
    ),
    before_due=(
        "請求書 {{ number }} のお支払期限は {{ due_date }} です",
        "請求書 {{ number }} の {{ amount_due }} のお支払期限は {{ due_date }} です。"
        "ご確認をお願いいたします。",
    ),
    after_due=(
        "お支払いのお願い：請求書 {{ number }}",
        "請求書 {{ number }} のお支払期限は {{ due_date }} でしたが、{{ amount_due }} が未払いと"
        "なっております。お支払いをお願いいたします。行き違いで既にお支払い済みの場合は、"
        "本メールをご容赦ください。",
    ),
    order="ご注文番号：{{ order_number }}",
    corrects="請求書 {{ preceding_number }} を訂正するものです。",
    pay="{{ due_date }} までに {{ amount_due }} をお支払いください。",
    xml="添付の XML ファイルは電子請求書です。",
    link="閲覧・ダウンロード：{{ link }}",
    closing="よろしくお願いいたします。\n{{ seller_name }}",
)
