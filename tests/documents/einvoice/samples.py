"""Documents of every VAT category and with every term of the model, for rules to judge."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from saleor_invoices.domain.codes import DocumentKind, SupplyDateKind, VatCategory
from saleor_invoices.domain.document import (
    Address,
    Contact,
    CreditTransfer,
    Delivery,
    Document,
    DocumentAdjustment,
    Identifier,
    LineAdjustment,
    Note,
    Party,
    PaymentInstructions,
    Period,
    PrecedingInvoice,
    SupportingDocument,
    Tax,
    TaxRepresentative,
)
from saleor_invoices.domain.totals import document_totals, vat_breakdown
from tests.documents.samples import (
    BUYER,
    IBAN,
    REDUCED,
    REVERSE_CHARGE,
    SELLER,
    STANDARD,
    sample_advance,
    sample_credit_note,
    sample_demanding,
    sample_document,
    sample_line,
    sample_lines,
    sample_reverse_charge,
)

PARIS = Address(street="12 rue Lepic", city="Paris", postal_code="75018", country="FR")
FRENCH = replace(BUYER, name="Sample Buyer SARL", person="", vat_id="FR40303265045", address=PARIS)
NORWEGIAN = replace(
    BUYER, vat_id="", address=Address(city="Oslo", postal_code="0150", country="NO")
)
SHIPPED = date(2026, 11, 20)


def untaxed(category: VatCategory, *, reason: str = "", code: str = "") -> Tax:
    """A category without tax."""
    return Tax(category=category, rate=Decimal(0), exemption_reason=reason, exemption_code=code)


INTRA_COMMUNITY = untaxed(
    VatCategory.INTRA_COMMUNITY,
    reason="VAT-exempt intra-Community supply",
    code="VATEX-EU-IC",
)
EXPORT = untaxed(VatCategory.EXPORT, reason="VAT-exempt export", code="VATEX-EU-G")
EXEMPT = untaxed(VatCategory.EXEMPT, reason="Exempt from tax", code="VATEX-EU-132")
ZERO = untaxed(VatCategory.ZERO)
OUTSIDE = untaxed(VatCategory.OUTSIDE_SCOPE, reason="Not subject to VAT", code="VATEX-EU-O")
IGIC = Tax(category=VatCategory.CANARY_IGIC, rate=Decimal(7))
IPSI = Tax(category=VatCategory.CEUTA_MELILLA_IPSI, rate=Decimal(10))


def intra_community() -> Document:
    """Goods to a business in another member state."""
    return sample_document(
        3,
        taxes=(INTRA_COMMUNITY,),
        shipping="6.90",
        buyer=FRENCH,
        delivery=Delivery(supply_date=SHIPPED, address=PARIS),
    )


def from_northern_ireland() -> Document:
    """Goods from Belfast to a Greek business: two prefixes that are no countries of ISO's."""
    seller = replace(
        SELLER,
        vat_id="XI110305878",
        address=Address(city="Belfast", postal_code="BT1 5GS", country="XI"),
    )
    athens = Address(city="Athens", postal_code="10431", country="EL")
    buyer = replace(BUYER, vat_id="EL094259216", address=athens)
    return replace(
        intra_community(),
        seller=seller,
        buyer=buyer,
        delivery=Delivery(supply_date=SHIPPED, address=athens),
    )


def with_category(tax: Tax, **changes: Any) -> Document:
    """Three lines and shipping of one category."""
    return sample_document(3, taxes=(tax,), shipping="6.90", **changes)


def two_rates_with_adjustments() -> Document:
    """Allowances and charges of the document and of a line, at two rates."""
    first, second, third = sample_lines(3, taxes=(STANDARD, REDUCED))
    allowance = LineAdjustment(
        amount=Decimal("4.05"), reason="Discount", reason_code="95", base_amount=None
    )
    share = LineAdjustment(
        amount=Decimal("2.00"),
        reason="Engraving",
        base_amount=Decimal("20.00"),
        percentage=Decimal(10),
    )
    lines = (replace(first, allowances=(allowance,), charges=(share,)), second, third)
    off = DocumentAdjustment(
        amount=Decimal("10.00"),
        gross_amount=Decimal("12.30"),
        tax=STANDARD,
        reason="Loyalty",
        base_amount=Decimal("100.00"),
        percentage=Decimal(10),
    )
    freight = DocumentAdjustment(
        amount=Decimal("5.00"), gross_amount=Decimal("5.40"), tax=REDUCED, reason_code="FC"
    )
    return replace(
        sample_document(lines),
        allowances=(off,),
        charges=(freight,),
        vat_breakdown=vat_breakdown(lines, allowances=(off,), charges=(freight,)),
        totals=document_totals(lines, allowances=(off,), charges=(freight,)),
    )


def rounded() -> Document:
    """A total that the shop rounded, and a gift card."""
    document = sample_document(2, gift_card="20.00")
    totals = document_totals(
        document.lines,
        prepaid=Decimal("20.00"),
        payable=document.totals.payable + Decimal("0.02"),
    )
    return replace(document, totals=totals)


def in_two_currencies() -> Document:
    """Sold in dollars by a German, who owes VAT in euro."""
    document = sample_document(3, currency="USD", vat_accounting_currency="EUR")
    tax = round(document.totals.tax * Decimal("0.92"), 2)
    return replace(document, totals=replace(document.totals, tax_in_accounting_currency=tax))


def complete(kind: DocumentKind = DocumentKind.INVOICE) -> Document:
    """Every term that the model has, at once."""
    document = two_rates_with_adjustments()
    first, *rest = document.lines
    line = replace(
        first,
        buyer_item_id="B-1",
        note="Engraved",
        object_id="METER-1",
        order_line_reference="10",
        accounting_reference="4711",
        period=Period(start=date(2026, 11, 1), end=date(2026, 11, 30)),
        origin_country="IT",
        attributes=(("Colour", "Black"), ("Size", "1 kg")),
    )
    return replace(
        document,
        kind=kind,
        lines=(line, *rest),
        seller=_complete_party(SELLER),
        buyer=_complete_party(BUYER),
        payee=Party(
            name="Sample Factor GmbH",
            identifiers=(Identifier(value="F-1"),),
            legal_registration=Identifier(value="HRB 9"),
        ),
        tax_representative=TaxRepresentative(
            name="Sample Representative SARL", vat_id="FR40303265045", address=PARIS
        ),
        tax_point_date=date(2026, 11, 21),
        buyer_reference="04011000-12345-67",
        project_reference="PRJ-1",
        contract_reference="CON-1",
        purchase_order_reference="PO-1",
        receiving_advice_reference="RA-1",
        despatch_advice_reference="DA-1",
        tender_reference="TEN-1",
        invoiced_object=Identifier(value="OBJ-1", scheme="AAA"),
        accounting_reference="COST-1",
        notes=(Note(text="Thank you."), Note(text="Sold as seen.", subject_code="AAI")),
        preceding_invoices=(
            PrecedingInvoice(number="INV-2026-00001", issue_date=date(2026, 11, 1)),
            PrecedingInvoice(number="INV-2026-00002"),
        ),
        delivery=Delivery(
            recipient="Sample Warehouse",
            location=Identifier(value="4000001000005", scheme="0088"),
            supply_date=SHIPPED,
            address=Address(
                street="Hafenstraße 1",
                additional="Gate 3",
                city="Bremen",
                postal_code="28195",
                subdivision="Bremen",
                country="DE",
            ),
        ),
        period=Period(start=date(2026, 11, 1), end=date(2026, 11, 30)),
        payment=PaymentInstructions(
            means_code="58",
            means_text="SEPA transfer",
            remittance="INV-2026-00042",
            credit_transfers=(
                CreditTransfer(account=IBAN, account_name="Sample Seller", bic="COBADEFFXXX"),
                CreditTransfer(account="DE75 5121 0800 1245 1261 99"),
            ),
        ),
        supporting_documents=(
            SupportingDocument(
                reference="TIMES-1",
                description="Time sheet",
                location="https://invoices.example.com/t/1",
            ),
        ),
    )


def many_lines(count: int) -> Document:
    """So many lines of 0.15 with a tax of 0.04 each, where 23 % of them is 0.0345."""
    line = sample_line(
        1,
        net_amount=Decimal("0.15"),
        tax_amount=Decimal("0.04"),
        gross_amount=Decimal("0.19"),
    )
    return sample_document([replace(line, id=str(number)) for number in range(1, count + 1)])


def advance_payment() -> Document:
    """Paid before the supply, whose wording is a note."""
    delivery = Delivery(
        supply_date=date(2026, 11, 19),
        supply_date_kind=SupplyDateKind.ADVANCE_PAYMENT,
        supply_wording="Advance payment received on 19 Nov 2026: the supply follows.",
    )
    return replace(sample_advance(), delivery=delivery)


def _complete_party(party: Party) -> Party:
    return replace(
        party,
        trading_name="Sample Trade",
        identifiers=(Identifier(value="4000001000005", scheme="0088"), Identifier(value="K-1")),
        legal_registration=Identifier(value="123456789", scheme="0002"),
        electronic_address=Identifier(value="4000001000005", scheme="0088"),
        address=replace(party.address, additional="Rear building", subdivision="Berlin"),
        contact=Contact(name="Billing", phone="+49 30 555 0100", email="billing@example.com"),
    )


SAMPLES: dict[str, Callable[[], Document]] = {
    "domestic": lambda: sample_document(5, shipping="6.90"),
    "two_rates": lambda: sample_document(5, taxes=(STANDARD, REDUCED), shipping="6.90"),
    "reverse_charge": sample_reverse_charge,
    "reverse_charge_with_shipping": lambda: with_category(REVERSE_CHARGE, buyer=FRENCH),
    "intra_community": intra_community,
    "from_northern_ireland": from_northern_ireland,
    "export": lambda: with_category(EXPORT, buyer=NORWEGIAN),
    "exempt": lambda: with_category(EXEMPT),
    "exempt_beside_taxed": lambda: sample_document(4, taxes=(STANDARD, EXEMPT)),
    "zero_rated": lambda: with_category(ZERO),
    "outside_scope": lambda: with_category(OUTSIDE, buyer=NORWEGIAN),
    "canary_islands": lambda: with_category(IGIC),
    "ceuta": lambda: with_category(IPSI),
    "gift_card": lambda: sample_document(3, gift_card="25.00"),
    "paid_by_gift_card": sample_advance,
    "advance_payment": advance_payment,
    "document_adjustments": two_rates_with_adjustments,
    "rounded": rounded,
    "two_currencies": in_two_currencies,
    "yen": lambda: sample_document(1, currency="JPY"),
    "credit_note": sample_credit_note,
    "demanding": sample_demanding,
    "complete": complete,
    "complete_credit_note": lambda: complete(DocumentKind.CREDIT_NOTE),
}
