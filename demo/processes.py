"""Starting processes and, above all, stopping every one of them.

Each child leads a process group of its own: Ctrl-C in the terminal reaches the demo only, which
then stops the children in order, and a group can be killed whole, grandchildren included. Signals
only set a flag: an exception in the middle of starting a process could lose it.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, TracebackType
from typing import IO, Self

from demo.errors import DemoError, Interrupted

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 5.0
"""Seconds between SIGTERM and SIGKILL."""

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
TAIL_LINES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """How a process is started."""

    name: str
    argv: Sequence[str]
    env: Mapping[str, str]
    cwd: Path = ROOT


@dataclass(frozen=True, slots=True)
class _Child:
    command: Command
    process: subprocess.Popen[bytes]
    log: Path
    ends: bool  # by itself, as it should


class Supervisor:
    """Owns processes. As a context manager it stops them all on the way out, whatever happens.

    ``catch_signals`` turns SIGINT, SIGTERM and SIGHUP into ``Interrupted``, raised by ``check``
    and ``pause``; only the main thread can have that.
    """

    def __init__(
        self, logs: Path, *, catch_signals: bool = True, patience: float = PATIENCE
    ) -> None:
        self.logs, self._patience = logs, patience
        self._catch_signals = catch_signals
        self._children: dict[str, _Child] = {}
        self._stopping = threading.Event()
        self._guard: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        if self._catch_signals:
            for number in SIGNALS:
                signal.signal(number, self._asked_to_stop)
        self._guard = subprocess.Popen(
            [sys.executable, "-m", "demo.guard"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            start_new_session=True,
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        if self._guard is not None and self._guard.stdin is not None:
            self._guard.stdin.close()
            self._guard.wait()

    def start(self, command: Command) -> None:
        """Start a process that is to run until the end."""
        log = self.logs / f"{command.name}.log"
        with log.open("ab") as output:
            self._spawn(command, log, output, subprocess.STDOUT, ends=False)

    def run(self, command: Command, *, seconds: float = 60, may_fail: bool = False) -> str:
        """Run a process to its end and return what it printed; ``DemoError`` if it fails."""
        log, printed = self.logs / f"{command.name}.log", self.logs / f"{command.name}.out"
        with log.open("ab") as errors, printed.open("wb") as output:
            child = self._spawn(command, log, output, errors, ends=True)
        deadline = time.monotonic() + seconds
        while child.process.poll() is None:
            if time.monotonic() > deadline:
                raise DemoError(f"{command.name} took longer than {seconds:.0f} s; see {log}")
            self.pause(0.02)
        self._forget(child)
        if child.process.returncode and not may_fail:
            raise DemoError(f"{command.name} failed:\n{_tail(log)}")
        return printed.read_text(encoding="utf-8")

    def kill(self, name: str) -> Command:
        """SIGKILL a process and all of its group, as a crash would; returns how to start it."""
        child = self._children[name]
        _signal_group(child, signal.SIGKILL)
        child.process.wait()
        self._forget(child)
        return child.command

    def pause(self, seconds: float) -> None:
        """Wait; raises ``Interrupted`` when asked to stop, ``DemoError`` when a process died."""
        self._stopping.wait(seconds)
        self.check()

    def check(self) -> None:
        """Raise as ``pause`` does."""
        if self._stopping.is_set():
            raise Interrupted
        for child in self._children.values():
            code = child.process.poll()
            if code is not None and not child.ends:
                raise DemoError(
                    f"{child.command.name} ended by itself (code {code}). The end of {child.log}:\n"
                    + _tail(child.log)
                )

    def stop(self) -> None:
        """SIGTERM to every process, and SIGKILL to every group that is still there after that."""
        if self._catch_signals:
            for number in SIGNALS:  # once is enough: nothing may interrupt the stopping itself
                signal.signal(number, signal.SIG_IGN)
        children = list(self._children.values())
        for child in children:
            with suppress(ProcessLookupError):
                child.process.terminate()
        deadline = time.monotonic() + self._patience
        for child in children:
            with suppress(subprocess.TimeoutExpired):
                child.process.wait(max(0.0, deadline - time.monotonic()))
        for child in children:
            # Also where the process itself has ended: its own children may not have.
            _signal_group(child, signal.SIGKILL)
            child.process.wait()
            self._forget(child)

    def _spawn(
        self,
        command: Command,
        log: Path,
        output: IO[bytes],
        errors: IO[bytes] | int,
        *,
        ends: bool,
    ) -> _Child:
        self.check()
        process = subprocess.Popen(  # noqa: S603 nothing of it comes from outside
            list(command.argv),
            cwd=command.cwd,
            env=dict(command.env),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,
        )
        child = _Child(command, process, log, ends)
        self._children[command.name] = child
        self._tell_guard(f"+{process.pid}")
        return child

    def _forget(self, child: _Child) -> None:
        self._children.pop(child.command.name, None)
        self._tell_guard(f"-{child.process.pid}")

    def _tell_guard(self, line: str) -> None:
        if self._guard is not None and self._guard.stdin is not None:
            with suppress(BrokenPipeError):
                self._guard.stdin.write(line.encode() + b"\n")
                self._guard.stdin.flush()

    def _asked_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping.set()


def _signal_group(child: _Child, number: signal.Signals) -> None:
    with suppress(ProcessLookupError, PermissionError):  # macOS: a group of zombies only
        os.killpg(child.process.pid, number)


def _tail(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-TAIL_LINES:]
    return "\n".join(f"  | {line}" for line in lines)
