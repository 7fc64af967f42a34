"""Cells of text as amounts and dates, in the ways in which people and programs write them.

Nothing is guessed: what could be two values is refused, with the setting that decides.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from babel import Locale

from saleor_invoices.imports.readers.headings import folded

_NO_MEANING = dict.fromkeys(map(ord, " \t\u00a0\u202f\u2009\u2007'’`_"))
_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2011": "-"})
_NUMBER = re.compile(r"[0-9]+|[0-9]*\.[0-9]+|[0-9]+\.")
_MONEY = re.compile(r"([-+(]?)[^\d.,()+-]{0,5}([-+(]?)([\d.,]+)([-)]?)[^\d.,()+-]{0,5}([-)]?)")
"""A sign or bracket before or after the currency, on either side of the digits."""
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{2,3})*[.,][0-9]{3}")
_MOST_LENGTH, _MOST_WHOLE, _MOST_REST = 60, 15, 12
_SERIAL_ZERO = date(1899, 12, 30)  # of spreadsheets, which take 1900 for a leap year
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000  # 1954 to 2119
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
_TIME = re.compile(
    r"[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[AaPp]\.?[Mm]\.?|[+-]\d{2}:?\d{2})?$"
)
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:\.|st|nd|rd|th|er)?[\s-]+(?:de\s+)?([^\W\d_]+)\.?,?[\s-]+(?:de\s+)?(\d{4})"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_LOCALES = ("en", "de", "fr", "pl", "es", "it", "nl", "pt")
LANGUAGES = ("en", "de", "fr", "pl", "es", "it")


class BadValue(ValueError):
    """A cell that is not what its column says; the texts are those of the finding."""

    def __init__(self, code: str, message: str, remedy: str, **params: object) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy
        self.params = params


def amounts(decimal_sign: str) -> Callable[[str], Decimal]:
    """A function from a cell to an amount; the sign is ".", "," or empty where it is not known."""
    sign = decimal_sign or "."

    def amount(text: str) -> Decimal:
        whole, _, rest = text.partition(sign)
        # Nearly all cells are digits with one sign: what follows is for the others.
        if len(rest) < 3 and whole.isdigit() and text.isascii() and len(whole) <= _MOST_WHOLE:
            rest = rest.rstrip("0")
            if not rest:
                return Decimal(whole)
            if rest.isdigit():
                return Decimal(f"{whole}.{rest}")
        return _amount(text, decimal_sign)

    return amount


def dates(order: str) -> Callable[[str], date]:
    """A function from a cell to a day; the order is "dmy", "mdy", "ymd" or empty."""
    return lambda text: _date(text, order)


def rates(decimal_sign: str) -> Callable[[str], Decimal]:
    """A function from a cell to percent."""
    amount = amounts(decimal_sign)
    return lambda text: amount(text.replace("%", "").strip())


def canonical(value: Decimal) -> Decimal:
    """The value without exponent and trailing zeros, as fingerprints write it."""
    if value == value.to_integral_value():
        return value.quantize(_ONE)
    return value.normalize()


_ONE = Decimal(1)


def is_serial(number: int) -> bool:
    """Whether a number in a column of dates is a day of a spreadsheet (1954 to 2119)."""
    return _FIRST_SERIAL <= number <= _LAST_SERIAL


def serial_date(serial: int) -> date:
    """The day of a spreadsheet's number."""
    return _SERIAL_ZERO + timedelta(days=serial)


def decimal_sign_of(text: str) -> str:
    """The decimal sign that the cell proves, or empty."""
    found = _money(text)
    bare = found[3] if found else ""
    points, commas = bare.count("."), bare.count(",")
    if points and commas:
        return "." if bare.rfind(".") > bare.rfind(",") else ","
    if points > 1 or commas > 1:
        return "," if points else "."  # several of it: it groups
    if points + commas == 0 or _GROUPED.fullmatch(bare):
        return ""
    return "." if points else ","


def date_order_of(text: str) -> str:
    """The order of day and month that the cell proves, or empty."""
    found = _YEAR_LAST.fullmatch(_TIME.sub("", text.strip()))
    if not found or found[2] == ".":
        return ""
    first, second = int(found[1]), int(found[3])
    if first > 12 >= second:
        return "dmy"
    return "mdy" if second > 12 >= first else ""


def _amount(text: str, sign: str) -> Decimal:
    found = _money(text)
    signs = "".join(found.group(1, 2, 4, 5)) if found else "?"
    if not found or signs not in _ALLOWED_SIGNS:
        raise _no_amount(text)
    plain = _with_point(found[3], sign, text)
    whole, _, rest = plain.partition(".")
    is_short = len(whole) <= _MOST_WHOLE and len(rest) <= _MOST_REST
    if not is_short or not _NUMBER.fullmatch(plain):
        raise _no_amount(text)
    value = canonical(Decimal(plain))
    return -value if signs in _NEGATIVE_SIGNS and value else value


_NEGATIVE_SIGNS = frozenset({"-", "()"})
_ALLOWED_SIGNS = _NEGATIVE_SIGNS | {"", "+"}


def _money(text: str) -> re.Match[str] | None:
    if len(text) > _MOST_LENGTH:
        return None
    return _MONEY.fullmatch(text.translate(_NO_MEANING).translate(_SIGNS))


def _with_point(digits: str, sign: str, text: str) -> str:
    points, commas = digits.count("."), digits.count(",")
    if not points and not commas:
        return digits
    if points and commas:
        return _with_both(digits, sign, text)
    mark, count = (".", points) if points else (",", commas)
    is_grouped = _GROUPED.fullmatch(digits) is not None
    if count > 1:
        if mark == sign or not is_grouped:
            raise _no_amount(text)
        return digits.replace(mark, "")
    if sign == mark or (not sign and not is_grouped) or digits.startswith(("0.", "0,")):
        return digits.replace(mark, ".")
    if not is_grouped:
        raise _no_amount(text)
    if not sign:
        raise BadValue(
            "AMBIGUOUS_AMOUNT",
            f"{text!r} can be two amounts, with {mark!r} as decimal sign or between thousands.",
            "The setting decimal_sign says which: '.' or ','.",
        )
    return digits.replace(mark, "")


def _with_both(digits: str, sign: str, text: str) -> str:
    decimal = "." if digits.rfind(".") > digits.rfind(",") else ","
    grouping = "," if decimal == "." else "."
    whole, _, fraction = digits.partition(decimal)
    if (sign and sign != decimal) or decimal in fraction or not _GROUPED.fullmatch(whole):
        raise _no_amount(text)
    return f"{whole.replace(grouping, '')}.{fraction}"


def _no_amount(text: str) -> BadValue:
    return BadValue(
        "AMOUNT_INVALID",
        f"{text[:_MOST_LENGTH]!r} is no amount.",
        "A number such as 1234.50 or 1.234,50, with the decimal sign of the whole file.",
    )


def _date(text: str, order: str) -> date:
    bare = _TIME.sub("", text.strip()).strip()
    try:
        found = _numeric(bare, order, text) or _worded(bare)
    except BadValue:
        raise
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise BadValue(
            "DATE_INVALID",
            f"{text[:_MOST_LENGTH]!r} is no date{f' in the order {order}' if order else ''}.",
            "A date such as 2026-11-02, or the setting date_order where day and month are turned.",
        )
    return found


def _numeric(text: str, order: str, original: str) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return date(int(found[1]), int(found[3]), int(found[4]))
    if found := _YEAR_LAST.fullmatch(text):
        return _ordered(found, order, original)
    whole = text.partition(".")[0]
    if not (whole.isascii() and whole.isdigit()):
        return None
    if len(text) == 8:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    if len(whole) == 5 and is_serial(int(whole)):
        return serial_date(int(whole))
    return None


def _ordered(found: re.Match[str], order: str, original: str) -> date:
    first, second, last = int(found[1]), int(found[3]), found[4]
    if order == "ymd" and len(last) == 2:
        return date(2000 + first, second, int(last))
    year = int(last) if len(last) == 4 else 2000 + int(last)
    if not order or order == "ymd":
        order = "dmy" if found[2] == "." else _proven(first, second, original)
    return date(year, second, first) if order == "dmy" else date(year, first, second)


def _proven(first: int, second: int, original: str) -> str:
    if first > 12 or first == second:
        return "dmy"
    if second > 12:
        return "mdy"
    raise BadValue(
        "AMBIGUOUS_DATE",
        f"{original!r} can be two dates: day or month first.",
        "The setting date_order says which: dmy or mdy.",
    )


def _worded(text: str) -> date | None:
    if found := _DAY_FIRST.fullmatch(text):
        day, word, year = found[1], found[2], found[3]
    elif found := _MONTH_FIRST.fullmatch(text):
        word, day, year = found[1], found[2], found[3]
    else:
        return None
    month = _months().get(folded(word))
    return date(int(year), month, int(day)) if month else None


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {"sept": 9}
    for code in _MONTH_LOCALES:
        months = Locale(code).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    names.setdefault(folded(str(name)), int(number))
    return names
