"""Where a demo lives: its folder, its three ports, and the environment of its processes."""

import fcntl
import os
import secrets
import shutil
import socket
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from demo.errors import DemoError
from demo.processes import ROOT

HOST = "127.0.0.1"
PORTS = {"DEMO_APP_PORT": 8080, "DEMO_SANDBOX_PORT": 8090, "DEMO_STRIPE_PORT": 8420}
PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ")
"""What the processes get of the caller's environment: settings in it are for another app."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Folder and ports of one demo; two may run beside each other when both differ."""

    home: Path
    app_port: int
    sandbox_port: int
    stripe_port: int
    more: Mapping[str, str] = field(default_factory=dict)
    """Settings of the app besides: where a test's mail server is, for one."""

    @property
    def app_url(self) -> str:
        """The app's public address."""
        return f"http://{HOST}:{self.app_port}"

    @property
    def sandbox_url(self) -> str:
        """The stand-in Saleor's address."""
        return f"http://{HOST}:{self.sandbox_port}"

    @property
    def stripe_url(self) -> str:
        """The stand-in Stripe's address."""
        return f"http://{HOST}:{self.stripe_port}"

    @property
    def api_url(self) -> str:
        """What the app knows the stand-in by."""
        return f"{self.sandbox_url}/graphql/"

    @property
    def data(self) -> Path:
        """The app's ``DATA_DIR``."""
        return self.home / "data"

    @property
    def logs(self) -> Path:
        """What the processes print."""
        return self.home / "logs"

    def environment(self) -> dict[str, str]:
        """The app's settings: those of production, except for what a demo must open."""
        kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        return kept | {
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
            "DEBUG": "false",
            "SECRET_KEYS_FILE": str(self.home / "secret"),
            "PUBLIC_URL": self.app_url,
            "DATA_DIR": str(self.data),
            "ALLOWED_SALEOR_URLS": "*",
            "ALLOW_PRIVATE_SALEOR": "true",
            "CORS_ORIGINS": self.sandbox_url,
            "STRIPE_API_BASE": self.stripe_url,
            "STRIPE_JS_URL": f"{self.stripe_url}/v3/",
            "LOG_FORMAT": "console",
            # Work that dies with its worker is taken up again while somebody is watching.
            "SWEEP_SECONDS": "3",
            "INBOX_LEASE_SECONDS": "20",
            "WORK_LEASE_SECONDS": "20",
            **self.more,
        }


def place_from_environment() -> Place:
    """The place that ``make demo`` uses; DEMO_DIR and the names of ``PORTS`` move it."""
    ports = [_port(name) for name in PORTS]
    if len(set(ports)) < len(ports):
        raise DemoError(f"{', '.join(PORTS)} are {ports}: they must differ.")
    home = ROOT / os.environ.get("DEMO_DIR", ".demo")
    return Place(home=home, app_port=ports[0], sandbox_port=ports[1], stripe_port=ports[2])


def free_place(home: Path, more: Mapping[str, str] | None = None) -> Place:
    """A place on ports that nobody uses at the moment, for tests."""
    app, sandbox, stripe = free_ports(3)
    return Place(home=home, app_port=app, sandbox_port=sandbox, stripe_port=stripe, more=more or {})


def free_ports(count: int) -> list[int]:
    """Ports that nobody uses at the moment."""
    with ExitStack() as probes:
        taken = [probes.enter_context(socket.socket()) for _ in range(count)]
        for probe in taken:
            probe.bind((HOST, 0))
        return [probe.getsockname()[1] for probe in taken]


def take(place: Place) -> IO[str]:
    """Make the place ours and empty; it stays ours as long as the returned file is open."""
    _refuse_taken(place.app_port, "the app", "DEMO_APP_PORT")
    _refuse_taken(place.sandbox_port, "the sandbox Saleor", "DEMO_SANDBOX_PORT")
    _refuse_taken(place.stripe_port, "the sandbox Stripe", "DEMO_STRIPE_PORT")
    place.home.mkdir(parents=True, exist_ok=True)
    lock = (place.home / "lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise DemoError(f"Another demo is running in {place.home}; stop it first.") from error
    for folder in (place.data, place.logs):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    secret = place.home / "secret"
    secret.touch(mode=0o600)
    secret.write_text(secrets.token_hex(32), encoding="utf-8")
    return lock


def _port(name: str) -> int:
    given = os.environ.get(name, "").strip() or str(PORTS[name])
    if not given.isdecimal() or not 0 < int(given) < 65_536:
        raise DemoError(f"{name} must be a port number, not {given!r}.")
    return int(given)


def _refuse_taken(port: int, user: str, name: str) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise DemoError(
                f"Port {port} for {user} can't be used ({error.strerror}). "
                f"Choose another one with {name}, e.g. {name}={port + 1000} make demo"
            ) from error
