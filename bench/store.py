"""The store that is measured: its keys, its settings, its signed deliveries."""

import json
import time
from functools import cached_property
from pathlib import Path
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from bench.orders import CHANNEL, EVENT
from saleor_invoices.stores.configuration import parse
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.services.installation_register import installation_register
from saleor_invoices.stores.services.store_configure import store_configure

KID = "bench"
APP_ID = "QXBwOjE="
SALEOR_VERSION = "3.22.67"
CONFIGURATION = f"""
[store]
payment_terms_days = 14
number_reset = "never"
number_pattern_invoice = "INV-{{seq:07}}"

[legal_entities.seller]
name = "Sample Seller GmbH"
country = "DE"
timezone = "Europe/Berlin"
vat_id = "DE123456788"
legal_information = "Amtsgericht Berlin, HRB 000000"
address = {{ street = "Handelsweg 1", city = "Berlin", postal_code = "10115" }}
contact = {{ email = "accounts@example.com" }}

[legal_entities.seller.settings]
default_language = "de"
bank_accounts = [{{ account = "DE89370400440532013000", bic = "COBADEFFXXX" }}]

[channels.{CHANNEL}]
legal_entity = "seller"
issue_policy = "fully_paid"
"""


class Signer:
    """Signs as a Saleor does; the key is made anew for each run."""

    def __init__(self, api_url: str) -> None:
        self.api_url = api_url
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._jws = jwt.PyJWS(algorithms=["RS256"])

    @cached_property
    def jwk(self) -> dict[str, Any]:
        """The public key."""
        key: dict[str, Any] = RSAAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        return {**key, "kid": KID, "use": "sig", "alg": "RS256"}

    def request(self, body: bytes) -> bytes:
        """A whole HTTP request with Saleor's headers and detached signature (RFC 7797)."""
        headers = {"kid": KID, "b64": False, "crit": ["b64"]}
        signature = self._jws.encode(
            body, self._key, algorithm="RS256", headers=headers, is_payload_detached=True
        )
        lines = (
            "POST /webhooks/saleor/ HTTP/1.1",
            "Host: 127.0.0.1",
            "Accept: */*",
            "Content-Type: application/json",
            f"Content-Length: {len(body)}",
            f"Saleor-Event: {EVENT}",
            "Saleor-Domain: 127.0.0.1",
            f"Saleor-Api-Url: {self.api_url}",
            f"Saleor-Signature: {signature}",
            "Saleor-Schema-Version: 3.22",
        )
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + body

    def staff_token(self) -> str:
        """What the dashboard hands to the app's page."""
        return self._token(
            type="thirdparty",
            app=APP_ID,
            user_id="VXNlcjox",
            email="staff@example.com",
            is_staff=True,
            permissions=[],
            user_permissions=["MANAGE_ORDERS"],
        )

    def customer_token(self, user_id: str) -> str:
        """What a customer signs in to the storefront with; ``user_id`` is Saleor's."""
        return self._token(
            type="access", user_id=user_id, email="customer@example.com", is_staff=False
        )

    def _token(self, **who: object) -> str:
        """Good for two hours."""
        now = int(time.time())
        claims = {"iss": self.api_url, "iat": now, "exp": now + 7200, **who}
        return jwt.encode(claims, self._key, algorithm="RS256", headers={"kid": KID})


def install(api_url: str, jwk: dict[str, Any]) -> Installation:
    """Put the store into the database as a verified handshake and a settings file would."""
    store = installation_register(
        api_url=api_url,
        token="bench-token",  # noqa: S106 the stand-in takes any
        app_id=APP_ID,
        jwks={"keys": [jwk]},
        saleor_version=SALEOR_VERSION,
    )
    configuration = parse(CONFIGURATION, read_logo=lambda name: Path(name).read_bytes())
    store_configure(installation=store, configuration=configuration, updated_by="bench")
    return store


def main(arguments: list[str]) -> None:
    """``API_URL JWK_FILE``: ``install`` as a process of its own."""
    api_url, file = arguments
    install(api_url, json.loads(Path(file).read_bytes()))
