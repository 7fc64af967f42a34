"""The strip of facts under the parties: dates and references."""

from collections.abc import Iterator

from saleor_invoices.documents.view.context import Context
from saleor_invoices.documents.view.model import Pair
from saleor_invoices.domain.codes import DocumentKind, SupplyDateKind
from saleor_invoices.domain.document import OrderReference, Period, PrecedingInvoice


def fact_pairs(context: Context) -> tuple[Pair, ...]:
    """Label and value of everything that is known, dates first."""
    pairs = [*_dates(context), *_references(context)]
    return tuple(Pair(label=label, value=value) for label, value in pairs if value)


def lead_pairs(context: Context) -> tuple[Pair, ...]:
    """What is too long for the strip: why a credit note was made, the orders that are invoiced."""
    document, labels = context.document, context.labels
    orders = ", ".join(_order(context, order) for order in document.orders)
    pairs = ((labels.reason, document.reason), (labels.orders, orders))
    return tuple(Pair(label=label, value=value) for label, value in pairs if value)


def supply_note(context: Context) -> str:
    """What Directive 2006/112/EC, art. 226 no. 7 wants said where no delivery has a date yet."""
    delivery = context.document.delivery
    if delivery is None or delivery.supply_date_kind is SupplyDateKind.DELIVERY:
        return ""
    if delivery.supply_wording and not context.is_second:
        return delivery.supply_wording
    if delivery.supply_date_kind is SupplyDateKind.ADVANCE_PAYMENT:
        return context.labels.advance_note
    return context.labels.expected_note


def period_text(context: Context, period: Period) -> str:
    """``1 Nov 2026 – 30 Nov 2026``, open on a side without a date."""
    dates = (period.start, period.end)
    return " – ".join(context.formats.short_date(day) if day else "" for day in dates).strip()


def _dates(context: Context) -> Iterator[tuple[str, str]]:
    document, labels, formats = context.document, context.labels, context.formats
    if document.issue_date:
        is_invoice = document.kind is DocumentKind.INVOICE
        label = labels.issue_date if is_invoice else labels.document_date
        yield label, formats.strip_date(document.issue_date)
    yield from _supply(context)
    if document.due_date:
        yield labels.due_date, formats.strip_date(document.due_date)
    if document.tax_point_date:
        yield labels.tax_point, formats.strip_date(document.tax_point_date)
    if document.period:
        yield labels.period, period_text(context, document.period)


def _supply(context: Context) -> Iterator[tuple[str, str]]:
    delivery, labels = context.document.delivery, context.labels
    if delivery is None:
        return
    day = context.formats.strip_date(delivery.supply_date) if delivery.supply_date else ""
    if delivery.supply_date_kind is SupplyDateKind.ADVANCE_PAYMENT and day:
        yield labels.advance_payment, day
    elif delivery.supply_date_kind is SupplyDateKind.DELIVERY:
        yield labels.supply_date, day
    else:
        yield labels.supply_date, day or labels.expected_supply


def _references(context: Context) -> Iterator[tuple[str, str]]:
    document, labels = context.document, context.labels
    for preceding in document.preceding_invoices:
        yield labels.preceding, _preceding(context, preceding)
    yield labels.order_number, document.order.number if document.order else ""
    yield labels.buyer_reference, document.buyer_reference
    yield labels.purchase_order, document.purchase_order_reference
    yield labels.contract, document.contract_reference
    yield labels.project, document.project_reference
    yield labels.accounting_reference, document.accounting_reference


def _preceding(context: Context, preceding: PrecedingInvoice) -> str:
    if preceding.issue_date is None:
        return preceding.number
    day = context.formats.short_date(preceding.issue_date)
    number = context.apart(preceding.number)
    return context.labels.preceding_value.format(number=number, date=day)


def _order(context: Context, order: OrderReference) -> str:
    number = context.apart(order.number)
    return f"{number} ({context.formats.short_date(order.created)})" if order.created else number
