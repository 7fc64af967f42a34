"""A form filled from an order, to be edited, and what a draft must know of that order."""

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Address, Document, Line, Tax
from saleor_invoices.domain.draft_amounts import EXACT
from saleor_invoices.domain.draft_document import OrderFacts
from saleor_invoices.domain.draft_form import (
    SHIPPING_ID,
    FormAdjustment,
    FormLine,
    FormParty,
    InvoiceForm,
)
from saleor_invoices.domain.money import ZERO, quantize
from saleor_invoices.domain.order import Order, OrderLine, TaxedAmount
from saleor_invoices.domain.order_document import document_from_order
from saleor_invoices.domain.order_parties import metadata_text
from saleor_invoices.domain.order_terms import is_paid
from saleor_invoices.domain.profile import DocumentProfile

MOST_DECIMALS = 12
"""What an amount of the API may have."""


def form_of_order(order: Order, profile: DocumentProfile, *, on: date) -> InvoiceForm:
    """The order as a form, whose invoice comes to the order's own amounts as far as can be.

    Prices are with tax where the shop enters them so. Raises ``CannotIssue`` UNKNOWN_CURRENCY.
    """
    draft = document_from_order(order, profile, on=on)
    document = draft.document
    by_source = {line.source_id: line for line in document.lines}
    guessed = any(one.code == "ZERO_RATE_UNEXPLAINED" for one in draft.findings)
    own_notes = set(profile.notes)
    delivery = document.delivery
    return InvoiceForm(
        currency=order.currency,
        channel=order.channel,
        language=document.language,
        order_id=order.id,
        customer_id=order.customer.id if order.customer else "",
        customer_email=document.order.customer_email if document.order else "",
        buyer=_buyer(order, document, profile),
        delivery_address=_elsewhere(document),
        supply_date=delivery.supply_date if delivery else None,
        buyer_reference=document.buyer_reference,
        purchase_order=document.purchase_order_reference,
        prices_include_tax=order.prices_entered_with_tax,
        lines=tuple(
            _line(order, line, by_source[line.id], guessed=guessed)
            for line in order.lines
            if line.id in by_source
        ),
        charges=tuple(_shipping(order, document)),
        notes=tuple(note.text for note in document.notes if note.text not in own_notes),
    )


def facts_of_order(
    order: Order, profile: DocumentProfile, *, on: date, received: Decimal
) -> OrderFacts:
    """What a draft that covers the order must know; ``received`` counts for no document yet."""
    document = document_from_order(order, profile, on=on).document
    if document.order is None:
        raise TypeError("an order's document names its order")
    return OrderFacts(
        reference=document.order,
        total=quantize(order.total.gross, order.currency),
        currency=order.currency,
        prepayments=document.prepayments,
        received=received,
        payment=document.payment if is_paid(order) else None,
    )


def _buyer(order: Order, document: Document, profile: DocumentProfile) -> FormParty:
    buyer = document.buyer
    return FormParty(
        name=buyer.name,
        person=buyer.person,
        vat_id=buyer.vat_id or metadata_text(order, profile.vat_id_keys),
        address=buyer.address,
    )


def _elsewhere(document: Document) -> Address | None:
    """Where it goes to, if that is not where the buyer is."""
    address = document.delivery.address if document.delivery else None
    return None if address == document.buyer.address else address


def _line(order: Order, line: OrderLine, shown: Line, *, guessed: bool) -> FormLine:
    total = _amount(order, line.total)
    base = max(_amount(order, line.undiscounted_total or line.total), total)
    quantity, discount = Decimal(max(line.quantity, 1)), base - total
    allowance = shown.allowances[0] if shown.allowances else None
    plain = FormLine(
        name=shown.name,
        description=shown.description,
        sku=line.sku,
        quantity=quantity,
        unit_price=_price(base, quantity, order.currency),
        tax_rate=shown.tax.rate,
        discount_amount=discount or None,
        discount_reason=allowance.reason if allowance and discount else "",
        order_line_id=line.id,
    )
    return _with_tax(plain, shown.tax, guessed=guessed)


def _with_tax(line: FormLine, decided: Tax, *, guessed: bool) -> FormLine:
    """Why there is no tax is said in the form: it does not know the order's tax classes."""
    if decided.rate > 0 or (guessed and decided.category is VatCategory.ZERO):
        return line
    return replace(
        line,
        tax_category=decided.category,
        exemption_reason=decided.exemption_reason,
        exemption_code=decided.exemption_code,
    )


def _shipping(order: Order, document: Document) -> list[FormAdjustment]:
    amount = _amount(order, order.shipping.price)
    return [
        FormAdjustment(
            id=SHIPPING_ID,
            amount=amount,
            reason=charge.reason,
            tax_rate=charge.tax.rate,
            tax_category=None if charge.tax.rate > 0 else charge.tax.category,
        )
        for charge in document.charges[:1]
        if amount > ZERO
    ]


def _amount(order: Order, price: TaxedAmount) -> Decimal:
    entered = price.gross if order.prices_entered_with_tax else price.net
    return quantize(entered, order.currency)


def _price(total: Decimal, quantity: Decimal, currency: str) -> Decimal:
    """The price with the fewest decimals of which the total comes out again."""
    exact = EXACT.divide(total, quantity)
    least = -int(total.as_tuple().exponent)
    for decimals in range(least, MOST_DECIMALS + 1):
        price = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=EXACT)
        if quantize(EXACT.multiply(price, quantity), currency) == total:
            return price
    return price
