"""The orders of ``make demo CHECK=1``: what happens to each, and whether it must be invoiced.

The policies are those of ``store.toml``: USD on request only, PLN and EUR when fully paid, JPY
when confirmed, KWD when fulfilled.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Plan:
    """An order of ``kind``, what happens to it in two waves, and in which it is invoiced."""

    kind: str
    first: str
    second: str
    invoiced_in: int  # 0: never

    @property
    def requests(self) -> int:
        """How often somebody presses Generate."""
        return f"{self.first} {self.second}".split().count("request")

    @property
    def is_invoiced(self) -> bool:
        """Whether there must be an invoice, exactly one."""
        return self.invoiced_in > 0

    def after_first(self) -> "Plan":
        """What is due when only the first wave has happened."""
        return replace(self, second="", invoiced_in=self.invoiced_in % 2)

    @property
    def is_refunded(self) -> bool:
        """Whether money goes back."""
        return "refund" in f"{self.first} {self.second}".split()


PLANS = (
    Plan("usd_net", "", "", 0),
    Plan("usd_net", "pay", "fulfill", 0),
    Plan("usd_net", "request request", "pay", 1),
    Plan("usd_net", "pay request", "request", 1),
    Plan("pln_gross_two_rates_voucher", "pay", "", 1),
    Plan("pln_gross_two_rates_voucher", "", "", 0),
    Plan("jpy", "", "", 1),
    Plan("jpy", "", "pay request", 1),
    Plan("kwd", "pay", "fulfill", 2),
    Plan("kwd", "pay", "", 0),
    Plan("kwd", "fulfill", "pay", 1),
    Plan("eur_business_vat_id", "pay", "request request", 1),
    Plan("eur_domestic", "pay", "refund", 1),
    Plan("eur_domestic", "pay refund", "", 1),
    Plan("eur_domestic", "", "cancel", 0),
    Plan("guest", "pay", "", 1),
    Plan("guest", "", "pay", 2),
    Plan("zero_total", "pay", "", 1),
    Plan("gift_card", "pay", "", 1),
    Plan("gift_card", "request", "pay", 1),
    Plan("lines_61", "pay", "request", 1),
    Plan("unnamed_variant_null_sku", "pay", "", 1),
    Plan("order_discount_manual", "pay", "", 1),
    Plan("export_outside_eu", "pay", "", 1),
    Plan("partial_payment", "pay_partial", "", 0),
    Plan("partial_payment", "pay_partial", "pay", 2),
    Plan("unconfirmed", "", "", 0),
    Plan("unconfirmed", "confirm", "pay", 2),
    Plan("rounding", "pay", "", 1),
    Plan("rounding", "pay refund", "fulfill", 1),
    Plan("shipping_voucher", "pay", "fulfill", 1),
    Plan("reverse_charge", "pay", "", 1),
    Plan("exempt_sale", "pay", "", 1),
    Plan("collective", "pay", "", 1),
    Plan("parcels", "pay", "fulfill_part fulfill", 1),
)
