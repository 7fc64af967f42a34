"""What the stand-in keeps in memory. Class names are Saleor's GraphQL type names."""

import base64
import itertools
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .money import ZERO, Money, TaxedMoney

if TYPE_CHECKING:
    from .order_model import Order

_sequence: dict[str, itertools.count] = {}


def words(text: str) -> list[str]:
    return text.split()


def now() -> datetime:
    return datetime.now(UTC)


def next_pk(kind: str) -> int:
    return next(_sequence.setdefault(kind, itertools.count(1)))


def new_uuid() -> str:
    return str(uuid.uuid4())


def to_global_id(kind: str, pk: Any) -> str:
    return base64.b64encode(f"{kind}:{pk}".encode()).decode()


def from_global_id(value: str) -> tuple[str, str]:
    """(type, pk) of a Relay global id; ("", "") for anything else."""
    try:
        kind, _, pk = base64.b64decode(value, validate=True).decode().partition(":")
    except ValueError:
        return "", ""
    return kind, pk


@dataclass(kw_only=True, eq=False)
class Entity:
    """Anything with a global id and Saleor's two metadata dictionaries."""

    pk: Any = None
    meta: dict[str, str] = field(default_factory=dict)
    private_meta: dict[str, str] = field(default_factory=dict)
    uses_uuid = False

    def __post_init__(self) -> None:
        if self.pk is None:
            self.pk = new_uuid() if self.uses_uuid else next_pk(type(self).__name__)

    @property
    def id(self) -> str:
        return to_global_id(type(self).__name__, self.pk)


@dataclass(kw_only=True, eq=False)
class Address(Entity):
    first_name: str = ""
    last_name: str = ""
    company_name: str = ""
    street_address_1: str = ""
    street_address_2: str = ""
    city: str = ""
    city_area: str = ""
    postal_code: str = ""
    country_code: str = "DE"
    country_name: str = "Germany"
    country_area: str = ""
    phone: str | None = None

    @property
    def country(self) -> dict[str, str]:
        return {"code": self.country_code, "country": self.country_name}


@dataclass(kw_only=True, eq=False)
class User(Entity):
    email: str
    password: str
    first_name: str = "Sample"
    last_name: str = "Buyer"
    is_staff: bool = False
    permissions: tuple[str, ...] = ()
    is_active: bool = True
    language_code: str = "EN"
    token_key: str = field(default_factory=lambda: uuid.uuid4().hex[:12])
    date_joined: datetime = field(default_factory=now)
    external_reference: str | None = None
    default_billing_address: Address | None = None


@dataclass(kw_only=True, eq=False)
class Channel(Entity):
    slug: str
    name: str
    currency_code: str
    country_code: str
    country_name: str
    gross_entered: bool = False
    display_gross: bool = True
    auto_confirm: bool = True
    is_active: bool = True

    @property
    def default_country(self) -> dict[str, str]:
        return {"code": self.country_code, "country": self.country_name}

    @property
    def tax_configuration(self) -> "TaxConfiguration":
        return TaxConfiguration(pk=self.pk, channel=self)


@dataclass(kw_only=True, eq=False)
class TaxConfiguration(Entity):
    channel: Channel
    charge_taxes: bool = True
    tax_calculation_strategy: str = "FLAT_RATES"

    @property
    def display_gross_prices(self) -> bool:
        return self.channel.display_gross

    @property
    def prices_entered_with_tax(self) -> bool:
        return self.channel.gross_entered


@dataclass(kw_only=True, eq=False)
class TaxClass(Entity):
    name: str
    rates: dict[str, Decimal] = field(default_factory=dict)  # percent by country

    @property
    def countries(self) -> list[dict[str, Any]]:
        return [
            {"country": {"code": code, "country": code}, "rate": rate, "tax_class": self}
            for code, rate in self.rates.items()
        ]


@dataclass(kw_only=True, eq=False)
class Product(Entity):
    name: str
    slug: str
    tax_class: TaxClass | None = None


@dataclass(kw_only=True, eq=False)
class ProductVariant(Entity):
    name: str
    sku: str | None
    product: Product
    chosen: tuple[tuple[str, str], ...] = ()
    price: TaxedMoney | None = None  # of a variant in the catalogue, in its channel

    @property
    def pricing(self) -> dict[str, Any] | None:
        return {"price": self.price} if self.price else None


@dataclass(kw_only=True, eq=False)
class ShippingMethod(Entity):
    name: str
    price: Money


@dataclass(kw_only=True, eq=False)
class Warehouse(Entity):
    name: str
    slug: str
    uses_uuid = True


@dataclass(kw_only=True, eq=False)
class Voucher(Entity):
    name: str
    code: str
    type: str


@dataclass(kw_only=True, eq=False)
class OrderDiscount(Entity):
    type: str
    name: str | None
    value_type: str
    value: Decimal
    total: Money
    reason: str | None = None
    translated_name: str = ""
    uses_uuid = True

    @property
    def amount(self) -> Money:
        return self.total


@dataclass(kw_only=True, eq=False)
class OrderLineDiscount(OrderDiscount):
    unit: Money


@dataclass(kw_only=True, eq=False)
class OrderLine(Entity):
    product_name: str
    variant_name: str
    product_sku: str | None
    variant: ProductVariant
    quantity: int
    exact_rate: Decimal
    tax_class: TaxClass | None
    unit_price: TaxedMoney
    total_price: TaxedMoney
    undiscounted_unit_price: TaxedMoney
    undiscounted_total_price: TaxedMoney
    unit_discount: Money
    unit_discount_value: Decimal = ZERO
    unit_discount_type: str | None = None
    unit_discount_reason: str | None = None
    discounts: list[OrderLineDiscount] = field(default_factory=list)
    quantity_fulfilled: int = 0
    is_shipping_required: bool = True
    is_gift: bool = False
    voucher_code: str | None = None
    sale_id: str | None = None
    is_price_overridden: bool = False
    translated_product_name: str = ""
    translated_variant_name: str = ""
    uses_uuid = True

    @property
    def tax_rate(self) -> Decimal:
        # Saleor's column keeps four decimals, while taxes are computed with the exact rate.
        return self.exact_rate.quantize(Decimal("0.0001"))

    @property
    def tax_class_name(self) -> str | None:
        return self.tax_class.name if self.tax_class else None

    @property
    def product_variant_id(self) -> str:
        return self.variant.id

    @property
    def quantity_to_fulfill(self) -> int:
        return self.quantity - self.quantity_fulfilled


@dataclass(kw_only=True, eq=False)
class FulfillmentLine(Entity):
    quantity: int
    order_line: OrderLine


@dataclass(kw_only=True, eq=False)
class Fulfillment(Entity):
    fulfillment_order: int
    lines: list[FulfillmentLine]
    warehouse: Warehouse
    status: str = "FULFILLED"
    tracking_number: str = ""
    created: datetime = field(default_factory=now)
    shipping_refunded_amount: Money | None = None
    total_refunded_amount: Money | None = None

    @property
    def status_display(self) -> str:
        return self.status.replace("_", " ").capitalize()


@dataclass(kw_only=True, eq=False)
class GiftCardEvent(Entity):
    type: str
    order_id: str
    order_number: str
    initial: Money
    current: Money
    old_current: Money
    date: datetime = field(default_factory=now)

    @property
    def balance(self) -> dict[str, Money]:
        return {
            "initial_balance": self.initial,
            "old_initial_balance": self.initial,
            "current_balance": self.current,
            "old_current_balance": self.old_current,
        }


@dataclass(kw_only=True, eq=False)
class GiftCard(Entity):
    code: str
    initial_balance: Money
    current_balance: Money
    is_active: bool = True
    created: datetime = field(default_factory=now)
    last_used_on: datetime | None = None
    events: list[GiftCardEvent] = field(default_factory=list)

    @property
    def last_4_code_chars(self) -> str:
        return self.code[-4:]

    @property
    def display_code(self) -> str:
        return self.code[-4:]


@dataclass(kw_only=True, eq=False)
class Invoice(Entity):
    order: "Order"
    number: str | None = None
    external_url: str | None = None
    # Saleor 3.20's built-in plugin keeps a file of its own, which masks an app's URL.
    file_url: str | None = None
    status: str = "PENDING"
    message: str | None = None
    created_at: datetime = field(default_factory=now)
    updated_at: datetime = field(default_factory=now)

    @property
    def url(self) -> str | None:
        return self.file_url or self.external_url


@dataclass(kw_only=True, eq=False)
class OrderEvent(Entity):
    type: str
    user: User | None = None
    app: Any = None
    message: str | None = None
    invoice_number: str | None = None
    date: datetime = field(default_factory=now)
