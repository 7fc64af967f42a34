"""Days where the legal entity is: a document bears its seller's date, not the server's."""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from saleor_invoices.domain.errors import InvalidInput


def local_date(instant: datetime, timezone: str) -> date:
    """The day of an aware instant in an IANA time zone.

    Raises ``InvalidInput`` TIMEZONE_UNKNOWN, or INSTANT_NAIVE for a time without an offset.
    """
    if instant.tzinfo is None:
        raise InvalidInput("A time needs its offset.", code="INSTANT_NAIVE")
    try:
        return instant.astimezone(ZoneInfo(timezone)).date()
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidInput(
            f"{timezone!r} is no known time zone.",
            code="TIMEZONE_UNKNOWN",
            params={"field": "timezone", "timezone": timezone},
        ) from error
