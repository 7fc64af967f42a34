"""Starting and stopping: nothing that the demo started may stay, however it ends."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from demo.errors import DemoError
from demo.place import Place, free_place, take
from demo.processes import ROOT, Command, Supervisor

STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(child.pid, flush=True)
time.sleep(600)
"""
LEAVES_A_CHILD = """
import subprocess, sys
print(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]).pid, flush=True)
"""


def command(code: str, name: str = "child") -> Command:
    return Command(name=name, argv=(sys.executable, "-c", code), env=dict(os.environ))


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def is_gone(pid: int) -> bool:
    """Whether it ends: a killed process needs a moment for it."""
    deadline = time.monotonic() + 5
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not is_alive(pid)


def printed_pid(log: Path) -> int:
    deadline = time.monotonic() + 10
    while not (log.exists() and log.read_text(encoding="ascii").strip()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return int(log.read_text(encoding="ascii"))


def pause_until_something_dies(supervisor: Supervisor) -> None:
    for _ in range(500):
        supervisor.pause(0.02)


def test_a_process_that_ignores_sigterm_is_killed_with_its_children(tmp_path: Path) -> None:
    with Supervisor(tmp_path, catch_signals=False, patience=0.3) as supervisor:
        supervisor.start(command(STUBBORN))
        grandchild = printed_pid(tmp_path / "child.log")
        assert is_alive(grandchild)
    assert is_gone(grandchild)


def test_everything_is_stopped_when_the_body_fails(tmp_path: Path) -> None:
    grandchildren = []

    def fail() -> None:
        with Supervisor(tmp_path, catch_signals=False, patience=0.3) as supervisor:
            supervisor.start(command(STUBBORN))
            grandchildren.append(printed_pid(tmp_path / "child.log"))
            raise DemoError("the sandbox refused")

    with pytest.raises(DemoError, match="the sandbox refused"):
        fail()
    assert is_gone(grandchildren[0])


def test_a_process_that_ends_by_itself_is_told_with_the_end_of_its_log(tmp_path: Path) -> None:
    with Supervisor(tmp_path, catch_signals=False, patience=0.3) as supervisor:
        supervisor.start(command("import sys; sys.exit('the disk is full')", "worker"))
        with pytest.raises(DemoError, match=r"(?s)worker ended by itself.*the disk is full"):
            pause_until_something_dies(supervisor)


def test_children_of_a_process_that_has_ended_are_stopped_too(tmp_path: Path) -> None:
    with Supervisor(tmp_path, catch_signals=False, patience=0.3) as supervisor:
        supervisor.start(command(LEAVES_A_CHILD))
        orphan = printed_pid(tmp_path / "child.log")
    assert is_gone(orphan)


def test_run_returns_what_was_printed_and_refuses_a_failure(tmp_path: Path) -> None:
    with Supervisor(tmp_path, catch_signals=False) as supervisor:
        assert supervisor.run(command("print(6 * 7)")) == "42\n"
        with pytest.raises(DemoError, match=r"(?s)child failed.*no such order"):
            supervisor.run(command("raise SystemExit('no such order')"))
        said = supervisor.run(command("print('no'); raise SystemExit(1)"), may_fail=True)
        assert said == "no\n"


def test_the_guard_kills_what_a_killed_demo_left(tmp_path: Path) -> None:
    victim = subprocess.Popen(
        [sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True
    )
    spared = subprocess.Popen(
        [sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True
    )
    said = f"+{victim.pid}\n+{spared.pid}\n-{spared.pid}\n"
    try:
        subprocess.run(
            [sys.executable, "-m", "demo.guard"], input=said.encode(), cwd=ROOT, check=True
        )
        assert victim.wait(5) == -9
        assert spared.poll() is None
    finally:
        spared.kill()
        spared.wait()


def test_a_place_can_be_taken_once(tmp_path: Path) -> None:
    place = free_place(tmp_path)
    with take(place):
        (place.data / "kept").touch()
        with pytest.raises(DemoError, match="Another demo is running"):
            take(place)
        assert (place.data / "kept").exists()
    take(place).close()
    assert not (place.data / "kept").exists()


def test_the_app_gets_no_settings_of_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody@elsewhere/production")
    place = Place(home=Path("/nowhere"), app_port=1, sandbox_port=2, stripe_port=3)
    environment = place.environment()
    assert "DATABASE_URL" not in environment
    assert environment["PUBLIC_URL"] == "http://127.0.0.1:1"
    assert environment["STRIPE_API_BASE"] == "http://127.0.0.1:3"
