"""The forms of Stripe's keys: whose they are, they do not tell; what they are for, they do."""

import re

_SECRET = re.compile(r"(?:sk|rk)_(test|live)_[A-Za-z0-9_]{10,240}")
_PUBLISHABLE = re.compile(r"pk_(test|live)_[A-Za-z0-9_]{10,240}")


def secret_mode(key: str) -> str:
    """``test`` or ``live``; empty for what is no secret or restricted key."""
    found = _SECRET.fullmatch(key)
    return found[1] if found else ""


def publishable_mode(key: str) -> str:
    """The same for a publishable key."""
    found = _PUBLISHABLE.fullmatch(key)
    return found[1] if found else ""
