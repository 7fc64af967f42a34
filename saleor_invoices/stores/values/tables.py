"""Checks of lists and tables."""

from typing import Any

from stdnum import bic, iban
from stdnum.exceptions import ValidationError as NumberError

from saleor_invoices.domain import mail_text
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.profile import BuyerKind, IssuePolicy
from saleor_invoices.stores.values.check import Kind, check
from saleor_invoices.stores.values.formats import country, language
from saleor_invoices.stores.values.plain import choice, text, texts, whole

MOST_ACCOUNTS = 20
MOST_CLASSES = 200
MOST_DAYS = 20
MOST_RULES = 50

_ACCOUNT_FIELDS = ("account", "account_name", "bic", "bank_name")
_RULE_FIELDS = ("policy", "buyer", "countries")
_VAT_CATEGORIES = tuple(str(category) for category in VatCategory)


@check(Kind.METADATA_KEYS)
def metadata_keys(value: object) -> list[str]:
    """Names of metadata keys, the first that is set wins."""
    keys: list[str] = texts(2000)(value)
    if len(set(keys)) != len(keys):
        raise ValueError("names a key twice")
    return keys


@check(Kind.DAY_OFFSETS, least=-365, most=365)
def day_offsets(value: object) -> list[int]:
    """Days before (negative) and after the due date, each once, in order."""
    if not isinstance(value, list) or len(value) > MOST_DAYS:
        raise ValueError(f"must be a list of at most {MOST_DAYS} whole numbers")
    days: list[int] = [whole(-365, 365)(item) for item in value]
    if len(set(days)) != len(days):
        raise ValueError("names a day twice")
    return sorted(days)


@check(Kind.MAIL_TEXTS)
def mail_texts(value: object) -> dict[str, dict[str, str]]:
    """Subject and body by language; what is not given has the app's own words."""
    if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
        raise ValueError('must be a table like { "de" = { subject = "...", body = "..." } }')
    return {language(code): _mail_text(code, given) for code, given in value.items()}


def _mail_text(code: str, given: dict[str, Any]) -> dict[str, str]:
    _refuse_unknown(given, ("subject", "body"))
    subject = text(300)(given.get("subject", ""))
    body = text(mail_text.MAX_SOURCE)(given.get("body", ""))
    if not subject and not body:
        raise ValueError(f"says nothing for {code}")
    # RFC 5322, 2.2: a header is one line.
    return {
        "subject": _source(code, "subject", " ".join(subject.split("\n"))),
        "body": _source(code, "body", body),
    }


def _source(code: str, name: str, source: str) -> str:
    try:
        mail_text.check(source)
    except InvalidInput as error:
        why = error.message.rstrip(".")
        raise ValueError(f"is refused in the {name} for {code}. {why}") from error
    return source


@check(Kind.ISSUE_RULES)
def issue_rules(value: object) -> list[dict[str, Any]]:
    """Policies for some buyers: tables of ``policy`` and perhaps ``buyer`` and ``countries``."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError("must be a list of tables with policy, buyer, countries")
    if len(value) > MOST_RULES:
        raise ValueError(f"must have at most {MOST_RULES} rules")
    rules = [_issue_rule(item) for item in value]
    if any(not rule["buyer"] and not rule["countries"] for rule in rules[:-1]):
        raise ValueError("has a rule for every buyer before its end; those after it never apply")
    return rules


def _issue_rule(item: dict[str, Any]) -> dict[str, Any]:
    _refuse_unknown(item, _RULE_FIELDS)
    countries = item.get("countries", [])
    if not isinstance(countries, list) or not all(map(_is_country, countries)):
        raise ValueError('has countries that are no list of codes like ["DE", "AT"]')
    return {
        "policy": choice(IssuePolicy)(item.get("policy")),
        "buyer": choice(["", *BuyerKind])(item.get("buyer", "")),
        "countries": list(dict.fromkeys(countries)),
    }


def _is_country(code: object) -> bool:
    try:
        return bool(country(code))
    except ValueError:
        return False


@check(Kind.TAX_CLASS_CATEGORIES, choices=_VAT_CATEGORIES)
def tax_class_categories(value: object) -> dict[str, str]:
    """VAT category codes by the name of a Saleor tax class."""
    if not isinstance(value, dict) or len(value) > MOST_CLASSES:
        raise ValueError('must be a table like { "Books" = "Z" }')
    named = {text(255)(name): code for name, code in value.items()}
    for name, code in named.items():
        if not name or not isinstance(code, str) or code not in _VAT_CATEGORIES:
            allowed = ", ".join(_VAT_CATEGORIES)
            raise ValueError(f"gives {name!r} a category that is none of {allowed}")
    return named


@check(Kind.BANK_ACCOUNTS)
def bank_accounts(value: object) -> list[dict[str, str]]:
    """Accounts to pay to, each with ``account`` and perhaps holder, BIC and bank."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError("must be a list of tables with account, account_name, bic, bank_name")
    if len(value) > MOST_ACCOUNTS:
        raise ValueError(f"must have at most {MOST_ACCOUNTS} accounts")
    return [_bank_account(item) for item in value]


def _bank_account(item: dict[str, Any]) -> dict[str, str]:
    _refuse_unknown(item, _ACCOUNT_FIELDS)
    fields: dict[str, str] = {name: text(140)(item.get(name, "")) for name in _ACCOUNT_FIELDS}
    if not fields["account"]:
        raise ValueError("has an account without a number")
    fields["account"] = _account_number(fields["account"])
    if fields["bic"]:
        fields["bic"] = _bic(fields["bic"])
    return fields


def _account_number(value: str) -> str:
    if not (value[:2].isascii() and value[:2].isalpha() and value[2:4].isdecimal()):
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


def _refuse_unknown(given: dict[str, Any], known: tuple[str, ...]) -> None:
    unknown = set(given) - set(known)
    if unknown:
        raise ValueError(f"has the unknown field {min(unknown)}")
