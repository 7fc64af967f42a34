"""Checks of setting values: each takes what came from a file or the API and returns JSON to keep.

A check raises ``ValueError`` with words that say what would be right; what it returns passes it
again unchanged.
"""

from saleor_invoices.stores.values.accounts import (
    account,
    account_lines,
    member_states,
    number_of,
    siren,
)
from saleor_invoices.stores.values.check import Check, Json, Kind
from saleor_invoices.stores.values.formats import (
    colour,
    country,
    currency,
    day,
    email,
    exemption_code,
    https_url,
    language,
    number_pattern,
    optional_language,
    slug,
    stripe_publishable_key,
    stripe_secret_key,
)
from saleor_invoices.stores.values.plain import choice, flag, source_text, text, texts, whole
from saleor_invoices.stores.values.tables import (
    bank_accounts,
    day_offsets,
    issue_rules,
    mail_texts,
    metadata_keys,
    tax_class_categories,
)

__all__ = [
    "Check",
    "Json",
    "Kind",
    "account",
    "account_lines",
    "bank_accounts",
    "choice",
    "colour",
    "country",
    "currency",
    "day",
    "day_offsets",
    "email",
    "exemption_code",
    "flag",
    "https_url",
    "issue_rules",
    "language",
    "mail_texts",
    "member_states",
    "metadata_keys",
    "number_of",
    "number_pattern",
    "optional_language",
    "siren",
    "slug",
    "source_text",
    "stripe_publishable_key",
    "stripe_secret_key",
    "tax_class_categories",
    "text",
    "texts",
    "whole",
]
