"""What was paid (for the ledger), and whether that is what the status says."""

from dataclasses import replace
from decimal import Decimal
from urllib.parse import urlsplit

from saleor_invoices.domain.document import Totals
from saleor_invoices.domain.money import ZERO
from saleor_invoices.imports.records import PaidAmount
from saleor_invoices.imports.shaping.structs import InvoiceShape, PaymentShape
from saleor_invoices.imports.shaping.sums import Paid
from saleor_invoices.imports.shaping.work import Work

STATUSES = ("paid", "partially_paid", "unpaid")


def paid_of(shape: InvoiceShape, work: Work) -> Paid:
    """What was said to be paid since the issue."""
    amounts = (work.amount(one.amount, "payments.", "amount") for one in shape.payments)
    amount = abs(sum((one for one in amounts if one is not None), ZERO))
    return Paid(amount, shape.payment_status in ("paid", "partially_paid"))


def payments_of(shape: InvoiceShape, totals: Totals, work: Work) -> tuple[PaidAmount, ...]:
    """The payments. "paid" alone is all of what is payable, or what is no longer open."""
    status, payable = shape.payment_status, totals.payable
    if not _is_status(status, work):
        return ()
    left = _left(shape, totals)
    stated = shape.payments
    if not stated and (status == "paid" or (status == "partially_paid" and left)):
        stated = (_ALL,)
    if status == "partially_paid" and not left and all(one.amount is None for one in stated):
        _refuse_unknown(work)
        return ()
    made = (_paid(one, payable - left, status, work) for one in stated)
    payments = tuple(one for one in made if one is not None and one.amount)
    _check_status(status, payments, payable, work)
    return payments


def given_back(payments: tuple[PaidAmount, ...]) -> tuple[PaidAmount, ...]:
    """Those of a credit note: its money goes back, with or without a sign."""
    return tuple(replace(one, amount=-abs(one.amount)) for one in payments)


def _left(shape: InvoiceShape, totals: Totals) -> Decimal:
    """What is still open by the invoice's own words."""
    stated = shape.totals.payable if shape.totals else None
    return stated if stated is not None and 0 < stated < totals.payable else ZERO


_ALL = PaymentShape()


def url_of(shape: InvoiceShape, work: Work) -> str:
    """The address to pay at, which is given to the buyer: HTTPS only."""
    url = shape.payment_url
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        is_good = parts.scheme == "https" and bool(parts.hostname) and url.isprintable()
    except ValueError:
        is_good = False
    if not is_good or " " in url:
        work.fault(
            "PAYMENT_URL_INVALID",
            "The payment address is no HTTPS address.",
            "An address that begins with https://.",
            at="paymentUrl",
            value=url,
        )
    return url


def _is_status(status: str, work: Work) -> bool:
    if not status or status in STATUSES:
        return True
    work.fault(
        "PAYMENT_STATUS_UNKNOWN",
        f"{status!r} is no payment status.",
        f"One of {', '.join(STATUSES)}.",
        at="paymentStatus",
        value=status,
    )
    return False


def _paid(one: PaymentShape, all_of_it: Decimal, status: str, work: Work) -> PaidAmount | None:
    if one.amount is None and status == "unpaid":
        return None
    amount = all_of_it if one.amount is None else work.money(one.amount)
    return PaidAmount(amount=amount, on=one.paid_on, method=one.method, reference=one.reference)


def _refuse_unknown(work: Work) -> None:
    work.fault(
        "PAID_AMOUNT_MISSING",
        "It is partially paid, but nothing says how much.",
        "The amount that was paid.",
        at="payments.amount",
    )


def _check_status(
    status: str, payments: tuple[PaidAmount, ...], payable: Decimal, work: Work
) -> None:
    paid = abs(sum((one.amount for one in payments), ZERO))
    fits = {"paid": paid >= payable, "unpaid": not paid, "partially_paid": 0 < paid < payable}
    if not status or fits[status]:
        return
    work.warn(
        "PAYMENT_STATUS_DIFFERS",
        f"The status is {status}, but {paid} of {payable} are paid.",
        "A status that the amounts agree with; the amounts count.",
        at="paymentStatus",
        value=status,
        stated=status,
        computed=paid,
    )
