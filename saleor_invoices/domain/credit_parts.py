"""What a credit note consists of: pieces of lines and charges, and lines spread over the rates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from saleor_invoices.domain.credit_left import (
    ONE,
    Item,
    RateKey,
    Stock,
    amounts,
    charge_mark,
    named_charges,
)
from saleor_invoices.domain.document import Document, DocumentAdjustment, Line, Prepayment, Tax
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.money import ZERO, from_minor, to_minor
from saleor_invoices.domain.order_lines import unit_price
from saleor_invoices.domain.shares import NOTHING, Minor, filled, half_up, rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the credit note says besides its head."""

    lines: tuple[Line, ...]
    charges: tuple[DocumentAdjustment, ...] = ()
    allowances: tuple[DocumentAdjustment, ...] = ()
    prepayments: tuple[Prepayment, ...] = ()
    rounding: Decimal = ZERO
    is_mirror: bool = False

    @property
    def gross(self) -> Decimal:
        """The total with tax (BT-112)."""
        taxed = sum((line.gross_amount for line in self.lines), ZERO)
        taxed += sum((charge.gross_amount for charge in self.charges), ZERO)
        return taxed - sum((allowance.gross_amount for allowance in self.allowances), ZERO)

    @property
    def prepaid(self) -> Decimal:
        """The invoice's own prepaid amount, mirrored."""
        return sum((prepayment.amount for prepayment in self.prepayments), ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a line or charge; ``money`` is what is credited of it."""

    item: Item
    quantity: Decimal
    money: Minor


def mirrored(invoice: Document) -> Content:
    """The whole invoice again, with what gift cards paid and its rounding amount (BT-114)."""
    cards = [one for one in invoice.prepayments if one.kind == "gift_card"]
    allowances = tuple(
        replace(allowance, preceding_id=allowance.id) for allowance in invoice.allowances
    )
    return Content(
        lines=tuple(replace(line, preceding_id=line.id) for line in invoice.lines),
        charges=tuple(replace(charge, preceding_id=charge.id) for charge in named_charges(invoice)),
        allowances=allowances,
        prepayments=tuple(replace(card, kind="mirror") for card in cards),
        rounding=invoice.totals.rounding,
        is_mirror=True,
    )


def credit_parts(
    invoice: Document,
    stock: Stock,
    *,
    quantities: Mapping[str, Decimal | None],
    charges: frozenset[str],
    amount: Decimal | None,
    everything: bool,
    rates: Mapping[RateKey, Decimal],
    spread_name: Callable[[Tax], str],
) -> Content:
    """The parts of a credit note; see ``CreditRequest`` for what is asked for."""
    if everything:
        pieces, gross = _all_pieces(stock), stock.left.gross
    elif amount is None:
        pieces = _pieces(stock, quantities, charges, is_tolerant=False)
        gross = _gross(pieces)
    else:
        gross = to_minor(amount, invoice.currency)
        _refuse_excess(stock.left.gross, gross, invoice.currency)
        pieces = _fitted(_pieces(stock, quantities, charges, is_tolerant=True), gross)
    weights = {key: to_minor(amount, invoice.currency) for key, amount in rates.items()}
    spread = spread_out(stock, gross - _gross(pieces), _by_rate(pieces), weights)
    return _content(invoice, stock, pieces, spread, spread_name)


def pieces_worth(
    stock: Stock, quantities: Mapping[str, Decimal | None], charges: frozenset[str]
) -> int:
    """What these parts would be credited with, were no amount named."""
    return _gross(_pieces(stock, quantities, charges, is_tolerant=True))


def spread_out(
    stock: Stock,
    gross: int,
    taken: Mapping[RateKey, Minor],
    weights: Mapping[RateKey, int] | None = None,
) -> dict[RateKey, Minor]:
    """Share a gross amount out to the rates by what each has left beside ``taken``.

    With ``weights``, those rates bear it first, and the others only what is beyond them. A rate's
    tax is what its tax comes to by proportion, counted from the invoice on, so that the
    errors of rounding never add up; what leaves nothing takes exactly what was left.
    """
    left = {key: one.left - taken.get(key, NOTHING) for key, one in stock.rates.items()}
    whole = sum(money.gross for money in left.values())
    if not gross or not whole:
        return {}
    caps = [money.gross for money in left.values()]
    wanted = weights or {key: money.gross for key, money in left.items()}
    bases = [Fraction(min(wanted.get(key, 0), money.gross)) for key, money in left.items()]
    parts = filled(bases, caps, gross)
    return {
        key: _taxed(part, left[key], stock.rates[key].whole)
        for key, part in zip(left, parts, strict=True)
        if part
    }


def _taxed(part: int, left: Minor, whole: Minor) -> Minor:
    """A gross part of a rate with its tax."""
    share = Fraction(whole.tax * part, whole.gross)
    by_now = half_up(Fraction(whole.tax * (whole.gross - left.gross + part), whole.gross))
    tax = by_now - (whole.tax - left.tax)
    tax = min(max(tax, floor(share)), ceil(share))
    tax = min(max(tax, part - left.net), left.tax)
    return Minor(part - tax, tax)


def _all_pieces(stock: Stock) -> list[Piece]:
    offered = [one for one in (*stock.lines, *stock.charges) if stock.offers(one)]
    return [Piece(item=one, quantity=one.quantity, money=one.share) for one in offered]


def _pieces(
    stock: Stock,
    quantities: Mapping[str, Decimal | None],
    charges: frozenset[str],
    *,
    is_tolerant: bool,
) -> list[Piece]:
    """The pieces asked for; of what is used up, no quantity may be named without an amount."""
    _refuse_unknown(quantities.keys() - {one.id for one in stock.lines}, "line")
    _refuse_unknown(charges - {one.id for one in stock.charges}, "charge")
    asked = [(one, quantities[one.id]) for one in stock.lines if one.id in quantities]
    asked += [(one, None) for one in stock.charges if one.id in charges]
    pieces = []
    for item, wanted in asked:
        if wanted is not None and wanted > item.quantity:
            raise _exceeds(item.quantity, wanted, line=item.id)
        if stock.offers(item):
            quantity = item.quantity if wanted is None else wanted
            pieces.append(Piece(item=item, quantity=quantity, money=item.worth(quantity)))
        elif wanted is not None and not is_tolerant:
            raise Conflict(
                f"Nothing is left of line {item.id}.",
                code="CREDIT_NOTHING_LEFT",
                params={"line": item.id},
            )
    return pieces


def _fitted(pieces: list[Piece], gross: int) -> list[Piece]:
    """The pieces at ``gross`` together, or at all that is left of their items if that is less."""
    worth = [Fraction(piece.money.gross) for piece in pieces]
    most = [piece.item.share.gross for piece in pieces]
    parts = filled(worth, most, min(gross, sum(most)))
    taxes: dict[int, int] = {}
    for key in {piece.item.key for piece in pieces}:
        places = [place for place, piece in enumerate(pieces) if piece.item.key == key]
        shares = [_tax_share(pieces[place], parts[place]) for place in places]
        taxes.update(zip(places, rounded(shares), strict=True))
    return [
        replace(piece, money=Minor(parts[place] - taxes[place], taxes[place]))
        for place, piece in enumerate(pieces)
    ]


def _tax_share(piece: Piece, gross: int) -> Fraction:
    """The tax of a piece at another gross amount: in proportion, up to its item's share."""
    money, share = piece.money, piece.item.share
    if gross <= money.gross:
        return Fraction(money.tax * gross, money.gross) if money.gross else Fraction(0)
    more = Fraction(gross - money.gross, share.gross - money.gross)
    return money.tax + (share.tax - money.tax) * more


def _gross(pieces: list[Piece]) -> int:
    return sum(piece.money.gross for piece in pieces)


def _by_rate(pieces: list[Piece]) -> dict[RateKey, Minor]:
    taken: dict[RateKey, Minor] = {}
    for piece in pieces:
        taken[piece.item.key] = taken.get(piece.item.key, NOTHING) + piece.money
    return taken


def _content(
    invoice: Document,
    stock: Stock,
    pieces: list[Piece],
    spread: Mapping[RateKey, Minor],
    spread_name: Callable[[Tax], str],
) -> Content:
    currency = invoice.currency
    lines = [_line(piece, currency) for piece in pieces if piece.item.line]
    for key, money in spread.items():
        rate = stock.rates[key].rate
        lines.append(_plain_line(spread_name(rate), rate, money, currency))
    charges = [
        _charge(piece, currency) for piece in pieces if piece.item.charge and piece.money.gross
    ]
    if not lines:  # BR-16: charges alone make no document
        lines, charges = [_charge_line(charge) for charge in charges], []
    return Content(
        lines=tuple(replace(line, id=str(place)) for place, line in enumerate(lines, start=1)),
        charges=tuple(
            replace(charge, id=str(place)) for place, charge in enumerate(charges, start=1)
        ),
    )


def _line(piece: Piece, currency: str) -> Line:
    line = piece.item.line
    assert line is not None  # noqa: S101
    if piece.quantity == line.quantity and piece.money == piece.item.whole:
        return replace(line, preceding_id=line.id)
    priced = _priced(line, piece.quantity, piece.money, currency)
    # Its allowances and charges were those of the whole line, and its net amount is after them.
    return replace(priced, preceding_id=line.id, allowances=(), charges=())


def _priced(line: Line, quantity: Decimal, money: Minor, currency: str) -> Line:
    found = amounts(money, currency)
    return replace(
        line,
        quantity=quantity,
        net_amount=found["net"],
        tax_amount=found["tax"],
        gross_amount=found["gross"],
        unit_price_net=unit_price(found["net"], quantity),
        unit_price_gross=unit_price(found["gross"], quantity),
    )


def _plain_line(name: str, tax: Tax, money: Minor, currency: str) -> Line:
    found = amounts(money, currency)
    return Line(
        id="",
        name=name,
        quantity=ONE,
        net_amount=found["net"],
        tax_amount=found["tax"],
        gross_amount=found["gross"],
        unit_price_net=found["net"],
        unit_price_gross=found["gross"],
        tax=tax,
    )


def _charge(piece: Piece, currency: str) -> DocumentAdjustment:
    charge = piece.item.charge
    assert charge is not None  # noqa: S101
    charge = replace(charge, preceding_id=charge.id)
    if piece.money == piece.item.whole:
        return charge
    return replace(
        charge,
        amount=from_minor(piece.money.net, currency),
        gross_amount=from_minor(piece.money.gross, currency),
        base_amount=None,
        percentage=None,
    )


def _charge_line(charge: DocumentAdjustment) -> Line:
    return Line(
        id="",
        name=charge.reason,
        quantity=ONE,
        net_amount=charge.amount,
        tax_amount=charge.gross_amount - charge.amount,
        gross_amount=charge.gross_amount,
        unit_price_net=charge.amount,
        unit_price_gross=charge.gross_amount,
        tax=charge.tax,
        source_id=charge_mark(replace(charge, id=charge.preceding_id)),
    )


def _refuse_unknown(unknown: frozenset[str] | set[str], what: str) -> None:
    if unknown:
        raise InvalidInput(
            f"The invoice has no {what} {min(unknown)}.",
            code="CREDIT_LINE_UNKNOWN",
            params={"field": f"{what}s", what: min(unknown)},
        )


def _refuse_excess(left: int, wanted: int, currency: str) -> None:
    if wanted > left:
        raise _exceeds(from_minor(left, currency), from_minor(wanted, currency))


def _exceeds(left: Decimal, wanted: Decimal, **params: str) -> Conflict:
    return Conflict(
        f"{wanted} can't be credited: {left} is left.",
        code="CREDIT_EXCEEDS_INVOICE",
        params={"left": str(left), "wanted": str(wanted), **params},
    )
