"""The head of a shape, checked: without it there is no document."""

import re
from datetime import date
from decimal import Decimal

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.shaping.structs import InvoiceShape
from saleor_invoices.imports.shaping.work import Work, money_of

KINDS = {"": DocumentKind.INVOICE, "invoice": DocumentKind.INVOICE,
         "credit_note": DocumentKind.CREDIT_NOTE}  # fmt: skip
_FIRST, _LAST = date(1970, 1, 1), date(2199, 12, 31)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_LENGTHS = {"external_id": 200, "number": 255, "channel": 255, "payment_url": 2_000}
_LONG = 20_000  # of a text that is printed
_WIRE = {"external_id": "externalId", "payment_url": "paymentUrl"}
_MOST_DIGITS = 18


def check_head(shape: InvoiceShape, work: Work, *, is_canonical: bool) -> DocumentKind | None:
    """The kind; sets the currency of the work. ``None`` where nothing more can be looked at.

    Numbers that are canonical were looked at by whoever read them.
    """
    kind = _kind(shape, work)
    if not shape.number:
        work.fault(
            "NUMBER_MISSING",
            "The invoice has no number.",
            "The number under which it was issued.",
            at="number",
        )
    _check_dates(shape, work)
    _check_texts(shape, work)
    is_counted = _set_currency(shape, work) and (is_canonical or _are_numbers(shape, work))
    return kind if is_counted else None


def _kind(shape: InvoiceShape, work: Work) -> DocumentKind | None:
    kind = KINDS.get(shape.kind)
    if kind is None:
        work.fault(
            "KIND_UNKNOWN",
            f"{shape.kind!r} is no kind of document.",
            "invoice or credit_note.",
            at="kind",
            value=shape.kind,
        )
    return kind


def _check_dates(shape: InvoiceShape, work: Work) -> None:
    if shape.issue_date is None:
        work.fault(
            "ISSUE_DATE_MISSING",
            "The invoice has no issue date.",
            "The date on which it was issued.",
            at="issueDate",
        )
    elif not _FIRST <= shape.issue_date <= _LAST:
        work.fault(
            "DATE_IMPLAUSIBLE",
            f"Nothing was issued on {shape.issue_date}.",
            "A date from 1970 to 2199.",
            at="issueDate",
            value=shape.issue_date,
        )
    if shape.due_date and shape.issue_date and shape.due_date < shape.issue_date:
        work.warn(
            "DUE_BEFORE_ISSUE",
            f"It is due on {shape.due_date}, before it was issued.",
            "A due date that is not before the issue date.",
            at="dueDate",
            value=shape.due_date,
        )


def _check_texts(shape: InvoiceShape, work: Work) -> None:
    for name, most in _LENGTHS.items():
        if len(getattr(shape, name)) > most:
            _too_long(_WIRE.get(name, name), getattr(shape, name), most, work)
    for name in ("note", "payment_terms", "reason"):
        if len(getattr(shape, name)) > _LONG:
            _too_long(name, getattr(shape, name), _LONG, work)
    if shape.language and (len(shape.language) > 20 or not _LANGUAGE.fullmatch(shape.language)):
        work.fault(
            "LANGUAGE_UNKNOWN",
            f"{shape.language!r} is no language.",
            "A language code such as en or pt-BR.",
            at="language",
            value=shape.language,
        )


def _too_long(at: str, text: str, most: int, work: Work) -> None:
    work.fault(
        "TEXT_TOO_LONG",
        f"The text has {len(text)} characters.",
        f"At most {most} characters.",
        at=at,
        value=text,
        most=most,
    )


def _set_currency(shape: InvoiceShape, work: Work) -> bool:
    currency = shape.currency or work.options.currency
    if not currency:
        work.fault(
            "CURRENCY_MISSING",
            "Nothing says the currency.",
            "A currency code such as EUR, or the setting for the whole file.",
            at="currency",
        )
        return False
    try:
        work.money = money_of(currency)
    except InvalidInput:
        work.fault(
            "UNKNOWN_CURRENCY",
            f"{currency!r} is not a known currency.",
            "Three letters of ISO 4217, such as EUR.",
            at="currency",
            value=currency,
        )
        return False
    work.currency = currency
    return True


def _are_numbers(shape: InvoiceShape, work: Work) -> bool:
    """Whether all amounts are finite and of a length that can be reckoned with."""
    is_good = True
    for position, line in enumerate(shape.lines):
        for name, value in (
            ("quantity", line.quantity),
            ("net", line.net),
            ("tax", line.tax),
            ("gross", line.gross),
            ("unitPriceNet", line.unit_price_net),
            ("unitPriceGross", line.unit_price_gross),
            ("vatRate", line.vat_rate),
        ):
            if value is not None and (value.adjusted() >= _MOST_DIGITS or not value.is_finite()):
                is_good = _no_number(f"lines[{position}].{name}", value, work)
    for name, value in _other_amounts(shape):
        if value is not None and (value.adjusted() >= _MOST_DIGITS or not value.is_finite()):
            is_good = _no_number(name, value, work)
    return is_good


def _other_amounts(shape: InvoiceShape) -> list[tuple[str, Decimal | None]]:
    amounts: list[tuple[str, Decimal | None]] = []
    if totals := shape.totals:
        amounts += [("totals.net", totals.net), ("totals.tax", totals.tax)]
        amounts += [("totals.gross", totals.gross), ("totals.prepaid", totals.prepaid)]
        amounts += [("totals.payable", totals.payable)]
    amounts += [("payments.amount", payment.amount) for payment in shape.payments]
    for one in (*shape.allowances, *shape.charges):
        amounts += [("charges.net", one.net), ("charges.tax", one.tax)]
        amounts += [("charges.gross", one.gross), ("charges.vatRate", one.vat_rate)]
    return amounts


def _no_number(at: str, value: Decimal, work: Work) -> bool:
    work.fault(
        "AMOUNT_INVALID",
        f"{str(value)[:40]} is no amount.",
        f"A number of at most {_MOST_DIGITS} digits before the point.",
        at=at,
        value=value,
    )
    return False
