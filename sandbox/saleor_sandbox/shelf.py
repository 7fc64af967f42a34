"""What a channel sells: every item of the sample orders placed there, once."""

from decimal import Decimal

from .catalog import KINDS
from .model import Channel, Product, ProductVariant, TaxClass
from .money import taxed
from .pricing import Item


def shelf(key: str, channel: Channel) -> list[ProductVariant]:
    items: dict[tuple[str, str | None], Item] = {}
    for kind in KINDS.values():
        for item in kind.items if kind.channel == key else ():
            items.setdefault((item.name, item.variant), item)
    return [stocked(item, channel) for item in items.values()]


def stocked(item: Item, channel: Channel) -> ProductVariant:
    rate = Decimal(item.rate)
    tax_class = TaxClass(
        name=item.tax_class or "Standard", rates={channel.country_code: (rate * 100).normalize()}
    )
    slug = item.name.lower().replace(" ", "-")
    return ProductVariant(
        name=item.variant or "",
        sku=item.sku,
        product=Product(name=item.name, slug=slug, tax_class=tax_class),
        chosen=item.attributes,
        price=taxed(
            Decimal(item.price), rate, channel.currency_code, gross_entered=channel.gross_entered
        ),
    )
