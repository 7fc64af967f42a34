"""A line of our own JSON Lines export (``exports.records``) as the shape that is imported."""

from datetime import date
from decimal import Decimal

import msgspec

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.shaping.structs import (
    AddressShape,
    AdjustmentShape,
    CustomerShape,
    InvoiceShape,
    LineShape,
    OrderShape,
    PartyShape,
    PaymentShape,
    PrecedingShape,
    TotalsShape,
)

_MARK = b'"legal_entity":'  # a field that no shape of the API has
_STATUSES = frozenset({"paid", "partially_paid", "unpaid"})


class _Line(msgspec.Struct):
    name: str
    quantity: Decimal
    net: Decimal
    tax: Decimal
    gross: Decimal
    vat_category: str
    vat_rate: Decimal
    unit_price_net: Decimal
    sku: str = ""
    unit_code: str = ""


class _Adjustment(msgspec.Struct):
    is_charge: bool
    amount: Decimal
    vat_category: str
    vat_rate: Decimal
    reason: str = ""


class _Document(msgspec.Struct):
    """As much of a record as an import can take; what a later version adds is passed over."""

    id: str
    number: str
    kind: str
    currency: str
    net: Decimal
    tax: Decimal
    gross: Decimal
    payable: Decimal
    lines: tuple[_Line, ...]
    issue_date: date | None = None
    due_date: date | None = None
    paid: Decimal | None = None
    payment_status: str = ""
    seller_name: str = ""
    seller_vat_id: str = ""
    buyer_name: str = ""
    buyer_vat_id: str = ""
    buyer_country: str = ""
    customer_id: str = ""
    customer_email: str = ""
    channel: str = ""
    order_id: str = ""
    order_number: str = ""
    preceding_number: str = ""
    reason: str = ""
    language: str = ""
    adjustments: tuple[_Adjustment, ...] = ()


_decoder = msgspec.json.Decoder(_Document)


def is_own_export(line: bytes) -> bool:
    """Whether the export wrote it."""
    return _MARK in line


def shape_of_export(line: bytes) -> InvoiceShape:
    """The shape of an exported document. Raises ``InvalidInput`` SHAPE_INVALID."""
    try:
        said = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidInput(f"{error}.", code="SHAPE_INVALID") from error
    prepaid = said.gross - said.payable
    return InvoiceShape(
        external_id=said.id,
        number=said.number,
        kind=said.kind,
        issue_date=said.issue_date,
        due_date=said.due_date,
        currency=said.currency,
        language=said.language,
        channel=said.channel,
        seller=_seller(said),
        buyer=_buyer(said),
        customer=_customer(said),
        order=_order(said),
        lines=tuple(map(_line, said.lines)),
        allowances=tuple(_adjustment(one) for one in said.adjustments if not one.is_charge),
        charges=tuple(_adjustment(one) for one in said.adjustments if one.is_charge),
        totals=TotalsShape(
            net=said.net,
            tax=said.tax,
            gross=said.gross,
            prepaid=prepaid if prepaid >= 1 else None,
            payable=said.payable,
        ),
        payment_status=said.payment_status if said.payment_status in _STATUSES else "",
        payments=(PaymentShape(amount=said.paid),) if said.paid else (),
        preceding=(PrecedingShape(number=said.preceding_number),) if said.preceding_number else (),
        reason=said.reason,
    )


def _seller(said: _Document) -> PartyShape | None:
    if not said.seller_name:
        return None
    return PartyShape(company=said.seller_name, vat_id=said.seller_vat_id)


def _buyer(said: _Document) -> PartyShape:
    country = said.buyer_country
    return PartyShape(
        name=said.buyer_name,
        vat_id=said.buyer_vat_id,
        email=said.customer_email,
        address=AddressShape(country=country) if country else None,
    )


def _customer(said: _Document) -> CustomerShape | None:
    if not (said.customer_id or said.customer_email):
        return None
    return CustomerShape(id=said.customer_id, email=said.customer_email)


def _order(said: _Document) -> OrderShape | None:
    if not (said.order_id or said.order_number):
        return None
    return OrderShape(id=said.order_id, number=said.order_number)


def _line(line: _Line) -> LineShape:
    return LineShape(
        name=line.name,
        sku=line.sku,
        quantity=line.quantity,
        unit_code=line.unit_code,
        unit_price_net=line.unit_price_net,
        net=line.net,
        tax=line.tax,
        gross=line.gross,
        vat_rate=line.vat_rate,
        vat_category=line.vat_category,
    )


def _adjustment(one: _Adjustment) -> AdjustmentShape:
    return AdjustmentShape(
        net=one.amount, vat_rate=one.vat_rate, vat_category=one.vat_category, reason=one.reason
    )
