"""A Saleor order in domain words, independent of GraphQL's shape.

All amounts are ``Decimal`` in the order's currency as Saleor gave them; rates are Saleor's
fractions (``Decimal("0.23")`` is 23 %); instants are aware ``datetime``. Absent texts are empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxedAmount:
    """Saleor's ``TaxedMoney``."""

    net: Decimal
    gross: Decimal

    @property
    def tax(self) -> Decimal:
        """Gross less net."""
        return self.gross - self.net


NOTHING = TaxedAmount(net=ZERO, gross=ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderAddress:
    """Saleor's ``Address``; ``country`` is its ISO 3166-1 alpha-2 code."""

    first_name: str = ""
    last_name: str = ""
    company_name: str = ""
    street_address_1: str = ""
    street_address_2: str = ""
    city: str = ""
    city_area: str = ""
    postal_code: str = ""
    country: str = ""
    country_area: str = ""
    phone: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)

    @property
    def person(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """The account that ordered; a guest has none."""

    id: str
    email: str = ""
    first_name: str = ""
    last_name: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """An order line. Totals are after every discount, the order's share included."""

    id: str
    product_name: str
    quantity: int
    unit_price: TaxedAmount
    total: TaxedAmount
    undiscounted_total: TaxedAmount | None = None
    tax_rate: Decimal = ZERO  # Saleor turns an unknown rate into 0
    variant_name: str = ""
    translated_product_name: str = ""
    translated_variant_name: str = ""
    sku: str = ""
    variant_id: str = ""  # the variant's global id; empty when it was deleted
    tax_class: str = ""  # name of the tax class
    is_shipping_required: bool = True
    is_gift: bool = False
    unit_discount_reason: str = ""
    voucher_code: str = ""
    attributes: tuple[tuple[str, str], ...] = ()  # name and value of the variant's attributes
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipping:
    """What delivery costs, after discounts."""

    price: TaxedAmount = NOTHING
    undiscounted: Decimal | None = None  # net or gross, as the channel's prices are entered
    tax_rate: Decimal = ZERO
    tax_class: str = ""
    method_name: str = ""
    collection_point: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDiscount:
    """A discount on the whole order; its amount is already inside the totals of the lines."""

    type: str  # VOUCHER, MANUAL, PROMOTION, ORDER_PROMOTION, SALE
    total: Decimal
    name: str = ""
    reason: str = ""
    value_type: str = ""  # FIXED or PERCENTAGE
    value: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftCard:
    """A gift card used on the order."""

    id: str
    last_characters: str = ""  # of the code
    currency: str = ""
    initial_balance: Decimal | None = None
    current_balance: Decimal | None = None
    used: Decimal | None = None
    """What this order took from it, by its USED_IN_ORDER events; None when they are unknown."""


class MoneyMove(StrEnum):
    """What an event of a transaction, or a transaction of an older payment, did to the money."""

    CHARGE = "charge"
    REFUND = "refund"
    CHARGEBACK = "chargeback"
    REFUND_REVERSED = "refund_reversed"  # the refund failed later: the shop holds it again


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentEvent:
    """Money that moved once."""

    id: str  # global id of the event, or of the older payment's transaction
    move: MoneyMove
    amount: Decimal  # positive
    at: datetime
    reference: str = ""  # pspReference, or the older transaction's token


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantedRefund:
    """A refund that staff granted: it says what for, and by itself moves no money."""

    id: str
    amount: Decimal
    status: str = ""  # NONE, PENDING, SUCCESS, FAILURE
    reason: str = ""
    created: datetime | None = None
    lines: tuple[tuple[str, int], ...] = ()  # order line's global id and quantity
    includes_shipping: bool = False
    payment_id: str = ""  # the transaction that should pay it back
    event_ids: tuple[str, ...] = ()  # of the transaction events that paid it back
    references: tuple[str, ...] = ()  # their pspReferences


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPayment:
    """A Saleor transaction, or a payment of the older kind."""

    id: str
    name: str = ""  # the transaction's name, or the gateway
    reference: str = ""  # pspReference
    charged: Decimal = ZERO  # held now, refunds taken off
    refunded: Decimal = ZERO
    charged_at: datetime | None = None  # the last successful charge
    events: tuple[PaymentEvent, ...] = ()  # oldest first; may tell less than the amounts do
    is_legacy: bool = False  # a payment of the older kind


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeState:
    """What became of the order's money, in Saleor's words."""

    charged: Decimal = ZERO  # totalCharged: held now, refunds taken off
    refunded: Decimal = ZERO  # totalRefunded
    charge_pending: Decimal = ZERO  # totalChargePending
    granted_refund: Decimal = ZERO  # totalGrantedRefund
    balance: Decimal = ZERO  # totalBalance: below zero is still owed
    is_paid: bool = False  # falls back to false after a partial refund
    status: str = ""  # chargeStatus: NONE, PARTIAL, FULL, OVERCHARGED


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfillment:
    """A parcel: which lines, how many of each, and when."""

    id: str
    status: str  # FULFILLED, REFUNDED, RETURNED, REPLACED, CANCELED, WAITING_FOR_APPROVAL, ...
    created: datetime
    tracking_number: str = ""
    lines: tuple[tuple[str, int], ...] = ()  # order line's global id and quantity
    refunded_total: Decimal | None = None  # totalRefundedAmount, of REFUNDED and its kind
    refunded_shipping: Decimal | None = None  # the part of it that was for shipping


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleorInvoice:
    """A row of ``Order.invoices``."""

    id: str
    status: str  # PENDING, SUCCESS, FAILED, DELETED
    number: str = ""
    url: str = ""
    created: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order, with all that a document, its payment and its publication need."""

    id: str  # global id
    number: str
    created: datetime
    status: str  # UNCONFIRMED, UNFULFILLED, FULFILLED, CANCELED, ...
    channel: str  # slug
    currency: str
    lines: tuple[OrderLine, ...]
    total: TaxedAmount
    updated: datetime | None = None
    language: str = ""  # languageCodeEnum as Saleor spells it (PT_BR) or BCP 47 (pt-br)
    shipping: Shipping = field(default_factory=Shipping)
    undiscounted_total: TaxedAmount | None = None
    discounts: tuple[OrderDiscount, ...] = ()
    voucher_code: str = ""
    gift_cards: tuple[GiftCard, ...] = ()
    billing_address: OrderAddress | None = None
    shipping_address: OrderAddress | None = None
    customer: Customer | None = None  # None: a guest
    email: str = ""  # userEmail
    tax_exemption: bool = False
    display_gross_prices: bool = True
    prices_entered_with_tax: bool = True
    charge: ChargeState = field(default_factory=ChargeState)
    payments: tuple[OrderPayment, ...] = ()
    granted_refunds: tuple[GrantedRefund, ...] = ()
    cancelled_at: datetime | None = None  # by its CANCELED event
    fulfillments: tuple[Fulfillment, ...] = ()
    invoices: tuple[SaleorInvoice, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    customer_note: str = ""
    external_reference: str = ""
