"""Does the order add up? Lines and charges, less gift cards, against the order's total."""

from dataclasses import dataclass
from decimal import Decimal

from saleor_invoices.domain import totals
from saleor_invoices.domain.document import DocumentAdjustment, Line, Prepayment, Totals
from saleor_invoices.domain.findings import Finding, blocking, warning
from saleor_invoices.domain.money import ZERO, quantize, unit
from saleor_invoices.domain.order import GiftCard, Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """The totals with what gift cards paid; ``findings`` block when the order does not add up."""

    totals: Totals
    prepayments: tuple[Prepayment, ...]
    findings: tuple[Finding, ...]


def reconcile(
    order: Order, lines: tuple[Line, ...], charges: tuple[DocumentAdjustment, ...]
) -> Reconciled:
    """Make the totals agree with the order's, to the smallest unit.

    A difference of at most one smallest unit a line or charge is shown as the rounding amount
    (BT-114); anything more is a blocking TOTALS_DIFFER.
    """
    own = totals.document_totals(lines, charges=charges)
    total = quantize(order.total.gross, order.currency)
    tolerance = unit(order.currency) * (len(lines) + len(charges))
    prepayments, found = _gift_cards(order, own.gross - total, tolerance)
    result = totals.document_totals(
        lines, charges=charges, prepaid=_prepaid(prepayments), payable=total
    )
    found += _gross_findings(order, result, tolerance)
    if not prepayments:  # Saleor lowers the net total by a gift card only in proportion
        found += _net_findings(order, own, tolerance)
    return Reconciled(totals=result, prepayments=prepayments, findings=found)


def _gift_cards(
    order: Order, difference: Decimal, tolerance: Decimal
) -> tuple[tuple[Prepayment, ...], tuple[Finding, ...]]:
    # From 3.23 a card may be charged as a transaction instead: then the total is whole, and the
    # card is a payment of this document, not a prepaid amount.
    known = tuple(card for card in order.gift_cards if card.used is not None)
    used = _prepayments(order, [(card, card.used or ZERO) for card in known])
    unknown = [card for card in order.gift_cards if card.used is None]
    if difference <= 0 or abs(difference) < abs(difference - _prepaid(used)):
        used = ()
    rest = difference - _prepaid(used)
    if not unknown or rest <= 0 or (used and rest <= tolerance):
        return used, ()
    inferred = _inferred(order, unknown, rest)
    return used + inferred, (_gift_card_inferred(order, inferred),) if inferred else ()


def _inferred(order: Order, cards: list[GiftCard], amount: Decimal) -> tuple[Prepayment, ...]:
    parts = []
    for card in cards:
        part = min(amount, card.initial_balance or ZERO)
        parts.append((card, part))
        amount -= part
    return _prepayments(order, parts)


def _prepayments(order: Order, parts: list[tuple[GiftCard, Decimal]]) -> tuple[Prepayment, ...]:
    return tuple(
        Prepayment(amount=quantize(amount, order.currency), label=card.last_characters)
        for card, amount in parts
        if amount > 0 and card.currency in ("", order.currency)
    )


def _prepaid(prepayments: tuple[Prepayment, ...]) -> Decimal:
    return sum((prepayment.amount for prepayment in prepayments), ZERO)


def _gross_findings(order: Order, result: Totals, tolerance: Decimal) -> tuple[Finding, ...]:
    parts = result.gross - result.prepaid
    if abs(result.rounding) > tolerance:
        return (_totals_differ(order, "gross", parts, result.payable),)
    return (_rounding(order, "gross", result.rounding),) if result.rounding else ()


def _net_findings(order: Order, own: Totals, tolerance: Decimal) -> tuple[Finding, ...]:
    stated = quantize(order.total.net, order.currency)
    if abs(stated - own.net) > tolerance:
        return (_totals_differ(order, "net", own.net, stated),)
    return (_rounding(order, "net", stated - own.net),) if stated != own.net else ()


def _totals_differ(order: Order, which: str, parts: Decimal, stated: Decimal) -> Finding:
    difference = stated - parts
    return blocking(
        "TOTALS_DIFFER",
        f"The {which} total of order {order.number} is {stated} {order.currency}, but lines and"
        f" shipping, less gift cards, make {parts} {order.currency}: {abs(difference)} too"
        f" {'much' if difference > 0 else 'little'}.",
        remedy=(
            "Open the order in Saleor and save it, so that it is calculated anew; if a tax app"
            " sets the amounts, check what it answers. Then try again."
        ),
        order=order.number,
        sum=which,
        stated=stated,
        computed=parts,
        difference=difference,
        currency=order.currency,
    )


def _rounding(order: Order, which: str, difference: Decimal) -> Finding:
    return warning(
        "ROUNDING_DIFFERENCE",
        f"The {which} total of order {order.number} differs by {difference} {order.currency} from"
        " its lines and shipping.",
        remedy="Nothing to do: the document shows a gross difference as its rounding amount.",
        order=order.number,
        sum=which,
        difference=difference,
        currency=order.currency,
    )


def _gift_card_inferred(order: Order, prepayments: tuple[Prepayment, ...]) -> Finding:
    amount = _prepaid(prepayments)
    return warning(
        "GIFT_CARD_INFERRED",
        f"Saleor does not tell what the gift cards paid on order {order.number}; {amount}"
        f" {order.currency} were inferred from its total.",
        remedy="Compare with the gift card's history. Saleor 3.22 and newer tell the amount.",
        order=order.number,
        amount=amount,
        currency=order.currency,
    )
