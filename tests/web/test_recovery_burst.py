"""Five hundred requests on the form for a fresh link, at once, over HTTP, at two processes."""

import os
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from django.db import connection

from saleor_invoices.web.hosted.recovery import A_CLIENT, AN_ADDRESS

ROOT = Path(__file__).resolve().parents[2]
REQUESTS, AT_ONCE = 500, 25


pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]


@pytest.fixture
def served(tmp_path: Path, transactional_db: None) -> Iterator[tuple[str, Path]]:
    """The app in two processes of its own, on the tests' database; its address and its folder."""
    home = tmp_path
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {
        **os.environ,
        "DEBUG": "true",
        "DATA_DIR": str(home),
        "DATABASE_URL": _database(),
        "BROKER_URL": "filesystem://localhost//",
        "LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "saleor_invoices.settings",
    }
    serve = [sys.executable, "-m", "gunicorn", "saleor_invoices.wsgi", "--workers", "2"]
    serve += ["--threads", "4", "--bind", f"127.0.0.1:{port}", "--log-level", "error"]
    process = subprocess.Popen(serve, cwd=ROOT, env=env)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(url)
        yield url, home
    finally:
        process.terminate()
        process.wait(60)


def _database() -> str:
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def _wait(url: str) -> None:
    for _ in range(400):
        try:
            httpx.get(f"{url}/healthz", timeout=5)
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the app does not answer")


def _flood(url: str, *, clients: int) -> tuple[Counter[int], float]:
    with httpx.Client(timeout=60, limits=httpx.Limits(max_connections=AT_ONCE)) as client:

        def ask(turn: int) -> int:
            body = {"email": "buyer@example.com", "number": f"INV-{turn}"}
            headers = {"X-Forwarded-For": f"203.0.{turn % clients}.7"}
            answer = client.post(f"{url}/i/gone", data=body, headers=headers)
            assert answer.status_code != 429 or int(answer.headers["Retry-After"]) > 0
            return answer.status_code

        start = time.monotonic()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            codes = Counter(pool.map(ask, range(REQUESTS)))
        return codes, time.monotonic() - start


def _queued(home: Path) -> int:
    return len(list((home / "broker" / "queue").iterdir()))


def test_a_flood_is_answered_and_comes_to_nothing(served: tuple[str, Path]) -> None:
    url, home = served
    before = _queued(home)
    codes, _ = _flood(url, clients=1)
    # The address is counted before the client has used up what is theirs: both processes agree.
    assert codes == {200: AN_ADDRESS, 429: REQUESTS - AN_ADDRESS}
    assert AN_ADDRESS < A_CLIENT
    assert _queued(home) - before == AN_ADDRESS
    codes, seconds = _flood(url, clients=250)  # from everywhere, for the same address
    assert codes == {429: REQUESTS}
    assert _queued(home) - before == AN_ADDRESS
    begun = time.monotonic()
    assert httpx.get(f"{url}/readyz", timeout=20).status_code in (200, 503)
    assert time.monotonic() - begun < 10
    print(f"{REQUESTS / seconds:.0f} requests a second were refused")
