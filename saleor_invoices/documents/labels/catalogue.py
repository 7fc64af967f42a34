"""What a language module has to say: one field for each text that templates print.

Texts in braces are filled in: ``{tax}`` with the tax's name, the others as named.
A language that lacks a field does not type-check, and fails when it is imported.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from saleor_invoices.domain.codes import DocumentKind, VatCategory


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """All texts of the built-in templates in one language."""

    # What it is
    titles: Mapping[DocumentKind, str]
    draft: str
    test_mark: str
    test_note: str
    draft_note: str
    proforma_mark: str  # across each page
    proforma_note: str

    # Who
    seller: str
    buyer: str
    deliver_to: str
    payee: str
    tax_representative: str
    vat_id: str
    tax_number: str
    registration: str
    identifier: str

    # Facts
    issue_date: str
    document_date: str  # of a document that is no invoice
    due_date: str
    supply_date: str
    expected_supply: str  # the value where supply follows and no date is known
    advance_payment: str
    tax_point: str
    period: str
    order_number: str
    orders: str  # of a collective invoice
    buyer_reference: str
    purchase_order: str
    contract: str
    project: str
    accounting_reference: str
    preceding: str
    preceding_value: str  # {number}, {date}
    reason: str  # of a credit note
    advance_note: str
    expected_note: str

    # Lines
    position: str
    description: str
    quantity: str
    unit_price_net: str
    unit_price_gross: str
    tax_rate: str
    line_net: str
    line_gross: str
    included_discount: str  # {value}
    included_charge: str  # {value}
    net_value: str  # {value}: an amount without tax among amounts with tax

    # Totals
    breakdown: str
    rate: str
    net: str
    gross: str
    items: str
    discount: str
    charge: str
    total_net: str
    total_tax: str
    total_gross: str
    included_tax: str  # under a total with tax
    prepaid: str
    gift_card: str  # {label}
    paid: str
    refunded: str  # on a credit note: money that went back before it was issued
    mirrored: str  # on a credit note: the invoice's own prepaid amount
    rounding: str
    payable: str
    credited: str
    to_refund: str  # what is left of a credit note after refunds
    tax_in: str  # {currency}
    exchange_rate: str  # {value}

    # Why there is no tax
    tax_names: Mapping[str, str]  # by ``Document.tax_name``: how VAT and other taxes are called
    categories: Mapping[VatCategory, str]  # short, in the breakdown
    exemptions: Mapping[VatCategory, str]  # the wording that the law asks for

    # Payment
    payment: str
    pay_by: str  # {amount}, {date}
    pay: str  # {amount}
    settled: str
    payment_method: str
    account_holder: str
    iban: str
    account_number: str
    bic: str
    bank: str
    reference: str
    qr_caption: str
    qr_alt: str  # {amount}, {name}

    # The rest
    notes: str
    attachments: str
    page: str  # {page}, {pages}
