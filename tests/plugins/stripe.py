"""A Stripe to test against: localstripe in a process of its own, and what it lacks before it.

localstripe knows no accounts, takes every key, and has a balance of one currency in a shape of its
own; the front mends that as Stripe's API reference has it, and hands everything else on.
"""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

START_SECONDS = 20.0
ACCOUNT = {
    "id": "acct_1SampleSeller",
    "object": "account",
    "business_profile": {"name": "Sample Seller GmbH", "url": None},
    "country": "DE",
    "default_currency": "eur",
    "settings": {"dashboard": {"display_name": "Sample", "timezone": "Europe/Berlin"}},
}
SECRET = "sk_test_" + "a" * 24
RESTRICTED = "rk_test_" + "b" * 24
WITHOUT_ACCOUNT = "rk_test_" + "c" * 24
LIVE = "sk_live_" + "d" * 24


@dataclass
class StripeStand:
    """A running one. ``mood`` is empty, or an HTTP status, ``slow`` or ``html``."""

    behind: str
    url: str = ""
    mood: str = ""
    lacking: dict[str, tuple[str, ...]] = field(
        default_factory=lambda: {
            SECRET: (),
            LIVE: (),
            RESTRICTED: ("/v1/balance",),
            WITHOUT_ACCOUNT: ("/v1/account", "/v1/balance"),
        }
    )
    asked: list[tuple[str, str]] = field(default_factory=list)  # path and key

    def answer(self, path: str, key: str) -> tuple[int, bytes]:
        """What the front says to a request."""
        self.asked.append((path, key))
        if self.mood == "slow":
            time.sleep(3)
        if self.mood == "html":
            return 200, b"<html>a proxy's page</html>"
        if self.mood.isdigit():
            return int(self.mood), _error("api_error", "An unknown error occurred")
        if key not in self.lacking:
            return 401, _error("invalid_request_error", f"Invalid API Key provided: {key[:8]}****")
        if path in self.lacking[key]:
            words = f"The provided key '{key[:8]}****' does not have the required permissions."
            return 403, _error("invalid_request_error", words)
        if path == "/v1/account":
            return 200, json.dumps(ACCOUNT).encode()
        headers = {"Authorization": f"Bearer {key}"}
        answered = httpx.get(f"{self.behind}{path}", headers=headers, trust_env=False)
        return answered.status_code, _documented(path, answered.content)


@pytest.fixture(scope="session")
def localstripe() -> Iterator[str]:
    """localstripe on a free port; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "localstripe", "--port", str(port), "--from-scratch"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def stripe_stand(localstripe: str, settings: Any) -> Iterator[StripeStand]:
    """Stripe, as far as the app asks it; ``STRIPE_API_BASE`` leads there."""
    with stand_open(localstripe) as stand:
        settings.STRIPE_API_BASE = stand.url
        yield stand


@contextmanager
def stand_open(behind: str) -> Iterator[StripeStand]:
    """The front before a localstripe at an address."""
    stand = StripeStand(behind=behind)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            key = self.headers.get("Authorization", "").removeprefix("Bearer ")
            status, body = stand.answer(self.path, key)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stand.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield stand
    finally:
        server.shutdown()
        server.server_close()


def _documented(path: str, body: bytes) -> bytes:
    """localstripe's answer in Stripe's shape: a balance has a list of amounts, by currency."""
    if path != "/v1/balance":
        return body
    found = json.loads(body)
    return json.dumps({**found, **{k: [found[k]] for k in ("available", "pending")}}).encode()


def _wait(port: int) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("localstripe did not start")


def _error(kind: str, message: str) -> bytes:
    return json.dumps({"error": {"type": kind, "message": message}}).encode()
