"""A transaction's amounts, reckoned from its events by Saleor's rules.

Events with one pspReference belong together: a success or a failure settles the request, and the
newer of the two counts. Events without one are adjustments that an app made by hand: they change
their own amount only, and may be negative.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from .money import ZERO

# Family of event types: (its amount, what is under way, the amount that it is taken from).
FAMILIES = {
    "AUTHORIZATION": ("authorized", "authorize_pending", None),
    "CHARGE": ("charged", "charge_pending", "authorized"),
    "REFUND": ("refunded", "refund_pending", "charged"),
    "CANCEL": ("canceled", "cancel_pending", "authorized"),
}
# What turns a success back, with or without a reference.
BACK = {"CHARGE_BACK": {"charged": -1}, "REFUND_REVERSE": {"charged": 1, "refunded": -1}}
BACK_BY_HAND = {"CHARGE_BACK": {"charged": -1}, "REFUND_REVERSE": {"charged": 1}}
WITH_AMOUNT = frozenset(
    {f"{family}_{step}" for family in FAMILIES for step in ("SUCCESS", "REQUEST")} | set(BACK)
)


def amounts_of(events: Iterable[Any]) -> dict[str, Decimal]:
    amounts: dict[str, Decimal] = {}
    groups: dict[tuple[str, str], dict[str, Any]] = {}
    for event in sorted(events, key=lambda event: event.created_at):
        family, _, step = event.type.partition("_")
        if family not in FAMILIES:
            continue
        if event.psp_reference:
            groups.setdefault((family, event.psp_reference), {})[step] = event
        else:
            by_hand(amounts, event)
    for (family, _), steps in groups.items():
        settle(amounts, family, steps)
    amounts["authorized"] = max(amounts.get("authorized", ZERO), ZERO)
    return amounts


def add(amounts: dict[str, Decimal], name: str, amount: Decimal) -> None:
    amounts[name] = amounts.get(name, ZERO) + amount


def by_hand(amounts: dict[str, Decimal], event: Any) -> None:
    family, _, step = event.type.partition("_")
    if step == "SUCCESS":
        add(amounts, FAMILIES[family][0], event.amount.amount)
    for name, sign in BACK_BY_HAND.get(event.type, {}).items():
        add(amounts, name, sign * event.amount.amount)


def settle(amounts: dict[str, Decimal], family: str, steps: dict[str, Any]) -> None:
    own, pending, source = FAMILIES[family]
    request, success, failure = (steps.get(step) for step in ("REQUEST", "SUCCESS", "FAILURE"))
    if success and failure and success.created_at <= failure.created_at:
        success = None
    moved = [(own, success), (pending, None if success or failure else request)]
    for name, event in moved:
        if event:
            add(amounts, name, event.amount.amount)
            if source:
                # Already what is only asked for is taken off the amount it comes from.
                add(amounts, source, -event.amount.amount)
    for step in ("BACK", "REVERSE"):
        for name, sign in BACK.get(f"{family}_{step}", {}).items() if step in steps else ():
            add(amounts, name, sign * steps[step].amount.amount)
