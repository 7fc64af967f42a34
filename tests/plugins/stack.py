"""The whole app with a stand-in Saleor, as ``make demo`` runs it, for tests from outside."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo.place import free_place, take
from demo.processes import Supervisor
from demo.progress import Progress
from demo.stack import SANDBOX_PYTHON, SETTINGS, Stack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """App, worker, scheduler and sandbox on free ports, installed and set up; no orders yet.

    One for the session: a test places its own orders and looks at nothing else.
    """
    yield from _running(tmp_path_factory.mktemp("stack"), settings=SETTINGS)


@pytest.fixture
def fresh_stack(tmp_path: Path) -> Iterator[Stack]:
    """The same, installed and nothing more, as a new merchant finds it; for one test alone."""
    yield from _running(tmp_path, settings=None)


def _running(home: Path, *, settings: Path | None) -> Iterator[Stack]:
    if not SANDBOX_PYTHON.exists():
        missing("STACK NOT TESTED: sandbox/.venv is missing, run `make env`")
    place = free_place(home)
    with take(place), Supervisor(place.logs, catch_signals=False) as supervisor:
        running = Stack(place, supervisor, Progress(io.StringIO()))
        running.start(settings=settings)
        yield running
        running.close()


def missing(why: str) -> None:
    """Skip loudly; in CI, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)
