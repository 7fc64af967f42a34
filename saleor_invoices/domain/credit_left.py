"""What of an invoice is not credited yet: by rate exactly, by line and charge as their share of it.

A rate's rest is its row of the invoice's VAT breakdown less those of its credit notes. A line's
rest is what its quantity left is worth, cut in proportion where the rate holds less than that: what
a credit note took without naming lines has made all of them cheaper. See
``docs/algorithms/credit.md``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Document, DocumentAdjustment, Line, Tax
from saleor_invoices.domain.money import ZERO, from_minor, to_minor
from saleor_invoices.domain.shares import NOTHING, Minor, cumulative, filled, half_up

RateKey = tuple[VatCategory, Decimal]
"""Category and percentage: a row of the VAT breakdown."""

ONE = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemainingLine:
    """What can still be credited of a line."""

    line: Line  # of the invoice
    quantity: Decimal
    net: Decimal
    tax: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class RemainingCharge:
    """What can still be credited of a charge; ``charge.id`` is never empty."""

    charge: DocumentAdjustment  # of the invoice
    net: Decimal
    tax: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class RemainingRate:
    """What can still be credited of a row of the VAT breakdown."""

    rate: Tax
    net: Decimal
    tax: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Remaining:
    """What can still be credited of an invoice.

    Lines and charges never make more than the rates; they make less where money was kept back on
    lines that came back whole.
    """

    lines: tuple[RemainingLine, ...]
    charges: tuple[RemainingCharge, ...]
    rates: Mapping[RateKey, RemainingRate]
    gross: Decimal

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be credited any more, not even a line without a price."""
        return self.gross == 0 and not self.lines


def remaining(
    invoice: Document,
    credits: Sequence[Document],  # noqa: A002
) -> Remaining:
    """What is left of an invoice after its issued credit notes, in any order."""
    stock = stock_of(invoice, credits)
    currency = invoice.currency
    rates = {
        key: RemainingRate(rate=one.rate, **amounts(one.left, currency))
        for key, one in stock.rates.items()
    }
    return Remaining(
        lines=tuple(
            RemainingLine(line=one.line, quantity=one.quantity, **amounts(one.share, currency))
            for one in stock.lines
            if one.line is not None and stock.offers(one)
        ),
        charges=tuple(
            RemainingCharge(charge=one.charge, **amounts(one.share, currency))
            for one in stock.charges
            if one.charge is not None and stock.offers(one)
        ),
        rates=rates,
        gross=from_minor(stock.left.gross, currency),
    )


def exceeds(
    invoice: Document,
    credits: Sequence[Document],  # noqa: A002
    note: Document,
) -> bool:
    """Whether a credit note takes back more than is left of a rate, a line or a charge.

    One that waits as a draft was right when it was made; others may have been issued since.
    """
    stock, currency = stock_of(invoice, credits), invoice.currency
    for tax, money in _rows(note, currency):
        rate = stock.rates.get(rate_key(tax))
        if rate is None or not money.fits(rate.left):
            return True
    for item in stock.lines:
        taken = [line for line in note.lines if line.preceding_id == item.id]
        money = sum((line_money(line, currency) for line in taken), NOTHING)
        if sum((line.quantity for line in taken), ZERO) > item.quantity or not money.fits(item.own):
            return True
    charges = ((item, item.charge) for item in stock.charges if item.charge)
    return any(
        not sum(_credited(charge, [note], currency), NOTHING).fits(item.own)
        for item, charge in charges
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line or a charge of the invoice, with what is left of it."""

    id: str
    key: RateKey
    whole: Minor
    quantity: Decimal  # left
    own: Minor  # not credited by name yet; more than ``value`` where money was kept back
    value: Minor  # of the quantity left; never more than ``own``
    share: Minor = NOTHING  # of what its rate has left; never more than ``own``
    line: Line | None = None
    charge: DocumentAdjustment | None = None

    def worth(self, quantity: Decimal) -> Minor:
        """What ``quantity`` of the quantity left is worth, as a part of the item's share."""
        if quantity >= self.quantity or self.line is None:
            return self.share
        done = self.line.quantity - self.quantity
        part = cumulative(self.whole, done + quantity, self.line.quantity)
        part -= cumulative(self.whole, done, self.line.quantity)
        if self.share == self.value and part.net <= self.share.net and part.tax <= self.share.tax:
            return part
        of_it = min(Fraction(part.gross, self.value.gross or 1), Fraction(1))
        return Minor(half_up(self.share.net * of_it), half_up(self.share.tax * of_it))


@dataclass(frozen=True, slots=True, kw_only=True)
class RateStock:
    """A row of the VAT breakdown: all of it, and what is left."""

    rate: Tax
    whole: Minor
    left: Minor


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """All that is left of an invoice, in smallest units."""

    rates: Mapping[RateKey, RateStock]
    lines: tuple[Item, ...]
    charges: tuple[Item, ...]

    @property
    def left(self) -> Minor:
        """The sum of all rates."""
        return sum((one.left for one in self.rates.values()), NOTHING)

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be credited."""
        return self.left == NOTHING and not any(self.offers(one) for one in self.lines)

    def offers(self, item: Item) -> bool:
        """Whether the item can be credited: it holds money, or is a free one beside some."""
        if item.share.gross:
            return True
        is_free = item.whole == NOTHING and item.quantity > 0
        whole = sum((one.whole for one in self.rates.values()), NOTHING)
        return is_free and (self.left.gross > 0 or whole == NOTHING)


def stock_of(invoice: Document, credit_notes: Sequence[Document]) -> Stock:
    """What is left of an invoice after its issued credit notes, in smallest units."""
    rates = _rates(invoice, credit_notes)
    items = [*_lines(invoice, credit_notes), *_charges(invoice, credit_notes)]
    shared = {
        (one.line is None, one.id): one
        for key, rate in rates.items()
        for one in _share_out(rate.left, [item for item in items if item.key == key])
    }
    placed = [shared[one.line is None, one.id] for one in items]
    return Stock(
        rates=rates,
        lines=tuple(one for one in placed if one.line is not None),
        charges=tuple(one for one in placed if one.charge is not None),
    )


def rate_key(tax: Tax) -> RateKey:
    """In which row of the VAT breakdown the tax stands."""
    return tax.category, tax.rate


def amounts(money: Minor, currency: str) -> dict[str, Decimal]:
    """Net, tax and gross in the currency's major unit."""
    return {
        "net": from_minor(money.net, currency),
        "tax": from_minor(money.tax, currency),
        "gross": from_minor(money.gross, currency),
    }


def line_money(line: Line, currency: str) -> Minor:
    """A line's amounts in smallest units."""
    return Minor(to_minor(line.net_amount, currency), to_minor(line.tax_amount, currency))


def charge_money(charge: DocumentAdjustment, currency: str) -> Minor:
    """A charge's amounts in smallest units."""
    net = to_minor(charge.amount, currency)
    return Minor(net, to_minor(charge.gross_amount, currency) - net)


def named_charges(invoice: Document) -> tuple[DocumentAdjustment, ...]:
    """The charges, each with an id: those of the first documents had none."""
    return tuple(
        replace(charge, id=charge.id or str(position))
        for position, charge in enumerate(invoice.charges, start=1)
    )


def charge_mark(charge: DocumentAdjustment) -> str:
    """``source_id`` of a credit note's line that stands for the charge (see ``credit``)."""
    return charge.source_id or f"charge:{charge.id}"


def _rates(invoice: Document, credit_notes: Sequence[Document]) -> dict[RateKey, RateStock]:
    found: dict[RateKey, RateStock] = {}
    for tax, money in _rows(invoice, invoice.currency):
        found[rate_key(tax)] = RateStock(rate=tax, whole=money, left=money)
    for note in credit_notes:
        for tax, money in _rows(note, invoice.currency):
            one = found.get(rate_key(tax))
            if one is not None:
                found[rate_key(tax)] = replace(one, left=(one.left - money).floored())
    return found


def _rows(document: Document, currency: str) -> Iterable[tuple[Tax, Minor]]:
    for row in document.vat_breakdown:
        net = to_minor(row.taxable_amount, currency)
        yield row.tax, Minor(net, to_minor(row.tax_amount, currency))


def _lines(invoice: Document, credit_notes: Sequence[Document]) -> list[Item]:
    credited: dict[str, list[Line]] = {}
    for note in credit_notes:
        for line in note.lines:
            credited.setdefault(line.preceding_id, []).append(line)
    return [_line(line, credited.get(line.id, []), invoice.currency) for line in invoice.lines]


def _line(line: Line, credited: list[Line], currency: str) -> Item:
    whole = line_money(line, currency)
    gone = sum((line_money(one, currency) for one in credited), NOTHING)
    quantity = sum((one.quantity for one in credited), ZERO)
    done = min(quantity, line.quantity)
    own = (whole - gone).floored()
    value = whole - (cumulative(whole, done, line.quantity) if done else NOTHING)
    return Item(
        id=line.id,
        key=rate_key(line.tax),
        whole=whole,
        quantity=line.quantity - done,
        own=own,
        value=_within(value, own),
        line=line,
    )


def _charges(invoice: Document, credit_notes: Sequence[Document]) -> list[Item]:
    items = []
    for charge in named_charges(invoice):
        whole = charge_money(charge, invoice.currency)
        gone = sum(_credited(charge, credit_notes, invoice.currency), NOTHING)
        own = (whole - gone).floored()
        items.append(
            Item(
                id=charge.id,
                key=rate_key(charge.tax),
                whole=whole,
                quantity=ONE,
                own=own,
                value=own,
                charge=charge,
            )
        )
    return items


def _credited(
    charge: DocumentAdjustment, credit_notes: Sequence[Document], currency: str
) -> Iterable[Minor]:
    mark = charge_mark(charge)
    for note in credit_notes:
        for one in note.charges:
            if one.preceding_id == charge.id:
                yield charge_money(one, currency)
        for line in note.lines:  # a credit note of charges alone has them as lines (BR-16)
            if not line.preceding_id and line.source_id == mark:
                yield line_money(line, currency)


def _within(value: Minor, own: Minor) -> Minor:
    """The value, but neither net nor tax above what was not credited yet."""
    gross = max(min(value.gross, own.gross), 0)  # an imported line may be below zero: never offered
    tax = min(max(value.tax, gross - own.net, 0), own.tax, gross)
    return Minor(gross - tax, tax)


def _share_out(left: Minor, items: list[Item]) -> list[Item]:
    """Give each item its share of what the rate has left; what is over belongs to none.

    Net and tax are shared out each by itself, so that neither passes what the item has of it.
    """
    worth = sum((one.value for one in items), NOTHING)
    over = max(left.gross - worth.gross, 0)
    over_tax = min(max(left.tax - worth.tax, over - left.net, 0), over)
    caps = [one.own if one.quantity else NOTHING for one in items]
    most = sum(caps, NOTHING)
    nets = filled(
        [Fraction(one.value.net) for one in items],
        [cap.net for cap in caps],
        min(left.net - (over - over_tax), most.net),
    )
    taxes = filled(
        [Fraction(one.value.tax) for one in items],
        [cap.tax for cap in caps],
        min(left.tax - over_tax, most.tax),
    )
    return [
        replace(one, share=Minor(net, tax))
        for one, net, tax in zip(items, nets, taxes, strict=True)
    ]
