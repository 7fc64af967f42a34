"""An invoice without lines: one line for the whole of it (BR-16 wants one)."""

import msgspec

from saleor_invoices.imports.shaping.structs import InvoiceShape, LineShape, TotalsShape

_NAMES = {
    "de": "Waren und Dienstleistungen",
    "en": "Goods and services",
    "es": "Bienes y servicios",
    "fr": "Biens et services",
    "it": "Beni e servizi",
    "nl": "Goederen en diensten",
    "pl": "Towary i usługi",
}
_NOTHING = TotalsShape()


def with_lines(shape: InvoiceShape, language: str) -> InvoiceShape:
    """With a line that has the totals' amounts, where there is none; lines without a name get one
    in the invoice's language where they stand for a rate of VAT."""
    if not shape.lines:
        return msgspec.structs.replace(shape, lines=(_whole(shape, LineShape(), language),))
    if len(shape.lines) == 1 and _says_no_amount(shape.lines[0]):
        whole = _whole(shape, shape.lines[0], language)
        return msgspec.structs.replace(shape, lines=(whole,))
    return shape


def whole_name(language: str) -> str:
    """What the line of a whole invoice is called."""
    return _NAMES.get(language.lower().replace("_", "-").split("-")[0], _NAMES["en"])


def _whole(shape: InvoiceShape, line: LineShape, language: str) -> LineShape:
    totals = shape.totals or _NOTHING
    is_whole = totals.net is not None and totals.tax is not None  # then gross is for the check
    return msgspec.structs.replace(
        line,
        name=line.name or line.description or whole_name(language),
        net=totals.net,
        tax=totals.tax,
        gross=None if is_whole else totals.gross,
    )


def _says_no_amount(line: LineShape) -> bool:
    return (
        line.net is None
        and line.gross is None
        and line.tax is None
        and line.unit_price_net is None
        and line.unit_price_gross is None
    )
