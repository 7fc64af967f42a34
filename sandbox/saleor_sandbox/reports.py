"""What a payment app reports of its transaction, event by event, by Saleor's rules.

The same transaction, pspReference and type again is no second event: it was processed already
when the amount is the same, and is refused when it is another. Such a contradiction is kept as a
failure that counts for nothing, so that staff see it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from .amounts import AMOUNT_FROM
from .happenings import RefusedError
from .money import ZERO, quantize
from .order_model import Order
from .payment_model import TransactionEvent, TransactionItem
from .payments import announce_money, record, standing
from .refunds import asked_with, relate
from .state import State

MESSAGE_LENGTH = 512
# Records of what the customer is to do, which may be many.
REPEATABLE = {"AUTHORIZATION_ACTION_REQUIRED", "CHARGE_ACTION_REQUIRED", "INFO"}
FIRST = {"AUTHORIZATION_REQUEST", "AUTHORIZATION_SUCCESS", "CHARGE_REQUEST", "CHARGE_SUCCESS"}
OTHER_AMOUNT = (
    "The transaction with provided `pspReference` and `type` already exists with different amount."
)
AUTHORIZED_TWICE = "Event with `AUTHORIZATION_SUCCESS` already reported for the transaction."


@dataclass(frozen=True)
class Report:
    kind: str
    reference: str
    amount: Decimal | None
    message: str = ""
    url: str = ""
    at: datetime | None = None
    actions: list[str] | None = None
    by: dict[str, Any] = field(default_factory=dict)


def report_take(
    *, state: State, item: TransactionItem, report: Report, principal: Any
) -> tuple[TransactionEvent, bool]:
    """The event, and whether it was there already."""
    amount = quantize(amount_of(state, report), item.order.currency)
    known = event_with(item, report.kind, report.reference)
    if known is not None and known.amount.amount == amount:
        if report.actions is not None:
            item.actions = report.actions
        return known, True
    if known is not None:
        failure_note(item, report, amount, OTHER_AMOUNT)
        raise RefusedError(OTHER_AMOUNT, "INCORRECT_DETAILS", "pspReference")
    if authorized_twice(item, report.kind):
        failure_note(item, report, amount, AUTHORIZED_TWICE)
        raise RefusedError(AUTHORIZED_TWICE, "ALREADY_EXISTS", "type")
    return report_write(state, item, report, amount, principal), False


def report_write(
    state: State, item: TransactionItem, report: Report, amount: Decimal, principal: Any
) -> TransactionEvent:
    before = standing(item.order)
    event = written(item, report, amount)
    asked = asked_with(item, report.reference) if report.kind.startswith("REFUND_") else None
    if asked is not None and asked.grant is not None:
        relate(asked.grant, event)
    if report.kind in FIRST:
        item.psp_reference = item.psp_reference or report.reference
    if report.actions is not None:
        item.actions = report.actions
    announce_money(state, item.order, before, principal)
    return event


def written(
    item: TransactionItem, report: Report, amount: Decimal, *, counted: bool = True
) -> TransactionEvent:
    return record(
        item,
        report.kind,
        amount,
        report.reference,
        report.message[:MESSAGE_LENGTH],
        url=report.url,
        at=report.at,
        counted=counted,
        **report.by,
    )


def event_with(item: TransactionItem, kind: str, reference: str) -> TransactionEvent | None:
    if kind in REPEATABLE:
        return None
    rows = (e for e in item.events if (e.type, e.psp_reference) == (kind, reference))
    return next(rows, None)


def authorized_twice(item: TransactionItem, kind: str) -> bool:
    return kind == "AUTHORIZATION_SUCCESS" and any(event.type == kind for event in item.events)


def amount_of(state: State, report: Report) -> Decimal:
    if report.amount is not None:
        return report.amount
    if report.kind == "INFO":
        return ZERO
    if report.kind not in AMOUNT_FROM:
        text = f"The `amount` field is required for {report.kind} event."
        raise RefusedError(text, "REQUIRED", "amount")
    earlier = [
        event
        for item in state.transactions()
        for event in item.events
        if event.psp_reference == report.reference and event.type in AMOUNT_FROM[report.kind]
    ]
    if not earlier:
        text = f"Unable to deduce the amount for {report.kind} event."
        raise RefusedError(text, "REQUIRED", "amount")
    return max(earlier, key=lambda event: event.created_at).amount.amount


def failure_note(
    item: TransactionItem, report: Report, amount: Decimal, why: str
) -> TransactionEvent:
    """A failure that Saleor writes by itself: staff see why, no amount follows."""
    family = report.kind.partition("_")[0]
    kind = report.kind if family == "INFO" else f"{family}_FAILURE"
    failed = Report(kind, report.reference, amount, why, by=report.by)
    return written(item, failed, amount, counted=False)


def limit_check(order: Order, most: int = 100) -> None:
    if len(order.transactions) >= most:
        text = f"Order transactions limit of {most} reached."
        raise RefusedError(text, "INVALID", "id")
