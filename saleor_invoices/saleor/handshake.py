"""The install handshake: is this token really our app's, on that Saleor?

Saleor sends the token unsigned, and the address in a header: both are only claims until the
Saleor at that address confirms them. Any other app there also holds a token that works, and could
take over the store by registering with it; so the app's identifier must be our manifest's.
"""

from dataclasses import dataclass
from typing import Annotated, Any

import httpx
import msgspec
from django.conf import settings

from saleor_invoices.domain.errors import Disconnected, Refused, Unreachable, Unverified
from saleor_invoices.saleor import jwks, net
from saleor_invoices.saleor.client import SaleorClient


@dataclass(frozen=True, slots=True, kw_only=True)
class Handshake:
    """What the Saleor told about our app and itself."""

    app_id: str  # global id; a reinstall brings a new one
    jwks: dict[str, Any]
    permissions: frozenset[str]  # what staff granted
    saleor_version: str
    shop_name: str


_Text = Annotated[str, msgspec.Meta(pattern=r"^[^\x00-\x1f]*$")]


class _Permission(msgspec.Struct):
    code: str


class _App(msgspec.Struct):
    id: Annotated[_Text, msgspec.Meta(min_length=1, max_length=200)]
    identifier: object = None
    permissions: list[_Permission] | None = None


class _Shop(msgspec.Struct):
    name: _Text | None = None
    version: _Text | None = None


class _Identity(msgspec.Struct):
    app: _App
    shop: _Shop | None = None


def verify_installation(
    *,
    api_url: str,
    token: str,
    identifier: str | None = None,
    transport: httpx.BaseTransport | None = None,
) -> Handshake:
    """Ask the Saleor at ``api_url`` whose ``token`` this is, and for its signing keys.

    ``identifier`` is our manifest's id (default: the setting APP_IDENTIFIER). Raises
    ``Unverified`` (UNKNOWN_APP_ID, APP_IDENTIFIER_MISMATCH), ``Unreachable`` (also with the code
    JWKS_NOT_AVAILABLE), and what ``net.guard_url`` raises. Nothing is kept here.
    """
    net.guard_url(api_url, resolve=transport is None)
    wanted = settings.APP_IDENTIFIER if identifier is None else identifier
    found = _ask(SaleorClient(api_url=api_url, token=token, transport=transport))
    app, shop = found.app, found.shop or _Shop()
    if app.identifier != wanted:
        raise Unverified(
            "The token belongs to another app of this Saleor.", code="APP_IDENTIFIER_MISMATCH"
        )
    return Handshake(
        app_id=app.id,
        jwks=jwks.fetch(api_url, transport=transport),
        permissions=frozenset(permission.code for permission in app.permissions or ()),
        saleor_version=(shop.version or "")[:50],
        shop_name=shop.name or "",
    )


def _ask(client: SaleorClient) -> _Identity:
    try:
        data = client.execute("appIdentity")
    except (Disconnected, Refused) as error:
        raise _unknown() from error
    app = data.get("app")
    if not isinstance(app, dict) or not app.get("id"):
        raise _unknown()
    try:
        return msgspec.convert(data, _Identity)
    except msgspec.ValidationError as error:
        raise Unreachable("Saleor's answer makes no sense.", code="BAD_ANSWER") from error


def _unknown() -> Unverified:
    return Unverified("This Saleor does not know the token as an app's.", code="UNKNOWN_APP_ID")
