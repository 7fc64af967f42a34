"""An invoice as a person writes it: what was typed, before it is a document.

A form may be kept unfinished. ``draft_document`` says what it would become, and what is wrong with
it. Amounts are in the form's currency, rates and discounts in percent.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Address, Identifier
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.money import ZERO

MOST_LINES = 500
MOST_ADJUSTMENTS = 50
MOST_NOTES = 20
SHIPPING_ID = "shipping"
"""``id`` of the charge that stands for the order's shipping."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormParty:
    """The buyer."""

    name: str = ""
    trading_name: str = ""
    person: str = ""
    vat_id: str = ""
    electronic_address: Identifier | None = None
    address: Address = field(default_factory=Address)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """One line. The price is with tax if the form's prices are."""

    name: str = ""
    quantity: Decimal = Decimal(1)
    unit_price: Decimal = ZERO
    tax_rate: Decimal = ZERO
    id: str = ""  # the page's own
    description: str = ""
    sku: str = ""
    unit_code: str = "C62"
    discount_percent: Decimal | None = None
    discount_amount: Decimal | None = None  # of the whole line
    discount_reason: str = ""
    tax_category: VatCategory | None = None  # None: by the rules of the store
    exemption_reason: str = ""
    exemption_code: str = ""
    order_line_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormAdjustment:
    """An allowance or charge on the whole document; with tax if the form's prices are."""

    amount: Decimal = ZERO
    reason: str = ""
    tax_rate: Decimal = ZERO
    id: str = ""
    tax_category: VatCategory | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceForm:
    """Everything that a person can say; empty texts are left to the settings."""

    currency: str
    legal_entity: str = ""
    channel: str = ""
    language: str = ""
    order_id: str = ""
    customer_id: str = ""
    customer_email: str = ""
    buyer: FormParty = field(default_factory=FormParty)
    delivery_address: Address | None = None
    supply_date: date | None = None
    due_date: date | None = None  # None: by the terms of payment
    payment_terms: str = ""
    buyer_reference: str = ""
    purchase_order: str = ""
    prices_include_tax: bool = False
    lines: tuple[FormLine, ...] = ()
    allowances: tuple[FormAdjustment, ...] = ()
    charges: tuple[FormAdjustment, ...] = ()
    notes: tuple[str, ...] = ()


def form_json(form: InvoiceForm) -> dict[str, Any]:
    """The form as JSON to keep; amounts are strings."""
    kept: dict[str, Any] = msgspec.to_builtins(form)
    return kept


def form_of(kept: object) -> InvoiceForm:
    """The form that was kept. Raises ``InvalidInput`` FORM_INVALID for anything else."""
    try:
        return msgspec.convert(kept, InvoiceForm)
    except msgspec.ValidationError as error:
        raise InvalidInput(f"This is no form: {error}", code="FORM_INVALID") from error
