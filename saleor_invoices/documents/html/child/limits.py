"""What the process may not do, enforced by the kernel and by Python's audit hooks.

The resource policy of xhtml2pdf already refuses files and addresses; this is for what a fault in
it, or in an image library, would let through.
"""

import os
import resource
import signal
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from os import O_APPEND, O_CREAT, O_RDWR, O_TRUNC, O_WRONLY, PathLike, path

ADDRESS_SPACE = 1 << 30  # bytes; some 150 MB are used with a Japanese font
FILE_SIZE = 64 << 20
CPU_SECONDS = 3600  # of the process's whole life, whatever its timers say
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.kill",
    "ctypes.",
    "shutil.copy",
    "webbrowser.",
    "urllib.",
    "http.",
    "ftplib.",
    "sqlite3.",
    "shutil.move",
)
_CHANGING = frozenset(
    {"os.remove", "os.rename", "os.link", "os.symlink", "os.truncate", "os.mkdir", "os.rmdir"}
    | {"os.chmod", "os.chown", "os.utime", "os.setxattr", "os.removexattr", "shutil.rmtree"}
)
_WRITING = "wax+"
_WRITES = O_WRONLY | O_RDWR | O_APPEND | O_CREAT | O_TRUNC


class OutOfTime(BaseException):
    """The time for a step is over. Not an ``Exception``: libraries swallow those."""


class Forbidden(OSError):
    """The process tried what it may not do."""


def restrict(folder: str, readable: set[str], *, calls_c: bool = False) -> None:
    """From now on: the folder for temporary files, ``readable`` files, and Python's own library.

    ``readable`` is looked at on every use, so that fonts can be added. ``calls_c`` lets through
    ctypes, by which a library in C is called that was loaded already.
    """
    limits = (
        (resource.RLIMIT_AS, ADDRESS_SPACE),
        (resource.RLIMIT_FSIZE, FILE_SIZE),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_NPROC, 0),  # no process and no thread of its own
    )
    for what, most in limits:
        hard = resource.getrlimit(what)[1]
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (limit, limit))
    library = tuple(_real(sysconfig.get_path(name)) for name in ("stdlib", "purelib", "platlib"))
    folder = _real(folder)
    allowed = ("ctypes.",) if calls_c else ()
    forbidden = tuple(event for event in _FORBIDDEN if event not in allowed)

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            if _touches_files(arguments[0]) and not _may_open(arguments, folder, library, readable):
                raise Forbidden("files are not allowed here")
        elif event in _CHANGING:
            named = (_real(os.fsdecode(one)) for one in arguments if _touches_files(one))  # type: ignore[arg-type]
            if not all(_inside(name, folder) for name in named):
                raise Forbidden("files are not allowed here")
        elif event.startswith(forbidden):
            raise Forbidden(f"{event} is not allowed here")

    sys.addaudithook(audit)


@contextmanager
def time_limit(seconds: float, error: type[BaseException]) -> Iterator[None]:
    """Raise ``error`` in the block after so many seconds; blocks may be inside each other."""

    def raise_error(_signal: int, _frame: object) -> None:
        raise error

    began = time.monotonic()
    handler = signal.signal(signal.SIGALRM, raise_error)
    # Again and again: a library's bare "except" may swallow the first.
    left, _ = signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001), 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        if left:
            spent = time.monotonic() - began
            signal.setitimer(signal.ITIMER_REAL, max(left - spent, 0.001), 1.0)


def _touches_files(file: object) -> bool:
    return isinstance(file, str | bytes | PathLike)  # else a descriptor that is open already


def _may_open(
    arguments: tuple[object, ...], folder: str, library: tuple[str, ...], readable: set[str]
) -> bool:
    file, mode, flags = arguments
    name = _real(os.fsdecode(file))  # type: ignore[arg-type]
    if name == folder or _inside(name, folder):  # tempfile opens the folder, by an opener
        return True
    writes = any(letter in str(mode or "") for letter in _WRITING) or int(flags) & _WRITES  # type: ignore[call-overload]
    return not writes and (name in readable or any(_inside(name, one) for one in library))


def _inside(name: str, folder: str) -> bool:
    return name.startswith(folder + path.sep)


def _real(name: str) -> str:
    return path.realpath(name)
