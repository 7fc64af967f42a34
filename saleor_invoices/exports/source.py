"""Rows for exports, read in batches: the memory used does not grow with their number."""

import uuid
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

from saleor_invoices.domain import codec
from saleor_invoices.domain.document import Document, Tax
from saleor_invoices.domain.money import exponent, from_minor
from saleor_invoices.exports.records import (
    AdjustmentRecord,
    DocumentRecord,
    LineRecord,
    VatRecord,
)
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores.models import Installation

BATCH = 500


def records_of(*, installation: Installation, ids: Iterable[uuid.UUID]) -> Iterator[DocumentRecord]:
    """The store's documents of these ids, in their order; one that is not there is left out."""
    waiting = iter(ids)
    while batch := list(islice(waiting, BATCH)):
        rows = SalesDocument.objects.filter(installation=installation, pk__in=batch)
        rows = rows.select_related("order", "payment", "legal_entity", "preceding")
        rows = rows.defer("salt", "search_text", "preceding__snapshot", "preceding__search_text")
        found = {row.pk: row for row in rows}
        yield from (_record(found[pk]) for pk in batch if pk in found)


def _record(row: SalesDocument) -> DocumentRecord:
    content = None if row.erased_at else codec.decode(bytes(row.snapshot))
    return DocumentRecord(
        id=str(row.pk),
        **{name: getattr(row, name) for name in _PLAIN},
        **_amounts(row),
        legal_entity=row.legal_entity.key,
        seller_name=content.seller.name if content else "",
        seller_vat_id=content.seller.vat_id if content else "",
        buyer_vat_id=content.buyer.vat_id if content else "",
        buyer_country=_country(content),
        order_id=row.order.order_id if row.order else "",
        preceding_number=row.preceding.number if row.preceding else "",
        reason=content.reason if content else "",
        erased=row.erased_at is not None,
        lines=_lines(content),
        adjustments=_adjustments(content),
        vat=_vat(content),
    )


_PLAIN = (
    "number", "kind", "state", "source", "test_mode", "issue_date", "due_date", "currency",
    "buyer_name", "customer_id", "customer_email", "channel", "order_number", "language",
)  # fmt: skip
"""What a record has from the document's columns as they are."""


def _amounts(row: SalesDocument) -> dict[str, Any]:
    payment = getattr(row, "payment", None)

    def money(minor: int) -> Decimal:
        return from_minor(minor, row.currency)

    own = {name: money(getattr(row, f"{name}_minor")) for name in _TOTALS}
    standing = {
        name: money(getattr(payment, f"{name}_minor")) if payment else None for name in _STANDING
    }
    return {**own, **standing, "payment_status": payment.status if payment else ""}


_TOTALS = ("net", "tax", "gross", "payable")
_STANDING = ("paid", "balance", "credited", "refunded")


def _country(content: Document | None) -> str:
    address = content.buyer.address if content else None
    return address.country if address else ""


def _lines(content: Document | None) -> list[LineRecord]:
    if content is None:
        return []
    return [
        LineRecord(
            id=line.id,
            name=line.name,
            sku=line.seller_item_id,
            quantity=line.quantity,
            unit_code=line.unit_code,
            unit_price_net=line.unit_price_net,
            net=_shown(line.net_amount, content),
            tax=_shown(line.tax_amount, content),
            gross=_shown(line.gross_amount, content),
            vat_category=_category(line.tax),
            vat_rate=line.tax.rate,
        )
        for line in content.lines
    ]


def _adjustments(content: Document | None) -> list[AdjustmentRecord]:
    if content is None:
        return []
    found = [(False, one) for one in content.allowances] + [(True, one) for one in content.charges]
    return [
        AdjustmentRecord(
            is_charge=is_charge,
            amount=_shown(one.amount, content),
            reason=one.reason,
            vat_category=_category(one.tax),
            vat_rate=one.tax.rate,
        )
        for is_charge, one in found
    ]


def _vat(content: Document | None) -> list[VatRecord]:
    if content is None:
        return []
    return [
        VatRecord(
            vat_category=_category(one.tax),
            vat_rate=one.tax.rate,
            taxable=_shown(one.taxable_amount, content),
            tax=_shown(one.tax_amount, content),
        )
        for one in content.vat_breakdown
    ]


def _shown(amount: Decimal, content: Document) -> Decimal:
    """With at least the currency's decimals: a snapshot keeps no trailing zeros."""
    places = exponent(content.currency)
    shown = -int(amount.as_tuple().exponent)
    return amount if shown >= places else amount.quantize(Decimal(1).scaleb(-places))


def _category(tax: Tax) -> str:
    return tax.category.value
