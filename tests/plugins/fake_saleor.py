"""A little Saleor over real HTTP: keys, an app's token, the few questions of an installation.

For whole orders and webhooks there is the sandbox; this one starts in a millisecond and can be
told to fail.
"""

from collections.abc import Iterator
from typing import Any

import jwt
import pytest

from tests.plugins.factories import public_jwks, signing_key
from tests.saleor.fake_saleor import Call, Reply, served

DENIED = {
    "data": {"app": None},
    "errors": [{"message": "denied", "extensions": {"exception": {"code": "PermissionDenied"}}}],
}


class FakeSaleor:
    """What the server answers; change it at any time."""

    def __init__(self) -> None:
        self.url = self.api_url = ""
        self.kids: tuple[str, ...] = ("test-key",)
        self.apps: dict[str, dict[str, Any]] = {}
        self.is_down = False
        self.keys_are_down = False
        self.company_address: dict[str, Any] | None = None
        self.asked: list[str] = []

    def install(self, token: str, *, app_id: str = "QXBwOjE=", identifier: str) -> str:
        """Let an app exist with this token."""
        self.apps[token] = {
            "id": app_id,
            "identifier": identifier,
            "version": "1",
            "isActive": True,
            "permissions": [{"code": "MANAGE_ORDERS"}, {"code": "HANDLE_PAYMENTS"}],
        }
        return token

    def __call__(self, call: Call) -> Reply:
        """Answer a request: the keys, or a GraphQL question."""
        self.asked.append(call.path)
        if call.method == "GET":
            known = call.path == "/.well-known/jwks.json"
            up = known and not self.is_down and not self.keys_are_down
            return Reply(public_jwks(*self.kids)) if up else Reply(status=503)
        token = call.headers["authorization"].removeprefix("Bearer ")
        return Reply(status=503) if self.is_down else Reply(self._answer(token))

    def _answer(self, token: str) -> dict[str, Any]:
        app = self.apps.get(token)
        if app is None:
            return DENIED
        shop = {"name": "Sample Shop", "version": "3.22.67"}
        return {"data": {"app": app, "shop": {**shop, "companyAddress": self.company_address}}}


def signature(body: bytes, *, kid: str = "test-key", **headers: Any) -> str:
    """A detached JWS over the raw body, as Saleor makes it."""
    return jwt.api_jws.encode(
        body,
        signing_key(kid),
        algorithm="RS256",
        headers={"kid": kid, "b64": False, "crit": ["b64"], **headers},
        is_payload_detached=True,
    )


@pytest.fixture
def fake_saleor() -> Iterator[FakeSaleor]:
    """A running fake, stopped at the end."""
    fake = FakeSaleor()
    with served(fake) as api_url:
        fake.api_url, fake.url = api_url, api_url.removesuffix("/graphql/")
        yield fake
