"""The sandbox Saleor as a process of its own, and a small client to drive it over HTTP."""

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

HOME = Path(__file__).parents[2] / "sandbox"
PYTHON = HOME / ".venv" / "bin" / "python"
START_SECONDS = 60.0


class Sandbox:
    """A running sandbox. `url` is its origin, `api_url` what apps know it by."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.api_url = f"{url}/graphql/"
        self.http = httpx.Client(base_url=url, timeout=30, trust_env=False)

    def control(self, path: str, json: dict[str, Any] | None = None) -> dict[str, Any]:
        """GET /control/PATH, or POST it when there is a body; raises on a refusal."""
        answer = (
            self.http.get(f"/control/{path}")
            if json is None
            else self.http.post(f"/control/{path}", json=json)
        )
        answer.raise_for_status()
        result: dict[str, Any] = answer.json()
        return result

    def post(self, query: str, variables: dict[str, Any] | None, token: str) -> httpx.Response:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        body = {"query": query, "variables": variables or {}}
        return self.http.post("/graphql/", json=body, headers=headers)

    def gql(
        self, query: str, variables: dict[str, Any] | None = None, token: str = ""
    ) -> dict[str, Any]:
        """The whole answer, `data` and `errors`, whatever the HTTP status."""
        answered: dict[str, Any] = self.post(query, variables, token).json()
        return answered

    def token(self, email: str, password: str) -> str:
        query = """mutation Login($email: String!, $password: String!) {
          tokenCreate(email: $email, password: $password) { token errors { code } }
        }"""
        answered = self.gql(query, {"email": email, "password": password})
        return str(answered["data"]["tokenCreate"]["token"])

    def staff_token(self) -> str:
        return self.token("admin@example.com", "admin")

    def customer_token(self) -> str:
        return self.token("customer@example.com", "customer")

    def place(self, kind: str, **more: Any) -> dict[str, Any]:
        """One order of a kind; `paid=True` and `customer="…"` are understood."""
        row: dict[str, Any] = self.control("orders", {"kind": kind, **more})["orders"][0]
        return row

    def advance(self, order_id: str, step: str, **more: Any) -> dict[str, Any]:
        row: dict[str, Any] = self.control(f"orders/{order_id}/{step}", more)["order"]
        return row

    def order(self, order_id: str) -> dict[str, Any]:
        rows = self.control("state")["orders"]
        found: dict[str, Any] = next(row for row in rows if row["id"] == order_id)
        return found

    def install(self, manifest_url: str, permissions: list[str]) -> str | None:
        """Install an app as staff does; None when it went well, else what staff is shown."""
        query = """mutation Install($input: AppInstallInput!) {
          appInstall(input: $input) { appInstallation { id } errors { field code message } }
        }"""
        wanted = {"appName": "App", "manifestUrl": manifest_url, "permissions": permissions}
        began = self.gql(query, {"input": wanted}, self.staff_token())["data"]["appInstall"]
        if began["errors"]:
            return str(began["errors"])
        row_id = began["appInstallation"]["id"]
        self.wait(lambda: self.installation(row_id).get("status") != "PENDING")
        return self.installation(row_id).get("message")

    def installation(self, row_id: str) -> dict[str, Any]:
        """The row of an installation under way or failed; empty once it went well."""
        rows = self.control("state")["installations"]
        return next((row for row in rows if row["id"] == row_id), {})

    def wait_idle(self, seconds: float = 20) -> None:
        """Wait until no delivery is under way or waiting for a retry."""
        self.wait(lambda: self.control("deliveries")["pending"] == 0, seconds)

    def wait(self, holds: Callable[[], bool], seconds: float = 20) -> None:
        deadline = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > deadline:
                raise TimeoutError("The sandbox did not get there in time.")
            time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start(*options: str) -> tuple[subprocess.Popen[bytes], Sandbox]:
    """Start a sandbox and wait until it answers; a loud skip where it is not set up."""
    if not PYTHON.exists():
        pytest.skip("SANDBOX NOT TESTED: sandbox/.venv is missing, run `make env`")
    port = free_port()
    command = [str(PYTHON), "-m", "saleor_sandbox", "--port", str(port), *options]
    process = subprocess.Popen(command, cwd=HOME, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    sandbox = Sandbox(f"http://127.0.0.1:{port}")
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            sandbox.http.get("/health").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.05)
        else:
            return process, sandbox
    stop(process)
    raise RuntimeError("The sandbox did not start.")


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """One sandbox for the session, playing Saleor 3.22, with retries a thousand times faster."""
    process, running = start("--retry-scale", "0.001")
    yield running
    running.http.close()
    stop(process)
