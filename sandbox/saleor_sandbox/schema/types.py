"""Money, parties, channels and order lines. Fields without a resolver are model attributes."""

import graphene

from . import base
from .base import Entity, Node, many, maybe_many, nn, require


class Money(graphene.ObjectType):
    currency = graphene.String(required=True)
    amount = graphene.Float(required=True)
    fractional_amount = graphene.Int(required=True)
    fraction_digits = graphene.Int(required=True)


class TaxedMoney(graphene.ObjectType):
    currency = graphene.String(required=True)
    gross = nn(Money)
    net = nn(Money)
    tax = nn(Money)


class CountryDisplay(graphene.ObjectType):
    code = graphene.String(required=True)
    country = graphene.String(required=True)


class Weight(graphene.ObjectType):
    unit = nn(base.WeightUnitsEnum)
    value = graphene.Float(required=True)


class Address(Entity):
    first_name = graphene.String(required=True)
    last_name = graphene.String(required=True)
    company_name = graphene.String(required=True)
    street_address_1 = graphene.String(required=True)
    street_address_2 = graphene.String(required=True)
    city = graphene.String(required=True)
    city_area = graphene.String(required=True)
    postal_code = graphene.String(required=True)
    country = nn(CountryDisplay)
    country_area = graphene.String(required=True)
    phone = graphene.String()


class TaxConfiguration(Entity):
    channel = nn(lambda: Channel)
    charge_taxes = graphene.Boolean(required=True)
    tax_calculation_strategy = base.TaxCalculationStrategy()
    display_gross_prices = graphene.Boolean(required=True)
    prices_entered_with_tax = graphene.Boolean(required=True)


class OrderSettings(graphene.ObjectType):
    automatically_confirm_all_new_orders = graphene.Boolean(required=True)


class Channel(Entity):
    slug = graphene.String(required=True)
    name = graphene.String(required=True)
    is_active = graphene.Boolean(required=True)
    currency_code = graphene.String(required=True)
    default_country = nn(CountryDisplay)
    countries = maybe_many(CountryDisplay)
    tax_configuration = nn(TaxConfiguration)
    order_settings = nn(OrderSettings)

    @staticmethod
    def resolve_countries(root, _info):
        return [root.default_country]

    @staticmethod
    def resolve_order_settings(root, _info):
        return {"automatically_confirm_all_new_orders": root.auto_confirm}


class TaxClassCountryRate(graphene.ObjectType):
    country = nn(CountryDisplay)
    rate = graphene.Float(required=True)
    tax_class = graphene.Field(lambda: TaxClass)


class TaxClass(Entity):
    name = graphene.String(required=True)
    countries = many(TaxClassCountryRate)


class Product(Entity):
    name = graphene.String(required=True)
    slug = graphene.String(required=True)
    tax_class = graphene.Field(TaxClass)

    @staticmethod
    def resolve_tax_class(root, info):
        require(info, "AUTHENTICATED_STAFF_USER", "AUTHENTICATED_APP")
        return root.tax_class


class VariantPricingInfo(graphene.ObjectType):
    price = graphene.Field(TaxedMoney)


class Attribute(Entity):
    name = graphene.String()
    slug = graphene.String()


class AttributeValue(graphene.ObjectType):
    class Meta:
        interfaces = (Node,)

    name = graphene.String()
    slug = graphene.String()


class SelectedAttribute(graphene.ObjectType):
    attribute = nn(Attribute)
    values = many(AttributeValue)


class ProductVariant(Entity):
    name = graphene.String(required=True)
    sku = graphene.String()
    product = nn(Product)
    attributes = many(SelectedAttribute, variant_selection=base.VariantAttributeScope())
    pricing = graphene.Field(VariantPricingInfo)

    @staticmethod
    def resolve_attributes(root, _info, variant_selection=None):
        # The catalogue has none but those that the shopper chooses between.
        if base.plain(variant_selection) == "NOT_VARIANT_SELECTION":
            return []
        return [
            {
                "attribute": {"name": name, "slug": name.lower()},
                "values": [{"name": value, "slug": value.lower()}],
            }
            for name, value in root.chosen
        ]


ProductVariantCountableConnection = base.connection("ProductVariant", ProductVariant)


class ShippingMethod(Entity):
    name = graphene.String(required=True)
    price = nn(Money)


class Warehouse(Entity):
    name = graphene.String(required=True)
    slug = graphene.String(required=True)


class DeliveryMethod(graphene.Union):
    class Meta:
        types = (Warehouse, ShippingMethod)


class Voucher(Entity):
    name = graphene.String()
    code = graphene.String()
    type = nn(base.VoucherTypeEnum)


class OrderDiscount(graphene.ObjectType):
    class Meta:
        interfaces = (Node,)

    type = nn(base.OrderDiscountType)
    name = graphene.String()
    translated_name = graphene.String()
    value_type = nn(base.DiscountValueTypeEnum)
    value = nn(base.PositiveDecimal)
    reason = graphene.String()
    amount = nn(Money)
    total = nn(Money)


class OrderLineDiscount(graphene.ObjectType):
    id = graphene.ID(required=True)
    type = nn(base.OrderDiscountType)
    name = graphene.String()
    translated_name = graphene.String()
    value_type = nn(base.DiscountValueTypeEnum)
    value = nn(base.PositiveDecimal)
    reason = graphene.String()
    total = nn(Money)
    unit = nn(Money)


class OrderLine(Entity):
    product_name = graphene.String(required=True)
    variant_name = graphene.String(required=True)
    product_sku = graphene.String()
    product_variant_id = graphene.String()
    is_shipping_required = graphene.Boolean(required=True)
    quantity = graphene.Int(required=True)
    quantity_fulfilled = graphene.Int(required=True)
    quantity_to_fulfill = graphene.Int(required=True)
    tax_rate = graphene.Float(required=True)
    unit_price = nn(TaxedMoney)
    undiscounted_unit_price = nn(TaxedMoney)
    unit_discount = nn(Money)
    unit_discount_reason = graphene.String()
    unit_discount_value = nn(base.PositiveDecimal)
    unit_discount_type = base.DiscountValueTypeEnum()
    total_price = nn(TaxedMoney)
    undiscounted_total_price = nn(TaxedMoney)
    is_price_overridden = graphene.Boolean()
    variant = graphene.Field(ProductVariant)
    translated_product_name = graphene.String(required=True)
    translated_variant_name = graphene.String(required=True)
    sale_id = graphene.ID()
    tax_class = graphene.Field(TaxClass)
    tax_class_name = graphene.String()
    voucher_code = graphene.String()
    is_gift = graphene.Boolean()
    discounts = maybe_many(OrderLineDiscount)

    @staticmethod
    def resolve_tax_class(root, info):
        if root.tax_class:
            require(info, "AUTHENTICATED_STAFF_USER", "AUTHENTICATED_APP")
        return root.tax_class


class FulfillmentLine(graphene.ObjectType):
    class Meta:
        interfaces = (Node,)

    quantity = graphene.Int(required=True)
    order_line = graphene.Field(OrderLine)


class Fulfillment(Entity):
    fulfillment_order = graphene.Int(required=True)
    status = nn(base.FulfillmentStatus)
    status_display = graphene.String()
    tracking_number = graphene.String(required=True)
    created = graphene.DateTime(required=True)
    lines = maybe_many(FulfillmentLine)
    warehouse = graphene.Field(Warehouse)
    shipping_refunded_amount = graphene.Field(Money)
    total_refunded_amount = graphene.Field(Money)


class GiftCardEventBalance(graphene.ObjectType):
    initial_balance = graphene.Field(Money)
    current_balance = nn(Money)
    old_initial_balance = graphene.Field(Money)
    old_current_balance = graphene.Field(Money)


class GiftCardEvent(graphene.ObjectType):
    class Meta:
        interfaces = (Node,)

    date = graphene.DateTime()
    type = base.GiftCardEventsEnum()
    order_id = graphene.ID()
    order_number = graphene.String()
    balance = graphene.Field(GiftCardEventBalance)


class GiftCardEventFilterInput(graphene.InputObjectType):
    type = base.GiftCardEventsEnum()
    orders = base.listed(graphene.ID)


class GiftCard(Entity):
    display_code = graphene.String(required=True)
    last4_code_chars = graphene.String(required=True)
    code = graphene.String(required=True)
    created = graphene.DateTime(required=True)
    last_used_on = graphene.DateTime()
    is_active = graphene.Boolean(required=True)
    initial_balance = nn(Money)
    current_balance = nn(Money)
    events = many(GiftCardEvent, filter=GiftCardEventFilterInput())

    @staticmethod
    def resolve_last4_code_chars(root, _info):
        return root.last_4_code_chars

    @staticmethod
    def resolve_code(root, info):
        require(info, "MANAGE_GIFT_CARD", "OWNER")
        return root.code

    @staticmethod
    def resolve_events(root, info, filter=None):  # noqa: A002 - Saleor's argument name
        # Readable with MANAGE_ORDERS from 3.22 only.
        early = info.context.state.settings.version < (3, 22, 0)
        require(info, "MANAGE_GIFT_CARD", *(() if early else ("MANAGE_ORDERS",)))
        wanted = filter or {}
        kind, orders = base.plain(wanted.get("type")), wanted.get("orders")
        return [
            event
            for event in root.events
            if kind in (None, event.type) and (orders is None or event.order_id in orders)
        ]
