"""Numbers from outside, within what can be reckoned with and kept."""

from decimal import Decimal

MAX_EXPONENT = 15  # what 64 bits hold in the smallest units of any currency
MIN_EXPONENT = -30  # the noise of a tax app's floats is less small
MAX_QUANTITY = 2**31 - 1  # GraphQL's Int


def number(value: Decimal) -> Decimal:
    """The value itself; ``ValueError`` when it is beyond any amount or rate."""
    if not value.is_finite() or not MIN_EXPONENT <= value.adjusted() <= MAX_EXPONENT:
        raise ValueError("a number is out of range")
    return value


def whole(value: int) -> int:
    """The quantity itself; ``ValueError`` when it is beyond GraphQL's Int."""
    if abs(value) > MAX_QUANTITY:
        raise ValueError("a quantity is out of range")
    return value
