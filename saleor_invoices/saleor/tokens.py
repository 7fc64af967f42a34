"""JSON Web Tokens that a Saleor gave to people (RFC 7519).

Two kinds are of use. Dashboard staff carry type ``thirdparty``, made for one app: ``permissions``
is cut to what that app itself holds, so the person's rights are ``user_permissions``. A shopper
carries type ``access``. Any other type (``refresh`` above all) is refused, as is any algorithm but
RS256. ``aud`` is set only when someone asked for one, and then says nothing about us.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt

from saleor_invoices.domain.errors import Unverified
from saleor_invoices.saleor.jwks import signing_key
from saleor_invoices.stores.addresses import normalise_api_url

LEEWAY_SECONDS = 10  # clocks differ
MAX_LENGTH = 16_384


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPrincipal:
    """A member of staff, as the dashboard vouches for them; ``permissions`` are all of theirs."""

    user_id: str
    email: str
    permissions: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerPrincipal:
    """Someone signed in at the storefront; staff who shop are customers too."""

    user_id: str
    email: str


def verify_staff(
    token: str, *, api_url: str, app_id: str, jwks: Mapping[str, Any]
) -> StaffPrincipal:
    """Check a dashboard token made for this app by the Saleor at ``api_url``.

    Raises ``Unverified``: TOKEN_INVALID, TOKEN_EXPIRED, TOKEN_WRONG_TYPE, TOKEN_WRONG_ISSUER,
    TOKEN_WRONG_APP, KEY_UNKNOWN (fetch the key set once more and try again).
    """
    claims = _verified_claims(token, api_url=api_url, jwks=jwks, wanted_type="thirdparty")
    if not app_id or claims.get("app") != app_id:
        raise Unverified("The token was made for another app.", code="TOKEN_WRONG_APP")
    rights = claims.get("user_permissions")
    if not isinstance(rights, list):
        raise _invalid("it lists no permissions")
    return StaffPrincipal(
        user_id=_text(claims, "user_id"),
        email=_text(claims, "email"),
        permissions=frozenset(str(right) for right in rights),
    )


def verify_customer(token: str, *, api_url: str, jwks: Mapping[str, Any]) -> CustomerPrincipal:
    """Check a storefront token of the Saleor at ``api_url``; raises as ``verify_staff`` does."""
    claims = _verified_claims(token, api_url=api_url, jwks=jwks, wanted_type="access")
    if "app" in claims:
        raise Unverified("The token was made for an app.", code="TOKEN_WRONG_TYPE")
    return CustomerPrincipal(user_id=_text(claims, "user_id"), email=_text(claims, "email"))


def unverified_issuer(token: str) -> str:
    """The ``iss`` that a token claims, to find the installation whose keys then decide.

    Empty when there is none or the token can't be read. Nothing may be granted on it.
    """
    try:
        claims = jwt.decode(token[: MAX_LENGTH + 1], options={"verify_signature": False})
    except (jwt.PyJWTError, ValueError, RecursionError):
        return ""
    return str(claims.get("iss") or "")


def _verified_claims(
    token: str, *, api_url: str, jwks: Mapping[str, Any], wanted_type: str
) -> dict[str, Any]:
    claims = _decode(token, jwks)
    issuer = claims.get("iss")
    if not isinstance(issuer, str) or normalise_api_url(issuer) != normalise_api_url(api_url):
        raise Unverified("The token comes from another Saleor.", code="TOKEN_WRONG_ISSUER")
    if claims.get("type") != wanted_type:
        raise Unverified(f"The token is not of type {wanted_type}.", code="TOKEN_WRONG_TYPE")
    return claims


def _decode(token: str, jwks: Mapping[str, Any]) -> dict[str, Any]:
    if len(token) > MAX_LENGTH:
        raise _invalid("it is too long")
    try:
        header = jwt.get_unverified_header(token)
        if header.get("alg") != "RS256" or "crit" in header:
            raise _invalid("its algorithm is not RS256")
        return jwt.decode(
            token,
            signing_key(jwks, header.get("kid")),
            algorithms=["RS256"],
            leeway=LEEWAY_SECONDS,
            options={"verify_aud": False, "require": ["exp", "iss"]},
        )
    except jwt.ExpiredSignatureError as error:
        raise Unverified("The token has expired.", code="TOKEN_EXPIRED") from error
    except (jwt.PyJWTError, ValueError, RecursionError) as error:
        raise _invalid("it can't be verified") from error


def _text(claims: Mapping[str, Any], name: str) -> str:
    value = claims.get(name)
    if not isinstance(value, str) or not value:
        raise _invalid(f"it has no {name}")
    return value


def _invalid(why: str) -> Unverified:
    return Unverified(f"The token is not valid: {why}.", code="TOKEN_INVALID")
