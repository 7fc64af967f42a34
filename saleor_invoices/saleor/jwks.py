"""The public keys with which a Saleor signs webhooks and tokens (RFC 7517)."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import httpx
import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt.algorithms import RSAAlgorithm

from saleor_invoices.domain.errors import Unreachable, Unverified
from saleor_invoices.saleor import net, wire

MAX_BYTES = 65_536
MIN_KEY_BITS = 2048  # RFC 7518, section 3.3


def jwks_url(api_url: str) -> str:
    """Where the Saleor behind ``api_url`` publishes its keys: at the root of its origin."""
    parts = urlsplit(api_url)
    return f"{parts.scheme}://{parts.netloc}/.well-known/jwks.json"


def fetch(api_url: str, *, transport: httpx.BaseTransport | None = None) -> dict[str, Any]:
    """Read the key set of a Saleor: ``{"keys": [...]}``, cut to its RSA signing keys.

    Raises ``Unreachable`` (code JWKS_NOT_AVAILABLE) when there is no usable answer, and what
    ``net.guard_url`` raises for an address that must not be called.
    """
    url = jwks_url(api_url)
    net.guard_url(url, resolve=transport is None)
    try:
        with net.client(transport).stream("GET", url) as response:
            answer = _usable(response)
    except (httpx.HTTPError, ValueError) as error:
        raise _not_available(url) from error
    keys = [key for key in answer if _is_signing_key(key)]
    if not keys:
        raise _not_available(url)
    return {"keys": keys}


def signing_key(jwks: Mapping[str, Any], kid: object) -> RSAPublicKey:
    """The RSA key with this ``kid``; raises ``Unverified`` (KEY_UNKNOWN) when there is none."""
    for key in jwks.get("keys", ()):
        if kid and key.get("kid") == kid and _is_signing_key(key):
            return _rsa_key(key["n"], key["e"])
    raise Unverified("The signing key is not one of this Saleor's.", code="KEY_UNKNOWN")


def _usable(response: httpx.Response) -> list[Any]:
    if response.status_code != 200:
        raise ValueError(f"HTTP {response.status_code}")
    answer = wire.decode(wire.read(response, limit=MAX_BYTES))
    keys = answer.get("keys") if isinstance(answer, dict) else None
    return keys if isinstance(keys, list) else []


def _is_signing_key(key: object) -> bool:
    if not isinstance(key, dict) or key.get("kty") != "RSA" or key.get("use", "sig") != "sig":
        return False
    if key.get("alg", "RS256") != "RS256":  # Saleor 3.20 leaves "alg" out
        return False
    if not all(isinstance(key.get(name), str) for name in ("kid", "n", "e")):
        return False
    try:
        return _rsa_key(key["n"], key["e"]).key_size >= MIN_KEY_BITS
    except (jwt.InvalidKeyError, ValueError):
        return False


@lru_cache(maxsize=256)
def _rsa_key(n: str, e: str) -> RSAPublicKey:
    # Building a key costs more than a verification; deliveries come by the hundred a second.
    key = RSAAlgorithm.from_jwk({"kty": "RSA", "n": n, "e": e})
    if not isinstance(key, RSAPublicKey):
        raise ValueError("not a public key")
    return key


def _not_available(url: str) -> Unreachable:
    return Unreachable(f"No signing keys could be read from {url}.", code="JWKS_NOT_AVAILABLE")
