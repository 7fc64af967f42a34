"""The stand-in's RSA key: JWKS, detached signatures of webhooks, JWTs for people and apps."""

import base64
import hashlib
import json
import time
import uuid
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt import api_jws

from .model import words

PERMISSIONS = words(
    "MANAGE_USERS MANAGE_STAFF IMPERSONATE_USER MANAGE_APPS MANAGE_OBSERVABILITY MANAGE_CHECKOUTS "
    "HANDLE_CHECKOUTS HANDLE_TAXES MANAGE_TAXES MANAGE_CHANNELS MANAGE_DISCOUNTS MANAGE_GIFT_CARD "
    "MANAGE_MENUS MANAGE_ORDERS MANAGE_ORDERS_IMPORT MANAGE_PAGES "
    "MANAGE_PAGE_TYPES_AND_ATTRIBUTES HANDLE_PAYMENTS MANAGE_PLUGINS MANAGE_PRODUCTS "
    "MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES MANAGE_SHIPPING MANAGE_SETTINGS MANAGE_TRANSLATIONS"
)


class Keys:
    """One signing key at a time; `rotate` replaces it, as an operator may."""

    def __init__(self) -> None:
        self.rotate()

    def rotate(self) -> str:
        self.private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.private.public_key()))
        self.public = {
            "kty": "RSA",
            "key_ops": ["verify"],
            "n": public["n"],
            "e": public["e"],
            "use": "sig",
            "alg": "RS256",
        }
        self.kid = self.public["kid"] = thumbprint(self.public)
        return self.kid

    def jwks(self) -> dict[str, Any]:
        return {"keys": [self.public]}

    def sign_detached(self, body: bytes) -> str:
        """RFC 7797 with b64=false: `header..signature` over the raw bytes of the body."""
        return api_jws.encode(
            body,
            self.private,
            algorithm="RS256",
            headers={"kid": self.kid, "b64": False, "crit": ["b64"]},
            is_payload_detached=True,
        )

    def sign_token(self, claims: dict[str, Any]) -> str:
        return jwt.encode(claims, self.private, algorithm="RS256", headers={"kid": self.kid})

    def read_token(self, token: str, issuer: str) -> dict[str, Any]:
        """The claims of one of our own JWTs; raises a `jwt.PyJWTError` for any other."""
        return jwt.decode(
            token,
            self.private.public_key(),
            algorithms=["RS256"],
            issuer=issuer,
            options={"verify_aud": False, "require": ["exp", "iss", "type"]},
        )


def thumbprint(key: dict[str, Any]) -> str:
    """RFC 7638: SHA-256 over the required members in lexical order."""
    members = {name: key[name] for name in ("e", "kty", "n")}
    digest = hashlib.sha256(json.dumps(members, separators=(",", ":")).encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def user_claims(user: Any, issuer: str, kind: str, lifetime: float) -> dict[str, Any]:
    issued = int(time.time())
    claims = {
        "iat": issued,
        "owner": "saleor",
        "iss": issuer,
        "exp": int(issued + lifetime),
        "token": user.token_key,
        "email": user.email,
        "type": kind,
        "user_id": user.id,
        "is_staff": user.is_staff,
    }
    if kind == "refresh":
        claims["csrfToken"] = uuid.uuid4().hex
    return claims


def app_claims(
    user: Any,
    app: Any,
    issuer: str,
    lifetime: float,
    extension: Any = None,
) -> dict[str, Any]:
    """A `thirdparty` token: what a staff person may do through this app (or its extension)."""
    granted = extension.permissions if extension else app.permissions
    claims = user_claims(user, issuer, "thirdparty", lifetime) | {
        "app": app.id,
        "permissions": [name for name in granted if name in user.permissions],
        "user_permissions": list(user.permissions),
    }
    if app.audience:
        claims["aud"] = app.audience
    if extension:
        claims["app_extension"] = extension.id
    return claims
