"""Invoices to credit: small ones whose amounts round badly, and what must hold of credit notes."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from hypothesis import strategies as st

from saleor_invoices.domain import totals
from saleor_invoices.domain.codes import DocumentKind, VatCategory
from saleor_invoices.domain.credit import CreditRequest, credit_document, remaining
from saleor_invoices.domain.document import (
    Document,
    DocumentAdjustment,
    Line,
    OrderReference,
    Party,
    Prepayment,
    Tax,
)
from saleor_invoices.domain.money import from_minor

RATES = tuple(map(Decimal, ("19", "7", "8.875", "100", "0")))
QUANTITIES = tuple(map(Decimal, ("1", "2", "3", "7", "1000", "2.5")))
NUMBER = "INV-1"


def tax(rate: str | Decimal) -> Tax:
    category = VatCategory.STANDARD if Decimal(rate) else VatCategory.ZERO
    return Tax(category=category, rate=Decimal(rate))


def line(net: str, gross: str, rate: str = "19", *, place: str = "1", **other: Any) -> Line:
    values: dict[str, Any] = {
        "id": place,
        "name": f"Line {place}",
        "quantity": Decimal(1),
        "net_amount": Decimal(net),
        "tax_amount": Decimal(gross) - Decimal(net),
        "gross_amount": Decimal(gross),
        "tax": tax(rate),
        "unit_price_net": Decimal(net),
        "unit_price_gross": Decimal(gross),
        "source_id": f"order-line-{place}",
    }
    return Line(**(values | other))


def charge(net: str, gross: str, rate: str = "19", *, place: str = "1") -> DocumentAdjustment:
    return DocumentAdjustment(
        amount=Decimal(net),
        gross_amount=Decimal(gross),
        tax=tax(rate),
        reason="Post",
        id=place,
        source_id=f"shipping:{place}",
    )


def document(*lines: Line, **other: Any) -> Document:
    """An issued invoice of the lines; its sums are made here, ``rounding`` may be given."""
    charges, allowances = other.get("charges", ()), other.get("allowances", ())
    prepayments: tuple[Prepayment, ...] = other.get("prepayments", ())
    rounding = other.pop("rounding", Decimal(0))
    own = totals.document_totals(lines, charges=charges, allowances=allowances)
    prepaid = sum((one.amount for one in prepayments), Decimal(0))
    values: dict[str, Any] = {
        "kind": DocumentKind.INVOICE,
        "number": NUMBER,
        "currency": "EUR",
        "seller": Party(name="Sample Shop GmbH"),
        "buyer": Party(name="Sample Buyer GmbH"),
        "lines": lines,
        "vat_breakdown": totals.vat_breakdown(lines, charges=charges, allowances=allowances),
        "totals": totals.document_totals(
            lines,
            charges=charges,
            allowances=allowances,
            prepaid=prepaid,
            payable=own.gross - prepaid + rounding,
        ),
        "order": OrderReference(id="order-1", number="1001"),
    }
    return Document(**(values | other))


def credit(invoice: Document, *before: Document, **request: Any) -> Document:
    """A credit note that is right in itself."""
    made = credit_document(
        invoice,
        before,
        CreditRequest(**request),
        spread_name=lambda tax: f"Part at {tax.rate}",
    )
    assert totals.check(made) == []
    assert made.lines  # BR-16
    assert all(one.quantity > 0 for one in made.lines)
    assert all(min(one.net_amount, one.tax_amount) >= 0 for one in made.lines)
    return made


def refuse_too_much(invoice: Document, notes: Sequence[Document]) -> None:
    """No rate and no line was credited more than it has, in net, tax or quantity."""
    for row in invoice.vat_breakdown:
        rows = [
            one
            for note in notes
            for one in note.vat_breakdown
            if (one.tax.category, one.tax.rate) == (row.tax.category, row.tax.rate)
        ]
        assert sum(one.taxable_amount for one in rows) <= row.taxable_amount
        assert sum(one.tax_amount for one in rows) <= row.tax_amount
    for whole in invoice.lines:
        parts = [one for note in notes for one in note.lines if one.preceding_id == whole.id]
        for field in ("quantity", "net_amount", "tax_amount", "gross_amount"):
            assert sum(getattr(part, field) for part in parts) <= getattr(whole, field)


def refuse_too_little(invoice: Document, notes: Sequence[Document]) -> None:
    """Exactly nothing is left, of no rate."""
    left = remaining(invoice, notes)
    assert left.is_empty
    assert not any((one.net or one.tax or one.gross) for one in left.rates.values())
    for name in ("net", "tax", "gross"):
        credited = sum(getattr(note.totals, name) for note in notes)
        assert credited == getattr(invoice.totals, name)


@st.composite
def invoices(draw: st.DrawFn, *, allowances: bool = True) -> Document:
    """Lines and charges from nothing to a fortune, several of a rate, also badly taxed ones."""
    currency = draw(st.sampled_from(("EUR", "JPY", "KWD")))
    highest = draw(st.sampled_from((3, 20, 2_000, 10**7)))
    lines = []
    for place in range(1, draw(st.integers(1, 6)) + 1):
        net, gross, rate = draw(_amounts(currency, highest))
        quantity = draw(st.sampled_from(QUANTITIES))
        lines.append(line(net, gross, rate, place=str(place), quantity=quantity))
    charges = []
    for place in range(1, draw(st.integers(0, 2)) + 1):
        net, gross, rate = draw(_amounts(currency, highest))
        charges.append(charge(net, gross, rate, place=str(place)))
    less = (_allowance(lines[0]),) if allowances and draw(st.booleans()) else ()
    return document(*lines, charges=tuple(charges), allowances=less, currency=currency)


@st.composite
def _amounts(draw: st.DrawFn, currency: str, highest: int) -> tuple[str, str, str]:
    rate = draw(st.sampled_from(RATES))
    gross = draw(st.integers(0, highest))
    exact = (gross / (1 + rate / 100)).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    net = min(max(int(exact) + draw(st.integers(-1, 1)), 0), gross)
    return str(from_minor(net, currency)), str(from_minor(gross, currency)), str(rate)


def _allowance(line: Line) -> DocumentAdjustment:
    return DocumentAdjustment(
        amount=line.net_amount, gross_amount=line.gross_amount, tax=line.tax, reason="Gift"
    )
