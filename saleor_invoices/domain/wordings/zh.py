"""Simplified Chinese."""

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.wordings.model import Wording

WORDING = Wording(
    language="zh",
    exemption_reasons={
        VatCategory.EXEMPT: "免税",
        # Directive 2006/112/EC, art. 226 no. 11a.
        VatCategory.REVERSE_CHARGE: "反向征收：税款由购买方缴纳",
        VatCategory.INTRA_COMMUNITY: "欧盟内部供货，免征增值税",
        VatCategory.EXPORT: "出口货物，免征增值税",
        VatCategory.OUTSIDE_SCOPE: "不属于增值税征税范围",
    },
    small_enterprise="免征增值税：小规模企业特别规定",
    shipping="运费",
    discount="折扣",
    order_discount="以上金额已扣除：{name}，{amount}。",
    terms="请于 {days} 天内付款。",
    terms_at_once="请立即付款。",
    terms_paid="已付款。",
    advance_payment="预付款：货物或服务将随后提供。",
    advance_payment_on="预付款收讫日期 {date}：货物或服务将随后提供。",
    supply_expected="货物或服务将在开票日期之后提供。",
    paid_on="{date}",
)
