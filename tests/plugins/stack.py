"""The whole app with a stand-in Saleor, as ``make demo`` runs it, for tests from outside."""

import io
import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from demo.place import free_place, take
from demo.processes import Supervisor
from demo.progress import Progress
from demo.stack import SANDBOX_PYTHON, Stack
from tests.plugins.outside import Outside

NEWEST_SALEOR = "3.23.28"
LOG_LINES = 15


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that failed tells how the processes of its stack complained last."""
    report = yield
    given = getattr(item, "funcargs", {})
    running = given.get("stack") or given.get("fresh_stack")
    if report.when == "call" and report.failed and isinstance(running, Stack):
        for log in sorted(running.place.logs.glob("*.log")):
            lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
            bad = [line for line in lines if "WARNING" in line or "Error" in line]
            report.sections.append((f"The end of {log.name}", "\n".join(bad[-LOG_LINES:])))
    return report


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory, outside: Outside) -> Iterator[Stack]:
    """App, worker, scheduler and sandbox on free ports, installed and set up; no orders yet.

    One for the session: a test places its own orders and looks at nothing else.
    """
    with _stack(tmp_path_factory.mktemp("stack"), outside) as running:
        running.start()
        yield running


@pytest.fixture
def fresh_stack(tmp_path: Path, outside: Outside) -> Iterator[Stack]:
    """The same as a new merchant finds it, installed nowhere; for one test alone.

    Its Saleor is the newest, which shows apps on the home page too.
    """
    with _stack(tmp_path, outside) as running:
        running.start_bare(saleor=NEWEST_SALEOR)
        yield running


@contextmanager
def _stack(home: Path, outside: Outside) -> Iterator[Stack]:
    if not SANDBOX_PYTHON.exists():
        missing("STACK NOT TESTED: sandbox/.venv is missing, run `make env`")
    place = free_place(home, outside.settings)
    with take(place), Supervisor(place.logs, catch_signals=False) as supervisor:
        running = Stack(place, supervisor, Progress(io.StringIO()))
        yield running
        running.close()


def missing(why: str) -> None:
    """Skip loudly; in CI, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)
