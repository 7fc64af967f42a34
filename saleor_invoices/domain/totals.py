"""Sums of a document, and the proof that they hold together.

The shop's amounts are never recomputed: a VAT breakdown sums the tax that was charged, a
difference to the order's total is shown as the rounding amount (BT-114). See
``docs/algorithms/rounding.md``.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import (
    Document,
    DocumentAdjustment,
    Line,
    Tax,
    Totals,
    VatSubtotal,
)
from saleor_invoices.domain.findings import Finding, blocking
from saleor_invoices.domain.money import ZERO, unit

_ORDER = tuple(VatCategory)
CASH_ROUNDING = Decimal(1)
"""Up to one major unit a payable total is rounded (cash), beyond that it does not add up."""


class TotalName(StrEnum):
    """The totals of another system's document that are compared with its parts."""

    NET = "net"  # BT-109
    TAX = "tax"  # BT-110
    GROSS = "gross"  # BT-112
    PAYABLE = "payable"  # BT-115


class TotalDifference(NamedTuple):
    """A total that its parts do not make."""

    total: TotalName
    stated: Decimal
    computed: Decimal


def vat_breakdown(
    lines: Iterable[Line],
    *,
    allowances: Iterable[DocumentAdjustment] = (),
    charges: Iterable[DocumentAdjustment] = (),
) -> tuple[VatSubtotal, ...]:
    """One row per category and rate (BG-23), standard rates first, high rates first."""
    rows: dict[tuple[VatCategory, Decimal], list[tuple[Tax, Decimal, Decimal]]] = {}
    for tax, net, amount in _taxed_amounts(lines, allowances, charges):
        rows.setdefault((tax.category, tax.rate), []).append((tax, net, amount))
    ordered = sorted(rows.items(), key=lambda row: (_ORDER.index(row[0][0]), -row[0][1]))
    return tuple(_subtotal(parts) for _, parts in ordered)


def document_totals(
    lines: Iterable[Line],
    *,
    allowances: Iterable[DocumentAdjustment] = (),
    charges: Iterable[DocumentAdjustment] = (),
    prepaid: Decimal = ZERO,
    payable: Decimal | None = None,
) -> Totals:
    """The totals (BG-22). ``payable`` is what the shop asks for; the rest is rounding (BT-114)."""
    lines, allowances, charges = tuple(lines), tuple(allowances), tuple(charges)
    amounts = tuple(_taxed_amounts(lines, allowances, charges))
    net, tax = _sum(amount[1] for amount in amounts), _sum(amount[2] for amount in amounts)
    due = net + tax - prepaid
    payable = due if payable is None else payable
    return Totals(
        line_net=_sum(line.net_amount for line in lines),
        allowances=_sum(allowance.amount for allowance in allowances),
        charges=_sum(charge.amount for charge in charges),
        net=net,
        tax=tax,
        gross=net + tax,
        prepaid=prepaid,
        rounding=payable - due,
        payable=payable,
    )


def totals_differences(document: Document) -> list[TotalDifference]:
    """What another system's totals say, and its lines, allowances and charges do not make."""
    made = document_totals(document.lines, allowances=document.allowances, charges=document.charges)
    return differences(document.totals, made)


def differences(stated: Totals, made: Totals) -> list[TotalDifference]:
    """The same, of totals and those that the parts make."""
    found = []
    if stated.net != made.net:
        found.append(TotalDifference(TotalName.NET, stated.net, made.net))
    if stated.tax != made.tax:
        found.append(TotalDifference(TotalName.TAX, stated.tax, made.tax))
    own = stated.net + stated.tax
    if stated.gross != made.gross or stated.gross != own:
        computed = made.gross if stated.gross != made.gross else own
        found.append(TotalDifference(TotalName.GROSS, stated.gross, computed))
    due = stated.gross - stated.prepaid
    rounded = due + stated.rounding
    if stated.payable != rounded or abs(stated.rounding) >= CASH_ROUNDING:
        computed = due if stated.payable == rounded else rounded
        found.append(TotalDifference(TotalName.PAYABLE, stated.payable, computed))
    return found


def check(document: Document) -> list[Finding]:
    """Every sum of the document that does not hold, with the EN 16931 rule that it breaks."""
    return [
        blocking(
            "TOTALS_INCONSISTENT",
            f"{what} is {stated}, but its parts make {computed} ({rule}).",
            remedy="This is a fault of the app: nothing was issued, please report it.",
            rule=rule,
            sum=what,
            stated=stated,
            computed=computed,
            difference=stated - computed,
        )
        for rule, what, stated, computed in _identities(document)
        if stated != computed
    ] + _decimals(document)


def _identities(document: Document) -> Iterator[tuple[str, str, Decimal, Decimal]]:
    totals, charges, allowances = document.totals, document.charges, document.allowances
    yield "BR-CO-10", "The sum of lines", totals.line_net, _net(document.lines)
    yield "BR-CO-11", "The sum of allowances", totals.allowances, _amounts(allowances)
    yield "BR-CO-12", "The sum of charges", totals.charges, _amounts(charges)
    net = totals.line_net - totals.allowances + totals.charges
    yield "BR-CO-13", "The total without tax", totals.net, net
    rows_tax = _sum(row.tax_amount for row in document.vat_breakdown)
    yield "BR-CO-14", "The total tax", totals.tax, rows_tax
    yield "BR-CO-15", "The total with tax", totals.gross, totals.net + totals.tax
    due = totals.gross - totals.prepaid + totals.rounding
    yield "BR-CO-16", "The amount due", totals.payable, due
    prepayments = _sum(prepayment.amount for prepayment in document.prepayments)
    yield "BT-113", "The prepaid amount", totals.prepaid, prepayments
    yield from _line_identities(document)
    yield from _breakdown_identities(document)


def _line_identities(document: Document) -> Iterator[tuple[str, str, Decimal, Decimal]]:
    for line in document.lines:
        gross = line.net_amount + line.tax_amount
        yield "BT-131", f"The gross amount of line {line.id}", line.gross_amount, gross


def _breakdown_identities(document: Document) -> Iterator[tuple[str, str, Decimal, Decimal]]:
    computed = _rows(
        vat_breakdown(document.lines, allowances=document.allowances, charges=document.charges)
    )
    stated = _rows(document.vat_breakdown)
    nothing = (ZERO, ZERO)
    for category, rate in sorted(computed.keys() | stated.keys()):
        key, name = (category, rate), f"of {category} {rate} %"
        (net, tax), (own_net, own_tax) = computed.get(key, nothing), stated.get(key, nothing)
        yield f"BR-{category}-08", f"The taxable amount {name}", own_net, net
        yield "BR-CO-17", f"The tax {name}", own_tax, tax


def _rows(rows: Iterable[VatSubtotal]) -> dict[tuple[str, Decimal], tuple[Decimal, Decimal]]:
    sums: dict[tuple[str, Decimal], tuple[Decimal, Decimal]] = {}
    for row in rows:
        key = (str(row.tax.category), row.tax.rate)
        net, tax = sums.get(key, (ZERO, ZERO))
        sums[key] = (net + row.taxable_amount, tax + row.tax_amount)
    return sums


def _decimals(document: Document) -> list[Finding]:
    smallest, totals = unit(document.currency), document.totals
    amounts = [totals.line_net, totals.net, totals.tax, totals.gross, totals.prepaid]
    amounts += [totals.rounding, totals.payable]
    amounts += [amount for line in document.lines for amount in (line.net_amount, line.tax_amount)]
    inexact = [amount for amount in amounts if amount % smallest]
    if not inexact:
        return []
    return [
        blocking(
            "TOTALS_INCONSISTENT",
            f"{inexact[0]} has more decimals than {document.currency} knows (BR-DEC).",
            remedy="This is a fault of the app: nothing was issued, please report it.",
            rule="BR-DEC",
            sum="amount",
            stated=inexact[0],
        )
    ]


def _taxed_amounts(
    lines: Iterable[Line],
    allowances: Iterable[DocumentAdjustment],
    charges: Iterable[DocumentAdjustment],
) -> Iterator[tuple[Tax, Decimal, Decimal]]:
    """Tax, net and tax amount of everything that is taxed; allowances are negative."""
    for line in lines:
        yield line.tax, line.net_amount, line.tax_amount
    for charge in charges:
        yield charge.tax, charge.amount, charge.gross_amount - charge.amount
    for allowance in allowances:
        yield allowance.tax, -allowance.amount, allowance.amount - allowance.gross_amount


def _subtotal(parts: list[tuple[Tax, Decimal, Decimal]]) -> VatSubtotal:
    taxes = [tax for tax, _, _ in parts]
    reasons = dict.fromkeys(tax.exemption_reason for tax in taxes if tax.exemption_reason)
    codes = {tax.exemption_code for tax in taxes}
    tax = Tax(
        category=taxes[0].category,
        rate=taxes[0].rate,
        exemption_reason="; ".join(reasons),
        exemption_code=codes.pop() if len(codes) == 1 else "",
    )
    net, amount = _sum(part[1] for part in parts), _sum(part[2] for part in parts)
    return VatSubtotal(tax=tax, taxable_amount=net, tax_amount=amount)


def _net(lines: Iterable[Line]) -> Decimal:
    return _sum(line.net_amount for line in lines)


def _amounts(adjustments: Iterable[DocumentAdjustment]) -> Decimal:
    return _sum(adjustment.amount for adjustment in adjustments)


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, ZERO)
