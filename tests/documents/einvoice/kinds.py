"""Documents of every kind of order: what a shop's demo makes, by hand, for the rules to judge."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import (
    Address,
    Contact,
    Delivery,
    Document,
    DocumentAdjustment,
    EInvoiceChoice,
    ExchangeRate,
    Identifier,
    Line,
    OrderReference,
    Party,
    PrecedingInvoice,
    Prepayment,
    Tax,
)
from saleor_invoices.domain.money import quantize
from saleor_invoices.domain.totals import document_totals, vat_breakdown
from tests.documents.einvoice.samples import (
    EXEMPT,
    EXPORT,
    IGIC,
    NORWEGIAN,
    OUTSIDE,
    ZERO,
    intra_community,
    rounded,
    two_rates_with_adjustments,
    with_category,
)
from tests.documents.samples import (
    BUYER,
    REDUCED,
    SELLER,
    STANDARD,
    sample_document,
    sample_line,
    sample_reverse_charge,
)

LEITWEG_ID = "04011000-1234512345-06"
BELGIAN_SELLER = Party(
    name="Sample Seller BV",
    vat_id="BE0202239951",
    address=Address(street="Nieuwstraat 1", city="Brussel", postal_code="1000", country="BE"),
    contact=Contact(email="billing@example.com"),
)
BELGIAN_BUYER = Party(
    name="Sample Buyer BV",
    vat_id="BE 0403.170.701",
    address=Address(street="Marktplein 5", city="Gent", postal_code="9000", country="BE"),
    contact=Contact(name="Sample Person", email="accounts@example.com"),
)


def invoice() -> Document:
    """Four lines of two rates with shipping: what the credit notes take back."""
    document = sample_document(4, taxes=(STANDARD, REDUCED), shipping="6.90")
    (shipping,) = document.charges
    return replace(
        document, charges=(replace(shipping, id="1", source_id="shipping:T3JkZXI6MQ=="),)
    )


def credit_note(
    original: Document,
    lines: Sequence[Line],
    *,
    charges: Sequence[DocumentAdjustment] = (),
    prepayments: Sequence[Prepayment] = (),
    reason: str = "",
) -> Document:
    """A credit note of the invoice with these lines and charges, not due on any terms."""
    prepaid = sum((one.amount for one in prepayments), Decimal(0))
    return replace(
        original,
        kind=DocumentKind.CREDIT_NOTE,
        number="CN-2026-00007",
        lines=tuple(lines),
        charges=tuple(charges),
        allowances=(),
        prepayments=tuple(prepayments),
        vat_breakdown=vat_breakdown(lines, charges=charges),
        totals=document_totals(lines, charges=charges, prepaid=prepaid),
        preceding_invoices=(
            PrecedingInvoice(number=original.number, issue_date=original.issue_date),
        ),
        due_date=None,
        payment_terms="",
        payment=None,
        reason=reason,
    )


def credited(line: Line, quantity: int | None = None) -> Line:
    """So many of the line, or the whole of it, on a credit note."""
    part = line.quantity if quantity is None else Decimal(quantity)
    net = quantize(line.net_amount * part / line.quantity, "EUR")
    tax = quantize(line.tax_amount * part / line.quantity, "EUR")
    return replace(
        line,
        quantity=part,
        net_amount=net,
        tax_amount=tax,
        gross_amount=net + tax,
        preceding_id=line.id,
    )


def refund(amount: Decimal) -> Prepayment:
    """Money that had gone back when the credit note was issued."""
    return Prepayment(amount=amount, label="Refund", kind="refund")


def full_refund() -> Document:
    """Everything, with its shipping, and the money already back."""
    original = invoice()
    return credit_note(
        original,
        [credited(line) for line in original.lines],
        charges=[replace(one, preceding_id=one.id) for one in original.charges],
        prepayments=[refund(original.totals.gross)],
        reason="Returned",
    )


def first_partial_refund() -> Document:
    """One of two pieces of the first line, still owed to the buyer."""
    return credit_note(invoice(), [credited(invoice().lines[0], 1)])


def second_partial_refund() -> Document:
    """Another line whole, and partly paid back."""
    note = credit_note(invoice(), [replace(credited(invoice().lines[1]), id="1")])
    return credit_note(invoice(), note.lines, prepayments=[refund(Decimal("5.00"))])


def shipping_refund() -> Document:
    """Nothing but the shipping: as a line, since a document needs one (BR-16)."""
    (shipping,) = invoice().charges
    line = replace(
        sample_line(1, tax=shipping.tax),
        name=shipping.reason,
        description="",
        seller_item_id="",
        quantity=Decimal(1),
        net_amount=shipping.amount,
        tax_amount=shipping.gross_amount - shipping.amount,
        gross_amount=shipping.gross_amount,
    )
    return credit_note(invoice(), [line], prepayments=[refund(shipping.gross_amount)])


def spread_refund() -> Document:
    """An amount without lines, spread over the rates: lines that credit no one line."""
    lines = [_share("1", STANDARD, "6.50", "1.50"), _share("2", REDUCED, "1.85", "0.15")]
    return credit_note(invoice(), lines, prepayments=[refund(Decimal("10.00"))])


def _share(identifier: str, tax: Tax, net: str, amount: str) -> Line:
    return Line(
        id=identifier,
        name=f"Credit to invoice INV-2026-00042, tax rate {tax.rate} %",
        quantity=Decimal(1),
        net_amount=Decimal(net),
        tax_amount=Decimal(amount),
        gross_amount=Decimal(net) + Decimal(amount),
        tax=tax,
        unit_price_net=Decimal(net),
        unit_price_gross=Decimal(net) + Decimal(amount),
    )


def cancelled_with_gift_card() -> Document:
    """An order of which a gift card had paid a part, which the credit note mirrors."""
    original = sample_document(2, gift_card="20.00")
    mirror = replace(original.prepayments[0], kind="mirror")
    return credit_note(
        original,
        [credited(line) for line in original.lines],
        prepayments=[mirror, refund(original.totals.payable)],
    )


def correction() -> Document:
    """The invoice that takes the place of one that was credited."""
    document = sample_document(2, number="INV-2026-00043")
    return replace(document, preceding_invoices=(PrecedingInvoice(number="INV-2026-00042"),))


def collective() -> Document:
    """One invoice of three orders, each line with the number of its own."""
    document = sample_document(3)
    orders = tuple(
        OrderReference(id=f"T3JkZXI6{number}", number=str(number), created=date(2026, 11, 19))
        for number in (1042, 1043, 1044)
    )
    lines = tuple(
        replace(line, note=f"Order {order.number}")
        for line, order in zip(document.lines, orders, strict=True)
    )
    return replace(document, order=None, orders=orders, lines=lines)


def prepaid(*payments: Prepayment) -> Document:
    """An invoice of which this was paid when it was issued."""
    document = sample_document(3, shipping="6.90")
    paid = sum((one.amount for one in payments), Decimal(0))
    totals = document_totals(document.lines, charges=document.charges, prepaid=paid)
    return replace(document, prepayments=payments, totals=totals)


def paid_at_issue() -> Document:
    """Nothing is due any more, hence no terms and no account."""
    gross = prepaid().totals.gross
    document = prepaid(Prepayment(amount=gross, label="Card", kind="payment"))
    return replace(document, due_date=None, payment_terms="", payment=None)


def partly_prepaid() -> Document:
    """A gift card and a first instalment."""
    return prepaid(
        Prepayment(amount=Decimal("25.00"), label="7F3K"),
        Prepayment(amount=Decimal("10.50"), label="Card", kind="payment"),
    )


def second_currency() -> Document:
    """Sold in dollars by a German, who owes VAT in euro, with the rate of the day."""
    document = sample_document(3, currency="USD", vat_accounting_currency="EUR")
    rate = ExchangeRate(rate=Decimal("0.92"), on=date(2026, 11, 20), source="ECB")
    tax = round(document.totals.tax * rate.rate, 2)
    totals = replace(document.totals, tax_in_accounting_currency=tax)
    return replace(document, totals=totals, exchange_rate=rate)


def second_currency_credit() -> Document:
    """Its credit note."""
    original = second_currency()
    note = credit_note(original, [credited(line) for line in original.lines])
    tax = original.totals.tax_in_accounting_currency
    return replace(note, totals=replace(note.totals, tax_in_accounting_currency=tax))


def reverse_charge_credit() -> Document:
    """A credit note keeps the category and the reason of its invoice."""
    original = sample_reverse_charge()
    return credit_note(original, [credited(line) for line in original.lines])


def intra_community_credit() -> Document:
    """Also the place and date of the supply, which its rules ask for again."""
    original = intra_community()
    return credit_note(original, [credited(original.lines[0])])


def hostile() -> Document:
    """Characters that XML can't hold, and VAT ids as people write them."""
    address = replace(BUYER.address, street="Markt\x00platz\x1b 5", additional="\ufffe\ud800")
    seller = replace(SELLER, vat_id="DE 136 695 976")
    buyer = replace(BUYER, vat_id="de129.273.398\u00a0", address=address)
    return replace(sample_document(2), seller=seller, buyer=buyer)


def to_authority(document: Document | None = None) -> Document:
    """A German public buyer."""
    return replace(document or sample_document(2), buyer_reference=LEITWEG_ID)


def belgian() -> Document:
    """Between two Belgian businesses, whose electronic addresses follow from their VAT ids."""
    tax = replace(STANDARD, rate=Decimal(21))
    return sample_document(3, taxes=(tax,), seller=BELGIAN_SELLER, buyer=BELGIAN_BUYER)


def in_dinar() -> Document:
    """Three decimals, which EN 16931 can't express."""
    return sample_document(2, currency="KWD")


def american() -> Document:
    """A sales tax, which is no VAT."""
    address = Address(street="1 Main St", city="Austin", postal_code="73301", country="US")
    seller = replace(SELLER, vat_id="", tax_registration="", address=address)
    return sample_document(2, currency="USD", seller=seller, tax_name="Sales tax")


KINDS: dict[str, Callable[[], Document]] = {
    "invoice": invoice,
    "full_refund": full_refund,
    "first_partial_refund": first_partial_refund,
    "second_partial_refund": second_partial_refund,
    "shipping_refund": shipping_refund,
    "spread_refund": spread_refund,
    "cancelled_with_gift_card": cancelled_with_gift_card,
    "correction": correction,
    "collective": collective,
    "reverse_charge": sample_reverse_charge,
    "reverse_charge_credit": reverse_charge_credit,
    "intra_community": intra_community,
    "intra_community_credit": intra_community_credit,
    "exempt": lambda: with_category(EXEMPT),
    "export": lambda: with_category(EXPORT, buyer=NORWEGIAN),
    "outside_scope": lambda: with_category(OUTSIDE, buyer=NORWEGIAN),
    "canary_islands": lambda: with_category(IGIC),
    "zero_rated": lambda: with_category(ZERO),
    "gift_card": lambda: sample_document(3, gift_card="25.00"),
    "paid_at_issue": paid_at_issue,
    "partly_prepaid": partly_prepaid,
    "discounts": two_rates_with_adjustments,
    "rounding_amount": rounded,
    "second_currency": second_currency,
    "second_currency_credit": second_currency_credit,
    "hostile": hostile,
    "to_authority": to_authority,
    "authority_credit": lambda: to_authority(full_refund()),
    "belgian": belgian,
    "belgian_credit": lambda: credit_note(belgian(), [credited(belgian().lines[0])]),
}
ELECTRONIC = Identifier(value="4000001000005", scheme="0088")


def addressed(document: Document) -> Document:
    """The document with everything that XRechnung and Peppol want of the parties."""
    return replace(
        document,
        seller=replace(document.seller, electronic_address=ELECTRONIC),
        buyer=replace(document.buyer, electronic_address=ELECTRONIC),
        buyer_reference=LEITWEG_ID,
        delivery=document.delivery or Delivery(),
    )


def chosen(document: Document, profile: str, syntax: str) -> Document:
    """The document with the e-invoice that it is to be."""
    return replace(document, einvoice=EInvoiceChoice(profile=profile, syntax=syntax))


def belgian_chosen() -> Document:
    """For Peppol."""
    return chosen(belgian(), "peppol_bis3", "ubl")
