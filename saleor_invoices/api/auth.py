"""Who asks: dashboard staff, a shopper, an API key, the holder of a private link, or nobody.

Credentials come in headers only, never in cookies, so that no other site can use them.
"""

from collections.abc import Mapping

from saleor_invoices.domain.errors import AppError, NotAllowed, NotFound, Unverified
from saleor_invoices.invoices.models import DownloadLink
from saleor_invoices.invoices.selectors.viewers import (
    CustomerViewer,
    KeyViewer,
    LinkViewer,
    StaffViewer,
    Viewer,
)
from saleor_invoices.invoices.services.link_open import link_find, link_opens_itself
from saleor_invoices.invoices.services.link_session import is_session, link_session_find
from saleor_invoices.saleor import jwks as saleor_jwks
from saleor_invoices.saleor import tokens
from saleor_invoices.stores.addresses import normalise_api_url
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.selectors import installation_by_api_url
from saleor_invoices.stores.services.api_key import KEY_PREFIX, api_key_verify
from saleor_invoices.stores.services.installation_keys import (
    installation_keys_claim,
    installation_keys_store,
)

LINK_HEADER = "X-Invoice-Link"


def resolve_viewer(headers: Mapping[str, str]) -> Viewer:
    """Verify the credentials of a request.

    ``Authorization: Bearer <token>`` or ``Authorization-Bearer: <token>`` carries a Saleor token
    or one of our API keys, ``X-Invoice-Link`` the token of a private link, or of the half hour
    after its code. ``Saleor-Api-Url`` names the store; without it a token's own issuer does.

    Raises ``NotAllowed`` UNAUTHENTICATED when there are none, ``Unverified`` when they don't hold.
    """
    token = _bearer(headers)
    api_url = normalise_api_url(headers.get("Saleor-Api-Url", ""))
    if token.startswith(KEY_PREFIX):
        return _key_viewer(token, api_url)
    if token:
        return _token_viewer(token, _installation(api_url or tokens.unverified_issuer(token)))
    link = headers.get(LINK_HEADER, "")
    if link:
        return _link_viewer(link, api_url)
    raise NotAllowed("Sign in to see invoices.", code="UNAUTHENTICATED")


def _bearer(headers: Mapping[str, str]) -> str:
    bare = headers.get("Authorization-Bearer", "").strip()
    if bare:
        return bare
    scheme, _, token = headers.get("Authorization", "").strip().partition(" ")
    # Saleor takes both words (core/auth.py), so a client written for it sends either.
    return token.strip() if scheme.lower() in ("bearer", "jwt") else ""


def _installation(api_url: str) -> Installation:
    found = installation_by_api_url(api_url)
    if found is None:
        raise Unverified("This Saleor has not installed the app.", code="STORE_UNKNOWN")
    return found


def _token_viewer(token: str, installation: Installation) -> Viewer:
    try:
        return _verified(token, installation)
    except Unverified as error:
        if error.code != "KEY_UNKNOWN":
            raise
        return _verified(token, _with_newer_keys(installation, error))


def _with_newer_keys(installation: Installation, unknown: Unverified) -> Installation:
    """Saleor may have rotated its keys: ask, but never more often than the store's claim allows.

    Raises ``unknown`` while the keys rest or Saleor does not give them.
    """
    if not installation_keys_claim(installation_id=installation.pk):
        raise unknown
    try:
        installation.jwks = saleor_jwks.fetch(installation.saleor_api_url)
    except AppError as error:
        raise unknown from error
    installation_keys_store(installation_id=installation.pk, jwks=installation.jwks)
    return installation


def _verified(token: str, installation: Installation) -> Viewer:
    url, jwks = installation.saleor_api_url, installation.jwks
    try:
        customer = tokens.verify_customer(token, api_url=url, jwks=jwks)
        return CustomerViewer(installation=installation, user_id=customer.user_id)
    except Unverified as error:
        if error.code != "TOKEN_WRONG_TYPE":
            raise
    staff = tokens.verify_staff(token, api_url=url, app_id=installation.app_id, jwks=jwks)
    return StaffViewer(
        installation=installation,
        user_id=staff.user_id,
        permissions=staff.permissions,
        email=staff.email,
    )


def _key_viewer(token: str, api_url: str) -> KeyViewer:
    key = api_key_verify(token)
    if key is None or api_url not in ("", key.installation.saleor_api_url):
        raise Unverified("The API key is not valid for this store.", code="API_KEY_INVALID")
    return KeyViewer(installation=key.installation, name=key.name, scopes=frozenset(key.scopes))


def _link_viewer(token: str, api_url: str) -> LinkViewer:
    closed = Unverified("The link does not open an invoice by itself.", code="LINK_CLOSED")
    try:
        link = _open_link(token)
    except NotFound:
        raise closed from None
    if link is None:
        raise closed
    if api_url not in ("", link.document.installation.saleor_api_url):
        raise closed
    return LinkViewer(installation=link.document.installation, document_id=link.document_id)


def _open_link(token: str) -> DownloadLink | None:
    """The link that a token opens now: by itself, or by the session of a code that was right."""
    if is_session(token):
        return link_session_find(token=token)
    link = link_find(token=token)
    return link if link_opens_itself(link) else None
