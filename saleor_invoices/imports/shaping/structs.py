"""The shape of one invoice of another system, as API, JSON Lines and tables say it.

camelCase on the wire, snake_case here. Amounts are ``Decimal`` in the major unit of the invoice's
currency, on the wire a string or a JSON number, never a float; percentages are percent; dates are
ISO 8601. What is empty or absent was not said. An unknown field is refused by its name.
"""

from datetime import date
from decimal import Decimal

import msgspec


class Shape(
    msgspec.Struct,
    rename="camel",
    kw_only=True,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """Base of all parts. What is not said is not written either, so that a fingerprint holds when
    a later version knows more fields."""


class AddressShape(Shape, frozen=True):
    """A postal address (BG-5, BG-8)."""

    street: str = ""  # BT-35, BT-50
    additional: str = ""  # BT-36, BT-51
    city: str = ""  # BT-37, BT-52
    postal_code: str = ""  # BT-38, BT-53
    subdivision: str = ""  # BT-39, BT-54
    country: str = ""  # BT-40, BT-55: ISO 3166-1 alpha-2


class PartyShape(Shape, frozen=True):
    """Buyer (BG-7) or seller (BG-4): a company, a person, or a person at a company."""

    name: str = ""  # of a person; with a company the one whom it is addressed to
    company: str = ""  # BT-27, BT-44
    vat_id: str = ""  # BT-31, BT-48
    tax_registration: str = ""  # BT-32
    email: str = ""  # BT-43, BT-58
    phone: str = ""  # BT-42, BT-57
    address: AddressShape | None = None


class CustomerShape(Shape, frozen=True):
    """The Saleor customer."""

    id: str = ""  # global id
    email: str = ""  # empty: that of the buyer


class OrderShape(Shape, frozen=True):
    """The Saleor order; the first that is given decides."""

    id: str = ""  # global id
    number: str = ""  # BT-14
    external_reference: str = ""


class LineShape(Shape, frozen=True):
    """A line (BG-25). Of net, tax, gross and rate, two with a net or gross among them will do.

    Amounts are of the whole line; a line with unit prices only gets them times the quantity.
    """

    name: str = ""  # BT-153; empty: the description or SKU
    description: str = ""  # BT-154
    sku: str = ""  # BT-155
    quantity: Decimal | None = None  # BT-129; absent: 1
    unit_code: str = ""  # BT-130, UN/ECE Rec 20; empty: C62
    unit_price_net: Decimal | None = None  # BT-146
    unit_price_gross: Decimal | None = None
    net: Decimal | None = None  # BT-131
    tax: Decimal | None = None
    gross: Decimal | None = None
    vat_rate: Decimal | None = None  # BT-152, in percent
    vat_category: str = ""  # BT-151; empty: S above zero, Z at zero
    exemption_reason: str = ""  # BT-120
    exemption_code: str = ""  # BT-121, VATEX


class AdjustmentShape(Shape, frozen=True):
    """An allowance (BG-20) or charge (BG-21) of the whole invoice; amounts are positive."""

    net: Decimal | None = None  # BT-92, BT-99
    tax: Decimal | None = None
    gross: Decimal | None = None
    vat_rate: Decimal | None = None  # BT-96, BT-103, in percent
    vat_category: str = ""  # BT-95, BT-102
    exemption_reason: str = ""
    exemption_code: str = ""
    reason: str = ""  # BT-97, BT-104
    reason_code: str = ""  # BT-98, BT-105


class TotalsShape(Shape, frozen=True):
    """The invoice's own totals (BG-22); they stand, also where the lines make others."""

    net: Decimal | None = None  # BT-109
    tax: Decimal | None = None  # BT-110
    gross: Decimal | None = None  # BT-112
    prepaid: Decimal | None = None  # BT-113: settled before the invoice was issued
    payable: Decimal | None = None  # BT-115, or what is still open: less the payments


class PaymentShape(Shape, frozen=True):
    """Money received, or, below zero and on a credit note, given back; it goes into the ledger."""

    amount: Decimal | None = None  # absent: all that is payable
    paid_on: date | None = None
    method: str = ""
    reference: str = ""  # the other system's own, by which it is written once


class PrecedingShape(Shape, frozen=True):
    """The invoice that is corrected (BG-3)."""

    number: str = ""  # BT-25
    issue_date: date | None = None  # BT-26


class InvoiceShape(Shape, frozen=True):
    """One invoice or credit note of another system."""

    external_id: str = ""  # the other system's own; empty: the number
    number: str = ""  # BT-1
    kind: str = ""  # "invoice" or "credit_note"; empty: an invoice
    issue_date: date | None = None  # BT-2
    due_date: date | None = None  # BT-9
    supply_date: date | None = None  # BT-72
    currency: str = ""  # BT-5, ISO 4217
    language: str = ""  # BCP 47
    channel: str = ""  # slug
    seller: PartyShape | None = None  # absent: the store's legal entity
    buyer: PartyShape | None = None
    customer: CustomerShape | None = None
    order: OrderShape | None = None
    lines: tuple[LineShape, ...] = ()  # none: one line for the whole
    allowances: tuple[AdjustmentShape, ...] = ()
    charges: tuple[AdjustmentShape, ...] = ()
    totals: TotalsShape | None = None
    payment_status: str = ""  # "paid", "partially_paid" or "unpaid"
    payments: tuple[PaymentShape, ...] = ()
    payment_means: str = ""  # BT-82: how it is to be paid, in words
    payment_terms: str = ""  # BT-20
    payment_url: str = ""  # https
    note: str = ""  # BT-22
    purchase_order_reference: str = ""  # BT-13
    buyer_reference: str = ""  # BT-10
    preceding: tuple[PrecedingShape, ...] = ()
    reason: str = ""  # of a credit note
    pdf_file: str = ""  # of a file beside it in the same ZIP
