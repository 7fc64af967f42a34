"""What a document's row repeats of its snapshot, so that lists can filter, sort and sum."""

from datetime import date
from typing import TypedDict

from saleor_invoices.domain.document import Document, OrderReference, SaleReference
from saleor_invoices.domain.money import ZERO, to_minor
from saleor_invoices.domain.search import normalise

COLLECTED = ("payment", "refund")
"""Kinds of prepayment that moved money of this document."""


class IndexedColumns(TypedDict):
    """By the names of ``SalesDocument``; amounts in the currency's smallest unit."""

    net_minor: int
    tax_minor: int
    gross_minor: int
    payable_minor: int
    collectable_minor: int
    kind: str
    number: str
    issue_date: date | None
    test_mode: bool
    due_date: date | None
    currency: str
    language: str
    buyer_name: str
    search_text: str
    channel: str
    customer_id: str
    customer_email: str
    order_number: str


def indexed_columns(final: Document) -> IndexedColumns:
    """A document's columns. Raises ``InvalidInput`` for a currency or an amount that can't be."""
    totals, currency = final.totals, final.currency
    moved = sum((part.amount for part in final.prepayments if part.kind in COLLECTED), ZERO)
    # A collective invoice is of one buyer, but its orders may have come through several channels:
    # the first one's rules hold.
    orders = _orders(final)
    sale = orders[0] if orders else final.sale or SaleReference()
    return {
        "net_minor": to_minor(totals.net, currency),
        "tax_minor": to_minor(totals.tax, currency),
        "gross_minor": to_minor(totals.gross, currency),
        "payable_minor": to_minor(totals.payable, currency),
        "collectable_minor": to_minor(totals.payable + moved, currency),
        "kind": final.kind.value,
        "number": final.number,
        "issue_date": final.issue_date,
        "test_mode": final.test_mode,
        "due_date": final.due_date,
        "currency": currency,
        "language": final.language,
        "buyer_name": final.buyer.name[:400],  # first and last name may fill 513
        "search_text": _search_text(final),
        "channel": sale.channel,
        "customer_id": sale.customer_id,
        "customer_email": sale.customer_email,
        "order_number": ", ".join(order.number for order in orders)[:255],
    }


def _orders(final: Document) -> tuple[OrderReference, ...]:
    return (final.order,) if final.order else final.orders


def _search_text(final: Document) -> str:
    parts = [final.number, final.buyer.name, final.buyer.person, final.buyer.vat_id]
    for order in _orders(final):
        parts += [order.number, order.customer_email]
    if final.sale:
        parts.append(final.sale.customer_email)
    return normalise(" ".join(dict.fromkeys(part for part in parts if part)))
