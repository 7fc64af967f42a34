"""An order invoiced in parts: one invoice for each parcel, together exactly the whole order.

A portion is the whole up to and with its quantities, less what was invoiced before: whatever the
split, nothing is lost in rounding. See ``docs/algorithms/credit.md``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from saleor_invoices.domain import totals
from saleor_invoices.domain.credit_left import amounts, charge_money, line_money
from saleor_invoices.domain.document import (
    Document,
    DocumentAdjustment,
    Line,
    LineAdjustment,
    Prepayment,
)
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.domain.money import ZERO, from_minor, to_minor
from saleor_invoices.domain.order_lines import unit_price
from saleor_invoices.domain.shares import NOTHING, Minor, cumulative

GIFT_CARD = "gift_card"


def portion(
    whole: Document,
    *,
    quantities: Mapping[str, Decimal],
    invoiced: Sequence[Document],
    with_charges: bool,
    is_last: bool,
) -> Document:
    """The draft of a part of an order.

    ``whole`` is the draft of the order as it is now, ``quantities`` are by ``Line.source_id``,
    ``invoiced`` are the invoices of the order's other parts. Charges are on the portion
    ``with_charges``, and what of them is still missing on the last one, as the rounding amount
    (BT-114). Gift cards pay the first portions first.

    Raises ``Conflict`` PORTION_EMPTY, PORTION_EXCEEDS_ORDER, and ORDER_CHANGED where the order has
    become less than what was invoiced of it.
    """
    done = _Done.of(invoiced, whole.currency)
    lines = _lines(whole, quantities, done)
    if is_last:
        _refuse_changed(whole, quantities, done)
    if with_charges or is_last:
        whole = replace(
            whole,
            charges=_missing(whole.charges, [part.charges for part in invoiced], whole.currency),
            allowances=_missing(
                whole.allowances, [part.allowances for part in invoiced], whole.currency
            ),
        )
    else:
        whole = replace(whole, charges=(), allowances=())
    rounding = ZERO
    if is_last:
        rounding = whole.totals.rounding - sum((part.totals.rounding for part in invoiced), ZERO)
    return _document(replace(whole, lines=lines), invoiced=invoiced, rounding=rounding)


def rest_quantities(whole: Document, invoiced: Sequence[Document]) -> dict[str, Decimal]:
    """What is not invoiced yet, by ``Line.source_id``; never below zero."""
    done = _Done.of(invoiced, whole.currency)
    return {
        line.source_id: max(line.quantity - done.quantity(line.source_id), ZERO)
        for line in whole.lines
    }


@dataclass(frozen=True, slots=True)
class _Done:
    """What was invoiced of each order line."""

    lines: Mapping[str, tuple[Decimal, Minor]]

    @classmethod
    def of(cls, invoiced: Sequence[Document], currency: str) -> "_Done":
        found: dict[str, tuple[Decimal, Minor]] = {}
        for line in (line for part in invoiced for line in part.lines):
            quantity, money = found.get(line.source_id, (ZERO, NOTHING))
            money += line_money(line, currency)
            found[line.source_id] = (quantity + line.quantity, money)
        return cls(found)

    def quantity(self, source_id: str) -> Decimal:
        return self.lines.get(source_id, (ZERO, NOTHING))[0]

    def money(self, source_id: str) -> Minor:
        return self.lines.get(source_id, (ZERO, NOTHING))[1]


def _lines(whole: Document, quantities: Mapping[str, Decimal], done: _Done) -> tuple[Line, ...]:
    wanted = {source: quantity for source, quantity in quantities.items() if quantity > 0}
    if not wanted:
        raise Conflict("Nothing of the order is left to invoice.", code="PORTION_EMPTY")
    known = {line.source_id: line for line in whole.lines}
    for source, quantity in wanted.items():
        left = known[source].quantity - done.quantity(source) if source in known else ZERO
        if quantity > left:
            raise Conflict(
                f"{quantity} of a line can't be invoiced: {max(left, ZERO)} is left.",
                code="PORTION_EXCEEDS_ORDER",
                params={"line": source, "left": str(max(left, ZERO)), "wanted": str(quantity)},
            )
    parts = [line for line in whole.lines if line.source_id in wanted]
    return tuple(
        _line(replace(line, id=str(place)), wanted[line.source_id], done, whole.currency)
        for place, line in enumerate(parts, start=1)
    )


def _line(line: Line, quantity: Decimal, done: _Done, currency: str) -> Line:
    before = done.quantity(line.source_id)
    up_to_now = cumulative(line_money(line, currency), before + quantity, line.quantity)
    money = up_to_now - done.money(line.source_id)
    if min(money.net, money.tax) < 0:
        raise _order_changed(line.name)
    if quantity == line.quantity and money == up_to_now:
        return line
    found = amounts(money, currency)
    return replace(
        line,
        quantity=quantity,
        net_amount=found["net"],
        tax_amount=found["tax"],
        gross_amount=found["gross"],
        unit_price_net=unit_price(found["net"], quantity),
        unit_price_gross=unit_price(found["gross"], quantity),
        allowances=_allowances(line, before, quantity, found["net"], currency),
        charges=(),
    )


def _allowances(
    line: Line, before: Decimal, quantity: Decimal, net: Decimal, currency: str
) -> tuple[LineAdjustment, ...]:
    """The discount's share; it is shown only, since the line's net amount is after it."""
    if len(line.allowances) != 1 or line.charges:
        return ()
    allowance = line.allowances[0]
    whole = Minor(to_minor(allowance.amount, currency))
    part = cumulative(whole, before + quantity, line.quantity)
    part -= cumulative(whole, before, line.quantity)
    amount = from_minor(part.net, currency)
    if not amount:
        return ()
    return (replace(allowance, amount=amount, base_amount=net + amount),)


def _missing(
    wanted: tuple[DocumentAdjustment, ...],
    invoiced: Sequence[tuple[DocumentAdjustment, ...]],
    currency: str,
) -> tuple[DocumentAdjustment, ...]:
    """What was not invoiced yet of the charges (or allowances)."""
    found = []
    for one in wanted:
        parts = [part for parts in invoiced for part in parts if _key(part) == _key(one)]
        before = sum((charge_money(part, currency) for part in parts), NOTHING)
        left = charge_money(one, currency) - before
        if min(left.net, left.tax) < 0:
            raise _order_changed(one.reason)
        if left != NOTHING or not parts:
            net, gross = from_minor(left.net, currency), from_minor(left.gross, currency)
            found.append(replace(one, amount=net, gross_amount=gross))
    return tuple(replace(one, id=str(place)) for place, one in enumerate(found, start=1))


def _key(adjustment: DocumentAdjustment) -> str:
    return adjustment.source_id or adjustment.reason


def _document(part: Document, *, invoiced: Sequence[Document], rounding: Decimal) -> Document:
    """The part with its own sums; its prepayments are still those of the whole order."""
    own = totals.document_totals(part.lines, allowances=part.allowances, charges=part.charges)
    prepayments = _gift_cards(part, invoiced, due=own.gross + rounding)
    prepaid = sum((one.amount for one in prepayments), ZERO)
    payable = own.gross - prepaid + rounding
    document = replace(
        part,
        vat_breakdown=totals.vat_breakdown(
            part.lines, allowances=part.allowances, charges=part.charges
        ),
        totals=replace(own, prepaid=prepaid, rounding=rounding, payable=payable),
        prepayments=prepayments,
    )
    if payable > 0 or part.totals.payable <= 0:
        return document
    # Gift cards paid this part whole: there is nothing to pay by a date.
    return replace(document, due_date=None, payment_terms="", payment=None)


def _gift_cards(
    whole: Document, invoiced: Sequence[Document], *, due: Decimal
) -> tuple[Prepayment, ...]:
    used: dict[str, Decimal] = {}
    for one in (one for part in invoiced for one in part.prepayments if one.kind == GIFT_CARD):
        used[one.label] = used.get(one.label, ZERO) + one.amount
    found = []
    for card in (one for one in whole.prepayments if one.kind == GIFT_CARD):
        before = min(used.get(card.label, ZERO), card.amount)
        used[card.label] = used.get(card.label, ZERO) - before
        amount = min(card.amount - before, max(due, ZERO))
        due -= amount
        if amount:
            found.append(replace(card, amount=amount))
    return tuple(found)


def _refuse_changed(whole: Document, quantities: Mapping[str, Decimal], done: _Done) -> None:
    """On the last portion: what was invoiced and is not in the order any more can't stay hidden."""
    lines = {line.source_id: line for line in whole.lines}
    for source, (quantity, money) in done.lines.items():
        if quantities.get(source, ZERO) > 0:
            continue
        line = lines.get(source)
        now = (line.quantity, line_money(line, whole.currency)) if line else (ZERO, NOTHING)
        if (quantity, money) != now:
            raise _order_changed(line.name if line else source)


def _order_changed(what: str) -> Conflict:
    return Conflict(
        f"{what} has changed since a part of the order was invoiced.",
        code="ORDER_CHANGED",
        params={"line": what},
    )
