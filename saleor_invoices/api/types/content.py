"""What a document says: parties, lines, VAT breakdown. Read from the frozen snapshot only.

Amounts are strings in the document's currency; percentages are percent.
"""

import datetime as dt

import strawberry

from saleor_invoices.api.types.enums import SupplyDateKind, VatCategory
from saleor_invoices.api.types.scalars import ExactDecimal


@strawberry.type(description="An amount with its currency.")
class InvoiceMoney:
    amount: ExactDecimal
    currency: str


@strawberry.type(description="A postal address; absent parts are empty.")
class InvoiceAddress:
    street: str
    additional: str
    city: str
    postal_code: str
    subdivision: str
    country: str = strawberry.field(description="ISO 3166-1 alpha-2.")


@strawberry.type(description="Whom to ask.")
class InvoiceContact:
    name: str
    phone: str
    email: str


@strawberry.type(description="An identifier with its scheme, e.g. of ISO 6523.")
class InvoiceIdentifier:
    value: str
    scheme: str


@strawberry.type(description="Seller (BG-4) or buyer (BG-7).")
class InvoiceParty:
    name: str = strawberry.field(description="The legal name, or the person's.")
    trading_name: str
    person: str = strawberry.field(description="The person at a company.")
    vat_id: str
    tax_registration: str = strawberry.field(description="A local tax number (BT-32).")
    legal_information: str
    legal_registration: InvoiceIdentifier | None
    electronic_address: InvoiceIdentifier | None
    address: InvoiceAddress
    contact: InvoiceContact | None


@strawberry.type(description="A VAT category with its rate in percent.")
class InvoiceTax:
    category: VatCategory
    rate: ExactDecimal
    exemption_reason: str
    exemption_code: str = strawberry.field(description="A VATEX code (BT-121).")


@strawberry.type(description="An allowance or charge of a line, already inside its net amount.")
class InvoiceLineAdjustment:
    amount: ExactDecimal
    reason: str


@strawberry.type(description="One line (BG-25), with the shop's own amounts.")
class InvoiceLine:
    id: str
    name: str
    description: str
    sku: str
    quantity: ExactDecimal
    unit_code: str = strawberry.field(description="UN/ECE recommendation 20.")
    unit_price_net: ExactDecimal
    unit_price_gross: ExactDecimal
    net_amount: ExactDecimal
    tax_amount: ExactDecimal
    gross_amount: ExactDecimal
    tax: InvoiceTax
    allowances: list[InvoiceLineAdjustment]
    charges: list[InvoiceLineAdjustment]
    order_line_id: str = strawberry.field(description="Global id of Saleor's order line.")


@strawberry.type(description="An allowance (BG-20) or charge (BG-21) of the whole document.")
class InvoiceAdjustment:
    amount: ExactDecimal = strawberry.field(description="Net.")
    gross_amount: ExactDecimal
    tax: InvoiceTax
    reason: str
    reason_code: str


@strawberry.type(description="A part settled otherwise, e.g. by a gift card.")
class InvoicePrepayment:
    amount: ExactDecimal
    label: str
    kind: str


@strawberry.type(description="One row of the VAT breakdown (BG-23).")
class InvoiceVatSubtotal:
    tax: InvoiceTax
    taxable_amount: ExactDecimal
    tax_amount: ExactDecimal


@strawberry.type(description="A note (BG-1).")
class InvoiceNote:
    text: str
    subject_code: str


@strawberry.type(description="Where and when goods or services were supplied (BG-13).")
class InvoiceDelivery:
    recipient: str
    supply_date: dt.date | None
    supply_date_kind: SupplyDateKind
    address: InvoiceAddress | None
