"""A document as exports see it: exact amounts, dates, and nothing that needs a database."""

from datetime import date
from decimal import Decimal
from enum import IntEnum

import msgspec


class Depth(IntEnum):
    """How much of a document is read: a snapshot has hundreds of fields, and few are wanted."""

    HEAD = 0  # what a row of a table shows
    VAT = 1  # and the VAT breakdown with its second currency, for bookings
    LINES = 2  # and its lines, charges and allowances


class AddressRecord(msgspec.Struct, frozen=True, kw_only=True):
    """BG-8."""

    street: str = ""
    city: str = ""
    postal_code: str = ""
    subdivision: str = ""
    country: str = ""  # ISO 3166-1 alpha-2


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
    tax: Decimal
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
    """One document. Amounts are in the major unit, with the currency's decimals.

    Of ``Depth.HEAD``, ``vat`` and what follows it is empty; ``lines`` and ``adjustments`` are
    there of ``Depth.LINES`` only.
    """

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
    lines: list[LineRecord] = []
    adjustments: list[AdjustmentRecord] = []
    vat: list[VatRecord] = []
    buyer_address: AddressRecord | None = None
    tax_country: str = ""  # where the goods went, else where the buyer is
    preceding_date: date | None = None  # BT-26
    accounting_currency: str = ""  # BT-6
    accounting_tax: Decimal | None = None  # BT-111
    exchange_rate: Decimal | None = None  # units of BT-6's currency for one of BT-5's


INSIDE = frozenset(
    {
        *("id", "lines", "adjustments", "vat", "buyer_address", "tax_country", "preceding_date"),
        *("accounting_currency", "accounting_tax", "exchange_rate"),
    }
)
"""What is no column of a table of documents."""
