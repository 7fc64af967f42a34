"""By whom an invoice can be paid, and with which keys: the one place where providers are chosen.

A third provider is a module that has ``port.Provider``'s verbs and a line in ``gateway_of``.
"""

import hashlib
from dataclasses import dataclass

from saleor_invoices.domain.stripe_keys import publishable_mode, secret_mode
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.payments.connection import PUBLISHABLE_KEY, SECRET_KEY
from saleor_invoices.payments.models import CustomerPayment, PaymentProvider
from saleor_invoices.payments.port import Provider
from saleor_invoices.payments.stripe_gateway import StripeGateway
from saleor_invoices.stores.models import Installation, LegalEntity
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.resolution import Resolution, resolve


@dataclass(frozen=True, slots=True, kw_only=True)
class StripeKeys:
    """The keys that hold for a legal entity; ``of_entity``: its own, and not the app's."""

    secret: str
    publishable: str
    of_entity: bool

    @property
    def is_test(self) -> bool:
        """Whether no real money moves."""
        return secret_mode(self.secret) == "test"

    @property
    def fingerprint(self) -> str:
        """Tells keys apart, and nothing else about them."""
        return hashlib.sha256(b"stripe/" + self.secret.encode()).hexdigest()

    @property
    def account(self) -> str:
        """Under which name customers of these keys are kept: an account has one mode each."""
        return self.fingerprint[:40]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """How invoices of one seller in one channel are paid online."""

    provider: PaymentProvider
    keys: StripeKeys | None = None
    app: str = ""  # the payment app's identifier in Saleor

    @property
    def is_test(self) -> bool:
        """Whether no real money moves; of a payment app, only its merchant knows."""
        return self.keys is not None and self.keys.is_test


def offer_for(document: SalesDocument) -> Offer | None:
    """How the invoice can be paid online; None where it can't."""
    found = resolve(
        installation_id=document.installation_id,
        channel=document.channel,
        legal_entity=document.legal_entity.key,
    )
    chosen = found["payment_provider"]
    if chosen == PaymentProvider.SALEOR_APP:
        return Offer(provider=PaymentProvider.SALEOR_APP, app=str(found["payment_app"]))
    keys = _keys(found) if chosen == PaymentProvider.STRIPE else None
    return Offer(provider=PaymentProvider.STRIPE, keys=keys) if keys else None


def keys_of(*, installation: Installation, legal_entity: LegalEntity | None) -> StripeKeys | None:
    """The keys that hold for a legal entity, or the app's own; None where there are none."""
    name = legal_entity.key if legal_entity else ""
    found = resolve(installation_id=installation.pk, legal_entity=name)
    if legal_entity is None:
        found = Resolution(channel={}, legal_entity={}, app=found.app, seller=None)
    return _keys(found)


def gateway_of(payment: CustomerPayment) -> Provider | None:
    """The provider of a payment with the keys of today; None where there are none any more."""
    keys = keys_of(installation=payment.installation, legal_entity=payment.legal_entity)
    return gateway(keys) if keys else None


def gateway(keys: StripeKeys) -> Provider:
    """Stripe with these keys."""
    return StripeGateway(keys.secret)


def _keys(found: Resolution) -> StripeKeys | None:
    secret, publishable = found.secret(SECRET_KEY), str(found[PUBLISHABLE_KEY])
    mode = secret_mode(secret)
    if not mode or publishable_mode(publishable) != mode:
        return None
    level = found.look_up(SECRET_KEY)[1]
    return StripeKeys(secret=secret, publishable=publishable, of_entity=level is Level.LEGAL_ENTITY)
