"""Secret settings: sealed in the database, opened where they are used, masked everywhere else."""

from saleor_invoices.stores import crypto
from saleor_invoices.stores.registry import MASK
from saleor_invoices.stores.values import Json

_SEALED = "sealed"


def seal(plain: str) -> Json:
    """What is kept of a secret. An empty one is kept as it is: it hides nothing."""
    return {_SEALED: crypto.encrypt(plain)} if plain else ""


def unseal(kept: Json) -> str:
    """The secret that was sealed.

    A text of before it was sealed comes back as it is; ``rotate_secrets`` seals it. Raises
    ``Unverified`` SECRET_KEY_MISSING where no key of SECRET_KEYS opens it.
    """
    return crypto.decrypt(kept[_SEALED]) if isinstance(kept, dict) else str(kept)


def masked(kept: Json) -> str:
    """What may be shown of it: whether it is set."""
    return MASK if kept else ""
