"""Trying the keys of a payment provider out, before a customer does."""

from collections.abc import Callable
from dataclasses import dataclass

from saleor_invoices.domain.errors import ExternalFailure
from saleor_invoices.domain.stripe_keys import publishable_mode, secret_mode
from saleor_invoices.payments.port import Provider, ProviderAccount
from saleor_invoices.payments.stripe_gateway import StripeGateway
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.resolution import StoreValues
from saleor_invoices.stores.selectors.settings import settings_at

SECRET_KEY, PUBLISHABLE_KEY = "stripe_secret_key", "stripe_publishable_key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """What came of a test; ``code`` is empty where all is well."""

    account: ProviderAccount | None = None
    is_test: bool = False
    code: str = ""
    message: str = ""


def stripe_connection_test(
    *,
    installation: Installation,
    legal_entity: str = "",
    secret_key: str | None = None,
    publishable_key: str | None = None,
    gateway: Callable[[str], Provider] = StripeGateway,
) -> Connection:
    """Ask Stripe who the keys belong to: those that are set, or those that are given instead.

    Raises ``NotFound`` LEGAL_ENTITY_NOT_FOUND. Whether a publishable key is of the same account,
    Stripe does not tell; its mode is compared.
    """
    level = Level.LEGAL_ENTITY if legal_entity else Level.APP
    found = settings_at(
        StoreValues(installation_id=installation.pk), level=level, name=legal_entity
    )
    secret = found.secret(SECRET_KEY) if secret_key is None else secret_key.strip()
    public = found[PUBLISHABLE_KEY] if publishable_key is None else publishable_key.strip()
    mode = secret_mode(secret)
    if fault := _fault(secret, public):
        return Connection(is_test=mode == "test", code=fault[0], message=fault[1])
    try:
        account = gateway(secret).account()
    except ExternalFailure as error:
        return Connection(is_test=mode == "test", code=error.code, message=error.message)
    return Connection(account=account, is_test=mode == "test")


def _fault(secret: str, public: str) -> tuple[str, str] | None:
    if not secret:
        return "STRIPE_KEY_MISSING", "No secret key is set."
    if secret.startswith("pk_"):
        return "STRIPE_KEYS_SWAPPED", "This is the publishable key; the secret one begins with sk_."
    if not secret_mode(secret):
        return "STRIPE_KEY_MALFORMED", "A secret key begins with sk_ or rk_, then test_ or live_."
    if public and not publishable_mode(public):
        return "STRIPE_KEY_MALFORMED", "A publishable key begins with pk_test_ or pk_live_."
    if public and publishable_mode(public) != secret_mode(secret):
        return "STRIPE_MODES_DIFFER", "One key is for tests and the other is live."
    return None
