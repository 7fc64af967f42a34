"""The input types of one imported document, made from the shapes that JSON Lines have too.

One list of fields for files and API: what the readers learn, the API knows.
"""

# ruff: noqa: ANN401  (a type that is made when the app starts has no name for a type checker)

import dataclasses
import datetime as dt
import types
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
import strawberry

from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.imports import shapes

_NAMES: Mapping[type[msgspec.Struct], tuple[str, str]] = {
    shapes.AddressShape: ("Address", "A postal address."),
    shapes.PartyShape: ("Party", "Buyer or seller: a company, a person, or a person at one."),
    shapes.CustomerShape: ("Customer", "The Saleor customer, by id or e-mail."),
    shapes.OrderShape: (
        "Order",
        "The Saleor order, by global id, number or external reference: the first that is given.",
    ),
    shapes.LineShape: (
        "Line",
        "A line. Of net, tax, gross and rate, two with a net or gross among them will do; or a "
        "unit price with its quantity.",
    ),
    shapes.AdjustmentShape: ("Adjustment", "An allowance or charge of the whole document."),
    shapes.TotalsShape: ("Totals", "The document's own totals; they stand."),
    shapes.PaymentShape: (
        "Payment",
        "Money that was received, or, below zero, given back. `reference` is the other system's "
        "own, by which it is written once.",
    ),
    shapes.PrecedingShape: ("Preceding", "The invoice that is corrected."),
    shapes.InvoiceShape: ("Document", "One invoice or credit note of another system."),
}
_INPUTS: dict[type[msgspec.Struct], Any] = {}
_SCALARS: Mapping[type, Any] = {str: str, Decimal: ExactDecimal, dt.date: dt.date}


def _input(shape: type[msgspec.Struct]) -> Any:
    """The input type of a shape, its parts' first."""
    if shape not in _INPUTS:
        name, description = _NAMES[shape]
        name = f"InvoiceImport{name}Input"
        hints = get_type_hints(shape)
        names = [field.name for field in msgspec.structs.fields(shape) if field.name != "pdf_file"]
        space = {"__annotations__": {one: _type(hints[one]) for one in names}}
        space |= {one: _default(hints[one]) for one in names}
        made = types.new_class(name, exec_body=lambda body: body.update(space))
        made.__module__ = __name__
        _INPUTS[shape] = strawberry.input(made, name=name, description=description)
    return _INPUTS[shape]


def _type(hint: Any) -> Any:
    if get_origin(hint) is tuple:
        return list[_input(get_args(hint)[0])]  # type: ignore[misc]
    given = [part for part in get_args(hint) if part is not type(None)]
    inner = given[0] if given else hint
    found = _SCALARS.get(inner) or _input(inner)
    return found | None if given else found


def _default(hint: Any) -> Any:
    if get_origin(hint) is tuple:
        return strawberry.field(default_factory=list)
    return "" if hint is str else None


def shape_values(given: Any) -> dict[str, object]:
    """What an input says, by the names on the wire, as ``shapes.convert`` takes it."""
    found: dict[str, object] = {}
    for field in dataclasses.fields(given):
        value = getattr(given, field.name)
        if value in ("", None, []):
            continue
        first, *rest = field.name.split("_")
        found[first + "".join(word.capitalize() for word in rest)] = _value(value)
    return found


def _value(value: Any) -> object:
    if isinstance(value, list):
        return [shape_values(one) for one in value]
    return shape_values(value) if dataclasses.is_dataclass(value) else value


InvoiceImportDocumentInput = _input(shapes.InvoiceShape)
