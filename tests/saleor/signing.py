"""A Saleor's signing key, for tests: signs webhooks and tokens as Saleor does."""

import base64
import json
import time
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from jwt.algorithms import RSAAlgorithm

API_URL = "https://shop.example.com/graphql/"
APP_ID = "QXBwOjE="


class SigningKey:
    """An RSA key with its ``kid``."""

    def __init__(self, kid: str, bits: int = 2048) -> None:
        self.kid = kid
        self.private = rsa.generate_private_key(public_exponent=65537, key_size=bits)

    @property
    def jwk(self) -> dict[str, Any]:
        """The public key as Saleor publishes it."""
        public = RSAAlgorithm.to_jwk(self.private.public_key(), as_dict=True)
        return {**public, "use": "sig", "alg": "RS256", "kid": self.kid}

    @property
    def jwks(self) -> dict[str, Any]:
        """A key set of this key alone."""
        return {"keys": [self.jwk]}

    @property
    def public_pem(self) -> bytes:
        """The public key as PEM: what an attacker may try as an HMAC secret."""
        return self.private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    def sign_webhook(self, body: bytes, **header: Any) -> str:
        """The header Saleor-Signature for a body; a header value of None leaves the field out."""
        fields = {"alg": "RS256", "kid": self.kid, "b64": False, "crit": ["b64"], "typ": "JWT"}
        kept = {name: value for name, value in {**fields, **header}.items() if value is not None}
        head = encoded(json.dumps(kept).encode())
        signature = self.private.sign(head + b"." + body, padding.PKCS1v15(), SHA256())
        return f"{head.decode()}..{encoded(signature).decode()}"

    def token(self, claims: dict[str, Any], **header: Any) -> str:
        """A signed token."""
        return jwt.encode(claims, self.private, "RS256", {"kid": self.kid, **header})


@cache
def saleor_key() -> SigningKey:
    """The key of the Saleor that the app knows."""
    return SigningKey("known")


@cache
def foreign_key() -> SigningKey:
    """A key of someone else."""
    return SigningKey("foreign")


def encoded(data: bytes) -> bytes:
    """Base64url without padding (RFC 7515, section 2)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def claims(kind: str, **changes: Any) -> dict[str, Any]:
    """Claims of a ``staff`` or ``customer`` token; a change to None leaves the claim out."""
    now = int(time.time())
    common = {"iat": now, "exp": now + 300, "owner": "saleor", "iss": API_URL, "token": "aBcD"}
    special: dict[str, Any] = {
        "customer": {"type": "access", "user_id": "VXNlcjo0Ng==", "is_staff": False}
        | {"email": "buyer@example.com"},
        "staff": {"type": "thirdparty", "user_id": "VXNlcjoyMQ==", "is_staff": True}
        | {"email": "staff@example.com", "app": APP_ID, "permissions": ["MANAGE_ORDERS"]}
        | {"user_permissions": ["MANAGE_ORDERS", "MANAGE_USERS"]},
    }[kind]
    merged = {**common, **special, **changes}
    return {name: value for name, value in merged.items() if value is not None}
