"""Saleor's order into domain words."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeVar

import msgspec

from saleor_invoices.domain import order as domain
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.saleor import shapes, wire

MAX_EXPONENT = 15  # what 64 bits hold in the smallest units of any currency
MIN_EXPONENT = -30  # the noise of a tax app's floats is less small
MAX_QUANTITY = 2**31 - 1  # GraphQL's Int
CHARGED = "CHARGE_SUCCESS"

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
        charge=_charge(order),
        payments=_payments(order),
        fulfillments=tuple(_fulfillment(parcel) for parcel in order.fulfillments),
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
        quantity=_quantity(line.quantity),
        unit_price=_taxed(line.unit_price),
        total=_taxed(line.total_price),
        undiscounted_total=_taxed(line.undiscounted_total_price),
        tax_rate=_number(line.tax_rate),
        tax_class=_tax_class(line.tax_class, line.tax_class_name),
        is_shipping_required=line.is_shipping_required,
        is_gift=bool(line.is_gift),
        unit_discount_reason=line.unit_discount_reason or "",
        voucher_code=line.voucher_code or "",
        metadata=_metadata(line.metadata),
    )


def _shipping(order: shapes.Order) -> domain.Shipping:
    undiscounted = order.undiscounted_shipping_price
    return domain.Shipping(
        price=_taxed(order.shipping_price),
        undiscounted=_number(undiscounted.amount) if undiscounted else None,
        tax_rate=_number(order.shipping_tax_rate),
        tax_class=_tax_class(order.shipping_tax_class, order.shipping_tax_class_name),
        method_name=order.shipping_method_name or "",
        collection_point=order.collection_point_name or "",
    )


def _discount(discount: shapes.Discount) -> domain.OrderDiscount:
    return domain.OrderDiscount(
        type=discount.type,
        total=_number(discount.amount.amount),
        name=discount.name or "",
        reason=discount.reason or "",
        value_type=discount.value_type,
        value=_number(discount.value),
    )


def _card(card: shapes.Card, order_id: str) -> domain.GiftCard:
    return domain.GiftCard(
        id=card.id,
        last_characters=card.last_4_code_chars,
        currency=card.initial_balance.currency,
        initial_balance=_number(card.initial_balance.amount),
        current_balance=_number(card.current_balance.amount),
        used=_used(card.events or (), order_id),
    )


def _used(events: Iterable[shapes.CardEvent], order_id: str) -> Decimal | None:
    """What the order took, by the card's USED_IN_ORDER events; None where none tells."""
    taken = [
        _number(event.balance.old_current_balance.amount)
        - _number(event.balance.current_balance.amount)
        for event in events
        if event.order_id == order_id and event.balance and event.balance.old_current_balance
    ]
    return sum(taken, Decimal(0)) if taken else None


def _charge(order: shapes.Order) -> domain.ChargeState:
    return domain.ChargeState(
        charged=_number(order.total_charged.amount),
        refunded=_number(order.total_refunded.amount),
        charge_pending=_number(order.total_charge_pending.amount),
        granted_refund=_number(order.total_granted_refund.amount),
        balance=_number(order.total_balance.amount),
        is_paid=order.is_paid,
        status=order.charge_status,
    )


def _payments(order: shapes.Order) -> tuple[domain.OrderPayment, ...]:
    older = (_payment(payment) for payment in order.payments)
    return (
        *(_transaction(item) for item in order.transactions),
        *(payment for payment in older if payment.charged or payment.refunded),
    )


def _transaction(item: shapes.TransactionItem) -> domain.OrderPayment:
    charged_at = max((e.created_at for e in item.events if e.type == CHARGED), default=None)
    charged = _number(item.charged_amount.amount)
    return domain.OrderPayment(
        id=item.id,
        name=item.name,
        reference=item.psp_reference,
        charged=charged,
        refunded=_number(item.refunded_amount.amount),
        # A transaction that was created with an amount may have no event for it.
        charged_at=charged_at or (item.created_at if charged else None),
    )


def _payment(payment: shapes.Payment) -> domain.OrderPayment:
    done = [t for t in payment.transactions or () if t.is_success]
    refunds = (_number(t.amount.amount) for t in done if t.kind == "REFUND" and t.amount)
    charged = _number(payment.captured_amount.amount) if payment.captured_amount else Decimal(0)
    captured_at = max((t.created for t in done if t.kind == "CAPTURE"), default=None)
    return domain.OrderPayment(
        id=payment.id,
        name=payment.gateway,
        reference=payment.psp_reference or "",
        charged=charged,
        refunded=sum(refunds, Decimal(0)),
        charged_at=captured_at or (payment.created if charged else None),
    )


def _fulfillment(parcel: shapes.Fulfillment) -> domain.Fulfillment:
    return domain.Fulfillment(
        id=parcel.id,
        status=parcel.status,
        created=parcel.created,
        tracking_number=parcel.tracking_number,
        lines=tuple((li.order_line.id, li.quantity) for li in parcel.lines or () if li.order_line),
    )


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
    return domain.TaxedAmount(net=_number(price.net.amount), gross=_number(price.gross.amount))


def _quantity(value: int) -> int:
    if abs(value) > MAX_QUANTITY:
        raise ValueError("a quantity is out of range")
    return value


def _number(value: Decimal) -> Decimal:
    if not value.is_finite() or not MIN_EXPONENT <= value.adjusted() <= MAX_EXPONENT:
        raise ValueError("a number is out of range")
    return value
