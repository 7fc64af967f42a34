"""``make demo`` as a person runs it: from a shell, to its end."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from demo.place import HOST, PORTS, Place, free_place
from demo.plans import LEFT_OUT, PLANS
from demo.processes import ROOT
from demo.samples import NEW
from demo.stack import SANDBOX_PYTHON
from tests.plugins.stack import missing

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(700)]
START_SECONDS = 90


class Demo:
    """A running ``python -m demo``."""

    def __init__(self, place: Place, *options: str) -> None:
        ports = {name: str(port) for name, port in _ports(place).items()}
        self.place = place
        self.process = subprocess.Popen(
            [sys.executable, "-m", "demo", *options],
            cwd=ROOT,
            env={**os.environ, **ports, "DEMO_DIR": str(place.home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def read_until(self, words: str) -> str:
        """What it prints up to a line with ``words``; a failure when it ends before."""
        assert self.process.stdout
        seen = ""
        for line in self.process.stdout:
            seen += line
            if words in line:
                return seen
        raise AssertionError(f"It ended before {words!r}: {seen}{self.end()}")

    def end(self, seconds: float = 60) -> str:
        """Wait for the end; returns what it said on standard error."""
        return self.process.communicate(timeout=seconds)[1]

    def left_behind(self) -> list[str]:
        """Command lines of processes that still run for this place."""
        mark = str(self.place.home).encode()
        return [_words(pid) for pid in _processes() if mark in _read(pid / "environ")]


def _processes() -> Iterator[Path]:
    mine = Path(f"/proc/{os.getpid()}").resolve()
    return (pid for pid in Path("/proc").glob("[0-9]*") if pid.resolve() != mine)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return b""


def _words(pid: Path) -> str:
    return _read(pid / "cmdline").replace(b"\0", b" ").decode()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    if not SANDBOX_PYTHON.exists():
        missing("DEMO NOT TESTED: sandbox/.venv is missing, run `make env`")
    return free_place(tmp_path)


def test_ctrl_c_stops_everything_that_was_started(place: Place) -> None:
    demo = Demo(place)
    seen = demo.read_until("Ctrl-C")
    assert re.search(rf"An invoice\s+{place.app_url}/i/\S+\s+\(RE-\d{{4}}-\d{{5}}\)", seen)
    assert re.search(rf"Credited by\s+{place.app_url}/i/\S+\s+\(GS-\d{{4}}-\d{{5}}\)", seen)
    assert re.search(rf"To be paid\s+{place.app_url}/i/\S+\s+\(US-\d{{6}}, card 4242", seen)
    assert len(demo.left_behind()) > 4
    demo.process.send_signal(signal.SIGINT)
    demo.end(20)
    assert demo.process.returncode == 0
    assert demo.left_behind() == []


def test_a_new_merchant_finds_orders_and_is_told_what_to_install(place: Place) -> None:
    demo = Demo(place, "--new")
    seen = demo.read_until("Ctrl-C")
    (manifest,) = re.findall(rf"{place.app_url}/\S+", seen)
    assert httpx.get(manifest, trust_env=False).json()["id"]
    state = httpx.get(f"{place.sandbox_url}/control/state", trust_env=False).json()
    assert (state["apps"], len(state["orders"])) == ([], len(NEW))
    demo.process.send_signal(signal.SIGINT)
    demo.end(20)
    assert demo.left_behind() == []


def test_a_demo_that_is_killed_leaves_nothing_behind(place: Place) -> None:
    demo = Demo(place)
    demo.read_until("Setting up the store")
    demo.process.kill()
    demo.end()
    deadline = time.monotonic() + 10
    while demo.left_behind() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert demo.left_behind() == []


def test_a_process_that_dies_stops_the_demo_with_its_log(place: Place) -> None:
    demo = Demo(place)
    demo.read_until("Setting up the store")
    beat = next(pid for pid in _processes() if str(place.data / "schedule") in _words(pid))
    os.kill(int(beat.name), signal.SIGKILL)
    said = demo.end()
    assert demo.process.returncode == 1
    assert "beat ended by itself (code -9)" in said
    assert demo.left_behind() == []


@pytest.mark.parametrize("setting", PORTS)
def test_a_taken_port_is_told_with_the_setting_that_moves_it(place: Place, setting: str) -> None:
    port = _ports(place)[setting]
    with socket.create_server((HOST, port)):
        demo = Demo(place)
        said = demo.end()
    assert demo.process.returncode == 1
    assert f"Port {port} " in said
    assert setting in said
    assert not place.data.exists()


def test_check_proves_itself_with_the_worker_killed_in_the_middle(place: Place) -> None:
    demo = Demo(place, "--check")
    printed, said = demo.process.communicate(timeout=600)
    assert demo.process.returncode == 0, said
    figures = json.loads(printed.strip().splitlines()[-1])
    assert "Worker killed" in said
    assert figures["orders"] == sum(plan.orders for plan in PLANS)
    assert figures["deliveries"] > 2 * figures["orders"]
    planned = sum((plan.makes() for plan in PLANS), Counter[str]())
    assert {kind: figures[f"{kind}s"] for kind in planned} == planned
    assert figures["pdfs"] == figures["invoices"]
    assert figures["published"] >= figures["invoices"]
    left_out = sum((plan.makes() for plan in PLANS if plan.kind in LEFT_OUT), Counter[str]())
    assert figures["einvoices_left_out"] == left_out["invoice"] + left_out["credit_note"] > 0
    documents = figures["invoices"] + figures["credit_notes"]
    assert figures["einvoices_valid"] == figures["einvoices"]
    assert figures["einvoices"] == documents - figures["einvoices_left_out"] > 0
    wanted = {"duplicates": 0, "gaps": 0, "ledger_ok": True}
    wanted |= {"imported": 970, "import_rejected": 30}
    assert {name: figures[name] for name in wanted} == wanted
    assert demo.left_behind() == []


def _ports(place: Place) -> dict[str, int]:
    return dict(zip(PORTS, (place.app_port, place.sandbox_port, place.stripe_port), strict=True))
