"""Whole documents for tests, benchmarks and the pictures of the documentation.

Every sample's sums hold (``domain.totals.check`` finds nothing), in any currency.
"""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import cycle, islice
from typing import Any

from PIL import Image, ImageDraw

from saleor_invoices.domain.codes import DocumentKind, SupplyDateKind, VatCategory
from saleor_invoices.domain.document import (
    Address,
    Contact,
    CreditTransfer,
    Delivery,
    Document,
    DocumentAdjustment,
    Identifier,
    Line,
    Note,
    OrderReference,
    Party,
    PaymentInstructions,
    PrecedingInvoice,
    Prepayment,
    Tax,
)
from saleor_invoices.domain.money import exponent, quantize
from saleor_invoices.domain.totals import document_totals, vat_breakdown

ISSUED = date(2026, 11, 22)
DUE = date(2026, 12, 6)
STANDARD = Tax(category=VatCategory.STANDARD, rate=Decimal(23))
REDUCED = Tax(category=VatCategory.STANDARD, rate=Decimal(8))
REVERSE_CHARGE = Tax(
    category=VatCategory.REVERSE_CHARGE, rate=Decimal(0), exemption_reason="Reverse charge"
)
IBAN = "DE89370400440532013000"

SELLER = Party(
    name="Sample Seller GmbH",
    trading_name="Sample Coffee",
    vat_id="DE136695976",
    tax_registration="30/123/45678",
    legal_registration=Identifier(value="HRB 123456 B"),
    legal_information="Amtsgericht Charlottenburg, Berlin\nManaging director: as registered",
    address=Address(street="Lindenallee 12", city="Berlin", postal_code="10115", country="DE"),
    contact=Contact(phone="+49 30 555 0100", email="billing@example.com"),
)
BUYER = Party(
    name="Sample Buyer GmbH",
    person="Accounts payable",
    vat_id="DE129273398",
    address=Address(
        street="Marktplatz 5",
        additional="Rear building",
        city="Hamburg",
        postal_code="20095",
        country="DE",
    ),
    contact=Contact(email="accounts@example.com"),
)
_GOODS = (
    ("Espresso beans, whole", "House blend · 1 kg", "COF-ESP-1000", "24.90"),
    ("Pour-over kettle", "Matt black · 0.9 l", "KET-900-BLK", "79.00"),
    ("Paper filters", "Size 02 · 100 pieces", "FIL-02-100", "5.49"),
    ("Hand grinder", "Steel burrs", "GRI-HAND-S", "129.00"),
    ("Porcelain cup", "White · 180 ml · set of 4", "CUP-180-W4", "38.00"),
)
_SCALES = {0: Decimal(100), 2: Decimal(1), 3: Decimal("0.1")}


def sample_line(
    number: int, *, currency: str = "EUR", tax: Tax = STANDARD, quantity: int = 1, **changes: Any
) -> Line:
    """A line of the sample shop's goods; ``number`` from 1 picks the goods."""
    name, description, sku, price = _GOODS[(number - 1) % len(_GOODS)]
    unit = quantize(Decimal(price) * _SCALES[exponent(currency)], currency)
    gross = unit * quantity
    net = quantize(gross / (1 + tax.rate / 100), currency)
    line = Line(
        id=str(number),
        name=name,
        description=description,
        seller_item_id=sku,
        quantity=Decimal(quantity),
        net_amount=net,
        tax_amount=gross - net,
        gross_amount=gross,
        tax=tax,
        unit_price_net=round(net / quantity, 6),
        unit_price_gross=unit,
    )
    return replace(line, **changes)


def sample_lines(
    count: int, *, currency: str = "EUR", taxes: Sequence[Tax] = (STANDARD,)
) -> tuple[Line, ...]:
    """So many lines, with the taxes in turn and quantities of 1 to 3."""
    numbered = enumerate(islice(cycle(taxes), count), start=1)
    return tuple(
        sample_line(number, currency=currency, tax=tax, quantity=1 + number % 3)
        for number, tax in numbered
    )


def sample_document(
    lines: int | Sequence[Line] = 3,
    *,
    currency: str = "EUR",
    language: str = "en",
    taxes: Sequence[Tax] = (STANDARD,),
    gift_card: str = "",
    shipping: str = "",
    **changes: Any,
) -> Document:
    """An issued invoice from one German company to another, to be paid by transfer.

    ``gift_card`` and ``shipping`` (gross) are amounts in the currency's major unit; ``changes``
    are fields of the document.
    """
    rows = sample_lines(lines, currency=currency, taxes=taxes) if isinstance(lines, int) else lines
    charges = (_shipping(shipping, currency, taxes[0]),) if shipping else ()
    prepaid = Decimal(gift_card or 0)
    document = Document(
        kind=DocumentKind.INVOICE,
        number="INV-2026-00042",
        issue_date=ISSUED,
        due_date=DUE,
        currency=currency,
        language=language,
        seller=SELLER,
        buyer=BUYER,
        lines=tuple(rows),
        charges=charges,
        vat_breakdown=vat_breakdown(rows, charges=charges),
        totals=document_totals(rows, charges=charges, prepaid=prepaid),
        prepayments=(Prepayment(amount=prepaid, label="7F3K"),) if prepaid else (),
        delivery=Delivery(supply_date=date(2026, 11, 20)),
        order=OrderReference(id="T3JkZXI6MQ==", number="1042", created=date(2026, 11, 19)),
        payment=_transfer(currency),
        payment_terms="Payable within 14 days.",
    )
    return replace(document, **changes)


def sample_reverse_charge(language: str = "de") -> Document:
    """Services to a business in another member state."""
    address = Address(street="12 rue Lepic", city="Paris", postal_code="75018", country="FR")
    buyer = replace(BUYER, name="Sample Buyer SARL", person="", vat_id="FR40303265045")
    return sample_document(
        2,
        language=language,
        taxes=(REVERSE_CHARGE,),
        prices_include_tax=False,
        buyer=replace(buyer, address=address),
    )


def sample_advance(language: str = "en") -> Document:
    """Paid in full before the supply: nothing is left to pay."""
    paid = sample_document(3).totals.gross
    document = sample_document(3, language=language, gift_card=str(paid), due_date=None)
    return replace(
        document,
        prepayments=(Prepayment(amount=paid, label="by card", kind="payment"),),
        payment=PaymentInstructions(means_code="48", means_text="Card"),
        delivery=Delivery(
            supply_date=date(2026, 11, 19), supply_date_kind=SupplyDateKind.ADVANCE_PAYMENT
        ),
    )


def sample_credit_note(language: str = "en") -> Document:
    """A correction of the sample invoice."""
    return sample_document(
        1,
        language=language,
        kind=DocumentKind.CREDIT_NOTE,
        number="CN-2026-00007",
        preceding_invoices=(PrecedingInvoice(number="INV-2026-00042", issue_date=ISSUED),),
        due_date=None,
    )


def sample_demanding(language: str = "en") -> Document:
    """Everything at once: long texts, two rates, discount, shipping, gift card, notes, ship-to."""
    long_name = "Limited anniversary edition with an engraved plate, " * 4
    lines = (
        sample_line(1, quantity=12, name=long_name.strip(" ,")),
        sample_line(2, tax=REDUCED, description="A description of 2,000 characters. " * 57),
        sample_line(3, name="X" * 120, seller_item_id="SKU-" + "9" * 60),
    )
    ship_to = Address(street="Hafenstraße 1", city="Bremen", postal_code="28195", country="DE")
    return sample_document(
        lines,
        language=language,
        taxes=(STANDARD, REDUCED),
        shipping="6.90",
        gift_card="25.00",
        delivery=Delivery(
            recipient="Sample Buyer GmbH, warehouse",
            address=ship_to,
            supply_date=date(2026, 11, 20),
        ),
        buyer_reference="04011000-12345-67",
        purchase_order_reference="PO-" + "7" * 50,
        notes=(Note(text="Thank you for your order.\nReturns within 30 days."),),
    )


def sample_logo() -> bytes:
    """A cup and three bars as PNG, 900 x 240 pixels with transparency."""
    image = Image.new("RGBA", (900, 240))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, 240, 240), 56, fill="#1f4b7a")
    draw.rounded_rectangle((60, 84, 156, 176), 24, fill="white")
    draw.arc((126, 96, 190, 152), -90, 90, fill="white", width=14)
    for row, width in enumerate((520, 400, 460)):
        draw.rounded_rectangle((300, 40 + 64 * row, 300 + width, 72 + 64 * row), 16, fill="#1f4b7a")
    output = io.BytesIO()
    image.save(output, "PNG")
    return output.getvalue()


def _shipping(gross: str, currency: str, tax: Tax) -> DocumentAdjustment:
    amount = Decimal(gross)
    net = quantize(amount / (1 + tax.rate / 100), currency)
    return DocumentAdjustment(
        amount=net, gross_amount=amount, tax=tax, reason="Shipping: parcel", reason_code="FC"
    )


def _transfer(currency: str) -> PaymentInstructions:
    account = CreditTransfer(account=IBAN, bic="COBADEFFXXX", bank_name="Sample Bank")
    return PaymentInstructions(
        means_code="58" if currency == "EUR" else "30",
        remittance="INV-2026-00042",
        credit_transfers=(account,),
    )
