"""What an order has become since it was invoiced: money and parties, nothing else.

A refund leaves Saleor's order as it was, and so does its credit note; a line that was taken off the
order may have been credited by hand. Hence a line is unchanged when the order has it as it was
invoiced, or as it is after its credit notes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.credit_left import charge_mark, named_charges
from saleor_invoices.domain.document import Document, Party
from saleor_invoices.domain.money import ZERO


class Change(StrEnum):
    """What became of a line or charge."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChange:
    """A line or charge that differs; what is not there has the quantity and amount zero."""

    source_id: str
    name: str
    change: Change
    quantity_before: Decimal
    quantity_now: Decimal
    gross_before: Decimal
    gross_now: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How an order differs from its invoices."""

    currency: str
    gross_before: Decimal  # of all its invoices together
    gross_now: Decimal
    tax_before: Decimal
    tax_now: Decimal
    lines: tuple[LineChange, ...] = ()
    buyer_changed: bool = False  # name, person or VAT id
    billing_address_changed: bool = False
    delivery_address_changed: bool = False

    @property
    def _is_nothing(self) -> bool:
        parties = self.buyer_changed, self.billing_address_changed, self.delivery_address_changed
        return not self.lines and not any(parties)


def difference(
    invoiced: Sequence[Document],
    order_now: Document,
    *,
    credits: Sequence[Document] = (),  # noqa: A002
) -> Difference | None:
    """How the order, as it would be invoiced now, differs from its invoices; None: it does not.

    ``invoiced`` are the invoices that together cover the order, oldest first, ``credits`` their
    credit notes. Names, payment, dates, notes and settings of documents do not count.
    """
    newest = invoiced[-1]
    found = Difference(
        currency=order_now.currency,
        gross_before=_sum(one.totals.gross for one in invoiced),
        gross_now=order_now.totals.gross,
        tax_before=_sum(one.totals.tax for one in invoiced),
        tax_now=order_now.totals.tax,
        lines=tuple(_lines(_rows(invoiced), _rows(credits), _rows([order_now]))),
        buyer_changed=_identity(newest.buyer) != _identity(order_now.buyer),
        billing_address_changed=newest.buyer.address != order_now.buyer.address,
        delivery_address_changed=_destination(newest) != _destination(order_now),
    )
    return None if found._is_nothing else found


def to_json(found: Difference) -> dict[str, object]:
    """The difference as JSON values; amounts and quantities are strings."""
    return {
        "currency": found.currency,
        "gross_before": str(found.gross_before),
        "gross_now": str(found.gross_now),
        "tax_before": str(found.tax_before),
        "tax_now": str(found.tax_now),
        "buyer_changed": found.buyer_changed,
        "billing_address_changed": found.billing_address_changed,
        "delivery_address_changed": found.delivery_address_changed,
        "lines": [
            {
                "source_id": line.source_id,
                "name": line.name,
                "change": line.change.value,
                "quantity_before": str(line.quantity_before),
                "quantity_now": str(line.quantity_now),
                "gross_before": str(line.gross_before),
                "gross_now": str(line.gross_now),
            }
            for line in found.lines
        ],
    }


def summary(found: Difference) -> str:
    """One English sentence for the merchant."""
    told = "; ".join([*_money_told(found), *_lines_told(found), *_parties_told(found)])
    return f"{told[:1].upper()}{told[1:]}."


@dataclass(frozen=True, slots=True)
class _Row:
    """All that documents say about one line or charge of the order."""

    name: str
    rate: Decimal
    quantity: Decimal
    net: Decimal
    gross: Decimal

    def less(self, other: "_Row") -> "_Row":
        return _Row(
            self.name,
            self.rate,
            self.quantity - other.quantity,
            self.net - other.net,
            self.gross - other.gross,
        )

    @property
    def facts(self) -> tuple[Decimal, ...]:
        # A rate does not matter where nothing is charged by it.
        rate = self.rate if self.gross else ZERO
        return rate, self.quantity, self.net, self.gross


_NOTHING = _Row("", ZERO, ZERO, ZERO, ZERO)


def _rows(documents: Sequence[Document]) -> dict[str, _Row]:
    found: dict[str, _Row] = {}
    for document in documents:
        for key, row in _parts(document):
            before = found.get(key)
            found[key] = _added(before, row) if before else row
    return found


def _parts(document: Document) -> Iterator[tuple[str, _Row]]:
    is_credit = document.kind is DocumentKind.CREDIT_NOTE
    for line in (line for line in document.lines if line.source_id):
        # A credit note of charges alone has them as lines, which follow no line (BR-16).
        quantity = ZERO if is_credit and not line.preceding_id else line.quantity
        yield (
            line.source_id,
            _Row(line.name, line.tax.rate, quantity, line.net_amount, line.gross_amount),
        )
    for charge in named_charges(document):
        # A charge has no quantity: it is there or not, also when a credit note has a part of it.
        yield (
            charge_mark(charge),
            _Row(charge.reason, charge.tax.rate, ZERO, charge.amount, charge.gross_amount),
        )


def _added(one: _Row, other: _Row) -> _Row:
    return _Row(
        other.name,
        other.rate,
        one.quantity + other.quantity,
        one.net + other.net,
        one.gross + other.gross,
    )


def _lines(
    before: Mapping[str, _Row], credited: Mapping[str, _Row], now: Mapping[str, _Row]
) -> Iterator[LineChange]:
    for key in dict.fromkeys((*before, *now)):
        was, credit, has = (
            before.get(key, _NOTHING),
            credited.get(key, _NOTHING),
            now.get(key, _NOTHING),
        )
        if has.facts in (was.facts, was.less(credit).facts):
            continue
        change = Change.CHANGED
        if key not in before or key not in now:
            change = Change.ADDED if key in now else Change.REMOVED
        yield LineChange(
            source_id=key,
            name=has.name or was.name,
            change=change,
            quantity_before=was.quantity,
            quantity_now=has.quantity,
            gross_before=was.gross,
            gross_now=has.gross,
        )


def _identity(party: Party) -> tuple[object, ...]:
    return party.name, party.person, party.vat_id, party.identifiers


def _destination(document: Document) -> tuple[object, ...]:
    delivery = document.delivery
    return (delivery.recipient, delivery.address) if delivery else ("", None)


def _money_told(found: Difference) -> Iterator[str]:
    if found.gross_before != found.gross_now:
        yield f"its total is {found.gross_now} {found.currency} instead of {found.gross_before}"
    elif found.tax_before != found.tax_now:
        yield f"its tax is {found.tax_now} {found.currency} instead of {found.tax_before}"


def _lines_told(found: Difference) -> Iterator[str]:
    for change in Change:
        count = sum(line.change is change for line in found.lines)
        if count:
            yield f"{count} {'line was' if count == 1 else 'lines were'} {change.value}"


def _parties_told(found: Difference) -> Iterator[str]:
    if found.buyer_changed:
        yield "the buyer changed"
    if found.billing_address_changed:
        yield "the billing address changed"
    if found.delivery_address_changed:
        yield "the delivery address changed"


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, ZERO)
