"""Keys, and the accounts behind them."""

import base64
import hashlib
import re
from dataclasses import dataclass, field
from typing import Any

from .errors import StripeError

_FORM = re.compile(r"(sk|rk|pk)_(test|live)_([A-Za-z0-9_]{10,240})")
_KINDS = {"sk": "secret", "rk": "restricted", "pk": "publishable"}

Scope = tuple[str, bool]
"""Account, and whether it is the live half of it."""


@dataclass(frozen=True)
class Caller:
    """Who asks."""

    key: str
    kind: str
    account: str
    live: bool
    lacks: tuple[str, ...] = ()

    @property
    def scope(self) -> Scope:
        return self.account, self.live

    def may(self, method: str, path: str) -> bool:
        """A restricted key lacks what is named: "/v1/balance" or "POST /v1/refunds"."""
        for entry in self.lacks:
            verb, _, start = entry.rpartition(" ")
            if verb in ("", method) and path.startswith(start):
                return False
        return True


@dataclass
class Known:
    account: str
    lacks: tuple[str, ...] = ()


@dataclass
class Keys:
    """Every test key of the right form is taken, unless ``only_known``."""

    known: dict[str, Known] = field(default_factory=dict)
    accounts: dict[str, dict[str, Any]] = field(default_factory=dict)
    only_known: bool = False

    def caller(self, key: str) -> Caller:
        found = _FORM.fullmatch(key)
        if not key:
            raise StripeError(401, "You did not provide an API key.", kept=False)
        known = self.known.get(key)
        if not found or "revoked" in key or (known is None and not self._free(found)):
            raise StripeError(401, f"Invalid API Key provided: {masked(key)}", kept=False)
        account = known.account if known else account_of(found[3])
        lacks = known.lacks if known else ()
        return Caller(key, _KINDS[found[1]], account, found[2] == "live", lacks)

    def _free(self, found: re.Match[str]) -> bool:
        return not self.only_known and found[2] == "test"

    def account(self, account: str) -> dict[str, Any]:
        """The account's object; a sample seller unless something else was set."""
        return _account(account) | self.accounts.get(account, {})


def account_of(rest: str) -> str:
    """Keys of one account begin alike: up to an underscore, sixteen letters at most."""
    label = rest.split("_", maxsplit=1)[0][:16]
    return "acct_1" + hashlib.sha256(label.encode()).hexdigest()[:15]


def key_given(header: str, body: dict[str, Any]) -> str:
    """From ``Authorization``, or as the browser gives it: in the form."""
    scheme, _, value = header.partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() == "basic":
        return base64.b64decode(value).decode("latin-1").split(":")[0]
    return str(body.pop("key", ""))


def masked(key: str) -> str:
    if len(key) < 20:
        return f"{key[:2]}****"
    return f"{key[:8]}{'*' * (len(key) - 12)}{key[-4:]}"


def _account(account: str) -> dict[str, Any]:
    return {
        "id": account,
        "object": "account",
        "business_profile": {
            "mcc": None, "name": "Sample Seller GmbH", "product_description": None,
            "support_address": None, "support_email": None, "support_phone": None,
            "support_url": None, "url": None,
        },
        "business_type": "company",
        "capabilities": {"card_payments": "active", "sepa_debit_payments": "active",
                         "transfers": "active"},
        "charges_enabled": True,
        "controller": {"type": "account"},
        "country": "DE",
        "created": 1_700_000_000,
        "default_currency": "eur",
        "details_submitted": True,
        "email": "owner@example.com",
        "metadata": {},
        "payouts_enabled": True,
        "settings": {
            "branding": {"icon": None, "logo": None, "primary_color": None,
                         "secondary_color": None},
            "card_payments": {"decline_on": {"avs_failure": False, "cvc_failure": False},
                              "statement_descriptor_prefix": None,
                              "statement_descriptor_prefix_kana": None,
                              "statement_descriptor_prefix_kanji": None},
            "dashboard": {"display_name": "Sample", "timezone": "Europe/Berlin"},
            "payments": {"statement_descriptor": "SAMPLE SELLER",
                         "statement_descriptor_kana": None, "statement_descriptor_kanji": None},
        },
        "type": "standard",
    }  # fmt: skip
