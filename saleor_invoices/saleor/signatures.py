"""Saleor's webhook signatures: detached JWS (RFC 7515, appendix F) over unencoded bytes (RFC 7797).

The header is ``{"alg": "RS256", "kid": ..., "b64": false, "crit": ["b64"], "typ": "JWT"}``; the
signing input is the base64url header, a dot, and the raw body. Nothing but RS256 is accepted: an
attacker who chooses ``none``, or HS256 with the public key as secret, must not get through.
"""

from collections.abc import Mapping
from typing import Any

import jwt

from saleor_invoices.domain.errors import Unverified
from saleor_invoices.saleor.jwks import signing_key

_JWS = jwt.PyJWS(algorithms=["RS256"])


def verify_webhook(body: bytes, signature: str, jwks: Mapping[str, Any]) -> None:
    """Check the signature of a delivery.

    ``body`` holds the bytes as received, ``signature`` the header ``Saleor-Signature``, ``jwks``
    the key set that was kept for the installation.

    Raises ``Unverified`` with the code SIGNATURE_MISSING, SIGNATURE_INVALID, or KEY_UNKNOWN (the
    key is not in the set: fetch the set once more and try again).
    """
    if not signature:
        raise Unverified("The delivery carries no signature.", code="SIGNATURE_MISSING")
    header = _detached_header(signature)
    key = signing_key(jwks, header.get("kid"))
    try:
        _JWS.decode_complete(signature, key, algorithms=["RS256"], detached_payload=body)
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise _invalid("it does not match the body") from error


def _detached_header(signature: str) -> dict[str, Any]:
    parts = signature.split(".")
    if len(parts) != 3 or parts[1]:
        raise _invalid("it is not a detached JWS")
    try:
        header: dict[str, Any] = jwt.get_unverified_header(signature)
    except (jwt.PyJWTError, ValueError, RecursionError) as error:
        raise _invalid("its header can't be read") from error
    if header.get("alg") != "RS256":
        raise _invalid("its algorithm is not RS256")
    # Without b64=false the signing input would be an empty payload, whatever the body says.
    if header.get("b64") is not False or header.get("crit") != ["b64"]:
        raise _invalid("it does not cover the raw body (b64, crit)")
    return header


def _invalid(why: str) -> Unverified:
    return Unverified(f"The delivery's signature is not valid: {why}.", code="SIGNATURE_INVALID")
