"""When to try again."""

import random
from datetime import timedelta

MAX_ATTEMPTS = 12
FIRST_SECONDS = 5.0
LONGEST_SECONDS = 3600.0
JITTER = 0.2


def delay(attempt: int, *, at_least: float = 0.0) -> timedelta:
    """The wait after the failed ``attempt`` (from 1): 5 s, 10 s, 20 s ... one hour, give or take.

    A fifth of jitter either way spreads deliveries that failed together. Twelve attempts span
    about two and a half hours. ``at_least`` is in seconds: what a throttling Saleor asks for.
    """
    seconds = min(FIRST_SECONDS * 2 ** (attempt - 1), LONGEST_SECONDS)
    spread = random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311  (no secret)
    return timedelta(seconds=max(seconds * spread, at_least))
