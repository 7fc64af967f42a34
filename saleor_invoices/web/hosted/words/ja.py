"""Japanese."""

from saleor_invoices.web.hosted.words.catalogue import Words

WORDS = Words(
    language="ja",
    open="未払い",
    partly_paid="一部支払い済み",
    overdue="支払い期限超過",
    paid="支払い済み",
    credited="赤伝発行済み",
    cancelled="取消済み",
    refunded="返金済み",
    balance="未払い残高",
    pay="今すぐ支払う",
    pay_at="お支払いは {host} で行われます。",
    download_pdf="PDF をダウンロード",
    download_xml="電子請求書（XML）をダウンロード",
    no_script="オンラインでお支払いになるには、このページで JavaScript を有効にしてください。",
    payment_paid="お支払いを確認しました。ありがとうございます。",
    payment_pending="お支払いを確認しています。結果が分かり次第、このページに表示されます。",
    payment_failed="お支払いを完了できませんでした。もう一度お試しください。",
    look_again="もう一度確認する",
    private="このページは非公開です。書類を見てよい方以外にはアドレスを知らせないでください。",
    closed="このリンクは開けなくなりました",
    recover="新しいリンクをお送りできます。ご注文時のメールアドレスと書類の番号をご入力ください。",
    email="メールアドレス",
    number="書類の番号",
    send="新しいリンクを送信する",
    sent=(
        "メールアドレスと番号が一致する場合は、そのアドレスに新しいリンクをお送りします。数分か"
        "かることがあります。"
    ),
    wait="試行回数が多すぎます。しばらくしてからもう一度お試しください。",
    subject="{number} の新しいリンク",
    body=(
        "{seller} の {number} を開く新しいリンクです。\n\n{url}\n\nお心当たりのない場合は、この"
        "メールを破棄してください。\n"
    ),
    details="明細",
)
