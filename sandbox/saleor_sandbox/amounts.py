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
# Reports of these may leave out the amount: it is that of the newest of the earlier events named
# here with the same pspReference, whichever transaction they belong to. INFO has none.
AMOUNT_FROM: dict[str, tuple[str, ...]] = {
    "CHARGE_FAILURE": (
        "CHARGE_SUCCESS", "CHARGE_REQUEST", "AUTHORIZATION_SUCCESS", "AUTHORIZATION_REQUEST",
        "AUTHORIZATION_FAILURE",
    ),
    "REFUND_FAILURE": (
        "REFUND_SUCCESS", "REFUND_REQUEST", "CHARGE_SUCCESS", "CHARGE_REQUEST", "CHARGE_FAILURE",
    ),
    "CANCEL_FAILURE": (
        "CANCEL_SUCCESS", "CANCEL_REQUEST", "AUTHORIZATION_SUCCESS", "AUTHORIZATION_REQUEST",
        "AUTHORIZATION_FAILURE",
    ),
    "AUTHORIZATION_FAILURE": ("AUTHORIZATION_SUCCESS", "AUTHORIZATION_REQUEST"),
    "REFUND_REVERSE": ("REFUND_SUCCESS",),
    "CHARGE_BACK": ("CHARGE_SUCCESS",),
    "INFO": (),
}  # fmt: skip


def amounts_of(events: Iterable[Any]) -> dict[str, Decimal]:
    amounts: dict[str, Decimal] = {}
    groups: dict[tuple[str, str], dict[str, Any]] = {}
    for event in counting(events):
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


def counting(events: Iterable[Any]) -> list[Any]:
    """Those that count, oldest first; an adjustment replaces the authorisations before it."""
    rows = sorted((each for each in events if each.counted), key=lambda each: each.created_at)
    kinds = [each.type for each in rows]
    adjusted = "AUTHORIZATION_ADJUSTMENT"
    start = len(kinds) - 1 - kinds[::-1].index(adjusted) if adjusted in kinds else 0
    return [
        each
        for place, each in enumerate(rows)
        if place >= start or not each.type.startswith("AUTHORIZATION_")
    ]


def add(amounts: dict[str, Decimal], name: str, amount: Decimal) -> None:
    amounts[name] = amounts.get(name, ZERO) + amount


def by_hand(amounts: dict[str, Decimal], event: Any) -> None:
    family, _, step = event.type.partition("_")
    if step == "SUCCESS":
        add(amounts, FAMILIES[family][0], event.amount.amount)
    elif step == "ADJUSTMENT":
        amounts["authorized"] = event.amount.amount
    for name, sign in BACK_BY_HAND.get(event.type, {}).items():
        add(amounts, name, sign * event.amount.amount)


def settle(amounts: dict[str, Decimal], family: str, steps: dict[str, Any]) -> None:
    own, pending, source = FAMILIES[family]
    if "ADJUSTMENT" in steps:
        amounts[own] = steps["ADJUSTMENT"].amount.amount
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
