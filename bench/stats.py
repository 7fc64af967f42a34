"""The few statistics that the tables show."""

from collections.abc import Sequence
from statistics import median

MIDDLE, TAIL = 0.50, 0.95


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that ``share`` (0 to 1) of all values do not exceed (nearest rank)."""
    if not values:
        raise ValueError("no values to take a percentile of")
    ordered = sorted(values)
    rank = max(1, -(-len(ordered) * round(share * 1000) // 1000))  # rounded up
    return ordered[rank - 1]


def spread(values: Sequence[float]) -> float:
    """The noise: how far the middle half of the values reaches, in percent of their median."""
    return 100 * (percentile(values, 0.75) - percentile(values, 0.25)) / median(values)


def paired(values: Sequence[float], limits: Sequence[float]) -> float:
    """The median of each round's value in that round's limit.

    Both of a round were measured one right after the other: what else the machine was doing has
    changed least between them.
    """
    return median(value / limit for value, limit in zip(values, limits, strict=True))
