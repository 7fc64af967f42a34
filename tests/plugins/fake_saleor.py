"""A little Saleor over real HTTP: keys, an app's token, the few questions of an installation.

For whole orders and webhooks there is the sandbox; this one starts in a millisecond and can be
told to fail.
"""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
import pytest

from tests.plugins.factories import public_jwks, signing_key

DENIED = {
    "data": {"app": None},
    "errors": [{"message": "denied", "extensions": {"exception": {"code": "PermissionDenied"}}}],
}


class FakeSaleor:
    """What the server answers; change it at any time."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.api_url = f"{self.url}/graphql/"
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

    def answer(self, query: str, token: str) -> dict[str, Any]:
        """Answer a GraphQL request."""
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
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    fake = FakeSaleor(server.server_port)
    server.fake = fake  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield fake
    server.shutdown()
    thread.join()
    server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"  # no connection outlives its answer, hence the server

    def do_GET(self) -> None:
        fake = self._note()
        if self.path != "/.well-known/jwks.json" or fake.is_down or fake.keys_are_down:
            self._send(503, {})
        else:
            self._send(200, public_jwks(*fake.kids))

    def do_POST(self) -> None:
        fake = self._note()
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        token = self.headers["Authorization"].removeprefix("Bearer ")
        if fake.is_down:
            self._send(503, {})
        else:
            self._send(200, fake.answer(body["query"], token))

    def _note(self) -> FakeSaleor:
        fake: FakeSaleor = self.server.fake  # type: ignore[attr-defined]
        fake.asked.append(self.path)
        return fake

    def _send(self, status: int, answer: dict[str, Any]) -> None:
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: Any) -> None:
        """Stay quiet."""
