"""The net price of a line (BT-146) and its base quantity (BT-149), from what was charged.

The shop's unit price times quantity is not its line total: Saleor rounds both by themselves.
EN 16931 has BT-131 = BT-146 / BT-149 x BT-129 + charges - allowances, rounded, and the rules of
Peppol check it (PEPPOL-EN16931-R120). So the price is derived, never taken.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from saleor_invoices.domain.document import Line, LineAdjustment
from saleor_invoices.domain.money import ZERO

LEAST_DECIMALS, MOST_DECIMALS = 2, 8
_ONE = Decimal(1)
_CENT = Decimal("0.01")
_EXACT = Context(prec=60)


@dataclass(frozen=True, slots=True)
class Price:
    """BT-146 for so many (BT-149) of the line's unit."""

    amount: Decimal
    base_quantity: Decimal = _ONE


def net_price(line: Line) -> Price:
    """The price with the fewest decimals of which the line's net amount comes out to the cent.

    Where eight decimals do not do, what the whole quantity costs is the price, with the quantity
    as its base. Raises ``ZeroDivisionError`` for a quantity of zero, which ``representable``
    finds before.
    """
    total = price_total(line)
    exact = _EXACT.divide(total, line.quantity)
    for decimals in range(LEAST_DECIMALS, MOST_DECIMALS + 1):
        price = exact.quantize(_ONE.scaleb(-decimals), rounding=ROUND_HALF_UP, context=_EXACT)
        if line_total(Price(price), line.quantity) == total:
            return Price(price)
    return Price(total, line.quantity)


def price_total(line: Line) -> Decimal:
    """What the price is for: the line's net amount before its own allowances and charges."""
    return line.net_amount + _sum(line.allowances) - _sum(line.charges)


def line_total(price: Price, quantity: Decimal) -> Decimal:
    """BT-146 / BT-149 x BT-129, rounded half away from zero to the cent."""
    each = _EXACT.divide(price.amount, price.base_quantity)
    return _EXACT.multiply(each, quantity).quantize(_CENT, rounding=ROUND_HALF_UP, context=_EXACT)


def _sum(adjustments: tuple[LineAdjustment, ...]) -> Decimal:
    return sum((adjustment.amount for adjustment in adjustments), ZERO)
