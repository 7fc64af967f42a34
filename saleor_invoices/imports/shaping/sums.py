"""The totals of a document (BG-22): its own stand, and what differs from its parts is told."""

from decimal import Decimal
from typing import NamedTuple

from saleor_invoices.domain.document import Totals
from saleor_invoices.domain.findings import Finding, warning
from saleor_invoices.domain.money import ZERO
from saleor_invoices.domain.totals import (
    CASH_ROUNDING,
    TotalDifference,
    TotalName,
    differences,
)
from saleor_invoices.imports.shaping.structs import TotalsShape
from saleor_invoices.imports.shaping.work import MOST_AMOUNT, Work, shortened

_NONE = TotalsShape()


class Paid(NamedTuple):
    """What was paid since the issue, without a sign."""

    amount: Decimal  # as far as amounts were given
    is_some: bool  # the status says that something was paid


def totals_of(shape: TotalsShape | None, made: Totals, paid: Paid, work: Work) -> Totals:
    """The totals that the invoice says, and those of its parts where it says nothing.

    BT-115 is what was asked for at issue: a payable total that is less what was paid since is what
    is still open. Where nothing was paid since, the rest was paid before (BT-113).
    """
    stated = shape or _NONE
    net, tax, gross = _stated(stated, made, work)
    prepaid = work.amount(stated.prepaid, "totals.", "prepaid")
    payable = work.amount(stated.payable, "totals.", "payable")
    prepaid, payable = _asked(gross, prepaid, payable, paid)
    if abs(gross) >= MOST_AMOUNT:
        _too_large(gross, work)
    totals = Totals(
        line_net=made.line_net,
        allowances=made.allowances,
        charges=made.charges,
        net=net,
        tax=tax,
        gross=gross,
        prepaid=prepaid,
        rounding=payable - (gross - prepaid),
        payable=payable,
    )
    for found in differences(totals, made):
        work.findings.append(difference_told(found, column=f"totals.{found.total}"))
    return totals


def difference_told(found: TotalDifference, *, column: str = "") -> Finding:
    """A total that its parts do not make, as a warning: it stands."""
    total, stated, computed = found
    return warning(
        "TOTALS_DIFFER",
        f"The {_NAMES[total]} is {stated}, but its parts make {computed}.",
        remedy=f"{computed}, or lines that make {stated}.",
        column=column,
        value=shortened(stated),
        total=total,
        stated=stated,
        computed=computed,
        difference=stated - computed,
    )


def _asked(
    gross: Decimal, prepaid: Decimal | None, payable: Decimal | None, paid: Paid
) -> tuple[Decimal, Decimal]:
    """BT-113 and BT-115."""
    due = gross - (prepaid or ZERO)
    if payable is None or (paid.amount and payable == due - paid.amount):
        return prepaid or ZERO, due
    if not ZERO <= payable <= due - CASH_ROUNDING:
        return prepaid or ZERO, payable
    if paid.is_some and not paid.amount:  # it says that something was paid, and what is left
        return prepaid or ZERO, due
    if prepaid is None:
        return gross - payable, payable
    return prepaid, payable


def _stated(stated: TotalsShape, made: Totals, work: Work) -> tuple[Decimal, Decimal, Decimal]:
    net = work.amount(stated.net, "totals.", "net")
    tax = work.amount(stated.tax, "totals.", "tax")
    gross = work.amount(stated.gross, "totals.", "gross")
    if net is None:
        net = gross - tax if gross is not None and tax is not None else made.net
    if tax is None:
        tax = gross - net if gross is not None and stated.net is not None else made.tax
    return net, tax, net + tax if gross is None else gross


_NAMES = {
    TotalName.NET: "total without VAT",
    TotalName.TAX: "total VAT",
    TotalName.GROSS: "total with VAT",
    TotalName.PAYABLE: "amount due",
}


def _too_large(gross: Decimal, work: Work) -> None:
    work.fault(
        "AMOUNT_TOO_LARGE",
        f"{gross} is too large.",
        f"Amounts below {MOST_AMOUNT:f}.",
        at="totals.gross",
        value=gross,
    )
