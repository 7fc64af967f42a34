"""Japanese."""

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.wordings.model import Wording

WORDING = Wording(
    language="ja",
    exemption_reasons={
        # Consumption Tax Act, article 6.
        VatCategory.EXEMPT: "非課税",
        # Consumption Tax Act, article 5; Directive 2006/112/EC, art. 226 no. 11a.
        VatCategory.REVERSE_CHARGE: "リバースチャージ（納税義務者は役務の提供を受ける者）",
        VatCategory.INTRA_COMMUNITY: "域内供給につきVAT免税",
        # Consumption Tax Act, article 7.
        VatCategory.EXPORT: "輸出免税",
        VatCategory.OUTSIDE_SCOPE: "課税対象外",
    },
    # Consumption Tax Act, article 9.
    small_enterprise="免税：小規模事業者の特例",
    shipping="送料",
    discount="割引",
    order_discount="上記の金額から差引済み：{name}、{amount}。",
    terms="お支払期限：{days}日以内。",
    terms_at_once="直ちにお支払いください。",
    terms_paid="支払済み。",
    advance_payment="前払い：商品またはサービスは後日提供されます。",
    advance_payment_on="前払い受領日 {date}：商品またはサービスは後日提供されます。",
    supply_expected="商品またはサービスは請求日以降に提供されます。",
    paid_on="{date}",
)
