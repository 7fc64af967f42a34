"""Checks of what an accountant gives: account numbers by kind of sale, and company numbers."""

import re

from stdnum.exceptions import ValidationError as NumberError
from stdnum.fr import siren as french

from saleor_invoices.domain.territories import EU_MEMBER_STATES
from saleor_invoices.stores.values.check import Check, Kind, check
from saleor_invoices.stores.values.plain import texts

ACCOUNT = re.compile(r"[0-9]{3}[0-9A-Z]{0,6}")
ACCOUNT_LINE = re.compile(
    r"(?P<sale>S|Z|E|AE|K|G|O|L|M|OSS)(?: (?P<country>[A-Z]{2}))?"
    r"(?: (?P<rate>[0-9]{1,3}(?:\.[0-9]{1,6})?))? = (?P<account>[0-9]{3}[0-9A-Z]{0,6})"
    r"(?:/(?P<key>[0-9]{1,4}))?"
)
"""A VAT category (UNTDID 5305) or OSS, perhaps a country and a rate; the account, perhaps a key."""
LONGEST = 4_000


@check(Kind.TEXT, most=9)
def account(value: object) -> str:
    """The number of an account, or empty."""
    text = value.strip() if isinstance(value, str) else ""
    if value != "" and not ACCOUNT.fullmatch(text):
        raise ValueError("must be the number of an account, 3 to 9 characters like 1400")
    return text


@check(Kind.TEXTS, most=LONGEST)
def account_lines(value: object) -> list[str]:
    """Accounts by kind of sale, such as ``S 19 = 8400`` or ``OSS FR 20 = 8320``; each kind once."""
    lines = [" ".join(line.split()) for line in texts(LONGEST)(value)]
    seen: set[tuple[str | None, ...]] = set()
    for line in lines:
        found = ACCOUNT_LINE.fullmatch(line)
        if found is None:
            raise ValueError(f"has {line!r}; a line is like S 19 = 8400, K = 8125 or OSS FR = 8320")
        kind = found.group("sale", "country", "rate")
        if kind in seen:
            raise ValueError(f"names {line.split(' = ')[0]} twice")
        seen.add(kind)
    return lines


@check(Kind.TEXTS, most=200)
def member_states(value: object) -> list[str]:
    """Codes of member states of the European Union, each once."""
    codes: list[str] = texts(200)(value)
    unknown = sorted(set(codes) - EU_MEMBER_STATES)
    if unknown:
        raise ValueError(f"has {unknown[0]}, which is no member state of the European Union")
    return list(dict.fromkeys(codes))


@check(Kind.TEXT, most=20)
def siren(value: object) -> str:
    """A French company number of nine digits, whose check digit holds, or empty."""
    text = value.strip() if isinstance(value, str) else ""
    if value == "":
        return ""
    try:
        return str(french.validate(text))
    except NumberError as error:
        raise ValueError("must be a SIREN of nine digits whose check digit holds") from error


def number_of(digits: str, *, least: int, most: int) -> Check:
    """A number that an office gave, from ``least`` to ``most``, or 0 for none."""

    @check(Kind.WHOLE_NUMBER, least=0, most=most)
    def judge(value: object) -> int:
        right = isinstance(value, int) and not isinstance(value, bool)
        if not right or (value != 0 and not least <= int(str(value)) <= most):
            raise ValueError(f"must be a number {digits}, or 0 for none")
        return int(str(value))

    return judge
