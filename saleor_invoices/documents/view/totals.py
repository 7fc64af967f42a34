"""The VAT breakdown and the totals."""

from collections.abc import Iterator
from decimal import Decimal

from saleor_invoices.documents.view.context import Context
from saleor_invoices.documents.view.lines import rate_text, shown_amount
from saleor_invoices.documents.view.model import TaxRow, TaxTable, TotalRow, Weight
from saleor_invoices.documents.view.payment import is_settled
from saleor_invoices.domain.codes import DocumentKind, VatCategory
from saleor_invoices.domain.document import DocumentAdjustment, Prepayment, Tax, VatSubtotal


def tax_table(context: Context) -> TaxTable:
    """One row per category and rate, and under it why there is no tax where there is none."""
    labels, breakdown = context.labels, context.document.vat_breakdown
    return TaxTable(
        title=context.tax(labels.breakdown),
        headers=(labels.rate, labels.net, context.tax("{tax}"), labels.gross),
        rows=tuple(_tax_row(context, subtotal) for subtotal in breakdown),
        reasons=tuple(dict.fromkeys((*_reasons(context), *_exchange_rate(context)))),
    )


def total_rows(context: Context) -> tuple[TotalRow, ...]:
    """From the lines to the amount due."""
    return (*_parts(context), *_sums(context), *_settlement(context), _due(context))


def _tax_row(context: Context, subtotal: VatSubtotal) -> TaxRow:
    formats, category = context.formats, subtotal.tax.category
    return TaxRow(
        rate=rate_text(context, subtotal.tax),
        category=context.tax(context.labels.categories.get(category, "")),
        net=formats.amount(subtotal.taxable_amount),
        tax=formats.amount(subtotal.tax_amount),
        gross=formats.amount(subtotal.taxable_amount + subtotal.tax_amount),
    )


def _reasons(context: Context) -> Iterator[str]:
    for subtotal in context.document.vat_breakdown:
        if reason := _reason(context, subtotal.tax):
            yield reason


def _reason(context: Context, tax: Tax) -> str:
    wording = context.tax(context.labels.exemptions.get(tax.category, ""))
    if context.is_second and wording:
        return wording  # the snapshot's reason is in the first language
    return tax.exemption_reason or wording


def _exchange_rate(context: Context) -> Iterator[str]:
    document, rate = context.document, context.document.exchange_rate
    if rate is None or document.totals.tax_in_accounting_currency is None:
        return
    spoken, target = context.spoken, document.vat_accounting_currency
    equation = f"1 {document.currency} = {spoken.decimal(rate.rate, 2, 8)} {target}"
    origin = " · ".join(filter(None, (context.apart(rate.source), spoken.long_date(rate.on))))
    value = f"{context.apart(equation)} ({origin})"
    yield context.labels.exchange_rate.format(value=value)


def _parts(context: Context) -> Iterator[TotalRow]:
    document, labels = context.document, context.labels
    if not document.charges and not document.allowances:
        return
    net = document.totals.line_net
    gross = sum((line.gross_amount for line in document.lines), Decimal(0))
    yield _row(context, labels.items, shown_amount(context, net, gross))
    for allowance in document.allowances:
        yield _adjustment(context, labels.discount, allowance, sign=-1)
    for charge in document.charges:
        yield _adjustment(context, labels.charge, charge, sign=1)


def _adjustment(
    context: Context, label: str, adjustment: DocumentAdjustment, *, sign: int
) -> TotalRow:
    amount = shown_amount(context, adjustment.amount, adjustment.gross_amount)
    text = adjustment.reason or label
    if len(context.document.vat_breakdown) > 1 and adjustment.tax.category is VatCategory.STANDARD:
        text = f"{text} ({context.formats.percent(adjustment.tax.rate)})"
    return _row(context, text, sign * amount)


def _sums(context: Context) -> Iterator[TotalRow]:
    totals, labels = context.document.totals, context.labels
    gross = _row(context, context.tax(labels.total_gross), totals.gross, Weight.STRONG)
    if context.document.prices_include_tax:
        yield gross
        yield _row(context, context.tax(labels.total_net), totals.net, Weight.QUIET)
        yield _row(context, context.tax(labels.included_tax), totals.tax, Weight.QUIET)
        yield from _tax_in_accounting_currency(context, Weight.QUIET)
    else:
        yield _row(context, context.tax(labels.total_net), totals.net)
        yield _row(context, context.tax(labels.total_tax), totals.tax)
        yield from _tax_in_accounting_currency(context, Weight.NORMAL)
        yield gross


def _tax_in_accounting_currency(context: Context, weight: Weight) -> Iterator[TotalRow]:
    amount = context.document.totals.tax_in_accounting_currency
    if amount is not None:
        currency = context.document.vat_accounting_currency
        label = context.tax(context.labels.tax_in).replace("{currency}", currency)
        value = context.formats.money(amount, currency)
        yield TotalRow(label=label, value=value, weight=weight)


def _settlement(context: Context) -> Iterator[TotalRow]:
    document, labels = context.document, context.labels
    for prepayment in document.prepayments:
        yield _row(context, _prepaid_label(context, prepayment), -prepayment.amount)
    if document.totals.prepaid and not document.prepayments:
        yield _row(context, labels.prepaid, -document.totals.prepaid)
    if document.totals.rounding:
        yield _row(context, labels.rounding, document.totals.rounding)


def _prepaid_label(context: Context, prepayment: Prepayment) -> str:
    labels = context.labels
    detail = context.apart(prepayment.label)
    if prepayment.kind == "gift_card":
        return labels.gift_card.format(label=detail).strip()
    if prepayment.kind == "mirror":  # of the invoice's gift cards, whose label it kept
        return f"{labels.mirrored} •••• {detail}" if detail else labels.mirrored
    told = labels.refunded if prepayment.kind == "refund" else labels.paid
    return f"{told} {detail}" if detail else told


def _due(context: Context) -> TotalRow:
    labels, document = context.labels, context.document
    label = labels.payable
    if document.kind is DocumentKind.CREDIT_NOTE:
        went_back = any(one.kind == "refund" for one in document.prepayments)
        label = labels.to_refund if went_back else labels.credited
    elif document.totals.payable > 0 and is_settled(context):
        label = labels.paid
    return _row(context, label, document.totals.payable, Weight.DUE)


def _row(context: Context, label: str, amount: Decimal, weight: Weight = Weight.NORMAL) -> TotalRow:
    return TotalRow(label=label, value=context.formats.money(amount), weight=weight)
