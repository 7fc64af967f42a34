"""From a shopping list to an order's figures, by Saleor's flat-rate rules.

Line totals are rounded as a whole (unrounded unit times quantity), so unit price times quantity
may differ from them. Order-level discounts are spread over the lines in proportion, the last line
taking the remainder; a manual one reaches the shipping too, an entire-order voucher does not.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from .model import (
    Channel,
    OrderDiscount,
    OrderLine,
    OrderLineDiscount,
    Product,
    ProductVariant,
    TaxClass,
    to_global_id,
)
from .money import ZERO, Money, TaxedMoney, quantize, summed, taxed, taxed_of

PROMOTION = to_global_id("Promotion", "27b00000-0000-4000-8000-000000000001")


@dataclass(frozen=True)
class Item:
    """One wanted line; `price` is net or gross as the channel enters prices, `rate` a fraction."""

    name: str
    price: str
    quantity: int = 1
    rate: str = "0.19"
    variant: str | None = "Standard"
    sku: str | None = "SKU-1"
    tax_class: str | None = None
    promotion: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()  # what the shopper chose: name and value
    shipped: bool = True


@dataclass(frozen=True)
class Reduction:
    """An order-level discount: type VOUCHER or MANUAL, `percent` of what it covers."""

    type: str
    percent: str
    covers: str = "ENTIRE_ORDER"
    code: str | None = None


@dataclass
class Priced:
    lines: list[OrderLine]
    shipping: TaxedMoney
    undiscounted_shipping: Money
    subtotal: TaxedMoney
    total: TaxedMoney
    undiscounted_total: TaxedMoney
    discounts: list[OrderDiscount] = field(default_factory=list)


def spread(bases: list[Decimal], percent: Decimal, currency: str) -> list[Decimal]:
    """The share of the discount each base bears; the last one takes the rounding remainder."""
    whole = quantize(sum(bases, ZERO) * percent / 100, currency)
    shares = [quantize(base * percent / 100, currency) for base in bases]
    if shares:
        shares[-1] = whole - sum(shares[:-1], ZERO)
    return shares


def price_line(item: Item, channel: Channel, share: Decimal, origin: str, code: str | None):
    currency, entered = channel.currency_code, channel.gross_entered
    rate, listed = Decimal(item.rate), Decimal(item.price)
    promoted = quantize(promoted_price(item), currency)
    base_total = promoted * item.quantity - share
    product = Product(name=item.name, slug=item.name.lower().replace(" ", "-"))
    variant = ProductVariant(
        name=item.variant or "", sku=item.sku, product=product, chosen=item.attributes
    )
    line = OrderLine(
        product_name=item.name,
        # Saleor names an unnamed variant by its global id.
        variant_name=item.variant or variant.id,
        product_sku=item.sku,
        variant=variant,
        quantity=item.quantity,
        exact_rate=rate,
        tax_class=TaxClass(name=item.tax_class) if item.tax_class else None,
        is_shipping_required=item.shipped,
        unit_price=taxed(base_total / item.quantity, rate, currency, gross_entered=entered),
        total_price=taxed(base_total, rate, currency, gross_entered=entered),
        undiscounted_unit_price=taxed(listed, rate, currency, gross_entered=entered),
        undiscounted_total_price=taxed(
            listed * item.quantity, rate, currency, gross_entered=entered
        ),
        unit_discount=Money(quantize(listed - promoted, currency), currency),
    )
    describe_promotion(line, item)
    if origin == "CHECKOUT" and share and code:
        describe_share(line, share, code)
    return line


def promoted_price(item: Item) -> Decimal:
    return Decimal(item.price) * (100 - Decimal(item.promotion or 0)) / 100


def describe_promotion(line: OrderLine, item: Item) -> None:
    if not item.promotion:
        return
    unit = line.unit_discount
    line.unit_discount_type, line.unit_discount_value = "PERCENTAGE", Decimal(item.promotion)
    line.unit_discount_reason, line.sale_id = f"Promotion: {PROMOTION}", PROMOTION
    line.discounts.append(
        OrderLineDiscount(
            type="PROMOTION",
            name="Sample promotion",
            value_type="PERCENTAGE",
            value=Decimal(item.promotion),
            reason=line.unit_discount_reason,
            unit=unit,
            total=Money(unit.amount * line.quantity, unit.currency),
        )
    )


def describe_share(line: OrderLine, share: Decimal, code: str) -> None:
    """After a checkout (never after a draft) the line names its share of the order's voucher."""
    currency = line.unit_discount.currency
    amount = quantize(line.unit_discount.amount + share / line.quantity, currency)
    reason = f"Entire order voucher code: {code}"
    earlier = line.unit_discount_reason
    line.unit_discount = Money(amount, currency)
    line.unit_discount_value, line.unit_discount_type = amount, "FIXED"
    line.unit_discount_reason = f"{reason} & {earlier}" if earlier else reason


def price(
    items: list[Item],
    channel: Channel,
    *,
    shipping: Decimal,
    shipping_rate: Decimal,
    reduction: Reduction | None,
    gift: Decimal,
    origin: str,
) -> Priced:
    currency, entered = channel.currency_code, channel.gross_entered
    shares, shipping_share = reductions(items, shipping, reduction, currency)
    code = reduction.code if reduction else None
    lines = [
        price_line(item, channel, share, origin, code)
        for item, share in zip(items, shares, strict=True)
    ]
    shipped = taxed(shipping - shipping_share, shipping_rate, currency, gross_entered=entered)
    listed_shipping = taxed(shipping, shipping_rate, currency, gross_entered=entered)
    subtotal = summed([line.total_price for line in lines], currency)
    full = summed([line.undiscounted_total_price for line in lines], currency)
    return Priced(
        lines=lines,
        shipping=shipped,
        undiscounted_shipping=Money(quantize(shipping, currency), currency),
        subtotal=subtotal,
        total=less_gift(summed([subtotal, shipped], currency), gift),
        undiscounted_total=summed([full, listed_shipping], currency),
        discounts=describe(reduction, sum(shares, ZERO) + shipping_share, currency),
    )


def price_recipe(recipe: Any, items: list[Item], channel: Channel) -> Priced:
    """A kind of sample order with these lines."""
    return price(
        items,
        channel,
        shipping=Decimal(recipe.shipping),
        shipping_rate=Decimal(recipe.shipping_rate),
        reduction=recipe.reduction,
        gift=Decimal(recipe.gift_card),
        origin=recipe.origin,
    )


def figures(priced: Priced) -> dict[str, Any]:
    """The order's attributes that hold them."""
    return {
        "lines": priced.lines,
        "discounts": priced.discounts,
        "total": priced.total,
        "subtotal": priced.subtotal,
        "undiscounted_total": priced.undiscounted_total,
        "shipping_price": priced.shipping,
        "undiscounted_shipping_price": priced.undiscounted_shipping,
    }


def reductions(items: list[Item], shipping: Decimal, reduction: Reduction | None, currency: str):
    """(share of each line, share of the shipping), in the channel's kind of price."""
    bases = [quantize(promoted_price(item), currency) * item.quantity for item in items]
    if reduction is None:
        return [ZERO] * len(items), ZERO
    percent = Decimal(reduction.percent)
    if reduction.covers == "SHIPPING":
        return [ZERO] * len(items), quantize(shipping * percent / 100, currency)
    # A manual discount reaches the shipping as well, rounded there on its own.
    manual = reduction.type == "MANUAL"
    return spread(bases, percent, currency), (
        quantize(shipping * percent / 100, currency) if manual else ZERO
    )


def describe(reduction: Reduction | None, amount: Decimal, currency: str) -> list[OrderDiscount]:
    if reduction is None:
        return []
    voucher = reduction.type == "VOUCHER"
    return [
        OrderDiscount(
            type=reduction.type,
            name=f"Sample voucher {reduction.percent}%" if voucher else None,
            value_type="PERCENTAGE",
            value=Decimal(reduction.percent),
            reason=f"Voucher code: {reduction.code}" if voucher else "Staff discount",
            total=Money(quantize(amount, currency), currency),
        )
    ]


def less_gift(total: TaxedMoney, gift: Decimal) -> TaxedMoney:
    """A gift card lowers the order's gross total, and the net one in proportion."""
    if not gift:
        return total
    left = max(total.gross.amount - gift, ZERO)
    net = total.net.amount * left / total.gross.amount
    return taxed_of(net, left, total.currency)
