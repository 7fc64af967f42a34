"""The client for a store, with its connection kept open between tasks of a process."""

from functools import lru_cache

from saleor_invoices.domain.errors import Disconnected
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.stores.models import Installation


def saleor_client(installation: Installation) -> SaleorClient:
    """The client of an active store. Raises ``Disconnected`` for one that removed the app."""
    if not installation.is_active:
        raise Disconnected("The app is not installed in this Saleor any more.")
    return _client(installation.saleor_api_url, installation.token)


@lru_cache(maxsize=64)
def _client(api_url: str, token: str) -> SaleorClient:
    return SaleorClient(api_url=api_url, token=token)
