"""A document as exports see it: exact amounts, dates, and nothing that needs a database."""

from datetime import date
from decimal import Decimal

import msgspec


class LineRecord(msgspec.Struct, frozen=True, kw_only=True):
    """BG-25."""

    id: str
    name: str
    sku: str
    quantity: Decimal
    unit_code: str
    unit_price_net: Decimal
    net: Decimal
    tax: Decimal
    gross: Decimal
    vat_category: str
    vat_rate: Decimal


class AdjustmentRecord(msgspec.Struct, frozen=True, kw_only=True):
    """BG-20 (an allowance) or BG-21 (a charge) of the whole document."""

    is_charge: bool
    amount: Decimal
    reason: str
    vat_category: str
    vat_rate: Decimal


class VatRecord(msgspec.Struct, frozen=True, kw_only=True):
    """BG-23: what was taxed at one rate."""

    vat_category: str
    vat_rate: Decimal
    taxable: Decimal
    tax: Decimal


class DocumentRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One document. Amounts are in the major unit, with the currency's decimals."""

    id: str
    number: str
    kind: str
    state: str
    source: str
    test_mode: bool
    issue_date: date | None
    due_date: date | None
    currency: str
    net: Decimal
    tax: Decimal
    gross: Decimal
    payable: Decimal
    paid: Decimal | None
    balance: Decimal | None
    credited: Decimal | None
    refunded: Decimal | None
    payment_status: str
    legal_entity: str
    seller_name: str
    seller_vat_id: str
    buyer_name: str
    buyer_vat_id: str
    buyer_country: str
    customer_id: str
    customer_email: str
    channel: str
    order_id: str
    order_number: str
    preceding_number: str
    reason: str
    language: str
    erased: bool
    lines: list[LineRecord]
    adjustments: list[AdjustmentRecord]
    vat: list[VatRecord]
