"""The order, with the figures that Saleor derives from its transactions and refunds."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from .model import (
    Address,
    Channel,
    Entity,
    Fulfillment,
    GiftCard,
    Invoice,
    OrderDiscount,
    OrderEvent,
    OrderLine,
    ShippingMethod,
    User,
    Voucher,
    now,
)
from .money import ZERO, Money, TaxedMoney, quantize
from .payment_model import OrderGrantedRefund, Payment, TransactionItem
from .pricing import Item


@dataclass(kw_only=True, eq=False)
class Order(Entity):
    number: str
    kind: str
    channel: Channel
    lines: list[OrderLine]
    total: TaxedMoney
    subtotal: TaxedMoney
    undiscounted_total: TaxedMoney
    shipping_price: TaxedMoney
    undiscounted_shipping_price: Money
    exact_shipping_rate: Decimal
    billing_address: Address | None
    shipping_address: Address | None
    shipping_method: ShippingMethod | None
    status: str = "UNFULFILLED"
    origin: str = "CHECKOUT"
    user: User | None = None
    user_email: str | None = None
    language_code_enum: str = "EN"
    tax_exemption: bool = False
    discounts: list[OrderDiscount] = field(default_factory=list)
    voucher: Voucher | None = None
    gift_cards: list[GiftCard] = field(default_factory=list)
    fulfillments: list[Fulfillment] = field(default_factory=list)
    transactions: list[TransactionItem] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    granted_refunds: list[OrderGrantedRefund] = field(default_factory=list)
    invoices: list[Invoice] = field(default_factory=list)
    events: list[OrderEvent] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)  # what the lines are priced from
    customer_note: str = ""
    external_reference: str | None = None
    redirect_url: str | None = None
    checkout_id: str | None = None
    created: datetime = field(default_factory=now)
    updated_at: datetime = field(default_factory=now)
    uses_uuid = True

    def money(self, amount: Decimal) -> Money:
        return Money(quantize(amount, self.currency), self.currency)

    def transacted(self, kind: str) -> Decimal:
        return sum((item.of(kind) for item in self.transactions), ZERO)

    @property
    def currency(self) -> str:
        return self.channel.currency_code

    @property
    def token(self) -> str:
        return str(self.pk)

    @property
    def charged(self) -> Decimal:
        return self.transacted("charged") + sum((each.captured for each in self.payments), ZERO)

    @property
    def refunded(self) -> Decimal:
        return self.transacted("refunded") + sum((p.of("REFUND") for p in self.payments), ZERO)

    @property
    def granted(self) -> Decimal:
        return sum((refund.amount.amount for refund in self.granted_refunds), ZERO)

    @property
    def owed(self) -> Decimal:
        """Total gross less granted refunds, never below zero."""
        return max(self.total.gross.amount - self.granted, ZERO)

    @property
    def charge_status(self) -> str:
        return covered(self.charged, self.owed, over="OVERCHARGED")

    @property
    def authorize_status(self) -> str:
        return covered(self.charged + self.transacted("authorized"), self.owed, over="FULL")

    @property
    def is_paid(self) -> bool:
        return self.charged >= self.total.gross.amount

    @property
    def payment_status(self) -> str:
        """Legacy payments tell of refunds here, transactions do not."""
        if self.payments:
            return self.payments[-1].charge_status
        if self.charged <= 0:
            return "NOT_CHARGED"
        return "FULLY_CHARGED" if self.is_paid else "PARTIALLY_CHARGED"

    @property
    def total_balance(self) -> Money:
        return self.money(
            self.charged
            + self.transacted("charge_pending")
            - (self.total.gross.amount - self.granted)
        )

    @property
    def total_remaining_grant(self) -> Money:
        given_back = self.refunded + self.transacted("refund_pending")
        return self.money(max(self.granted - given_back, ZERO))

    @property
    def display_gross_prices(self) -> bool:
        return self.channel.display_gross

    @property
    def shipping_tax_rate(self) -> Decimal:
        return self.exact_shipping_rate.quantize(Decimal("0.0001"))

    @property
    def shipping_method_name(self) -> str | None:
        return self.shipping_method.name if self.shipping_method else None

    @property
    def delivery_method(self) -> ShippingMethod | None:
        return self.shipping_method

    @property
    def voucher_code(self) -> str | None:
        return self.voucher.code if self.voucher else None

    @property
    def is_shipping_required(self) -> bool:
        return any(line.is_shipping_required for line in self.lines)

    def touch(self) -> None:
        self.updated_at = now()


def covered(amount: Decimal, owed: Decimal, *, over: str) -> str:
    if amount > owed:
        return over
    if amount == owed:
        return "FULL"
    return "PARTIAL" if amount > 0 else "NONE"
