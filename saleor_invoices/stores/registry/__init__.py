"""Every setting of a store: declared once, with type, default, levels and documentation.

A value is looked up at the channel, then at the channel's legal entity, then at the app's own
level; what is set nowhere has the default. ``docs/configure-store.toml`` shows each of them, and
a test finds one that is missing there.
"""

from collections.abc import Iterable
from itertools import chain

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.stores.registry import (
    accounting,
    einvoices,
    issuing,
    look,
    mails,
    payments,
    taxes,
)
from saleor_invoices.stores.registry.declared import Declared, Group, Level
from saleor_invoices.stores.registry.einvoices import EINVOICE_PROFILES
from saleor_invoices.stores.registry.issuing import PATTERN_KEYS
from saleor_invoices.stores.values import Json

__all__ = [
    "EINVOICE_PROFILES",
    "MASK",
    "PATTERN_KEYS",
    "SECRETS",
    "SETTINGS",
    "Declared",
    "Group",
    "Level",
    "checked",
]

MASK = "***"
"""What is shown of a secret that is set."""

SETTINGS: dict[str, Declared] = {
    declared.key: declared
    for declared in chain(
        issuing.DECLARED,
        payments.DECLARED,
        look.DECLARED,
        mails.DECLARED,
        einvoices.DECLARED,
        taxes.DECLARED,
        accounting.DECLARED,
    )
}
SECRETS = frozenset(key for key, declared in SETTINGS.items() if declared.is_secret)


def checked(key: str, value: object, *, level: Level) -> Json:
    """The value as it is kept (a secret still plain).

    Raises ``InvalidInput`` SETTING_UNKNOWN, SETTING_LEVEL (can't be set there), SETTING_INVALID.
    """
    declared = SETTINGS.get(key)
    if declared is None:
        raise _refusal(key, "SETTING_UNKNOWN", f"There is no setting {key!r}.")
    if level not in declared.levels:
        where = " or ".join(_in_order(declared.levels))
        raise _refusal(key, "SETTING_LEVEL", f"{key} can be set for the {where} only.")
    try:
        _refuse_mask(declared, value)
        return declared.check(value)
    except ValueError as error:
        raise _refusal(key, "SETTING_INVALID", f"{key} {error}.") from error


def _refuse_mask(declared: Declared, value: object) -> None:
    # A page that sends back what it was shown must not make the mask the secret.
    if declared.is_secret and value == MASK:
        raise ValueError("was sent as it is shown; leave it out to keep it")


def _in_order(levels: Iterable[Level]) -> list[str]:
    wanted = set(levels)
    return [level.value.replace("_", " ") for level in Level if level in wanted]


def _refusal(key: str, code: str, message: str) -> InvalidInput:
    return InvalidInput(message, code=code, params={"field": key})
