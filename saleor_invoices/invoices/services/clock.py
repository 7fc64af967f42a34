"""What day it is where a seller is: one place to ask, so that all parts of an issue agree."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today(zone: str) -> date:
    """Today in an IANA time zone."""
    return datetime.now(ZoneInfo(zone)).date()
