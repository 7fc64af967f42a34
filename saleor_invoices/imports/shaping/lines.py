"""Lines (BG-25) and allowances and charges (BG-20, BG-21): the amounts that were not said."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from saleor_invoices.domain.document import DocumentAdjustment, Line, Tax
from saleor_invoices.domain.money import ZERO
from saleor_invoices.imports.shaping.structs import AdjustmentShape, LineShape
from saleor_invoices.imports.shaping.taxes import HUNDRED, rate_of, standard, tax_of
from saleor_invoices.imports.shaping.work import MOST_AMOUNT, Work

_ONE = Decimal(1)
_PRICE_STEP = Decimal("0.000001")
_UNIT_CODE = re.compile(r"[A-Z0-9]{2,3}")  # UN/ECE Rec 20 and 21
_DEFAULT_UNIT = "C62"
_USUAL_UNITS = frozenset({"", _DEFAULT_UNIT, "H87"})


class Said(NamedTuple):
    """The amounts that were said, in whole smallest units."""

    net: Decimal | None
    tax: Decimal | None
    gross: Decimal | None


class Amounts(NamedTuple):
    """What a line says or has derived; gross is net and tax."""

    net: Decimal
    tax: Decimal
    gross: Decimal
    rate: Decimal


def lines_of(shapes: Sequence[LineShape], work: Work) -> tuple[Line, ...]:
    """The lines in their order, as far as they can be made."""
    made = (line_of(shape, position, work) for position, shape in enumerate(shapes))
    return tuple(line for line in made if line is not None)


def line_of(shape: LineShape, position: int, work: Work) -> Line | None:
    """One line; ``None`` where something blocking was found."""
    if (whole := _whole_line(shape, position, work)) is not None:
        return whole
    at = f"lines[{position}]."
    quantity = _ONE if shape.quantity is None else shape.quantity
    amounts = _line_amounts(shape, quantity, work, at)
    if amounts is None:
        return None
    tax = tax_of(shape, amounts.rate, work, at)
    has_name = shape.name or shape.description or shape.sku
    if not has_name:
        work.fault(
            "LINE_NAME_MISSING",
            f"Line {position + 1} says not what was sold.",
            "A name, description or SKU.",
            at=f"{at}name",
        )
    if tax is None or not has_name:
        return None
    return _line(shape, str(position + 1), amounts, tax, _unit(shape, work, at))


def _whole_line(shape: LineShape, position: int, work: Work) -> Line | None:
    """A line of which everything was said, and fits: nearly all lines are, and this is fast."""
    net, tax, gross = shape.net, shape.tax, shape.gross
    if net is None or tax is None or gross is None or shape.vat_rate is None:
        return None
    money = work.money
    amounts = Amounts(money(net), money(tax), money(gross), shape.vat_rate)
    is_exact = amounts.net == net and amounts.tax == tax and amounts.gross == gross
    has_more = shape.vat_category or shape.exemption_reason or shape.unit_code not in _USUAL_UNITS
    if not is_exact or has_more or net + tax != gross or not -MOST_AMOUNT < gross < MOST_AMOUNT:
        return None
    category = standard(shape.vat_rate)
    if category is None or not (shape.name or shape.description or shape.sku):
        return None
    return _line(shape, str(position + 1), amounts, category, shape.unit_code or _DEFAULT_UNIT)


def adjustments_of(
    shapes: Sequence[AdjustmentShape], name: str, work: Work
) -> tuple[DocumentAdjustment, ...]:
    """Allowances or charges of the document; ``name`` is that of the field on the wire."""
    made = []
    for position, shape in enumerate(shapes):
        at = f"{name}[{position}]."
        amounts = _amounts(shape, _said(shape, work, at), work, at)
        tax = amounts and tax_of(shape, amounts.rate, work, at)
        if amounts is None or tax is None:
            continue
        adjustment = DocumentAdjustment(
            amount=amounts.net,
            gross_amount=amounts.gross,
            tax=tax,
            reason=shape.reason,
            reason_code=shape.reason_code,
            id=str(position + 1),
        )
        made.append(adjustment)
    return tuple(made)


def _line_amounts(shape: LineShape, quantity: Decimal, work: Work, at: str) -> Amounts | None:
    said = _said(shape, work, at)
    if said.net is None and said.gross is None:
        net, gross = shape.unit_price_net, shape.unit_price_gross
        said = Said(
            None if net is None else work.money(net * quantity),
            said.tax,
            None if gross is None else work.money(gross * quantity),
        )
    return _amounts(shape, said, work, at)


def _said(shape: LineShape | AdjustmentShape, work: Work, at: str) -> Said:
    return Said(
        work.amount(shape.net, at, "net"),
        work.amount(shape.tax, at, "tax"),
        work.amount(shape.gross, at, "gross"),
    )


def _amounts(shape: LineShape | AdjustmentShape, said: Said, work: Work, at: str) -> Amounts | None:
    if said.net is None and said.gross is None:
        work.fault(
            "LINE_AMOUNT_MISSING",
            "There is no net or gross amount.",
            "A net or gross amount, or a unit price.",
            at=f"{at}net",
        )
        return None
    rate = shape.vat_rate
    if rate is None:
        rate = _derived_rate(shape, said, work, at)
    if rate is None or not _is_rate(rate, work, at):
        return None
    amounts = _completed(said, rate, work)
    _check(amounts, said.gross, work, at)
    return amounts


def _derived_rate(
    shape: LineShape | AdjustmentShape, said: Said, work: Work, at: str
) -> Decimal | None:
    net, tax, gross = said
    if gross is not None:
        tax = gross - net if tax is None and net is not None else tax
        net = gross - tax if net is None and tax is not None else net
    if net is not None and tax is not None:
        return _told_rate(net, tax, work, at)
    if shape.vat_category.strip().upper() in _UNTAXED:
        return ZERO
    work.fault(
        "VAT_RATE_MISSING",
        "Neither the VAT rate nor the VAT amount is there.",
        "The VAT rate in percent, or the VAT amount.",
        at=f"{at}vatRate",
    )
    return None


def _told_rate(net: Decimal, tax: Decimal, work: Work, at: str) -> Decimal:
    rate, is_exact = rate_of(net, tax, work)
    if not is_exact:
        work.warn(
            "VAT_RATE_DERIVED",
            f"No VAT rate was given, and none makes {tax} of {net}; {rate} % is taken.",
            "The VAT rate in percent.",
            at=f"{at}vatRate",
            computed=rate,
        )
    return rate


def _is_rate(rate: Decimal, work: Work, at: str) -> bool:
    if ZERO <= rate <= HUNDRED:
        return True
    work.fault(
        "VAT_RATE_INVALID",
        f"{rate} % is no VAT rate.",
        "A rate in percent from 0 to 100, such as 19.",
        at=f"{at}vatRate",
        value=rate,
    )
    return False


_UNTAXED = frozenset({"Z", "E", "AE", "K", "G", "O"})


def _completed(said: Said, rate: Decimal, work: Work) -> Amounts:
    """With what is missing of the three; where all are there, gross is their sum."""
    net, tax, gross = said
    if net is None:
        assert gross is not None  # noqa: S101 - one of the two is there
        net = work.money(gross * HUNDRED / (HUNDRED + rate)) if tax is None else gross - tax
    if tax is None:
        tax = work.money(net * rate / HUNDRED) if gross is None else gross - net
    return Amounts(net, tax, net + tax, rate)


def _check(amounts: Amounts, gross: Decimal | None, work: Work, at: str) -> None:
    if abs(amounts.gross) >= MOST_AMOUNT:
        work.fault(
            "AMOUNT_TOO_LARGE",
            f"{amounts.gross} is too large.",
            f"Amounts below {MOST_AMOUNT:f}.",
            at=f"{at}gross",
            value=amounts.gross,
        )
    if gross is not None and gross != amounts.gross:
        work.warn(
            "LINE_TOTALS_DIFFER",
            f"Net and VAT make {amounts.gross}, but the gross amount says {gross}.",
            "A gross amount that is net and VAT.",
            at=f"{at}gross",
            value=gross,
            stated=gross,
            computed=amounts.gross,
        )


def _line(shape: LineShape, number: str, amounts: Amounts, tax: Tax, unit_code: str) -> Line:
    quantity = _ONE if shape.quantity is None else shape.quantity
    net_price, gross_price = shape.unit_price_net, shape.unit_price_gross
    return Line(
        id=number,
        name=shape.name or shape.description or shape.sku,
        quantity=quantity,
        net_amount=amounts.net,
        tax_amount=amounts.tax,
        gross_amount=amounts.gross,
        tax=tax,
        unit_price_net=_each(amounts.net, quantity) if net_price is None else net_price,
        unit_price_gross=_each(amounts.gross, quantity) if gross_price is None else gross_price,
        unit_code=unit_code,
        description=shape.description if shape.name else "",
        seller_item_id=shape.sku,
    )


def _each(amount: Decimal, quantity: Decimal) -> Decimal:
    if quantity == _ONE or not quantity:
        return amount
    price = amount / quantity
    rounded = price.quantize(_PRICE_STEP, rounding=ROUND_HALF_UP)
    return rounded.normalize() if rounded else ZERO


def _unit(shape: LineShape, work: Work, at: str) -> str:
    code = shape.unit_code
    if not code or code == _DEFAULT_UNIT:
        return _DEFAULT_UNIT
    if _UNIT_CODE.fullmatch(code):
        return code
    work.warn(
        "UNIT_UNKNOWN",
        f"{code!r} is no unit of UN/ECE recommendation 20; C62 (one) is taken.",
        "A code such as C62, HUR, KGM or MTR.",
        at=f"{at}unitCode",
        value=code,
    )
    return _DEFAULT_UNIT
