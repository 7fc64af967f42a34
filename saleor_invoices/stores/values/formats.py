"""Checks of texts with a form of their own: addresses, codes, dates, patterns."""

import re
from datetime import date, datetime
from urllib.parse import urlsplit

from babel.core import get_global
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.money import exponent
from saleor_invoices.domain.numbering import NumberPattern
from saleor_invoices.domain.profile import LANGUAGES
from saleor_invoices.domain.stripe_keys import publishable_mode, secret_mode
from saleor_invoices.stores.values.check import Kind, check

TEST_PREFIX = "TEST-"
"""What numbers in test mode begin with (``invoices.services.number_take``), and no real one may."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLUG = re.compile(r"[A-Za-z0-9_-]{1,60}")
_URL = re.compile(r"https://[!-~]{1,1990}")  # ASCII: an address as it goes over the wire
_VATEX = re.compile(r"(?=.{1,60}\Z)VATEX-[A-Z0-9]+(-[A-Z0-9]+)*")  # the longest of the list has 20


@check(Kind.SHORT_NAME)
def slug(value: object) -> str:
    """A short name of letters, digits, hyphens and underscores; may be empty."""
    if not isinstance(value, str) or (value and not _SLUG.fullmatch(value)):
        raise ValueError("must be a short name of letters, digits, - and _")
    return value


@check(Kind.COLOUR)
def colour(value: object) -> str:
    """A colour as ``#rrggbb``."""
    lowered = value.lower() if isinstance(value, str) else ""
    if not _COLOUR.fullmatch(lowered):
        raise ValueError("must be a colour like #1f4b7a")
    return lowered


@check(Kind.LANGUAGE, choices=LANGUAGES)
def language(value: object) -> str:
    """A language that the templates speak."""
    if not isinstance(value, str) or value not in LANGUAGES:
        raise ValueError("must be one of " + ", ".join(LANGUAGES))
    return value


@check(Kind.LANGUAGE, choices=("", *LANGUAGES))
def optional_language(value: object) -> str:
    """A language that the templates speak, or empty."""
    return "" if value == "" else str(language(value))


@check(Kind.EMAIL)
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


@check(Kind.EXEMPTION_CODE)
def exemption_code(value: object) -> str:
    """A VATEX code (BT-121), or empty."""
    if not isinstance(value, str) or (value and not _VATEX.fullmatch(value)):
        raise ValueError("must be a code like VATEX-EU-132")
    return value


@check(Kind.DATE)
def day(value: object) -> str:
    """A date as ISO 8601, or empty; TOML has dates of its own."""
    if value == "":
        return ""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value).isoformat()
    except ValueError:  # the 30th of February
        pass
    raise ValueError("must be a date like 2026-01-31")


@check(Kind.CURRENCY)
def currency(value: object) -> str:
    """An ISO 4217 code, or empty."""
    if value == "":
        return ""
    try:
        if isinstance(value, str):
            exponent(value)
            return value
    except InvalidInput:
        pass
    raise ValueError("must be a currency like EUR")


def country(value: object) -> str:
    """An ISO 3166-1 code."""
    if not isinstance(value, str) or value not in get_global("territory_zones"):
        raise ValueError('must be an ISO 3166-1 code like "DE"')
    return value


@check(Kind.URL, most=2000)
def https_url(value: object) -> str:
    """An https address without user, password and fragment, or empty."""
    if value == "":
        return ""
    refusal = ValueError("must be an address that begins with https://")
    if not isinstance(value, str) or not _URL.fullmatch(value):
        raise refusal
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise refusal from None
    if not host:
        raise refusal
    if parts.username is not None or parts.password is not None:
        # The address is shown to people and written to logs; a secret has its own setting.
        raise ValueError("must not hold a user name or password")
    if parts.fragment:
        raise ValueError("must not have a part after #")
    return value


@check(Kind.NUMBER_PATTERN)
def number_pattern(value: object) -> str:
    """A pattern for numbers; that it suits its reset is checked where both are known."""
    if not isinstance(value, str):
        raise ValueError("must be text")
    try:
        pattern = NumberPattern.parse(value).text
    except InvalidInput as error:
        raise ValueError("is refused. " + error.message.rstrip(".")) from error
    if pattern.upper().startswith(TEST_PREFIX):
        raise ValueError(f"must not begin with {TEST_PREFIX}, which marks numbers of the test mode")
    return pattern


@check(Kind.TEXT, most=250)
def stripe_secret_key(value: object) -> str:
    """A secret or restricted key of Stripe, or empty."""
    key = value.strip() if isinstance(value, str) else ""
    if key.startswith("pk_"):
        raise ValueError("must be the secret key: this is the publishable one")
    if value != "" and not secret_mode(key):
        raise ValueError("must be a key that begins with sk_ or rk_, then test_ or live_")
    return key


@check(Kind.TEXT, most=250)
def stripe_publishable_key(value: object) -> str:
    """A publishable key of Stripe, or empty. A secret one must not land where it is shown."""
    key = value.strip() if isinstance(value, str) else ""
    if value != "" and not publishable_mode(key):
        raise ValueError("must be a key that begins with pk_test_ or pk_live_")
    return key
