"""The table of lines, in net or in gross prices, as the buyer saw them in the shop."""

from collections.abc import Iterator
from decimal import Decimal

from saleor_invoices.documents.view.context import Context
from saleor_invoices.documents.view.facts import period_text
from saleor_invoices.documents.view.model import LinesTable, LineView
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Line, LineAdjustment, Tax

_KEPT_ROWS = 2
_WHOLE_TABLE = 5  # so few rows are kept all: one table is better to hear than two
_KEPT_CHARACTERS = 700  # rows with more text may fill a page by themselves: let them break
_SHORT = 32  # characters: two such texts share a line
_BREAK_COST = 40  # characters: a line of its own
_UNRATED = frozenset({VatCategory.OUTSIDE_SCOPE})


def lines_table(context: Context) -> LinesTable:
    """All lines with their headers."""
    rows = tuple(_row(context, line) for line in context.document.lines)
    return LinesTable(headers=_headers(context), rows=rows, kept=_kept(rows))


def rate_text(context: Context, tax: Tax) -> str:
    """The rate; a dash where the supply is outside the scope of VAT (BR-O-05: no rate)."""
    return "–" if tax.category in _UNRATED else context.formats.percent(tax.rate)


def _headers(context: Context) -> tuple[str, str, str, str, str, str]:
    labels, gross = context.labels, context.document.prices_include_tax
    return (
        labels.position,
        labels.description,
        labels.quantity,
        context.tax(labels.unit_price_gross if gross else labels.unit_price_net),
        context.tax(labels.tax_rate),
        context.tax(labels.line_gross if gross else labels.line_net),
    )


def _row(context: Context, line: Line) -> LineView:
    formats, gross = context.formats, context.document.prices_include_tax
    details = tuple(detail for detail in _details(context, line) if detail)
    return LineView(
        position=line.id,
        name=line.name,
        details=details,
        quantity=formats.quantity(line.quantity),
        unit_price=formats.unit_price(line.unit_price_gross if gross else line.unit_price_net),
        tax=rate_text(context, line.tax),
        amount=formats.amount(line.gross_amount if gross else line.net_amount),
        short=_size(line.name, details) <= _KEPT_CHARACTERS,
    )


def _details(context: Context, line: Line) -> Iterator[str]:
    about = (line.description, line.seller_item_id)
    if max(map(len, about)) <= _SHORT:
        about = (" · ".join(filter(None, about)), "")
    yield from about
    # A variant is mostly named after its attributes; in the XML they stand on their own as well.
    told = line.description.casefold()
    rest = [pair for pair in line.attributes if pair[1].casefold() not in told]
    yield " · ".join(f"{name}: {value}" for name, value in rest)
    yield period_text(context, line.period) if line.period else ""
    for allowance in line.allowances:
        yield _adjustment(context, context.labels.included_discount, allowance)
    for charge in line.charges:
        yield _adjustment(context, context.labels.included_charge, charge)
    yield line.note


def _adjustment(context: Context, label: str, adjustment: LineAdjustment) -> str:
    # The line's price is after allowances: a column for them would look like a second deduction.
    amount = context.formats.money(adjustment.amount)
    if context.document.prices_include_tax:
        amount = context.labels.net_value.format(value=amount)
    percentage = adjustment.percentage
    parts = [context.formats.percent(percentage)] if percentage is not None else []
    text = label.format(value=" · ".join([amount, *parts]))
    return f"{text} ({context.apart(adjustment.reason)})" if adjustment.reason else text


def _kept(rows: tuple[LineView, ...]) -> int:
    last = rows if len(rows) <= _WHOLE_TABLE else rows[-_KEPT_ROWS:]
    room, kept = _KEPT_CHARACTERS, 0
    for row in reversed(last):
        room -= _size(row.name, row.details)
        if room < 0:
            break
        kept += 1
    return kept


def _size(name: str, details: tuple[str, ...]) -> int:
    text = "\n".join((name, *details))
    return len(text) + _BREAK_COST * text.count("\n")


def shown_amount(context: Context, net: Decimal, gross: Decimal) -> Decimal:
    """Net or gross, as the buyer saw the prices."""
    return gross if context.document.prices_include_tax else net
