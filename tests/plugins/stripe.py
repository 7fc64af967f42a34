"""A Stripe to test against: the stand and localstripe behind it, each in a process of its own."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
import stripe

from tests.plugins.sandbox import HOME, PYTHON, free_port, stop

START_SECONDS = 60.0
ACCOUNT = "acct_1SampleSeller"
SECRET = "sk_test_" + "a" * 24
PUBLIC = "pk_test_" + "a" * 24
RESTRICTED = "rk_test_" + "b" * 24
WITHOUT_ACCOUNT = "rk_test_" + "c" * 24
LIVE = "sk_live_" + "d" * 24
LACKING: dict[str, tuple[str, ...]] = {
    SECRET: (),
    PUBLIC: (),
    LIVE: (),
    RESTRICTED: ("/v1/balance",),
    WITHOUT_ACCOUNT: ("/v1/account", "/v1/balance"),
}
SLOW_SECONDS = 3


class StripeStand:
    """A running one, and a small client to drive it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.http = httpx.Client(base_url=url, timeout=30, trust_env=False)

    def control(self, path: str, json: dict[str, Any] | None = None) -> dict[str, Any]:
        """GET /_stand/PATH, or POST it when there is a body; raises on a refusal."""
        answer = (
            self.http.get(f"/_stand/{path}")
            if json is None
            else self.http.post(f"/_stand/{path}", json=json)
        )
        answer.raise_for_status()
        result: dict[str, Any] = answer.json()
        return result

    @property
    def mood(self) -> str:
        """The trouble that it is in: none, an HTTP status, ``slow`` or ``html``."""
        found = self.control("state")["mode"]
        return "slow" if found["slow"] else "html" if found["html"] else str(found["status"] or "")

    @mood.setter
    def mood(self, mood: str) -> None:
        status = int(mood) if mood.isdigit() else 0
        slow = SLOW_SECONDS if mood == "slow" else 0
        self.control("mode", {"status": status, "slow": slow, "html": mood == "html"})

    @property
    def asked(self) -> list[tuple[str, str]]:
        """Path and key of each request to the API."""
        return [(row["path"], row["key"]) for row in self.control("requests")["requests"]]

    def pay(self, intent: str, **how: Any) -> dict[str, Any]:
        """Pay as the customer's browser would: by ``number``, ``iban`` or ``payment_method``."""
        answer = self.http.post(f"/_stand/payment_intents/{intent}/pay", json=how)
        result: dict[str, Any] = answer.json()
        return result

    def events(self, *kinds: str) -> list[dict[str, Any]]:
        """What happened, of these kinds or of all."""
        rows: list[dict[str, Any]] = self.control("events")["events"]
        return [row for row in rows if not kinds or row["type"] in kinds]

    def deliveries(self, *kinds: str) -> list[dict[str, Any]]:
        """What was sent, of these kinds or of all."""
        rows: list[dict[str, Any]] = self.control("deliveries")["deliveries"]
        return [row for row in rows if not kinds or row["type"] in kinds]

    def signed(self, delivery: int, *, age: int = 0) -> dict[str, Any]:
        """``url``, ``body`` and ``headers`` of a delivery, for a receiver without a port."""
        return self.control(f"deliveries/{delivery}/signed?age={age}")

    def reset(self) -> None:
        """Forget everything but the keys above."""
        self.control("reset", {})
        self.know()

    def know(self) -> None:
        """Know the keys above, all of one account."""
        for key, lacks in LACKING.items():
            self.control("keys", {"key": key, "account": ACCOUNT, "lacks": lacks})


def stripe_client(stand: StripeStand, key: str) -> stripe.StripeClient:
    """The official SDK, pointed at the stand."""
    return stripe.StripeClient(
        key,
        base_addresses={"api": stand.url},
        max_network_retries=0,
        http_client=stripe.HTTPXClient(timeout=10, allow_sync_methods=True),
    )


@contextmanager
def running_stand() -> Iterator[StripeStand]:
    """localstripe and the stand on free ports."""
    if not PYTHON.exists():
        pytest.skip("STRIPE NOT TESTED: sandbox/.venv is missing, run `make env`")
    behind, port = free_port(), free_port()
    command = [sys.executable, "-m", "localstripe", "--port", str(behind), "--from-scratch"]
    quiet = subprocess.DEVNULL
    localstripe = subprocess.Popen(command, stdout=quiet, stderr=quiet)
    command = [str(PYTHON), "-m", "stripe_stand", "--port", str(port), "--retry-scale", "0.0001"]
    process = subprocess.Popen([*command, "--behind", f"http://127.0.0.1:{behind}"], cwd=HOME)
    stand = StripeStand(f"http://127.0.0.1:{port}")
    try:
        _wait(stand)
        yield stand
    finally:
        stand.http.close()
        stop(process)
        stop(localstripe)


@pytest.fixture(scope="session")
def stripe_processes() -> Iterator[StripeStand]:
    """One stand for the session."""
    with running_stand() as stand:
        yield stand


@pytest.fixture
def stripe_stand(stripe_processes: StripeStand, settings: Any) -> StripeStand:
    """Stripe, as far as the app asks it, with nothing in it; the settings lead there."""
    stripe_processes.reset()
    stripe_processes.control("keys", {"only_known": True})
    settings.STRIPE_API_BASE = stripe_processes.url
    settings.STRIPE_JS_URL = f"{stripe_processes.url}/v3/"
    return stripe_processes


def _wait(stand: StripeStand) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            stand.control("health")
        except httpx.HTTPError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("The Stripe stand did not start.")
