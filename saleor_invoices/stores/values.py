"""Checks of setting values: each takes what came from a file or the API and returns JSON to keep.

A check raises ``ValueError`` with words that say what would be right.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from stdnum import bic, iban
from stdnum.exceptions import ValidationError as NumberError

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.money import exponent
from saleor_invoices.domain.numbering import NumberPattern
from saleor_invoices.domain.profile import LANGUAGES, BuyerKind, IssuePolicy

Json = Any  # what ``json.loads`` returns
Check = Callable[[object], Json]

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_SLUG = re.compile(r"[A-Za-z0-9_-]{1,60}")
_VATEX = re.compile(r"VATEX-[A-Z0-9]+(-[A-Z0-9]+)*")
_ACCOUNT_FIELDS = ("account", "account_name", "bic", "bank_name")


def flag(value: object) -> bool:
    """``true`` or ``false``."""
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def whole(low: int, high: int) -> Check:
    """A whole number from ``low`` to ``high``."""

    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"must be a whole number from {low} to {high}")
        return value

    return check


def text(longest: int) -> Check:
    """Printable text of at most ``longest`` characters, line breaks allowed; may be empty."""

    def check(value: object) -> str:
        if not isinstance(value, str):
            raise ValueError("must be text")
        stripped = value.strip()
        if not all(part.isprintable() for part in stripped.split("\n")):
            raise ValueError("has characters that can't be printed")
        if len(stripped) > longest:
            raise ValueError(f"must have at most {longest} characters")
        return stripped

    return check


def texts(longest_in_all: int) -> Check:
    """A list of texts that have at most ``longest_in_all`` characters together."""
    one = text(longest_in_all)

    def check(value: object) -> list[str]:
        if not isinstance(value, list):
            raise ValueError("must be a list of texts")
        checked = [one(item) for item in value]
        if not all(checked):
            raise ValueError("has an empty text")
        if sum(map(len, checked)) > longest_in_all:
            raise ValueError(f"must have at most {longest_in_all} characters together")
        return checked

    return check


def choice(allowed: type[StrEnum] | Iterable[str]) -> Check:
    """One of a few words."""
    words = [str(word) for word in allowed]

    def check(value: object) -> str:
        if value not in words:
            raise ValueError("must be one of " + ", ".join(word or '""' for word in words))
        return str(value)

    return check


def metadata_keys(value: object) -> list[str]:
    """Names of metadata keys, the first that is set wins."""
    keys: list[str] = texts(2000)(value)
    if len(set(keys)) != len(keys):
        raise ValueError("names a key twice")
    return keys


def slug(value: object) -> str:
    """A short name of letters, digits, hyphens and underscores; may be empty."""
    if not isinstance(value, str) or (value and not _SLUG.fullmatch(value)):
        raise ValueError("must be a short name of letters, digits, - and _")
    return value


def colour(value: object) -> str:
    """A colour as ``#rrggbb``."""
    lowered = value.lower() if isinstance(value, str) else ""
    if not _COLOUR.fullmatch(lowered):
        raise ValueError("must be a colour like #1f4b7a")
    return lowered


def language(value: object) -> str:
    """A language that the templates speak."""
    if value not in LANGUAGES:
        raise ValueError("must be one of " + ", ".join(LANGUAGES))
    return str(value)


def optional_language(value: object) -> str:
    """A language that the templates speak, or empty."""
    return "" if value == "" else language(value)


def email(value: object) -> str:
    """An e-mail address, or empty."""
    if value == "":
        return ""
    address = value if isinstance(value, str) else None
    try:
        validate_email(address)
    except ValidationError as error:
        raise ValueError("must be an e-mail address") from error
    return str(address)


def exemption_code(value: object) -> str:
    """A VATEX code (BT-121), or empty."""
    if not isinstance(value, str) or (value and not _VATEX.fullmatch(value)):
        raise ValueError("must be a code like VATEX-EU-132")
    return value


def day(value: object) -> str:
    """A date as ISO 8601, or empty."""
    if value == "":
        return ""
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise ValueError("must be a date like 2026-01-31") from error


def currency(value: object) -> str:
    """An ISO 4217 code, or empty."""
    if value == "":
        return ""
    try:
        exponent(str(value))
    except InvalidInput as error:
        raise ValueError("must be a currency like EUR") from error
    return str(value)


def day_offsets(value: object) -> list[int]:
    """Days before (negative) and after the due date, each once, in order."""
    if not isinstance(value, list) or len(value) > 20:
        raise ValueError("must be a list of at most 20 whole numbers")
    days: list[int] = [whole(-365, 365)(item) for item in value]
    if len(set(days)) != len(days):
        raise ValueError("names a day twice")
    return sorted(days)


def https_url(value: object) -> str:
    """An https address, or empty."""
    if value == "":
        return ""
    parts = urlsplit(value) if isinstance(value, str) and value.isprintable() else None
    if parts is None or parts.scheme != "https" or not parts.hostname or len(str(value)) > 2000:
        raise ValueError("must be an address that begins with https://")
    return str(value)


def mail_texts(value: object) -> dict[str, dict[str, str]]:
    """Subject and body by language; what is not given has the app's own words."""
    if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
        raise ValueError('must be a table like { "de" = { subject = "...", body = "..." } }')
    checked = {}
    for code, given in value.items():
        unknown = set(given) - {"subject", "body"}
        if unknown:
            raise ValueError(f"has the unknown field {min(unknown)}")
        subject, body = text(300)(given.get("subject", "")), text(10_000)(given.get("body", ""))
        checked[language(code)] = {"subject": subject.replace("\n", " "), "body": body}
    return checked


def issue_rules(value: object) -> list[dict[str, Any]]:
    """Policies for some buyers: tables of ``policy`` and perhaps ``buyer`` and ``countries``."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError("must be a list of tables with policy, buyer, countries")
    if len(value) > 50:
        raise ValueError("must have at most 50 rules")
    return [_issue_rule(item) for item in value]


def _issue_rule(item: dict[str, Any]) -> dict[str, Any]:
    unknown = set(item) - {"policy", "buyer", "countries"}
    if unknown:
        raise ValueError(f"has the unknown field {min(unknown)}")
    countries = item.get("countries", [])
    if not isinstance(countries, list) or not all(_is_country(code) for code in countries):
        raise ValueError('has countries that are no list of codes like ["DE", "AT"]')
    return {
        "policy": choice(IssuePolicy)(item.get("policy")),
        "buyer": choice(["", *BuyerKind])(item.get("buyer", "")),
        "countries": list(countries),
    }


def _is_country(code: object) -> bool:
    return isinstance(code, str) and re.fullmatch(r"[A-Z]{2}", code) is not None


def number_pattern(value: object) -> str:
    """A pattern for numbers; that it suits its reset is checked where both are known."""
    if not isinstance(value, str):
        raise ValueError("must be text")
    try:
        return NumberPattern.parse(value).text
    except InvalidInput as error:
        raise ValueError("is refused. " + error.message.rstrip(".")) from error


def tax_class_categories(value: object) -> dict[str, str]:
    """VAT category codes by the name of a Saleor tax class."""
    if not isinstance(value, dict):
        raise ValueError('must be a table like { "Books" = "Z" }')
    codes = {str(category) for category in VatCategory}
    for name, code in value.items():
        if not isinstance(name, str) or not name.strip() or code not in codes:
            raise ValueError(f"gives {name!r} a category that is none of {', '.join(codes)}")
    return dict(value)


def bank_accounts(value: object) -> list[dict[str, str]]:
    """Accounts to pay to, each with ``account`` and perhaps holder, BIC and bank."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError("must be a list of tables with account, account_name, bic, bank_name")
    return [_bank_account(item) for item in value]


def _bank_account(item: dict[str, Any]) -> dict[str, str]:
    unknown = set(item) - set(_ACCOUNT_FIELDS)
    if unknown:
        raise ValueError(f"has the unknown field {min(unknown)}")
    fields = {name: text(140)(item.get(name, "")) for name in _ACCOUNT_FIELDS}
    if not fields["account"]:
        raise ValueError("has an account without a number")
    fields["account"] = _account_number(fields["account"])
    if fields["bic"]:
        fields["bic"] = _bic(fields["bic"])
    return fields


def _account_number(value: str) -> str:
    if not re.match(r"[A-Za-z]{2}[0-9]{2}", value):
        return value  # a national account number
    try:
        return str(iban.validate(value))
    except NumberError as error:
        raise ValueError(f"has the IBAN {value}, whose check digits or length are wrong") from error


def _bic(value: str) -> str:
    try:
        return str(bic.validate(value))
    except NumberError as error:
        raise ValueError(f"has {value}, which is no BIC") from error
