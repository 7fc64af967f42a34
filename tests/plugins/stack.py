"""The whole app with a stand-in Saleor, as ``make demo`` runs it, for tests from outside."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from demo.place import free_place, take
from demo.processes import Supervisor
from demo.progress import Progress
from demo.stack import SANDBOX_PYTHON, Stack
from tests.plugins.outside import Outside

NEWEST_SALEOR = "3.23.28"


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
