"""Saleor's versions, for the few things that depend on them."""

import re

Version = tuple[int, int, int]

OLDEST: Version = (3, 20, 0)
CARD_EVENTS_WITH_MANAGE_ORDERS: Version = (3, 22, 0)
APP_PROBLEMS: Version = (3, 22, 36)
_VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?")


def parse(text: str) -> Version:
    """``3.22``, ``3.22.67`` and ``3.23.0-a.3`` as numbers; the oldest we serve if unreadable."""
    found = _VERSION.match(text.strip())
    if not found:
        return OLDEST
    major, minor, patch = found.groups(default="0")
    return int(major), int(minor), int(patch)
