"""English."""

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.wordings.model import Wording

WORDING = Wording(
    language="en",
    exemption_reasons={
        VatCategory.EXEMPT: "Exempt from tax",
        # Directive 2006/112/EC, art. 226 no. 11a.
        VatCategory.REVERSE_CHARGE: "Reverse charge",
        VatCategory.INTRA_COMMUNITY: "VAT-exempt intra-Community supply",
        VatCategory.EXPORT: "VAT-exempt export",
        VatCategory.OUTSIDE_SCOPE: "Not subject to VAT",
    },
    small_enterprise="VAT-exempt: special scheme for small enterprises",
    shipping="Shipping",
    discount="Discount",
    order_discount="Already deducted from the amounts above: {name}, {amount}.",
    terms="Payable within {days} days.",
    terms_at_once="Payable at once.",
    terms_paid="Paid.",
    advance_payment="Advance payment: the supply follows.",
    advance_payment_on="Advance payment received on {date}: the supply follows.",
    supply_expected="The supply follows after the invoice date.",
    paid_on="on {date}",
)
