"""A small app over real HTTP: it serves a manifest, takes the token, keeps what it is sent."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.plugins.sandbox import Sandbox

ORDER_QUERY = """subscription Any {
  event {
    __typename
    issuedAt
    version
    recipient { id identifier }
    issuingPrincipal { __typename ... on User { email } ... on App { name } }
    ... on OrderCreated { order { ...Facts } }
    ... on OrderConfirmed { order { ...Facts } }
    ... on OrderPaid { order { ...Facts } }
    ... on OrderFullyPaid { order { ...Facts } }
    ... on OrderUpdated { order { ...Facts } }
    ... on OrderRefunded { order { ...Facts } }
    ... on OrderFullyRefunded { order { ...Facts } }
    ... on OrderFulfilled { order { ...Facts } }
    ... on OrderCancelled { order { ...Facts } }
    ... on InvoiceSent { invoice { id number } order { ...Facts } }
    ... on InvoiceDeleted { invoice { id status } order { ...Facts } }
  }
}
"""
FACTS = """fragment Facts on Order {
  id number isPaid chargeStatus paymentStatus userEmail status
  total { gross { amount currency } net { amount } }
  billingAddress { city companyName }
  invoices { id number status }
}"""
ORDER_QUERY += FACTS
# A document of its own: its order is non-null, which one selection can't mix with the others.
REQUEST_QUERY = (
    """subscription Requested {
  event { issuedAt ... on InvoiceRequested {
    invoice { id number status url } order { ...Facts }
  } }
}
"""
    + FACTS
)


class Received:
    """One request as it reached the app."""

    def __init__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> None:
        self.method, self.path, self.headers, self.body = method, path, headers, body

    @property
    def event(self) -> str:
        return self.headers.get("saleor-event", "")

    def json(self) -> dict[str, Any]:
        result: dict[str, Any] = json.loads(self.body)
        return result


class FakeApp:
    """The app's state: what it answers, and what it was sent."""

    def __init__(self) -> None:
        self.url = ""
        self.requests: list[Received] = []
        self.manifest: dict[str, Any] = {}
        # Pages by path, served as HTML to GET and POST.
        self.pages: dict[str, str] = {}
        self.register: tuple[int, Any] = (200, {"success": True})
        # Statuses answered to webhooks, in turn; 200 when none is left.
        self.statuses: list[int] = []
        self.lock = threading.Lock()

    def keep(self, request: Received) -> tuple[int, Any]:
        with self.lock:
            self.requests.append(request)
            if request.path == "/manifest":
                return 200, self.manifest
            if request.path == "/register":
                return self.register
            return (self.statuses.pop(0) if self.statuses else 200), {}

    def webhooks(self, event: str = "") -> list[Received]:
        with self.lock:
            rows = [row for row in self.requests if row.path == "/webhook"]
        return [row for row in rows if event in ("", row.event)]

    def events(self) -> list[str]:
        return [row.event for row in self.webhooks()]

    @property
    def auth_token(self) -> str:
        posts = [row for row in self.requests if row.path == "/register"]
        return str(posts[-1].json()["auth_token"])


def handler(app: FakeApp) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            size = int(self.headers.get("Content-Length", 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            row = Received(self.command, self.path, headers, self.rfile.read(size))
            status, body = app.keep(row)
            page = app.pages.get(row.path.partition("?")[0])
            content = (page or json.dumps(body)).encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/html" if page else "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = answer  # noqa: N815 - names of http.server

        def log_message(self, *_: Any) -> None:
            pass

    return Handler


@contextmanager
def serving() -> Iterator[FakeApp]:
    """A running app that nobody knows of."""
    fake = FakeApp()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(fake))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    fake.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield fake
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def app(sandbox: Sandbox) -> Iterator[FakeApp]:
    """A running app, not installed; the sandbox starts empty."""
    sandbox.control("reset", {})
    with serving() as fake:
        fake.manifest = manifest(fake.url)
        yield fake
        sandbox.control("reset", {})


def manifest(url: str) -> dict[str, Any]:
    return {
        "id": "example.fake",
        "name": "Fake",
        "version": "1.2.3",
        "requiredSaleorVersion": ">=3.20 <4",
        "permissions": ["MANAGE_ORDERS", "HANDLE_PAYMENTS"],
        "appUrl": f"{url}/app",
        "tokenTargetUrl": f"{url}/register",
        "brand": {"logo": {"default": f"{url}/logo.png"}},
        "extensions": [
            {
                "label": "Invoices",
                "mount": "ORDER_DETAILS_MORE_ACTIONS",
                "target": "POPUP",
                "url": "/order",
                "permissions": ["MANAGE_ORDERS"],
            }
        ],
        "webhooks": [
            {"name": "All", "targetUrl": f"{url}/webhook", "query": ORDER_QUERY},
            {"name": "Requests", "targetUrl": f"{url}/webhook", "query": REQUEST_QUERY},
        ],
    }


@pytest.fixture
def installed(sandbox: Sandbox, app: FakeApp) -> FakeApp:
    """The app, installed with its permissions."""
    shown = sandbox.install(f"{app.url}/manifest", app.manifest["permissions"])
    assert shown is None
    return app
