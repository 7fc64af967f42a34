"""Rows for exports, read in batches: the memory used does not grow with their number.

Columns come as plain values, not as model instances, and of the snapshot only what is asked for is
decoded (``exports.snapshots``): building whole objects took nine tenths of an export's time.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import Any, cast

from django.db import connection, transaction
from django.db.models import F, Func, QuerySet, TextField, Value
from django.db.models.expressions import Combinable

from saleor_invoices.domain.money import exponent, from_minor, unit
from saleor_invoices.exports.records import (
    AdjustmentRecord,
    Depth,
    DocumentRecord,
    LineRecord,
    VatRecord,
)
from saleor_invoices.exports.snapshots import Adjustment, Head, WithLines, WithVat, content_of
from saleor_invoices.invoices.models import SalesDocument, VatShare
from saleor_invoices.stores.models import Installation

BATCH = 500
"""Ids in one question."""
STREAMED = 2_000
_COLUMNS = {
    "number": "number",
    "kind": "kind",
    "state": "state",
    "source": "source",
    "test_mode": "test_mode",
    "issue_date": "issue_date",
    "due_date": "due_date",
    "currency": "currency",
    "net": "net_minor",
    "tax": "tax_minor",
    "gross": "gross_minor",
    "payable": "payable_minor",
    "paid": "payment__paid_minor",
    "balance": "payment__balance_minor",
    "credited": "payment__credited_minor",
    "refunded": "payment__refunded_minor",
    "payment_status": "payment__status",
    "legal_entity": "legal_entity__key",
    "buyer_name": "buyer_name",
    "customer_id": "customer_id",
    "customer_email": "customer_email",
    "channel": "channel",
    "order_id": "order__order_id",
    "order_number": "order_number",
    "preceding_number": "preceding__number",
    "preceding_date": "preceding__issue_date",
    "language": "language",
    "erased": "erased_at",
    "id": "pk",
}
"""What a record is made of, by its own names; the snapshot comes last."""
_NAMES = tuple(_COLUMNS)
_TOTALS = ("net", "tax", "gross", "payable")
_STANDING = ("paid", "balance", "credited", "refunded")
_TEXTS = ("payment_status", "order_id", "preceding_number")  # empty where a join found nothing
_NOBODY = {
    "seller_name": "", "seller_vat_id": "", "buyer_vat_id": "", "buyer_country": "", "reason": "",
}  # fmt: skip
_ID = list(_COLUMNS).index("id")
_ERASED = list(_COLUMNS).index("erased")
_CURRENCY = list(_COLUMNS).index("currency")
Row = tuple[Any, ...]
Shares = Mapping[uuid.UUID, list[VatRecord]]


def records_of(
    *, installation: Installation, ids: Iterable[uuid.UUID], depth: Depth = Depth.LINES
) -> Iterator[DocumentRecord]:
    """The store's documents of these ids, in their order; one that is not there is left out."""
    waiting = iter(ids)
    while batch := list(islice(waiting, BATCH)):
        rows = SalesDocument.objects.filter(installation=installation, pk__in=batch).order_by()
        found = {row[_ID]: row for row in _values(rows)}
        yield from _records([found[pk] for pk in batch if pk in found], depth)


def records_in(
    rows: QuerySet[SalesDocument], *, depth: Depth = Depth.LINES
) -> Iterator[DocumentRecord]:
    """The documents of a query in its order, which an index should have: for any number of them.

    The caller narrows it to a store, and reads it inside ``streamed``.
    """
    waiting = _values(rows).iterator(chunk_size=STREAMED)
    while batch := list(islice(waiting, STREAMED)):
        yield from _records(batch, depth)


def streamed() -> AbstractContextManager[None]:
    """A transaction in which ``records_in`` reads on as PostgreSQL goes.

    Outside of one, PostgreSQL writes the whole result to its disk first, since a cursor must
    outlive its statement there. SQLite needs none, and would lock others out.
    """
    return transaction.atomic() if connection.vendor == "postgresql" else nullcontext()


def _values(rows: QuerySet[SalesDocument]) -> QuerySet[SalesDocument, Row]:
    return rows.values_list(*_COLUMNS.values(), _snapshot())


def _snapshot() -> Combinable:
    # Over PostgreSQL's text protocol bytes come as hexadecimal digits: twice as many, and slow.
    if connection.vendor != "postgresql":
        return F("snapshot")
    return Func(F("snapshot"), Value("UTF8"), function="convert_from", output_field=TextField())


def _records(rows: Sequence[Row], depth: Depth) -> Iterator[DocumentRecord]:
    shares = _shares(rows) if depth else {}
    return (_record(row, depth, shares) for row in rows)


def _shares(rows: Iterable[Row]) -> Shares:
    """What is left of the VAT breakdown of erased documents: it names nobody."""
    currencies = {row[_ID]: row[_CURRENCY] for row in rows if row[_ERASED]}
    found: defaultdict[uuid.UUID, list[VatRecord]] = defaultdict(list)
    if currencies:
        kept = VatShare.objects.filter(document__in=list(currencies)).order_by("category", "rate")
        columns = ("document_id", "category", "rate", "net_minor", "tax_minor")
        for pk, category, rate, net, tax in kept.values_list(*columns):
            found[pk].append(
                VatRecord(
                    vat_category=category,
                    vat_rate=Decimal(rate or 0),
                    taxable=from_minor(net, currencies[pk]),
                    tax=from_minor(tax, currencies[pk]),
                )
            )
    return found


def _record(row: Row, depth: Depth, shares: Shares) -> DocumentRecord:
    values: dict[str, Any] = dict(zip(_NAMES, row, strict=False))
    one = _unit(values["currency"])
    for name in _TOTALS:
        values[name] = Decimal(values[name]) * one
    for name in _STANDING:
        if values[name] is not None:
            values[name] = Decimal(values[name]) * one
    for name in _TEXTS:
        if values[name] is None:
            values[name] = ""
    values["id"] = str(row[_ID])
    values["erased"] = is_erased = row[_ERASED] is not None
    if is_erased:
        values |= _NOBODY
        values["vat"] = shares.get(row[_ID], [])
    else:
        values |= _content(content_of(row[-1], depth), depth, values)
    return DocumentRecord(**values)


_unit = cache(unit)


def _content(content: Head, depth: Depth, known: Mapping[str, Any]) -> dict[str, Any]:
    if not depth:
        return _head(content)
    found = _head(content) | _vat(cast("WithVat", content), known)
    if depth is Depth.LINES:
        found |= _sold(cast("WithLines", content), exponent(known["currency"]))
    return found


def _head(content: Head) -> dict[str, Any]:
    buyer = content.buyer
    return {
        "seller_name": content.seller.name,
        "seller_vat_id": content.seller.vat_id,
        "buyer_vat_id": buyer.vat_id,
        "buyer_country": buyer.address.country,
        "reason": content.reason,
    }


def _vat(content: WithVat, known: Mapping[str, Any]) -> dict[str, Any]:
    places = exponent(known["currency"])
    delivery = content.delivery.address if content.delivery else None
    before = content.preceding_invoices
    return {
        "vat": [
            VatRecord(
                vat_category=one.tax.category,
                vat_rate=one.tax.rate,
                taxable=_shown(one.taxable_amount, places),
                tax=_shown(one.tax_amount, places),
            )
            for one in content.vat_breakdown
        ],
        "buyer_address": content.buyer.address,
        "tax_country": (delivery.country if delivery else "") or content.buyer.address.country,
        "preceding_date": known["preceding_date"] or (before[0].issue_date if before else None),
        "accounting_currency": content.vat_accounting_currency,
        "accounting_tax": content.totals.tax_in_accounting_currency,
        "exchange_rate": content.exchange_rate.rate if content.exchange_rate else None,
    }


def _sold(content: WithLines, places: int) -> dict[str, Any]:
    lines = [
        LineRecord(
            id=line.id,
            name=line.name,
            sku=line.seller_item_id,
            quantity=line.quantity,
            unit_code=line.unit_code,
            unit_price_net=line.unit_price_net,
            net=_shown(line.net_amount, places),
            tax=_shown(line.tax_amount, places),
            gross=_shown(line.gross_amount, places),
            vat_category=line.tax.category,
            vat_rate=line.tax.rate,
        )
        for line in content.lines
    ]
    less = [_adjustment(one, places, is_charge=False) for one in content.allowances]
    more = [_adjustment(one, places, is_charge=True) for one in content.charges]
    return {"lines": lines, "adjustments": less + more}


def _adjustment(one: Adjustment, places: int, *, is_charge: bool) -> AdjustmentRecord:
    return AdjustmentRecord(
        is_charge=is_charge,
        amount=_shown(one.amount, places),
        tax=_shown(one.gross_amount - one.amount, places),
        reason=one.reason,
        vat_category=one.tax.category,
        vat_rate=one.tax.rate,
    )


def _shown(amount: Decimal, places: int) -> Decimal:
    """With at least the currency's decimals: a snapshot keeps no trailing zeros."""
    shown = -int(amount.as_tuple().exponent)
    return amount if shown >= places else amount.quantize(Decimal(1).scaleb(-places))
