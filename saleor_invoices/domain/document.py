"""The document model of EN 16931, as frozen dataclasses.

Terms, BT (business term) and BG (business group) numbers are those of EN 16931-1:2017.
All amounts are ``Decimal`` in the document's currency, quantised to its exponent (ISO 4217),
unless a docstring says otherwise; percentages are percent (``Decimal("23")`` is 23 %);
dates are local dates of the seller's legal entity.

A document is data only: arithmetic lives in ``totals``, codes in ``codes``, JSON in ``codec``.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from saleor_invoices.domain.codes import DocumentKind, SupplyDateKind, VatCategory


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address (BG-5, BG-8, BG-12, BG-15). Absent parts are empty strings."""

    street: str = ""  # BT-35, BT-50, BT-64, BT-75
    additional: str = ""  # BT-36, BT-51, BT-65, BT-76
    city: str = ""  # BT-37, BT-52, BT-66, BT-77
    postal_code: str = ""  # BT-38, BT-53, BT-67, BT-78
    subdivision: str = ""  # BT-39, BT-54, BT-68, BT-79
    country: str = ""  # ISO 3166-1 alpha-2: BT-40, BT-55, BT-69, BT-80


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Who to ask (BG-6, BG-9)."""

    name: str = ""  # BT-41, BT-56
    phone: str = ""  # BT-42, BT-57
    email: str = ""  # BT-43, BT-58


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """An identifier; the scheme is ISO 6523 ICD (BT-29/30/46/47/60/61) or CEF EAS (BT-34/49)."""

    value: str
    scheme: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Seller (BG-4), buyer (BG-7) or payee (BG-10)."""

    name: str  # BT-27, BT-44, BT-59: the legal name, or the person's name
    trading_name: str = ""  # BT-28, BT-45
    person: str = ""  # the natural person at a company, printed under the name
    identifiers: tuple[Identifier, ...] = ()  # BT-29, BT-46, BT-60
    legal_registration: Identifier | None = None  # BT-30, BT-47, BT-61
    vat_id: str = ""  # BT-31, BT-48, with country prefix
    tax_registration: str = ""  # BT-32: a local tax number that is no VAT id
    legal_information: str = ""  # BT-33: e.g. court of registration, share capital
    electronic_address: Identifier | None = None  # BT-34, BT-49
    address: Address = field(default_factory=Address)
    contact: Contact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxRepresentative:
    """The seller's tax representative (BG-11)."""

    name: str  # BT-62
    vat_id: str  # BT-63
    address: Address  # BG-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """An invoicing period (BG-14) or a line's (BG-26); both ends inclusive."""

    start: date | None = None  # BT-73, BT-134
    end: date | None = None  # BT-74, BT-135


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Where and when the goods or services were supplied (BG-13)."""

    recipient: str = ""  # BT-70
    location: Identifier | None = None  # BT-71
    supply_date: date | None = None  # BT-72
    supply_date_kind: SupplyDateKind = SupplyDateKind.DELIVERY
    supply_wording: str = ""  # in the document's language, where the date is no delivery's
    address: Address | None = None  # BG-15


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditTransfer:
    """An account to pay to (BG-17)."""

    account: str  # BT-84: IBAN or national account number
    account_name: str = ""  # BT-85
    bic: str = ""  # BT-86
    bank_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentInstructions:
    """How to pay (BG-16)."""

    means_code: str  # BT-81, UNTDID 4461: 58 SEPA transfer, 30 transfer, 48 card, 1 not defined
    means_text: str = ""  # BT-82
    remittance: str = ""  # BT-83
    credit_transfers: tuple[CreditTransfer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecedingInvoice:
    """The invoice that this document corrects or follows (BG-3)."""

    number: str  # BT-25
    issue_date: date | None = None  # BT-26


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An invoice note (BG-1)."""

    text: str  # BT-22
    subject_code: str = ""  # BT-21, UNTDID 4451


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportingDocument:
    """An additional supporting document (BG-24)."""

    reference: str  # BT-122
    description: str = ""  # BT-123
    location: str = ""  # BT-124


@dataclass(frozen=True, slots=True, kw_only=True)
class Tax:
    """A VAT category with its rate and, where there is no tax, the reason."""

    category: VatCategory  # BT-95, BT-102, BT-118, BT-151
    rate: Decimal  # BT-96, BT-103, BT-119, BT-152, in percent
    exemption_reason: str = ""  # BT-120
    exemption_code: str = ""  # BT-121, VATEX


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAdjustment:
    """A line allowance (BG-27) or line charge (BG-28), already inside the line's net amount."""

    amount: Decimal  # BT-136, BT-141: net, positive
    reason: str = ""  # BT-139, BT-144
    reason_code: str = ""  # BT-140 (UNTDID 5189), BT-145 (UNTDID 7161)
    base_amount: Decimal | None = None  # BT-137, BT-142
    percentage: Decimal | None = None  # BT-138, BT-143


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAdjustment:
    """A document level allowance (BG-20) or charge (BG-21)."""

    amount: Decimal  # BT-92, BT-99: net, positive
    tax: Tax  # BT-95/96, BT-102/103
    gross_amount: Decimal  # amount with tax, as the shop charged it
    reason: str = ""  # BT-97, BT-104
    reason_code: str = ""  # BT-98, BT-105
    base_amount: Decimal | None = None  # BT-93, BT-100
    percentage: Decimal | None = None  # BT-94, BT-101
    id: str = ""  # unique among the charges: "1", "2", ...
    preceding_id: str = ""  # on a credit note: ``id`` of the invoice's charge
    source_id: str = ""  # what it stands for: "shipping:<order's global id>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An invoice line (BG-25). Net, tax and gross are the shop's own, never recomputed."""

    id: str  # BT-126: "1", "2", ...
    name: str  # BT-153
    quantity: Decimal  # BT-129
    net_amount: Decimal  # BT-131
    tax_amount: Decimal  # line tax as the shop charged it
    gross_amount: Decimal  # net_amount + tax_amount
    tax: Tax  # BT-151, BT-152
    unit_price_net: Decimal  # BT-146 as shown: net unit price after line allowances
    unit_price_gross: Decimal  # the same with tax
    unit_code: str = "C62"  # BT-130, UN/ECE Rec 20/21: C62 is "one"
    description: str = ""  # BT-154
    seller_item_id: str = ""  # BT-155, the SKU
    buyer_item_id: str = ""  # BT-156
    note: str = ""  # BT-127
    object_id: str = ""  # BT-128
    order_line_reference: str = ""  # BT-132
    accounting_reference: str = ""  # BT-133
    period: Period | None = None  # BG-26
    origin_country: str = ""  # BT-159
    attributes: tuple[tuple[str, str], ...] = ()  # BG-32
    allowances: tuple[LineAdjustment, ...] = ()  # BG-27
    charges: tuple[LineAdjustment, ...] = ()  # BG-28
    source_id: str = ""  # the Saleor order line's global id
    preceding_id: str = ""  # on a credit note: BT-126 of the invoice's line; empty: of no one line


@dataclass(frozen=True, slots=True, kw_only=True)
class VatSubtotal:
    """One row of the VAT breakdown (BG-23): all amounts of one category and rate."""

    tax: Tax  # BT-118, BT-119, BT-120, BT-121
    taxable_amount: Decimal  # BT-116
    tax_amount: Decimal  # BT-117


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepayment:
    """A part settled when the document was issued (a part of BT-113).

    By kind: ``gift_card``; ``payment``, money that had come in; ``refund``, on a credit note, money
    that had gone back; ``mirror``, on a credit note, the invoice's own prepaid amount.
    """

    amount: Decimal
    label: str  # e.g. the last characters of a gift card's code, or how it was paid
    kind: str = "gift_card"


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Document totals (BG-22)."""

    line_net: Decimal  # BT-106
    allowances: Decimal  # BT-107
    charges: Decimal  # BT-108
    net: Decimal  # BT-109, without VAT
    tax: Decimal  # BT-110
    gross: Decimal  # BT-112, with VAT
    prepaid: Decimal  # BT-113
    rounding: Decimal  # BT-114
    payable: Decimal  # BT-115 = gross - prepaid + rounding (BR-CO-16)
    tax_in_accounting_currency: Decimal | None = None  # BT-111, in BT-6's currency


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeRate:
    """How BT-110 became BT-111 (Directive 2006/112/EC, art. 91 and 230)."""

    rate: Decimal  # units of BT-6's currency for one unit of BT-5's
    on: date  # the day of the rate
    source: str  # e.g. "ECB"


@dataclass(frozen=True, slots=True, kw_only=True)
class EInvoiceChoice:
    """Which e-invoice the document is, decided at issue; empty ``profile``: none."""

    profile: str = ""  # documents.einvoice.profiles.Profile
    syntax: str = ""  # "cii" or "ubl"
    wanted: str = ""  # the setting by which it was chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReference:
    """The Saleor order behind the document."""

    id: str  # global id
    number: str  # BT-14
    created: date | None = None
    channel: str = ""  # slug
    customer_id: str = ""  # the user's global id; empty for a guest
    customer_email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleReference:
    """Where a document that no order stands behind belongs: what its order would say."""

    channel: str = ""  # slug
    customer_id: str = ""  # the user's global id
    customer_email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """How the document looks, frozen with it, so that it renders alike for ever."""

    template: str = "classic"
    template_version: int = 1
    paper: str = "a4"  # or "letter"
    accent_color: str = ""  # "#rrggbb"; empty: the template's own
    footer: tuple[str, ...] = ()  # columns at the foot of each page
    logo_sha256: str = ""  # of a file kept for ever under its hash; empty: no logo
    html_sha256: str = ""  # of a merchant's own HTML template, kept likewise; empty: built in
    payment_code: str = "auto"  # "auto": EPC or Swiss QR-bill where one fits; or "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An invoice, credit note or proforma: everything that its PDF and XML say.

    A draft has an empty ``number`` and no ``issue_date``; both are set once, at issue.
    """

    kind: DocumentKind  # BT-3 by kind
    currency: str  # BT-5
    seller: Party  # BG-4
    buyer: Party  # BG-7
    lines: tuple[Line, ...]  # BG-25
    vat_breakdown: tuple[VatSubtotal, ...]  # BG-23
    totals: Totals  # BG-22
    number: str = ""  # BT-1
    issue_date: date | None = None  # BT-2
    test_mode: bool = False
    language: str = "en"  # BCP 47, of the texts
    second_language: str = ""
    tax_name: str = "VAT"  # how the tax is called, e.g. "Sales tax" where it is no VAT
    prices_include_tax: bool = True  # how the buyer saw the prices
    vat_accounting_currency: str = ""  # BT-6
    tax_point_date: date | None = None  # BT-7
    due_date: date | None = None  # BT-9
    buyer_reference: str = ""  # BT-10
    project_reference: str = ""  # BT-11
    contract_reference: str = ""  # BT-12
    purchase_order_reference: str = ""  # BT-13
    receiving_advice_reference: str = ""  # BT-15
    despatch_advice_reference: str = ""  # BT-16
    tender_reference: str = ""  # BT-17
    invoiced_object: Identifier | None = None  # BT-18
    accounting_reference: str = ""  # BT-19
    payment_terms: str = ""  # BT-20
    notes: tuple[Note, ...] = ()  # BG-1
    preceding_invoices: tuple[PrecedingInvoice, ...] = ()  # BG-3
    payee: Party | None = None  # BG-10
    tax_representative: TaxRepresentative | None = None  # BG-11
    delivery: Delivery | None = None  # BG-13
    period: Period | None = None  # BG-14
    payment: PaymentInstructions | None = None  # BG-16
    allowances: tuple[DocumentAdjustment, ...] = ()  # BG-20
    charges: tuple[DocumentAdjustment, ...] = ()  # BG-21
    supporting_documents: tuple[SupportingDocument, ...] = ()  # BG-24
    prepayments: tuple[Prepayment, ...] = ()  # what BT-113 is made of
    order: OrderReference | None = None
    orders: tuple[OrderReference, ...] = ()  # of a collective invoice, whose ``order`` is None
    sale: SaleReference | None = None  # of one that was written by hand, without an order
    reason: str = ""  # of a credit note: why, in words for the buyer
    exchange_rate: ExchangeRate | None = None  # of BT-111
    einvoice: EInvoiceChoice | None = None  # None: not decided (a draft, a proforma)
    presentation: Presentation = field(default_factory=Presentation)
    schema_version: int = 1  # of this model, so that an old snapshot is read for ever
