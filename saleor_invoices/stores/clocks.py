"""What a country tells of a store: its clock, its language, its paper."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.core import get_global
from babel.languages import get_official_languages

from saleor_invoices.domain.profile import LANGUAGES

_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "CR", "VE"})


def country_timezone(country: str) -> str:
    """The IANA time zone of a country; ``UTC`` for one whose clocks differ (or is unknown)."""
    zones: Sequence[str] = get_global("territory_zones").get(country, ())
    clocks = {tuple(_offsets(zone)) for zone in zones}
    return zones[0] if len(clocks) == 1 else "UTC"


def country_language(country: str) -> str:
    """The language of a country, if it has one that documents speak; empty where it is a guess."""
    official = get_official_languages(country, de_facto=True)
    alone = official[0] if len(official) == 1 else ""
    return alone if alone in LANGUAGES else ""


def country_paper(country: str) -> str:
    """The country's paper: ``letter`` or ``a4``."""
    return "letter" if country in _LETTER_COUNTRIES else "a4"


def _offsets(zone: str) -> list[object]:
    clock = ZoneInfo(zone)
    return [datetime(2026, month, 15, tzinfo=clock).utcoffset() for month in (1, 7)]
