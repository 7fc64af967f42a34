"""Saleor's order into domain words."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

import msgspec

from saleor_invoices.domain import order as domain
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.saleor import order_money, shapes, wire
from saleor_invoices.saleor.numbers import number, whole

CANCELED = "CANCELED"

Shape = TypeVar("Shape", bound=shapes.Shape)


def parse_order(data: dict[str, Any]) -> domain.Order:
    """An order selected by the fragment ``OrderDetails``, fractions already as ``Decimal``.

    Raises ``InvalidInput`` with the code PAYLOAD_INVALID, whose message names the place and never
    a value, when a field is missing or not of its type.
    """
    try:
        order = _shaped(data, shapes.Order)
        return _order(order)
    except (msgspec.ValidationError, ValueError) as error:
        raise InvalidInput(
            f"Saleor's order can't be read: {error}", code="PAYLOAD_INVALID"
        ) from error


def parse_invoice(data: dict[str, Any]) -> domain.SaleorInvoice:
    """An invoice selected by the fragment ``OrderInvoice``; raises as ``parse_order`` does."""
    try:
        return _invoice(_shaped(data, shapes.Invoice))
    except (msgspec.ValidationError, ValueError) as error:
        raise InvalidInput(
            f"Saleor's invoice can't be read: {error}", code="PAYLOAD_INVALID"
        ) from error


def parse_address(data: dict[str, Any]) -> domain.OrderAddress:
    """An address selected by the fragment ``OrderAddress``; raises as ``parse_order`` does."""
    try:
        return _address(_shaped(data, shapes.Address))
    except (msgspec.ValidationError, ValueError) as error:
        raise InvalidInput(
            f"Saleor's address can't be read: {error}", code="PAYLOAD_INVALID"
        ) from error


def _shaped(data: dict[str, Any], shape: type[Shape]) -> Shape:
    if wire.has_nul(data):
        raise ValueError("a text with the character NUL")
    return msgspec.convert(data, shape)


def _order(order: shapes.Order) -> domain.Order:
    return domain.Order(
        id=order.id,
        number=order.number,
        created=order.created,
        updated=order.updated_at,
        status=order.status,
        channel=order.channel.slug,
        currency=order.total.currency,
        language=order.language_code_enum,
        lines=tuple(_line(line) for line in order.lines),
        shipping=_shipping(order),
        total=_taxed(order.total),
        undiscounted_total=_taxed(order.undiscounted_total),
        discounts=tuple(_discount(discount) for discount in order.discounts),
        voucher_code=order.voucher_code or "",
        gift_cards=tuple(_card(card, order.id) for card in order.gift_cards),
        billing_address=_address(order.billing_address) if order.billing_address else None,
        shipping_address=_address(order.shipping_address) if order.shipping_address else None,
        customer=_customer(order.user) if order.user else None,
        email=order.user_email or "",
        tax_exemption=order.tax_exemption,
        display_gross_prices=order.display_gross_prices,
        prices_entered_with_tax=order.channel.tax_configuration.prices_entered_with_tax,
        charge=order_money.charge(order),
        payments=order_money.payments(order),
        granted_refunds=tuple(map(order_money.granted_refund, order.granted_refunds)),
        cancelled_at=_cancelled_at(order.events),
        fulfillments=tuple(map(order_money.fulfillment, order.fulfillments)),
        invoices=tuple(_invoice(invoice) for invoice in order.invoices),
        metadata=_metadata(order.metadata),
        customer_note=order.customer_note,
        external_reference=order.external_reference or "",
    )


def _line(line: shapes.Line) -> domain.OrderLine:
    return domain.OrderLine(
        id=line.id,
        product_name=line.product_name,
        variant_name=line.variant_name,
        translated_product_name=line.translated_product_name,
        translated_variant_name=line.translated_variant_name,
        sku=line.product_sku or "",
        variant_id=line.product_variant_id or "",
        quantity=whole(line.quantity),
        unit_price=_taxed(line.unit_price),
        total=_taxed(line.total_price),
        undiscounted_total=_taxed(line.undiscounted_total_price),
        tax_rate=number(line.tax_rate),
        tax_class=_tax_class(line.tax_class, line.tax_class_name),
        is_shipping_required=line.is_shipping_required,
        is_gift=bool(line.is_gift),
        unit_discount_reason=line.unit_discount_reason or "",
        voucher_code=line.voucher_code or "",
        attributes=_attributes(line.variant),
        metadata=_metadata(line.metadata),
    )


def _attributes(variant: shapes.Variant | None) -> tuple[tuple[str, str], ...]:
    """Name and value of what the shopper chose; several values of one attribute in one text."""
    chosen = variant.attributes if variant else []
    pairs = (
        (one.attribute.name or "", ", ".join(value.name for value in one.values if value.name))
        for one in chosen
    )
    return tuple((name, value) for name, value in pairs if name and value)


def _cancelled_at(events: Iterable[shapes.OrderEvent]) -> datetime | None:
    return max((one.date for one in events if one.type == CANCELED and one.date), default=None)


def _shipping(order: shapes.Order) -> domain.Shipping:
    undiscounted = order.undiscounted_shipping_price
    return domain.Shipping(
        price=_taxed(order.shipping_price),
        undiscounted=number(undiscounted.amount) if undiscounted else None,
        tax_rate=number(order.shipping_tax_rate),
        tax_class=_tax_class(order.shipping_tax_class, order.shipping_tax_class_name),
        method_name=order.shipping_method_name or "",
        collection_point=order.collection_point_name or "",
    )


def _discount(discount: shapes.Discount) -> domain.OrderDiscount:
    return domain.OrderDiscount(
        type=discount.type,
        total=number(discount.amount.amount),
        name=discount.name or "",
        reason=discount.reason or "",
        value_type=discount.value_type,
        value=number(discount.value),
    )


def _card(card: shapes.Card, order_id: str) -> domain.GiftCard:
    return domain.GiftCard(
        id=card.id,
        last_characters=card.last_4_code_chars,
        currency=card.initial_balance.currency,
        initial_balance=number(card.initial_balance.amount),
        current_balance=number(card.current_balance.amount),
        used=_used(card.events or (), order_id),
    )


def _used(events: Iterable[shapes.CardEvent], order_id: str) -> Decimal | None:
    """What the order took, by the card's USED_IN_ORDER events; None where none tells."""
    taken = [
        number(event.balance.old_current_balance.amount)
        - number(event.balance.current_balance.amount)
        for event in events
        if event.order_id == order_id and event.balance and event.balance.old_current_balance
    ]
    return sum(taken, Decimal(0)) if taken else None


def _invoice(invoice: shapes.Invoice) -> domain.SaleorInvoice:
    return domain.SaleorInvoice(
        id=invoice.id,
        status=invoice.status,
        number=invoice.number or "",
        url=invoice.url or "",
        created=invoice.created_at,
    )


def _address(address: shapes.Address) -> domain.OrderAddress:
    return domain.OrderAddress(
        first_name=address.first_name,
        last_name=address.last_name,
        company_name=address.company_name,
        street_address_1=address.street_address_1,
        street_address_2=address.street_address_2,
        city=address.city,
        city_area=address.city_area,
        postal_code=address.postal_code,
        country=address.country.code,
        country_area=address.country_area,
        phone=address.phone or "",
        metadata=_metadata(address.metadata),
    )


def _customer(user: shapes.User) -> domain.Customer:
    return domain.Customer(
        id=user.id,
        email=user.email,
        first_name=user.first_name,
        last_name=user.last_name,
        metadata=_metadata(user.metadata),
    )


def _metadata(items: Iterable[shapes.MetadataItem]) -> dict[str, str]:
    return {item.key: item.value for item in items}


def _tax_class(tax_class: shapes.Named | None, kept_name: str | None) -> str:
    # The class may be renamed or deleted later; the name kept on the order is the one it had.
    return kept_name or (tax_class.name if tax_class else "")


def _taxed(price: shapes.Taxed) -> domain.TaxedAmount:
    return domain.TaxedAmount(net=number(price.net.amount), gross=number(price.gross.amount))
