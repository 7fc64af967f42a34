"""One invoice for several orders of one buyer."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from saleor_invoices.domain import totals
from saleor_invoices.domain.codes import SupplyDateKind
from saleor_invoices.domain.document import (
    Address,
    Delivery,
    Document,
    DocumentAdjustment,
    Line,
    OrderReference,
    Period,
)
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.money import ZERO

_ALIKE: dict[str, Callable[[Document], object]] = {
    "kind": lambda one: one.kind,
    "seller": lambda one: one.seller,
    "tax_representative": lambda one: one.tax_representative,
    "buyer.name": lambda one: one.buyer.name,
    "buyer.vat_id": lambda one: (one.buyer.vat_id, one.buyer.identifiers),
    "buyer.address": lambda one: one.buyer.address,
    "currency": lambda one: one.currency,
    "tax_name": lambda one: one.tax_name,
    "prices_include_tax": lambda one: one.prices_include_tax,
    "language": lambda one: (one.language, one.second_language),
    "test_mode": lambda one: one.test_mode,
}
"""What must be the same on all: one document can say it once only."""


def collective(drafts: Sequence[Document], *, order_text: str = "{number}") -> Document:
    """The draft of one invoice for the orders of all the drafts, in their order.

    ``order_text`` names an order on its lines and charges, with ``{number}`` in it. Amounts are
    summed, never recomputed. Raises ``InvalidInput`` COLLECTIVE_TOO_FEW for fewer than two,
    ``Conflict`` COLLECTIVE_MISMATCH with what ``differs``, ALREADY_ISSUED, COLLECTIVE_REPEATED.
    """
    _refuse_unfit(drafts)
    first, dated = drafts[0], _last_due(drafts)
    lines, charges, allowances = _taxed(drafts, order_text)
    prepayments = tuple(one for draft in drafts for one in draft.prepayments)
    delivery, period = _delivery(drafts)
    return replace(
        _with_references(first, drafts),
        lines=lines,
        charges=charges,
        allowances=allowances,
        vat_breakdown=totals.vat_breakdown(lines, allowances=allowances, charges=charges),
        totals=totals.document_totals(
            lines,
            allowances=allowances,
            charges=charges,
            prepaid=_sum(one.amount for one in prepayments),
            payable=_sum(draft.totals.payable for draft in drafts),
        ),
        prepayments=prepayments,
        delivery=delivery,
        period=period,
        due_date=dated.due_date,
        payment_terms=dated.payment_terms,
        payment=dated.payment,
        notes=tuple(dict.fromkeys(note for draft in drafts for note in draft.notes)),
        order=None,
        orders=tuple(_orders(drafts)),
    )


def _refuse_unfit(drafts: Sequence[Document]) -> None:
    if len(drafts) < 2:
        raise InvalidInput(
            "A collective invoice is of two orders or more.",
            code="COLLECTIVE_TOO_FEW",
            params={"field": "orders"},
        )
    if any(draft.number or draft.issue_date for draft in drafts):
        raise Conflict("An order has its invoice already.", code="ALREADY_ISSUED")
    ids = [order.id for order in _orders(drafts)]
    if len(set(ids)) < len(ids):
        raise Conflict("An order was named twice.", code="COLLECTIVE_REPEATED")
    differs = [name for name, read in _ALIKE.items() if _common(read, drafts) is None]
    if differs:
        raise Conflict(
            f"The orders can't share an invoice: they differ in {', '.join(differs)}.",
            code="COLLECTIVE_MISMATCH",
            params={"differs": differs},
        )


def _common(read: Callable[[Document], object], drafts: Sequence[Document]) -> tuple[object] | None:
    """What is the same on all, in a tuple; None where it is not."""
    value = read(drafts[0])
    return (value,) if all(read(draft) == value for draft in drafts) else None


def _last_due(drafts: Sequence[Document]) -> Document:
    """The draft whose terms count: what is due last gives all the most time."""
    return max(drafts, key=lambda draft: draft.due_date or date.min)


def _orders(drafts: Sequence[Document]) -> Iterable[OrderReference]:
    for draft in drafts:
        yield from draft.orders
        if draft.order:
            yield draft.order


def _taxed(
    drafts: Sequence[Document], order_text: str
) -> tuple[tuple[Line, ...], tuple[DocumentAdjustment, ...], tuple[DocumentAdjustment, ...]]:
    lines, charges, allowances = [], [], []
    for draft in drafts:
        name = order_text.format(number=draft.order.number) if draft.order else ""
        lines += [_named_line(line, name) for line in draft.lines]
        charges += [_named(charge, name) for charge in draft.charges]
        allowances += [_named(allowance, name) for allowance in draft.allowances]
    return (
        tuple(replace(one, id=str(place)) for place, one in enumerate(lines, start=1)),
        tuple(replace(one, id=str(place)) for place, one in enumerate(charges, start=1)),
        tuple(replace(one, id=str(place)) for place, one in enumerate(allowances, start=1)),
    )


def _named_line(line: Line, name: str) -> Line:
    return replace(line, note=", ".join(text for text in (name, line.note) if text))


def _named(adjustment: DocumentAdjustment, name: str) -> DocumentAdjustment:
    return replace(adjustment, reason=", ".join(text for text in (adjustment.reason, name) if text))


def _with_references(first: Document, drafts: Sequence[Document]) -> Document:
    return replace(
        first,
        buyer_reference=_same(draft.buyer_reference for draft in drafts),
        project_reference=_same(draft.project_reference for draft in drafts),
        contract_reference=_same(draft.contract_reference for draft in drafts),
        purchase_order_reference=_same(draft.purchase_order_reference for draft in drafts),
        accounting_reference=_same(draft.accounting_reference for draft in drafts),
    )


def _same(references: Iterable[str]) -> str:
    """What all orders say; the document has room for one reference of a kind."""
    found = set(references)
    return found.pop() if len(found) == 1 else ""


def _delivery(drafts: Sequence[Document]) -> tuple[Delivery | None, Period | None]:
    """BG-13 of all; the days become a period (BG-14) where they differ."""
    found = [draft.delivery for draft in drafts if draft.delivery]
    if not found:
        return None, _period(drafts, ())
    open_ones = [one for one in found if one.supply_date_kind is not SupplyDateKind.DELIVERY]
    days = {one.supply_date for one in found}
    told = replace(
        (open_ones or found)[0],
        address=_address(found),
        recipient=_same(one.recipient for one in found),
    )
    if len(days) == 1 and len({one.supply_date_kind for one in found}) == 1:
        return told, _period(drafts, ())
    told = replace(told, supply_date=None)
    if open_ones:  # of one kind or another, no day is all the orders' day of supply
        return told, _period(drafts, ())
    return told, _period(drafts, tuple(day for day in days if day))


def _period(drafts: Sequence[Document], days: tuple[date, ...]) -> Period | None:
    periods = [draft.period for draft in drafts if draft.period]
    starts = [one.start for one in periods if one.start] + [*days]
    ends = [one.end for one in periods if one.end] + [*days]
    if not starts and not ends:
        return None
    return Period(start=min(starts, default=None), end=max(ends, default=None))


def _address(found: Sequence[Delivery]) -> Address | None:
    addresses = [one.address or Address() for one in found]
    if all(address == addresses[0] for address in addresses):
        return found[0].address
    # BT-80 alone still tells an export or an intra-Community supply (BR-IC-12).
    countries = {address.country for address in addresses}
    return Address(country=countries.pop()) if len(countries) == 1 else None


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, ZERO)
