"""The whole app with a stand-in Saleor, as ``make demo`` runs it, for tests from outside."""

import io
import os
from collections.abc import Iterator

import pytest

from demo.place import free_place, take
from demo.processes import Supervisor
from demo.progress import Progress
from demo.stack import SANDBOX_PYTHON, Stack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """App, worker, scheduler and sandbox on free ports, installed and set up; no orders yet.

    One for the session: a test places its own orders and looks at nothing else.
    """
    if not SANDBOX_PYTHON.exists():
        missing("STACK NOT TESTED: sandbox/.venv is missing, run `make env`")
    place = free_place(tmp_path_factory.mktemp("stack"))
    with take(place), Supervisor(place.logs, catch_signals=False) as supervisor:
        running = Stack(place, supervisor, Progress(io.StringIO()))
        running.start()
        yield running
        running.close()


def missing(why: str) -> None:
    """Skip loudly; in CI, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)
