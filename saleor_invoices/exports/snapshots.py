"""Reading from a snapshot only what an export needs.

``domain.codec`` builds the whole document, some hundred objects; most exports need a few texts and
the VAT breakdown. These structures name those; the decoder steps over everything else. The form is
that of ``domain.document``, and a test compares what both read.
"""

from datetime import date
from decimal import Decimal

import msgspec

from saleor_invoices.domain.codec import SCHEMA_VERSION
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.exports.records import AddressRecord, Depth


class Party(msgspec.Struct, frozen=True):
    """BG-4, BG-7."""

    name: str
    vat_id: str = ""
    address: AddressRecord = AddressRecord()


class Delivery(msgspec.Struct, frozen=True):
    """BG-13."""

    address: AddressRecord | None = None


class Tax(msgspec.Struct, frozen=True):
    """A VAT category and its rate in percent."""

    category: str
    rate: Decimal


class Subtotal(msgspec.Struct, frozen=True):
    """BG-23."""

    tax: Tax
    taxable_amount: Decimal
    tax_amount: Decimal


class Totals(msgspec.Struct, frozen=True):
    """BG-22."""

    tax_in_accounting_currency: Decimal | None = None  # BT-111


class Rate(msgspec.Struct, frozen=True):
    """Of BT-111."""

    rate: Decimal


class Preceding(msgspec.Struct, frozen=True):
    """BG-3."""

    number: str
    issue_date: date | None = None


class Line(msgspec.Struct, frozen=True):
    """BG-25."""

    id: str
    name: str
    quantity: Decimal
    net_amount: Decimal
    tax_amount: Decimal
    gross_amount: Decimal
    tax: Tax
    unit_price_net: Decimal
    unit_code: str = ""
    seller_item_id: str = ""


class Adjustment(msgspec.Struct, frozen=True):
    """BG-20, BG-21."""

    amount: Decimal
    gross_amount: Decimal
    tax: Tax
    reason: str = ""


class Head(msgspec.Struct, frozen=True):
    """What the columns of a document do not tell."""

    seller: Party
    buyer: Party
    reason: str = ""
    schema_version: int = 1


class WithVat(Head, frozen=True):
    """And what it is booked by."""

    vat_breakdown: tuple[Subtotal, ...] = ()
    totals: Totals = Totals()
    vat_accounting_currency: str = ""
    exchange_rate: Rate | None = None
    delivery: Delivery | None = None
    preceding_invoices: tuple[Preceding, ...] = ()


class WithLines(WithVat, frozen=True):
    """And what was sold."""

    lines: tuple[Line, ...] = ()
    allowances: tuple[Adjustment, ...] = ()
    charges: tuple[Adjustment, ...] = ()


_DECODERS: dict[Depth, msgspec.json.Decoder[Head]] = {
    Depth.HEAD: msgspec.json.Decoder(Head),
    Depth.VAT: msgspec.json.Decoder(WithVat),
    Depth.LINES: msgspec.json.Decoder(WithLines),
}


def content_of(snapshot: bytes | str, depth: Depth) -> Head:
    """That much of the document; it is a ``WithVat`` or ``WithLines`` where those are asked for.

    Raises as ``codec.decode``.
    """
    try:
        content = _DECODERS[depth].decode(snapshot)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidInput(f"Not a document: {error}", code="SNAPSHOT_INVALID") from error
    if content.schema_version > SCHEMA_VERSION:
        raise InvalidInput(
            "A newer version of the app wrote this document.",
            code="SNAPSHOT_TOO_NEW",
            params={"schema_version": content.schema_version},
        )
    return content
