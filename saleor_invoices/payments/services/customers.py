"""Customers as the provider knows them, for the methods that they keep there."""

import hashlib

from saleor_invoices.domain.errors import ExternalFailure, InvalidInput, NotAllowed
from saleor_invoices.payments.models import CustomerPayment, ProviderCustomer
from saleor_invoices.payments.offers import Offer, StripeKeys, gateway
from saleor_invoices.payments.port import SavedMethod
from saleor_invoices.stores.models import Installation

CUSTOMER = "customer:"


def customer_of(*, payment: CustomerPayment, offer: Offer, email: str) -> str:
    """The provider's id of the payer, made where there is none; empty for guests.

    The provider's idempotency key is made of the customer, so that two payments at once make one.
    """
    keys = offer.keys
    customer_id = payment.payer.removeprefix(CUSTOMER)
    if keys is None or customer_id == payment.payer:
        return ""
    place = {
        "installation": payment.installation,
        "account": keys.account,
        "customer_id": customer_id,
    }
    known = ProviderCustomer.objects.filter(**place).first()
    if known is not None:
        return known.provider_id
    same = hashlib.sha256(f"{payment.installation.uuid}/{customer_id}/{email}".encode())
    made = gateway(keys).customer_create(
        email=email, reference=customer_id, key=f"customer-{same.hexdigest()}"
    )
    row, _ = ProviderCustomer.objects.get_or_create(**place, defaults={"provider_id": made})
    return row.provider_id


def methods_kept(
    *, installation: Installation, keys: StripeKeys, customer_id: str
) -> tuple[SavedMethod, ...]:
    """What a signed-in customer has kept; nothing while the provider is away."""
    known = ProviderCustomer.objects.filter(
        installation=installation, account=keys.account, customer_id=customer_id
    ).first()
    if known is None or not customer_id:
        return ()
    try:
        return gateway(keys).methods_of(known.provider_id)
    except ExternalFailure:
        return ()  # another method does


def method_forget(
    *, installation: Installation, keys: StripeKeys, customer_id: str, method: str
) -> None:
    """Keep a method of the customer no longer. Raises ``NotAllowed`` for one of somebody else."""
    kept = methods_kept(installation=installation, keys=keys, customer_id=customer_id)
    if method not in {one.id for one in kept}:
        raise NotAllowed("This method is not yours.")
    gateway(keys).method_forget(method)


def method_check(
    *, installation: Installation, offer: Offer, method: str, customer_id: str
) -> None:
    """Raise ``InvalidInput`` PAYMENT_INVALID for a saved method that is not the customer's own."""
    if not method:
        return
    kept: tuple[SavedMethod, ...] = ()
    if offer.keys is not None:
        kept = methods_kept(installation=installation, keys=offer.keys, customer_id=customer_id)
    if method not in {one.id for one in kept}:
        raise InvalidInput(
            "This saved method can't be used.",
            code="PAYMENT_INVALID",
            params={"field": "savedMethodId"},
        )
