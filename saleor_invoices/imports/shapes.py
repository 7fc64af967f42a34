"""What the API's ``invoiceImport`` and a line of JSON Lines say of one invoice.

The structs are ``shaping.structs``; ``decode`` reads JSON, ``convert`` takes what GraphQL hands
over, ``record_of`` makes the record that is kept.
"""

from collections.abc import Mapping

import msgspec

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.shaping.record import record_of
from saleor_invoices.imports.shaping.structs import (
    AddressShape,
    AdjustmentShape,
    CustomerShape,
    InvoiceShape,
    LineShape,
    OrderShape,
    PartyShape,
    PaymentShape,
    PrecedingShape,
    TotalsShape,
)

__all__ = [
    "AddressShape",
    "AdjustmentShape",
    "CustomerShape",
    "InvoiceShape",
    "LineShape",
    "OrderShape",
    "PartyShape",
    "PaymentShape",
    "PrecedingShape",
    "TotalsShape",
    "convert",
    "decode",
    "record_of",
]
_decoder = msgspec.json.Decoder(InvoiceShape)


def decode(json: bytes) -> InvoiceShape:
    """The invoice of a JSON object.

    Raises ``InvalidInput`` SHAPE_INVALID; ``params["field"]`` is the path, such as
    ``lines[0].vatRate``.
    """
    try:
        return _decoder.decode(json)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _refused(error) from error


def convert(values: Mapping[str, object]) -> InvoiceShape:
    """The invoice of a mapping with names as on the wire; amounts are ``Decimal`` or strings.

    Raises ``InvalidInput`` SHAPE_INVALID as ``decode`` does.
    """
    try:
        return msgspec.convert(values, InvoiceShape)
    except msgspec.ValidationError as error:
        raise _refused(error) from error


def _refused(error: Exception) -> InvalidInput:
    message, _, path = str(error).partition(" - at `$")
    field = path.rstrip("`").removeprefix(".")
    return InvalidInput(
        f"{message}{f' (at {field})' if field else ''}.",
        code="SHAPE_INVALID",
        params={"field": field},
    )
