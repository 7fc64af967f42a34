"""The sign of an invoice: other systems write a credit note with amounts below zero, we above."""

from decimal import Decimal
from typing import TypeVar

import msgspec

from saleor_invoices.domain.money import ZERO
from saleor_invoices.imports.shaping.structs import (
    AdjustmentShape,
    InvoiceShape,
    LineShape,
    TotalsShape,
)

_S = TypeVar("_S", LineShape, AdjustmentShape, TotalsShape)
_AMOUNTS = ("net", "tax", "gross")
_TOTALS = (*_AMOUNTS, "prepaid", "payable")


def is_negative(shape: InvoiceShape) -> bool:
    """Whether its total is below zero: as it says, or else as its lines make it."""
    totals = shape.totals
    if totals is not None:
        for stated in (totals.gross, totals.net, totals.payable):
            if stated is not None:
                return stated < 0
    return sum(map(_of_line, shape.lines), ZERO) < 0


def turned(shape: InvoiceShape) -> InvoiceShape:
    """With every amount's sign turned; a line has its sign in the amounts, so that a quantity
    or price below zero loses it."""
    totals = shape.totals
    return msgspec.structs.replace(
        shape,
        lines=tuple(_line(line) for line in shape.lines),
        allowances=tuple(_negated(one, _AMOUNTS) for one in shape.allowances),
        charges=tuple(_negated(one, _AMOUNTS) for one in shape.charges),
        totals=_negated(totals, _TOTALS) if totals else None,
    )


def _line(line: LineShape) -> LineShape:
    changes: dict[str, Decimal] = {}
    if line.quantity is not None and line.quantity < 0:
        changes["quantity"] = -line.quantity
        if line.net is None and line.gross is None:  # the amount is the price times it
            return msgspec.structs.replace(line, **changes)
    for name in ("unit_price_net", "unit_price_gross"):
        price = getattr(line, name)
        if price is not None and not (changes and price >= 0):
            changes[name] = -price
    return _negated(msgspec.structs.replace(line, **changes), _AMOUNTS)


def _negated(shape: _S, names: tuple[str, ...]) -> _S:
    given = {name: getattr(shape, name) for name in names}
    changes = {name: -value or ZERO for name, value in given.items() if value is not None}
    return msgspec.structs.replace(shape, **changes)


def _of_line(line: LineShape) -> Decimal:
    amount = line.gross if line.gross is not None else line.net
    if amount is not None:
        return amount
    price = line.unit_price_gross if line.unit_price_gross is not None else line.unit_price_net
    return (price or ZERO) * (1 if line.quantity is None else line.quantity)
