"""From a row's cells to the shape of an invoice: prepared once per file.

A plan knows for every mapped column which part of the shape it fills and how its cells are read,
so that a row costs a loop over the columns and nothing else.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import Any, NamedTuple

import msgspec

from saleor_invoices.domain.money import ZERO
from saleor_invoices.imports.readers.fields import (
    FIELD_BY_NAME,
    ONLY_DESCRIBE,
    FieldType,
    at_rate,
)
from saleor_invoices.imports.readers.values import BadValue, canonical
from saleor_invoices.imports.records import ReadOptions
from saleor_invoices.imports.shaping.structs import (
    AddressShape,
    CustomerShape,
    InvoiceShape,
    LineShape,
    OrderShape,
    PartyShape,
    PaymentShape,
    PrecedingShape,
    TotalsShape,
)
from saleor_invoices.imports.shaping.whole import whole_name

MOST_KEPT = 4_000
"""So many cells of a column are remembered."""
Row = Sequence[Any]  # cells: text of a CSV file, values of a workbook
Parse = Callable[[Any], Any]


class Entry(NamedTuple):
    """A column that fills an attribute."""

    column: int
    attribute: str
    parse: Parse
    field: str
    kept: dict[Any, Any]  # what its cells were read as: the same come again and again


class Fault(NamedTuple):
    """A cell that can't be read: in which of the invoice's rows, of which field."""

    row: int
    field: str
    cell: Any
    error: BadValue


_PARTS: Mapping[str, type[msgspec.Struct]] = {
    "": InvoiceShape,
    "buyer": PartyShape,
    "buyer.address": AddressShape,
    "customer": CustomerShape,
    "order": OrderShape,
    "totals": TotalsShape,
    "payments": PaymentShape,
    "preceding": PrecedingShape,
    "lines": LineShape,
}
_ATTRIBUTES = {
    part: {field.encode_name: field.name for field in msgspec.structs.fields(struct)}
    for part, struct in _PARTS.items()
}


class Plan:
    """How the rows of one file are read. ``columns`` are indexes by our field's name."""

    def __init__(
        self,
        columns: Mapping[str, int],
        parsers: Mapping[FieldType, Parse],
        options: ReadOptions,
    ) -> None:
        self.columns = columns
        self._options = options
        self._parts: dict[str, list[Entry]] = {name: [] for name in _PARTS}
        self._rates: list[tuple[Decimal, Entry]] = []
        for name, index in columns.items():
            self._add(name, index, parsers)
        lines = {entry.field for entry in self._parts["lines"]}
        self.has_lines = bool(lines - ONLY_DESCRIBE)
        self._heads = [
            entry for part, found in self._parts.items() if part != "lines" for entry in found
        ]
        self._head_of = _getter([entry.column for entry in self._heads])

    def _add(self, name: str, index: int, parsers: Mapping[FieldType, Parse]) -> None:
        if rated := at_rate(name):
            entry = Entry(index, rated[0], parsers[FieldType.AMOUNT], name, {})
            self._rates.append((rated[1], entry))
            return
        field = FIELD_BY_NAME[name]
        part, _, wire = field.path.rpartition(".")
        entry = Entry(index, _ATTRIBUTES[part][wire], parsers[field.type], name, {})
        self._parts[part].append(entry)

    def shape(self, rows: Sequence[Row]) -> tuple[InvoiceShape, list[Fault]]:
        """The invoice of these rows, as far as its cells can be read."""
        faults: list[Fault] = []
        values = self._head(rows[0], faults)
        if len(rows) > 1:
            self._compare(rows, faults)
        lines = self._parts["lines"]
        if self._rates and not self.has_lines:
            values["lines"] = self._rated(rows[0], values, faults)
        elif lines:
            values["lines"] = tuple(
                _line(_filled(lines, row, number, faults), number, faults, values.get("totals"))
                for number, row in enumerate(rows)
            )
        return InvoiceShape(**values), faults

    def _head(self, row: Row, faults: list[Fault]) -> dict[str, Any]:
        parts = self._parts
        values = _filled(parts[""], row, 0, faults)
        if found := _filled(parts["buyer"], row, 0, faults):
            values["buyer"] = found
        if address := _filled(parts["buyer.address"], row, 0, faults):
            values.setdefault("buyer", {})["address"] = AddressShape(**address)
        if "buyer" in values:
            values["buyer"] = PartyShape(**values["buyer"])
        if found := _filled(parts["totals"], row, 0, faults):
            values["totals"] = TotalsShape(**found)
        if found := _filled(parts["payments"], row, 0, faults):
            _set_payment(values, found)
        if found := _filled(parts["order"], row, 0, faults):
            values["order"] = OrderShape(**found)
        if found := _filled(parts["customer"], row, 0, faults):
            values["customer"] = CustomerShape(**found)
        if found := _filled(parts["preceding"], row, 0, faults):
            values["preceding"] = (PrecedingShape(**found),)
        if "currency" not in values and self._options.currency:
            values["currency"] = self._options.currency
        return values

    def _compare(self, rows: Sequence[Row], faults: list[Fault]) -> None:
        """What is of the whole invoice stands in each of its rows alike, or in the first only."""
        first = self._head_of(rows[0])
        for number, row in enumerate(rows[1:], start=1):
            if self._head_of(row) != first:
                self._compare_cells(rows[0], row, number, faults)

    def _compare_cells(self, first: Row, row: Row, number: int, faults: list[Fault]) -> None:
        for entry in self._heads:
            cell, told = row[entry.column], first[entry.column]
            if cell in ("", told):
                continue
            faults.append(Fault(number, entry.field, cell, _differs(cell, told)))

    def _rated(
        self, row: Row, head: Mapping[str, Any], faults: list[Fault]
    ) -> tuple[LineShape, ...]:
        found: dict[Decimal, dict[str, Any]] = {}
        for rate, entry in self._rates:
            amounts = _filled([entry], row, 0, faults)
            if any(amounts.values()):
                found.setdefault(rate, {}).update(amounts)
        name = whole_name(head.get("language") or self._options.language)
        return tuple(
            LineShape(name=name, vat_rate=rate, **amounts) for rate, amounts in found.items()
        )


def _filled(entries: list[Entry], row: Row, number: int, faults: list[Fault]) -> dict[str, Any]:
    values = {}
    for index, attribute, parse, field, kept in entries:
        cell = row[index]
        if cell == "":
            continue
        value = kept.get(cell)
        if value is None:
            try:
                value = parse(cell)
            except BadValue as error:
                if str(cell).strip():
                    faults.append(Fault(number, field, cell, error))
                continue
            if len(kept) < MOST_KEPT:
                kept[cell] = value
        if value or value.__class__ is not str:  # a Decimal beside a text is slow to compare
            values[attribute] = value
    return values


def _line(
    values: dict[str, Any], number: int, faults: list[Fault], totals: TotalsShape | None
) -> LineShape:
    rate = values.get("vat_rate")
    if rate is not None and ZERO < rate < _ONE:
        amounts = [values.get(name) for name in ("net", "tax", "gross")]
        if totals and amounts.count(None) == 3:  # a line for the whole invoice
            amounts = [totals.net, totals.tax, totals.gross]
        _settle_fraction(values, amounts, number, faults)
    return LineShape(**values)


_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_NEAR = Decimal("0.02")


def _settle_fraction(
    values: dict[str, Any], amounts: list[Decimal | None], number: int, faults: list[Fault]
) -> None:
    """A spreadsheet keeps 19 % as 0.19, and no country has such a low rate; the tax decides."""
    rate: Decimal = values["vat_rate"]
    net, tax, gross = amounts
    if net is None and gross is not None and tax is not None:
        net = gross - tax
    if tax is None and gross is not None and net is not None:
        tax = gross - net
    percent = rate * _HUNDRED
    if net is not None and tax is not None:
        if abs(net * rate - tax) <= _NEAR < abs(net * rate / _HUNDRED - tax):
            values["vat_rate"] = canonical(percent)
            return
        if abs(net * rate / _HUNDRED - tax) <= _NEAR < abs(net * rate - tax):
            return
    error = BadValue(
        "VAT_RATE_AMBIGUOUS",
        f"{rate} can be {rate} % or {percent:f} %.",
        "The rate in percent: 19 for 19 %; or the VAT amount beside it.",
    )
    faults.append(Fault(number, "line_vat_rate", rate, error))


def _set_payment(values: dict[str, Any], found: dict[str, Any]) -> None:
    """How it is paid is no proof that it was: that is an amount, a date, or the status."""
    is_paid = values.get("payment_status") in ("paid", "partially_paid")
    if is_paid or "amount" in found or "paid_on" in found:
        values["payments"] = (PaymentShape(**found),)
    elif "method" in found:
        values["payment_means"] = found["method"]


def _differs(cell: object, told: object) -> BadValue:
    return BadValue(
        "ROWS_DIFFER",
        f"This row of the invoice says {str(cell)[:60]!r}, its first one {str(told)[:60]!r}.",
        "The same in all rows of an invoice, or nothing in those after the first.",
        stated=str(told)[:60],
    )


def _getter(indexes: list[int]) -> Callable[[Row], tuple[Any, ...]]:
    if len(indexes) > 1:
        return itemgetter(*indexes)
    return lambda row: tuple(row[index] for index in indexes)
