"""The shape of what Saleor sends: one struct per fragment of ``graphql/saleor/fragments``.

Fields are required as the documents select them, so that a delivery made by an older document
is noticed (and its order fetched) rather than read with holes.
"""

from datetime import datetime
from decimal import Decimal
from typing import Annotated

import msgspec

# As long as our columns; Saleor's own are shorter. SQLite would keep more, PostgreSQL fail.
Id = Annotated[str, msgspec.Meta(max_length=200)]
Code = Annotated[str, msgspec.Meta(max_length=40)]
Text = Annotated[str, msgspec.Meta(max_length=255)]
Email = Annotated[str, msgspec.Meta(max_length=320)]
Instant = Annotated[datetime, msgspec.Meta(tz=True)]  # with its offset, so that they compare


class Shape(msgspec.Struct, rename="camel", kw_only=True):
    """Base: camelCase on the wire; unknown fields are ignored."""


class Amount(Shape):
    amount: Decimal


class CardBalance(Shape):
    currency: str
    amount: Decimal


class Taxed(Shape):
    net: Amount
    gross: Amount


class TotalPrice(Taxed):
    currency: str


class Named(Shape):
    name: str


class Reference(Shape):
    id: Id


class Country(Shape):
    code: str


class MetadataItem(Shape):
    key: str
    value: str


class Address(Shape):
    first_name: str
    last_name: str
    company_name: str
    street_address_1: str = msgspec.field(name="streetAddress1")
    street_address_2: str = msgspec.field(name="streetAddress2")
    city: str
    city_area: str
    postal_code: str
    country: Country
    country_area: str
    phone: str | None
    metadata: list[MetadataItem]


class User(Shape):
    id: Id
    email: Email
    first_name: str
    last_name: str
    metadata: list[MetadataItem]


class TaxConfiguration(Shape):
    prices_entered_with_tax: bool


class Channel(Shape):
    slug: Text
    currency_code: str
    tax_configuration: TaxConfiguration


class AttributeName(Shape):
    name: str | None


class SelectedAttribute(Shape):
    attribute: AttributeName
    values: list[AttributeName]


class Variant(Shape):
    attributes: list[SelectedAttribute]


class Line(Shape):
    id: str
    product_name: str
    variant_name: str
    translated_product_name: str
    translated_variant_name: str
    product_sku: str | None
    product_variant_id: str | None
    variant: Variant | None
    quantity: int
    is_shipping_required: bool
    is_gift: bool | None
    tax_rate: Decimal
    tax_class_name: str | None
    tax_class: Named | None
    unit_price: Taxed
    total_price: Taxed
    undiscounted_total_price: Taxed
    unit_discount_reason: str | None
    voucher_code: str | None
    metadata: list[MetadataItem]


class Discount(Shape):
    type: str
    name: str | None
    reason: str | None
    value_type: str
    value: Decimal
    amount: Amount


class CardEventBalance(Shape):
    current_balance: Amount
    old_current_balance: Amount | None


class CardEvent(Shape):
    order_id: str | None
    balance: CardEventBalance | None


class Card(Shape):
    id: str
    last_4_code_chars: str = msgspec.field(name="last4CodeChars")
    initial_balance: CardBalance
    current_balance: Amount
    events: list[CardEvent] | None = None  # only where the app may read them


class TransactionEvent(Shape):
    id: Id
    type: str | None
    psp_reference: str
    created_at: Instant
    amount: Amount


class TransactionItem(Shape):
    id: Id
    name: str
    psp_reference: str
    created_at: Instant
    charged_amount: Amount
    refunded_amount: Amount
    refund_pending_amount: Amount
    events: list[TransactionEvent]


class PaymentTransaction(Shape):
    id: Id
    token: str
    kind: str
    is_success: bool
    created: Instant
    amount: Amount | None


class Payment(Shape):
    id: Id
    gateway: str
    is_active: bool
    created: Instant
    psp_reference: str | None
    captured_amount: Amount | None
    transactions: list[PaymentTransaction] | None


class GrantedRefundEvent(Shape):
    id: Id
    type: str | None
    psp_reference: str


class LineQuantity(Shape):
    quantity: int
    order_line: Reference | None


class GrantedRefund(Shape):
    id: Id
    created_at: Instant
    amount: Amount
    status: str
    reason: str | None
    shipping_costs_included: bool
    lines: list[LineQuantity] | None
    transaction: Reference | None
    transaction_events: list[GrantedRefundEvent] | None


class Fulfillment(Shape):
    id: Id
    status: str
    created: Instant
    tracking_number: str
    total_refunded_amount: Amount | None
    shipping_refunded_amount: Amount | None
    lines: list[LineQuantity] | None


class Invoice(Shape):
    id: Id
    status: str
    number: str | None
    url: str | None
    created_at: Instant


class OrderEvent(Shape):
    type: str | None
    date: Instant | None


class Order(Shape):
    id: Id
    number: Text
    created: Instant
    updated_at: Instant
    status: Code
    language_code_enum: str
    user_email: Email | None
    user: User | None
    channel: Channel
    billing_address: Address | None
    shipping_address: Address | None
    lines: list[Line]
    shipping_method_name: str | None
    collection_point_name: str | None
    shipping_price: Taxed
    undiscounted_shipping_price: Amount | None
    shipping_tax_rate: Decimal
    shipping_tax_class_name: str | None
    shipping_tax_class: Named | None
    total: TotalPrice
    undiscounted_total: Taxed
    discounts: list[Discount]
    voucher_code: str | None
    gift_cards: list[Card]
    tax_exemption: bool
    display_gross_prices: bool
    is_paid: bool
    charge_status: str
    total_charged: Amount
    total_refunded: Amount
    total_refund_pending: Amount
    total_charge_pending: Amount
    total_granted_refund: Amount
    total_balance: Amount
    transactions: list[TransactionItem]
    payments: list[Payment]
    granted_refunds: list[GrantedRefund]
    fulfillments: list[Fulfillment]
    invoices: list[Invoice]
    events: list[OrderEvent]
    customer_note: str
    external_reference: str | None
    metadata: list[MetadataItem]
