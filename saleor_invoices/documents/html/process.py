"""A limited process for what others wrote (templates, PDFs): started, fed and ended.

A child by ``subprocess`` and a socket pair rather than ``multiprocessing``: Celery's worker
processes are daemonic and may have no such children, and threads must not be forked. It gets an
environment of its own without any of ours, and ends with us, since its socket does.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import msgspec

from saleor_invoices.documents.html.wire import Answer, Closed, Job, receive, send

ENTRY = Path(__file__).parent / "child" / "__main__.py"
TEMPLATES = "saleor_invoices.documents.html.child.serving"
RENDERS = 200  # then a new process; what a library leaks goes with the old one
_START_SECONDS = 60.0  # an import of some 2 s on a machine that has much else to do
_GRACE_SECONDS = 5.0  # the process ends its work by itself; this is for when it does not


class Asked(Protocol):
    """A job: MessagePack, with the seconds that it may take."""

    @property
    def seconds(self) -> float: ...


class Answered(Protocol):
    """An answer; ``spent``: the process has used itself up and ends."""

    @property
    def spent(self) -> bool: ...


JobT = TypeVar("JobT", bound=Asked)
AnswerT = TypeVar("AnswerT", bound=Answered)


class OutOfTime(Exception):
    """The process was ended because it did not answer in time."""


class Ended(Exception):
    """The process ended before it answered; ``status`` is its exit code, negative for a signal."""

    def __init__(self, status: int) -> None:
        super().__init__(f"exit code {status}")
        self.status = status


class LimitedProcess(Generic[JobT, AnswerT]):
    """One process for the threads of this one, which wait for each other.

    ``serving`` is the module whose ``main`` it runs, ``answer`` what it sends: first one with the
    defaults, to say that it is ready, then one for each job.
    """

    def __init__(self, serving: str, answer: type[AnswerT]) -> None:
        self._serving, self._answer = serving, answer
        self._lock = threading.Lock()
        self._child: _Child[JobT, AnswerT] | None = None
        # A fork shares the socket with its parent: two would read each other's answers.
        os.register_at_fork(after_in_child=self._forget)

    def start(self) -> None:
        """Start the process, if there is none, without waiting for it: it needs 1 to 2 s."""
        with self._lock:
            self._running()

    def run(self, job: JobT) -> AnswerT:
        """The process's answer. Raises ``OutOfTime`` and ``Ended``; the next job finds it anew."""
        with self._lock:
            child = self._running()
            try:
                answer = child.ask(job)
            except BaseException:
                self._retire(child)
                raise
            if answer.spent or child.renders >= RENDERS:
                self._retire(child)
            return answer

    def stop(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            child, self._child = self._child, None
            if child is not None:
                child.end()

    @property
    def pid(self) -> int | None:
        """The process's id, if there is a process."""
        return self._child.pid if self._child else None

    def _running(self) -> "_Child[JobT, AnswerT]":
        if self._child is None:
            self._child = _Child(self._serving, self._answer)
        return self._child

    def _retire(self, child: "_Child[JobT, AnswerT]") -> None:
        """End it and start the next at once, so that no document waits for its imports."""
        self._child = None
        child.end()
        self._child = _Child(self._serving, self._answer)

    def _forget(self) -> None:
        self._lock = threading.Lock()
        if self._child is not None:
            self._child.abandon()
            self._child = None


class RenderProcess(LimitedProcess[Job, Answer]):
    """The one that fills and converts merchants' templates."""

    def __init__(self) -> None:
        super().__init__(TEMPLATES, Answer)


class _Child(Generic[JobT, AnswerT]):
    """A process, from start to end."""

    def __init__(self, serving: str, answer: type[AnswerT]) -> None:
        self.renders = 0
        self._answer = answer
        self._folder = tempfile.mkdtemp(prefix="saleor-invoices-html-")
        self._channel, other = socket.socketpair()
        with other:
            self._process = subprocess.Popen(  # noqa: S603 our own file
                [sys.executable, "-s", "-P", str(ENTRY), serving],
                stdin=other.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=self._folder,
                env=_environment(self._folder),
                start_new_session=True,  # Ctrl-C is for the server alone
            )
        self._ready = False
        self._clean = weakref.finalize(self, _clean, self._process, self._folder)

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, job: JobT) -> AnswerT:
        self.renders += 1
        try:
            self._wait_until_ready()
            deadline = time.monotonic() + job.seconds + _GRACE_SECONDS
            self._channel.settimeout(job.seconds)
            send(self._channel, job)
            return receive(self._channel, self._answer, deadline=deadline)
        except TimeoutError as error:
            raise OutOfTime from error
        except (Closed, OSError, msgspec.DecodeError) as error:
            raise Ended(self.end()) from error

    def end(self) -> int:
        """The exit code, of a process that has ended or is ended now."""
        self._channel.close()
        self._clean()
        return int(self._process.returncode or 0)

    def abandon(self) -> None:
        """Let go of a process that belongs to the process that we were forked from."""
        self._channel.close()
        self._clean.detach()
        self._process.returncode = 0  # not ours to wait for

    def _wait_until_ready(self) -> None:
        if not self._ready:
            receive(self._channel, self._answer, deadline=time.monotonic() + _START_SECONDS)
            self._ready = True


def _clean(process: subprocess.Popen[bytes], folder: str) -> None:
    """End it and take its folder away; at the latest when this process ends."""
    try:
        # One that has crashed tells how; one that is idle sees its socket close.
        process.wait(timeout=0.2)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    shutil.rmtree(folder, ignore_errors=True)


def _environment(folder: str) -> dict[str, str]:
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "TMPDIR": folder,
        "HOME": folder,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if Path(path).is_absolute()),
        "PYTHONHASHSEED": "0",  # the same document gives the same bytes
        "PYTHONDONTWRITEBYTECODE": "1",
    }
