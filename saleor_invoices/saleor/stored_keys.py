"""The signing keys that are kept for a store, fetched anew after Saleor rotated them."""

from saleor_invoices.domain.errors import AppError, Unreachable
from saleor_invoices.saleor import jwks
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.services.installation_keys import (
    installation_keys_claim,
    installation_keys_store,
)


def installation_keys_refresh(*, installation: Installation) -> Installation:
    """The installation with keys newer than those it was read with.

    First the database is asked, where another process may have put them, then the Saleor itself,
    at most once in 30 s. Raises ``Unreachable``: JWKS_RESTING when that was a moment ago,
    JWKS_NOT_AVAILABLE when Saleor gives none. Whoever asked must answer "later" then, never "no":
    the key may well be good.
    """
    stored = Installation.objects.get(pk=installation.pk)
    if stored.jwks != installation.jwks:
        return stored
    if not installation_keys_claim(installation_id=stored.pk):
        raise Unreachable("The signing keys were fetched a moment ago.", code="JWKS_RESTING")
    try:
        stored.jwks = jwks.fetch(stored.saleor_api_url)
    except Unreachable:
        raise
    except AppError as error:  # an address that is refused now may be a fault of DNS
        raise Unreachable(error.message, code="JWKS_NOT_AVAILABLE") from error
    installation_keys_store(installation_id=stored.pk, jwks=stored.jwks)
    return stored
