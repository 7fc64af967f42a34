"""Which stores there are, and who sells there."""

from django.db.models import QuerySet

from saleor_invoices.domain.errors import InvalidInput, NotFound
from saleor_invoices.stores.addresses import normalise_api_url
from saleor_invoices.stores.models import ApiKey, Installation, LegalEntity


def installation_by_api_url(api_url: str) -> Installation | None:
    """The store at this address, also one that removed the app."""
    if not api_url.isprintable():  # from a header or a token: PostgreSQL would fail over NUL
        return None
    return Installation.objects.filter(saleor_api_url=normalise_api_url(api_url)).first()


def installation_active_by_api_url(api_url: str) -> Installation | None:
    """The store at this address, if the app is installed there."""
    found = installation_by_api_url(api_url)
    return found if found is not None and found.is_active else None


def installations_listed() -> QuerySet[Installation]:
    """Every store, by address."""
    return Installation.objects.order_by("saleor_api_url")


def installation_chosen(api_url: str = "") -> Installation:
    """The store that an operator means: by address, or the only one.

    Raises ``NotFound`` STORE_NOT_FOUND, ``InvalidInput`` STORE_AMBIGUOUS.
    """
    if api_url:
        named = installation_by_api_url(api_url)
        if named is None:
            raise NotFound(f"The app is not installed at {api_url}.", code="STORE_NOT_FOUND")
        return named
    stores = list(installations_listed()[:2])
    if not stores:
        raise NotFound("The app is not installed in any Saleor yet.", code="STORE_NOT_FOUND")
    if len(stores) > 1:
        raise InvalidInput("There are several stores; name one.", code="STORE_AMBIGUOUS")
    return stores[0]


def legal_entities_listed(*, installation: Installation) -> QuerySet[LegalEntity]:
    """The store's sellers, without their logos."""
    return LegalEntity.objects.filter(installation=installation).defer("logo").order_by("key")


def api_keys_listed(*, installation: Installation) -> QuerySet[ApiKey]:
    """The store's keys, the newest first, also those that were revoked."""
    return ApiKey.objects.filter(installation=installation).order_by("-pk")
