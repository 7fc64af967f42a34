"""What a check is: a function with the form of field that a page shows for it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Json = Any  # what ``json.loads`` returns


class Kind(StrEnum):
    """The form of a value, for whoever draws a field for it."""

    FLAG = "flag"
    WHOLE_NUMBER = "whole_number"
    TEXT = "text"  # may have several lines
    SOURCE = "source"  # text with tabs, kept to the character
    TEXTS = "texts"
    CHOICE = "choice"
    LANGUAGE = "language"
    DATE = "date"
    CURRENCY = "currency"
    COLOUR = "colour"
    EMAIL = "email"
    URL = "url"
    SHORT_NAME = "short_name"
    EXEMPTION_CODE = "exemption_code"
    NUMBER_PATTERN = "number_pattern"
    METADATA_KEYS = "metadata_keys"
    DAY_OFFSETS = "day_offsets"
    BANK_ACCOUNTS = "bank_accounts"
    ISSUE_RULES = "issue_rules"
    MAIL_TEXTS = "mail_texts"
    TAX_CLASS_CATEGORIES = "tax_class_categories"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check with what a page must know to ask for a right value.

    ``least`` and ``most`` bound a whole number, or the characters of a text.
    """

    kind: Kind
    judge: Callable[[object], Json]
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None

    def __call__(self, value: object) -> Json:
        """The value as it is kept; ``ValueError`` says what would be right."""
        return self.judge(value)


def check(
    kind: Kind,
    *,
    choices: tuple[str, ...] = (),
    least: int | None = None,
    most: int | None = None,
) -> Callable[[Callable[[object], Json]], Check]:
    """Make a check of the function below."""

    def made(judge: Callable[[object], Json]) -> Check:
        return Check(kind=kind, judge=judge, choices=choices, least=least, most=most)

    return made
