"""A federation gateway in a process of its own, and the composition of what it serves."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.plugins.sandbox import free_port, stop
from tests.plugins.stack import missing

HOME = Path(__file__).resolve().parents[1] / "gateway"
COMMAND = HOME / "node_modules" / ".bin" / "hive-gateway"
START_SECONDS = 90.0


class Gateway:
    """A running gateway, asked as a storefront asks it."""

    def __init__(self, url: str) -> None:
        self.http = httpx.Client(base_url=url, timeout=60, trust_env=False)

    def ask(self, query: str, token: str = "") -> dict[str, Any]:
        """The whole answer, `data` and `errors`."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        answer = self.http.post("/graphql", json={"query": query}, headers=headers)
        found: dict[str, Any] = answer.json()
        return found


def is_installed() -> None:
    """Skip loudly, or fail in CI, where the gateway is not set up."""
    if not COMMAND.exists():
        missing("GATEWAY NOT TESTED: tests/gateway/node_modules is missing, run `make env`")


def compose(**subgraphs: tuple[str, Path]) -> str:
    """The supergraph of subgraphs, each an address and a file of SDL.

    Raises ``AssertionError`` with what the composition has against them.
    """
    is_installed()
    services = [
        {"name": name, "url": url, "file": str(file)} for name, (url, file) in subgraphs.items()
    ]
    done = subprocess.run(
        ["node", "compose.mjs", json.dumps(services)],
        cwd=HOME,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def running_gateway(supergraph: Path, log: Path) -> Iterator[Gateway]:
    """Serve the supergraph on a free port; it ends with the block."""
    is_installed()
    port = free_port()
    config = str(HOME / "gateway.config.mjs")
    command = [str(COMMAND), "supergraph", str(supergraph), "-c", config, "--polling", "1h"]
    with log.open("wb") as told:
        process = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(port)],
            cwd=HOME,
            # Nothing of the tests' own settings: some have names that the gateway knows, too.
            env={"PATH": os.environ["PATH"], "NODE_ENV": "production", "LOG_LEVEL": "warn"},
            stdout=told,
            stderr=told,
        )
        gateway = Gateway(f"http://127.0.0.1:{port}")
        try:
            _wait(gateway, process, log)
            yield gateway
        finally:
            gateway.http.close()
            stop(process)


def _wait(gateway: Gateway, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if gateway.http.get("/readiness").is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise RuntimeError(f"The gateway did not start: {log.read_text(encoding='utf-8')[-2000:]}")
