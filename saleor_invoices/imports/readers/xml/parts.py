"""What both syntaxes share, and what neither carries."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from saleor_invoices.domain.codes import DocumentKind, VatCategory
from saleor_invoices.domain.document import (
    Address,
    Contact,
    Delivery,
    Document,
    DocumentAdjustment,
    Identifier,
    Line,
    LineAdjustment,
    PaymentInstructions,
    Prepayment,
    Tax,
    Totals,
    VatSubtotal,
)
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.money import ZERO, quantizer, unit
from saleor_invoices.imports.readers.xml.source import Element, Source

CREDIT_NOTES = frozenset({"381", "396", "261", "83", "532"})  # UNTDID 1001, of EN 16931
INVOICES = frozenset(
    {"380", "384", "389", "326", "386", "388", "393", "395", "575", "623", "780", "80", "82", "84",
     "130", "202", "203", "204", "211", "295", "383", "385", "387", "390", "394", "751"}
)  # fmt: skip
_CATEGORIES = {category.value: category for category in VatCategory}
_PRICE_STEP, _ONE, _HUNDRED = Decimal("0.000001"), Decimal(1), Decimal(100)
Key = tuple[VatCategory, Decimal]


def kind_of(code: str, source: Source, path: str) -> DocumentKind:
    """The kind by BT-3; a proforma and what is no invoice at all is refused."""
    if code in CREDIT_NOTES:
        return DocumentKind.CREDIT_NOTE
    if code not in INVOICES:
        source.missing("KIND_UNKNOWN", f"The type {code!r} is no invoice (BT-3).", path, code)
    return DocumentKind.INVOICE


def currency_of(code: str, source: Source, path: str) -> str:
    """BT-5."""
    try:
        unit(code)
    except InvalidInput:
        source.missing("UNKNOWN_CURRENCY", f"{code!r} is not a known currency (BT-5).", path, code)
        return ""
    return code


def tax(code: str, rate: Decimal | None, source: Source, path: str) -> Tax:
    """A VAT category with its rate."""
    category = _CATEGORIES.get(code)
    if category is None:
        source.missing("VAT_CATEGORY_UNKNOWN", f"{code!r} is no VAT category.", path, code)
        category = VatCategory.ZERO
    return Tax(category=category, rate=rate or ZERO)


def identifier(node: Element | None) -> Identifier | None:
    """An element with a scheme."""
    text = (node.text or "").strip() if node is not None else ""
    if node is None or not text:
        return None
    return Identifier(value=text, scheme=(node.get("schemeID") or "").strip())


def contact_or_none(name: str, phone: str, email: str) -> Contact | None:
    """A contact, where anything of it is there."""
    return Contact(name=name, phone=phone, email=email) if name or phone or email else None


def delivery_or_none(delivery: Delivery) -> Delivery | None:
    """A delivery, where anything of it is there."""
    return None if delivery == Delivery() else delivery


def address_or_none(address: Address) -> Address | None:
    """An address, where anything of it is there."""
    return None if address == Address() else address


def means_or_none(means: PaymentInstructions) -> PaymentInstructions | None:
    """BG-16, where anything of it is there."""
    return None if means == PaymentInstructions(means_code="") else means


def each(amount: Decimal, quantity: Decimal) -> Decimal:
    """A unit price with six decimals at most."""
    if not quantity:
        return amount
    return (amount / quantity).quantize(_PRICE_STEP, rounding=ROUND_HALF_UP).normalize()


def unit_price(
    net: Decimal,
    quantity: Decimal,
    price: Decimal | None,
    base: Decimal | None,
    adjustments: Sequence[LineAdjustment],
) -> Decimal:
    """The net unit price as it is shown: after the line's allowances and charges."""
    if price is None or adjustments:
        return each(net, quantity)
    return price if not base or base == _ONE else each(price, base)


def prepayments(totals: Totals) -> tuple[Prepayment, ...]:
    """What BT-113 is made of, which no syntax says."""
    if not totals.prepaid:
        return ()
    return (Prepayment(amount=totals.prepaid, label="", kind="payment"),)


def completed(document: Document) -> Document:
    """With the tax of each line, allowance and charge, which neither syntax has.

    It is reckoned from the rate, and what then is missing to the VAT breakdown goes to the largest
    amounts of the rate, one smallest unit each. The reason for no tax comes from the breakdown.
    """
    taxes = _Taxes(document)
    lines = tuple(_taxed_line(line, taxes) for line in document.lines)
    return replace(
        document,
        lines=lines,
        allowances=tuple(_taxed(one, taxes) for one in document.allowances),
        charges=tuple(
            replace(_taxed(one, taxes), id=str(number))
            for number, one in enumerate(document.charges, start=1)
        ),
    )


class _Taxes:
    """The tax of every amount of a document, so that each rate makes its breakdown."""

    def __init__(self, document: Document) -> None:
        self._rows = {_key(row.tax): row for row in document.vat_breakdown}
        self._of: dict[int, Decimal] = {}
        groups: dict[Key, list[tuple[int, Decimal]]] = {}
        for part, net in _signed(document):
            groups.setdefault(_key(part.tax), []).append((id(part), net))
        for key, parts in groups.items():
            self._share(parts, key, document.currency)

    def tax(self, part: Line | DocumentAdjustment) -> Decimal:
        """The part's tax, with the sign of its amount."""
        return self._of[id(part)]

    def reasoned(self, tax: Tax) -> Tax:
        """The tax with the reason that the breakdown gives."""
        row = self._rows.get(_key(tax))
        if row is None:
            return tax
        return row.tax

    def _share(self, parts: list[tuple[int, Decimal]], key: Key, currency: str) -> None:
        money, step = quantizer(currency), unit(currency)
        shares = {name: money(net * key[1] / _HUNDRED) for name, net in parts}
        row = self._rows.get(key)
        missing = row.tax_amount - sum(shares.values(), ZERO) if row else ZERO
        steps = int(missing / step)
        largest = sorted(parts, key=lambda part: -abs(part[1]))
        for name, _ in largest[: abs(steps)]:
            shares[name] += step if steps > 0 else -step
        rest = missing - step * max(min(steps, len(parts)), -len(parts))
        shares[largest[0][0]] += rest
        self._of |= shares


def _key(tax: Tax) -> Key:
    return tax.category, tax.rate


def _signed(document: Document) -> Iterable[tuple[Line | DocumentAdjustment, Decimal]]:
    for line in document.lines:
        yield line, line.net_amount
    for charge in document.charges:
        yield charge, charge.amount
    for allowance in document.allowances:
        yield allowance, -allowance.amount


def _taxed_line(line: Line, taxes: _Taxes) -> Line:
    tax = taxes.tax(line)
    gross = line.net_amount + tax
    return replace(
        line,
        tax=taxes.reasoned(line.tax),
        tax_amount=tax,
        gross_amount=gross,
        unit_price_gross=each(gross, line.quantity),
    )


def _taxed(adjustment: DocumentAdjustment, taxes: _Taxes) -> DocumentAdjustment:
    tax = abs(taxes.tax(adjustment))
    return replace(
        adjustment, tax=taxes.reasoned(adjustment.tax), gross_amount=adjustment.amount + tax
    )


def subtotal(row: Tax, taxable: Decimal, amount: Decimal, reason: str, code: str) -> VatSubtotal:
    """A row of the VAT breakdown (BG-23)."""
    told = replace(row, exemption_reason=reason, exemption_code=code)
    return VatSubtotal(tax=told, taxable_amount=taxable, tax_amount=amount)
